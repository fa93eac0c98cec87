"""One run in its child process, recorded as it goes; on the processor where its device is lost."""

from __future__ import annotations

import time
from collections.abc import Generator
from dataclasses import replace

from winnow.app.children import in_child
from winnow.app.engine.choice import cluster_of, is_cluster
from winnow.app.engine.training import trained_on
from winnow.app.session import Session
from winnow.base.outcomes import Note, Steps
from winnow.domain.ids import RunId
from winnow.domain.recipe import RecipeKind
from winnow.domain.run import DeviceLost, EpochDone, Prepared, Restored, RunState, StepDone
from winnow.store import runs
from winnow.training.spec import TrainingSpec

_RECORD_S = 0.5


def run_training(spec: TrainingSpec) -> Steps:
    """Import torch and train; what the child process runs."""
    from winnow.training.loop import train

    yield from train(spec)


def recorded(session: Session, run_id: RunId, spec: TrainingSpec, seconds_before: float = 0.0) -> Steps:
    """Train by *spec* as the run *run_id*; yield its events, and store them and how it ended."""
    state, error = RunState.STOPPED, ""
    pending = _Pending(session, run_id, seconds_before)
    try:
        for event in _on_some_device(spec):
            pending.add(event)
            yield event
        state = RunState.DONE
    except Exception as failure:
        state, error = RunState.FAILED, str(failure)
        raise
    finally:
        try:
            pending.flush()
        except BaseException as failure:
            state, error = RunState.FAILED, error or str(failure)
            raise
        finally:
            if state is RunState.STOPPED and not pending.has_epochs:
                error = _words_of_early_stop((spec.folder / "best.safetensors").is_file())
            session.record(lambda tx: runs.end(tx, run_id, state, error)).result()


def _words_of_early_stop(has_weights: bool) -> str:
    words = "It was stopped before its first epoch ended, so nothing was looked at in valid yet. "
    if has_weights:
        return words + "The weights as they were then are kept."
    return words + "There are no weights yet: go on with it, or train a new run."


def _on_some_device(spec: TrainingSpec) -> Generator[object, None, None]:
    if is_cluster(spec.recipe.device):
        yield from _on_cluster(spec)
        return
    lost: DeviceLost | None = None
    for event in in_child(run_training, spec):
        if isinstance(event, DeviceLost):
            lost = event
        else:
            yield event
    if lost is None:
        return
    # The failed process is over: nothing that it had can be used again but its last checkpoint.
    yield Note(f"{lost.device} failed ({lost.why}). The run goes on from its last epoch on the processor.")
    yield from in_child(run_training, replace(spec, recipe=replace(spec.recipe, device="cpu"), goes_on=True))


def _on_cluster(spec: TrainingSpec) -> Generator[object, None, None]:
    cluster = cluster_of(spec.recipe.device)
    if spec.recipe.kind is RecipeKind.QUICK or cluster is None:
        # Seconds of work: to hand it out would take longer.
        yield Note("Quick trains a head on stored features, which this machine does in seconds: no cluster is used.")
        yield from in_child(run_training, replace(spec, recipe=replace(spec.recipe, device="cpu")))
        return
    yield from trained_on(cluster, spec)


class _Pending:
    """What a run reported and is not stored yet."""

    def __init__(self, session: Session, run_id: RunId, seconds_before: float) -> None:
        self._session, self._run_id = session, run_id
        self._began = time.monotonic() - seconds_before
        self._prepared: Prepared | None = None
        self._steps: list[StepDone] = []
        self._epochs: list[EpochDone] = []
        self._stored_at = time.monotonic()
        self.has_epochs = False

    def add(self, event: object) -> None:
        if isinstance(event, Prepared):
            self._begin(event)
        elif isinstance(event, Restored):
            self._epochs.extend(event.epochs)
            self._steps.extend(event.steps)
        elif isinstance(event, StepDone):
            self._steps.append(event)
        elif isinstance(event, EpochDone):
            self._epochs.append(event)
            self.has_epochs = True
        elif isinstance(event, Note):
            text = event.text
            self._session.record(lambda tx: runs.note(tx, self._run_id, text))
        # An epoch is stored at once: a checkpoint of it may be on the disk, and a resumed run begins behind it.
        if isinstance(event, EpochDone) or time.monotonic() - self._stored_at > _RECORD_S:
            self.flush()

    def flush(self) -> None:
        now = time.monotonic()
        prepared, steps, epochs = self._prepared, self._steps, self._epochs
        self._prepared, self._steps, self._epochs, self._stored_at = None, [], [], now
        seconds = now - self._began
        self._session.record(lambda tx: runs.record(tx, self._run_id, prepared, steps, epochs, seconds)).result()

    def _begin(self, prepared: Prepared) -> None:
        self.flush()
        self._prepared, self.has_epochs = prepared, prepared.epochs_before > 0
        epochs, steps = prepared.epochs_before, prepared.epochs_before * prepared.steps_per_epoch
        self._session.record(lambda tx: runs.cut_back(tx, self._run_id, epochs, steps)).result()
