"""The Train room: a run is started by a click, its points arrive, and it ends in the table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from winnow.app.commands.labelling import LabelImages
from winnow.app.pipelines.importing import import_path
from winnow.app.pipelines.splitting import split
from winnow.app.queries.runs import run_table
from winnow.app.session import Session
from winnow.domain.recipe import RecipeKind
from winnow.domain.run import RunState
from winnow.domain.split import Ratios
from winnow.qt.bridge import Bridge
from winnow.qt.rooms.train.room import TrainRoom
from winnow.qt.theme.theme import Mode, Theme

_EACH = 20


def _write_pictures(folder: Path) -> None:
    noise = np.random.default_rng(7)
    for name, colour in (("blue", (30, 60, 220)), ("orange", (240, 140, 20))):
        (folder / name).mkdir(parents=True)
        for number in range(_EACH):
            pixels = np.clip(np.array(colour) + noise.integers(-60, 60, (96, 96, 3)), 0, 255).astype(np.uint8)
            Image.fromarray(pixels).save(folder / name / f"{number:02d}.png")


@pytest.fixture
def bridge(theme: Theme, qtbot: QtBot, tmp_path: Path) -> Iterator[Bridge]:
    """A project of two labels, not split yet."""
    _write_pictures(tmp_path / "found")
    session = Session.create(tmp_path / "project.winnow", ("blue", "orange"))
    for _event in import_path(session, tmp_path / "found"):
        pass
    for number, name in enumerate(("blue", "orange"), start=1):
        rows = session.ask(lambda reader: reader.execute("SELECT id, folder FROM image").fetchall())
        session.do(LabelImages(tuple(row[0] for row in rows if row[1] == name), number)).result()
    made = Bridge(session)
    yield made
    made.close()


def test_room_without_a_split_says_what_to_do(bridge: Bridge, qtbot: QtBot) -> None:
    room = TrainRoom(bridge)
    qtbot.addWidget(room)
    room.show()

    assert not room.start_button.isEnabled()
    assert not room.table.isVisible()


def test_run_started_by_a_click_draws_its_points_and_ends_done(
    bridge: Bridge, qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    split(bridge.session, Ratios(), seed=1)
    room = TrainRoom(bridge)
    qtbot.addWidget(room)
    room.resize(1200, 780)
    room.show()
    qtbot.waitUntil(room.start_button.isEnabled)
    assert room.recipe.recipe().kind is RecipeKind.QUICK
    room.recipe.epochs.setValue(5)

    QTest.mouseClick(room.start_button, Qt.MouseButton.LeftButton)

    assert room.stop_button.isVisible()
    qtbot.waitUntil(lambda: room.plots.point_count(1) > 0, timeout=60_000)
    qtbot.waitUntil(room.start_button.isVisible, timeout=60_000)
    (run,) = bridge.session.ask(run_table).runs
    assert run.state is RunState.DONE
    assert len(run.epochs) == 5
    assert room.plots.point_count(1) >= 4 * len(run.epochs)
    qtbot.waitUntil(lambda: room.table.model().index(0, 7).data() == "Done")
    light = room.plots.grab().toImage()
    theme.choose(Mode.DARK)
    dark = room.plots.grab().toImage()
    assert light.pixelColor(60, 60).lightness() > 200 > dark.pixelColor(60, 60).lightness()


def test_curves_of_earlier_runs_are_there_in_a_new_room(bridge: Bridge, qtbot: QtBot) -> None:
    split(bridge.session, Ratios(), seed=1)
    first = TrainRoom(bridge)
    qtbot.addWidget(first)
    first.show()
    qtbot.waitUntil(first.start_button.isEnabled)
    first.recipe.epochs.setValue(2)
    QTest.mouseClick(first.start_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(first.start_button.isVisible, timeout=60_000)

    second = TrainRoom(bridge)
    qtbot.addWidget(second)

    qtbot.waitUntil(lambda: second.plots.point_count(1) > 0)


def test_choosing_fine_tune_takes_its_defaults(bridge: Bridge, qtbot: QtBot) -> None:
    split(bridge.session, Ratios(), seed=1)
    room = TrainRoom(bridge)
    qtbot.addWidget(room)
    room.show()
    qtbot.waitUntil(room.start_button.isEnabled)

    part = room.recipe.kind.part_rect("fine-tune").center()
    QTest.mouseClick(room.recipe.kind, Qt.MouseButton.LeftButton, pos=part)

    made = room.recipe.recipe()
    assert (made.kind, made.epochs, made.learning_rate) == (RecipeKind.FINE_TUNE, 4, 1e-3)


def test_paused_run_goes_on_and_stopping_keeps_what_it_has(bridge: Bridge, qtbot: QtBot) -> None:
    split(bridge.session, Ratios(), seed=1)
    room = TrainRoom(bridge)
    qtbot.addWidget(room)
    room.show()
    qtbot.waitUntil(room.start_button.isEnabled)
    room.recipe.epochs.setValue(5000)
    QTest.mouseClick(room.start_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: room.plots.point_count(1) > 0, timeout=60_000)

    QTest.mouseClick(room.pause_button, Qt.MouseButton.LeftButton)
    assert room.pause_button.text() == "Resume"
    QTest.mouseClick(room.pause_button, Qt.MouseButton.LeftButton)
    seen = room.plots.point_count(1)
    qtbot.waitUntil(lambda: room.plots.point_count(1) > seen + 40, timeout=60_000)
    QTest.mouseClick(room.stop_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(room.start_button.isVisible, timeout=60_000)
    (run,) = bridge.session.ask(run_table).runs
    assert run.state is RunState.STOPPED
    assert run.best_valid_accuracy is not None
