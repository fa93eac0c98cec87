"""The window's tests: every one begins in light, whatever the one before it chose."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from winnow.qt.theme.theme import Mode, Theme, current_theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The theme in force, in light; put back to light afterwards."""
    qapp.setStyle("Fusion")
    made = current_theme()
    made.choose(Mode.LIGHT)
    yield made
    made.choose(Mode.LIGHT)
