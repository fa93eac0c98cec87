"""The start page: what it asks for, what it shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton

from winnow.qt.rooms.start.page import StartPage
from winnow.qt.rooms.start.project_card import ProjectRow, RecentProject

pytestmark = pytest.mark.usefixtures("theme")


def _project(name: str, labelled: int = 40, missing: bool = False) -> RecentProject:
    picture = QImage(60, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("#123456"))
    return RecentProject(Path("/projects") / name, name, 100, 2, labelled, "Today", (picture,) * 4, missing)


@pytest.fixture
def page(qtbot):
    made = StartPage()
    made.resize(1440, 900)
    qtbot.addWidget(made)
    made.show_projects([_project(f"project-{at}") for at in range(8)])
    made.show()
    return made


def test_the_three_actions_are_wishes(qtbot, page):
    pane = page.actions_pane
    for button, wish in ((pane.new_button, page.new_wanted), (pane.sample_button, page.sample_wanted)):
        with qtbot.waitSignal(wish):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.open_wanted, check_params_cb=lambda path: path is None):
        qtbot.keyClick(pane.open_button, Qt.Key.Key_Space)


def test_a_card_opens_its_project(qtbot, page):
    with qtbot.waitSignal(page.open_wanted, check_params_cb=lambda path: path == Path("/projects/project-1")):
        qtbot.mouseClick(page.projects_pane.cards()[1], Qt.MouseButton.LeftButton)


def test_a_project_that_is_gone_is_looked_for(qtbot, page):
    page.show_projects([_project("moved", missing=True)])
    with qtbot.waitSignal(page.find_wanted, check_params_cb=lambda path: path == Path("/projects/moved")):
        qtbot.keyClick(page.projects_pane.cards()[0], Qt.Key.Key_Return)


def test_six_are_shown_at_first_and_all_when_asked(qtbot, page):
    assert len(page.projects_pane.cards()) == 6
    more = next(one for one in page.findChildren(QAbstractButton) if one.text() == "Show all 8 projects")
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert len(page.projects_pane.cards()) == 8


def test_cards_stand_in_as_many_columns_as_there_is_room_for(qtbot, page):
    tops = lambda: {card.y() for card in page.projects_pane.cards()}  # noqa: E731
    qtbot.waitUntil(lambda: len(tops()) == 2)
    page.resize(1200, 900)
    qtbot.waitUntil(lambda: len(tops()) == 3)


def test_the_filter_leaves_those_with_the_words_in_their_name(qtbot, page):
    qtbot.keyClicks(page.projects_pane.filter_field, "JECT-7")
    assert [card.project.name for card in page.projects_pane.cards()] == ["project-7"]


def test_projects_can_be_a_list(qtbot, page):
    look = page.projects_pane.findChildren(type(page.projects_pane._look))[0]
    qtbot.mouseClick(look, Qt.MouseButton.LeftButton, pos=look.part_rect("rows").center())
    assert all(isinstance(card, ProjectRow) for card in page.projects_pane.cards())


def test_a_card_shows_the_pictures_of_its_project(page):
    image = page.projects_pane.cards()[0].grab().toImage()
    assert image.pixelColor(70, 50) == QColor("#123456")


def test_what_is_dropped_starts_a_project(qtbot, page, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    with qtbot.waitSignal(page.dropped, check_params_cb=lambda paths: paths == [tmp_path]):
        page.actions_pane.target.take(data)


def test_the_language_is_chosen_from_those_offered(qtbot, page):
    page.show_languages((("en", "English"), ("ko", "한국어")), "en")
    button = page.actions_pane.language_button
    assert button.text() == "English"
    with qtbot.waitSignal(page.language_chosen, check_params_cb=lambda code: code == "ko"):
        button.menu().actions()[1].trigger()
