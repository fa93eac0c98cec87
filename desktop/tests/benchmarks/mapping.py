"""The map of 20,000 pictures while it is dragged and zoomed."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import numpy as np
from figures import Figure, Found

_POINTS, _STEPS = 20_000, 200
_GOAL_MS, _STALL_MS = 16.0, 50.0


def mapping() -> Iterator[Found]:
    """A step of dragging and zooming the map of 20,000 points, and a turn of painting it sharp; p95 in ms."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QColor

    from winnow.qt.application import create_application
    from winnow.qt.map.painting import Look, PointPainter
    from winnow.qt.map.thumbs import NearPictures
    from winnow.qt.map.view import MapView

    app = create_application(["bench"])
    random = np.random.default_rng(1)
    points = np.clip(random.normal(0, 0.35, (_POINTS, 2)), -1, 1).astype(np.float32)
    look = Look(
        random.integers(0, 8, _POINTS).astype(np.int32),
        random.integers(0, 3, _POINTS).astype(np.uint8),
        [QColor.fromHsv(45 * at, 160, 200) for at in range(8)],
    )
    view = MapView(NearPictures(lambda _keys: {}))
    view.resize(1000, 720)
    view.show()
    view.show_points(np.arange(_POINTS), points, look, (), np.zeros((_POINTS, 32), np.uint8))
    end = time.monotonic() + 3
    while view._sharp is None and time.monotonic() < end:
        app.processEvents()
    took = []
    for at in range(_STEPS):
        begin = time.perf_counter()
        if at % 2:
            sign = 1 if at % 8 < 4 else -1
            view._look_from(view.viewpoint.moved(7 * sign, -5 * sign))
        else:
            view.zoom_by(1.1 if at % 4 else 1 / 1.1)
        view.repaint()
        took.append(1000 * (time.perf_counter() - begin))
    yield Figure("Map", "p95 of a step of dragging or zooming", float(np.percentile(took, 95)), _GOAL_MS, True, " ms")
    view.fit()
    turns = []
    painter = PointPainter(view.viewpoint.on_screen(points), look, 1000, 720, 1.0)
    done = False
    while not done:
        begin = time.perf_counter()
        done = painter.step()
        turns.append(1000 * (time.perf_counter() - begin))
    yield Figure("Map", "longest turn of painting it sharp", max(turns), _STALL_MS, True, " ms")
