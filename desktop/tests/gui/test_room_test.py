"""Opening the test part in the Test room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from gui.projects import make_session
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from winnow.app.pipelines.splitting import split
from winnow.app.session import Session
from winnow.domain.ids import RunId
from winnow.domain.recipe import Recipe
from winnow.domain.run import EpochDone, RunState, TestResult
from winnow.domain.split import Ratios
from winnow.qt.bridge import Bridge
from winnow.qt.rooms.test.room import TestRoom
from winnow.qt.theme.theme import Theme
from winnow.qt.widgets.empty_state import EmptyState
from winnow.qt.widgets.label import Label
from winnow.store import runs, splits
from winnow.store.runs import RunLabels


def _add_run(session: Session, valid_accuracy: float) -> RunId:
    split_id = session.ask(splits.current_id)
    assert split_id is not None
    pairs = RunLabels(((1, "cat"), (2, "dog")))
    run = session.record(lambda tx: runs.add(tx, "", Recipe(), split_id, pairs, "")).result()
    epoch = EpochDone(1, 1, 0.5, 0.8, 0.4, valid_accuracy, 1.0, is_best=True)
    session.record(lambda tx: runs.record(tx, run, None, [], [epoch], 1.0)).result()
    session.record(lambda tx: runs.end(tx, run, RunState.DONE)).result()
    return run


def _add_result(session: Session, run: RunId) -> None:
    split_id = session.ask(splits.current_id)
    assert split_id is not None
    opening = session.record(lambda tx: splits.log_opening(tx, split_id, run)).result()
    row = {"n": 10, "precision": 0.9, "recall": 0.9, "f1": 0.9}
    bounds = {"precision_interval": (0.6, 0.98), "recall_interval": (0.6, 0.98)}
    result = TestResult(
        run_id=run,
        opened_at="2026-01-01T00:00:00Z",
        openings=1,
        accuracy=0.9,
        interval=(0.699, 0.972),
        labels=("cat", "dog"),
        confusion=((9, 1), (1, 9)),
        per_class=tuple({"label": name, **row, **bounds} for name in ("cat", "dog")),
    )
    session.record(lambda tx: splits.keep_result(tx, opening, result)).result()


@pytest.fixture
def bridge(tmp_path: Path) -> Iterator[Bridge]:
    session = make_session(tmp_path)
    split(session, Ratios(), 0)
    made = Bridge(session)
    yield made
    made.close()


def _shown(bridge: Bridge, qtbot: QtBot) -> TestRoom:
    room = TestRoom(bridge)
    qtbot.addWidget(room)
    room.resize(1100, 800)
    room.show()
    return room


def test_the_best_run_on_valid_is_chosen_and_sealed(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    _add_run(bridge.session, 0.95)
    _add_run(bridge.session, 0.80)
    room = _shown(bridge, qtbot)
    qtbot.waitUntil(lambda: room.choice is not None)
    assert room.open_button.text() == "Open test part for run-01"
    assert room.opened.isHidden()
    assert room.result is None


def test_opening_is_asked_once_and_a_failure_is_said(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    _add_run(bridge.session, 0.95)
    room = _shown(bridge, qtbot)
    qtbot.waitUntil(lambda: room.choice is not None)
    qtbot.mouseClick(room.open_button, Qt.MouseButton.LeftButton)
    assert room.question.isVisible()
    qtbot.mouseClick(room.keep_button, Qt.MouseButton.LeftButton)
    assert room.question.isHidden()
    assert not bridge.jobs.views()
    qtbot.mouseClick(room.open_button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(room.confirm_button, Qt.Key.Key_Space)
    qtbot.waitUntil(room.failure.isVisible)
    assert "no weights" in room.failure.accessibleDescription()


def test_a_result_is_shown_with_its_interval_and_openings(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    run = _add_run(bridge.session, 0.95)
    room = _shown(bridge, qtbot)
    qtbot.waitUntil(lambda: room.choice is not None)
    _add_result(bridge.session, run)
    qtbot.waitUntil(lambda: room.result is not None)
    assert room.result is not None
    words = [label.text() for label in room.result.findChildren(Label)]
    assert "90.0 %" in words
    assert any("18 of 20 right" in said and "69.9" in said for said in words)
    assert room.opened.accessibleName() == "Test part opened once"


def test_choosing_a_run_shows_its_own_numbers(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    first, second = _add_run(bridge.session, 0.95), _add_run(bridge.session, 0.80)
    _add_result(bridge.session, first)
    room = _shown(bridge, qtbot)
    qtbot.waitUntil(lambda: room.result is not None)
    assert room.choice is not None
    qtbot.mouseClick(room.choice.buttons[second], Qt.MouseButton.LeftButton, pos=QPoint(8, 10))
    assert room.result is None
    assert room.open_button.text() == "Open test part for run-02"


def test_without_runs_the_room_says_where_to_begin(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    room = _shown(bridge, qtbot)
    assert room.findChild(EmptyState).isVisible()
