"""What the network sees: one real batch of the next run, made by the data set class itself in a child that stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from winnow.app.kept_child import KeptChild
from winnow.app.queries.preparing import Learnable
from winnow.app.session import Session
from winnow.domain.fit import Fit, FitMode, random_box
from winnow.domain.ids import LabelId
from winnow.domain.preparation import Preparation, epoch_order
from winnow.domain.recipe import RecipeKind, default_recipe
from winnow.domain.split import Part
from winnow.training.samples import Sample
from winnow.training.seeing import SEED, BatchQuestion, Made, made
from winnow.vision import thumbnail as thumbnails
from winnow.vision.framing import fit, resized, views

Pixels = npt.NDArray[np.uint8]

_LOOKED_THROUGH = 40


@dataclass(frozen=True, slots=True)
class BatchWish:
    """Which batch: of *part*, the *turn*-th, as *preparation* makes it."""

    part: Part
    preparation: Preparation
    turn: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class SeenBatch:
    """*pixels*, (n, S, S, 3) uint8, as the network gets them, and whose label each has.

    They are of the first *samples* frames of *whole* in the batch: fewer than
    there are squares where a frame is looked at by several.
    """

    wish: BatchWish
    pixels: Pixels
    labels: tuple[LabelId, ...]
    samples: int
    whole: int


class View(Protocol):
    """What makes batches: `KeptChild`, or something that does it on the spot."""

    def ask(self, question: BatchQuestion, /) -> Made:
        """Return the first squares of a batch; blocks."""

    def rest(self) -> None:
        """Let go of what is only needed while there are questions."""

    def close(self) -> None:
        """End for good."""


def network_view() -> View:
    """Return the child that makes batches; it loads torch when it is first asked."""
    return KeptChild[BatchQuestion, Made](made)


def seen_batch(session: Session, view: View, there: Learnable, wish: BatchWish) -> SeenBatch:
    """Ask *view* for a batch of *there*, the rows of the wish's part.

    Raises:
        ChildDied, SampleUnreadable, PictureRefused: as they say.
    """
    numbers, epoch, step = _batch(there, wish)
    rows = [there.rows[number] for number in numbers]
    if not rows:
        return SeenBatch(wish, np.empty((0, 1, 1, 3), np.uint8), (), 0, 0)
    question = BatchQuestion(
        samples=tuple(
            Sample(
                session.originals.path(row.sha256, row.format),
                row.frame,
                there.index_of(row),
                row.image_id,
                row.sha256,
            )
            for row in rows
        ),
        numbers=tuple(numbers),
        classes=len(there.labels),
        epoch=epoch,
        step=step,
        is_varied=wish.part is Part.TRAIN,
        preparation=wish.preparation,
        prepared=session.layout.prepared,
    )
    found = view.ask(question)
    labels = tuple(LabelId(rows[at].label_id) for at in found.samples)
    return SeenBatch(wish, found.pixels, labels, len(set(found.samples)), len(rows))


def _batch(there: Learnable, wish: BatchWish) -> tuple[list[int], int, int]:
    """Return the places of the batch's samples, in the order of training, and the numbers of its epoch and step."""
    count = len(there.rows)
    size = default_recipe(RecipeKind.FINE_TUNE, max(1, there.train)).batch_size
    batches = max(1, -(-count // size))
    epoch, at = wish.turn // batches + 1, wish.turn % batches
    order = np.arange(count)
    if wish.part is Part.TRAIN:
        labels = np.array([there.index_of(row) for row in there.rows], np.int64)
        order = epoch_order(labels, wish.preparation.balance, SEED, epoch)
    return [int(one) for one in order[at * size : (at + 1) * size]], epoch, wish.turn + 1


def example_frame(session: Session, there: Learnable) -> Pixels | None:
    """Return the thumbnail of the frame, of the first ones, that is furthest from a square; None without one."""
    found = session.thumbnails.get([row.key for row in there.rows[:_LOOKED_THROUGH]])
    return max((thumbnails.decode(jpeg) for jpeg in found.values()), key=_aspect, default=None)


def fit_examples(image: Pixels, preparation: Preparation, edge_px: int) -> dict[FitMode, Pixels]:
    """Return *image* under each policy, (edge, edge, 3) uint8 each."""
    return {mode: _example(image, Fit(mode, edge_px, preparation.fit.fill), preparation) for mode in FitMode}


def _aspect(image: Pixels) -> float:
    height, width = image.shape[:2]
    # Beyond twice as long as wide an example says little.
    ratio = max(width / height, height / width)
    return ratio if ratio <= 2 else 0.0


def _example(image: Pixels, how: Fit, preparation: Preparation) -> Pixels:
    if how.mode is FitMode.RANDOM_RESIZED_CROP:
        random = np.random.default_rng(SEED)
        box = random_box(image.shape[1], image.shape[0], preparation.augmentation.min_area, random)
        return resized(image, (how.size, how.size), box)
    return views(image, how)[0] if how.mode is FitMode.TILES else fit(image, how)
