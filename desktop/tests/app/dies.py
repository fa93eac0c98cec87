"""A program that works on a project and says what was acknowledged, until somebody kills it.

Lines of numbers are acknowledgements, others only say that it is at work.

Usage: ``python dies.py import|label|work PROJECT FOLDER [PLANT]``, or ``python dies.py crawl PROJECT ADDRESS``

``work`` labels, rejects, frames, splits, undoes and redoes, always the same;
PLANT is a bug that is put into the program first, see `PLANTS`: whoever looks
for lost work must find it.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from winnow.app.commands.framing import SetFrames
from winnow.app.commands.labelling import LabelImages, RejectImages
from winnow.app.pipelines.collecting import collect_wish
from winnow.app.pipelines.importing import import_path
from winnow.app.pipelines.splitting import split
from winnow.app.pipelines.wishes import PagesWish
from winnow.app.session import Session
from winnow.base.errors import WinnowError
from winnow.domain.changes import Changes, Topic
from winnow.domain.frame import Frame, StoredFrame
from winnow.domain.ids import ImageId
from winnow.domain.split import Ratios
from winnow.store import database, labels, originals
from winnow.store.database import Reader
from winnow.store.label_journal import LabelJournal

PICTURES = 24
"""Of the project that is worked on; what a job brings has higher numbers."""
ROUNDS = 24
"""Of `work`; each is five or six actions."""


def say(*words: object) -> None:
    """Print a line in one go: two threads talk."""
    os.write(sys.stdout.fileno(), (" ".join(map(str, words)) + "\n").encode())


def say_images(changes: Changes) -> None:
    """Print the pictures that a commit brought."""
    if changes.touches(Topic.IMAGES):
        for image in sorted(changes.ids):
            say(image)


def label_one_by_one(session: Session) -> None:
    """Label every picture, over and over, cats and dogs in turn; print what each has."""
    names = session.ask(labels.all_labels)
    ids = [row[0] for row in session.ask(lambda reader: reader.execute("SELECT id FROM image ORDER BY id").fetchall())]
    for turn in range(1000):
        for image in ids:
            label = names[(image + turn) % len(names)].id
            session.do(LabelImages((image,), label)).result()
            say(image, label)


def standing(session: Session) -> str:
    """Return a digest of all that `actions` change: the same after the same ones, whatever a job does beside them."""
    return session.ask(_standing)


def _standing(reader: Reader) -> str:
    queries = (
        f"SELECT sha256, label_id, state FROM image WHERE id <= {PICTURES} ORDER BY id",
        f"SELECT image_id, position, frame FROM frame WHERE image_id <= {PICTURES} ORDER BY image_id, position",
        "SELECT count(*) FROM split",
        "SELECT kind, state FROM journal ORDER BY seq",
    )
    return hashlib.sha256(repr([reader.execute(query).fetchall() for query in queries]).encode()).hexdigest()[:16]


def actions(session: Session, ids: Sequence[int], rounds: int) -> Iterator[Callable[[], object]]:
    """Yield what a person does with the pictures *ids*, always the same: label, frame, reject, split, undo and redo."""
    names = session.ask(labels.all_labels)
    for turn in range(rounds):
        image = ids[turn * 5 % len(ids)]
        framed = StoredFrame(Frame(1, 1, 40 + turn, 50))
        yield partial(session.do, LabelImages((image,), names[turn % 2].id))
        yield partial(session.do, SetFrames(ImageId(image), (framed,)))
        yield partial(session.do, RejectImages((image,)))
        yield session.undo
        yield session.redo if turn % 4 == 1 else session.undo
        if turn % 6 == 5:
            yield partial(split, session, Ratios(), seed=turn)


def act(session: Session, number: int, action: Callable[[], object]) -> None:
    """Do *action* and, once it is on the disk, say its *number* and how the project stands then."""
    begun = action()
    if isinstance(begun, Future):
        begun.result()
    say(number, standing(session))


def label_halves(session: Session) -> list[int]:
    """Label half of the pictures as one thing, half as another; return all of them."""
    names = session.ask(labels.all_labels)
    ids = [row[0] for row in session.ask(lambda reader: reader.execute("SELECT id FROM image ORDER BY id").fetchall())]
    session.do(LabelImages(tuple(ids[::2]), names[0].id)).result()
    session.do(LabelImages(tuple(ids[1::2]), names[1].id)).result()
    return ids


def work(session: Session, is_acknowledging_early: bool) -> None:
    """Do as a person does, and say after each action how the project stands then."""
    for number, action in enumerate(actions(session, label_halves(session), ROUNDS), start=1):
        if is_acknowledging_early:
            say(number)
            action()
        else:
            act(session, number, action)


def _put_without_sync(self: originals.Originals, sha256: str, kind: str, content: bytes) -> Path:
    path = self.path(sha256, kind)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def _plant_normal() -> None:
    careful = database._prepare

    def careless(*arguments, **named):
        careful(*arguments, **named)
        arguments[0].execute("PRAGMA synchronous = NORMAL")

    database._prepare = careless


def _plant_original() -> None:
    originals.Originals.put = _put_without_sync


def _plant_journal() -> None:
    LabelJournal.append = lambda self, connection: None


PLANTS: dict[str, Callable[[], None]] = {
    "early": lambda: None,  # acknowledges before the commit
    "normal": _plant_normal,  # commits without waiting for the disk
    "original": _plant_original,  # stores a picture in its place at once and does not wait for the disk
    "journal": _plant_journal,  # keeps labels once only
}


def main(task: str, project: Path, folder: str, plant: str) -> None:
    """Do *task* in *project*."""
    if plant:
        PLANTS[plant]()
    with Session.open(project) as opened:
        if task == "work":
            work(opened, plant == "early")
        elif task == "import":
            opened.subscribe(say_images)
            for _ in import_path(opened, Path(folder)):
                say("step")
        elif task == "crawl":
            opened.subscribe(say_images)
            for _ in collect_wish(opened, PagesWish((folder,), allow_private=True)):
                say("step")
        else:
            label_one_by_one(opened)


if __name__ == "__main__":
    try:
        main(sys.argv[1], Path(sys.argv[2]), sys.argv[3], "".join(sys.argv[4:]))
    except WinnowError as error:
        sys.exit(f"refused: {error}")
