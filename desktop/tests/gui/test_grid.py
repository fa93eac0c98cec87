"""The grid behaves like a file manager and keeps its place."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from gui.grids import rows_of
from gui.hearing import HearingRoom
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from winnow.qt.grid.headers import SectionAction
from winnow.qt.grid.layout import HEADER_PX, NOWHERE
from winnow.qt.grid.view import GridView

CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def grid(qtbot):
    """Three columns, sections of 7, 5 and 40 (ids 1-7, 8-12, 13-52)."""
    view = GridView()
    qtbot.addWidget(view)
    view.resize(372, 500)
    view.show_rows(rows_of([7, 5, 40]))
    view.show()
    qtbot.waitExposed(view)
    view.setFocus()
    assert view.layout_now.columns == 3
    return view


def middle(grid, image_id) -> QPoint:
    row = int(np.flatnonzero(grid.rows.ids == image_id)[0])
    return grid.visualRect(grid.model().index(row, 0)).center()


def click(grid, image_id, keys=NONE):
    QTest.mouseClick(grid.viewport(), LEFT, keys, middle(grid, image_id))


def press(grid, *keys, held=NONE):
    for key in keys:
        QTest.keyClick(grid, key, held)


def chosen(grid):
    return grid.selected_ids().tolist()


def test_clicks_pick_as_in_a_file_manager(grid):
    click(grid, 2)
    assert chosen(grid) == [2]
    click(grid, 5, CTRL)
    assert chosen(grid) == [2, 5]
    click(grid, 2, CTRL)
    assert chosen(grid) == [5]
    click(grid, 5)
    click(grid, 9, SHIFT)
    assert chosen(grid) == [5, 6, 7, 8, 9]
    click(grid, 3, SHIFT)
    assert chosen(grid) == [3, 4, 5]
    click(grid, 1, SHIFT | CTRL)
    assert chosen(grid) == [1, 2, 3, 4, 5]
    assert grid.current_id() == 1


def test_a_click_on_nothing_picks_nothing(grid):
    click(grid, 2)
    QTest.mouseClick(grid.viewport(), LEFT, NONE, QPoint(4, HEADER_PX + 40))
    assert chosen(grid) == []


def test_a_click_into_a_selection_narrows_it_only_when_let_go(grid):
    click(grid, 1)
    click(grid, 4, SHIFT)
    QTest.mousePress(grid.viewport(), LEFT, NONE, middle(grid, 2))
    assert chosen(grid) == [1, 2, 3, 4]
    QTest.mouseRelease(grid.viewport(), LEFT, NONE, middle(grid, 2))
    assert chosen(grid) == [2]


def test_a_rubber_band_picks_what_it_touches(grid):
    begin = middle(grid, 1) - QPoint(60, 30)
    drag(grid, begin, middle(grid, 5))
    assert chosen(grid) == [1, 2, 4, 5]
    drag(grid, begin, middle(grid, 1), CTRL)
    assert chosen(grid) == [2, 4, 5]
    drag(grid, begin, middle(grid, 1), SHIFT)
    assert chosen(grid) == [1, 2, 4, 5]
    drag(grid, begin, middle(grid, 1))
    assert chosen(grid) == [1]


def test_a_rubber_band_held_below_scrolls(grid, qtbot):
    view = grid.viewport()
    QTest.mousePress(view, LEFT, NONE, middle(grid, 1))
    QTest.mouseMove(view, QPoint(300, view.height() + 400))
    qtbot.waitUntil(lambda: grid.verticalOffset() == grid.verticalScrollBar().maximum())
    assert 52 in chosen(grid)
    QTest.mouseRelease(view, LEFT, NONE, QPoint(300, view.height() + 400))
    assert 2 in chosen(grid)


def drag(grid, begin, end, keys=NONE):
    QTest.mousePress(grid.viewport(), LEFT, keys, begin)
    for share in (0.5, 1):
        QTest.mouseMove(grid.viewport(), begin + (end - begin) * share)
    QTest.mouseRelease(grid.viewport(), LEFT, keys, end)


def test_keys_walk_and_shift_extends(grid):
    press(grid, Qt.Key.Key_Right)
    assert chosen(grid) == [1]
    press(grid, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert (chosen(grid), grid.current_id()) == ([5], 5)
    press(grid, Qt.Key.Key_Right, Qt.Key.Key_Right, held=SHIFT)
    assert chosen(grid) == [5, 6, 7]
    press(grid, Qt.Key.Key_Down, held=SHIFT)
    assert chosen(grid) == [5, 6, 7, 8]
    press(grid, Qt.Key.Key_Home)
    assert chosen(grid) == [1]
    press(grid, Qt.Key.Key_End)
    assert chosen(grid) == [52]
    assert grid.viewport().rect().contains(middle(grid, 52))
    press(grid, Qt.Key.Key_PageUp)
    assert grid.current_id() < 48


def test_ctrl_moves_without_picking_and_ctrl_space_toggles(grid):
    click(grid, 1)
    press(grid, Qt.Key.Key_Right, Qt.Key.Key_Right, held=CTRL)
    assert (chosen(grid), grid.current_id()) == ([1], 3)
    press(grid, Qt.Key.Key_Space, held=CTRL)
    assert chosen(grid) == [1, 3]


def test_all_means_all_that_is_shown(grid):
    grid.set_section_open(2, False)
    press(grid, Qt.Key.Key_A, held=CTRL)
    assert chosen(grid) == [*range(1, 8), *range(13, 53)]


def test_keys_open_and_close_sections(grid):
    click(grid, 7)
    press(grid, Qt.Key.Key_Down)
    assert grid.current_section() == 2
    press(grid, Qt.Key.Key_Left)
    assert not grid.layout_now.is_shown(7)
    press(grid, Qt.Key.Key_Right)
    assert grid.layout_now.is_shown(7)
    press(grid, Qt.Key.Key_Return)
    assert not grid.layout_now.is_shown(7)


def test_pictures_of_a_closed_section_are_not_selected(grid, qtbot):
    click(grid, 8)
    click(grid, 2, CTRL)
    with qtbot.waitSignals([grid.selection_changed, grid.section_toggled]):
        QTest.mouseClick(grid.viewport(), LEFT, NONE, QPoint(16, header_y(grid, 1)))
    assert chosen(grid) == [2]


def header_y(grid, section):
    return int(grid.layout_now.tops[section]) - grid.verticalOffset() + HEADER_PX // 2


def test_a_double_click_on_a_header_toggles_and_on_a_picture_opens(grid, qtbot):
    QTest.mouseDClick(grid.viewport(), LEFT, NONE, QPoint(90, header_y(grid, 0)))
    assert not grid.layout_now.is_shown(0)
    QTest.mouseDClick(grid.viewport(), LEFT, NONE, QPoint(90, header_y(grid, 0)))
    with qtbot.waitSignal(grid.activated_id) as told:
        QTest.mouseDClick(grid.viewport(), LEFT, NONE, middle(grid, 4))
    assert told.args == [4]
    click(grid, 3)
    with qtbot.waitSignal(grid.activated_id) as told:
        press(grid, Qt.Key.Key_Return)
    assert told.args == [3]


def test_header_actions_name_their_section(grid, qtbot):
    grid.show_actions(list(SectionAction))
    boxes = grid._headers.action_boxes(grid.viewport().width(), grid.rows.sections[1])
    at = boxes[SectionAction.REJECT].center() + QPoint(0, int(grid.layout_now.tops[1]))
    with qtbot.waitSignal(grid.section_action) as told:
        QTest.mouseClick(grid.viewport(), LEFT, NONE, at)
    assert told.args[:2] == [2, SectionAction.REJECT]


def name_spot(grid, section) -> QPoint:
    box = grid._headers.name_box(grid.viewport().width(), grid.rows.sections[section])
    return box.center() + QPoint(0, grid._header_top(section))


@pytest.mark.parametrize("by_key", [False, True])
def test_a_section_is_renamed_in_its_header(grid, qtbot, by_key):
    grid.resize(900, 500)
    grid.show_actions([], can_rename=True)
    if by_key:
        click(grid, 1)
        press(grid, Qt.Key.Key_F2)
    else:
        QTest.mouseDClick(grid.viewport(), LEFT, NONE, name_spot(grid, 0))
        assert grid.layout_now.is_shown(0)
    editor = grid._name_editor
    assert editor.isVisible()
    assert editor.selectedText() == "Cluster 1"
    with qtbot.waitSignal(grid.section_renamed) as told:
        QTest.keyClicks(editor, "Tabby  cats ")
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert told.args == [1, "Tabby cats"]
    assert editor.isHidden()
    assert grid.hasFocus()


def test_escape_and_scrolling_keep_a_sections_name(grid, qtbot):
    grid.resize(900, 500)
    grid.show_actions([], can_rename=True)
    with qtbot.assertNotEmitted(grid.section_renamed):
        click(grid, 1)
        press(grid, Qt.Key.Key_F2)
        QTest.keyClicks(grid._name_editor, "x")
        QTest.keyClick(grid._name_editor, Qt.Key.Key_Escape)
        press(grid, Qt.Key.Key_F2)
        QTest.keyClicks(grid._name_editor, "x")
        grid.verticalScrollBar().setValue(60)
    assert grid._name_editor.isHidden()


def test_what_was_picked_before_is_dragged_away_and_what_was_not_begins_a_band(grid, qtbot):
    click(grid, 1)
    click(grid, 5, SHIFT)
    with qtbot.waitSignal(grid.drag_wanted):
        drag(grid, middle(grid, 2), middle(grid, 7))
    assert chosen(grid) == [1, 2, 3, 4, 5]
    with qtbot.assertNotEmitted(grid.drag_wanted):
        drag(grid, middle(grid, 6), middle(grid, 7))
    assert chosen(grid) == [4, 5, 6, 7]


def test_the_header_on_top_acts_for_the_section_under_it(grid, qtbot):
    grid.verticalScrollBar().setValue(int(grid.layout_now.tops[2]) + 200)
    with qtbot.waitSignal(grid.section_toggled) as told:
        QTest.mouseClick(grid.viewport(), LEFT, NONE, QPoint(16, HEADER_PX // 2))
    assert told.args == [3, False]


def test_digits_and_space_go_on_to_the_room(qtbot):
    room = HearingRoom()
    qtbot.addWidget(room)
    view = GridView(room)
    view.show_rows(rows_of([5]))
    room.show()
    for key in (Qt.Key.Key_1, Qt.Key.Key_X, Qt.Key.Key_Space, Qt.Key.Key_A):
        QTest.keyClick(view, key)
    assert room.heard == ["1", "x", " ", "a"]


def test_an_update_keeps_selection_current_picture_closed_sections_and_place(grid, qtbot):
    click(grid, 2)
    click(grid, 4, CTRL)
    grid.set_section_open(2, False)
    grid.go_to(40)
    grid.select_ids([2, 4, 40])
    place = middle(grid, 40)
    kept = [one for one in range(1, 53) if one not in (3, 5, 20)]
    with qtbot.assertNotEmitted(grid.selection_changed):
        grid.show_rows(rows_of([5, 5, 39], ids=kept))
    assert chosen(grid) == [2, 4, 40]
    assert grid.current_id() == 40
    assert not grid.layout_now.is_shown(6)
    assert abs(middle(grid, 40).y() - place.y()) <= grid.layout_now.pitch


def test_pictures_that_left_are_no_longer_selected(grid, qtbot):
    grid.select_ids([2, 3])
    with qtbot.waitSignal(grid.selection_changed) as told:
        grid.show_rows(rows_of([5], ids=[1, 2, 4, 5, 6]))
    assert told.args[0].tolist() == [2]


def test_the_same_pictures_with_other_labels_stay_where_they_are(grid):
    grid.go_to(30)
    scroll = grid.verticalOffset()
    grid.show_rows(rows_of([7, 5, 40], labels=[0] * 52))
    assert (chosen(grid), grid.verticalOffset()) == ([30], scroll)


def test_the_wheel_with_ctrl_resizes_around_the_pointer(grid, qtbot):
    grid.go_to(30)
    at = QPointF(middle(grid, 30))
    turn = QWheelEvent(
        at,
        QPointF(grid.viewport().mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    with qtbot.waitSignal(grid.cell_size_changed):
        QApplication.sendEvent(grid.viewport(), turn)
    assert grid.cell_size == 120
    assert abs(middle(grid, 30).y() - at.y()) < 2 * grid.layout_now.pitch
    grid.set_cell_size(5000)
    assert grid.cell_size == 320


def test_names_are_shown_as_they_are(grid):
    words, _ = grid._tip(middle(grid, 3))
    assert words == "<span>&lt;b&gt;3&lt;/b&gt;.jpg</span>"


def test_says_what_it_is_to_a_screen_reader(grid):
    assert grid.accessibleName()
    grid.show_rows(rows_of([2], labels=[1, -1], marks=[8, 1]))
    words = [grid.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert words == ["<b>1</b>.jpg, dog, edited", "<b>2</b>.jpg, rejected"]


def test_nothing_to_show_is_no_trouble(grid):
    grid.show_rows(rows_of([]))
    press(grid, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Return)
    press(grid, Qt.Key.Key_A, held=CTRL)
    grid.grab()
    assert (chosen(grid), grid.current_id(), grid.layout_now.row_at(20, 60)) == ([], None, NOWHERE)


def test_other_sections_begin_at_the_current_picture_or_at_their_top(grid):
    click(grid, 2)
    grid.verticalScrollBar().setValue(700)
    others = rows_of([7, 5, 40])
    named = [replace(one, key=f"ranked {at}") for at, one in enumerate(others.sections)]
    grid.show_rows(replace(others, ids=others.ids[::-1].copy(), sections=tuple(named)))
    assert grid.viewport().rect().intersects(grid.visualRect(grid.currentIndex()))
    grid.clear_selection()
    grid.verticalScrollBar().setValue(0)
    grid.show_rows(rows_of([3, 49]))
    gone = rows_of([60])
    named = [replace(one, key="similar") for one in gone.sections]
    grid.verticalScrollBar().setValue(500)
    grid.show_rows(replace(gone, ids=gone.ids + 100, sections=tuple(named)))
    assert grid.verticalScrollBar().value() == 0
