"""Folders of made pictures to import, an import run to its end, and projects that are made once and copied."""

from __future__ import annotations

import atexit
import functools
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
from PIL import Image
from unit.vision.pictures import encoded, scene

from winnow.app.commands.labelling import LabelImages
from winnow.app.pipelines.importing import import_path
from winnow.app.session import Session


def fill(folder: Path, count: int, edge: int = 96) -> list[Path]:
    """Write *count* different pictures into *folder*."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"picture-{number:03d}.jpg" for number in range(count)]
    for number, file in enumerate(files):
        file.write_bytes(encoded(scene(edge, edge, seed=number)))
    return files


def import_all(session: Session, folder: Path) -> None:
    """Run an import to its end."""
    for _ in import_path(session, folder):
        pass


def copy_into(folder: Path, make: Callable[..., object], *args: object) -> None:
    """Put into *folder* what ``make(empty_folder, *args)`` leaves there: made once in this process, then copied.

    A project remembers where its pictures came from: that is the folder it was made in, which stays until the end.
    """
    shutil.copytree(_made(make, *args), folder, dirs_exist_ok=True)


@functools.cache
def _made(make: Callable[..., object], *args: object) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="winnow-made-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    make(folder, *args)
    return folder


def filled_project(folder: Path, count: int, labels: Iterable[str] = ("cat", "dog"), edge: int = 96) -> Path:
    """Return a closed project in *folder* of *count* pictures, see `fill`."""
    copy_into(folder, _fill_project, count, tuple(labels), edge)
    return folder / "pets.winnow"


def _fill_project(folder: Path, count: int, labels: tuple[str, ...], edge: int) -> None:
    fill(folder / "pile", count, edge)
    with Session.create(folder / "pets.winnow", labels) as session:
        import_all(session, folder / "pile")


def coloured_project(folder: Path, each: int) -> Path:
    """Return a closed project in *folder* of *each* blue and *each* orange pictures with these labels, not split."""
    copy_into(folder, _make_coloured, each)
    return folder / "pets.winnow"


def _make_coloured(folder: Path, each: int) -> None:
    noise = np.random.default_rng(7)
    for name, colour in (("blue", (30, 60, 220)), ("orange", (240, 140, 20))):
        (folder / "found" / name).mkdir(parents=True)
        for number in range(each):
            pixels = np.clip(np.array(colour) + noise.integers(-60, 60, (96, 96, 3)), 0, 255).astype(np.uint8)
            Image.fromarray(pixels).save(folder / "found" / name / f"{number:02d}.png")
    with Session.create(folder / "pets.winnow", ("blue", "orange")) as session:
        import_all(session, folder / "found")
        rows = session.ask(lambda reader: reader.execute("SELECT id, folder FROM image").fetchall())
        for number, name in enumerate(("blue", "orange"), start=1):
            session.do(LabelImages(tuple(row[0] for row in rows if row[1] == name), number)).result()
