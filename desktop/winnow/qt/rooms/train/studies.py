"""The studies of the Train room: started as jobs, kept results asked for, what they suggest passed on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from winnow.app.queries.studies import ShownStudy, latest_study, out_of_fold
from winnow.app.session import Session
from winnow.base.errors import UserError
from winnow.base.outcomes import Steps
from winnow.domain.recipe import Recipe
from winnow.domain.study import OutOfFold, Study, StudyKind, StudySettings
from winnow.qt.bridge import Bridge
from winnow.qt.core_words import core_words
from winnow.qt.rooms.train.layout import TrainBody
from winnow.qt.rooms.train.line import Work, WorkLine
from winnow.qt.rooms.train.study_page import StudyPage


class Studies(QObject):
    """Knows the tabs by the kind of their study."""

    rate_wanted = Signal(float, int)  # rate, batch size (0: as it is)
    power_found = Signal(object)  # float, or None where none was measured
    editing_wanted = Signal(object)  # ids of pictures that were taken for another class
    review_wanted = Signal()
    changed = Signal()

    def __init__(self, bridge: Bridge, line: WorkLine, body: TrainBody, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._line, self._body = bridge, line, body
        self._pages = {page.kind.value: page for page in body.pages()}
        self._asked: dict[str, StudySettings] = {}
        self._recipe: Recipe | None = None
        self._are_asked = False
        for page in self._pages.values():
            page.start_wanted.connect(self.start_or_stop)
            page.recipe_wanted.connect(self.rate_wanted)
        body.folds.mistakes_wanted.connect(self._ask_mistakes)
        body.folds.labels_wanted.connect(self.review_wanted)
        line.began.connect(self._begin)

    def ask(self) -> None:
        """Ask for what is kept, if a tab was shown before."""
        if self._are_asked:
            for kind in StudyKind:
                self._bridge.ask(f"train-study-{kind.value}", partial(self._show, kind.value), latest_study, kind)

    def enter(self, key: str) -> None:
        """A tab is shown: have its results."""
        if key in self._pages and not self._are_asked:
            self._are_asked = True
            self.ask()

    def show_recipe(self, recipe: Recipe) -> None:
        """The recipe of the next run, which a study would take."""
        self._recipe = recipe
        for page in self._pages.values():
            page.show_recipe(recipe)

    def action_words(self, key: str) -> str:
        """Return what the study's button says on the tab *key*."""
        if key not in self._pages:
            return ""
        if self._line.runs(key):
            return self.tr("Stop study")
        return self.tr("Do not wait") if self._line.has(key) else self._pages[key].action_words()

    @Slot()
    def start_or_stop(self) -> None:
        """Start the study of the tab that is shown, or stop it."""
        key = self._body.tab
        page = self._pages.get(key)
        if page is None or self._recipe is None:
            return
        if self._line.has(key):
            self._line.stop(key)
            return
        try:
            settings = page.settings(self._recipe)
        except UserError as refusal:
            page.end(core_words(str(refusal)))
            return
        self._asked[key] = settings
        self._line.add(Work(key, page.title, partial(_steps, page.kind, self._bridge.session, settings)))

    def take(self, key: str, event: object) -> None:
        """Show what a study reports."""
        page = self._pages[key]
        if isinstance(event, Study):
            self._finish(page, event)
        else:
            page.take(event)

    def end(self, key: str, error: str) -> None:
        """A study is over; its last result is shown again, or the new one."""
        self._pages[key].end(error)
        self._are_asked = True
        self.ask()
        self.changed.emit()

    @Slot(object)
    def _begin(self, work: Work) -> None:
        if work.key in self._pages:
            self._pages[work.key].begin(self._asked[work.key])

    def _finish(self, page: StudyPage, study: Study) -> None:
        page.end("")
        page.show_study(ShownStudy(study, is_current=True))
        self._tell_power(page.kind)

    def _show(self, key: str, shown: ShownStudy | None) -> None:
        page = self._pages[key]
        page.show_study(shown)
        self._tell_power(page.kind)
        self.changed.emit()

    def _tell_power(self, kind: StudyKind) -> None:
        if kind is StudyKind.BATCH_SIZE:
            self.power_found.emit(self._body.batch.power)

    @Slot()
    def _ask_mistakes(self, _checked: bool = False) -> None:
        study = self._body.folds.study
        if study is not None:
            self._bridge.ask("train-mistakes", self._open_mistakes, out_of_fold, study.id)

    def _open_mistakes(self, found: OutOfFold | None) -> None:
        ids = () if found is None else tuple(int(one) for one in found.mistakes())
        if ids:
            self.editing_wanted.emit(ids)


def _steps(kind: StudyKind, session: Session, settings: Any) -> Steps:
    from winnow.app.pipelines import studies

    work: dict[StudyKind, Callable[[Session, Any], Steps]] = {
        StudyKind.LR_FINDER: studies.find_rate,
        StudyKind.BATCH_SIZE: studies.map_batches,
        StudyKind.FOLDS: studies.run_folds,
        StudyKind.MINIMA: studies.look_at_minima,
    }
    yield from work[kind](session, settings)
