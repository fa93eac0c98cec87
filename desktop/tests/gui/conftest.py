"""The window's tests: every one begins in light, whatever the one before it chose."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from winnow.qt.language import ENGLISH, Language
from winnow.qt.theme.theme import Mode, Theme, current_theme


@pytest.fixture(scope="session", autouse=True)
def english(qapp: QApplication) -> Language:
    """What the window speaks where a test chooses nothing else, with the forms of counted nouns."""
    return Language(qapp, ENGLISH)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The theme in force, in light; put back to light afterwards."""
    qapp.setStyle("Fusion")
    made = current_theme()
    made.choose(Mode.LIGHT)
    yield made
    made.choose(Mode.LIGHT)


@pytest.fixture(autouse=True)
def cycles_are_freed_between_tests() -> Iterator[None]:
    """As `winnow.qt.garbage` does it in the program: never inside a paint event."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()
