"""One plot: a title, axes in our look, and each run's lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from winnow.qt.plots.curves import Lines, Measure
from winnow.qt.plots.rates import rate_words
from winnow.qt.plots.readout import ReadOut
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.label import ElidedLabel

_LEFT_AXIS_PX = 44
_ACTIVE_PX, _OTHER_PX = 2.2, 1.5
_OTHER_ALPHA, _RAW_ALPHA = 0.75, 0.22
_MANY = 1000
"""With more points than this a line is one pixel wide: wider ones cost ten times as much."""
_POINTS = 60
_BESIDE = 0.02
"""What stays free at both ends of x, of its length: the ring of the last epoch is seen whole."""
_DASHES = [4.0, 3.0]
_EMPTY = np.empty(0)


@dataclass(frozen=True, slots=True)
class _Items:
    raw: Any
    train: Any
    valid: Any
    best: Any


class _Axis(pg.AxisItem):  # type: ignore[misc]
    """An axis whose numbers are shares, rates or plain."""

    def __init__(self, orientation: str, measure: Measure | None) -> None:
        super().__init__(orientation)
        self._measure = measure
        self._is_blank = True
        self.enableAutoSIPrefix(False)

    def show_blank(self, is_blank: bool) -> None:
        """Show no numbers: with no line they would be those of nothing."""
        if is_blank != self._is_blank:
            self._is_blank = is_blank
            self.picture = None  # drawn anew
            self.update()

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        if self._is_blank:
            return [""] * len(values)
        if self.logMode:
            return [f"{10**value:.2g}" for value in values]
        if self._measure is Measure.ACCURACY:
            digits = 0 if spacing >= 0.01 else 1
            return [f"{value * 100:.{digits}f} %" for value in values]
        if self._measure is Measure.RATE:
            return [rate_words(value) for value in values]
        digits = max(0, -int(np.floor(np.log10(spacing)))) if spacing > 0 else 0
        return [f"{value:.{digits}f}" for value in values]


class Panel(QWidget):
    """Draws the lines it is given; it knows no runs but by their ids."""

    hovered = Signal(float)  # x under the pointer, in the axis' own unit
    left = Signal()
    reset_wanted = Signal()  # a double click
    zoomed = Signal()  # another part is in view: draw again

    def __init__(self, measure: Measure, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: dict[int, _Items] = {}
        self._is_zoomed = False
        self._title, self._note = QLabel(title, self), ElidedLabel("", Type.SMALL, "text-2", self)
        self._title.setFont(font(Type.NAME))
        # However long, it takes no room from the plot beside it.
        self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._axes = {"left": _Axis("left", measure), "bottom": _Axis("bottom", None)}
        self._plot = pg.PlotWidget(self, axisItems=self._axes, enableMenu=False)
        self._plot.setAccessibleName(title)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._prepare()
        self._cross = pg.InfiniteLine(angle=90, movable=False)
        self._cross.hide()
        self._marks = pg.ScatterPlotItem(size=8, pxMode=True)
        self._plot.addItem(self._cross, ignoreBounds=True)
        self._plot.addItem(self._marks, ignoreBounds=True)
        self.readout = ReadOut(self._plot)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._plot, 1)
        self._plot.getViewBox().sigRangeChangedManually.connect(self._zoom)
        self._plot.scene().sigMouseMoved.connect(self._follow)
        self._plot.scene().sigMouseClicked.connect(self._click)
        self.dress()

    def show_note(self, words: str, tip: str = "") -> None:
        """Say *words* beside the title, and *tip* to who points at them."""
        self._note.setText(words)
        self._note.show_more(tip)

    def draw(self, run_id: int, lines: Lines, colour: QColor, is_active: bool) -> None:
        """Draw a run, replacing what was drawn of it."""
        items = self._items.get(run_id)
        if items is None:
            items = self._items[run_id] = self._make()
            self._number_axes()
        width = _ACTIVE_PX if is_active else _OTHER_PX
        ink = QColor(colour)
        if not is_active:
            ink.setAlphaF(_OTHER_ALPHA)
        faint = QColor(colour)
        faint.setAlphaF(_RAW_ALPHA)
        raw, train, valid = lines.raw, lines.train, lines.valid
        _put(items.raw, raw if is_active else None, QPen(faint, 0))
        _put(items.train, train, _pen(ink, width - 0.6, train, is_dashed=lines.valid is not None))
        _put(items.valid, valid, _pen(ink, width, valid))
        for item in (items.valid, items.train):
            item.setZValue(2 if is_active else 1)
        # A point that is no number, of a diverged epoch, takes the program down when it is painted.
        has_points = is_active and valid is not None and len(valid[0]) <= _POINTS and bool(np.isfinite(valid[1]).all())
        items.valid.setSymbol("o" if has_points else None)
        items.valid.setSymbolSize(5.2)
        items.valid.setSymbolPen(None)
        items.valid.setSymbolBrush(colour)
        best = lines.best if is_active else None
        items.best.setData([best[0]] if best else [], [best[1]] if best else [])

    def remove(self, run_id: int) -> None:
        """Draw nothing of a run any more."""
        items = self._items.pop(run_id, None)
        if items is not None:
            for item in (items.raw, items.train, items.valid, items.best):
                self._plot.removeItem(item)
            self._number_axes()

    def _number_axes(self) -> None:
        for axis in self._axes.values():
            axis.show_blank(not self._items)

    def show_cross(self, x: float, marks: Sequence[tuple[float, float, QColor]]) -> QPoint:
        """Put the crosshair at *x* with a dot on each line; returns where a read-out belongs."""
        self._cross.setPos(x)
        self._cross.show()
        logs = self._plot.getPlotItem().getAxis("left").logMode
        spots = [
            {"pos": (at, np.log10(y) if logs else y), "brush": colour, "pen": None}
            for at, y, colour in marks
            if y == y and (y > 0 or not logs)  # noqa: PLR0124 - is a number
        ]
        self._marks.setData(spots)
        on_scene = self._plot.getViewBox().mapViewToScene(QPointF(x, 0))
        top = self._plot.getViewBox().sceneBoundingRect().top()
        return QPoint(round(on_scene.x()), round(top) + 4)

    def hide_cross(self) -> None:
        """Take the crosshair away."""
        self._cross.hide()
        self._marks.clear()
        self.readout.hide()

    def set_log(self, is_log: bool) -> None:
        """Count y in powers of ten, or evenly."""
        self._plot.getPlotItem().setLogMode(y=is_log)

    def reset_view(self, end: float) -> None:
        """Show x from 0 to *end* and all of y."""
        self._is_zoomed = False
        self._plot.setXRange(0, max(end, 1e-9), padding=_BESIDE)
        self._plot.enableAutoRange(axis="y")

    def span(self) -> tuple[float, float]:
        """Return the part of x in view, without bounds where all of it is."""
        if not self._is_zoomed:
            return -np.inf, np.inf
        left, right = self._plot.getViewBox().viewRange()[0]
        return float(left), float(right)

    def dress(self) -> None:
        """Take the colours in force."""
        now = tokens()
        self._plot.setBackground(now.colour("bg"))
        item = self._plot.getPlotItem()
        for name in ("left", "bottom"):
            axis = item.getAxis(name)
            axis.setPen(pg.mkPen(now.colour("line-strong" if name == "bottom" else "bg")))
            axis.setTextPen(pg.mkPen(now.colour("text-2")))
            axis.setTickPen(pg.mkPen(now.colour("grid")))
        self._cross.setPen(pg.mkPen(now.colour("text-2"), width=1, dash=[2, 3]))
        zoomed = now.colour("accent")
        zoomed.setAlphaF(0.09)
        box = self._plot.getViewBox().rbScaleBox
        box.setPen(pg.mkPen(now.colour("accent")))
        box.setBrush(pg.mkBrush(zoomed))
        for items in self._items.values():
            items.best.setPen(pg.mkPen(now.colour("text"), width=2))

    def leaveEvent(self, event: QEvent) -> None:
        """Say that nothing is hovered: the plot itself overhears quick moves."""
        super().leaveEvent(event)
        self.left.emit()

    def _prepare(self) -> None:
        item, view = self._plot.getPlotItem(), self._plot.getViewBox()
        item.hideButtons()
        # Made without a parent, they would outlive the plot.
        for menu in (item.ctrlMenu, *(action.menu() for action in item.ctrlMenu.actions() if action.menu())):
            menu.setParent(self, menu.windowFlags())
        view.setMouseMode(pg.ViewBox.RectMode)
        view.setDefaultPadding(0.04)
        for name in ("left", "bottom"):
            axis = item.getAxis(name)
            axis.setZValue(-1000)  # its grid lies under the lines
            axis.setStyle(tickFont=font(Type.CAPTION), tickLength=0, maxTickLevel=0, tickTextOffset=6)
        item.getAxis("left").setWidth(_LEFT_AXIS_PX)
        item.getAxis("left").setGrid(255)

    def _make(self) -> _Items:
        made = [pg.PlotDataItem(connect="finite") for _ in range(3)]
        for item in made:
            self._plot.addItem(item)
        best = pg.PlotDataItem(pen=None, symbol="o", symbolSize=11, symbolBrush=None)
        best.setSymbolPen(pg.mkPen(tokens().colour("text"), width=2))
        best.setZValue(3)
        self._plot.addItem(best)
        return _Items(made[0], made[1], made[2], best)

    def _follow(self, at: QPointF) -> None:
        if self._plot.getViewBox().sceneBoundingRect().contains(at):
            self.hovered.emit(self._plot.getViewBox().mapSceneToView(at).x())
        else:
            self.left.emit()

    def _zoom(self, _mouse: object) -> None:
        self._is_zoomed = True
        self.zoomed.emit()

    def _click(self, event: Any) -> None:
        if event.double():
            self.reset_wanted.emit()


def _pen(colour: QColor, width: float, line: tuple[Any, Any] | None, is_dashed: bool = False) -> QPen:
    """Return a cosmetic pen, thin for lines of very many points."""
    is_long = line is not None and len(line[0]) > _MANY
    pen = QPen(colour, 1.0 if is_long else width)
    pen.setCosmetic(True)
    if is_dashed and not is_long:
        pen.setDashPattern(_DASHES)
    return pen


def _put(item: Any, line: tuple[Any, Any] | None, pen: QPen) -> None:
    x, y = line if line is not None else (_EMPTY, _EMPTY)
    item.setPen(pen)
    item.setData(x, y, antialias=len(x) <= _MANY)
