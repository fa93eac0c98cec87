"""Dividing pictures in the Split room, and seeing what the network gets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import numpy as np
import pytest
from gui.batches import Blank
from gui.projects import make_session
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from winnow.app.commands.framing import SetFrames
from winnow.app.commands.labelling import LabelImages
from winnow.app.pipelines.network_view import View, network_view
from winnow.app.queries.division import SplitFacts, division
from winnow.app.queries.preparing import preparation
from winnow.app.session import Session
from winnow.domain.fit import FitMode
from winnow.domain.frame import Frame, StoredFrame
from winnow.domain.split import Part
from winnow.qt.bridge import Bridge
from winnow.qt.language import Language
from winnow.qt.rooms.split.fit_cards import FitCards
from winnow.qt.rooms.split.parts_painting import draw_part, draw_words_on
from winnow.qt.rooms.split.room import SplitRoom
from winnow.qt.theme.theme import Mode, Theme
from winnow.qt.theme.tokens import contrast
from winnow.qt.widgets.banner import WarningBanner
from winnow.qt.widgets.empty_state import EmptyState
from winnow.qt.widgets.label import Label

WAIT_MS = 30_000
"""For what needs torch in a new process."""


@pytest.fixture
def bridge(tmp_path: Path) -> Iterator[Bridge]:
    made = Bridge(make_session(tmp_path))
    yield made
    made.close()


def _close(room: SplitRoom) -> None:
    room._bridge.close()


def _shown(bridge: Bridge, qtbot: QtBot, view: View | None = None) -> SplitRoom:
    room = SplitRoom(bridge, view=Blank() if view is None else view)
    qtbot.addWidget(room, before_close_func=_close)
    room.resize(1200, 800)
    room.show()
    qtbot.waitUntil(lambda: room.bar.isVisible() and room.split_button.isEnabled(), timeout=WAIT_MS)
    return room


def _divided(bridge: Bridge, qtbot: QtBot, view: View | None = None) -> SplitRoom:
    room = _shown(bridge, qtbot, view)
    qtbot.mouseClick(room.split_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: room.body.leaks.report is not None, timeout=WAIT_MS)
    return room


def _facts(bridge: Bridge) -> SplitFacts:
    facts = bridge.session.ask(division).split
    assert facts is not None
    return facts


def _said(room: SplitRoom) -> list[str]:
    return [
        banner.accessibleName() + " " + banner.accessibleDescription()
        for banner in room.findChildren(WarningBanner)
        if banner.isVisible()
    ]


def test_split_button_divides_and_proves_it(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    room = _shown(bridge, qtbot)
    room.body.wishes.seed.setValue(7)
    qtbot.mouseClick(room.split_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: room.body.leaks.report is not None, timeout=WAIT_MS)
    facts = _facts(bridge)
    assert (facts.seed, sum(facts.counts)) == (7, 20)
    assert [row.label.name for row in facts.per_label] == ["cat", "dog"]
    for wanted in ("0 near-duplicate groups cross a border", "0 pairs, 0 images and 0 groups cross"):
        # Widgets that were just laid out are shown by the next event.
        qtbot.waitUntil(lambda wanted=wanted: any(wanted in words for words in _said(room)))
    assert not room.split_button.isVisible()
    with qtbot.waitSignal(room.room_wanted) as gone:
        qtbot.mouseClick(room.train_button, Qt.MouseButton.LeftButton)
    assert gone.args == ["train"]


def test_dragging_a_border_divides_again_at_once_and_undo_takes_it_back(
    theme: Theme, bridge: Bridge, qtbot: QtBot
) -> None:
    room = _divided(bridge, qtbot)
    bar = room.body.bar
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(round(bar.border_x(0)), 20))
    qtbot.mouseMove(bar, QPoint(round(bar.width() * 0.5), 20))
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _facts(bridge).counts == (10, 7, 3) or _facts(bridge).counts[0] == 10, timeout=WAIT_MS)
    assert _facts(bridge).ratios.train == 50
    bridge.undo()
    qtbot.waitUntil(lambda: bar.ratios.train == 70, timeout=WAIT_MS)
    assert _facts(bridge).counts[0] == 14


def test_a_split_taken_back_before_the_room_has_read_it_is_not_shown_any_more(
    theme: Theme, bridge: Bridge, qtbot: QtBot
) -> None:
    room, reading = _divided(bridge, qtbot), Event()
    for thread in ("one", "two"):
        bridge.fetch(thread, lambda _: None, reading.wait, WAIT_MS / 1000)
    room.body.bar.setFocus()
    qtbot.keyClick(room.body.bar, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: _facts(bridge).ratios.train == 65, timeout=WAIT_MS)
    bridge.undo()
    qtbot.waitUntil(lambda: _facts(bridge).ratios.train == 70, timeout=WAIT_MS)
    reading.set()
    qtbot.waitUntil(lambda: room.body.bar.ratios.train == 70)


def test_the_arrow_keys_move_the_border_in_hand(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    room = _divided(bridge, qtbot)
    room.body.bar.setFocus()
    qtbot.keyClick(room.body.bar, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: _facts(bridge).ratios.train == 65, timeout=WAIT_MS)
    qtbot.keyClick(room.body.bar, Qt.Key.Key_Down)
    qtbot.keyClick(room.body.bar, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: (_facts(bridge).ratios.train, _facts(bridge).ratios.test) == (65, 14), timeout=WAIT_MS)


def test_folds_are_part_of_the_split_and_drawn(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    room = _divided(bridge, qtbot)
    room.body.folds.field.setValue(4)
    qtbot.waitUntil(lambda: _facts(bridge).k_fold == 4, timeout=WAIT_MS)
    qtbot.waitUntil(
        lambda: room.body.leaks.report is not None and len(room.body.leaks.report.borders) == 5, timeout=WAIT_MS
    )
    assert sum(_facts(bridge).folds) == sum(_facts(bridge).counts[:2])
    qtbot.waitUntil(room.body.folds.chart.isVisible, timeout=WAIT_MS)
    room.body.folds.field.setValue(1)
    qtbot.waitUntil(lambda: _facts(bridge).k_fold == 0, timeout=WAIT_MS)


def test_shuffling_takes_the_next_seed_and_a_locked_test_stays(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    room = _divided(bridge, qtbot)
    before = _parts(bridge)
    qtbot.mouseClick(room.lock_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _facts(bridge).keeping.test_locked, timeout=WAIT_MS)
    qtbot.mouseClick(room.body.wishes.shuffle_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _facts(bridge).seed == 43, timeout=WAIT_MS)
    after = _parts(bridge)
    assert after[Part.TEST] == before[Part.TEST]
    assert after[Part.TRAIN] != before[Part.TRAIN]


def _parts(bridge: Bridge) -> dict[Part, list[int]]:
    from winnow.app.queries.samples import current_split

    made = bridge.session.ask(current_split)
    return {part: made.ids_of(part).tolist() for part in Part}


def test_a_change_of_labels_makes_the_split_out_of_date(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    room = _divided(bridge, qtbot)
    bridge.do(LabelImages((1,), None))
    qtbot.waitUntil(room.body.stale.isVisible, timeout=WAIT_MS)
    assert room.split_button.text() == "Split again"
    assert room.split_button.isVisible()
    qtbot.mouseClick(room.split_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not room.body.stale.isVisible(), timeout=WAIT_MS)


def test_frames_of_one_picture_stay_together_and_are_counted(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    halves = (StoredFrame(Frame(0, 0, 60, 96)), StoredFrame(Frame(36, 0, 96, 96)))
    for image in (1, 2, 3):
        bridge.session.do(SetFrames(image, halves)).result()
    room = _divided(bridge, qtbot)
    facts = _facts(bridge)
    assert (sum(facts.counts), sum(facts.pictures)) == (23, 20)
    assert room.body.leaks.report is not None
    assert room.body.leaks.report.borders[0].parents == 0
    qtbot.mouseClick(room.body.leaks.list_button, Qt.MouseButton.LeftButton)
    assert len(room.body.leaks.report.kept) == 3


def test_what_cannot_be_divided_is_said_and_the_old_split_stays(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    room = _shown(bridge, qtbot)
    bridge.session.do(LabelImages(tuple(range(1, 20)), None)).result()
    qtbot.mouseClick(room.split_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(room.body.refusal.isVisible, timeout=WAIT_MS)
    assert "at least two labels" in room.body.refusal.accessibleDescription()


def test_a_wish_that_cannot_be_met_is_said(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    many = tuple(StoredFrame(Frame(at, 0, at + 60, 96)) for at in range(12))
    bridge.session.do(SetFrames(1, many)).result()
    bridge.session.do(SetFrames(2, many)).result()
    room = _divided(bridge, qtbot)
    room.body.wishes.seed.setValue(3)
    qtbot.waitUntil(lambda: _facts(bridge).seed == 3, timeout=WAIT_MS)
    ratios = _facts(bridge).ratios
    assert ratios.test == 15
    bar = room.body.bar
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(round(bar.border_x(0)), 20))
    qtbot.mouseMove(bar, QPoint(round(bar.width() * 0.3), 20))
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _facts(bridge).ratios.train == 30, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: room.body.unmet.isVisible() == bool(_facts(bridge).unmet), timeout=WAIT_MS)


def test_without_labels_the_room_says_where_to_begin(theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    bridge = Bridge(Session.create(tmp_path / "empty.winnow"))
    room = SplitRoom(bridge)
    qtbot.addWidget(room)
    room.show()
    qtbot.waitUntil(lambda: not room.split_button.isEnabled(), timeout=WAIT_MS)
    assert room.findChild(EmptyState).isVisible()
    bridge.close()


def test_a_batch_is_shown_redrawn_and_what_varies_it_is_kept(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    room = _divided(bridge, qtbot, network_view())
    grid = room.body.seen.grid
    # Of so few frames the default batch is one.
    qtbot.waitUntil(lambda: len(grid.squares) == 1, timeout=WAIT_MS)
    assert grid.squares[0].mark in ("C", "D")
    assert all(square.image.width() == 224 for square in grid.squares)
    before = [square.image for square in grid.squares]
    room.pane.jitter.switch.click()
    qtbot.waitUntil(lambda: [square.image for square in grid.squares] != before, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: bridge.session.ask(preparation).augmentation.light == 0.0, timeout=WAIT_MS)
    qtbot.mouseClick(room.pane.cards.cards[FitMode.PAD], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bridge.session.ask(preparation).fit.mode is FitMode.PAD, timeout=WAIT_MS)
    assert room.pane.fill.isEnabled()
    bridge.undo()
    qtbot.waitUntil(lambda: room.pane.preparation.fit.mode is FitMode.RANDOM_RESIZED_CROP, timeout=WAIT_MS)
    shown = grid.squares
    room.body.seen.choose_part(Part.VALID)
    qtbot.waitUntil(lambda: grid.squares is not shown, timeout=WAIT_MS)


def test_small_pictures_are_said_to_be_enlarged(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    room = _divided(bridge, qtbot)
    qtbot.waitUntil(room.pane._enlarging.isVisible, timeout=WAIT_MS)
    assert "17 of 17 frames are smaller" in room.pane._enlarging.text()
    assert "96 × 96 would enlarge fewer" in room.pane._enlarging.text()
    room.pane.edge.setCurrentIndex(room.pane.edge.findData(32))
    qtbot.waitUntil(lambda: not room.pane._enlarging.isVisible(), timeout=WAIT_MS)


def test_costs_of_the_fits_stand_side_by_side(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    room = _divided(bridge, qtbot)
    qtbot.waitUntil(lambda: room.body.fits.cell(FitMode.CROP, 1) != "–", timeout=WAIT_MS)
    assert room.body.fits.cell(FitMode.CROP, 1) == f"{(1 - 0.875**2) * 100:.1f} %"
    assert room.body.fits.cell(FitMode.PAD, 2) == "0.0 %"
    assert np.isclose(float(room.body.fits.cell(FitMode.SQUISH, 4).split()[0]), 2.33)


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.CONTRAST])
def test_words_on_the_stripes_of_test_stand_out(theme: Theme, mode: Mode) -> None:
    theme.choose(mode)
    ink, stripe = theme.tokens.colour("text"), theme.tokens.colour("test-stripe")
    image = QImage(90, 40, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    draw_part(painter, QRectF(image.rect()), 0, Part.TEST)
    painter.setPen(ink)
    under = QRect(20, 12, 50, 16)
    draw_words_on(painter, QRectF(under), Part.TEST, "\u2007" * 5)  # as wide as figures, and nothing to see
    painter.end()
    is_striped = any(image.pixelColor(x, y) == stripe for x in range(20, 40) for y in range(14, 26))
    assert image.pixelColor(2, 2) != image.pixelColor(5, 2), "there are stripes"
    assert is_striped == (contrast(ink, stripe) >= 7)


@pytest.mark.parametrize("code", ["en", "ko"])
def test_the_names_of_the_fits_are_shown_whole(qtbot: QtBot, english: Language, code: str) -> None:
    english.choose(code)
    try:
        cards = FitCards()
        qtbot.addWidget(cards)
        cards.show()
        for card in cards.cards.values():
            name = card.findChild(Label)
            room = QRect(0, 0, name.width(), 99)
            words = name.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), name.text())
            assert (words.width(), words.height()) <= (name.width(), name.height())
            assert card.rect().contains(name.geometry())
    finally:
        english.choose("en")
