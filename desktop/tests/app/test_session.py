"""Doing, undoing and redoing, within a session and after it was opened again."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from app.folders import filled_project
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from winnow.app.commands.command import Command
from winnow.app.commands.framing import SetFrames
from winnow.app.commands.labelling import (
    AddLabel,
    EditLabel,
    KeepImages,
    LabelImages,
    RejectImages,
    RemoveLabel,
    RenameLabel,
)
from winnow.app.commands.sourcing import HideSource
from winnow.app.commands.testing import VouchForLabel
from winnow.app.queries.samples import labelled
from winnow.app.queries.suspects import fix_of
from winnow.app.session import Session
from winnow.base.errors import UserError
from winnow.base.lock import AlreadyOpen
from winnow.domain.changes import Changes, Topic
from winnow.domain.frame import Fill, FillMode, Frame, StoredFrame
from winnow.domain.label import LabelNameUnusable
from winnow.domain.suggestion import Suggestions
from winnow.store import frames, journal, labels, suggestions
from winnow.store.errors import ItemUnknown
from winnow.store.label_journal import read

PICTURES = 4


def state(session: Session) -> dict[str, list[tuple[object, ...]]]:
    """Return all that commands may change."""
    queries = {
        "labels": "SELECT id, name, position, colour FROM label ORDER BY id",
        "images": "SELECT id, state, label_id, accepted, content_key FROM image ORDER BY id",
        "frames": "SELECT image_id, position, frame, label_id FROM frame ORDER BY image_id, position",
    }
    return {name: session.ask(lambda reader, q=query: reader.execute(q).fetchall()) for name, query in queries.items()}


def journalled_labels(session: Session) -> dict[str, str]:
    found = {change.sha256: change.after for _, change in read(session.layout.labels)}
    return {sha256: name for sha256, name in found.items() if name is not None}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return filled_project(tmp_path, PICTURES)


@pytest.fixture
def session(project: Path) -> Iterator[Session]:
    with Session.open(project) as opened:
        yield opened


def test_undo_and_redo_work_after_opening_again(project: Path) -> None:
    commands: list[Command] = [
        LabelImages((1, 2), 1),
        LabelImages((2, 3), 2),
        RejectImages((4,)),
        SetFrames(1, (StoredFrame(Frame(-4, 2, 40, 50, 3.5, True, False, Fill(FillMode.REFLECT))),)),
        RenameLabel(2, "hound"),
    ]
    states = []
    with Session.open(project) as session:
        states.append(state(session))
        for command in commands:
            session.do(command).result()
            states.append(state(session))
    for expected in reversed(states[:-1]):
        with Session.open(project) as session:
            assert session.undo().result() == session.ask(journal.state).redo
            assert state(session) == expected
    for expected in states[1:]:
        with Session.open(project) as session:
            session.redo().result()
            assert state(session) == expected
            assert session.redo().result() == "" or expected is not states[-1]
            if expected is not states[-1]:
                session.undo().result()


def test_a_new_command_ends_what_could_be_redone(session: Session) -> None:
    session.do(LabelImages((1,), 1)).result()
    session.undo().result()
    session.do(LabelImages((2,), 2)).result()
    assert session.redo().result() == ""
    assert session.ask(journal.state).undo == "LabelImages"


def test_a_command_that_fails_changes_nothing_and_is_not_journalled(session: Session) -> None:
    before, steps = state(session), session.ask(journal.state)
    with pytest.raises(LabelNameUnusable, match="there is one already"):
        session.do(AddLabel(" cat ")).result()
    with pytest.raises(UserError, match="no image 99"):
        session.do(LabelImages((1, 99), 1)).result()
    assert (state(session), session.ask(journal.state)) == (before, steps)


def test_a_label_in_use_is_not_removed(session: Session) -> None:
    session.do(LabelImages((1,), 1)).result()
    before = state(session)
    with pytest.raises(UserError, match="cat"):
        session.do(RemoveLabel(1)).result()
    assert state(session) == before


def test_a_new_label_never_has_the_number_of_one_that_was_removed(session: Session) -> None:
    one = np.array([3])
    sure = np.array([0.9], np.float32)
    session.record(lambda tx: suggestions.replace(tx, Suggestions(one, np.array([2]), sure, sure))).result()
    session.do(RemoveLabel(2)).result()
    session.do(AddLabel("fish")).result()
    assert [label.name for label in session.ask(labels.all_labels)] == ["cat", "fish"]
    # What was suggested for it was a dog.
    assert len(session.ask(suggestions.standing).ids) == 0
    for _ in range(2):
        session.undo().result()
    assert session.ask(suggestions.standing).ids.tolist() == [3]


@pytest.mark.parametrize(
    "command",
    [HideSource(1), HideSource(1, hidden=False), VouchForLabel("00" * 32, 1), VouchForLabel("00" * 32, 1, False)],
)
def test_undoing_what_changed_nothing_changes_nothing(session: Session, command: Command) -> None:
    def all_of_it() -> list[object]:
        return [
            session.ask(lambda reader, t=t: reader.execute(f"SELECT * FROM {t}").fetchall())
            for t in ("source", "vouched")
        ]

    session.do(command).result()
    before = all_of_it()
    session.do(command).result()
    session.undo().result()
    assert all_of_it() == before


def test_a_frame_without_a_label_beside_it_does_not_get_the_label_of_a_suspect(session: Session) -> None:
    left, right = Frame(0, 0, 40, 40), Frame(40, 40, 90, 90)
    session.do(SetFrames(1, (StoredFrame(left), StoredFrame(right, 1)))).result()
    (row,) = session.ask(labelled)
    session.do(session.ask(fix_of, 1, row.key, 2)).result()
    assert [(one.frame, one.label_id) for one in session.ask(frames.frames_of, 1)] == [(left, None), (right, 2)]
    with pytest.raises(ItemUnknown):
        session.ask(fix_of, 1, bytes(32), 2)


def test_the_label_journal_follows_a_new_name(session: Session) -> None:
    session.do(LabelImages((1, 2), 1)).result()
    session.do(RenameLabel(1, "tiger")).result()
    assert list(journalled_labels(session).values()) == ["tiger", "tiger"]
    session.undo().result()
    assert list(journalled_labels(session).values()) == ["cat", "cat"]


def test_a_label_keeps_its_own_colour_until_that_is_undone(project: Path) -> None:
    with Session.open(project) as session:
        session.do(EditLabel(2, "dog", "#aa3377")).result()
        session.do(RemoveLabel(2)).result()
        session.undo().result()
    with Session.open(project) as session:
        assert [label.colour for label in session.ask(labels.all_labels)] == ["", "#AA3377"]
        session.undo().result()
        assert [label.colour for label in session.ask(labels.all_labels)] == ["", ""]
        session.redo().result()
        assert session.ask(labels.by_name, "dog").colour == "#AA3377"


def test_a_strangers_colour_that_is_none_is_passed_over(project: Path) -> None:
    with closing(sqlite3.connect(project / "project.db")) as connection:
        connection.execute("UPDATE label SET colour = ?", ("red'><script>",))
        connection.commit()
    with Session.open(project) as session:
        assert [label.colour for label in session.ask(labels.all_labels)] == ["", ""]


def test_listeners_hear_what_a_command_changed(session: Session) -> None:
    heard: list[Changes] = []
    end = session.subscribe(heard.append)
    session.do(LabelImages((1, 3), 1)).result()
    end()
    session.do(LabelImages((2,), 1)).result()
    session.close()
    (changes,) = heard
    assert (changes.ids, changes.origin) == (frozenset({1, 3}), "LabelImages")
    assert changes.topics == {Topic.LABELS, Topic.JOURNAL}


def test_a_listener_that_fails_stops_nothing(session: Session, quiet: pytest.LogCaptureFixture) -> None:
    heard: list[Changes] = []
    session.subscribe(lambda _changes: heard[99])
    session.subscribe(heard.append)
    for image in (1, 2):
        session.do(LabelImages((image,), 1)).result(timeout=20)
    session.close()
    assert len(heard) == 2
    assert quiet.text.count("a listener failed") == 2


def test_a_project_is_open_once(session: Session) -> None:
    with pytest.raises(AlreadyOpen, match="already open"):
        Session.open(session.layout.folder)


def test_a_copy_of_the_database_is_whole(session: Session, tmp_path: Path) -> None:
    session.do(LabelImages((1,), 2)).result()
    (tmp_path / "copy.winnow").mkdir()
    session.back_up(tmp_path / "copy.winnow" / "project.db")
    with Session.open(tmp_path / "copy.winnow") as copy:
        assert state(copy) == state(session)
        assert journalled_labels(copy) == journalled_labels(session)


IMAGE = st.integers(1, PICTURES)
IMAGES = st.lists(IMAGE, min_size=1, max_size=3, unique=True).map(tuple)
EDGE = st.integers(-20, 60)
FRAME = st.builds(
    lambda left, top, width, height, angle, flip: Frame(left, top, left + width, top + height, angle, flip),
    EDGE, EDGE, st.integers(1, 120), st.integers(1, 120), st.sampled_from([0.0, 12.5, -90.0]), st.booleans(),
)  # fmt: skip


class Commands(RuleBasedStateMachine):
    """Any sequence of commands; at the end all is undone, then all redone."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.session: Session | None = None

    @initialize()
    def make(self) -> None:
        self.session = Session.open(filled_project(Path(self.folder.name), PICTURES, (), 48))
        self.start = state(self.session)

    @rule(name=st.sampled_from(["cat", "dog", "cow", "a  b", "고양이", ""]))
    def add_label(self, name: str) -> None:
        self.attempt(AddLabel(name))

    @rule(
        position=st.integers(0, 3),
        name=st.sampled_from(["cat", "tiger"]),
        colour=st.sampled_from(["", "#aa3377", "red"]),
    )
    def edit_label(self, position: int, name: str, colour: str) -> None:
        known = self.session.ask(labels.all_labels)
        if position < len(known):
            self.attempt(EditLabel(known[position].id, name, colour))

    @rule(ids=IMAGES, position=st.integers(-1, 3))
    def label(self, ids: tuple[int, ...], position: int) -> None:
        known = self.session.ask(labels.all_labels)
        self.attempt(LabelImages(ids, known[position].id if 0 <= position < len(known) else None))

    @rule(ids=IMAGES)
    def reject(self, ids: tuple[int, ...]) -> None:
        self.attempt(RejectImages(ids))

    @rule(ids=IMAGES)
    def keep(self, ids: tuple[int, ...]) -> None:
        self.attempt(KeepImages(ids))

    @rule(image=IMAGE, frames=st.lists(FRAME, max_size=2), accepted=st.booleans())
    def frame(self, image: int, frames: list[Frame], accepted: bool) -> None:
        self.attempt(SetFrames(image, tuple(map(StoredFrame, frames)), accepted))

    @rule()
    def undo(self) -> None:
        self.session.undo().result()

    @rule()
    def redo(self) -> None:
        self.session.redo().result()

    def attempt(self, command: Command) -> None:
        before = state(self.session)
        try:
            self.session.do(command).result()
        except UserError:
            assert state(self.session) == before

    def teardown(self) -> None:
        if self.session is not None:
            while self.session.redo().result():
                pass
            end = state(self.session)
            while self.session.undo().result():
                pass
            assert state(self.session) == self.start
            assert journalled_labels(self.session) == {}
            while self.session.redo().result():
                pass
            assert state(self.session) == end
            self.session.close()
        self.folder.cleanup()


def test_undoing_all_equals_the_start_and_redoing_all_the_end() -> None:
    run_state_machine_as_test(
        Commands,
        settings=settings(
            max_examples=12, stateful_step_count=12, deadline=None, database=None, derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
