"""Loss, accuracy and learning rate of several runs, drawn while they run.

This module imports pyqtgraph, which costs a tenth of a second: import it only
where plots are about to be shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from winnow.domain.run import EpochDone, StepDone
from winnow.qt.accessible import tell_role
from winnow.qt.plots.curves import Axis, Floats, Measure, RunCurve
from winnow.qt.plots.panel import Panel
from winnow.qt.plots.rates import rate_words
from winnow.qt.plots.readout import ReadOutRow
from winnow.qt.theme.theme import current_theme

_REDRAW_MS = 33
"""One plot after the other: all three at once would hold up the window."""
_SMOOTHING = 0.9


class RunPlots(QWidget):
    """Collects what runs report and draws each plot ten times a second at the most.

    A run's colour is its place in the order, the newest first, so that it
    follows the theme.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs: dict[int, RunCurve] = {}
        self._order: tuple[int, ...] = ()
        self._hidden: set[int] = set()
        self._names: dict[int, str] = {}
        self._dirty: dict[Measure, set[int]] = {one: set() for one in Measure}
        self._active = 0
        self._axis = Axis.EPOCHS
        self._smoothing = _SMOOTHING
        self._end = 0.0
        self._epoch: int | None = None
        self._notes = {Measure.LOSS: self.tr("cross-entropy")}
        titles = (self.tr("Loss"), self.tr("Accuracy"), self.tr("Learning rate"))
        self._panels = {one: Panel(one, title, self) for one, title in zip(Measure, titles, strict=True)}
        self._panels[Measure.LOSS].show_note(self._notes[Measure.LOSS])
        self._lay_out()
        for panel in self._panels.values():
            panel.hovered.connect(self._cross)
            panel.left.connect(self._uncross)
            panel.reset_wanted.connect(self.reset_view)
            panel.zoomed.connect(self._mark_all)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REDRAW_MS)
        self._timer.timeout.connect(self._redraw_next)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focus_inset", True)
        self.setAccessibleName(self.tr("Curves of the runs"))
        tell_role(self, QAccessible.Role.Chart)
        current_theme().changed.connect(self._dress)

    def begin_run(self, run_id: int, epochs: int, steps_per_epoch: int) -> None:
        """Show an empty run, as the active one.

        Args:
            epochs: As many as are planned, for the length of the axis.
            steps_per_epoch: To lay steps and epochs on one axis.
        """
        self._runs[run_id] = RunCurve(epochs, steps_per_epoch, self._smoothing)
        if run_id not in self._order:
            self._order = (run_id, *self._order)
        self.set_active(run_id)

    def continue_run(self, run_id: int, epochs: int, steps_per_epoch: int, epochs_before: int) -> None:
        """Go on with a run after its first *epochs_before* epochs; what is drawn of it until then stays."""
        curve = self._runs.get(run_id)
        if curve is None or curve.steps_per_epoch != steps_per_epoch:
            self.begin_run(run_id, epochs, steps_per_epoch)
            return
        curve.epochs_planned = epochs
        curve.cut_back(epochs_before)
        self.set_active(run_id)

    def add_step(self, run_id: int, step: StepDone) -> None:
        """Append what one batch gave; of an unknown run it is dropped."""
        if run_id in self._runs:
            self._runs[run_id].add_step(step)
            self._mark(run_id)

    def add_epoch(self, run_id: int, epoch: EpochDone) -> None:
        """Append what one epoch gave; of an unknown run it is dropped."""
        if run_id in self._runs:
            self._runs[run_id].add_epoch(epoch)
            self._mark(run_id)

    def show_run(self, run_id: int, epochs: Sequence[EpochDone], steps: Floats | None = None) -> None:
        """Show a stored run, whole.

        Args:
            steps: (n, 4): step, loss, accuracy, learning rate; None where they were not kept.
        """
        each = epochs[0].step // epochs[0].epoch if epochs else 1 if steps is None else len(steps)
        curve = RunCurve(len(epochs), each, self._smoothing)
        if steps is not None and len(steps):
            curve.add_steps(steps)
        for epoch in epochs:
            curve.add_epoch(epoch)
        self._runs[run_id] = curve
        if run_id not in self._order:
            self._order = (*self._order, run_id)
        self._mark(run_id)

    def show_order(self, run_ids: Sequence[int]) -> None:
        """Colour the runs by their place, the newest first; those that are not named go away."""
        if self._order == tuple(run_ids):
            return
        self._order = tuple(run_ids)
        for gone in self._runs.keys() - set(run_ids):
            del self._runs[gone]
            self._undraw(gone)
        self._mark_all()

    def show_names(self, names: dict[int, str]) -> None:
        """Call the runs so in the read-outs; without a name one is called by its number."""
        self._names = dict(names)

    def set_visible(self, run_id: int, is_visible: bool) -> None:
        """Show or hide a run; what it reports is collected all the same."""
        if is_visible == (run_id not in self._hidden):
            return
        self._hidden ^= {run_id}
        self._mark(run_id)

    def set_active(self, run_id: int) -> None:
        """Bring a run to the front: it shows its batches, its points, its rate and its best epoch."""
        if run_id == self._active:
            return
        for one in (self._active, run_id):
            self._mark(one)
        self._active = run_id

    def set_axis(self, axis: str) -> None:
        """Lay "epochs", "steps" or "time" (minutes) along x."""
        self._axis = Axis(axis)
        self._uncross()
        self._end = 0.0
        self._mark_all()

    def set_log(self, is_log: bool) -> None:
        """Count the loss in powers of ten, or evenly."""
        self._panels[Measure.LOSS].set_log(is_log)

    def set_smoothing(self, smoothing: float) -> None:
        """Smooth the train lines by *smoothing*, 0 (not at all) to 0.999; the batches themselves stay, faint."""
        self._smoothing = min(max(smoothing, 0.0), 0.999)
        for curve in self._runs.values():
            curve.smooth(self._smoothing)
        self._mark_all()

    def show_note(self, measure: Measure, words: str, tip: str = "") -> None:
        """Say *words* beside a plot's title, and *tip* to who points at them."""
        self._notes[measure] = words
        self._panels[measure].show_note(words, tip)

    def point_count(self, run_id: int) -> int:
        """Return how many points of a run are held, over all its curves; 0 for an unknown one."""
        return self._runs[run_id].point_count if run_id in self._runs else 0

    @Slot()
    def reset_view(self) -> None:
        """Show everything again after zooming."""
        for panel in self._panels.values():
            panel.reset_view(self._end)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._redraw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the crosshair by an epoch."""
        by = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}.get(event.key())
        if by is None or not self._visible():
            event.ignore()
        elif self._epoch is None:
            self._cross(self._end if by < 0 else 0.0)
        else:
            self._cross_epoch(self._epoch + by)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 8, 16, 8)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        grid.addWidget(self._panels[Measure.LOSS], 0, 0)
        grid.addWidget(self._panels[Measure.ACCURACY], 0, 1)
        grid.addWidget(self._panels[Measure.RATE], 1, 0, 1, 2)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(0, 5)
        grid.setRowStretch(1, 2)

    def _mark(self, run_id: int) -> None:
        """Draw a run anew, soon."""
        for runs in self._dirty.values():
            runs.add(run_id)
        # Not started again while it runs: it would be put off by every step.
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _mark_all(self) -> None:
        for run_id in self._runs:
            self._mark(run_id)

    def _undraw(self, run_id: int) -> None:
        for panel in self._panels.values():
            panel.remove(run_id)

    @Slot()
    def _redraw_next(self) -> None:
        """Draw the plot that has waited longest, and come back for the others."""
        measure = next((one for one, runs in self._dirty.items() if runs), None)
        if measure is None:
            return
        self._redraw_panel(measure)
        self._dirty[measure] = self._dirty.pop(measure)
        if any(self._dirty.values()):
            self._timer.start()

    def _redraw(self) -> None:
        for measure in Measure:
            self._redraw_panel(measure)

    def _redraw_panel(self, measure: Measure) -> None:
        panel, dirty = self._panels[measure], self._dirty[measure]
        self._dirty[measure] = set()
        for run_id in dirty & self._runs.keys():
            is_active = run_id == self._active
            if run_id in self._hidden or (measure is Measure.RATE and not is_active):
                panel.remove(run_id)
            else:
                lines = self._runs[run_id].lines(measure, self._axis, *panel.span())
                panel.draw(run_id, lines, self._colour(run_id), is_active)
        end = max((curve.end(self._axis) for curve in self._visible().values()), default=0.0)
        if end != self._end:
            self._end = end
            self.reset_view()
        if self._epoch is not None:
            self._cross_epoch(self._epoch)

    @Slot()
    def _dress(self) -> None:
        for panel in self._panels.values():
            panel.dress()
        self._mark_all()

    def _visible(self) -> dict[int, RunCurve]:
        """Return the visible runs, the active one first, then as ordered."""
        order = sorted(self._order, key=lambda run_id: run_id != self._active)
        return {run_id: self._runs[run_id] for run_id in order if run_id in self._runs and run_id not in self._hidden}

    def _colour(self, run_id: int) -> QColor:
        place = self._order.index(run_id) if run_id in self._order else 0
        return current_theme().tokens.run_colour(place)

    @Slot(float)
    def _cross(self, x: float) -> None:
        """Put the crosshair on the epoch that ends nearest to *x*."""
        found = [near for one in self._visible().values() if (near := one.nearest_epoch(x, self._axis)) is not None]
        if found:
            self._cross_epoch(min(found, key=lambda near: near[1])[0])
        else:
            self._uncross()

    def _cross_epoch(self, number: int) -> None:
        shown = self._visible().items()
        there = {run_id: (curve, epoch) for run_id, curve in shown if (epoch := curve.epoch(number)) is not None}
        if not there:
            return
        self._epoch = number
        curve, first = next(iter(there.values()))
        x = curve.x_of(first, self._axis)
        epochs = {run_id: epoch for run_id, (_, epoch) in there.items()}
        losses = {one: (e.valid_loss, (f"{e.train_loss:.3f}", f"{e.valid_loss:.3f}")) for one, e in epochs.items()}
        shares = {one: (e.valid_accuracy, (f"{e.valid_accuracy * 100:.1f} %",)) for one, e in epochs.items()}
        self._read(Measure.LOSS, x, (self.tr("train"), self.tr("valid")), losses)
        self._read(Measure.ACCURACY, x, (self.tr("valid"),), shares)
        rate = curve.rate_at(first.step)
        marks = [] if rate is None else [(x, rate, self._colour(next(iter(there))))]
        self._panels[Measure.RATE].show_cross(x, marks)
        self._panels[Measure.RATE].show_note(self._notes.get(Measure.RATE, "") if rate is None else rate_words(rate))

    def _read(
        self, measure: Measure, x: float, columns: tuple[str, ...], runs: Mapping[int, tuple[float, tuple[str, ...]]]
    ) -> None:
        """Show the crosshair of one plot at *x*; each run has the y of its dot and the words of its columns."""
        panel = self._panels[measure]
        beside = panel.show_cross(x, [(x, y, self._colour(run_id)) for run_id, (y, _) in runs.items()])
        rows = [ReadOutRow(self._colour(run_id), self._name(run_id), values) for run_id, (_, values) in runs.items()]
        panel.readout.show_values(self.tr("epoch {0}").format(self._epoch), columns, rows, beside)

    def _name(self, run_id: int) -> str:
        return self._names.get(run_id) or self.tr("run-{0}").format(f"{run_id:02d}")

    @Slot()
    def _uncross(self) -> None:
        self._epoch = None
        for panel in self._panels.values():
            panel.hide_cross()
        self._panels[Measure.RATE].show_note(self._notes.get(Measure.RATE, ""))
