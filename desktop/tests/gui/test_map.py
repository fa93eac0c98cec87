"""The map in the real room: laid out by itself, coloured, hovered, and caught with the lasso."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from gui.projects import make_session
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPixmap

from winnow.domain.projection import Projection, ProjectionMethod
from winnow.qt.bridge import Bridge
from winnow.qt.map.colouring import LABEL
from winnow.qt.map.geometry import beside
from winnow.qt.map.painting import FULL, Look, PointPainter
from winnow.qt.rooms.sort.room import SortRoom
from winnow.qt.rooms.sort.tools import MAP
from winnow.store import projections

WAIT_MS = 60_000


@pytest.fixture
def is_laid_out(request: pytest.FixtureRequest) -> bool:
    return "laid_out_by_itself" not in request.node.name


@pytest.fixture
def room(theme: object, qtbot, tmp_path: Path, is_laid_out: bool):
    session = make_session(tmp_path, per_label=6)
    if is_laid_out:
        ids = np.array(
            session.ask(lambda reader: [row[0] for row in reader.execute("SELECT id FROM image ORDER BY id")]), np.int64
        )
        points = np.random.default_rng(2).uniform(-1, 1, (len(ids), 2)).astype(np.float32)
        made = Projection(ProjectionMethod.TSNE, "efficientnet-lite0", 0, ids, points)
        session.record(lambda tx: projections.keep(tx, made)).result()
    bridge = Bridge(session)
    made = SortRoom(bridge)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.enter()
    qtbot.waitUntil(lambda: len(made.grid.rows) == 12, timeout=WAIT_MS)
    yield made
    made.leave()
    bridge.close()


def test_it_is_laid_out_by_itself_and_a_lasso_selects_in_the_grid_too(room: SortRoom, qtbot) -> None:
    room.show_tab(MAP)
    view = room.map.view
    qtbot.waitUntil(lambda: len(view._ids) == 12, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not room._bridge.jobs.is_busy(), timeout=WAIT_MS)
    assert room.map.methods.key == "PCA"
    assert [job.name for job in room._bridge.jobs.views()] == ["PCA projection"], "nothing slow is begun unasked"
    corners = [
        QPoint(2, 2),
        QPoint(view.width() - 3, 2),
        QPoint(view.width() - 3, view.height() - 3),
        QPoint(2, view.height() - 3),
    ]
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=corners[0])
    for corner in corners[1:]:
        qtbot.mouseMove(view, corner)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=corners[-1])
    assert len(view.selected_ids) == 12
    assert sorted(room.grid.selected_ids().tolist()) == sorted(view.selected_ids.tolist())
    spot = view.place_of(int(view._ids[3]))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot)
    assert room.grid.selected_ids().tolist() == [int(view._ids[3])]
    room.map.colours.choose(LABEL)
    room.map.colours.chosen.emit(LABEL)
    assert {caption.words for caption in view._captions} == {"cat", "dog"}


def test_the_keyboard_goes_from_point_to_point_and_selects(room: SortRoom, qtbot) -> None:
    room.show_tab(MAP)
    view = room.map.view
    qtbot.waitUntil(lambda: len(view._ids) == 12 and not room._bridge.jobs.is_busy(), timeout=WAIT_MS)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    first = view.current
    assert first > 0
    assert room.map.card.isVisible()
    assert room.grid.selected_ids().tolist() == [first]
    seen = {first}
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down) * 3:
        qtbot.keyClick(view, key, Qt.KeyboardModifier.ShiftModifier)
        seen.add(view.current)
    assert len(seen) > 2
    assert set(room.grid.selected_ids().tolist()) == seen
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not len(room.grid.selected_ids())


def test_the_wheel_zooms_at_the_pointer(room: SortRoom, qtbot) -> None:
    room.show_tab(MAP)
    view = room.map.view
    qtbot.waitUntil(lambda: len(view._ids) == 12 and not room._bridge.jobs.is_busy(), timeout=WAIT_MS)
    image = int(view._ids[5])
    spot = view.place_of(image)
    view.zoom_by(3.0, spot.toPointF())
    assert (view.place_of(image) - spot).manhattanLength() <= 2
    view.fit()
    assert view.place_of(image) == spot


def test_every_point_is_painted_a_few_at_a_time(qapp) -> None:
    random = np.random.default_rng(1)
    places = random.uniform(20, 380, (9000, 2)).astype(np.float32)
    look = Look(np.zeros(9000, np.int32), np.full(9000, FULL, np.uint8), [QColor("red")])
    painter = PointPainter(places, look, 400, 400, 1.0)
    turns = 1
    while not painter.step():
        turns += 1
    assert turns == 3
    image = QPixmap(painter.pixmap).toImage()
    assert all(image.pixelColor(round(x), round(y)).red() > 200 for x, y in places[::500].tolist())


def test_captions_that_would_lie_on_each_other_move_apart():
    first = QRectF(0, 100, 80, 24)
    second = beside(QRectF(40, 110, 80, 24), [first])
    third = beside(QRectF(20, 104, 80, 24), [first, second])
    assert not first.intersects(second)
    assert not third.intersects(first)
    assert not third.intersects(second)
    assert second.left() == 40
    assert abs(second.top() - 110) <= 26
    assert beside(QRectF(300, 100, 80, 24), [first]) == QRectF(300, 100, 80, 24)
