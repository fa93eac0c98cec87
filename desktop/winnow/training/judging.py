"""All that is said of a network's test: both levels, curves, calibration, and where it fails."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from winnow.base.outcomes import Progress, Steps
from winnow.domain.judgement import Breakdown, Calibration, ClassCurves, ClassFigures, Curve, Group, Judgement, Level
from winnow.domain.proportion import f1_interval, wilson
from winnow.training.calibration import Indices, Probabilities, Temperature, fitted_temperature, reliability, scaled
from winnow.training.evaluation import Confusion, Predictions, accuracy, confusion, per_class, predict
from winnow.training.samples import Sample

_MOST_POINTS = 200


@dataclass(frozen=True, slots=True)
class Grouping:
    """By what frames are told apart to see where it fails: *kind*, and a name for each frame, "" for none."""

    kind: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Verdict:
    """A judgement with what was said of each test frame, (n, classes)."""

    judgement: Judgement
    probabilities: Probabilities


def judge_run(
    folder: Path,
    test: Sequence[Sample],
    valid: Sequence[Sample],
    labels: Sequence[str],
    groupings: Sequence[Grouping] = (),
    device: str = "auto",
) -> Generator[object, None, None]:
    """Yield `Progress` in "test samples", then in "valid samples", and at last the `Verdict` on the run in *folder*.

    Raises:
        ModelUnreadable, DeviceMissing, SampleUnreadable: as they say.
    """
    for event in predict(folder, (*test, *valid), device=device):
        if isinstance(event, Progress):
            yield from _by_part(event, len(test), len(valid))
        if not isinstance(event, Predictions):
            continue
        said, held_out = event.probabilities[: len(test)], event.probabilities[len(test) :]
        temperature, truth = None, _truth(valid)
        if len(valid):
            temperature = fitted_temperature(truth, held_out), len(valid)
        images = np.array([sample.image_id for sample in test], np.int64)
        yield Verdict(judged(labels, _truth(test), said, images, temperature, groupings), said)


def _by_part(progress: Progress, test: int, valid: int) -> Steps:
    """Yield how far each part is: valid is predicted after test, and the one is no part of the other."""
    yield Progress(min(progress.done, test), test, "test samples")
    if progress.done > test:
        yield Progress(progress.done - test, valid, "valid samples")


def judged(
    labels: Sequence[str],
    truth: Indices,
    said: Probabilities,
    images: Indices,
    temperature: tuple[Temperature, int] | None = None,
    groupings: Sequence[Grouping] = (),
) -> Judgement:
    """Judge what was said.

    Args:
        labels: Names of the outputs.
        truth: (n,) class indices.
        said: (n, classes) probabilities.
        images: (n,) the frames' pictures.
        temperature: Fitted on so many held-out samples.
        groupings: By what to look where it fails.
    """
    votes = voted(truth, said, images)
    return Judgement(
        labels=tuple(labels),
        frames=level(labels, truth, said, temperature),
        pictures=level(labels, votes.truth, votes.said, temperature),
        divided_pictures=votes.divided,
        breakdowns=tuple(_breakdown(one, truth, said.argmax(1)) for one in groupings),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Votes:
    """A row a picture whose frames agree in their label; *divided* pictures do not."""

    images: Indices
    truth: Indices
    said: Probabilities
    divided: int


def voted(truth: Indices, said: Probabilities, images: Indices) -> Votes:
    """Let the frames of each picture vote by their mean probability; a picture of one frame stays as it is."""
    numbers, of = np.unique(images, return_inverse=True)
    count = np.bincount(of, minlength=len(numbers))
    sums = np.zeros((len(numbers), said.shape[1]), np.float64)
    np.add.at(sums, of, said)
    first = np.full(len(numbers), -1, np.int64)
    first[of[::-1]] = truth[::-1]
    agree = np.ones(len(numbers), np.bool_)
    np.logical_and.at(agree, of, first[of] == truth)
    mean = (sums / np.maximum(count, 1)[:, None]).astype(np.float32)
    return Votes(numbers[agree], first[agree], mean[agree], int(np.count_nonzero(~agree)))


def level(
    labels: Sequence[str], truth: Indices, said: Probabilities, temperature: tuple[Temperature, int] | None
) -> Level:
    """Return everything that is said of rows of one kind."""
    counts = confusion(truth, said.argmax(1).astype(np.int64), len(labels))
    share, interval = accuracy(counts)
    classes = _class_figures(counts, labels)
    recalls = [one.recall for one in classes if one.n]
    return Level(
        n=len(truth),
        right=sum(row[at] for at, row in enumerate(counts)),
        accuracy=share,
        interval=interval,
        balanced_accuracy=sum(recalls) / len(recalls) if recalls else 0.0,
        confusion=counts,
        classes=classes,
        curves=tuple(_curves(name, truth == at, said[:, at]) for at, name in enumerate(labels)),
        reliability=reliability(truth, said),
        calibration=None if temperature is None else _calibration(truth, said, *temperature),
    )


def _class_figures(counts: Confusion, labels: Sequence[str]) -> tuple[ClassFigures, ...]:
    table = np.array(counts, np.int64)
    found = []
    for at, row in enumerate(per_class(counts, labels)):
        right = int(table[at, at])
        interval = f1_interval(right, int(table[:, at].sum()) - right, int(table[at].sum()) - right)
        found.append(ClassFigures(**row, f1_interval=interval))
    return tuple(found)


def _calibration(truth: Indices, said: Probabilities, temperature: Temperature, fitted_on: int) -> Calibration:
    return Calibration(
        temperature.value, fitted_on, temperature.is_vague, reliability(truth, scaled(said, temperature.value))
    )


def _curves(label: str, is_it: np.ndarray[tuple[int], np.dtype[np.bool_]], score: Probabilities) -> ClassCurves:
    from sklearn.metrics import auc, average_precision_score, precision_recall_curve, roc_curve

    if not is_it.any() or is_it.all():
        return ClassCurves(label, (), None, (), None)
    false_rate, true_rate, _ = roc_curve(is_it, score)
    precision, recall, _ = precision_recall_curve(is_it, score)
    return ClassCurves(
        label,
        _thinned(false_rate, true_rate),
        float(auc(false_rate, true_rate)),
        _thinned(recall[::-1], precision[::-1]),
        float(average_precision_score(is_it, score)),
    )


def _thinned(x: Probabilities, y: Probabilities) -> Curve:
    kept = np.unique(np.linspace(0, len(x) - 1, min(len(x), _MOST_POINTS)).round().astype(np.int64))
    return tuple((float(x[at]), float(y[at])) for at in kept)


def _breakdown(grouping: Grouping, truth: Indices, said: Indices) -> Breakdown:
    right = truth == said
    names = np.array(grouping.names, object)
    groups = []
    for name in dict.fromkeys(grouping.names):
        inside = names == name
        n, good = int(np.count_nonzero(inside)), int(np.count_nonzero(inside & right))
        groups.append(Group(name, n, good, wilson(good, n)))
    return Breakdown(grouping.kind, tuple(sorted(groups, key=lambda one: (one.right / one.n, -one.n))))


def _truth(samples: Sequence[Sample]) -> Indices:
    return np.array([sample.label for sample in samples], np.int64)
