"""Opening the test part in the Test room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from gui.projects import make_session
from gui.tested import add_result, add_run
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from winnow.app.pipelines.splitting import split
from winnow.domain.split import Ratios
from winnow.qt.bridge import Bridge
from winnow.qt.rooms.test.columns import ThreeColumns
from winnow.qt.rooms.test.covered import CoveredFrames
from winnow.qt.rooms.test.room import TestRoom
from winnow.qt.rooms.test.strip import EDGE_PX
from winnow.qt.theme.theme import Theme
from winnow.qt.widgets.empty_state import EmptyState
from winnow.qt.widgets.label import Label
from winnow.qt.widgets.offered import Offered


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
    add_run(bridge.session, 0.95)
    add_run(bridge.session, 0.80)
    room = _shown(bridge, qtbot)
    qtbot.waitUntil(lambda: room.sealed.choice is not None)
    assert room.sealed.open_button.text() == "Open test part for run-01"
    assert room.sealed.isVisible()
    assert any(one.text() == "Quick · efficientnet-lite0" for one in room.sealed.findChildren(Label)), (
        "as Train says it"
    )
    assert not room.copy_button.isEnabled()


def test_covered_frames_lie_in_more_lines_where_there_is_less_room(theme: Theme, qtbot: QtBot) -> None:
    covered = CoveredFrames()
    qtbot.addWidget(covered)
    covered.show_count(100)
    wide, narrow = covered.sizeHint().width(), covered.minimumSizeHint().width()
    assert narrow < 0.6 * wide
    assert covered.heightForWidth(narrow) > 1.5 * covered.heightForWidth(wide)
    assert covered.heightForWidth(2 * wide) == covered.heightForWidth(wide)


def test_opening_is_asked_once_and_a_failure_is_said(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    add_run(bridge.session, 0.95)
    room = _shown(bridge, qtbot)
    qtbot.waitUntil(lambda: room.sealed.choice is not None)
    qtbot.mouseClick(room.sealed.open_button, Qt.MouseButton.LeftButton)
    assert room.sealed.question.isVisible()
    qtbot.mouseClick(room.sealed.keep_button, Qt.MouseButton.LeftButton)
    assert room.sealed.question.isHidden()
    assert not bridge.jobs.views()
    qtbot.mouseClick(room.sealed.open_button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(room.sealed.confirm_button, Qt.Key.Key_Space)
    qtbot.waitUntil(room.sealed.failure.isVisible)
    assert "no weights" in room.sealed.failure.accessibleDescription()


def test_the_review_of_labels_is_led_to_from_another_room(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    add_run(bridge.session, 0.95)
    room = TestRoom(bridge)
    qtbot.addWidget(room)
    room.review_labels()
    room.show()
    room.enter()
    qtbot.waitUntil(room.review.box.isVisible)
    qtbot.waitUntil(lambda: room.sealed.choice is not None)
    assert room.review.box.isVisible(), "what is asked for meanwhile does not lead away from it"


def _opened(bridge: Bridge, qtbot: QtBot) -> TestRoom:
    run = add_run(bridge.session, 0.95)
    add_result(bridge.session, run)
    room = _shown(bridge, qtbot)
    qtbot.waitUntil(lambda: bool(room.result.strip.shown))
    return room


def test_a_result_is_shown_with_its_interval_and_openings(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    room = _opened(bridge, qtbot)
    words = [label.text() for label in room.result.findChildren(Label)]
    judgement = room.result.level()
    assert judgement is not None
    n = judgement[1].n
    assert any(f"{n - 1} of {n} frames" in said for said in words)
    assert room.result.opened.accessibleName() == "Test part opened once"
    assert len(room.result.strip.shown) == 1


def test_a_cell_shows_its_pictures_and_leads_back(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    room = _opened(bridge, qtbot)
    cell = room.result.matrix.cells[0, 0]
    qtbot.mouseClick(cell, Qt.MouseButton.LeftButton)
    level = room.result.level()
    assert level is not None
    assert len(room.result.strip.shown) == level[1].confusion[0][0]
    room.result.back_button.click()
    assert len(room.result.strip.shown) == 1


def test_a_label_is_fixed_by_its_key_and_marks_the_run(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    room = _opened(bridge, qtbot)
    room.result.strip.step(1)
    frame = room.result.chosen
    assert frame is not None
    qtbot.keyClick(room.result.strip, str(2 - frame.truth))
    query = "SELECT label_id FROM image WHERE id = ?"
    wanted = 2 - frame.truth
    qtbot.waitUntil(
        lambda: bridge.session.ask(lambda reader: reader.execute(query, (frame.image_id,)).fetchone()[0]) == wanted
    )
    qtbot.waitUntil(room.result.stale.isVisible)
    bridge.undo()


def test_labels_that_are_fixed_one_right_after_the_other_are_all_fixed(
    theme: Theme, bridge: Bridge, qtbot: QtBot
) -> None:
    room = _opened(bridge, qtbot)
    frames = room.view.frames[:2]
    for frame in frames:
        room.result.frame_picked.emit(frame)
        qtbot.keyClick(room.result.strip, str(2 - frame.truth))
    query = "SELECT label_id FROM image WHERE id = ?"
    for frame in frames:
        qtbot.waitUntil(
            lambda frame=frame: (
                bridge.session.ask(lambda reader: reader.execute(query, (frame.image_id,)).fetchone()[0])
                == 2 - frame.truth
            )
        )


def test_why_is_not_shown_where_there_are_no_weights(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    room = _opened(bridge, qtbot)
    room.result.strip.step(1)
    qtbot.waitUntil(lambda: "no weights" in room.explain.view.accessibleName())


def test_numbers_are_copied_as_columns(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    room = _opened(bridge, qtbot)
    room.copy_button.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "run\trun-01"
    assert any(line.startswith("accuracy\t") and line.count("\t") == 3 for line in lines)


def test_an_address_is_not_tried_but_said(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    room = _opened(bridge, qtbot)
    room.trying.take(Offered(addresses=("https://example.org/cat.jpg",)))
    assert "address" in room.try_pane.state.text()


def test_pictures_have_their_own_letters_after_a_label_before_theirs_was_removed(
    theme: Theme, bridge: Bridge, qtbot: QtBot
) -> None:
    # What is left by one that came before them.
    bridge.session.record(lambda tx: tx.connection.execute("UPDATE label SET position = position + 1")).result()
    strip = _opened(bridge, qtbot).result.strip
    grey = QImage(EDGE_PX, EDGE_PX, QImage.Format.Format_RGB32)
    grey.fill(Qt.GlobalColor.gray)
    strip.show_images({one.key: grey for one in strip.shown})
    seen = strip.grab(strip.spot(0)).toImage()
    strip.show_pictures(strip.shown, ("", "C", "D"))
    assert strip.grab(strip.spot(0)).toImage() == seen
    strip.show_pictures(strip.shown, ("", "D", "C"))
    assert strip.grab(strip.spot(0)).toImage() != seen


def test_suspects_are_looked_for_only_when_asked(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    room = _opened(bridge, qtbot)
    assert room.result.suspects.run_button.isVisibleTo(room.result)
    assert room.result.suspects.strip.isHidden()


def test_choosing_a_run_shows_its_own_numbers(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    first, second = add_run(bridge.session, 0.95), add_run(bridge.session, 0.80)
    add_result(bridge.session, first)
    room = _shown(bridge, qtbot)
    qtbot.waitUntil(lambda: bool(room.result.strip.shown))
    room.runs.setCurrentIndex(room.runs.findData(second))
    room.runs.activated.emit(room.runs.currentIndex())
    qtbot.waitUntil(lambda: room.sealed.isVisible() and room.sealed.open_button.text() == "Open test part for run-02")


def test_without_runs_the_room_says_where_to_begin(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    room = _shown(bridge, qtbot)
    assert room.findChild(EmptyState).isVisible()


def test_where_three_columns_are_too_narrow_the_third_goes_below_and_nothing_scrolls_sideways(qtbot: QtBot) -> None:
    parts = [Label("x") for _ in range(3)]
    for part in parts:
        part.setMinimumWidth(380)
    area = QScrollArea()
    qtbot.addWidget(area)
    columns = ThreeColumns(parts[0], parts[1], parts[2], area)
    area.setWidgetResizable(True)
    area.setWidget(columns)
    area.resize(832, 400)
    area.show()
    qtbot.waitUntil(lambda: parts[2].y() > parts[0].y())
    assert area.horizontalScrollBar().maximum() == 0
    area.resize(1300, 400)
    qtbot.waitUntil(lambda: parts[2].y() == parts[0].y())
    assert parts[2].x() > parts[1].x()
