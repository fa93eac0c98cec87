"""The training doctor on a run of the project."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace

from winnow.app.children import in_child
from winnow.app.pipelines.studies import END_S, for_head, own_folder, spec_of
from winnow.app.pipelines.training import parts_of
from winnow.app.queries.samples import Subject, learnable_as_told
from winnow.app.session import Session
from winnow.base.errors import UserError
from winnow.base.outcomes import Steps
from winnow.domain.diagnosis import Diagnoses
from winnow.domain.ids import RunId
from winnow.domain.run import RunState
from winnow.domain.split import Split
from winnow.store import runs, splits
from winnow.store.runs import RunLabels
from winnow.training.spec import TrainingSpec
from winnow.training.studies.examining import Patient


class RunChanged(UserError):
    """What a run learned from is not there any more as it was, so nothing can be said of it."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            f"{name} cannot be examined: pictures, frames or labels changed since it learned from them. "
            "Train a new run."
        )


def diagnose(session: Session, run_id: RunId) -> Generator[object, None, None]:
    """Look at a run's history, at what it says of valid, and at the pictures it learned from; at last `Diagnoses`.

    They are kept with the run.

    Raises:
        ItemUnknown: there is no such run. RunChanged: see there.
    """
    run = session.ask(runs.get, run_id)
    split: Split = session.ask(splits.get, run.split_id)
    rows, fingerprint = session.ask(learnable_as_told, split)
    if fingerprint != run.fingerprint:
        raise RunChanged(run.name)
    subject = Subject(split, rows, RunLabels(run.labels), fingerprint)
    folder = session.layout.run(run_id)
    patient = Patient(
        epochs=run.epochs,
        steps=session.ask(runs.curve, run_id),
        rate=run.recipe.learning_rate,
        has_failed=run.state is RunState.FAILED,
        weights=folder if run.epochs and (folder / "best.safetensors").is_file() else None,
    )
    with own_folder() as beside:
        spec = yield from spec_of(session, subject, for_head(run.recipe), parts_of(split, rows, run.fold), beside)
        for event in in_child(_examine, replace(spec, recipe=run.recipe), patient, end_within_s=END_S):
            if isinstance(event, Diagnoses):
                _keep(session, run_id, event)
            yield event


def _keep(session: Session, run_id: RunId, found: Diagnoses) -> None:
    session.record(lambda tx: runs.keep_diagnoses(tx, run_id, found)).result()


def _examine(spec: TrainingSpec, patient: Patient) -> Steps:
    from winnow.training.studies.examining import examine

    yield from examine(spec, patient)
