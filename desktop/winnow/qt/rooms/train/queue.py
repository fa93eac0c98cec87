"""The runs of Train's line: started, resumed, and kept while they wait, also for when the project is opened again."""

from __future__ import annotations

import importlib
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from winnow.app.session import Session
from winnow.app.waiting_runs import keep_waiting, waiting
from winnow.base.outcomes import Steps
from winnow.domain.ids import RunId
from winnow.domain.recipe import Recipe
from winnow.domain.run import WaitingRun
from winnow.qt.bridge import Bridge
from winnow.qt.looking_only import changes_project
from winnow.qt.rooms.train.line import Work, WorkLine
from winnow.qt.rooms.train.words import choice_words
from winnow.qt.widgets.banner import WarningBanner
from winnow.qt.widgets.button import Button, Role

RUN = "run"
_MOST_NAMED = 3


class WaitingBanner(WarningBanner):
    """Offers the runs that waited when the project was closed."""

    def __init__(self, parent: QWidget) -> None:
        buttons = QWidget(parent)
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.start_button = Button("", buttons, Role.PRIMARY, icon_name="play")
        changes_project(self.start_button)
        self.forget_button = Button("", buttons, Role.QUIET)
        changes_project(self.forget_button)
        row.addWidget(self.forget_button)
        row.addWidget(self.start_button)
        super().__init__("", "", parent, tone="accent", icon_name="play", action=buttons)
        self.hide()

    def show_offer(self, offered: tuple[WaitingRun, ...]) -> None:
        """Offer *offered*; nothing takes the banner away."""
        self.setVisible(bool(offered))
        is_one = len(offered) == 1
        heading = self.tr("{0} runs waited when the project was closed", n=len(offered)).format(len(offered))
        self.start_button.setText(self.tr("Start it") if is_one else self.tr("Start them"))
        self.forget_button.setText(self.tr("Forget it") if is_one else self.tr("Forget them"))
        named = [self._named(one) for one in offered[:_MOST_NAMED]]
        self.show_words(heading, "; ".join(named) + (" …" if len(offered) > _MOST_NAMED else ""))

    def _named(self, one: WaitingRun) -> str:
        epochs = self.tr("{0} epochs", n=one.recipe.epochs).format(one.recipe.epochs)
        said = self.tr("{0}, {1}").format(choice_words(one.recipe.kind), epochs)
        return said if one.resumed is None else self.tr("{0}, resumed").format(said)


class RunQueue(QObject):
    """Adds runs to the line. A run waits in the store as well until it has begun and is in the table."""

    def __init__(self, bridge: Bridge, line: WorkLine, banner: WaitingBanner, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._line, self._banner = bridge, line, banner
        self._offered: tuple[WaitingRun, ...] = ()
        self._kept: tuple[WaitingRun, ...] = ()
        self._has_begun = False
        self._is_known = self._is_closing = False
        line.began.connect(self._begin)
        line.changed.connect(self._keep)
        bridge.closing.connect(self._close)
        banner.start_button.clicked.connect(self._start_offered)
        banner.forget_button.clicked.connect(self._forget_offered)
        bridge.ask("train-waiting", self._show_offered, waiting)
        bridge.fetch("train-modules", _nothing, _load)

    @property
    def offered(self) -> tuple[WaitingRun, ...]:
        """What waited when the project was closed, and was neither started nor forgotten yet."""
        return self._offered

    def add(self, wanted: WaitingRun) -> None:
        """Start *wanted*, or let it wait its turn."""
        session = self._bridge.session
        if wanted.resumed is None:
            work = Work(RUN, self.tr("Training"), partial(_trained, session, wanted.recipe), wanted)
        else:
            work = Work(RUN, self.tr("Training, resumed"), partial(_resumed, session, wanted.resumed), wanted)
        self._line.add(work)

    @Slot()
    def note_begun(self) -> None:
        """The run that goes on is in the table now: from there it can be resumed."""
        self._has_begun = True
        self._keep()

    @Slot(object)
    def _begin(self, _work: Work) -> None:
        self._has_begun = False

    @Slot()
    def _keep(self) -> None:
        if self._is_closing or not self._is_known:
            return
        running = () if self._line.running is None or self._has_begun else (self._line.running,)
        in_line = [one.run for one in (*running, *self._line.waiting) if one.run is not None]
        wanted = (*in_line, *self._offered)
        if wanted != self._kept:
            self._kept = wanted
            keep_waiting(self._bridge.session, wanted)

    @Slot()
    def _close(self) -> None:
        # What is in line now waits on: the line empties only because the window ends its jobs.
        self._is_closing = True

    def _show_offered(self, found: tuple[WaitingRun, ...]) -> None:
        self._kept = self._offered = found
        self._is_known = True
        self._banner.show_offer(found)
        self._keep()

    @Slot()
    def _start_offered(self, _checked: bool = False) -> None:
        for one in self._taken():
            self.add(one)

    @Slot()
    def _forget_offered(self, _checked: bool = False) -> None:
        self._taken()
        self._keep()

    def _taken(self) -> tuple[WaitingRun, ...]:
        offered, self._offered = self._offered, ()
        self._banner.show_offer(())
        return offered


def _load() -> None:
    """Load what a run and the doctor need while the person looks at the recipe: hundreds of files, off the GUI thread.

    The window shares Python with the thread that loads them, and would be late just when a run is started.
    """
    for name in ("training", "diagnosing"):
        importlib.import_module(f"winnow.app.pipelines.{name}")


def _nothing(_answer: None) -> None:
    """Nothing is shown of what was loaded."""


def _trained(session: Session, recipe: Recipe) -> Steps:
    from winnow.app.pipelines.training import train

    yield from train(session, recipe)


def _resumed(session: Session, run_id: RunId) -> Steps:
    from winnow.app.pipelines.training import resume

    yield from resume(session, run_id)
