"""Training runs with their curves."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from winnow.base.clock import now_utc
from winnow.base.codec import from_json, to_json
from winnow.domain.changes import Topic
from winnow.domain.diagnosis import Diagnoses
from winnow.domain.ids import RunId, SplitId
from winnow.domain.recipe import Recipe
from winnow.domain.run import EpochDone, Prepared, Run, RunState, StepDone
from winnow.store.database import Tx
from winnow.store.errors import ItemUnknown


@dataclass(frozen=True, slots=True)
class RunLabels:
    """The labels of a run in the order of the network's outputs, as (id, name)."""

    pairs: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class _Notes:
    texts: tuple[str, ...]


def add(
    tx: Tx,
    name: str,
    recipe: Recipe,
    split_id: SplitId,
    labels: RunLabels,
    fingerprint: str,
    fold: int | None = None,
) -> RunId:
    """Record a run that is about to start; an empty *name* becomes 'run-NN'."""
    text, now = to_json(recipe), now_utc()
    cursor = tx.connection.execute(
        "INSERT INTO run (name, recipe, split_id, labels, fingerprint, state, made_at, fold)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (name, text, split_id, to_json(labels), fingerprint, RunState.RUNNING.value, now, fold),
    )
    run_id = RunId(cursor.lastrowid or 0)
    if not name:
        tx.connection.execute("UPDATE run SET name = ? WHERE id = ?", (f"run-{run_id:02d}", run_id))
    tx.touch(Topic.RUNS)
    return run_id


def record(
    tx: Tx,
    run_id: RunId,
    prepared: Prepared | None,
    steps: Sequence[StepDone],
    epochs: Sequence[EpochDone],
    seconds: float,
) -> None:
    """Store a batch of what a running run reported."""
    if prepared is not None:
        tx.connection.execute("UPDATE run SET prepared = ? WHERE id = ?", (to_json(prepared), run_id))
    tx.connection.executemany(
        "INSERT OR REPLACE INTO run_step (run_id, step, loss, accuracy, learning_rate) VALUES (?, ?, ?, ?, ?)",
        [(run_id, step.step, step.loss, step.accuracy, step.learning_rate) for step in steps],
    )
    tx.connection.executemany(
        "INSERT OR REPLACE INTO run_epoch (run_id, epoch, report) VALUES (?, ?, ?)",
        [(run_id, epoch.epoch, to_json(epoch)) for epoch in epochs],
    )
    tx.connection.execute("UPDATE run SET seconds = ? WHERE id = ?", (seconds, run_id))
    if epochs:
        tx.touch(Topic.RUNS)


def begin_again(tx: Tx, run_id: RunId) -> None:
    """Set a run that goes on to running; what the doctor said of it was of another run."""
    tx.connection.execute(
        "UPDATE run SET state = ?, error = '', diagnoses = NULL WHERE id = ?", (RunState.RUNNING.value, run_id)
    )
    tx.touch(Topic.RUNS)


def cut_back(tx: Tx, run_id: RunId, epochs: int, steps: int) -> None:
    """Forget what a run reported after its first *epochs* and *steps*: it does that part again."""
    tx.connection.execute("DELETE FROM run_epoch WHERE run_id = ? AND epoch > ?", (run_id, epochs))
    tx.connection.execute("DELETE FROM run_step WHERE run_id = ? AND step > ?", (run_id, steps))
    tx.touch(Topic.RUNS)


def note(tx: Tx, run_id: RunId, text: str) -> None:
    """Add to what a run told the person."""
    tx.connection.execute("UPDATE run SET notes = json_insert(notes, '$[#]', ?) WHERE id = ?", (text, run_id))


def keep_diagnoses(tx: Tx, run_id: RunId, found: Diagnoses) -> None:
    """Keep what the doctor says of a run, in the place of what it said before."""
    tx.connection.execute("UPDATE run SET diagnoses = ? WHERE id = ?", (to_json(found), run_id))
    tx.touch(Topic.RUNS)


def end(tx: Tx, run_id: RunId, state: RunState, error: str = "") -> None:
    """Set how the run ended."""
    tx.connection.execute("UPDATE run SET state = ?, error = ? WHERE id = ?", (state.value, error, run_id))
    tx.touch(Topic.RUNS)


def interrupt_orphans(tx: Tx) -> None:
    """Mark as interrupted what a killed program left running."""
    tx.connection.execute("UPDATE run SET state = 'interrupted' WHERE state = 'running'")


def rename(tx: Tx, run_id: RunId, name: str) -> str:
    """Name a run; return the old name."""
    old = get(tx.connection, run_id).name
    tx.connection.execute("UPDATE run SET name = ? WHERE id = ?", (name, run_id))
    tx.touch(Topic.RUNS)
    return old


def set_hidden(tx: Tx, run_ids: Sequence[RunId], hidden: bool) -> tuple[RunId, ...]:
    """Take runs out of the table, or bring them back; return those that changed.

    Their weights stay until the person empties the deleted runs.

    Raises:
        ItemUnknown: there is no run of one of the numbers.
    """
    changed = []
    for run_id in run_ids:
        row = tx.connection.execute("SELECT hidden FROM run WHERE id = ?", (run_id,)).fetchone()
        if row is None:
            raise ItemUnknown("run", run_id)
        if bool(row[0]) is not hidden:
            tx.connection.execute("UPDATE run SET hidden = ? WHERE id = ?", (int(hidden), run_id))
            changed.append(run_id)
    tx.touch(Topic.RUNS)
    return tuple(changed)


def deleted(connection: sqlite3.Connection) -> list[RunId]:
    """Return the runs that are out of the table and do not train any more."""
    found = connection.execute("SELECT id FROM run WHERE hidden = 1 AND state <> 'running' ORDER BY id")
    return [RunId(row[0]) for row in found]


def all_runs(connection: sqlite3.Connection) -> list[Run]:
    """Return the runs of the table, newest first."""
    epochs: dict[int, list[EpochDone]] = {}
    for run_id, report in connection.execute("SELECT run_id, report FROM run_epoch ORDER BY run_id, epoch"):
        epochs.setdefault(run_id, []).append(from_json(EpochDone, report))
    rows = connection.execute(f"{_SELECT} WHERE hidden = 0 ORDER BY id DESC")
    return [_run(row, tuple(epochs.get(row[0], ()))) for row in rows]


def get(connection: sqlite3.Connection, run_id: RunId) -> Run:
    """Return one run.

    Raises:
        ItemUnknown: there is none of this number.
    """
    row = connection.execute(f"{_SELECT} WHERE id = ?", (run_id,)).fetchone()
    if row is None:
        raise ItemUnknown("run", run_id)
    reports = connection.execute("SELECT report FROM run_epoch WHERE run_id = ? ORDER BY epoch", (run_id,))
    return _run(row, tuple(from_json(EpochDone, report[0]) for report in reports))


def curve(connection: sqlite3.Connection, run_id: RunId) -> npt.NDArray[np.float64]:
    """Return a run's steps, (n, 4) float64: step, loss, accuracy, learning rate."""
    rows = connection.execute(
        "SELECT step, loss, accuracy, learning_rate FROM run_step WHERE run_id = ? ORDER BY step", (run_id,)
    ).fetchall()
    return np.array(rows, np.float64).reshape(-1, 4)


_SELECT = (
    "SELECT id, name, recipe, split_id, labels, fingerprint, state, error, seconds, prepared, made_at, fold, notes,"
    " hidden, diagnoses FROM run"
)


def _run(row: tuple[object, ...], epochs: tuple[EpochDone, ...]) -> Run:
    best = next((one for one in reversed(epochs) if one.is_best), None)
    prepared = None if row[9] is None else from_json(Prepared, str(row[9]))
    return Run(
        id=RunId(int(str(row[0]))),
        name=str(row[1]),
        recipe=from_json(Recipe, str(row[2])),
        split_id=SplitId(int(str(row[3]))),
        state=RunState(row[6]),
        created=str(row[10]),
        seconds=float(str(row[8])),
        best_epoch=best.epoch if best else 0,
        best_valid_accuracy=best.valid_accuracy if best else None,
        valid_samples=prepared.valid_samples if prepared else 0,
        labels=from_json(RunLabels, str(row[4])).pairs,
        error=str(row[7]),
        fingerprint=str(row[5]),
        epochs=epochs,
        fold=None if row[11] is None else int(str(row[11])),
        notes=from_json(_Notes, f'{{"texts":{row[12]}}}').texts,
        is_deleted=bool(row[13]),
        diagnoses=None if row[14] is None else from_json(Diagnoses, str(row[14])),
    )
