"""A class's own colour is seen at once wherever the class is drawn, and goes with its project."""

from __future__ import annotations

import numpy as np
import pytest
from gui.projects import make_session, opened_controller
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from winnow.app.pipelines.splitting import split
from winnow.domain.split import Ratios
from winnow.qt.rooms.split.class_bars import ClassBars
from winnow.qt.theme.theme import tokens

OWN = "#882255"
OF_THE_SET = "#56B4E9"


def inked(widget: QWidget, value: str) -> int:
    """Return how many of the pixels of *widget* have exactly the colour *value*."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    if image.isNull():  # not laid out yet
        return 0
    return int((np.frombuffer(image.constBits(), np.uint32) == QColor(value).rgb()).sum())


@pytest.mark.qt_log_ignore("This plugin does not support")  # a menu on a screen that is not there
def test_it_is_drawn_in_every_room_and_taken_back_by_undo(theme, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    session = make_session(tmp_path, per_label=5)
    split(session, Ratios(60, 20, 20), 1)
    session.close()
    with opened_controller(session.layout.folder, qtbot) as made:
        window = made.window
        window.show_room("sort")
        room = window.room("sort")
        qtbot.waitUntil(lambda: inked(room.grid.viewport(), OF_THE_SET) > 20)
        window.show_room("split")
        bars = window.room("split").findChild(ClassBars)
        qtbot.waitUntil(lambda: inked(bars, OF_THE_SET) > 20)
        window.show_room("sort")
        QTest.mouseClick(room.filter.labels_button, Qt.MouseButton.LeftButton)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        dog = menu.actionGeometry(menu.actions()[1]).center()
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=dog)
        dialog = room.naming.dialog
        dialog.hex_field.selectAll()
        QTest.keyClicks(dialog.hex_field, OWN)
        QTest.keyClick(dialog.hex_field, Qt.Key.Key_Return)
        seen = (room.grid.viewport(), room.filter.box("label:2"), room.picture.offers)
        for widget in seen:
            qtbot.waitUntil(lambda widget=widget: inked(widget, OWN) > 10)
            assert not inked(widget, OF_THE_SET)
        window.show_room("split")
        qtbot.waitUntil(lambda: inked(bars, OWN) > 20)
        window.show_room("sort")
        assert "Change a label" in window.header.undo_button.toolTip()
        made.actions.undo.trigger()
        qtbot.waitUntil(lambda: inked(room.grid.viewport(), OF_THE_SET) > 20)
        made.actions.redo.trigger()
        qtbot.waitUntil(lambda: inked(room.grid.viewport(), OWN) > 20)
        made.show_start()
        assert tokens().class_colour(1) == QColor(OF_THE_SET)
