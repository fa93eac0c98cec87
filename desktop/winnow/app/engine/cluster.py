"""Generators on a Ray cluster. All but the entry runs in a child process: Ray never loads in the window's.

Ray places the work, retries what was lost with a worker and ends what is not
wanted any more; here are only the pieces that go in and the events that come
out. Source: Ray documentation, "Dynamic generators" and "Placement groups".
"""

from __future__ import annotations

import os
import socket
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import winnow
from winnow.app.children import in_child, travelling
from winnow.app.engine.choice import Cluster, ClusterUnreachable, WorkerLost
from winnow.base.machine import THREADS
from winnow.base.outcomes import Steps, Tick, Workers

_WAIT_S = 0.1
_RETRIES = 3
_QUEUED_EACH = 2
"""Pieces under way for each worker, so that none waits for the next."""
_TELL_S = 1.0
_KNOCK_S = 5.0


@dataclass(frozen=True, slots=True)
class Finished:
    """What came of a piece of work on *count* things."""

    count: int
    value: Any


@dataclass(frozen=True, slots=True)
class OneForAll:
    """Something that all workers ask: one object of *kind*, on one of them; *work* gets its handle."""

    kind: type


Pieces = Callable[..., Iterator[Any]]
Work = Callable[..., Steps]


def mapped(cluster: Cluster, pieces: tuple[Pieces, tuple[Any, ...]], work: Work, *shared: Any) -> Steps:
    """Iterate ``work(piece, *shared)`` for each piece on *cluster*; yield `Tick`, `Workers` and what they yield.

    The pieces are made in a child process as they are wanted; what comes back
    is in the order in which it is ready. A worker that is lost costs its piece
    alone, which another one does again; so *work* yields one `Finished`, at its end.

    Args:
        cluster: Where.
        pieces: A function and its arguments, which give the pieces.
        work: What is done to each; like the pieces and *shared* it must be picklable.
        shared: What *work* needs besides; bytes are sent to the cluster once.

    Raises:
        ClusterUnreachable, WorkerLost: as they say. WinnowError: what *work* raised.
    """
    yield from in_child(_mapped, cluster, pieces, work, shared)


def _mapped(cluster: Cluster, pieces: tuple[Pieces, tuple[Any, ...]], work: Work, shared: tuple[Any, ...]) -> Steps:
    with connected(cluster) as ray:
        sent = [ray.remote(num_cpus=0)(one.kind).remote() if isinstance(one, OneForAll) else one for one in shared]
        sent = [ray.put(one) if isinstance(one, bytes) else one for one in sent]
        make, args = pieces
        yield from handed_out(ray, make(*args), work, *sent)


def handed_out(ray: Any, pieces: Iterator[Any], work: Work, *sent: Any) -> Steps:
    """Iterate ``work(piece, *sent)`` for each piece as `mapped` does, on the cluster that *ray* is connected to."""
    task = ray.remote(num_cpus=1, max_retries=_RETRIES)(_worked).options(num_returns="streaming")
    most = _QUEUED_EACH * max(1, int(ray.cluster_resources().get("CPU", 1)))
    yield from _streamed(ray, (task.remote(work, piece, *sent) for piece in pieces), most)


def _streamed(ray: Any, tasks: Iterator[Any], most: int) -> Steps:
    """Yield what the generators *tasks* yield, as it comes, *most* of them under way at once."""
    under_way: list[Any] = []
    rates = _Rates()
    is_over = False
    try:
        while under_way or not is_over:
            while not is_over and len(under_way) < most:
                task = next(tasks, None)
                is_over = task is None
                under_way += [] if task is None else [task]
            if not under_way:
                return
            ready, _ = ray.wait(under_way, num_returns=1, timeout=_WAIT_S)
            if not ready:
                yield Tick()
            for one in ready:
                answer = next_of(ray, one)
                if answer is None:
                    under_way.remove(one)
                    continue
                worker, event = answer
                yield event
                if isinstance(event, Finished):
                    yield from rates.counted(worker, event.count)
    finally:
        for one in under_way:
            ray.cancel(one)


def next_of(ray: Any, generator: Any) -> tuple[str, object] | None:
    """Return the worker and the next event of a generator of `told`, None at its end; raise what it ended by.

    Raises:
        WorkerLost: its worker ended. WinnowError: what was raised there.
    """
    try:
        kind, worker, value = ray.get(next(generator))
    except StopIteration:
        return None
    except ray.exceptions.RayError as error:
        raise WorkerLost(type(error).__name__) from error
    if kind == "error":
        raise value
    return worker, value


def _worked(work: Work, piece: Any, *shared: Any) -> Iterator[tuple[str, str, object]]:
    """Run on a worker, of which there is one for each core: do *work* on *piece*."""
    os.environ[THREADS] = "1"
    yield from told(work(piece, *shared))


def told(steps: Steps) -> Iterator[tuple[str, str, object]]:
    """Iterate *steps* on a worker and say who did it; what they raise is a value, for Ray would wrap it."""
    worker = worker_name()
    try:
        for event in steps:
            yield "event", worker, event
    except Exception as error:  # noqa: BLE001 - it crosses to the desktop, which raises it
        yield "error", worker, travelling(error)


def asked_of(method: Any, *args: Any) -> Any:
    """Return what *method* of a `OneForAll` answers; on a worker."""
    import ray

    return ray.get(method.remote(*args))


def worker_name() -> str:
    """Return a short name of the worker that this runs on: its machine and process."""
    return f"{os.uname().nodename if hasattr(os, 'uname') else 'worker'}:{os.getpid()}"


@contextmanager
def connected(cluster: Cluster) -> Iterator[Any]:
    """Give Ray, connected to *cluster*; one that was made for this ends with it.

    Raises:
        ClusterUnreachable: there is none, or it does not answer.
    """
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"  # nothing leaves the machine
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    import ray

    quiet: dict[str, Any] = {"log_to_driver": False, "logging_level": "ERROR"}
    try:
        if cluster.address is None:
            # "local", for a file that an earlier cluster left may point to one that is gone.
            ray.init("local", num_cpus=cluster.workers or os.cpu_count(), include_dashboard=False, **quiet)
        else:
            _knock(cluster.address)
            package = str(Path(winnow.__file__).parent)
            ray.init(cluster.address, runtime_env={"py_modules": [package]}, **quiet)
    except (ConnectionError, RuntimeError, ValueError, OSError, TimeoutError) as error:
        raise ClusterUnreachable(cluster.address or "this machine", str(error).partition("\n")[0]) from error
    try:
        yield ray
    finally:
        ray.shutdown()


def _knock(address: str) -> None:
    """Raise OSError where nothing listens: Ray would try for half a minute."""
    where = urlsplit(address)
    socket.create_connection((where.hostname or "", where.port or 0), _KNOCK_S).close()


class _Rates:
    """How many things a second each worker did, told once a second."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._began = self._told_at = time.monotonic()

    def counted(self, worker: str, count: int) -> Generator[object, None, None]:
        self._counts[worker] += count
        now = time.monotonic()
        if now - self._told_at >= _TELL_S:
            self._told_at = now
            yield Workers(tuple((name, count / (now - self._began)) for name, count in sorted(self._counts.items())))
