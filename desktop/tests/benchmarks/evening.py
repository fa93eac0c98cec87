"""A study group's evening, command by command: clusters beside labels, networks on both, and the fits on pets."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from pathlib import Path

from commands import PETS, winnow, workplace
from figures import Figure, Found, Note, Skipped, load

from winnow.domain.proportion import wilson

CIFAR = PETS.with_name("cifar10_catdog") / "cifar-10-batches-py" / "data_batch_1"
_CLUSTERS = (2, 8)
_SCRATCH = ("--recipe", "from-scratch", "--epochs", "12")
_FITS = ("crop", "pad", "tiles")
_MOST_MINUTES = 12
_HEADS = ("what", "recipe", "valid accuracy", "took", "clusters against labels")
_WIDTHS = (42, 12, 31, 6, 36)


def evening() -> Iterator[Found]:
    """Cats and dogs of CIFAR-10 in 2 and 8 clusters, from scratch on labels and on clusters; pets by three fits."""
    if not CIFAR.is_file() or not PETS.is_dir():
        yield Skipped("evening", "the study group's evening", f"{CIFAR} or {PETS} is not there")
        return
    began = time.monotonic()
    yield _line(_HEADS)
    with workplace() as home:
        for row in itertools.chain(_small_pictures(home), _pets(home)):
            yield _line(row)
    yield Note(load())
    yield Figure("evening", "all of it", (time.monotonic() - began) / 60, _MOST_MINUTES, at_most=True, unit=" min")


def _small_pictures(home: Path) -> Iterator[tuple[str, ...]]:
    project = str(home / "cats-and-dogs.winnow")
    winnow(home, "new", project)
    kept = winnow(home, "import", project, str(CIFAR), "--classes", "cat,dog")["kept"]
    yield _trained(home, project, f"{kept} small pictures, labels", _SCRATCH)
    for k in _CLUSTERS:
        found = winnow(home, "cluster", project, "--k", str(k))
        sheets = [
            one for one in winnow(home, "sheet", project, "--to", str(home / f"{k}"))["files"] if "mean" not in one
        ]
        agrees = f"ARI {found['ari']:.2f}, purity {found['purity']:.0%}, {len(sheets)} sheets"
        # The clusters are the labels for one split and one run; then the true labels come back.
        winnow(home, "label", project, "--from-clusters")
        yield _trained(home, project, f"{kept} small pictures, {k} clusters as labels", _SCRATCH, agrees)
        winnow(home, "undo", project)
        winnow(home, "undo", project)


def _pets(home: Path) -> Iterator[tuple[str, ...]]:
    project = str(home / "pets.winnow")
    winnow(home, "new", project)
    kept = winnow(home, "import", project, str(PETS), "--label-from-folders")["kept"]
    for fit in _FITS:
        yield _trained(home, project, f"{kept} pets, {fit}", ("--recipe", "quick", "--fit", fit))


def _trained(home: Path, project: str, what: str, recipe: tuple[str, ...], agrees: str = "") -> tuple[str, ...]:
    """Divide the pictures by their labels of now, train, and return a row of the table."""
    began = time.monotonic()
    n = winnow(home, "split", project)["valid"]
    share = winnow(home, "train", project, *recipe, "--name", what)["valid_accuracy"]
    low, high = wilson(round(share * n), n)
    said = f"{share:.1%} ({low:.1%} to {high:.1%} of {n})"
    return what, recipe[1], said, f"{time.monotonic() - began:.0f} s", agrees


def _line(cells: tuple[str, ...]) -> Note:
    return Note("  ".join(cell.ljust(width) for cell, width in zip(cells, _WIDTHS, strict=True)).rstrip())
