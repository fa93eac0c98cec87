"""Which runs' curves are drawn: what is loaded, what the person hid, and in which colours."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from winnow.app.queries.runs import RunCurve, run_curve
from winnow.domain.run import Run, RunState
from winnow.qt.bridge import Bridge
from winnow.qt.rooms.train.curves_page import CurvesPage

_SHOWN_AT_FIRST = 4
"""As many runs as there are colours for them."""


class ShownRuns(QObject):
    """Loads the curve of each visible run once; the newest four are visible unless the person says otherwise."""

    changed = Signal()

    def __init__(self, bridge: Bridge, page: CurvesPage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._page = bridge, page
        self._wished: dict[int, bool] = {}
        self._loaded: set[int] = set()
        self._runs: tuple[Run, ...] = ()

    def show_runs(self, runs: tuple[Run, ...], live: int) -> None:
        """Draw *runs*, the newest first; the run *live* draws itself."""
        self._runs = runs
        order = [int(run.id) for run in runs]
        if live and live not in order:
            order.insert(0, live)
        plots = self._page.plots
        plots.show_names({int(run.id): run.name for run in runs})
        plots.show_order(order)
        self._loaded &= set(order)
        if live:
            self._loaded.add(live)
        for run in runs:
            is_visible = self.is_visible(int(run.id))
            plots.set_visible(int(run.id), is_visible)
            if is_visible and run.id not in self._loaded and run.state is not RunState.RUNNING:
                self._loaded.add(int(run.id))
                self._bridge.ask(f"train-curve-{run.id}", self._show_curve, run_curve, run.id)

    def is_visible(self, run_id: int) -> bool:
        """Say whether a run's curve is to be drawn."""
        newest = [int(run.id) for run in self._runs[:_SHOWN_AT_FIRST]]
        return self._wished.get(run_id, run_id in newest)

    def toggle(self, run_id: int) -> None:
        """Show a run's curve, or hide it."""
        self._wished[run_id] = not self.is_visible(run_id)
        self.changed.emit()

    def show_only(self, run_ids: tuple[int, ...]) -> None:
        """Draw just *run_ids*; empty: what was visible before."""
        self._wished = {int(run.id): run.id in run_ids for run in self._runs} if run_ids else {}
        self.changed.emit()

    def forget(self, run_id: int) -> None:
        """Load a run's curve again when it is to be drawn: it went on since."""
        self._loaded.discard(run_id)

    def _show_curve(self, curve: RunCurve) -> None:
        self._page.plots.show_run(curve.run.id, curve.run.epochs, curve.steps)
