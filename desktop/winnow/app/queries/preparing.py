"""How frames are made ready, and what is there to make ready."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from winnow.app.queries.samples import SampleRow, labels_in_use, learnable
from winnow.domain.fit_lab import PolicyCost, costs
from winnow.domain.frame import Frame
from winnow.domain.label import Label
from winnow.domain.preparation import Preparation, are_unequal
from winnow.domain.split import Part
from winnow.store import splits
from winnow.store.database import Reader


@dataclass(frozen=True, slots=True)
class PreparationFacts:
    """What the fits do to the frames of train and valid, and whether their classes are unequal."""

    preparation: Preparation
    frames: int
    not_fitting: int
    """Frames that have another shape or size than the network's square."""
    costs: tuple[PolicyCost, ...]
    unequal: bool
    typical_edge_px: int
    """The middle one of the frames' shorter sides."""


@dataclass(frozen=True, eq=False)
class Learnable:
    """Rows of train or valid in the order in which training has them, and the labels in the order of the outputs."""

    rows: tuple[SampleRow, ...]
    labels: tuple[Label, ...]
    train: int = 0
    """How many rows train has: the default batch goes by it."""

    def index_of(self, row: SampleRow) -> int:
        """Return the network's output for *row*."""
        return self._places[row.label_id]

    @cached_property
    def _places(self) -> dict[int, int]:
        return {int(label.id): at for at, label in enumerate(self.labels)}


def preparation(connection: Reader) -> Preparation:
    """Return what was chosen, or the defaults."""
    return splits.preparation(connection)


def learnable_part(connection: Reader, part: Part) -> Learnable:
    """Return the rows of train or of valid; of test there are none."""
    number = splits.current_id(connection)
    if number is None:
        return Learnable((), ())
    rows = learnable(connection, splits.get(connection, number))
    train = sum(row.part is Part.TRAIN for row in rows)
    return Learnable(tuple(row for row in rows if row.part is part), tuple(labels_in_use(connection, rows)), train)


def preparation_facts(connection: Reader) -> PreparationFacts:
    """Count what each fit does, by sizes alone: nothing is decoded."""
    chosen = splits.preparation(connection)
    number = splits.current_id(connection)
    rows = [] if number is None else learnable(connection, splits.get(connection, number))
    sizes = frame_sizes(connection, rows)
    counts: dict[int, int] = {}
    for row in rows:
        if row.part is Part.TRAIN:
            counts[row.label_id] = counts.get(row.label_id, 0) + 1
    edge = chosen.fit.size
    return PreparationFacts(
        preparation=chosen,
        frames=len(rows),
        not_fitting=sum(size != (edge, edge) for size in sizes),
        costs=costs(sizes, chosen.fit, chosen.augmentation.min_area),
        unequal=are_unequal(list(counts.values())),
        typical_edge_px=sorted(min(size) for size in sizes)[len(sizes) // 2] if sizes else 0,
    )


def frame_sizes(connection: Reader, rows: list[SampleRow]) -> list[tuple[int, int]]:
    """Return (width, height) of each row's frame, in pixels of the original."""
    whole = {row[0]: (row[1], row[2]) for row in connection.execute("SELECT id, width, height FROM image")}
    return [_size(row.frame, whole[row.image_id]) for row in rows]


def _size(frame: Frame | None, whole: tuple[int, int]) -> tuple[int, int]:
    return whole if frame is None else frame.size
