"""The window's tests: every one begins in light, whatever the one before it chose."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from gui.projects import make_session, opened_controller
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from winnow.domain.class_colours import OKABE_ITO
from winnow.qt.controller import Controller
from winnow.qt.language import ENGLISH, Language
from winnow.qt.start import ROOMS
from winnow.qt.theme.theme import Mode, Theme, current_theme


@pytest.fixture(scope="session", autouse=True)
def english(qapp: QApplication) -> Language:
    """What the window speaks where a test chooses nothing else, with the forms of counted nouns."""
    return Language(qapp, ENGLISH)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The theme in force, in light with the first set of class colours; put back to that afterwards."""
    qapp.setStyle("Fusion")
    made = current_theme()
    made.choose(Mode.LIGHT)
    yield made
    made.choose(Mode.LIGHT)
    made.choose_classes(OKABE_ITO)
    made.choose_own({})


@pytest.fixture
def controller(theme: Theme, qtbot: QtBot) -> Iterator[Controller]:
    """The program at its start page, as it is when it is started for the first time."""
    made = Controller(ROOMS)
    made.show(None)
    qtbot.addWidget(made.window)
    yield made
    made.close_project()


@pytest.fixture
def in_project(theme: Theme, qtbot: QtBot, tmp_path: Path) -> Iterator[Controller]:
    """The program with a small project open, see `make_session`."""
    with make_session(tmp_path) as session:
        folder = session.layout.folder
    with opened_controller(folder, qtbot) as made:
        yield made


@pytest.fixture(autouse=True)
def cycles_are_freed_between_tests() -> Iterator[None]:
    """As `winnow.qt.garbage` does it in the program: never inside a paint event."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()
