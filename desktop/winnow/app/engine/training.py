"""A run on a cluster: a team of workers that learn from a share of every batch each."""

from __future__ import annotations

import shutil
import socket
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from winnow.app.children import in_child
from winnow.app.engine.choice import Cluster, WorkerLost
from winnow.app.engine.cluster import connected, next_of, told
from winnow.app.engine.copies import Copies, copied, placed
from winnow.base.files import write_atomically
from winnow.base.outcomes import Note, Steps, Tick
from winnow.domain.run import EpochDone
from winnow.training.spec import TrainingSpec

_WAIT_S = 0.1
_PLACING_S = 60.0


@dataclass(frozen=True, slots=True)
class _RunFiles:
    """What a run wrote since it last told, by file name."""

    files: dict[str, bytes]


def trained_on(cluster: Cluster, spec: TrainingSpec) -> Generator[object, None, None]:
    """Train by *spec* on *cluster*; yield the events of `winnow.training.loop.train`.

    The batch is the recipe's and is divided among the workers, one a machine
    (one a core, of a cluster that is made here), so that the learning rate
    holds. After every epoch the run's files are written into its folder here:
    closed, the run can go on from its last whole epoch.

    Raises:
        ClusterUnreachable, WorkerLost: as they say. And what training raises.
    """
    yield from in_child(_trained, cluster, spec)


def _trained(cluster: Cluster, spec: TrainingSpec) -> Steps:
    with connected(cluster) as ray:
        from ray.util.placement_group import placement_group, remove_placement_group
        from ray.util.scheduling_strategies import PlacementGroupSchedulingStrategy

        bundles = _bundles(ray, cluster, spec.recipe.batch_size)
        yield Note(_team_words(len(bundles), spec.recipe.batch_size))
        # All of the team or none: half a team would wait for the other half.
        group = placement_group(bundles, strategy="PACK" if cluster.is_here else "SPREAD")
        try:
            if not group.wait(_PLACING_S):
                raise WorkerLost("the cluster has no room for all workers at once")
            members = [
                ray.remote(_Member)
                .options(
                    num_cpus=bundle["CPU"],
                    num_gpus=bundle.get("GPU", 0),
                    scheduling_strategy=PlacementGroupSchedulingStrategy(group, placement_group_bundle_index=at),
                )
                .remote()
                for at, bundle in enumerate(bundles)
            ]
            address = ray.get(members[0].address.remote())
            copies = None if cluster.is_here else copied(ray, spec, cluster.storage)
            begun = _files_in(spec.folder)
            streams = [
                member.train.options(num_returns="streaming").remote(
                    spec, copies, begun, rank, len(members), int(bundles[rank]["CPU"]), address
                )
                for rank, member in enumerate(members)
            ]
            yield from _heard(ray, streams, spec.folder)
        finally:
            remove_placement_group(group)


def _bundles(ray: Any, cluster: Cluster, batch_size: int) -> list[dict[str, float]]:
    """Return what each worker of the team gets: a core here, a whole machine elsewhere."""
    if cluster.is_here:
        cores = int(ray.cluster_resources().get("CPU", 1))
        return [{"CPU": 1.0}] * max(1, min(cores, batch_size))
    found = []
    for node in ray.nodes():
        there = node["Resources"]
        if node["Alive"] and there.get("CPU", 0) >= 1:
            found.append({"CPU": float(there["CPU"])} | ({"GPU": 1.0} if there.get("GPU", 0) >= 1 else {}))
    return found[:batch_size]


def _team_words(size: int, batch: int) -> str:
    return (
        f"{size} workers learn together: each takes its share of every batch of {batch}, and their gradients are "
        "summed, so the batch and the learning rate stay as they are."
    )


def _heard(ray: Any, streams: list[Any], folder: Path) -> Steps:
    """Yield what the first of *streams* yields; write the files that it sends into *folder*."""
    first = streams[0]
    while streams:
        ready, _ = ray.wait(streams, num_returns=1, timeout=_WAIT_S)
        if not ready:
            yield Tick()
        for one in ready:
            answer = next_of(ray, one)
            if answer is None:
                streams.remove(one)
                continue
            _worker, event = answer
            if isinstance(event, _RunFiles):
                for name, content in event.files.items():
                    write_atomically(folder / name, content)
            elif one is first:
                yield event


def _files_in(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()} if folder.is_dir() else {}


class _Member:
    """One worker of a team; its methods run there."""

    def address(self) -> str:
        """Return where the team meets if this is its first."""
        import ray

        with socket.socket() as taken:
            taken.bind(("", 0))
            port = taken.getsockname()[1]
        here: str = ray.util.get_node_ip_address()  # type: ignore[no-untyped-call]
        return f"tcp://{here}:{port}"

    def train(self, *wanted: Any) -> Iterator[tuple[str, str, object]]:
        """Do `_trained_by`, and tell of it."""
        yield from told(_trained_by(*wanted))


def _trained_by(
    spec: TrainingSpec,
    copies: Copies | None,
    begun: dict[str, bytes],
    rank: int,
    size: int,
    threads: int,
    address: str,
) -> Steps:
    """Train as member *rank*; the first one tells what happens and what it wrote, the others that they live."""
    from winnow.training.loop import train
    from winnow.training.team import Team

    with _workplace(begun) as folder:
        team = Team(rank, size, threads)
        team.join(address)
        own = replace(spec, folder=folder, prepared=folder / "prepared", recipe=replace(spec.recipe, device="auto"))
        if copies is not None:
            own = placed(own, copies, folder)
        sent: dict[str, tuple[int, int]] = {}
        for event in train(own, team):
            yield event if rank == 0 else Tick()
            if rank == 0 and isinstance(event, EpochDone):
                yield _changed(folder, sent)
        if rank == 0:
            yield _changed(folder, sent)
        team.leave()


@contextmanager
def _workplace(begun: dict[str, bytes]) -> Iterator[Path]:
    """Give a folder with the files of a run that was begun before."""
    folder = Path(tempfile.mkdtemp(prefix="winnow-run-"))
    try:
        for name, content in begun.items():
            (folder / name).write_bytes(content)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _changed(folder: Path, sent: dict[str, tuple[int, int]]) -> _RunFiles:
    """Return the files in *folder* that differ from what was *sent* before; a state always after its weights."""
    files = {}
    for file in sorted(folder.iterdir(), key=lambda one: one.stat().st_mtime_ns):
        mark = (file.stat().st_mtime_ns, file.stat().st_size)
        if file.is_file() and not file.name.startswith(".") and sent.get(file.name) != mark:
            sent[file.name] = mark
            files[file.name] = file.read_bytes()
    return _RunFiles(files)
