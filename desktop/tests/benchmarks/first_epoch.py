"""The whole of sorting, and training, against fastai with the same network on the same photos."""

from __future__ import annotations

import itertools
import shutil
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import fastai_home
from commands import PETS, winnow, workplace
from figures import Figure, Found, Note, Skipped, load, returned

_ROUNDS = 3
_SOME_EACH = 96
_TRAINING_WITHIN_S = 480


def sorting() -> Iterator[Found]:
    """Import, thumbnails, embedding and K-Means of 664 photos from cold, against one frozen epoch of fastai."""
    why = _missing()
    if why:
        yield Skipped("fastai", "sorting against one frozen epoch", why)
        return
    yield Note(f"{PETS}, batch 32, 224 px, median of {_ROUNDS}; before: {load()}")
    with workplace() as folder:
        took = returned(
            {
                "winnow": _each_anew(folder, _sorted_s, "sorted"),
                "fastai, frozen": partial(fastai_home.epoch_s, PETS, "frozen"),
                "fastai, rigid": partial(fastai_home.epoch_s, PETS, "rigid"),
            },
            _ROUNDS,
        )
    yield Note(f"{_in_s(took)}; after: {load()}")
    yield Note("winnow: four commands from process start, making its network too; fastai: the epoch alone")
    yield Figure("fastai", "sorting against one frozen epoch", took["winnow"] / took["fastai, frozen"], 0.5, True)
    yield Figure("fastai", "the same, norms frozen as well", took["winnow"] / took["fastai, rigid"], 0.5, True)


def training() -> Iterator[Found]:
    """Quick from a cold cache against a frozen epoch of fastai; an epoch of Fine-tune, on some photos, against its."""
    why = _missing()
    if why:
        yield Skipped("fastai", "training against an epoch", why)
        return
    yield Note(f"{PETS}, batch 32, 224 px, median of {_ROUNDS}; whole epochs on {2 * _SOME_EACH}; before: {load()}")
    with workplace() as folder:
        some = _some_photos(folder / "some")
        winnow(folder, "new", str(folder / "warm"))
        winnow(folder, "import", str(folder / "warm"), str(PETS), "--label-from-folders")
        winnow(folder, "embed", str(folder / "warm"))  # makes the network; the vectors of each project are its own
        took = returned(
            {
                "Quick": _each_anew(folder, _quick_s, "quick"),
                "fastai, frozen": partial(fastai_home.epoch_s, PETS, "frozen"),
                "Fine-tune": _each_anew(folder, partial(_fine_tune_s, some), "fine-tune"),
                "fastai, whole": partial(fastai_home.epoch_s, some, "whole"),
            },
            _ROUNDS,
            _TRAINING_WITHIN_S,
        )
    yield Note(f"{_in_s(took)}; after: {load()}")
    yield Figure("train", "Quick against a frozen epoch", took["Quick"] / took["fastai, frozen"], 0.1, True)
    yield Figure("train", "epochs of fastai in one of Fine-tune", took["fastai, whole"] / took["Fine-tune"], 2)


def _missing() -> str:
    return fastai_home.made() if PETS.is_dir() else f"{PETS} is not there"


def _some_photos(folder: Path) -> Path:
    """Copy some photos of each class to *folder*: how long an epoch takes goes with their number."""
    for each in sorted(one for one in PETS.iterdir() if one.is_dir()):
        (folder / each.name).mkdir(parents=True)
        for photo in sorted(each.iterdir())[:_SOME_EACH]:
            shutil.copy(photo, folder / each.name)
    return folder


def _each_anew(folder: Path, measure: Callable[[Path, Path], float], name: str) -> Callable[[], float]:
    numbers = itertools.count()
    return lambda: measure(folder, folder / f"{name}-{next(numbers)}")


def _sorted_s(folder: Path, project: Path) -> float:
    home = folder / f"{project.name}-home"
    begin = time.perf_counter()
    winnow(home, "new", str(project))
    winnow(home, "import", str(project), str(PETS))
    winnow(home, "embed", str(project))
    winnow(home, "cluster", str(project), "--k", "2")
    return time.perf_counter() - begin


def _quick_s(home: Path, project: Path) -> float:
    """Return what training takes from process start, the features of all photos included."""
    _ready(home, project, PETS)
    begin = time.perf_counter()
    winnow(home, "train", str(project), "--recipe", "quick")
    return time.perf_counter() - begin


def _fine_tune_s(photos: Path, home: Path, project: Path) -> float:
    """Return the seconds of the second epoch: the first may wait for what is made once."""
    _ready(home, project, photos)
    answer = winnow(home, "train", str(project), "--recipe", "fine-tune", "--epochs", "2", "--batch-size", "32")
    return float(answer["history"][1]["seconds"])


def _ready(home: Path, project: Path, photos: Path) -> None:
    """Make a project of labelled *photos*, as many of them in the training part as fastai trains on."""
    winnow(home, "new", str(project))
    winnow(home, "import", str(project), str(photos), "--label-from-folders")
    winnow(home, "split", str(project), "--ratios", "80,20,0")


def _in_s(seconds: dict[str, float]) -> str:
    return ", ".join(f"{name} {took:.1f} s" for name, took in seconds.items())
