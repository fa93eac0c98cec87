"""Studies are kept with their settings and results, and found again as they were."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from store.projects import fill, opened

from winnow.domain.ids import SplitId, StudyId
from winnow.domain.minima import MinimaFound, Restart, Slice, Surface
from winnow.domain.recipe import Recipe
from winnow.domain.run import EpochDone
from winnow.domain.study import (
    FoldResult,
    FoldSettings,
    FoldsRun,
    MinimaSettings,
    OutOfFold,
    Plane,
    StudyKind,
)
from winnow.store import studies
from winnow.store.database import Database
from winnow.store.errors import ItemUnknown

SURFACE = Surface((-1.0, 0.0), (0.0, 1.0), ((0.1, 0.2), (0.3, 0.4)), ((0.5, 0.6), (0.7, 0.8)), ((1.0, 0.0),), 0.9)
MINIMA = MinimaFound(
    (Restart(7, 0.1, 0.2, 0.9, 18, 3.5, 0.01, (0.0, 0.0), 0.0),),
    SURFACE,
    (Slice("7-8", (0.0, 1.0), (0.1, 0.2), (0.3, 0.4), 0.0, 0.41),),
    True,
    12,
    40,
    20,
    0.9,
    0.01,
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = opened(tmp_path, create=True)
    fill(made, 6)
    made.write(
        lambda tx: tx.connection.execute(
            "INSERT INTO split (ratios, seed, k_fold, ids, labels, groups, parts, folds, made_at)"
            " VALUES ('{}', 1, 0, x'', x'', x'', x'', x'', '')"
        )
    ).result()
    yield made
    made.close()


def test_a_study_comes_back_as_it_was_and_the_newest_of_its_kind_first(database: Database) -> None:
    settings = MinimaSettings(Recipe(), count=2, plane=Plane.PATH, points=5)
    first = database.write(lambda tx: studies.add(tx, settings, MINIMA, SplitId(1), "mark", 1.5)).result()
    second = database.write(lambda tx: studies.add(tx, settings, MINIMA, SplitId(1), "other", 2.5)).result()
    found = studies.get(database.read(), first)
    assert (found.kind, found.settings, found.found) == (StudyKind.MINIMA, settings, MINIMA)
    assert (found.split_id, found.fingerprint, found.seconds) == (1, "mark", 1.5)
    newest = studies.latest(database.read(), StudyKind.MINIMA)
    assert newest is not None
    assert newest.id == second
    assert studies.latest(database.read(), StudyKind.FOLDS) is None
    assert studies.out_of_fold(database.read(), first) is None
    with pytest.raises(ItemUnknown):
        studies.get(database.read(), StudyId(99))


def test_what_was_said_out_of_fold_is_kept_with_its_frames(database: Database) -> None:
    epoch = EpochDone(1, 2, 0.5, 0.6, 0.4, 0.7, 0.1, True)
    truth = np.array([0, 1, 1, 0], np.int32)
    said = np.array([[0.9, 0.1], [0.2, 0.8], [0.7, 0.3], [0.05, 0.95]], np.float32)
    results = tuple(FoldResult(fold, 1, 2, 0.4, (epoch,)) for fold in (0, 1))
    found = FoldsRun(results, said).found(truth, ((1, "cat"), (2, "dog")), 1)
    rows = OutOfFold(
        tuple(bytes([number] * 32) for number in range(4)),
        np.array([1, 2, 3, 4], np.int64),
        truth,
        np.array([0, 0, 1, 1], np.int8),
        said,
    )
    assert rows.mistakes().tolist() == [4, 3]  # the surest first
    study = database.write(
        lambda tx: studies.add(tx, FoldSettings(Recipe(), 2, 1), found, SplitId(1), "", 1.0, rows)
    ).result()
    kept = studies.out_of_fold(database.read(), study)
    assert kept is not None
    assert kept.keys == rows.keys
    for name in ("images", "labels", "folds", "probabilities"):
        assert np.array_equal(getattr(kept, name), getattr(rows, name))
    assert studies.get(database.read(), study).found == found
    assert found.per_label == ((1, 2), (1, 2))
