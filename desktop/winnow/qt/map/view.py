"""The map: points to look at, to hover and to catch with a lasso."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from winnow.qt.accessible import tell_role
from winnow.qt.map.geometry import Places, Viewpoint, beside, inside, nearest, towards
from winnow.qt.map.painting import Look, PointPainter
from winnow.qt.map.thumbs import NearPictures
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import current_theme, tokens
from winnow.qt.widgets.chip import draw_class_chip, draw_cluster_chip

Ids = npt.NDArray[np.int64]
_REACH_PX = 10
_STEP = 1.25
_SHARPEN_MS = 60
_CAPTION_PX = 24
_RING_PX, _HOVER_PX = 5.4, 8.0


@dataclass(frozen=True, slots=True)
class Caption:
    """The name of a group, over its middle."""

    x: float
    y: float
    words: str
    count: str
    cluster: int = 0
    """Number on the chip, from 1; 0 for none."""
    letter: str = ""
    label: int = -1


class MapView(QWidget):
    """Shows points; wheel zooms at the pointer, middle button or Space pans, the left button draws a lasso.

    With Shift a lasso adds to the selection, with Ctrl it takes away; with
    Alt it is a rectangle. Arrow keys go from point to point and select, with
    Shift one more.
    """

    selection_made = Signal(object)  # ids, (n,) int64
    current_changed = Signal(int)  # the point that the pointer or the keyboard is at; -1: none
    activated = Signal(int)  # Enter or a double click on a point
    viewpoint_changed = Signal(float)  # zoom

    def __init__(self, pictures: NearPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: Ids = np.empty(0, np.int64)
        self._points: Places = np.empty((0, 2), np.float32)
        self._look = Look(np.empty(0, np.int32), np.empty(0, np.uint8), [QColor()])
        self._captions: tuple[Caption, ...] = ()
        self._selected = np.empty(0, np.bool_)
        self._current = -1
        self._places: Places = self._points
        self.viewpoint = Viewpoint(1, 1)
        self._painted: Viewpoint | None = None
        self._sharp: PointPainter | None = None
        self._under: PointPainter | None = None
        self._lasso: list[QPointF] = []
        self._drag_from: QPointF | None = None
        self.pans = False
        self._pictures = pictures
        pictures.arrived.connect(self.update)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._paint_some)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Map of the pictures"))
        tell_role(self, QAccessible.Role.Chart)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        current_theme().changed.connect(self._sharpen)

    @property
    def current(self) -> int:
        """The id of the point that is looked at, -1 for none."""
        return int(self._ids[self._current]) if self._current >= 0 else -1

    @property
    def selected_ids(self) -> Ids:
        """The ids of the selected points."""
        return self._ids[self._selected]

    def show_points(
        self, ids: Ids, points: Places, look: Look, captions: Sequence[Caption], keys: npt.NDArray[np.uint8]
    ) -> None:
        """Show *points*, (n, 2), of *ids*; what was selected and is still there stays selected."""
        chosen = self.selected_ids
        here = self.current
        self._ids, self._points, self._look, self._captions = ids, points, look, tuple(captions)
        self._pictures.show_keys(keys)
        self._selected = np.isin(ids, chosen)
        found = np.flatnonzero(ids == here)
        self._current = int(found[0]) if len(found) else -1
        self._place()

    def show_selection(self, ids: Ids) -> None:
        """Show *ids* as selected; nothing is emitted."""
        self._selected = np.isin(self._ids, ids)
        self.update()

    def fit(self) -> None:
        """Show the whole map."""
        self._look_from(Viewpoint(self.width(), self.height()))

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom by *factor* at a place of the view, by default its middle."""
        spot = at or QPointF(self.width() / 2, self.height() / 2)
        self._look_from(self.viewpoint.zoomed(factor, spot.x(), spot.y()))

    def place_of(self, image_id: int) -> QPoint | None:
        """Return where the point of a picture lies in the view, None where it has none."""
        rows = np.flatnonzero(self._ids == image_id)
        if not len(rows):
            return None
        x, y = self._places[rows[0]]
        return QPoint(round(float(x)), round(float(y)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._look_from(replace(self.viewpoint, width=self.width(), height=self.height()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom_by(_STEP ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() == Qt.MouseButton.MiddleButton or (self.pans and event.button() == Qt.MouseButton.LeftButton):
            self._drag_from = event.position()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._lasso = [event.position()]

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._drag_from is not None:
            moved = at - self._drag_from
            self._drag_from = at
            self._look_from(self.viewpoint.moved(moved.x(), moved.y()))
        elif self._lasso:
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                first = self._lasso[0]
                self._lasso = [first, QPointF(at.x(), first.y()), at, QPointF(first.x(), at.y())]
            else:
                self._lasso.append(at)
            self.update()
        else:
            self._go_to(nearest(self._places, at.x(), at.y(), _REACH_PX))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag_from = None
        if not self._lasso:
            return
        lasso, self._lasso = self._lasso, []
        corners = np.array([(point.x(), point.y()) for point in lasso], np.float32)
        if len(lasso) < 3 or float(np.ptp(corners, axis=0).max()) < 4:
            caught = np.zeros(len(self._ids), np.bool_)
            row = nearest(self._places, lasso[-1].x(), lasso[-1].y(), _REACH_PX)
            if row >= 0:
                caught[row] = True
        else:
            caught = inside(self._places, corners)
        self._select(caught, event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._current >= 0:
            self.activated.emit(self.current)

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self._go_to(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left.value: (-1, 0),
            Qt.Key.Key_Right.value: (1, 0),
            Qt.Key.Key_Up.value: (0, -1),
            Qt.Key.Key_Down.value: (0, 1),
        }
        if event.key() in steps and len(self._ids):
            if self._current >= 0:
                self._go_to(towards(self._places, self._current, *steps[event.key()]))
            else:
                self._go_to(nearest(self._places, self.width() / 2, self.height() / 2, float("inf")))
            self._select(np.arange(len(self._ids)) == self._current, event.modifiers())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current >= 0:
            self.activated.emit(self.current)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(_STEP)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom_by(1 / _STEP)
        elif event.key() in (Qt.Key.Key_F, Qt.Key.Key_0):
            self.fit()
        elif event.key() == Qt.Key.Key_Escape:
            self._select(np.zeros(len(self._ids), np.bool_), Qt.KeyboardModifier.NoModifier)
        else:
            super().keyPressEvent(event)

    def _select(self, caught: npt.NDArray[np.bool_], modifiers: Qt.KeyboardModifier) -> None:
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            caught = self._selected & ~caught
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            caught = self._selected | caught
        self._selected = caught
        self.update()
        self.selection_made.emit(self.selected_ids)

    def _go_to(self, row: int) -> None:
        if row != self._current:
            self._current = row
            self.update()
            self.current_changed.emit(self.current)

    def _look_from(self, viewpoint: Viewpoint) -> None:
        self.viewpoint = viewpoint
        self._place()
        self.viewpoint_changed.emit(viewpoint.zoom)

    def _place(self) -> None:
        self._places = self.viewpoint.on_screen(self._points)
        self._under = None
        self._soon.start(_SHARPEN_MS if self._sharp is not None else 0)
        self.update()

    @Slot()
    def _sharpen(self) -> None:
        self._sharp = None
        self._place()

    @Slot()
    def _paint_some(self) -> None:
        """Paint some of the points anew; meanwhile the last picture is shown, moved and stretched."""
        if self._under is None:
            ratio = self.devicePixelRatioF()
            self._under = PointPainter(self._places, self._look, self.width(), self.height(), ratio)
        if self._under.step():
            self._sharp, self._painted, self._under = self._under, self.viewpoint, None
            self.update()
        else:
            self._soon.start(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens().colour("bg"))
        if self._sharp is not None and self._painted is not None:
            painter.drawPixmap(self._stretched(self._painted), self._sharp.pixmap, QRectF(self._sharp.pixmap.rect()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # While the view moves, none: they would be loaded for a place that is left at once.
        if not self._soon.isActive():
            self._pictures.draw(painter, self._places, self.width(), self.height(), self.devicePixelRatioF())
        self._draw_rings(painter)
        taken: list[QRectF] = []
        for caption in self._captions:
            self._draw_caption(painter, caption, taken)
        if len(self._lasso) > 1:
            fill = tokens().colour("accent")
            painter.setPen(QPen(fill, 1.5, Qt.PenStyle.DashLine))
            fill.setAlphaF(0.09)
            painter.setBrush(fill)
            painter.drawPolygon(QPolygonF(self._lasso))

    def _stretched(self, before: Viewpoint) -> QRectF:
        """Return where the picture that was painted from *before* belongs now."""
        now = self.viewpoint
        left, top = before.on_map(0, 0)
        grown = now.scale / before.scale
        x, y = now.width / 2 + (left - now.x) * now.scale, now.height / 2 - (top - now.y) * now.scale
        return QRectF(x, y, before.width * grown, before.height * grown)

    def _draw_rings(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(tokens().colour("accent"), 1.5))
        box = self.rect().adjusted(-10, -10, 10, 10)
        for x, y in self._places[self._selected].tolist():
            if box.contains(round(x), round(y)):
                painter.drawEllipse(QPointF(x, y), _RING_PX, _RING_PX)
        if self._current >= 0:
            x, y = self._places[self._current].tolist()
            painter.setPen(QPen(tokens().colour("text"), 2))
            painter.drawEllipse(QPointF(x, y), _HOVER_PX, _HOVER_PX)

    def _draw_caption(self, painter: QPainter, caption: Caption, taken: list[QRectF]) -> None:
        now, view = tokens(), self.viewpoint
        painter.setFont(font(Type.SMALL))
        metrics = painter.fontMetrics()
        words = metrics.horizontalAdvance(caption.words)
        count = metrics.horizontalAdvance(caption.count)
        chip = 22 if caption.cluster or caption.letter else 0
        width = 6 + chip + words + 6 + count + 8
        x = view.width / 2 + (caption.x - view.x) * view.scale - width / 2
        y = view.height / 2 - (caption.y - view.y) * view.scale - _CAPTION_PX - 10
        box = beside(QRectF(round(x), round(y), width, _CAPTION_PX), taken)
        taken.append(box)
        if not box.intersects(QRectF(self.rect())):
            return
        draw_box(painter, box, 6, now.colour("pop"), now.colour("pop-line"))
        spot = QRectF(box.left() + 4, box.top() + 4, 16, 16).toRect()
        if caption.cluster:
            draw_cluster_chip(painter, spot, caption.cluster)
        elif caption.letter:
            draw_class_chip(painter, spot, caption.letter, caption.label)
        painter.setFont(font(Type.SMALL))
        painter.setPen(now.colour("text"))
        line = box.adjusted(6 + chip, 0, 0, 0)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, caption.words)
        painter.setPen(now.colour("text-2"))
        painter.drawText(line.adjusted(words + 6, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, caption.count)
