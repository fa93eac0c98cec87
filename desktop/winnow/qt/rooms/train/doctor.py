"""The training doctor in the window: looks at a run when it ends, and at older ones when asked."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from winnow.app.jobs import Job
from winnow.app.session import Session
from winnow.base.outcomes import Steps
from winnow.domain.diagnosis import Diagnoses
from winnow.domain.ids import RunId
from winnow.domain.run import Run
from winnow.qt.bridge import Bridge
from winnow.qt.rooms.train.doctor_panel import DoctorPanel

_AFTER_THE_RUN_MS = 700
"""So much later the doctor begins: the window draws the end of the run and asks anew for its rooms meanwhile."""


class Doctor(QObject):
    """Shows what is kept of a run, and looks at one that just ended or that the person asks about."""

    remedy_wanted = Signal(object)  # Remedy

    def __init__(self, bridge: Bridge, panel: DoctorPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._panel = bridge, panel
        self._run: Run | None = None
        self._is_live = False
        self._looks_at = 0
        self._expected = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_THE_RUN_MS)
        self._soon.timeout.connect(self._look_at_ended)
        self._ended = 0
        panel.look_wanted.connect(self.look)
        panel.remedy_wanted.connect(self.remedy_wanted)
        panel.hide()

    def expect(self, run_id: int) -> None:
        """A run ended: look at it as soon as it is in the table."""
        self._expected = run_id

    def show_run(self, run: Run | None) -> None:
        """Speak of *run* from now on; None: of nothing."""
        is_new = run is None or self._run is None or run.id != self._run.id
        self._run, self._is_live = run, False
        if run is None:
            self._panel.hide()
            return
        if is_new or run.id == self._expected:
            self._panel.show()
        if run.id == self._expected and run.epochs:
            self._ended, self._expected = self._expected, 0
            self._soon.start()
        self._tell()

    def show_live(self) -> None:
        """Speak of the run that is going on; its place is taken already, or the curves would jump when it ends."""
        if not self._is_live:
            self._panel.show()
        self._run, self._is_live = None, True
        self._panel.show_coming()

    @Slot(int)
    def look(self, run_id: int) -> None:
        """Look at a run now."""
        if self._looks_at or not run_id:
            return
        self._looks_at = run_id
        steps = partial(_diagnosed, self._bridge.session, RunId(run_id))
        running = self._bridge.jobs.start(Job(self.tr("Training doctor"), steps), at_once=True)
        running.stepped.connect(self._take)
        running.ended.connect(self._end)
        self._tell()

    @Slot()
    def _look_at_ended(self) -> None:
        ended, self._ended = self._ended, 0
        self.look(ended)

    def _tell(self) -> None:
        run = self._run
        if run is None:
            return
        if run.id in (self._looks_at, self._ended):
            self._panel.show_looking(run)
        elif run.diagnoses is not None:
            self._panel.show_found(run, run.diagnoses.messages)
        else:
            self._panel.show_unseen(run)

    @Slot(object)
    def _take(self, event: object) -> None:
        # The table that has it too comes a moment later.
        if isinstance(event, Diagnoses) and self._run is not None and self._run.id == self._looks_at:
            self._run = replace(self._run, diagnoses=event)

    @Slot(object)
    def _end(self, _outcome: object) -> None:
        self._looks_at = 0
        self._tell()


def _diagnosed(session: Session, run_id: RunId) -> Steps:
    from winnow.app.pipelines.diagnosing import diagnose

    yield from diagnose(session, run_id)
