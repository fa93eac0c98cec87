"""A small project with labelled pictures, for the tests of rooms."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from app.folders import copy_into, import_all
from PIL import Image

from winnow.app.commands.labelling import LabelImages
from winnow.app.session import Session
from winnow.qt.controller import Controller
from winnow.qt.start import ROOMS
from winnow.store import labels


def make_session(folder: Path, per_label: int = 10, names: tuple[str, ...] = ("cat", "dog")) -> Session:
    """Return a project whose pictures, *per_label* of each label, are noise: no two are near duplicates."""
    copy_into(folder, _make_project, per_label, names)
    return Session.open(folder / "pets.winnow")


def _make_project(folder: Path, per_label: int, names: tuple[str, ...]) -> None:
    pictures = folder / "pictures"
    pictures.mkdir()
    random = np.random.default_rng(3)
    for at in range(per_label * len(names)):
        coarse = random.integers(0, 256, (9, 9, 3), dtype=np.uint8)
        Image.fromarray(coarse).resize((96, 96), Image.Resampling.NEAREST).save(pictures / f"{at:03d}.png")
    with Session.create(folder / "pets.winnow", names) as session:
        import_all(session, pictures)
        ids = session.ask(lambda reader: [row[0] for row in reader.execute("SELECT id FROM image ORDER BY id")])
        for at, label in enumerate(session.ask(labels.all_labels)):
            session.do(LabelImages(tuple(ids[at :: len(names)]), label.id)).result()


@contextmanager
def opened_controller(folder: Path, qtbot) -> Iterator[Controller]:
    """Give the program with the project in *folder* open and its window in front."""
    made = Controller(ROOMS)
    with qtbot.waitSignal(made.project_opened):
        made.show(folder)
    qtbot.addWidget(made.window)
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    yield made
    made.close_project()
