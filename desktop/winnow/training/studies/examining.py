"""A run taken to the doctor: what it says of valid, what its pictures say of labels and parts."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from winnow.base.outcomes import Tick
from winnow.domain.diagnosis import Diagnoses
from winnow.domain.run import EpochDone
from winnow.training.evaluation import Predictions, predict
from winnow.training.spec import TrainingSpec
from winnow.training.squares import mean_of_squares
from winnow.training.studies.data_facts import neighbour_agreement, parts_auc
from winnow.training.studies.doctor import RunFacts, diagnose, highest_loss, rates_of


@dataclass(frozen=True, slots=True, eq=False)
class Patient:
    """A run as it is stored; *steps* are (n, 4): step, loss, accuracy, rate."""

    epochs: tuple[EpochDone, ...]
    steps: npt.NDArray[np.float64]
    rate: float
    has_failed: bool
    weights: Path | None
    """The folder of its weights, None where it has none."""


def examine(spec: TrainingSpec, patient: Patient) -> Generator[object, None, None]:
    """Yield `Tick` and at last `Diagnoses`; *spec* has what the run learned from, with features if there are any."""
    sizes = [np.bincount([one.label for one in some], minlength=spec.classes) for some in (spec.train, spec.valid)]
    said = neighbours = auc = None
    if patient.weights is not None:
        for event in predict(patient.weights, spec.valid):
            if isinstance(event, Predictions):
                said = tuple(np.bincount(event.said, minlength=spec.classes).tolist())
            yield Tick()
    if spec.features is not None:
        train, valid = (mean_of_squares(rows) for rows in spec.features)
        neighbours = neighbour_agreement(train, np.array([one.label for one in spec.train], np.int64))
        yield Tick()
        auc = parts_auc(train, valid)
        yield Tick()
    facts = RunFacts(
        epochs=patient.epochs,
        epoch_rates=rates_of(patient.steps, patient.epochs),
        rate=patient.rate,
        highest_loss=highest_loss(patient.steps, patient.epochs, patient.has_failed),
        train_sizes=tuple(sizes[0].tolist()),
        valid_sizes=tuple(sizes[1].tolist()),
        valid_said=said,
        neighbours=neighbours,
        parts_auc=auc,
    )
    yield Diagnoses(diagnose(facts))
