"""A small project that is clustered already, made once and copied for each test; and Sort over it."""

from __future__ import annotations

import functools
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from PIL import Image

from winnow.app.pipelines.clustering import cluster
from winnow.app.pipelines.importing import import_path
from winnow.app.session import Session
from winnow.qt.bridge import Bridge
from winnow.qt.rooms.sort.room import SortRoom

SIDE = 96
EACH = 6


@functools.cache
def _template(folder: Path) -> Path:
    """Six reddish and six bluish pictures with the labels cat and dog unused, clustered by colour and by pixels."""
    pictures = folder / "pictures"
    pictures.mkdir()
    rng = np.random.default_rng(0)
    for name, colour in (("red", (220, 40, 30)), ("blue", (30, 60, 220))):
        for at in range(EACH):
            coarse = rng.integers(-90, 90, (8, 8, 3))
            pixels = np.clip(np.array(colour) + np.kron(coarse, np.ones((12, 12, 1))), 0, 255).astype(np.uint8)
            Image.fromarray(pixels).save(pictures / f"{name}-{at}.png")
    session = Session.create(folder / "sorted.winnow", ("cat", "dog"))
    for _event in import_path(session, pictures):
        pass
    for features, k in (("pixels", 3), ("colour", 2)):
        for _event in cluster(session, k, features):
            pass
    session.close()
    return folder / "sorted.winnow"


def sorted_copy(base: Path, folder: Path) -> Session:
    """Return that project, copied into *folder*; *base* is the folder of the whole test session."""
    copy = folder / "sorted.winnow"
    shutil.copytree(_template(base), copy)
    return Session.open(copy)


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
