"""The README's pictures, taken anew from the sample project: ``python packaging/pictures.py``.

Everything is drawn and computed here; nothing is fetched. Takes some minutes.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from winnow.app.pipelines.cleaning import search_copies
from winnow.app.pipelines.clustering import cluster
from winnow.app.pipelines.labelling import label_by_folder
from winnow.app.pipelines.sampling import import_sample
from winnow.app.pipelines.splitting import split
from winnow.app.pipelines.testing import test
from winnow.app.pipelines.training import train
from winnow.app.session import Session
from winnow.base.outcomes import Steps
from winnow.domain.ids import RunId
from winnow.domain.recipe import RecipeKind, default_recipe
from winnow.domain.split import Ratios
from winnow.qt.controller import Controller
from winnow.qt.language import ENGLISH, Language
from winnow.qt.rooms.split.batch_grid import BatchGrid
from winnow.qt.start import ROOMS
from winnow.qt.theme.theme import Mode, current_theme
from winnow.store.database import Reader

TARGET = Path(__file__).resolve().parent.parent / "docs" / "pictures"
PICTURES = 240
WINDOW = QSize(1440, 900)
SHOWN_PX = 960
SETTLE_S, PATIENCE_S = 8.0, 120.0


def main() -> int:
    """Make the project, show each room, and keep what it looks like."""
    with tempfile.TemporaryDirectory() as home:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            os.environ[name] = home
        project = Path(home) / "cats-and-dogs.winnow"
        made(project)
        app = QApplication(sys.argv[:1])
        language = Language(app, ENGLISH)  # its counted nouns have a singular
        current_theme().choose(Mode.LIGHT)
        controller = Controller(ROOMS)
        controller.show(project)
        controller.window.resize(WINDOW)
        wait(app, lambda: controller.bridge is not None)
        TARGET.mkdir(parents=True, exist_ok=True)
        for key in ("collect", "sort", "edit", "split", "train", "test", "export"):
            controller.window.show_room(key)
            wait(app, lambda: False)
            if key == "edit" and controller.bridge is not None:
                controller.window.room(key).edit(controller.bridge.session.ask(wide_pictures))
                wait(app, lambda: False)
            wait(app, partial(shows_batch, controller.window), PATIENCE_S)
            controller.window.grab().save(str(Path(home) / f"{key}.png"))
            kept(Path(home) / f"{key}.png", TARGET / f"{key}.png")
            print(TARGET / f"{key}.png")
        controller.close_project()
        language.end()
    return 0


def wide_pictures(reader: Reader) -> tuple[int, ...]:
    """Return pictures of which a square loses something: what Edit is for."""
    query = "SELECT id FROM image WHERE state = 'kept' AND flags = '' AND width > 1.2 * height ORDER BY id LIMIT 40"
    return tuple(row[0] for row in reader.execute(query))


def shows_batch(window: QWidget) -> bool:
    """Say whether what the network sees is there, where that is shown."""
    return all(grid.squares for grid in window.findChildren(BatchGrid) if grid.isVisible())


def made(project: Path) -> None:
    """Walk the whole path by the core."""
    with Session.create(project) as session:
        run(import_sample(session, PICTURES))
        run(search_copies(session))
        run(cluster(session, 6))
        label_by_folder(session)
        split(session, Ratios(), 0, 5)
        trained = next(
            event for event in run(train(session, default_recipe(RecipeKind.QUICK))) if isinstance(event, int)
        )
        run(test(session, RunId(trained)))


def run(steps: Steps) -> list[object]:
    return list(steps)


def wait(app: QApplication, is_there: Callable[[], bool], most_s: float = SETTLE_S) -> None:
    """Let the window work until *is_there*, or for *most_s*, by default as long as a room needs to settle."""
    until = time.monotonic() + most_s
    while not is_there() and time.monotonic() < until:
        app.processEvents()
        time.sleep(0.01)


def kept(picture: Path, target: Path) -> None:
    """Write *picture* smaller, with few colours, for it is read on a page."""
    with Image.open(picture) as opened:
        size = (SHOWN_PX, round(SHOWN_PX * opened.height / opened.width))
        small = opened.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    small.quantize(200, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(target, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
