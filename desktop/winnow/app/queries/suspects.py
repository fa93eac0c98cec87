"""Labels that look wrong, as Test lists them, and what fixing some of them changed."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from winnow.app.commands.command import Command
from winnow.app.commands.framing import SetFrames
from winnow.app.commands.labelling import LabelImages
from winnow.app.queries.samples import SampleRow, fingerprint_in, labelled
from winnow.domain.frame import Content
from winnow.domain.ids import ImageId, LabelId, RunId, SplitId
from winnow.domain.judgement import Judged
from winnow.domain.pairing import PairedChange, paired
from winnow.domain.split import Part, Split
from winnow.domain.study import OutOfFold, Study, StudyKind
from winnow.domain.suspicion import suspects
from winnow.store import frames, images, judgements, runs, splits, studies
from winnow.store.database import Reader
from winnow.store.errors import ItemUnknown


@dataclass(frozen=True, slots=True)
class Suspected:
    """A frame whose label was weighed, as it is labelled now."""

    image_id: int
    key: bytes
    """Content key of the frame."""
    file: str
    label_id: int
    suggested_id: int
    fits: float
    """Probability of its label, by a network that had not learned from it."""
    score: float
    """`fits` less the probability of what is suggested: the lower, the more suspect."""
    is_suspected: bool
    part: Part


@dataclass(frozen=True, slots=True)
class SuspectList:
    """Every frame that was weighed, the most suspect first."""

    rows: tuple[Suspected, ...]
    is_current: bool
    """No picture, frame or label changed since the folds were run."""
    has_test: bool
    """The test part was opened, so its frames are among them."""
    change: PairedChange | None
    """From the folds before to these, both against the labels as they are now; None: they ran once."""
    made_at: str

    @property
    def suspected(self) -> tuple[Suspected, ...]:
        """Those that are likely wrong."""
        return tuple(row for row in self.rows if row.is_suspected)


def suspect_list(connection: Reader, split_id: SplitId | None = None) -> SuspectList | None:
    """Return the suspects of a split, by default the one in force; None where its folds have not been run.

    Frames of test are weighed by the last run that was tested, if one was:
    it did not learn from them. Labels that the person vouched for are left
    out, and so are frames that are not there any more.
    """
    number = splits.current_id(connection) if split_id is None else split_id
    found = () if number is None else studies.recent(connection, StudyKind.FOLDS, number, 2)
    newest = studies.out_of_fold(connection, found[0].id) if found else None
    if number is None or newest is None:
        return None
    split = splits.get(connection, number)
    now = {row.key: row for row in labelled(connection, split)}
    order = _outputs(found[0])
    weighed = _weighed(newest.keys, newest.probabilities, order, now)
    tested = _tested(connection, split)
    if tested is not None:
        weighed += _weighed(tested[0].keys, tested[0].probabilities, tested[1], now)
    vouched = judgements.vouched(connection)
    rows = [row for row in weighed if (row.key, row.label_id) not in vouched]
    return SuspectList(
        rows=tuple(sorted(rows, key=lambda row: row.score)),
        is_current=found[0].fingerprint == fingerprint_in(connection, split),
        has_test=tested is not None,
        change=_change(connection, found, newest, now),
        made_at=found[0].made_at,
    )


def fix_of(connection: Reader, image_id: int, key: bytes, label_id: int) -> Command:
    """Return the command that gives a frame, by its content key, another label: its picture's, or one of its own.

    Raises:
        ItemUnknown: the frame is not there any more.
    """
    image = ImageId(image_id)
    there = frames.framing_of(connection, image)
    sha256, _kind, width, height = images.original_of(connection, image)
    cut = [None if one.frame.is_whole(width, height) else one.frame for one in there.frames] or [None]
    at = next((place for place, frame in enumerate(cut) if Content(sha256, frame).key() == key), None)
    if at is None:
        raise ItemUnknown("frame of picture", image_id)
    if len(there.frames) < 2 and not any(frame.label_id for frame in there.frames):
        return LabelImages((int(image),), label_id)
    changed = tuple(
        replace(frame, label_id=LabelId(label_id)) if place == at else frame for place, frame in enumerate(there.frames)
    )
    return SetFrames(int(image), changed, there.accepted)


def _outputs(study: Study) -> tuple[int, ...]:
    labels = getattr(study.found, "labels", ())
    return tuple(label for label, _name in labels)


def _weighed(
    keys: tuple[bytes, ...],
    probabilities: np.ndarray[tuple[int, int], np.dtype[np.float32]],
    outputs: tuple[int, ...],
    now: dict[bytes, SampleRow],
) -> list[Suspected]:
    index = {label: at for at, label in enumerate(outputs)}
    there = [at for at, key in enumerate(keys) if key in now and now[key].label_id in index]
    labels = np.array([index[now[keys[at]].label_id] for at in there], np.int32)
    found = []
    for one in suspects(labels, probabilities[there].reshape(len(there), -1)):
        row = now[keys[there[one.row]]]
        found.append(
            Suspected(
                image_id=int(row.image_id),
                key=row.key,
                file=row.file,
                label_id=row.label_id,
                suggested_id=outputs[one.suggested],
                fits=one.fits,
                score=one.score,
                is_suspected=one.is_suspected,
                part=row.part or Part.TRAIN,
            )
        )
    return found


def _tested(connection: Reader, split: Split) -> tuple[Judged, tuple[int, ...]] | None:
    """Return what the last tested run said of the test part, and its outputs; None while it is sealed."""
    done = judgements.openings(connection, split.id)
    for opening in reversed(done):
        last = judgements.latest(connection, RunId(opening.run_id))
        if last is not None and last.judged is not None:
            return last.judged, tuple(label for label, _name in runs.get(connection, opening.run_id).labels)
    return None


def _change(
    connection: Reader, found: tuple[Study, ...], newest: OutOfFold, now: dict[bytes, SampleRow]
) -> PairedChange | None:
    before = studies.out_of_fold(connection, found[1].id) if len(found) > 1 else None
    if before is None:
        return None
    first = _right(before, _outputs(found[1]), now)
    second = _right(newest, _outputs(found[0]), now)
    both = [key for key in second if key in first]
    return paired(
        np.array([first[key] for key in both], np.bool_),
        np.array([second[key] for key in both], np.bool_),
    )


def _right(judged: OutOfFold, outputs: tuple[int, ...], now: dict[bytes, SampleRow]) -> dict[bytes, bool]:
    """Say of each frame that is still there whether it was taken for what its label is now."""
    said = judged.probabilities.argmax(1)
    return {key: outputs[int(said[at])] == now[key].label_id for at, key in enumerate(judged.keys) if key in now}
