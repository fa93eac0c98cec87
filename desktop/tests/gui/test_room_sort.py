"""Sort: pictures are clustered, labelled by keys, rejected, and all of it is taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from app.folders import copy_into, import_all
from gui.sorting import shown
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from winnow.app.commands.labelling import AddLabel, EditLabel
from winnow.app.grid_rows import NO_LABEL, Mark
from winnow.app.queries.grid import grid_rows
from winnow.app.session import Session
from winnow.qt.bridge import Bridge
from winnow.qt.grid.headers import SectionAction
from winnow.qt.rooms.sort.room import SortRoom
from winnow.qt.widgets.empty_state import EmptyState

pytestmark = pytest.mark.usefixtures("theme")

SIDE = 96

SIZE = (1200, 760)


def _make_project(folder: Path) -> None:
    """Four reddish and four bluish pictures, and the label 'cat'."""
    pictures = folder / "pictures"
    pictures.mkdir()
    rng = np.random.default_rng(0)
    for name, colour in (("red", (220, 40, 30)), ("blue", (30, 60, 220))):
        for at in range(4):
            pixels = np.clip(np.array(colour) + rng.integers(-20, 20, (SIDE, SIDE, 3)), 0, 255).astype(np.uint8)
            Image.fromarray(pixels).save(pictures / f"{name}-{at}.png")
    with Session.create(folder / "made.winnow", ["cat"]) as session:
        import_all(session, pictures)


@pytest.fixture
def room(qtbot, tmp_path) -> Iterator[SortRoom]:
    """Sort over a project with eight pictures and the label 'cat'."""
    copy_into(tmp_path, _make_project)
    with shown(qtbot, Bridge(Session.open(tmp_path / "made.winnow")), SIZE) as made:
        yield made


def clustered(qtbot, room: SortRoom) -> None:
    """Cluster by colour into two, by the pane's own button."""
    qtbot.waitUntil(lambda: len(room.grid.rows) == 8)
    room.groups.k_field.setValue(2)
    room.groups.features.choose("colour")
    QTest.mouseClick(room.groups.cluster_button, Qt.MouseButton.LeftButton)
    assert not room.groups.cluster_button.isEnabled()
    qtbot.waitUntil(lambda: len(room.grid.rows.sections) == 2, timeout=30_000)
    qtbot.waitUntil(room.groups.cluster_button.isEnabled)
    room.grid.setFocus()


def label_of(room: SortRoom) -> dict[str, int]:
    return dict(zip(room.grid.rows.names, room.grid.rows.labels.tolist(), strict=True))


def test_a_cluster_is_labelled_by_two_keys_and_undone(qtbot, room):
    clustered(qtbot, room)
    assert {name.split("-")[0] for name in room.grid.rows.names[:4]} in ({"red"}, {"blue"})
    QTest.keyClick(room.grid, Qt.Key.Key_A)
    assert len(room.grid.selected_ids()) == 4
    assert room.label_button.text() == "Label 4 as"
    QTest.keyClick(room.grid, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: room.grid.rows.sections[0].label_counts == ((0, 4),))
    assert sum(label == 0 for label in label_of(room).values()) == 4
    room._bridge.undo()
    qtbot.waitUntil(lambda: set(label_of(room).values()) == {NO_LABEL})


def test_a_key_without_a_label_asks_for_a_name_and_is_one_step_for_undo(qtbot, room):
    qtbot.waitUntil(lambda: len(room.grid.rows) == 8)
    room.grid.setFocus()
    room.grid.go_to(int(room.grid.rows.ids[0]))
    QTest.keyClick(room.grid, Qt.Key.Key_2)
    typing = room.page.typing
    assert typing.isVisible()
    QTest.keyClicks(typing.field, " dog ")
    QTest.keyClick(typing.field, Qt.Key.Key_Return)
    assert room.grid.hasFocus()
    qtbot.waitUntil(lambda: room.grid.rows.label_names == ("cat", "dog"))
    assert room.grid.rows.labels[0] == 1
    assert room.picture.button(2).text() == "dog"
    room._bridge.undo()
    qtbot.waitUntil(lambda: room.grid.rows.label_names == ("cat",))
    room._bridge.redo()
    qtbot.waitUntil(lambda: room.grid.rows.labels[0] == 1)


def test_x_rejects_and_brings_back_and_u_unlabels(qtbot, room):
    qtbot.waitUntil(lambda: len(room.grid.rows) == 8)
    room.grid.setFocus()
    room.grid.go_to(int(room.grid.rows.ids[3]))
    QTest.keyClick(room.grid, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: room.grid.rows.marks[3] == Mark.REJECTED)
    assert room.grid.rows.sections[0].rejected == 1
    QTest.keyClick(room.grid, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: room.grid.rows.marks[3] == 0)
    QTest.keyClick(room.grid, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: room.grid.rows.labels[3] == 0)
    QTest.keyClick(room.grid, Qt.Key.Key_U)
    qtbot.waitUntil(lambda: room.grid.rows.labels[3] == NO_LABEL)


def test_the_inspector_shows_the_picture_and_its_button_labels(qtbot, room):
    qtbot.waitUntil(lambda: len(room.grid.rows) == 8)
    room.grid.go_to(int(room.grid.rows.ids[5]))
    qtbot.waitUntil(lambda: room.picture.file_words == room.grid.rows.names[5])
    qtbot.waitUntil(lambda: not room.picture.preview.is_empty)
    QTest.mouseClick(room.picture.button(1), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: room.grid.rows.labels[5] == 0)


def test_grouped_by_label_the_unlabelled_come_last(qtbot, room):
    qtbot.waitUntil(lambda: len(room.grid.rows) == 8)
    room.grid.go_to(int(room.grid.rows.ids[7]))
    room.grid.setFocus()
    QTest.keyClick(room.grid, Qt.Key.Key_1)
    room.groups.grouping.setCurrentIndex(1)
    qtbot.waitUntil(lambda: [one.title for one in room.grid.rows.sections] == ["cat", "Unlabelled"])
    assert [one.count for one in room.grid.rows.sections] == [1, 7]


def test_an_empty_project_says_what_to_do_first(qtbot, tmp_path):
    with shown(qtbot, Bridge(Session.create(tmp_path / "made.winnow")), SIZE) as room:
        qtbot.waitUntil(room.findChild(EmptyState).isVisible)
        assert not room.grid.isVisible()
        assert not room.groups.cluster_button.isEnabled()


@pytest.mark.usefixtures("inline")
def test_rejected_pictures_stay_in_their_cluster(qtbot, room):
    clustered(qtbot, room)
    QTest.keyClick(room.grid, Qt.Key.Key_A)
    QTest.keyClick(room.grid, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: room.grid.rows.sections[0].rejected == 4)
    rows = room._bridge.session.ask(grid_rows)
    assert sorted(rows.ids.tolist()) == list(range(1, 9))
    assert [section.count for section in rows.sections] == [4, 4]
    assert all(section.tightness is not None for section in rows.sections)


def test_a_folder_dropped_on_the_empty_room_goes_to_collect(qtbot, tmp_path):
    copy_into(tmp_path / "other", _make_project)
    pictures = tmp_path / "other" / "pictures"
    with (
        shown(qtbot, Bridge(Session.create(tmp_path / "made.winnow")), SIZE) as room,
        qtbot.waitSignal(room.offered) as told,
    ):
        room.findChild(EmptyState).target.dropped.emit([pictures])
    assert told.args[0].paths == (pictures,)


@pytest.mark.usefixtures("inline")
@pytest.mark.qt_log_ignore("This plugin does not support")  # a menu on a screen that is not there
def test_a_sections_menu_labels_it_and_its_cross_rejects_it(qtbot, room):
    clustered(qtbot, room)
    key = room.grid.rows.sections[1].key
    room.grid.section_action.emit(key, SectionAction.LABEL_AS, room.mapToGlobal(room.rect().center()))
    menu = room.findChildren(QMenu)[-1]
    qtbot.waitUntil(menu.isVisible)
    menu.actions()[0].trigger()
    menu.close()
    qtbot.waitUntil(lambda: room.grid.rows.sections[1].label_counts == ((0, 4),))
    assert room.grid.rows.sections[0].label_counts == ()
    room.grid.section_action.emit(key, SectionAction.REJECT, room.rect().center())
    qtbot.waitUntil(lambda: room.grid.rows.sections[1].rejected == 4)


def chosen_in_menu(words: str) -> None:
    """Click the action *words* of the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(one for one in menu.actions() if one.text() == words)
    assert action.isEnabled()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def point_at(qtbot, widget: QWidget) -> None:
    """Click the right button on *widget*, and wait for its menu."""
    middle = widget.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, widget.mapToGlobal(middle))
    QApplication.sendEvent(widget, event)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))


@pytest.mark.qt_log_ignore("This plugin does not support")  # a menu on a screen that is not there
def test_a_label_gets_a_name_and_a_colour_in_one_step(qtbot, room):
    qtbot.waitUntil(lambda: len(room.grid.rows) == 8)
    room._bridge.do(AddLabel("dog"))
    qtbot.waitUntil(lambda: len(room._view.labels) == 2)
    point_at(qtbot, room.filter.box("label:1"))
    chosen_in_menu("Name and colour…")
    dialog = room.naming.dialog
    assert dialog is not None
    assert (dialog.warning, dialog.set_button.isEnabled()) == ("", False)
    QTest.keyClicks(dialog.name_field, "dog")  # over what is marked
    assert not dialog.keep_button.isEnabled()
    QTest.keyClicks(dialog.name_field, "house")
    dialog.hex_field.selectAll()
    QTest.keyClicks(dialog.hex_field, "#56b4ea")
    assert dialog.warning == "Hard to tell from “dog”."
    dialog.hex_field.selectAll()
    QTest.keyClicks(dialog.hex_field, "#FFFDF0")
    assert dialog.warning == "Hard to see on a light background."
    dialog.hex_field.selectAll()
    QTest.keyClicks(dialog.hex_field, "#FFF")
    assert not dialog.keep_button.isEnabled()
    QTest.mouseClick(dialog.swatches.swatch("#0072B2"), Qt.MouseButton.LeftButton)
    assert (dialog.hex_field.text(), dialog.warning) == ("#0072B2", "")
    QTest.mouseClick(dialog.keep_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: (room._view.labels[0].name, room._view.labels[0].colour) == ("doghouse", "#0072B2"))
    room._bridge.undo()
    qtbot.waitUntil(lambda: (room._view.labels[0].name, room._view.labels[0].colour) == ("cat", ""))


@pytest.mark.qt_log_ignore("This plugin does not support")  # a menu on a screen that is not there
def test_a_label_goes_back_to_the_colour_of_the_set(qtbot, room):
    qtbot.waitUntil(lambda: len(room.grid.rows) == 8)
    room._bridge.do(EditLabel(1, "cat", "#0072B2"))
    qtbot.waitUntil(lambda: room._view.labels[0].colour == "#0072B2")
    QTest.mouseClick(room.filter.labels_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    chosen_in_menu("C   cat")
    dialog = room.naming.dialog
    QTest.mouseClick(dialog.set_button, Qt.MouseButton.LeftButton)
    assert dialog.hex_field.text() == "#E69F00"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert room._view.labels[0].colour == "#0072B2"
    point_at(qtbot, room.picture.button(1))
    chosen_in_menu("Colour as in the set")
    qtbot.waitUntil(lambda: room._view.labels[0].colour == "")
