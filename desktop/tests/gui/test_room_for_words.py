"""Every word of every room, in each of its states, can be read: in every language, in a small and a larger window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from gui.lettering import unreadable
from gui.states import WAIT_MS, controller_of_rooms, full_project, settle, states
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import TimeoutError as NotInTime
from pytestqt.qtbot import QtBot

from winnow.qt.controller import Controller
from winnow.qt.language import LANGUAGES, Language
from winnow.qt.repair.repairing import opened_to_look
from winnow.qt.start import ROOMS

STILL_MS = 1000
"""So long may it take until everything has its place."""

SIZES = ((1280, 800), (1440, 900))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return full_project(tmp_path)


@pytest.fixture(params=[code for code, _name in LANGUAGES])
def controller(
    request: pytest.FixtureRequest,
    theme: object,
    english: Language,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Iterator[Controller]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    before = QLocale()
    english.choose(request.param)
    made = controller_of_rooms()
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.close_project()
    english.choose("en")
    QLocale.setDefault(before)


@pytest.fixture
def look(controller: Controller, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Look at the window as it is, in both sizes; what cannot be read fails the test at its end."""
    window, found = controller.window, []

    def looked(where: str) -> None:
        for size in SIZES:
            window.resize(*size)
            QApplication.processEvents()
            assert (window.width(), window.height()) == size, where
            here: list[str] = []

            def is_readable(here: list[str] = here) -> bool:
                here[:] = unreadable(window, monkeypatch)
                return not here

            with suppress(NotInTime):  # what is laid out only now is looked at once it is
                qtbot.waitUntil(is_readable, timeout=STILL_MS)
            found.extend(f"{where}, {size[0]} px wide: {one}" for one in here)

    yield looked
    assert not found, "\n" + "\n".join(found)


def opened(controller: Controller, qtbot: QtBot, begin: Callable[[], None]) -> None:
    with qtbot.waitSignal(controller.project_opened, timeout=WAIT_MS):
        begin()


def test_every_word_can_be_read(
    controller: Controller, look: Callable[[str], None], qtbot: QtBot, project: Path
) -> None:
    controller.show_start()
    look("start")
    opened(controller, qtbot, partial(controller.open, project))
    for key, _icon, _make in ROOMS:
        for state in states(controller, qtbot, key):
            look(f"{key}, {state}")
    controller.pages.show_preferences()
    look("preferences")
    controller.pages.show_keys()
    look("the keys")
    controller.finding.open()
    look("the palette")
    controller.finding.panel.close_panel()


@pytest.mark.parametrize("controller", ["ko"], indirect=True)
def test_every_word_can_be_read_where_nothing_can_be_changed(
    controller: Controller, look: Callable[[str], None], qtbot: QtBot, project: Path
) -> None:
    begin = partial(controller.repairing.enter_wanted.emit, partial(opened_to_look, project), None)
    opened(controller, qtbot, begin)
    for key, _icon, _make in ROOMS:
        controller.window.show_room(key)
        settle(controller, qtbot)
        look(key)
