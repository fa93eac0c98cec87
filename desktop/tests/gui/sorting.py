"""A small project that is clustered already, made once and copied for each test; and Sort over it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from app.folders import copy_into, import_all
from app.inline import inlined
from PIL import Image

from winnow.app.pipelines.clustering import cluster
from winnow.app.session import Session
from winnow.qt.bridge import Bridge
from winnow.qt.rooms.sort.room import SortRoom

SIDE = 96
EACH = 6


def _make_project(folder: Path) -> None:
    """Six reddish and six bluish pictures with the labels cat and dog unused, clustered by colour and by pixels."""
    pictures = folder / "pictures"
    pictures.mkdir()
    rng = np.random.default_rng(0)
    for name, colour in (("red", (220, 40, 30)), ("blue", (30, 60, 220))):
        for at in range(EACH):
            coarse = rng.integers(-90, 90, (8, 8, 3))
            pixels = np.clip(np.array(colour) + np.kron(coarse, np.ones((12, 12, 1))), 0, 255).astype(np.uint8)
            Image.fromarray(pixels).save(pictures / f"{name}-{at}.png")
    with Session.create(folder / "sorted.winnow", ("cat", "dog")) as session, inlined():
        import_all(session, pictures)
        for features, k in (("pixels", 3), ("colour", 2)):
            for _event in cluster(session, k, features):
                pass


def sorted_copy(folder: Path) -> Session:
    """Return that project, copied into *folder*."""
    copy_into(folder, _make_project)
    return Session.open(folder / "sorted.winnow")


@contextmanager
def shown(qtbot, bridge: Bridge, size: tuple[int, int] = (1360, 800)) -> Iterator[SortRoom]:
    """Show Sort in a window of its own; let go of it and of the project in any case."""
    made = SortRoom(bridge)
    qtbot.addWidget(made)
    made.resize(*size)
    made.show()
    made.enter()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    try:
        yield made
    finally:
        made.leave()
        bridge.close()
