"""Connects what is dropped, pasted or chosen in Test with what the run says of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from winnow.app.pipelines.explaining import Tried
from winnow.domain.ids import RunId
from winnow.qt.figures import count_words
from winnow.qt.rooms.test.looking import Looking
from winnow.qt.rooms.test.try_pane import TryPane
from winnow.qt.rooms.test.words import ClassMark
from winnow.qt.widgets.offered import Offered


class Trying(QObject):
    """Knows the run and its classes; tells which tried picture is looked at."""

    looked_at = Signal(object)  # Tried
    adding_wanted = Signal(object)  # Offered

    def __init__(self, pane: TryPane, looking: Looking) -> None:
        super().__init__(pane)
        self._pane, self._looking = pane, looking
        self._run_id: RunId | None = None
        self._marks: tuple[ClassMark, ...] = ()
        self._offered: Offered | None = None
        pane.paths_wanted.connect(self.try_paths)
        pane.offered.connect(self.take)
        pane.picked.connect(self._pick)
        pane.adding_wanted.connect(self._add)
        pane.stop_wanted.connect(looking.stop)
        looking.tried.connect(self._show)
        looking.trying_ended.connect(self._end)

    def show_run(self, run_id: RunId | None, marks: tuple[ClassMark, ...], is_sealed: bool) -> None:
        """Try on this run from now on; what another one said is forgotten."""
        if run_id != self._run_id:
            self._looking.stop()
            self._pane.clear()
        self._run_id, self._marks = run_id, marks
        self._pane.setEnabled(run_id is not None)
        self._pane.say_rest(
            self.tr("works while sealed, and is not kept") if is_sealed else self.tr("it is read here and not kept")
        )

    @Slot(object)
    def take(self, found: Offered) -> None:
        """Try what was dropped or pasted."""
        if found.paths:
            self.try_paths(list(found.paths))
        elif found.addresses:
            self._pane.say(
                self.tr("That is an address. Add it in Collect, or save the picture and drop the file here.")
            )
        elif found.is_empty:
            self._pane.say(self.tr("There is no picture in it."))
        elif self._begin():
            self._offered = found
            assert self._run_id is not None
            self._looking.try_offered(self._run_id, found, self.tr("Pasted picture"))

    @Slot(list)
    def try_paths(self, paths: list[Path]) -> None:
        """Try files and folders."""
        if self._begin():
            self._offered = Offered(paths=tuple(paths))
            assert self._run_id is not None
            self._looking.try_paths(self._run_id, paths)

    def _begin(self) -> bool:
        if self._run_id is None or self._looking.is_trying:
            if self._looking.is_trying:
                self._pane.say(self.tr("Wait until the pictures before these are done, or stop them."))
            return False
        self._pane.clear()
        self._pane.say(self.tr("Reading…"))
        self._pane.stop_button.show()
        return True

    @Slot(object)
    def _show(self, tried: Tried) -> None:
        self._pane.add(tried, self._marks)
        count = len(self._pane.tried)
        self._pane.say(self.tr("{0} tried").format(count_words(count)) if count > 1 else "")
        if count == 1 and tried.explained is not None:
            self.looked_at.emit(tried)

    @Slot(str)
    def _end(self, why: str) -> None:
        self._pane.stop_button.hide()
        if why:
            self._pane.say(why)
        elif not self._pane.tried:
            self._pane.say("")

    @Slot(int)
    def _pick(self, place: int) -> None:
        self.looked_at.emit(self._pane.tried[place])

    @Slot()
    def _add(self) -> None:
        if self._offered is not None:
            self.adding_wanted.emit(self._offered)
