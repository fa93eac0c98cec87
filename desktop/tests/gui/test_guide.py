"""The guide: one line in each room that knows what is done, leads on, and goes away when it is not wanted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from gui.projects import make_session
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from winnow.app.guidance import Advice, advice
from winnow.app.queries.overview import overview
from winnow.app.session import Session
from winnow.qt.controller import Controller
from winnow.qt.guide.words import advice_words
from winnow.qt.start import ROOMS
from winnow.qt.widgets.focus_ring import _Ring

WAIT_MS = 30_000


@pytest.fixture
def project(tmp_path: Path) -> Path:
    with make_session(tmp_path, per_label=6) as session:
        return session.layout.folder


@pytest.fixture
def controller(theme: object, qtbot, project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    made = Controller(ROOMS)
    qtbot.addWidget(made.window)
    made.show(project)
    qtbot.waitUntil(made.window.guide.isVisible, timeout=WAIT_MS)
    yield made
    made.close_project()


def said(controller: Controller) -> str:
    return controller.window.guide.words.text()


def test_it_leads_from_room_to_room_and_points_at_what_is_to_be_done(controller: Controller, qtbot) -> None:
    window, guide = controller.window, controller.window.guide
    window.show_room("sort")
    assert said(controller) == advice_words(Advice.SPLIT_WHAT_IS_LABELLED), "the pictures have labels already"
    qtbot.mouseClick(guide.button, Qt.MouseButton.LeftButton)
    assert window.room_key == "split"
    split = window.room("split")
    qtbot.waitUntil(split.split_button.isEnabled, timeout=WAIT_MS)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.mouseClick(guide.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(split.split_button.hasFocus)
    assert any(ring.isVisible() for ring in window.findChildren(_Ring))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: said(controller) == advice_words(Advice.TRAIN_ON_SPLIT), timeout=WAIT_MS)
    qtbot.mouseClick(guide.button, Qt.MouseButton.LeftButton)
    assert said(controller) == advice_words(Advice.TRAIN)


def test_it_is_put_away_in_one_room_and_called_back(controller: Controller, project: Path, qtbot) -> None:
    window, guide = controller.window, controller.window.guide
    window.show_room("sort")
    qtbot.mouseClick(guide.close_button, Qt.MouseButton.LeftButton)
    assert guide.isHidden()
    window.show_room("split")
    assert guide.isVisible()
    controller.pages.show_preferences()
    assert guide.isHidden(), "a page is no room"
    controller.show_start()
    controller.open(project)
    qtbot.waitUntil(lambda: controller.bridge is not None and window.room_key != "", timeout=WAIT_MS)
    window.show_room("split")
    qtbot.waitUntil(guide.isVisible, timeout=WAIT_MS)
    window.show_room("sort")
    assert guide.isHidden(), "the project remembers it"
    controller.actions.guide.trigger()
    assert guide.isVisible()


def test_an_empty_project_is_guided_by_what_is_missing(tmp_path: Path) -> None:
    with Session.create(tmp_path / "empty.winnow") as session:
        now = session.ask(overview)
    found = [advice(key, now) for key, _icon, _make in ROOMS]
    assert found == [
        Advice.COLLECT,
        Advice.COLLECT_FIRST,
        Advice.LABEL_FIRST,
        Advice.LABEL_BEFORE_SPLIT,
        Advice.SPLIT_FIRST,
        Advice.TRAIN_FIRST,
        Advice.LABEL_BEFORE_EXPORT,
    ]


def test_it_does_not_go_on_to_advise_what_was_done(tmp_path: Path) -> None:
    with make_session(tmp_path, per_label=6) as session:
        before = session.ask(overview)
    split = replace(before, split=1)
    run = replace(split, runs=1)
    opened = replace(run, openings=1)
    exported = replace(opened, exported=1)
    rooms = [key for key, _icon, _make in ROOMS]
    advised = [[key for key in rooms if advice(key, now) is not None] for now in (before, split, run, opened, exported)]
    assert advised == [
        ["sort", "edit", "split", "train", "test", "export"],
        ["split", "train", "test", "export"],
        ["train", "test", "export"],
        ["test", "export"],
        ["export"],
    ]


def test_every_advice_has_words_of_its_own() -> None:
    assert len({advice_words(one) for one in Advice}) == len(Advice) == 22
    assert {one.room for one in Advice} == {key for key, _icon, _make in ROOMS}
