"""The runs that can be tested, what may be known before looking, and what looking showed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from winnow.app.queries.samples import SampleRow, fingerprint_of, fingerprints_in, labelled
from winnow.app.queries.suspects import SuspectList, suspect_list
from winnow.domain.cluster import NOISE
from winnow.domain.ids import RunId
from winnow.domain.judgement import Opening
from winnow.domain.label import Label
from winnow.domain.pairing import PairedChange, paired
from winnow.domain.run import Run, RunState, TestResult
from winnow.domain.split import Part, Split, leaks
from winnow.domain.study import FoldsFound, StudyKind
from winnow.store import clusterings, frames, judgements, labels, runs, sources, splits, studies
from winnow.store.database import Reader

_SIZES = (64, 128, 256, 512, 1024)


@dataclass(frozen=True, slots=True)
class TestableRun:
    """A run with weights."""

    __test__ = False  # not a test class, whatever pytest thinks

    run: Run
    test_images: int
    openings: int
    """Looks at the test part of its split, by any run."""
    result: TestResult | None
    out_of_date: bool
    """Pictures, frames or labels have changed since it was trained."""


@dataclass(frozen=True, slots=True)
class TestFrame:
    """A frame of the test part, opened: what it is and what was said."""

    __test__ = False

    row: int
    """Its place in `Opening.judged`."""
    image_id: int
    key: bytes
    file: str
    frame: int
    """Its number among the picture's frames, from 1."""
    label_id: int | None
    """As it is now; None where it is not there any more."""
    truth: int
    said: int
    probability: float
    """Of what was said."""
    cluster: int | None
    """From 1."""


@dataclass(frozen=True, slots=True)
class Folds:
    """The folds of the split, as a study found them."""

    found: FoldsFound
    network: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Leaks:
    """What the test part shares with what is learned from: groups, and frames of the very same content."""

    groups: int
    frames: int


@dataclass(frozen=True, slots=True, eq=False)
class TestView:
    """Everything that Test shows of the run *chosen*; *opening* is its newest look that came to its end."""

    __test__ = False

    runs: tuple[TestableRun, ...]
    chosen: TestableRun | None
    labels: tuple[Label, ...]
    openings: tuple[tuple[str, str], ...] = ()
    """(time, name of the run) of every look at the split's test part, first one first."""
    test_per_label: tuple[tuple[str, int], ...] = ()
    split_made_at: str = ""
    split_seed: int = 0
    leaks: Leaks = Leaks(0, 0)
    is_best_on_valid: bool = False
    folds: Folds | None = None
    suspects: SuspectList | None = None
    opening: Opening | None = None
    frames: tuple[TestFrame, ...] = ()
    """Of the opening, in the order of its rows."""


def testable_runs(connection: Reader) -> tuple[TestableRun, ...]:
    """Return the ended runs that have an epoch behind them, newest first."""
    ended = [run for run in runs.all_runs(connection) if run.epochs and run.state is not RunState.RUNNING]
    used = {number: splits.get(connection, number) for number in dict.fromkeys(run.split_id for run in ended)}
    fingerprints = dict(zip(used, fingerprints_in(connection, used.values()), strict=True))
    openings = {number: len(splits.openings(connection, number)) for number in used}
    return tuple(
        TestableRun(
            run,
            used[run.split_id].count(Part.TEST),
            openings[run.split_id],
            splits.latest_result(connection, run.id),
            run.fingerprint != fingerprints[run.split_id],
        )
        for run in ended
    )


def view_of_test(connection: Reader, run_id: int = 0) -> TestView:
    """Return what Test shows of a run, by default of the best on valid; nothing of a sealed test part but counts."""
    there = testable_runs(connection)
    named = tuple(labels.all_labels(connection))
    if not there:
        return TestView((), None, named)
    best = best_on_valid(there)
    chosen = next((one for one in there if one.run.id == run_id), best)
    split = splits.get(connection, chosen.run.split_id)
    rows = labelled(connection, split)
    opening = judgements.latest(connection, chosen.run.id)
    names = {one.run.id: one.run.name for one in there}
    return TestView(
        runs=there,
        chosen=chosen,
        labels=named,
        openings=tuple((at, names.get(run, str(run))) for at, run in splits.openings(connection, split.id)),
        test_per_label=_per_label(named, rows),
        split_made_at=splits.made_at(connection, split.id),
        split_seed=split.seed,
        leaks=_leaks(split, rows),
        is_best_on_valid=chosen.run.id == best.run.id,
        folds=_folds(connection, split, rows),
        suspects=suspect_list(connection, split.id),
        opening=opening,
        frames=() if opening is None else _frames(connection, opening, rows),
    )


def latest_opening(connection: Reader, run_id: RunId) -> Opening | None:
    """Return the newest look at test for a run with all that it showed; None before there is one."""
    return judgements.latest(connection, run_id)


def best_on_valid(there: tuple[TestableRun, ...]) -> TestableRun:
    """Return the run that leads on its valid part, the newest of equals.

    One that is out of date, or looked at a fold, comes only where there is no other.
    """
    whole = [one for one in there if one.run.fold is None] or list(there)
    whole = [one for one in whole if not one.out_of_date] or whole
    return max(whole, key=lambda one: one.run.best_valid_accuracy or 0.0)


def compared(connection: Reader, first: RunId, second: RunId) -> PairedChange | None:
    """Return what two opened runs of one split differ by on the frames that both judged; None: not both are opened."""
    found = []
    for run_id in (first, second):
        opening = judgements.latest(connection, run_id)
        if opening is None or opening.judged is None:
            return None
        judged = opening.judged
        right = judged.said == judged.truth
        found.append((opening.split_id, {key: bool(right[at]) for at, key in enumerate(judged.keys)}))
    if found[0][0] != found[1][0]:
        return None
    both = [key for key in found[0][1] if key in found[1][1]]
    one, other = (np.array([rights[key] for key in both], np.bool_) for _split, rights in found)
    return paired(one, other)


def groupings_of(connection: Reader, rows: list[SampleRow]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return by what the frames *rows* are told apart to see where a run fails: (kind, a name for each)."""
    images = [int(row.image_id) for row in rows]
    clusters = _clusters(connection)
    named = {source.id: source.name for source in sources.all_sources(connection)}
    facts = {
        row[0]: (named.get(row[1], ""), min(row[2], row[3]))
        for row in connection.execute("SELECT id, source_id, width, height FROM image WHERE state <> 'fell_out'")
    }
    sides = [facts[row.image_id][1] if row.frame is None else min(row.frame.size) for row in rows]
    found = [
        ("source", tuple(facts[image][0] for image in images)),
        ("size", tuple(_size_name(side) for side in sides)),
    ]
    if clusters:
        found.insert(0, ("cluster", tuple(str(clusters.get(image, "")) for image in images)))
    return tuple(found)


def _size_name(side: int) -> str:
    above = [edge for edge in _SIZES if side >= edge]
    if not above:
        return f"< {_SIZES[0]}"
    at = len(above)
    return f"≥ {_SIZES[-1]}" if at == len(_SIZES) else f"{above[-1]}–{_SIZES[at] - 1}"


def _clusters(connection: Reader) -> dict[int, int]:
    """Return the cluster of each picture, from 1, of the clustering that is shown."""
    clustering = clusterings.current(connection)
    if clustering is None:
        return {}
    pairs = zip(clustering.ids.tolist(), clustering.clusters.tolist(), strict=True)
    return {image: cluster + 1 for image, cluster in pairs if cluster != NOISE}


def _per_label(named: tuple[Label, ...], rows: list[SampleRow]) -> tuple[tuple[str, int], ...]:
    counts = Counter(row.label_id for row in rows if row.part is Part.TEST)
    return tuple((label.name, counts[label.id]) for label in named if counts[label.id])


def _leaks(split: Split, rows: list[SampleRow]) -> Leaks:
    learned = {row.key for row in rows if row.part in (Part.TRAIN, Part.VALID)}
    return Leaks(leaks(split), sum(row.part is Part.TEST and row.key in learned for row in rows))


def _folds(connection: Reader, split: Split, rows: list[SampleRow]) -> Folds | None:
    found = studies.recent(connection, StudyKind.FOLDS, split.id, 1)
    if not found or not isinstance(found[0].found, FoldsFound):
        return None
    study = found[0]
    return Folds(found[0].found, study.settings.recipe.network, study.fingerprint == fingerprint_of(rows))


def _frames(connection: Reader, opening: Opening, rows: list[SampleRow]) -> tuple[TestFrame, ...]:
    if opening.judged is None:
        return ()
    judged, clusters = opening.judged, _clusters(connection)
    now = {row.key: row for row in rows}
    framed = frames.all_frames(connection)
    files = dict(connection.execute("SELECT id, file FROM image"))
    said = judged.said
    found = []
    for row, (key, image) in enumerate(zip(judged.keys, judged.images.tolist(), strict=True)):
        there = now.get(key)
        own = [one.frame for one in framed.get(image, ())]
        number = own.index(there.frame) + 1 if there is not None and there.frame in own else 1
        found.append(
            TestFrame(
                row=row,
                image_id=image,
                key=key,
                file=files.get(image, ""),
                frame=number,
                label_id=None if there is None else there.label_id,
                truth=int(judged.truth[row]),
                said=int(said[row]),
                probability=float(judged.probabilities[row, said[row]]),
                cluster=clusters.get(image),
            )
        )
    return tuple(found)
