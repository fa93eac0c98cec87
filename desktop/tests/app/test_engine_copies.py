"""What a run learns from, on the way to workers that cannot read the project."""

from __future__ import annotations

import importlib.util
import tarfile
from dataclasses import replace
from pathlib import Path

import pytest
from app.folders import fill

from winnow.app.engine.choice import Cluster, NotElsewhere, cluster_of
from winnow.app.engine.copies import copied, placed
from winnow.domain.recipe import OwnNetwork, RecipeKind, default_recipe
from winnow.training.samples import Sample
from winnow.training.spec import TrainingSpec

pytestmark = pytest.mark.skipif(
    any(importlib.util.find_spec(name) is None for name in ("ray", "fsspec")),
    reason="Ray or fsspec is not installed (extra 'cluster')",
)


@pytest.fixture
def spec(tmp_path: Path) -> TrainingSpec:
    files = fill(tmp_path / "originals", 5)
    train = (*[Sample(file, None, at % 2, at) for at, file in enumerate(files[:3])], Sample(files[0], None, 1, 9))
    valid = tuple(Sample(file, None, at % 2, 10 + at) for at, file in enumerate(files[3:]))
    return TrainingSpec(default_recipe(RecipeKind.SCRATCH), train, valid, 2, tmp_path / "run")


def test_originals_go_as_tar_shards_through_a_shared_folder_each_once(spec: TrainingSpec, tmp_path: Path) -> None:
    cluster = cluster_of(f"ray://10.0.0.7:10001?storage={tmp_path / 'shared'}")
    assert cluster == Cluster("ray://10.0.0.7:10001", storage=str(tmp_path / "shared"))
    (tmp_path / "shared").mkdir()
    copies = copied(None, spec, cluster.storage)
    (shard,) = (tmp_path / "shared").iterdir()
    with tarfile.open(shard) as packed:
        assert sorted(packed.getnames()) == sorted({one.path.name for one in (*spec.train, *spec.valid)})
    written = shard.stat().st_mtime_ns
    copied(None, spec, cluster.storage)
    assert [one.stat().st_mtime_ns for one in (tmp_path / "shared").iterdir()] == [written], "not written again"

    worker = tmp_path / "worker"
    worker.mkdir()
    there = placed(spec, copies, worker)
    for mine, theirs in zip((*spec.train, *spec.valid), (*there.train, *there.valid), strict=True):
        assert theirs.path.is_relative_to(worker)
        assert theirs.path.read_bytes() == mine.path.read_bytes()
        assert replace(theirs, path=mine.path) == mine


def test_code_of_the_persons_own_does_not_leave(spec: TrainingSpec, tmp_path: Path) -> None:
    own = OwnNetwork(tmp_path / "net.py", "Net", "0" * 64)
    with pytest.raises(NotElsewhere, match="not sent to other machines"):
        copied(None, replace(spec, recipe=replace(spec.recipe, own=own)), str(tmp_path))
