from __future__ import annotations

from pathlib import Path

import pytest
from gui.projects import make_session
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from winnow import __version__
from winnow.qt.controller import Controller
from winnow.qt.help.about import AboutPage
from winnow.qt.start import ROOMS


@pytest.fixture
def controller(in_project: Controller) -> Controller:
    return in_project


def test_the_project_menu_shows_what_the_program_is_made_of(controller: Controller, qtbot) -> None:
    controller.window.show_room("sort")
    assert controller.actions.about in controller.actions.project_menu().actions()
    controller.actions.about.trigger()
    page = controller.window.findChild(AboutPage)
    assert page.isVisible()
    assert "Permission is hereby granted" in page.text.toPlainText()
    names = [page.list.item(row).text() for row in range(page.list.count())]
    assert names[0] == f"Winnow {__version__}"
    numpy = next(row for row, name in enumerate(names) if name.startswith("numpy "))
    page.list.setFocus()
    for _ in range(numpy):
        qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.licence.text().startswith("numpy: BSD-3-Clause")
    assert "NumPy Developers" in page.text.toPlainText()
    qtbot.mouseClick(page.back_button, Qt.MouseButton.LeftButton)
    assert controller.window.room_key == "sort"


def test_the_details_for_a_report_go_to_the_clipboard(controller: Controller, qtbot) -> None:
    controller.actions.about.trigger()
    page = controller.window.findChild(AboutPage)
    qtbot.mouseClick(page.copy_button, Qt.MouseButton.LeftButton)
    said = QGuiApplication.clipboard().text()
    assert said.startswith(f"Winnow {__version__}")
    assert "\ntorch 2." in said
    assert str(Path.home()) not in said


def test_a_double_click_on_the_database_opens_its_project(theme: object, qtbot, tmp_path: Path) -> None:
    session = make_session(tmp_path)
    database, name = session.layout.database, session.name
    session.close()
    made = Controller(ROOMS)
    with qtbot.waitSignal(made.project_opened):
        made.show(database)
    qtbot.addWidget(made.window)
    assert made.window.windowTitle().startswith(name)
    made.close_project()
