"""Sort shows pictures grouped, ordered, filtered, ranked and large; everything by keys and mouse."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from gui.sorting import EACH, shown, sorted_copy
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea

from winnow.app.commands.labelling import LabelImages, RejectImages
from winnow.app.grid_rows import NO_LABEL, Mark
from winnow.app.queries.grid import SortQuery, sort_view
from winnow.qt.bridge import Bridge
from winnow.qt.rooms.sort.drag_out import DragOut
from winnow.qt.rooms.sort.room import SortRoom

pytestmark = pytest.mark.usefixtures("theme")

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def room(qtbot, tmp_path) -> Iterator[SortRoom]:
    """Sort over twelve pictures in two clusters by colour; one is a cat, one a dog, one rejected."""
    session = sorted_copy(tmp_path)
    rows = session.ask(sort_view).rows
    session.do(LabelImages((int(rows.ids[0]),), 1)).result()
    session.do(LabelImages((int(rows.ids[1]),), 2)).result()
    session.do(RejectImages((int(rows.ids[2]),))).result()
    with shown(qtbot, Bridge(session)) as made:
        qtbot.waitUntil(lambda: len(made.grid.rows) == 2 * EACH)
        made.grid.setFocus()
        yield made


def titles(room) -> list[str]:
    return [one.title for one in room.grid.rows.sections]


def pick(room, row: int) -> int:
    image_id = int(room.grid.rows.ids[row])
    room.grid.go_to(image_id)
    return image_id


def test_each_grouping_has_its_sections_and_a_closed_one_stays_closed_only_in_its_own(qtbot, room):
    room.grid.set_section_open(room.grid.rows.sections[0].key, False)
    room.groups.group("label")
    qtbot.waitUntil(lambda: titles(room) == ["cat", "dog", "Unlabelled"])
    assert room.grid.layout_now.is_shown(0)
    room.groups.group("source")
    qtbot.waitUntil(lambda: titles(room) == ["pictures"])
    room.groups.group("split")
    qtbot.waitUntil(lambda: titles(room) == ["In no part"])
    room.groups.group("duplicates")
    qtbot.waitUntil(lambda: titles(room) == ["Not searched yet"])
    room.groups.group("quality")
    qtbot.waitUntil(lambda: len(titles(room)) >= 1 and titles(room) != ["Not searched yet"])
    assert sum(one.count for one in room.grid.rows.sections) == 2 * EACH
    room.groups.group("none")
    qtbot.waitUntil(lambda: titles(room) == [""])
    room.groups.group("cluster")
    qtbot.waitUntil(lambda: titles(room) == ["Cluster 1", "Cluster 2"])
    assert not room.grid.layout_now.is_shown(0)


def test_pictures_lie_in_the_order_that_is_asked_for(qtbot, room):
    room.groups.group("none")
    room.tools.orders.setCurrentIndex(4)
    qtbot.waitUntil(lambda: list(room.grid.rows.names) == sorted(room.grid.rows.names))
    room.tools.orders.setCurrentIndex(2)
    qtbot.waitUntil(lambda: room.grid.rows.ids.tolist() == sorted(room.grid.rows.ids.tolist(), reverse=True))
    room.groups.group("cluster")
    room.tools.orders.setCurrentIndex(0)
    qtbot.waitUntil(lambda: len(titles(room)) == 2)
    typical = room.grid.rows.ids[: room.grid.rows.sections[0].count].tolist()
    room.tools.orders.setCurrentIndex(1)
    qtbot.waitUntil(lambda: room.grid.rows.ids[: len(typical)].tolist() == typical[::-1])


def test_boxes_hide_pictures_and_count_what_they_stand_for(qtbot, room):
    boxes = room.filter
    assert [boxes.box(f"label:{n}").count for n in (1, 2)] == [1, 1]
    assert (boxes.box("unlabelled").count, boxes.box("rejected").count) == (2 * EACH - 3, 1)
    QTest.mouseClick(boxes.box("unlabelled"), LEFT, pos=QPoint(60, 10))
    qtbot.waitUntil(lambda: len(room.grid.rows) == 3)
    boxes.box("label:1").setFocus()
    QTest.keyClick(boxes.box("label:1"), KEY.Key_Space)
    qtbot.waitUntil(lambda: len(room.grid.rows) == 2)
    assert boxes.box("label:1").hasFocus()
    assert "2 of 12 images" in room.toolbar._words.text()
    boxes.box("label:2").click()
    boxes.box("rejected").click()
    qtbot.waitUntil(room.page.nothing.isVisible)
    QTest.mouseClick(room.page.nothing.all_button, LEFT)
    qtbot.waitUntil(lambda: len(room.grid.rows) == 2 * EACH)
    assert boxes.box("unlabelled").isChecked()


def test_slash_goes_to_the_filter_words_and_terms_are_typed_and_what_is_wrong_is_said_there(qtbot, room):
    QTest.keyClick(room.grid, KEY.Key_Slash)
    assert room.filter.field.hasFocus()
    QTest.keyClicks(room.filter.field, "red")
    qtbot.waitUntil(lambda: len(room.grid.rows) == EACH)
    assert all(name.startswith("red") for name in room.grid.rows.names)
    room.filter.field.setText("label:cat,dog")
    qtbot.waitUntil(lambda: len(room.grid.rows) == 2)
    room.filter.field.setText("label:horse")
    qtbot.waitUntil(lambda: "horse" in room.filter._wrong.text())
    assert len(room.grid.rows) == 2
    QTest.keyClick(room.filter.field, KEY.Key_Escape)
    qtbot.waitUntil(lambda: len(room.grid.rows) == 2 * EACH)
    assert not room.filter._wrong.text()


@pytest.mark.qt_log_ignore("This plugin does not support")  # a menu on a screen that is not there
def test_a_filter_is_saved_used_again_and_forgotten(qtbot, room):
    room.filter.field.setText("blue")
    qtbot.waitUntil(lambda: len(room.grid.rows) == EACH)
    room.filter._ask_name()
    room.filter.naming.setTextValue(" The  blue ones ")
    room.filter.naming.accept()
    qtbot.waitUntil(lambda: room.filter._saved == {"The blue ones": "blue"})
    room.filter.show_all()
    qtbot.waitUntil(lambda: len(room.grid.rows) == 2 * EACH)
    QTest.mouseClick(room.filter.saved_button, LEFT)
    menu = room.filter.findChildren(QMenu)[0]
    menu.actions()[0].trigger()
    menu.close()
    qtbot.waitUntil(lambda: len(room.grid.rows) == EACH)
    room.filter.save_wanted.emit("The blue ones", None)
    qtbot.waitUntil(lambda: not room.filter._saved)


def test_the_slider_and_ctrl_wheel_size_the_pictures(room):
    room.tools.slider.setValue(200)
    assert room.grid.cell_size == 200
    spot = QPointF(room.grid.viewport().rect().center())
    up = QWheelEvent(
        spot,
        spot,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(room.grid.viewport(), up)
    assert room.tools.slider.value() == room.grid.cell_size == 230


def test_space_looks_closer_arrows_walk_digits_label_and_escape_leaves(qtbot, room):
    pick(room, 3)
    QTest.keyClick(room.grid, KEY.Key_Space)
    loupe = room.page.loupe
    assert loupe.isVisible()
    qtbot.waitUntil(lambda: loupe.words == room.grid.rows.names[3])
    qtbot.waitUntil(lambda: not loupe.image.isNull() and loupe.image.width() == 96)
    QTest.keyClick(room.grid, KEY.Key_Right)
    qtbot.waitUntil(lambda: loupe.words == room.grid.rows.names[4])
    QTest.keyClick(room.grid, KEY.Key_2)
    qtbot.waitUntil(lambda: room.grid.rows.labels[4] == 1)
    assert room.grid.rows.labels[3] == NO_LABEL
    QTest.keyClick(room.grid, KEY.Key_Escape)
    assert loupe.isHidden()
    assert len(room.grid.selected_ids()) == 1
    QTest.keyClick(room.grid, KEY.Key_Escape)
    assert not len(room.grid.selected_ids())


def test_l_labels_by_typing_part_of_a_name(qtbot, room):
    pick(room, 5)
    QTest.keyClick(room.grid, KEY.Key_L)
    typing = room.page.typing
    assert typing.field.hasFocus()
    QTest.keyClicks(typing.field, "o")
    assert [typing.list.item(at).text() for at in range(typing.list.count())] == ["dog", "New label: o"]
    QTest.keyClick(typing.field, KEY.Key_Return)
    qtbot.waitUntil(lambda: room.grid.rows.labels[5] == 1)
    assert room.grid.hasFocus()
    QTest.keyClick(room.grid, KEY.Key_L)
    QTest.keyClicks(typing.field, "o")
    QTest.keyClick(typing.field, KEY.Key_Down)
    QTest.keyClick(typing.field, KEY.Key_Escape)
    assert typing.isHidden()
    assert room.grid.rows.label_names == ("cat", "dog")


def test_s_ranks_all_pictures_by_likeness_and_escape_goes_back(qtbot, room):
    first = pick(room, 4)
    family = room.grid.rows.names[4].split("-")[0]
    QTest.keyClick(room.grid, KEY.Key_S)
    qtbot.waitUntil(lambda: room.page.banner.isVisible() and len(room.grid.rows) == 2 * EACH - 1)
    assert room.grid.rows.ids[0] == first
    kept_of_family = EACH - 1 if family == "red" else EACH
    assert {name.split("-")[0] for name in room.grid.rows.names[: kept_of_family - 1]} == {family}
    assert room.grid.rows.names[0] in room.page.banner.words
    QTest.keyClick(room.grid, KEY.Key_Escape)
    qtbot.waitUntil(lambda: len(titles(room)) == 2)
    assert room.page.banner.isHidden()


def test_a_picture_that_is_not_compared_is_said_to_be_so_and_embedded_no_second_time(qtbot, room):
    rows = room.grid.rows
    rejected = next(at for at in range(2 * EACH) if int(rows.marks[at]) & Mark.REJECTED)
    pick(room, rejected)
    QTest.keyClick(room.grid, KEY.Key_S)
    qtbot.waitUntil(lambda: "Nothing to compare" in room.page.banner.words, timeout=20_000)
    assert rows.names[rejected] in room.page.banner.words
    assert [job.name for job in room._bridge.jobs.views()] == ["Embedding"]
    QTest.keyClick(room.grid, KEY.Key_Escape)
    qtbot.waitUntil(room.page.banner.isHidden)
    assert len(titles(room)) == 2


def test_the_inspector_shows_what_is_most_similar_and_selects_it(qtbot, room):
    pick(room, 4)
    similar = room.picture.below.similar
    qtbot.waitUntil(lambda: len(similar.pictures) == 2 * EACH - 2)
    given = {one.id: one.label for one in similar.pictures}
    other = next(one for one, label in given.items() if label == NO_LABEL)
    room._bridge.do(LabelImages((other,), 1))
    qtbot.waitUntil(lambda: {one.id: one.label for one in similar.pictures} == {**given, other: 0})
    room._bridge.undo()
    qtbot.waitUntil(lambda: {one.id: one.label for one in similar.pictures} == given)
    QTest.mouseClick(room.picture._scroll.viewport(), LEFT, pos=QPoint(2, 2))
    QTest.mouseClick(room.left.findChild(QScrollArea).viewport(), LEFT, pos=QPoint(2, 2))
    assert room.grid.hasFocus(), "a click beside them leaves the keys to the pictures"
    QTest.mouseClick(room.picture.below.all_button, LEFT)
    assert len(room.grid.selected_ids()) == 2 * EACH - 1
    wanted = room.picture.many
    qtbot.waitUntil(wanted.isVisible)
    assert sum(one.count for one in wanted.clusters.counts) == 2 * EACH - 1
    assert {one.name: one.count for one in wanted.labels.counts}["cat"] == 1
    QTest.mouseClick(wanted.clear_button, LEFT)
    assert not len(room.grid.selected_ids())


def test_suggestions_are_drawn_dashed_until_enter_accepts_them(qtbot, room):
    session = room._bridge.session
    rows = room.grid.rows
    red = [int(one) for one, name in zip(rows.ids, rows.names, strict=True) if name.startswith("red")]
    blue = [int(one) for one, name in zip(rows.ids, rows.names, strict=True) if name.startswith("blue")]
    session.do(LabelImages(tuple(red[:4]), 1)).result()
    session.do(LabelImages(tuple(blue[:4]), 2)).result()
    QTest.keyClick(room.grid, KEY.Key_L, SHIFT)
    qtbot.waitUntil(lambda: room.grid.rows.suggested is not None, timeout=30_000)
    assert room.rankings.has_suggestions
    assert all("Probably" in title for title in titles(room))
    assert (room.grid.rows.labels == NO_LABEL).all()
    first = pick(room, 0)
    wanted = int(room.grid.rows.suggested[0])
    assert room.rankings.accept_button.text() == "Accept 1"
    QTest.keyClick(room.grid, KEY.Key_Return)
    qtbot.waitUntil(lambda: first not in room.grid.rows.ids)
    assert room.grid.selected_ids().tolist() == [int(room.grid.rows.ids[0])]
    view = session.ask(sort_view, SortQuery("none"))
    assert view.rows.labels[view.row_of(first)] == wanted
    room.rankings.order.setFocus()
    QTest.keyClick(room.rankings.order, KEY.Key_Right)
    qtbot.waitUntil(lambda: titles(room) == [""] or not len(room.grid.rows))
    room._bridge.undo()
    qtbot.waitUntil(lambda: first in room.grid.rows.ids)


def test_the_selection_is_dragged_out_as_the_original_files(qtbot, room, monkeypatch):
    taken: list[QMimeData] = []
    monkeypatch.setattr(DragOut, "start", lambda _self, data, _count: taken.append(data))
    monkeypatch.setattr(QApplication, "mouseButtons", staticmethod(lambda: LEFT))
    room.grid.select_ids(room.grid.rows.ids[:2].tolist())
    view = room.grid
    spots = [view.visualRect(view.model().index(row, 0)).center() for row in (0, 3)]
    QTest.mousePress(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, spots[0])
    QTest.mouseMove(view.viewport(), spots[1])
    qtbot.waitUntil(lambda: bool(taken))
    QTest.mouseRelease(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, spots[1])
    files = [url.toLocalFile() for url in taken[0].urls()]
    assert len(files) == 2
    originals = room._bridge.session.layout.originals
    assert all(file.startswith(str(originals)) and file.endswith(".png") for file in files)


def test_the_palette_goes_to_a_picture_and_to_a_label(qtbot, room):
    wanted = int(room.grid.rows.ids[7])
    room.filter.field.setText("nothing has this name")
    qtbot.waitUntil(room.page.nothing.isVisible)
    room.seek_picture(wanted)
    qtbot.waitUntil(lambda: room.grid.selected_ids().tolist() == [wanted])
    room.seek_label("dog")
    qtbot.waitUntil(lambda: len(room.grid.rows) == 1)
    assert room.grid.rows.labels.tolist() == [1]
    assert all(action.text() and action.property("icon_name") for action in room.room_actions)


def test_enter_and_e_say_what_they_are_about(qtbot, room):
    first = pick(room, 6)
    with qtbot.waitSignal(room.editing_wanted) as told:
        QTest.keyClick(room.grid, KEY.Key_E)
    assert told.args == [(first,)]
    QTest.keyClick(room.grid, KEY.Key_Return)
    assert room.page.loupe.isVisible()
    assert np.array_equal(room.grid.selected_ids(), [first])
