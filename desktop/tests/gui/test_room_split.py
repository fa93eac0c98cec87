"""Dividing pictures in the Split room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from gui.projects import make_session
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from winnow.app.commands.labelling import LabelImages
from winnow.app.queries.division import division
from winnow.app.session import Session
from winnow.qt.bridge import Bridge
from winnow.qt.rooms.split.facts import SplitFactsView
from winnow.qt.rooms.split.room import SplitRoom
from winnow.qt.theme.theme import Theme
from winnow.qt.widgets.empty_state import EmptyState
from winnow.qt.widgets.label import Label


@pytest.fixture
def bridge(tmp_path: Path) -> Iterator[Bridge]:
    made = Bridge(make_session(tmp_path))
    yield made
    made.close()


def _shown(bridge: Bridge, qtbot: QtBot) -> SplitRoom:
    room = SplitRoom(bridge)
    qtbot.addWidget(room)
    room.resize(1200, 800)
    room.show()
    qtbot.waitUntil(lambda: room.bar.isVisible() and room.split_button.isEnabled())
    return room


def _words(room: SplitRoom) -> list[str]:
    return [label.text() for facts in room.findChildren(SplitFactsView) for label in facts.findChildren(Label)]


def test_split_button_divides_and_proves_it(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    room = _shown(bridge, qtbot)
    room.seed_field.setValue(7)
    qtbot.mouseClick(room.split_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "0 near-duplicate groups cross a border" in _words(room))
    facts = bridge.session.ask(division).split
    assert facts is not None
    assert (facts.seed, sum(facts.counts)) == (7, 20)
    assert [row.label.name for row in facts.per_label] == ["cat", "dog"]
    assert room.split_button.text() == "Split again"


def test_dragging_a_border_moves_the_fields(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    room = _shown(bridge, qtbot)
    at = QPoint(round(room.bar.border_x(0)), 20)
    qtbot.mousePress(room.bar, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(room.bar, QPoint(round(room.bar.width() * 0.6), 20))
    qtbot.mouseRelease(room.bar, Qt.MouseButton.LeftButton)
    assert (room.train_field.value(), room.valid_field.value(), room.test_field.value()) == (60, 25, 15)


def test_fields_always_add_up(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    room = _shown(bridge, qtbot)
    room.test_field.setValue(98)
    assert (room.train_field.value(), room.valid_field.value(), room.test_field.value()) == (1, 1, 98)
    room.train_field.setValue(99)
    assert (room.train_field.value(), room.valid_field.value(), room.test_field.value()) == (99, 1, 0)


def test_a_change_of_labels_makes_the_split_out_of_date(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    room = _shown(bridge, qtbot)
    qtbot.mouseClick(room.split_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(_words(room)))
    bridge.do(LabelImages((1,), None))
    qtbot.waitUntil(lambda: "This split is out of date" in _words(room))


def test_what_cannot_be_divided_is_said(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    room = _shown(bridge, qtbot)
    bridge.session.do(LabelImages(tuple(range(1, 20)), None)).result()
    qtbot.mouseClick(room.split_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(room.refusal.isVisible)
    assert "at least two labels" in room.refusal.accessibleDescription()


def test_without_labels_the_room_says_where_to_begin(theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    bridge = Bridge(Session.create(tmp_path / "empty.winnow"))
    room = SplitRoom(bridge)
    qtbot.addWidget(room)
    room.show()
    qtbot.waitUntil(lambda: not room.split_button.isEnabled())
    assert room.findChild(EmptyState).isVisible()
    bridge.close()
