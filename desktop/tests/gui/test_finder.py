"""The palette finds commands, labels and pictures by typing, and does what is chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from gui.projects import make_session, opened_controller
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel

from winnow.app.commands.labelling import LabelAsNew
from winnow.app.queries.finding import find
from winnow.qt.controller import Controller
from winnow.qt.finder.entries import Entry, Heading, parts
from winnow.qt.help.keys_page import KeysPage
from winnow.qt.preferences.page import PreferencesPage
from winnow.qt.theme.theme import Mode, current_theme

WAIT_MS = 20_000


@pytest.fixture
def controller(theme: object, qtbot, tmp_path: Path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    session = make_session(tmp_path)
    folder = session.layout.folder
    ids = [one.id for one in session.ask(find, ".", 100).pictures]
    session.do(LabelAsNew("tabby", tuple(ids[:3]))).result()
    session.close()
    with opened_controller(folder, qtbot) as made:
        yield made


def words(controller: Controller) -> list[str]:
    return [row.words for row in controller.finding.panel.list.rows.rows if isinstance(row, Entry)]


def open_panel(controller: Controller, qtbot):
    qtbot.keyClick(controller.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    panel = controller.finding.panel
    qtbot.waitUntil(panel.isVisible)
    return panel


def test_a_command_is_found_and_run_by_the_keyboard(controller: Controller, qtbot) -> None:
    panel = open_panel(controller, qtbot)
    qtbot.keyClicks(panel.field, "go to spl")
    assert words(controller)[0] == "Go to Split"
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert controller.window.room_key == "split"
    assert panel.isHidden()


def test_pictures_and_labels_are_found_by_their_names(controller: Controller, qtbot) -> None:
    panel = open_panel(controller, qtbot)
    qtbot.keyClicks(panel.field, "tabb")
    qtbot.waitUntil(lambda: "tabby" in words(controller), timeout=WAIT_MS)
    panel.field.clear()
    qtbot.keyClicks(panel.field, ".png")
    qtbot.waitUntil(lambda: any(name.endswith(".png") for name in words(controller)), timeout=WAIT_MS)
    heading = next(row for row in panel.list.rows.rows if isinstance(row, Heading) and row.words == "Images")
    assert heading.about.startswith("4 of ")


def test_arrows_pass_over_headings_and_escape_gives_the_focus_back(controller: Controller, qtbot) -> None:
    controller.window.show_room("collect")
    grid = controller.window.room("collect").grid
    qtbot.waitUntil(grid.isVisible, timeout=WAIT_MS)
    grid.setFocus()
    panel = open_panel(controller, qtbot)
    first = panel.list.chosen
    qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.list.chosen not in (None, first)
    qtbot.keyClick(panel.field, Qt.Key.Key_Up)
    assert panel.list.chosen == first
    qtbot.keyClick(panel.field, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert QApplication.focusWidget() is grid


def test_a_click_beside_it_closes_it(controller: Controller, qtbot) -> None:
    panel = open_panel(controller, qtbot)
    qtbot.mouseClick(panel, Qt.MouseButton.LeftButton, pos=QPoint(5, panel.height() - 5))
    assert panel.isHidden()


def test_a_sign_narrows_it_to_commands_or_labels(controller: Controller, qtbot) -> None:
    panel = open_panel(controller, qtbot)
    qtbot.keyClicks(panel.field, "#")
    qtbot.waitUntil(lambda: words(controller) == ["cat", "dog", "tabby"], timeout=WAIT_MS)
    panel.field.clear()
    qtbot.keyClicks(panel.field, ">look")
    assert all("look" in name.casefold() for name in words(controller))


def test_the_look_is_changed_from_the_palette_and_kept(controller: Controller, qtbot, tmp_path: Path) -> None:
    panel = open_panel(controller, qtbot)
    qtbot.keyClicks(panel.field, "look: dark")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert current_theme().mode is Mode.DARK
    assert '"theme":"dark"' in (tmp_path / "config" / "winnow" / "preferences.json").read_text()


def test_the_preferences_stand_in_the_place_of_the_room(controller: Controller, qtbot) -> None:
    qtbot.keyClick(controller.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    page = controller.window.findChild(PreferencesPage)
    assert page is not None
    assert page.isVisible()
    qtbot.mouseClick(page.back_button, Qt.MouseButton.LeftButton)
    assert controller.window.room_key == "sort"


def test_the_keys_of_the_room_are_shown(controller: Controller, qtbot) -> None:
    controller.window.show_room("sort")
    qtbot.keyClick(controller.window, "?")
    page = controller.window.findChild(KeysPage)
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert {"Sort", "Select the cluster", "Undo"} <= set(shown)
    qtbot.mouseClick(page.back_button, Qt.MouseButton.LeftButton)
    assert controller.window.room_key == "sort"


def test_what_matched_is_told_apart() -> None:
    assert parts("Remove label of 3", "label") == [("Remove ", False), ("label", True), (" of 3", False)]
    assert parts("Straße", "strasse") == [("Straße", False)]
