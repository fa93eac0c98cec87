"""What the Test room has beside its pages: the frame that is looked at, why it was taken for what, and fixing it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from winnow.app.commands.labelling import RejectImages
from winnow.app.commands.testing import VouchForLabel
from winnow.app.pipelines.explaining import Explained, Tried
from winnow.app.queries.suspects import Suspected, fix_of
from winnow.app.queries.tests import TestFrame, TestView, compared
from winnow.app.session import Session
from winnow.domain.ids import RunId
from winnow.domain.label import Label
from winnow.qt.bridge import Bridge
from winnow.qt.room import RoomWidget
from winnow.qt.rooms.test.explain_pane import ExplainPane
from winnow.qt.rooms.test.looking import Looking
from winnow.qt.rooms.test.result import ResultPage
from winnow.qt.rooms.test.review import ReviewPage
from winnow.qt.rooms.test.sealed import SealedPage
from winnow.qt.rooms.test.sealed_facts import SealedFacts
from winnow.qt.rooms.test.strip import feed
from winnow.qt.rooms.test.try_pane import TryPane
from winnow.qt.rooms.test.trying import Trying
from winnow.qt.rooms.test.words import ClassMark, marks_of
from winnow.qt.words import room_words


class LookingRoom(RoomWidget):
    """The pages and panes of Test, and one frame that is looked at."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(room_words("test"), parent)
        self._bridge = bridge
        self._view: TestView | None = None
        self._chosen_id = 0
        self._looked_at: TestFrame | Suspected | None = None
        self.sealed, self.result, self.review = SealedPage(self), ResultPage(self), ReviewPage(self)
        self.facts, self.explain, self.try_pane = SealedFacts(self), ExplainPane(self), TryPane(self)
        self.looking = Looking(bridge, self)
        self.trying = Trying(self.try_pane, self.looking)
        self.result.frame_picked.connect(self._look_at_frame)
        self.result.pictures_changed.connect(self._feed_result)
        self.result.strip.widened.connect(self._feed_result)
        self.result.compare.wanted.connect(self._compare)
        for box in (self.result.suspects, self.review.box):
            box.picked.connect(self._look_at_suspect)
            box.strip.widened.connect(self._feed_suspects)
            box.keep_wanted.connect(self._keep)
            box.reject_wanted.connect(self._reject)
        self.explain.label_wanted.connect(self._fix)
        self.looking.explained.connect(self._show_explained)
        self.trying.looked_at.connect(self._look_at_tried)
        self.trying.adding_wanted.connect(self.offered)

    @property
    def view(self) -> TestView | None:
        """What is shown."""
        return self._view

    def _marks(self) -> tuple[ClassMark, ...]:
        if self._view is None or self._view.chosen is None:
            return ()
        return marks_of(self._view.chosen.run.labels, self._view.labels)

    @Slot(object)
    def _look_at_frame(self, frame: TestFrame) -> None:
        self.result.suspects.strip.choose(0)
        self._say_frame(frame)
        self._ask_why(frame.image_id, frame.key)

    def _say_frame(self, frame: TestFrame) -> None:
        self._looked_at = frame
        said = self.result.marks[frame.said].name
        marks = {int(label.id): mark for label, mark in zip(self._labels(), self._label_marks(), strict=True)}
        truth = marks.get(frame.label_id or 0, self.result.marks[frame.truth])
        edge = 0 if self._view is None or self._view.chosen is None else self._view.chosen.run.recipe.fit.size
        where = self.tr("frame {0} · {1} × {1}").format(frame.frame, edge)
        self.explain.show_frame(self.tr("Why it said {0}").format(said), self.result.mistake_words(frame), truth, where)
        self.explain.show()

    @Slot(object)
    def _look_at_suspect(self, one: Suspected) -> None:
        self._looked_at = one
        self.result.strip.choose(0)
        marks = {int(label.id): mark for label, mark in zip(self._labels(), self._label_marks(), strict=True)}
        self.explain.show_frame(
            self.tr("Rather {0}?").format(marks[one.suggested_id].name), one.file, marks[one.label_id], one.part.value
        )
        self.explain.show()
        self._ask_why(one.image_id, one.key)

    @Slot(object)
    def _look_at_tried(self, tried: Tried) -> None:
        self._looked_at = None
        marks = self._marks()
        if tried.explained is None:
            return
        said = marks[tried.explained.explained].name
        self.explain.show_frame(self.tr("Why it said {0}").format(said), tried.name, None, "")
        self.explain.show()
        self.explain.show_explained(tried.explained, marks)

    def _ask_why(self, image_id: int, key: bytes) -> None:
        self.explain.show_explained(None, (), self.tr("Looking…"))
        self.looking.look_at(RunId(self._chosen_id), image_id, key)

    @Slot(object)
    def _show_explained(self, found: Explained | str) -> None:
        if self._looked_at is None:
            return
        if isinstance(found, str):
            self.explain.show_explained(None, (), found)
        else:
            self.explain.show_explained(found, self._marks())

    def _show_next_suspect(self) -> None:
        box = self.review.box
        box.choose_first()
        if box.chosen is None:
            self._forget_looked_at()
        elif box.chosen != self._looked_at:
            self._look_at_suspect(box.chosen)

    def _forget_looked_at(self) -> None:
        self._looked_at = None
        self.explain.hide()
        for strip in (self.result.strip, self.result.suspects.strip, self.review.box.strip):
            strip.choose(0)

    @Slot(int)
    def _fix(self, place: int) -> None:
        one, labels = self._looked_at, self._labels()
        if one is not None and place < len(labels):
            self._bridge.change(None, _fixed, self._bridge.session, one, int(labels[place].id))

    @Slot(object)
    def _keep(self, one: Suspected) -> None:
        self._bridge.do(VouchForLabel(one.key.hex(), one.label_id))

    @Slot(object)
    def _reject(self, one: Suspected) -> None:
        self._bridge.do(RejectImages((one.image_id,)))

    @Slot()
    def _feed_suspects(self) -> None:
        for box in (self.result.suspects, self.review.box):
            feed(self._bridge, box.strip)

    @Slot()
    def _feed_result(self) -> None:
        feed(self._bridge, self.result.strip)

    @Slot(int, int)
    def _compare(self, shown_id: int, other_id: int) -> None:
        then = self.result.compare.show_change
        self._bridge.ask("test.compare", then, compared, RunId(other_id), RunId(shown_id))

    def _labels(self) -> tuple[Label, ...]:
        return () if self._view is None else self._view.labels

    def _label_marks(self) -> tuple[ClassMark, ...]:
        labels = self._labels()
        return marks_of([(label.id, label.name) for label in labels], labels)


def _fixed(session: Session, one: TestFrame | Suspected, label_id: int) -> None:
    session.do(session.ask(fix_of, one.image_id, one.key, label_id)).result()
