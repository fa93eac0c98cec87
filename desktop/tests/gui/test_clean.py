"""Reviewing copies and doubtful pictures: the slider counts at once, a click decides which copy stays."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from app.folders import copy_into, import_all
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from unit.vision.pictures import encoded
from unit.vision.test_copies import photo

from winnow.app.commands.labelling import LabelImages, RejectImages
from winnow.app.queries.items import items
from winnow.app.session import Session
from winnow.domain.cleaning import CHECKS, STARTING_THRESHOLDS, Check, Cleaning, Duplicates, KeepRule
from winnow.qt.bridge import Bridge
from winnow.qt.clean.cleaner import Cleaner
from winnow.qt.dates import time_words
from winnow.store import clean, labels


def _make_project(folder: Path) -> None:
    """Seven pictures of rising brightness, two of them small copies of others; the groups are known already."""
    pictures = folder / "pictures"
    pictures.mkdir()
    for at in range(5):
        toned = photo(at).point([round(tone * (at + 1) / 8) for tone in range(256)] * 3)
        (pictures / f"{at}.jpg").write_bytes(encoded(toned))
        if at < 2:
            (pictures / f"{at}-small.jpg").write_bytes(encoded(toned.resize((240, 180))))
    with Session.create(folder / "clean.winnow", ["cat", "dog"]) as session:
        import_all(session, pictures)
        ids = ids_of(session)
        order = sorted(ids, key=ids.__getitem__)
        groups = [int(file[0]) if int(file[0]) < 2 else -1 for file in order]
        found = Duplicates(np.array(sorted(ids.values())), np.array(groups, np.int32), np.full(7, -1, np.int32))
        session.record(lambda tx: clean.put_duplicates(tx, found)).result()


@pytest.fixture
def bridge(tmp_path: Path, theme: object) -> Iterator[Bridge]:
    copy_into(tmp_path, _make_project)
    made = Bridge(Session.open(tmp_path / "clean.winnow"))
    yield made
    made.close()


@pytest.fixture
def cleaner(bridge: Bridge, qtbot) -> Iterator[Cleaner]:
    room = QWidget()
    qtbot.addWidget(room)
    made = Cleaner(bridge, room)
    row = QHBoxLayout(room)
    for panel in (made.quality, made.copies, made.trash):
        panel.setFixedWidth(280)
        row.addWidget(panel)
    room.resize(900, 800)
    room.show()
    room.activateWindow()
    made.enter()
    qtbot.waitUntil(lambda: made.copies.group is not None and made.quality.reject_button.text() != "")
    qtbot.waitUntil(lambda: made.quality._view is not None)
    yield made
    made.leave()
    room.hide()


def ids_of(session: Session) -> dict[str, int]:
    return {row["file"]: row["id"] for row in session.ask(items)}


def rejected(bridge: Bridge) -> set[str]:
    return {row["file"] for row in bridge.session.ask(items) if row["state"] == "rejected"}


def shown(thumbs) -> list[str]:
    return [one.name.split(" ")[0] for one in thumbs.pictures]


def test_the_slider_counts_and_shows_both_sides_of_the_line(cleaner, qtbot):
    panel = cleaner.quality
    panel.choose(Check.DARK)
    view = panel._view
    scores = dict(zip(view.names, view.column(Check.DARK).tolist(), strict=True))

    for threshold in (0.2, 0.45):
        panel.slider.setValue(round(threshold * 1000))
        below = sorted((file for file in scores if scores[file] < threshold), key=lambda file: -scores[file])
        assert shown(panel.below) == below
        assert shown(panel.above)[0] == min((file for file in scores if file not in below), key=scores.__getitem__)
        assert panel.reject_button.text() == f"Reject {len(below)} flagged"
    qtbot.waitUntil(lambda: not panel.below.missing_keys and not panel.above.missing_keys)


def test_one_drag_is_one_step_and_undo_takes_it_back(cleaner, bridge, qtbot):
    panel = cleaner.quality
    panel.choose(Check.DARK)
    slider = panel.slider
    knob = QPoint(round(0.32 * (slider.width() - 12)) + 6, slider.height() // 2)
    with qtbot.waitSignal(panel.cleaning_chosen):
        qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=knob)
        for by in (10, 25, 40):
            qtbot.mouseMove(slider, knob + QPoint(by, 0))
        qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=knob + QPoint(40, 0))
    moved = panel.threshold
    assert moved > 0.4

    qtbot.waitUntil(lambda: bridge.session.ask(clean.cleaning).threshold(Check.DARK) == moved)
    bridge.undo()
    qtbot.waitUntil(lambda: panel.threshold == STARTING_THRESHOLDS[Check.DARK])
    assert bridge.session.ask(clean.cleaning) == Cleaning()


def test_many_presses_of_a_key_are_one_step(cleaner, bridge, qtbot):
    panel = cleaner.quality
    panel.choose(Check.DARK)
    panel.slider.setFocus()
    with qtbot.waitSignal(panel.cleaning_chosen):
        for _ in range(6):
            qtbot.keyClick(panel.slider, Qt.Key.Key_Right)

    qtbot.waitUntil(lambda: bridge.session.ask(clean.cleaning).threshold(Check.DARK) == pytest.approx(0.35))
    assert bridge.session.undo().result() == "SetCleaning"
    assert bridge.session.ask(clean.cleaning) == Cleaning()
    qtbot.waitUntil(lambda: panel.threshold == pytest.approx(0.32))
    panel.slider.setValue(500)
    qtbot.mouseClick(panel.reset_button, Qt.MouseButton.LeftButton)
    assert panel.threshold == pytest.approx(0.32)


def test_what_is_flagged_is_rejected_by_one_click_and_comes_back(cleaner, bridge, qtbot):
    panel = cleaner.quality
    panel.choose(Check.DARK)
    panel.slider.setValue(200)
    wanted = set(shown(panel.below))
    assert wanted

    qtbot.mouseClick(panel.reject_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: rejected(bridge) == wanted)
    qtbot.waitUntil(lambda: not panel.reject_button.isEnabled())
    bridge.undo()
    qtbot.waitUntil(lambda: rejected(bridge) == set())


def test_checks_are_walked_by_the_arrow_keys(cleaner, qtbot):
    panel = cleaner.quality
    panel._rows[Check.DARK].setFocus()
    panel.choose(Check.DARK)

    qtbot.keyClick(panel._rows[Check.DARK], Qt.Key.Key_Down)

    assert panel.check is Check.LIGHT
    assert panel._rows[Check.LIGHT].accessibleName() == "Over-exposed: 0 flagged"
    assert panel._rows[Check.DOES_NOT_BELONG].accessibleName().endswith("not searched yet")


def test_recounting_twenty_thousand_pictures_takes_less_than_a_tenth_of_a_second(cleaner, qtbot):
    view, panel = cleaner.quality._view, cleaner.quality
    random, many = np.random.default_rng(0), 20_000
    panel.show_view(
        replace(
            view,
            ids=np.arange(1, many + 1),
            keys=np.repeat(view.keys[:1], many, axis=0),
            names=("a.jpg",) * many,
            is_rejected=np.zeros(many, np.bool_),
            scores=random.random((many, len(CHECKS)), np.float32),
        )
    )
    took = []
    for value in range(100, 900, 100):
        began = time.process_time()
        panel.slider.setValue(value)
        took.append(time.process_time() - began)

    assert np.median(took) < 0.1


def test_the_rule_is_shown_and_a_click_overrules_it(cleaner, bridge, qtbot):
    panel = cleaner.copies
    assert panel.copies.pictures[0].name.startswith("0.jpg")
    assert panel.settle_button.text() == "Reject 2 copies"

    small = panel.copies.spot(1).center()
    qtbot.mouseClick(panel.copies, Qt.MouseButton.LeftButton, pos=small)
    assert panel.copies.pictures[0].name.startswith("0-small.jpg")
    qtbot.mouseClick(panel.on_button, Qt.MouseButton.LeftButton)
    assert panel.copies.pictures[0].name.startswith("1.jpg")
    assert not panel.on_button.isEnabled()

    qtbot.mouseClick(panel.settle_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: rejected(bridge) == {"0.jpg", "1-small.jpg"})
    qtbot.waitUntil(lambda: not panel.settle_button.isEnabled())
    bridge.undo()
    qtbot.waitUntil(lambda: rejected(bridge) == set())


def test_another_rule_is_kept_for_the_project(cleaner, bridge, qtbot):
    panel = cleaner.copies
    panel.rule.setFocus()
    qtbot.keyClick(panel.rule, Qt.Key.Key_Down)
    qtbot.keyClick(panel.rule, Qt.Key.Key_Down)

    qtbot.waitUntil(lambda: bridge.session.ask(clean.cleaning).rule is KeepRule.OLDEST)
    qtbot.waitUntil(lambda: panel.view.rule is KeepRule.OLDEST)


def test_labels_that_contradict_are_shown_and_left_alone_until_one_is_picked(cleaner, bridge, qtbot):
    ids, names = ids_of(bridge.session), bridge.session.ask(labels.all_labels)
    bridge.do(LabelImages((ids["1.jpg"],), names[0].id))
    bridge.do(LabelImages((ids["1-small.jpg"],), names[1].id))
    panel = cleaner.copies
    qtbot.waitUntil(panel.conflict_button.isVisible)
    assert panel.settle_button.text() == "Reject 1 copy"

    qtbot.mouseClick(panel.conflict_button, Qt.MouseButton.LeftButton)
    assert "cat" in panel._conflict.text()
    assert "dog" in panel._conflict.text()

    qtbot.mouseClick(panel.copies, Qt.MouseButton.LeftButton, pos=panel.copies.spot(1).center())
    assert not panel.conflict_button.isVisible()
    assert panel.settle_button.text() == "Reject 2 copies"


def test_emptying_asks_first_and_says_how_many_and_how_large(cleaner, bridge, qtbot, tmp_path, monkeypatch):
    trash = tmp_path / "trash"
    trash.mkdir()
    monkeypatch.setattr("winnow.qt.clean.cleaner.to_trash", lambda path: shutil.move(path, trash / path.name))
    assert not cleaner.trash.empty_button.isEnabled()
    ids = ids_of(bridge.session)
    bridge.do(RejectImages((ids["3.jpg"], ids["4.jpg"])))
    qtbot.waitUntil(cleaner.trash.empty_button.isEnabled)

    qtbot.mouseClick(cleaner.trash.empty_button, Qt.MouseButton.LeftButton)
    question = cleaner.trash.question
    assert "Move 2 files" in question.text()
    assert "kB" in question.text()
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: cleaner.trash.question is None)
    assert not list(trash.iterdir())

    qtbot.mouseClick(cleaner.trash.empty_button, Qt.MouseButton.LeftButton)
    (move,) = [one for one in cleaner.trash.question.buttons() if "trash" in one.text()]
    qtbot.mouseClick(move, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: len(list(trash.iterdir())) == 2)
    qtbot.waitUntil(lambda: not cleaner.trash.empty_button.isEnabled())
    assert rejected(bridge) == {"3.jpg", "4.jpg"}


def test_searching_is_a_job_that_the_panels_wait_for(cleaner, bridge, qtbot, monkeypatch):
    monkeypatch.setattr("winnow.qt.clean.cleaner.search_all", lambda _session: _nothing())

    qtbot.mouseClick(cleaner.copies.search_button, Qt.MouseButton.LeftButton)
    assert not cleaner.quality.search_button.isEnabled()

    qtbot.waitUntil(cleaner.quality.search_button.isEnabled)
    assert cleaner.copies.search_button.text() == "Search anew"


def test_both_panels_say_when_the_newest_search_was_and_of_how_many(cleaner, bridge, qtbot):
    when = time_words(bridge.session.ask(clean.searched_at))
    cleaner.quality.choose(Check.ODD_SIZE)
    for panel in (cleaner.quality, cleaner.copies):
        assert panel._state.text().endswith(f"Searched {when}: 7 pictures.")
        assert panel.search_button.text() == "Search anew"
        assert panel.search_button.isVisible()
    view = replace(cleaner.quality._view, searched_at="")
    cleaner.quality.show_view(view)
    assert cleaner.quality.search_button.text() == "Search"
    assert "Searched" not in cleaner.quality._state.text()


def _nothing():
    yield
