"""The frames that take part in learning, with everything that training and export want to know of them."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable
from dataclasses import dataclass

from winnow.base.errors import UserError
from winnow.domain.frame import Content, Frame, StoredFrame
from winnow.domain.freshness import fingerprint
from winnow.domain.ids import ImageId, LabelId
from winnow.domain.label import Label
from winnow.domain.split import PARTS, Part, Split
from winnow.store import frames, labels, splits
from winnow.store.database import Reader
from winnow.store.runs import RunLabels

TAKES_PART = (
    "(image.label_id IS NOT NULL OR EXISTS"
    " (SELECT 1 FROM frame WHERE frame.image_id = image.id AND frame.label_id IS NOT NULL))"
)
"""The condition, in SQL, on a picture that has a label or a frame with one."""


class NoSplitYet(UserError):
    """Something needs a split, and there is none."""

    def __init__(self) -> None:
        super().__init__("There is no split yet. Make one in Split first (or by 'winnow split').")


class NothingToLearn(UserError):
    """What a split had to learn from or to look at was rejected or lost its label."""

    def __init__(self) -> None:
        super().__init__(
            "Too few of the split's pictures are left to train with: train and valid must have some, of two labels "
            "at least. The others were rejected or lost their labels. Make a new split in Split, and train on it."
        )


@dataclass(frozen=True, slots=True)
class SampleRow:
    """One frame with its label."""

    image_id: ImageId
    sha256: str
    format: str
    frame: Frame | None
    label_id: int
    part: Part | None
    file: str
    address: str
    provenance: dict[str, str]

    @property
    def key(self) -> bytes:
        """What its features are stored under."""
        return Content(self.sha256, self.frame).key()


def current_split(connection: Reader) -> Split:
    """Return the split in force.

    Raises:
        NoSplitYet: there is none.
    """
    number = splits.current_id(connection)
    if number is None:
        raise NoSplitYet
    return splits.get(connection, number)


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """What a training learns from: a split, its frames of train and valid, and the labels in the outputs' order."""

    split: Split
    rows: list[SampleRow]
    labels: RunLabels
    fingerprint: str
    """Of all that takes part, at the same moment as *rows*: what changes afterwards is not learned from."""

    def parts(self) -> tuple[list[SampleRow], list[SampleRow]]:
        """Return the rows of train and of valid."""
        train, valid = ([row for row in self.rows if row.part is part] for part in (Part.TRAIN, Part.VALID))
        return train, valid


def subject(connection: Reader) -> Subject:
    """Return what a training on the split in force learns from.

    Raises:
        NoSplitYet: none is in force. NothingToLearn: fewer than two labels are left in it.
    """
    split = current_split(connection)
    rows, told = learnable_as_told(connection, split)
    used = labels_in_use(connection, rows)
    if len(used) < 2:
        raise NothingToLearn
    pairs = RunLabels(tuple((int(label.id), label.name) for label in used))
    return Subject(split, rows, pairs, told)


def labelled(connection: Reader, split: Split | None = None, only: ImageId | None = None) -> list[SampleRow]:
    """Return every frame of the kept pictures that has a label, its own or its picture's, in image order.

    Parts are those of *split*. With *only* the frames of that picture: all take a second of 100,000.
    """
    part_of = (
        {} if split is None else {int(image): PARTS[part] for image, part in zip(split.ids, split.parts, strict=True)}
    )
    framed = frames.all_frames(connection) if only is None else {only: frames.frames_of(connection, only)}
    found = []
    for row in connection.execute(
        "SELECT id, sha256, format, width, height, label_id, file, address, provenance FROM image"
        f" WHERE state = 'kept' AND {TAKES_PART} {'' if only is None else 'AND id = ?'} ORDER BY id",
        () if only is None else (only,),
    ):
        for one in framed.get(row[0], ()) or (StoredFrame(Frame.whole(row[3], row[4])),):
            label = one.label_id or row[5]
            if label is None:
                continue
            found.append(
                SampleRow(
                    image_id=row[0],
                    sha256=row[1],
                    format=row[2],
                    frame=None if one.frame.is_whole(row[3], row[4]) else one.frame,
                    label_id=label,
                    part=part_of.get(row[0]),
                    file=row[6],
                    address=row[7],
                    provenance=json.loads(row[8]),
                )
            )
    return found


def learnable(connection: Reader, split: Split) -> list[SampleRow]:
    """Return the rows of train and valid: all that training code is ever handed. Test is sealed, see `opened`."""
    return _without_test(labelled(connection, split))


def learnable_as_told(connection: Reader, split: Split) -> tuple[list[SampleRow], str]:
    """Return the rows of `learnable` and `fingerprint_in` of the same moment, reading the frames once."""
    rows = labelled(connection, split)
    return _without_test(rows), fingerprint_of(rows)


def _without_test(rows: list[SampleRow]) -> list[SampleRow]:
    return [row for row in rows if row.part in (Part.TRAIN, Part.VALID)]


def opened(connection: Reader, split: Split, opening: int) -> list[SampleRow]:
    """Return the rows of test, under the *opening* that was logged before.

    Raises:
        TestSealed: there is no such opening in the log.
    """
    inside = set(splits.opened_test(connection, split.id, opening).tolist())
    return [row for row in labelled(connection, split) if row.image_id in inside]


def sealed(connection: Reader, split: Split, labels: Container[LabelId]) -> tuple[int, str]:
    """Return how many rows of test have one of *labels*, and `fingerprint_in`: neither says what they show."""
    rows = labelled(connection, split)
    count = sum(row.part is Part.TEST and LabelId(row.label_id) in labels for row in rows)
    return count, fingerprint_of(rows)


def fingerprint_in(connection: Reader, split: Split) -> str:
    """Return the fingerprint of all that takes part in *split*, test included, which is told by it and not shown."""
    return fingerprints_in(connection, [split])[0]


def fingerprints_in(connection: Reader, those: Iterable[Split]) -> list[str]:
    """Return `fingerprint_in` for each of several splits, reading the frames once."""
    rows = [(int(row.image_id), row.key, row.label_id) for row in labelled(connection)]
    found = []
    for split in those:
        part_of = dict(zip(split.ids.tolist(), split.parts.tolist(), strict=True))
        found.append(fingerprint((key, label, part_of[image]) for image, key, label in rows if image in part_of))
    return found


def labels_in_use(connection: Reader, rows: list[SampleRow]) -> list[Label]:
    """Return the labels that *rows* have, in the order of their keys: the network's outputs."""
    used = {row.label_id for row in rows}
    return [label for label in labels.all_labels(connection) if label.id in used]


def fingerprint_of(rows: list[SampleRow]) -> str:
    """Return the fingerprint of what takes part in a split."""
    return fingerprint((row.key, row.label_id, PARTS.index(row.part)) for row in rows if row.part is not None)
