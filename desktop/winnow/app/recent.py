"""The projects that were open before."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from winnow.base.clock import now_utc
from winnow.base.files import write_atomically
from winnow.base.lock import AlreadyOpen, Lock
from winnow.base.paths import settings_folder

if TYPE_CHECKING:  # the start page shows the list before any project is open
    from winnow.app.session import Session

_MOST = 30
PICTURES = 4
_PATIENCE_S, _LOOK_S = 2.0, 0.02


@dataclass(frozen=True, slots=True)
class Remembered:
    """A project as it was when it was last closed."""

    path: str
    images: int
    classes: int
    labelled: int
    opened: str
    room: str = ""
    """The room that was shown last."""


def remembered() -> list[Remembered]:
    """Return the recent projects, the last one first; a damaged list counts as empty."""
    try:
        found = json.loads((settings_folder() / "recent.json").read_text("utf-8"))
        return [Remembered(**entry) for entry in found]
    except (OSError, ValueError, TypeError):
        return []


def room_before(session: Session) -> str:
    """Return the room in which the project of *session* was left; for one from elsewhere, where its pictures are."""
    path = str(session.layout.folder)
    before = next((one.room for one in remembered() if one.path == path), "")
    if before:
        return before
    from winnow.app.queries.overview import overview

    return "sort" if session.ask(overview).kept else ""


def remember(session: Session, room: str = "") -> None:
    """Put the project of *session* at the head of the list, with its numbers as they are now, and the *room*."""
    from winnow.app.queries.overview import overview

    now = session.ask(overview)
    path = str(session.layout.folder)
    this = Remembered(path, now.kept + now.rejected, len(now.labels), now.labelled, now_utc(), room)
    with _alone():
        others = [one for one in remembered() if one.path != path]
        text = json.dumps([asdict(one) for one in [this, *others][:_MOST]], ensure_ascii=False, indent=1)
        write_atomically(settings_folder() / "recent.json", text.encode())
        _keep_pictures(session, [path, *(one.path for one in others[: _MOST - 1])])


@contextmanager
def _alone() -> Iterator[None]:
    """Let no other window change the list meanwhile; one that holds it too long is not waited for.

    Raises:
        AlreadyOpen: it held the list for longer than it takes to write it.
    """
    settings_folder().mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + _PATIENCE_S
    while True:
        try:
            lock = Lock(settings_folder() / "recent.lock")
            break
        except AlreadyOpen:
            if time.monotonic() > until:
                raise
            time.sleep(_LOOK_S)
    try:
        yield
    finally:
        lock.release()


def pictures_of(path: str) -> list[bytes]:
    """Return the thumbnails, our own JPEGs, that were kept of the project at *path*; none where there are none."""
    found = []
    for at in range(PICTURES):
        try:
            found.append((_pictures_folder() / f"{_mark(path)}-{at}.jpg").read_bytes())
        except OSError:
            break
    return found


def _keep_pictures(session: Session, paths: list[str]) -> None:
    """Keep pictures of the project of *session* beside the list, and drop those of projects not among *paths*."""
    from winnow.app.queries.cover import cover_keys

    folder = _pictures_folder()
    folder.mkdir(parents=True, exist_ok=True)
    keys = session.ask(cover_keys, PICTURES)
    found = session.thumbnails.get(keys)
    jpegs = [found[key] for key in keys if key in found]
    this = _mark(paths[0])
    wanted = {f"{this}-{at}.jpg" for at in range(len(jpegs))}
    marks = {_mark(path) for path in paths[1:]}
    for old in folder.glob("*.jpg"):
        if old.name not in wanted and old.name.partition("-")[0] not in marks:
            old.unlink(missing_ok=True)
    for at, jpeg in enumerate(jpegs):
        write_atomically(folder / f"{this}-{at}.jpg", jpeg)


def _pictures_folder() -> Path:
    return settings_folder() / "recent"


def _mark(path: str) -> str:
    return hashlib.sha256(path.encode()).hexdigest()[:16]
