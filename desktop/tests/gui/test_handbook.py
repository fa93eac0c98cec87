"""The handbook: opened by F1 at the room's chapter, searched, followed; and its words are those of the screen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QTextBrowser

from winnow.base.paths import resource
from winnow.qt.controller import Controller
from winnow.qt.help.chapters import CHAPTERS, chapters
from winnow.qt.help.handbook import Handbook

LANGUAGES = ("en", "ko")
SOURCES = Path(__file__).parents[2] / "winnow"


@pytest.fixture
def controller(in_project: Controller) -> Controller:
    return in_project


def handbook(controller: Controller) -> Handbook:
    return controller.window.findChild(Handbook)


def test_f1_opens_the_chapter_of_the_room_and_escape_goes_back(controller: Controller, qtbot) -> None:
    controller.window.show_room("split")
    qtbot.keyClick(controller.window, Qt.Key.Key_F1)
    page = handbook(controller)
    assert page.isVisible()
    assert page.key == "split"
    assert "Split: who sees what" in page.browser.toPlainText()
    qtbot.keyClick(page.browser, Qt.Key.Key_Escape)
    assert controller.window.room_key == "split"


def test_what_is_typed_leaves_the_chapters_in_which_it_stands(controller: Controller, qtbot) -> None:
    controller.pages.show_handbook()
    page = handbook(controller)
    qtbot.keyClicks(page.finder, "silhouette")
    shown = [page.list.item(row).text() for row in range(page.list.count()) if not page.list.item(row).isHidden()]
    assert shown == ["Clusters"]
    assert page.key == "clusters"
    assert page.browser.textCursor().selectedText().casefold() == "silhouette"


def test_a_link_leads_to_another_chapter(controller: Controller, qtbot) -> None:
    controller.pages.show_handbook()
    page = handbook(controller)
    page.show_chapter("train-valid-test")
    page.browser.anchorClicked.emit(_first_link(page.browser))
    assert page.key == "split"


def _first_link(browser: QTextBrowser):
    found = re.search(r'href="([^"]+)"', browser.document().toHtml())
    return QUrl(found[1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chapter_is_there_and_leads_only_to_chapters(language: str) -> None:
    for key in CHAPTERS:
        text = resource("guide", language, f"{key}.md").read_text("utf-8")
        assert text.startswith("# "), key
        for link in re.findall(r"\]\(([^)]+)\)", text):
            assert link.removesuffix(".md") in CHAPTERS, f"{key} leads to {link}"
    assert {file.stem for file in resource("guide", language).glob("*.md")} == set(CHAPTERS)


def test_what_is_bold_is_called_so_on_the_screen() -> None:
    there = " ".join(file.read_text("utf-8") for file in SOURCES.rglob("*.py")).casefold()
    for chapter in chapters("en"):
        for words in re.findall(r"\*\*(.+?)\*\*", chapter.text):
            assert words.strip(":.").casefold() in there, f"{chapter.key}: nothing is called {words!r}"
