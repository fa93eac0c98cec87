"""A program in which a job runs while somebody labels, frames, splits and undoes beside it, until it is killed.

Usage: ``python busy.py busy-crawl PROJECT ADDRESS [PLANT]``, ``busy-import PROJECT FOLDER``, ``busy-train PROJECT -``

It says ``picture N`` once it is in the project, ``epoch N`` once its numbers are, ``step`` whenever
the job is at work, and actions as ``dies.py work`` does. PLANT is one of `PLANTS`, put into the program first.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from queue import SimpleQueue

sys.path.append(str(Path(__file__).resolve().parents[1]))

from app.dies import PICTURES, act, actions, say

from winnow.app.pipelines import running
from winnow.app.pipelines.collecting import collect_wish
from winnow.app.pipelines.importing import import_path
from winnow.app.pipelines.training import train
from winnow.app.pipelines.wishes import PagesWish
from winnow.app.session import Session
from winnow.base.errors import WinnowError
from winnow.domain.changes import Changes, Topic
from winnow.domain.fit import Fit, FitMode
from winnow.domain.recipe import Recipe, RecipeKind
from winnow.domain.run import EpochDone
from winnow.store import crawls
from winnow.store.thumbnails import Thumbnails

LEARNED = PICTURES * 2 // 3
"""The first pictures, which are labelled and divided; only the others are changed beside a run."""
RECIPE = Recipe(
    kind=RecipeKind.SCRATCH, network="small-cnn", epochs=16, batch_size=4, learning_rate=1e-3, fit=Fit(FitMode.CROP, 32)
)
_ROUNDS = 8


def wish_of(address: str) -> PagesWish:
    """Return what ``busy-crawl`` wishes for."""
    return PagesWish((address,), allow_private=True)


def jobs(task: str, session: Session, what: str) -> Iterator[object]:
    """Return the steps of the job that *task* names."""
    if task == "busy-crawl":
        return collect_wish(session, wish_of(what))
    return import_path(session, Path(what)) if task == "busy-import" else train(session, RECIPE)


def beside(session: Session, steps: Iterable[object]) -> None:
    """Iterate *steps* on a thread, and do an action with every event of theirs; the rest when they are over."""
    told: SimpleQueue[BaseException | bool] = SimpleQueue()

    def iterate() -> None:
        try:
            for event in steps:
                say(*(("epoch", event.epoch) if isinstance(event, EpochDone) else ("step",)))
                told.put(True)
            told.put(False)
        except BaseException as error:  # noqa: BLE001 - raised again on the thread that waits
            told.put(error)

    thread = threading.Thread(target=iterate)
    thread.start()
    going = told.get()
    for number, action in enumerate(actions(session, range(LEARNED + 1, PICTURES + 1), _ROUNDS), start=1):
        act(session, number, action)
        going = told.get() if going is True else going
    while going is True:
        going = told.get()
    thread.join()
    if isinstance(going, BaseException):
        raise going


def say_pictures(changes: Changes) -> None:
    """Print the pictures that a commit brought."""
    if changes.touches(Topic.IMAGES):
        for image in sorted(changes.ids):
            say("picture", image)


def _plant_frontier() -> None:
    real = crawls.want
    crawls.want = lambda tx, source, visits, pictures: real(tx, source, visits, ())


def _plant_checkpoint() -> None:
    running.run_training = _carelessly_trained


def _carelessly_trained(spec):
    from winnow.training import checkpoint
    from winnow.training.loop import train as learn

    def in_place(path, tensors, words):
        with path.open("wb", 4096) as stream:
            for part in checkpoint.packed(tensors, words):
                stream.write(part)

    checkpoint._write = in_place
    yield from learn(spec)


def _plant_epochs() -> None:
    running._Pending.flush = lambda self: None


def _plant_thumbnail() -> None:
    whole, waiting = Thumbnails.put, []

    def halves(self, items: Sequence[tuple[bytes, bytes]]) -> None:
        items = list(items)
        whole(self, [*waiting, *((key, jpeg[: len(jpeg) // 2]) for key, jpeg in items)])
        waiting[:] = items

    Thumbnails.put = halves


PLANTS: dict[str, Callable[[], None]] = {
    "frontier": _plant_frontier,  # forgets which pictures were named and not fetched yet
    "checkpoint": _plant_checkpoint,  # writes checkpoints in place
    "epochs": _plant_epochs,  # tells of epochs that are not stored
    "thumbnail": _plant_thumbnail,  # stores half a thumbnail first, and the whole with the next ones
}


def main(task: str, project: Path, what: str, plant: str) -> None:
    """Do *task* in *project*."""
    if plant:
        PLANTS[plant]()
    with Session.open(project) as session:
        session.subscribe(say_pictures)
        beside(session, jobs(task, session, what))


if __name__ == "__main__":
    try:
        main(sys.argv[1], Path(sys.argv[2]), sys.argv[3], "".join(sys.argv[4:]))
    except WinnowError as error:
        sys.exit(f"refused: {error}")
