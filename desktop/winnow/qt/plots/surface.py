"""The loss over a plane as filled contours, with the solutions, the way to the first and a slice over it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QColor, QImage, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from winnow.domain.minima import MinimaFound
from winnow.qt.accessible import tell_role
from winnow.qt.core_words import core_words
from winnow.qt.plots.chart import Chart, Scale, plain_words
from winnow.qt.plots.heat import STEPS, stops, surface_colour
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import current_theme, tokens
from winnow.qt.theme.tokens import colour

Grid = npt.NDArray[np.float64]

_HIGH_PERCENTILE = 90
"""Above it all is one colour: the corners are often a hundred times as high as what is of interest."""
_OUTLINE = "#16181D"


def heights(losses: Grid) -> tuple[float, float]:
    """Return between which losses colours are told apart."""
    there = losses[np.isfinite(losses)]
    if not len(there):
        return 0.0, 1.0
    low, high = float(there.min()), float(np.percentile(there, _HIGH_PERCENTILE))
    return low, high if high > low else low + 1.0


def stretched(grid: Grid, height: int, width: int) -> Grid:
    """Return *grid* at height x width points, in between straight lines."""
    down = np.linspace(0, grid.shape[0] - 1, height)
    across = np.linspace(0, grid.shape[1] - 1, width)
    top, left = np.minimum(down.astype(int), grid.shape[0] - 2), np.minimum(across.astype(int), grid.shape[1] - 2)
    share_down, share_across = (down - top)[:, None], (across - left)[None, :]
    rows = grid[top] * (1 - share_down) + grid[top + 1] * share_down
    found: Grid = rows[:, left] * (1 - share_across) + rows[:, left + 1] * share_across
    return found


class SurfaceView(Chart):
    """Draws a surface; a restart that is clicked is the slice's other end."""

    restart_wanted = Signal(int)  # its place in `MinimaFound.restarts`

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, x_words=plain_words, y_words=plain_words, height_px=420)
        self.setAccessibleName(self.tr("Loss surface around the solutions, a slice through all weights"))
        tell_role(self, QAccessible.Role.Chart)
        self._found: MinimaFound | None = None
        self._image = QImage()
        self._is_valid = True
        self._end = 1
        current_theme().changed.connect(self._forget)

    def show_found(self, found: MinimaFound) -> None:
        """Draw *found*."""
        self._found = found
        self.across = Scale(found.surface.xs[0], found.surface.xs[-1])
        self.up = Scale(found.surface.ys[0], found.surface.ys[-1])
        self.setAccessibleDescription(core_words(found.words()))
        self._forget()

    def show_part(self, is_valid: bool) -> None:
        """Draw the loss on valid, or on train."""
        self._is_valid = is_valid
        self._forget()

    def show_slice(self, end: int) -> None:
        """Draw the line from the first restart to the one at the place *end*; 0: none."""
        self._end = end
        self.update()

    @property
    def losses(self) -> Grid:
        """What is drawn, (ys, xs)."""
        if self._found is None:
            return np.zeros((2, 2))
        surface = self._found.surface
        return np.asarray(surface.valid_losses if self._is_valid else surface.train_losses, np.float64)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for at, restart in enumerate(self._found.restarts if self._found else ()):
            if at and (self.spot(*restart.at) - event.position()).manhattanLength() < 16:
                self.restart_wanted.emit(at)

    def paint_inside(self, painter: QPainter) -> None:
        if self._found is None:
            return
        area = self.area.toRect()
        if self._image.size() != area.size():
            self._image = self._drawn(area.width(), area.height())
        painter.drawImage(area.topLeft(), self._image)
        painter.save()
        painter.setClipRect(area)
        self._paint_path(painter)
        self._paint_slice(painter)
        painter.restore()
        for at in reversed(range(len(self._found.restarts))):
            self._paint_restart(painter, at)

    @Slot()
    def _forget(self) -> None:
        self._image = QImage()
        self.update()

    def _drawn(self, width: int, height: int) -> QImage:
        """Return the filled contours, thin lines between them."""
        losses = self.losses
        low, high = heights(losses)
        shares = np.clip((np.where(np.isfinite(losses), losses, high) - low) / (high - low), 0, 1)
        # Rows of pixels go down, those of the grid up.
        steps = np.searchsorted(stops(), stretched(shares[::-1], height, width), side="right")
        colours = np.array([surface_colour(step).rgb() & 0xFFFFFF for step in range(STEPS)], np.uint32)
        pixels = colours[steps] | np.uint32(0xFF000000)
        edge = np.zeros(steps.shape, np.bool_)
        edge[:, 1:] |= steps[:, 1:] != steps[:, :-1]
        edge[1:] |= steps[1:] != steps[:-1]
        line = tokens().colour("bg").rgb()
        pixels[edge] = _mixed(pixels[edge], line)
        image = QImage(pixels.tobytes(), width, height, 4 * width, QImage.Format.Format_RGB32)
        return image.copy()  # the bytes are not kept by QImage

    def _paint_path(self, painter: QPainter) -> None:
        path = self._found.surface.path if self._found else ()
        if len(path) < 2:
            return
        points = [self.spot(*point) for point in path]
        outline = QColor(_OUTLINE)
        outline.setAlphaF(0.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(outline, 4))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(QPen(QColor("#FFFFFF"), 2))
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(QColor("#FFFFFF"))
        painter.setPen(Qt.PenStyle.NoPen)
        for point in points:
            painter.drawEllipse(point, 2, 2)

    def _paint_slice(self, painter: QPainter) -> None:
        restarts = self._found.restarts if self._found else ()
        if not 0 < self._end < len(restarts):
            return
        start, end = self.spot(*restarts[0].at), self.spot(*restarts[self._end].at)
        beyond = (end - start) * 0.25
        outline = QColor(_OUTLINE)
        outline.setAlphaF(0.65)
        painter.setPen(QPen(outline, 4))
        painter.drawLine(start - beyond, end + beyond)
        painter.setPen(QPen(colour(tokens().best), 2.4, Qt.PenStyle.DashLine))
        painter.drawLine(start - beyond, end + beyond)

    def _paint_restart(self, painter: QPainter, at: int) -> None:
        restart = self._found.restarts[at]  # type: ignore[union-attr]
        spot = self.spot(*restart.at)
        outline = QColor(_OUTLINE)
        outline.setAlphaF(0.65)
        radius = 10 if at == 0 else 9
        painter.setPen(QPen(outline, 1.5))
        painter.setBrush(colour(tokens().best) if at == 0 else QColor("#FFFFFF"))
        painter.drawEllipse(spot, radius, radius)
        painter.setPen(QColor(_OUTLINE))
        number = font(Type.LETTER)
        number.setPixelSize(11 if restart.seed < 100 else 8)
        painter.setFont(number)
        box = QRectF(spot.x() - 12, spot.y() - 9, 24, 18)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(restart.seed))


class SliceChart(Chart):
    """The loss along a line between two solutions, with its barrier, or along a random direction."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, x_words=plain_words, y_words=plain_words, height_px=180)
        self.setAccessibleName(self.tr("Loss along a line"))
        tell_role(self, QAccessible.Role.Chart)
        self._found: MinimaFound | None = None
        self._at = 0

    def show_slice(self, found: MinimaFound, at: int) -> None:
        """Draw the slice at the place *at* in `MinimaFound.slices`."""
        self._found, self._at = found, at
        one = found.slices[at]
        self.across = Scale(one.positions[0], one.positions[-1])
        losses = np.asarray((*one.train_losses, *one.valid_losses))
        top = float(np.percentile(losses[np.isfinite(losses)], 97)) if np.isfinite(losses).any() else 1.0
        self.up = Scale(0.0, max(top * 1.15, 1e-6))
        self.setAccessibleDescription(
            self.tr("barrier {0} on valid, {1} on train").format(f"{one.barrier_valid:.3f}", f"{one.barrier_train:.3f}")
        )
        self.update()

    def paint_inside(self, painter: QPainter) -> None:
        if self._found is None:
            return
        now, one = tokens(), self._found.slices[self._at]
        self.draw_line(painter, one.positions, one.train_losses, now.colour("accent"), 1.2, dashed=True)
        self.draw_line(painter, one.positions, one.valid_losses, now.colour("accent"), 2.2)
        if one.name == "random":
            return
        ends = [self._loss_at(one.positions, one.valid_losses, at) for at in (0.0, 1.0)]
        for at, (height, fill) in enumerate(zip(ends, (colour(now.best), now.colour("bg")), strict=True)):
            painter.setPen(QPen(now.colour("text"), 1.2))
            painter.setBrush(fill)
            painter.drawEllipse(self.spot(float(at), height), 5, 5)
        if one.barrier_valid > 0:
            self._paint_barrier(painter, ends[0], ends[1])

    def _paint_barrier(self, painter: QPainter, first: float, last: float) -> None:
        one = self._found.slices[self._at]  # type: ignore[union-attr]
        inside = [at for at, position in enumerate(one.positions) if 0 <= position <= 1]
        top = max(inside, key=lambda at: one.valid_losses[at] - (first + (last - first) * one.positions[at]))
        x, high = one.positions[top], one.valid_losses[top]
        upper, lower = self.spot(x, high), self.spot(x, first + (last - first) * x)
        painter.setPen(QPen(tokens().colour("text"), 1.2))
        painter.drawLine(upper, lower)
        for end in (upper, lower):
            painter.drawLine(end - QPointF(4, 0), end + QPointF(4, 0))
        words = self.tr("barrier {0}").format(f"{one.barrier_valid:.2g}")
        self.draw_words(painter, upper - QPointF(10, 2), words, "text", align="right")

    @staticmethod
    def _loss_at(positions: tuple[float, ...], losses: tuple[float, ...], at: float) -> float:
        return losses[min(range(len(positions)), key=lambda one: abs(positions[one] - at))]


def _mixed(pixels: npt.NDArray[np.uint32], line: int) -> npt.NDArray[np.uint32]:
    """Return *pixels* (0xFFRRGGBB) half way to the colour *line*."""
    half = np.uint32(0x7F7F7F)
    return ((pixels >> np.uint32(1)) & half) + ((np.uint32(line & 0xFFFFFF) >> np.uint32(1)) & half) | np.uint32(
        0xFF000000
    )
