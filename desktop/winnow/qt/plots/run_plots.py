"""Loss, accuracy and learning rate of runs, drawn while they are trained.

This module imports pyqtgraph, which is slow: import it only where plots are about to be shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyqtgraph
from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from winnow.domain.run import EpochDone, StepDone
from winnow.qt.plots.run_curves import RunCurves
from winnow.qt.plots.series import Floats
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import current_theme
from winnow.qt.widgets.form import SectionHeading

_REDRAW_MS = 100


class RunPlots(QWidget):
    """Three plots over epochs. New points are drawn at most every 100 ms, however fast they come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves: dict[int, RunCurves] = {}
        self._lengths: dict[int, int] = {}
        self._order: tuple[int, ...] = ()
        self._active = 0
        self._dirty: set[int] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REDRAW_MS)
        self._timer.timeout.connect(self._redraw)
        self._loss, self._accuracy, self._rate = (self._plot() for _ in range(3))
        self._lay_out()
        self._show_colours()
        current_theme().changed.connect(self._show_colours)

    def point_count(self, run_id: int) -> int:
        """Return how many points of a run are held, over all its curves; 0 for an unknown one."""
        return self._curves[run_id].point_count() if run_id in self._curves else 0

    def begin_run(self, run_id: int, epochs: int, steps_per_epoch: int) -> None:
        """Show an empty run of *epochs* as the active one; *steps_per_epoch* lays steps on the x axis."""
        self._forget(run_id)
        self._curves[run_id] = RunCurves(self._loss, self._accuracy, self._rate, steps_per_epoch)
        if run_id not in self._order:
            self._order = (run_id, *self._order)
        self._make_room(run_id, epochs)
        self.set_active(run_id)

    def add_step(self, run_id: int, step: StepDone) -> None:
        """Append what one batch gave; the run was begun before."""
        self._curves[run_id].add_step(step)
        self._mark(run_id)

    def add_epoch(self, run_id: int, epoch: EpochDone) -> None:
        """Append what one epoch gave; the run was begun before."""
        self._curves[run_id].add_epochs((epoch,))
        self._mark(run_id)

    def show_run(self, run_id: int, epochs: Sequence[EpochDone], steps: Floats) -> None:
        """Show a stored run; *steps* is (n, 4): step, loss, accuracy, learning rate."""
        self._forget(run_id)
        each = epochs[0].step // epochs[0].epoch if epochs else len(steps)
        made = RunCurves(self._loss, self._accuracy, self._rate, each)
        made.show_steps(steps)
        made.add_epochs(epochs)
        self._curves[run_id] = made
        self._make_room(run_id, len(epochs))
        self._show_colours()
        self._mark(run_id)

    def show_order(self, run_ids: Sequence[int]) -> None:
        """Colour the runs by their place, the newest first; those that are not named go away."""
        self._order = tuple(run_ids)
        for run_id in set(self._curves) - set(run_ids):
            self._forget(run_id)
        self._show_colours()

    def set_active(self, run_id: int) -> None:
        """Bring a run to the front: it shows its batches, its rate and its best epoch."""
        self._active = run_id
        self._show_colours()

    def _plot(self) -> Any:
        made = pyqtgraph.PlotWidget(self, enableMenu=False)
        made.hideButtons()
        made.setMouseEnabled(False, False)
        made.setDownsampling(auto=True, mode="peak")
        made.setClipToView(True)
        made.showGrid(x=False, y=True, alpha=0.15)
        for side in ("left", "bottom"):
            made.getAxis(side).setStyle(tickFont=font(Type.CAPTION), tickLength=0)
            made.getAxis(side).enableAutoSIPrefix(False)
        made.getAxis("left").setWidth(46)
        return made

    def _lay_out(self) -> None:
        self._loss.setAccessibleName(self.tr("Loss over epochs"))
        self._accuracy.setAccessibleName(self.tr("Accuracy over epochs"))
        self._rate.setAccessibleName(self.tr("Learning rate over epochs"))
        loss = SectionHeading(self.tr("Loss"), self.tr("cross-entropy; train dashed, valid solid"), self)
        accuracy = SectionHeading(self.tr("Accuracy"), self.tr("per cent right; the ring is the best epoch"), self)
        rate = SectionHeading(self.tr("Learning rate"), self.tr("over epochs"), self)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 10, 16, 8)
        grid.setSpacing(12)
        grid.addLayout(_titled(loss, self._loss), 0, 0)
        grid.addLayout(_titled(accuracy, self._accuracy), 0, 1)
        grid.addLayout(_titled(rate, self._rate), 1, 0, 1, 2)
        grid.setRowStretch(0, 3)
        grid.setRowStretch(1, 1)

    def _forget(self, run_id: int) -> None:
        gone = self._curves.pop(run_id, None)
        if gone is not None:
            gone.remove()
        self._dirty.discard(run_id)
        self._lengths.pop(run_id, None)

    def _make_room(self, run_id: int, epochs: int) -> None:
        """Let x reach to the end of the longest run."""
        self._lengths[run_id] = max(epochs, 1)
        for plot in (self._loss, self._accuracy, self._rate):
            plot.setXRange(0, max(self._lengths.values()), padding=0.02)

    def _mark(self, run_id: int) -> None:
        self._dirty.add(run_id)
        # A timer that is started again by every point would never fire.
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _redraw(self) -> None:
        for run_id in self._dirty:
            self._curves[run_id].redraw()
        self._dirty.clear()

    @Slot()
    def _show_colours(self) -> None:
        now = current_theme().tokens
        for plot in (self._loss, self._accuracy, self._rate):
            plot.setBackground(now.colour("bg"))
            for side in ("left", "bottom"):
                plot.getAxis(side).setPen(now.colour("line-strong"))
                plot.getAxis(side).setTextPen(now.colour("text-2"))
        for run_id, curves in self._curves.items():
            place = self._order.index(run_id) if run_id in self._order else 0
            curves.paint(now.run_colour(place), now.colour("text"), run_id == self._active)


def _titled(heading: QWidget, plot: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(heading)
    column.addWidget(plot, 1)
    return column
