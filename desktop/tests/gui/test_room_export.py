"""Bringing the data set and a model out by the Export room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from gui.projects import make_session
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from winnow.app.pipelines.splitting import split
from winnow.app.session import Session
from winnow.domain.recipe import Recipe
from winnow.domain.run import EpochDone, RunState
from winnow.domain.split import Ratios
from winnow.qt.bridge import Bridge
from winnow.qt.rooms.export.room import ExportRoom
from winnow.qt.theme.theme import Theme
from winnow.qt.widgets.empty_state import EmptyState
from winnow.store import runs, splits
from winnow.store.runs import RunLabels


@pytest.fixture
def bridge(tmp_path: Path) -> Iterator[Bridge]:
    made = Bridge(make_session(tmp_path))
    yield made
    made.close()


def _shown(bridge: Bridge, qtbot: QtBot) -> ExportRoom:
    room = ExportRoom(bridge)
    qtbot.addWidget(room)
    room.resize(1200, 800)
    room.show()
    return room


def _add_run(session: Session) -> None:
    split_id = split(session, Ratios(), 0) and session.ask(splits.current_id)
    assert split_id is not None
    pairs = RunLabels(((1, "cat"), (2, "dog")))
    run = session.record(lambda tx: runs.add(tx, "", Recipe(), split_id, pairs, "")).result()
    epoch = EpochDone(1, 1, 0.5, 0.8, 0.4, 0.9, 1.0, is_best=True)
    session.record(lambda tx: runs.record(tx, run, None, [], [epoch], 1.0)).result()
    session.record(lambda tx: runs.end(tx, run, RunState.DONE)).result()


def test_data_set_goes_into_a_new_folder_each_time(theme: Theme, bridge: Bridge, qtbot: QtBot, tmp_path: Path) -> None:
    split(bridge.session, Ratios(), 0)
    room = _shown(bridge, qtbot)
    room.folder_field.setText(str(tmp_path / "out"))
    qtbot.waitUntil(room.data_set.button.isEnabled)
    for name in ("pets-images", "pets-images-2"):
        qtbot.mouseClick(room.data_set.button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(
            lambda name=name: room.data_set.done.accessibleDescription() == str(tmp_path / "out" / name),
            timeout=20_000,
        )
        qtbot.waitUntil(room.data_set.button.isEnabled)
        assert room.data_set.done.accessibleName() == "20 pictures written"
    assert len(list((tmp_path / "out" / "pets-images-2").glob("*/*/*.png"))) == 20


def test_a_run_without_weights_is_said(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    _add_run(bridge.session)
    room = _shown(bridge, qtbot)
    qtbot.waitUntil(room.model.button.isEnabled)
    assert room.run_field.currentText() == "run-01 · epoch 1"
    qtbot.mouseClick(room.model.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(room.model.failure.isVisible)
    assert "no weights" in room.model.failure.accessibleDescription()
    assert room.model.button.isEnabled()


def test_no_folder_no_export(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    room = _shown(bridge, qtbot)
    qtbot.waitUntil(room.data_set.button.isEnabled)
    assert not room.model.button.isEnabled()
    room.folder_field.clear()
    assert not room.data_set.button.isEnabled()


def test_an_empty_project_says_where_to_begin(theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    bridge = Bridge(Session.create(tmp_path / "empty.winnow"))
    room = _shown(bridge, qtbot)
    assert room.findChild(EmptyState).isVisible()
    bridge.close()
