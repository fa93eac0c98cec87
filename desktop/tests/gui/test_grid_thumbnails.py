"""Thumbnails arrive for what is visible, once, and look as they should."""

from __future__ import annotations

import threading

import pytest
from gui.grids import REJECTED, jpeg_of, key_of, rows_of
from PySide6.QtGui import QColor, QImage

from winnow.base.errors import OutsideError
from winnow.qt.grid.loader import ThumbnailLoader
from winnow.qt.grid.thumbnail import square
from winnow.qt.grid.view import GridView
from winnow.qt.theme.theme import Mode, current_theme


@pytest.fixture
def loading(qapp):
    """Make loaders; they are closed at the end."""
    made = []

    def make(read, **options):
        made.append(ThumbnailLoader(read, **options))
        return made[-1]

    yield make
    for loader in made:
        loader.close()


@pytest.fixture
def shown(qtbot):
    def show(rows, loader, width=372, height=500):
        view = GridView()
        qtbot.addWidget(view)
        view.resize(width, height)
        view.set_loader(loader)
        view.show_rows(rows)
        view.show()
        qtbot.waitExposed(view)
        return view

    return show


def colour_at(view, image_id, dx=0, dy=0) -> QColor:
    row = view.rows.ids.tolist().index(image_id)
    at = view.visualRect(view.model().index(row, 0)).center()
    return view.viewport().grab().toImage().pixelColor(at.x() + dx, at.y() + dy)


def is_near(colour: QColor, wanted) -> bool:
    return all(abs(one - other) < 12 for one, other in zip(colour.getRgb()[:3], wanted, strict=True))


def test_a_square_is_the_middle_with_round_corners(qapp):
    made = square(jpeg_of((200, 30, 30), 512, 256), 104, 4)
    assert (made.width(), made.height()) == (104, 104)
    assert made.format() == QImage.Format.Format_ARGB32_Premultiplied
    assert made.pixelColor(0, 0).alpha() < 60
    assert made.pixelColor(103, 103).alpha() < 60
    assert is_near(made.pixelColor(52, 52), (200, 30, 30))


def test_large_cells_enlarge_the_stored_thumbnail(qapp):
    assert square(jpeg_of((0, 0, 0)), 640, 8).width() == 640


def test_what_cannot_be_decoded_gives_a_null_picture(qapp):
    assert square(b"\xff\xd8 not really", 104, 4).isNull()


def test_what_is_visible_is_painted_and_what_is_far_is_not_read(qtbot, loading, shown):
    asked, lock = set(), threading.Lock()

    def read(keys):
        with lock:
            asked.update(keys)
        return dict.fromkeys(keys, jpeg_of((20, 160, 60)))

    view = shown(rows_of([2000]), loading(read))
    qtbot.waitUntil(lambda: is_near(colour_at(view, 5), (20, 160, 60)))
    assert key_of(1) in asked
    assert key_of(1900) not in asked
    view.go_to(1900)
    qtbot.waitUntil(lambda: is_near(colour_at(view, 1900), (20, 160, 60)))
    assert len(asked) < 200


def test_nothing_is_made_twice(qtbot, loading):
    counts, lock = {}, threading.Lock()

    def read(keys):
        with lock:
            for key in keys:
                counts[key] = counts.get(key, 0) + 1
        return dict.fromkeys(keys, jpeg_of((1, 2, 3)))

    loader = loading(read)
    seen = []
    loader.delivered.connect(seen.extend)
    keys = [key_of(one) for one in range(60)]
    # Nothing is taken here, in the GUI thread, while the same wishes are said again and again.
    for _ in range(20):
        loader.want(keys, 104)
    qtbot.waitUntil(lambda: len(seen) == 60)
    assert set(counts.values()) == {1}


def test_a_new_wish_list_replaces_the_old_one(qtbot, loading):
    gate, order = threading.Event(), []

    def read(keys):
        gate.wait(5)
        order.extend(keys)
        return {}

    loader = loading(read, threads=1)
    seen = []
    loader.delivered.connect(seen.extend)
    loader.want([key_of(one) for one in range(500)], 104)
    qtbot.waitUntil(lambda: bool(loader._busy))
    loader.want([key_of(1000)], 104)
    gate.set()
    qtbot.waitUntil(lambda: any(thumb.key == key_of(1000) for thumb in seen))
    assert len(order) <= 13


def test_a_thumbnail_that_is_not_there_yet_is_asked_for_again_on_request(qtbot, loading, shown):
    there = {}
    view = shown(rows_of([3]), loading(lambda keys: {key: there[key] for key in keys if key in there}))
    loader = view._loader
    qtbot.waitUntil(lambda: not view._pixmaps.is_wanted(key_of(1), 104))
    there[key_of(1)] = jpeg_of((250, 200, 0))
    view.ask_again()
    qtbot.waitUntil(lambda: is_near(colour_at(view, 1), (250, 200, 0)))
    assert loader is not None


def test_a_store_that_fails_leaves_the_loader_alive(qtbot, loading, quiet):
    fails = [True]

    def read(keys):
        if fails.pop() if fails else False:
            raise OutsideError("The disk is gone.")
        return dict.fromkeys(keys, jpeg_of((1, 2, 3)))

    loader = loading(read, threads=1)
    with qtbot.waitSignal(loader.delivered) as told:
        loader.want([key_of(1)], 104)
    assert told.args[0][0].image is None
    with qtbot.waitSignal(loader.delivered) as told:
        loader.want([key_of(1)], 104)
    assert told.args[0][0].image is not None
    assert "The disk is gone." in quiet.text


def test_labels_marks_and_rejection_are_painted(qtbot, loading, shown):
    loader = loading(lambda keys: dict.fromkeys(keys, jpeg_of((0, 0, 255))))
    view = shown(rows_of([3], labels=[0, 1, 0], marks=[0, 0, REJECTED]), loader)
    qtbot.waitUntil(lambda: is_near(colour_at(view, 1), (0, 0, 255)))
    assert is_near(colour_at(view, 1, dy=50), (230, 159, 0))
    assert is_near(colour_at(view, 2, dy=50), (86, 180, 233))
    assert not is_near(colour_at(view, 3), (0, 0, 255))


def test_selected_pictures_stand_out_in_both_themes(qtbot, loading, shown):
    loader = loading(lambda keys: {})
    view = shown(rows_of([3]), loader)
    view.select_ids([1])
    for mode in (Mode.DARK, Mode.LIGHT):
        current_theme().choose(mode)
        wanted = current_theme().tokens.colour("accent")
        assert is_near(colour_at(view, 1, dx=-55), wanted.getRgb()[:3])
        assert not is_near(colour_at(view, 2, dx=55), wanted.getRgb()[:3])


def test_closing_ends_the_threads(loading):
    loader = loading(lambda keys: {})
    loader.close()
    loader.close()
    assert not any(thread.name.startswith("thumbnails") for thread in threading.enumerate())
