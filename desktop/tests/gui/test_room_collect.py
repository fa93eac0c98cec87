"""Collect: what is dropped arrives, what does not come through is accounted for."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from winnow.app.session import Session
from winnow.qt.bridge import Bridge
from winnow.qt.rooms.collect.room import CollectRoom
from winnow.qt.rooms.collect.source_card import SourceCard

WAIT_MS = 20_000


@pytest.fixture
def bridge(tmp_path: Path, theme: object):
    made = Bridge(Session.create(tmp_path / "collect.winnow"))
    yield made
    made.close()


@pytest.fixture
def room(bridge: Bridge, qtbot) -> CollectRoom:
    made = CollectRoom(bridge)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.enter()
    return made


def folder_of(tmp_path: Path, name: str, seed: int, count: int) -> Path:
    folder = tmp_path / name
    folder.mkdir()
    noise = np.random.default_rng(seed)
    for number in range(count):
        Image.fromarray(noise.integers(0, 255, (90, 120, 3), dtype=np.uint8)).save(folder / f"{number}.png")
    return folder


def words_of(room: CollectRoom) -> list[str]:
    return [label.text() for label in room.inspector.findChildren(QLabel) if label.isVisible()]


def test_dropped_folders_arrive_with_a_reason_for_what_falls_out(room: CollectRoom, tmp_path: Path, qtbot) -> None:
    first = folder_of(tmp_path, "first", 1, 5)
    (first / "twin.png").write_bytes((first / "0.png").read_bytes())
    (first / "page.jpg").write_text("<html>no picture</html>")
    room.import_paths([first, folder_of(tmp_path, "second", 2, 3)])
    qtbot.waitUntil(lambda: len(room.grid.rows) == 8, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: "8 kept of 10 found in 2 sources" in shown(room), timeout=WAIT_MS)
    assert {"Exact duplicate", "Not an image"} <= set(words_of(room))
    card = next(card for card in room.findChildren(SourceCard) if card.isVisible() and card.source_id == 2)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(room.grid.rows) == 3, timeout=WAIT_MS)
    assert "Exact duplicate" not in words_of(room)


def shown(room: CollectRoom) -> list[str]:
    return [label.text() for label in room.toolbar.findChildren(QLabel)]


def test_an_empty_project_says_what_to_do(room: CollectRoom) -> None:
    assert any(label.text() == "No pictures yet" and label.isVisible() for label in room.findChildren(QLabel))
