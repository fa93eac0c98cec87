"""Preferences: found, changed, in force at once, kept; left by Escape; found by the palette."""

from __future__ import annotations

import importlib.util
import os

import pytest
from gui.projects import make_session
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from winnow.app.preferences import Preferences, keep, preferences, use
from winnow.base.paths import cache_folder
from winnow.domain.class_colours import class_colours
from winnow.qt.controller import Controller
from winnow.qt.figures import THIN_SPACE
from winnow.qt.finder.entries import Kind
from winnow.qt.help.keys_page import KeysPage
from winnow.qt.preferences.page import PreferencesPage
from winnow.qt.start import ROOMS
from winnow.qt.theme.theme import Mode
from winnow.qt.theme.tokens import colour
from winnow.qt.widgets.chip import ClassChip
from winnow.qt.widgets.label import ElidedLabel


@pytest.fixture
def controller(theme: object, qtbot, monkeypatch: pytest.MonkeyPatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    made = Controller(ROOMS)
    qtbot.addWidget(made.window)
    made.show(None)
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    yield made
    made.close_project()
    use(Preferences())


def shown(controller: Controller) -> PreferencesPage:
    return next(page for page in controller.window.findChildren(PreferencesPage) if page.isVisible())


def press(qtbot, widget, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget() or widget, key, modifier)


def test_what_is_chosen_holds_at_once_and_is_kept(controller: Controller, qtbot, theme) -> None:
    press(qtbot, controller.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    page = shown(controller)
    fields = page.fields
    qtbot.mouseClick(fields.theme, Qt.MouseButton.LeftButton, pos=fields.theme.part_rect("contrast").center())
    assert theme.mode is Mode.CONTRAST
    fields.threads.setFocus()
    qtbot.keyClick(fields.threads, Qt.Key.Key_Up)
    assert os.environ["WINNOW_THREADS"] == "1"
    fields.user_agent.setFocus()
    qtbot.keyClicks(fields.user_agent, "me@example.org")
    qtbot.keyClick(fields.user_agent, Qt.Key.Key_Return)
    fields.device.setFocus()
    qtbot.keyClick(fields.device, Qt.Key.Key_Down)
    assert os.environ["WINNOW_DEVICE"] == "cpu"
    assert preferences() == Preferences(user_agent="me@example.org", theme="contrast", threads=1, device="cpu")
    qtbot.mouseClick(page.reset_button, Qt.MouseButton.LeftButton)
    assert preferences() == Preferences()
    assert theme.mode is Mode.SYSTEM
    assert fields.threads.value() == 0
    assert "WINNOW_THREADS" not in os.environ


def test_escape_leaves_the_preferences_and_the_keys(controller: Controller, qtbot) -> None:
    window = controller.window
    press(qtbot, window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    shown(controller).fields.pause_s.setFocus()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert controller.start_page.isVisible()
    controller.pages.show_keys()
    page = window.findChild(KeysPage)
    assert page.isVisible()
    assert not window.rail.preferences_button.isChecked(), "the keys are not the preferences"
    press(qtbot, window, Qt.Key.Key_Escape)
    assert controller.start_page.isVisible()


def test_a_setting_is_found_by_name_on_the_page(controller: Controller, qtbot) -> None:
    controller.pages.show_preferences()
    page = shown(controller)
    qtbot.keyClicks(page.finder, "robots")
    assert page.fields.pause_s.isVisible()
    assert not page.fields.theme.isVisible()
    assert page.sections.count() == 6


def test_the_palette_leads_to_a_setting(controller: Controller, qtbot) -> None:
    press(qtbot, controller.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    panel = controller.finding.panel
    qtbot.keyClicks(panel.field, "memory for")
    qtbot.waitUntil(lambda: panel.list.chosen is not None and panel.list.chosen.kind is Kind.SETTING)
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    qtbot.waitUntil(shown(controller).fields.preview_mb.hasFocus)


def test_what_can_be_made_again_is_counted_and_cleared_and_nothing_else(controller: Controller, qtbot) -> None:
    networks = cache_folder() / "networks"
    networks.mkdir(parents=True)
    (networks / "one.onnx").write_bytes(bytes(3_000_000))
    (cache_folder() / "other.txt").write_text("mine")
    controller.pages.show_preferences()
    fields = shown(controller).fields
    qtbot.waitUntil(lambda: fields.clear_about.text().startswith(f"3.0{THIN_SPACE}MB of at most 8.0{THIN_SPACE}GB"))
    fields.cache_gb.setFocus()
    fields.cache_gb.selectAll()
    qtbot.keyClicks(fields.cache_gb, "2")
    qtbot.keyClick(fields.cache_gb, Qt.Key.Key_Return)
    assert preferences().cache_gb == 2
    assert os.environ["WINNOW_CACHE_GB"] == "2"
    qtbot.waitUntil(lambda: f"of at most 2.0{THIN_SPACE}GB" in fields.clear_about.text())
    qtbot.mouseClick(fields.clear_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not fields.clear_button.isEnabled())
    assert not list(networks.iterdir())
    assert (cache_folder() / "other.txt").exists()


def test_the_rooms_of_an_open_project_take_over_what_is_preferred(controller: Controller, qtbot, tmp_path) -> None:
    make_session(tmp_path, per_label=2).close()
    with qtbot.waitSignal(controller.project_opened):
        controller.show(tmp_path / "pets.winnow")
    window = controller.window
    for key in ("collect", "train", "sort"):
        window.show_room(key)
    sort, train, collect = (window.room(key) for key in ("sort", "train", "collect"))
    qtbot.waitUntil(lambda: sort.groups.networks.count() > 0)
    controller.pages.show_preferences()
    fields = shown(controller).fields
    qtbot.waitUntil(lambda: not shown(controller).pictures.isHidden())
    assert "cat" in [one.text() for one in shown(controller).classes.findChildren(ElidedLabel)]
    for field, typed in ((fields.user_agent, "me@example.org"), (fields.engine, "ray://192.168.1.20:10001")):
        field.setFocus()
        qtbot.keyClicks(field, typed)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    fields.features.setFocus()
    qtbot.keyClick(fields.features, Qt.Key.Key_End)
    assert collect.collecting.user_agent == "me@example.org"
    assert sort.groups.features_name == "pixels"
    is_there = importlib.util.find_spec("ray") is not None
    assert (sort.groups.engines.findData("ray://192.168.1.20:10001") >= 0) == is_there
    assert (train.recipe.form.device.findData("ray://192.168.1.20:10001") >= 0) == is_there
    qtbot.keyClick(fields.features, Qt.Key.Key_Home)
    assert sort.groups.features_name == sort.groups.networks.itemData(0).name


def test_other_class_colours_are_shown_at_once_and_kept(controller: Controller, qtbot, theme) -> None:
    controller.pages.show_preferences()
    page = shown(controller)
    chip = page.classes.findChildren(ClassChip)[1]
    page.fields.class_colours.setFocus()
    qtbot.keyClick(page.fields.class_colours, Qt.Key.Key_Down)
    assert preferences().class_colours == "bright"
    assert chip.grab().toImage().pixelColor(8, 2) == colour(class_colours("bright").colours[1])
    qtbot.mouseClick(page.reset_button, Qt.MouseButton.LeftButton)
    assert theme.classes is class_colours("")


def test_a_setting_of_a_later_version_is_not_in_the_way(controller: Controller) -> None:
    keep(Preferences(theme="sepia", features="no-such-network"))
    controller.pages.show_preferences()
    assert shown(controller).fields.theme.key == "system"
