"""A project that is open to look at only: what would change it is grey and says why; its keys say so in the strip."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from gui.sorting import sorted_copy
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton

from winnow.app.queries.overview import overview
from winnow.domain.ids import RunId, SplitId
from winnow.domain.recipe import RecipeKind, default_recipe
from winnow.domain.run import Run, RunState
from winnow.qt.controller import Controller
from winnow.qt.finder.entries import commands
from winnow.qt.repair.repairing import opened_to_look
from winnow.qt.rooms.train.table import RunRow
from winnow.qt.start import ROOMS
from winnow.qt.widgets.button import Button

WHY = "Open to look only: nothing can be changed"
GREY = {
    "collect": {"Add source", "Start"},
    "sort": {"Cluster", "Suggest k", "Label as", "Use clusters as labels", "Suggest labels"},
    "edit": {"Accept, next", "Reset frame", "Add", "Apply", "Paste", "Tiles…", "Find subject", "Trim borders"},
    "split": {"Split", "Lock test part", "Shuffle"},
    "train": {"Start run", "Queue a run", "Resume", "Delete", "Examine", "Find the rate", "Run the folds"},
    "test": {"Open it", "Look again\u2026", "Add to the project"},
    "export": {"Export all three", "Pack the project", "Export data set", "Export model", "Export report"},
}


@pytest.fixture
def controller(theme, qtbot, tmp_path: Path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    session = sorted_copy(tmp_path)
    session.close()
    made = Controller(ROOMS)
    made.show(None)
    qtbot.addWidget(made.window)
    with qtbot.waitSignal(made.project_opened, timeout=20_000):
        made.repairing.enter_wanted.emit(partial(opened_to_look, session.layout.folder), None)
    yield made
    made.close_project()


def test_what_would_change_it_is_grey_in_every_room_and_its_keys_say_why(controller, qtbot) -> None:
    window, database = controller.window, controller.bridge.session.layout.database
    said = window.header.findChildren(QLabel)
    qtbot.waitUntil(lambda: any(one.text().endswith("12 images · open to look only") for one in said))
    before = database.read_bytes()
    for key, wanted in GREY.items():
        window.show_room(key)
        qtbot.waitUntil(lambda key=key: window.room_key == key)
        buttons = [one for one in window.room(key).findChildren(Button) if one.text() in wanted]
        assert {one.text() for one in buttons} == wanted
        for one in buttons:
            one.setEnabled(True)  # as a room does when it has found something
            assert not one.isEnabled(), one.text()
            assert WHY in one.toolTip(), one.text()
    window.show_room("sort")
    room = window.room("sort")
    qtbot.waitUntil(lambda: room.grid.isVisible() and len(room.grid.rows.ids) > 0)
    offered = {entry.words: entry.why_not for entry in commands(controller.actions.offered())}
    assert offered["Label the selection: key 1"] == offered["Reject the selection, or bring it back"] == WHY
    assert offered["Show the map"] == ""
    assert not controller.actions.undo.isEnabled()
    room.grid.setFocus()
    QTest.keyClick(room.grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(room.grid.selected_ids())
    for pressed in (Qt.Key.Key_1, Qt.Key.Key_X):
        QTest.keyClick(room.grid, pressed)
    qtbot.waitUntil(lambda: any(WHY in one.text() for one in window.activity.findChildren(QLabel)))
    assert not window.findChildren(QMessageBox)
    assert controller.bridge.session.ask(overview).labelled == 0
    assert database.read_bytes() == before


def test_fields_and_menus_that_would_change_it_are_grey_too(controller, qtbot) -> None:
    window = controller.window
    window.show_room("split")
    split = window.room("split")
    fields = [split.bar, split.body.wishes.seed, split.body.folds.field, split.pane.cards, split.pane.edge]
    window.show_room("edit")
    panel = window.room("edit").panel
    fields += [panel.fill.kind, panel.angle]
    window.show_room("sort")
    window.room("sort").groups.group("quality")
    qtbot.waitUntil(lambda: window.room("sort").cleaning.cleaner is not None)
    cleaner = window.room("sort").cleaning.cleaner
    fields += [cleaner.quality.slider, cleaner.copies.rule]
    for one in fields:
        assert not one.isEnabled(), one
        assert WHY in one.toolTip(), one
    menu = controller.actions.project_menu()
    menu.aboutToShow.emit()
    assert not controller.actions.restore.isEnabled()
    assert controller.actions.restore.toolTip() == WHY
    assert controller.actions.show_folder.isEnabled()
    window.show_room("train")
    run = Run(
        RunId(1), "run-01", default_recipe(RecipeKind.QUICK, 7), SplitId(1), RunState.STOPPED, "2026-01-02T03:04:05"
    )
    table = window.room("train").table
    table.show_runs([RunRow(run, 0)], 1)
    grey = [action.text().split("\t")[0] for action in table.menu_of(0).actions() if not action.isEnabled()]
    assert grey == ["Rename", "Resume", "Delete"]


def test_in_the_next_project_nothing_is_grey_for_that(controller, qtbot) -> None:
    folder = controller.bridge.session.layout.folder
    controller.close_project()
    with qtbot.waitSignal(controller.project_opened, timeout=20_000):
        controller.open(folder)
    controller.window.show_room("collect")
    add = next(one for one in controller.window.room("collect").findChildren(QPushButton) if one.text() == "Add source")
    assert add.isEnabled()
    assert not any(isinstance(one, QAction) and WHY in one.toolTip() for one in controller.window.findChildren(QAction))
