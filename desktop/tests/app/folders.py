"""Folders of made pictures to import, and an import run to its end."""

from __future__ import annotations

from pathlib import Path

from unit.vision.pictures import encoded, scene

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
