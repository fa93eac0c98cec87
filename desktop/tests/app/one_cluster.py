"""One process with a Ray cluster of two workers, in which the children of several tests do their work in turn."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from multiprocessing.connection import Connection
from typing import Any

import pytest

from winnow.app.children import travelling
from winnow.app.engine import cluster, training, trials
from winnow.app.engine.choice import Cluster
from winnow.base.outcomes import Steps

_UP_WITHIN_S = 120.0
_DOWN_WITHIN_S = 30.0


class OneCluster:
    """Stands in for the children that would each make a cluster of their own: that takes longer than their work.

    As there, what goes in and comes out is pickled, one event at a time, and closing a generator closes the one
    that runs over there.
    """

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), name="winnow-cluster", daemon=True)
        self._process.start()
        theirs.close()
        assert self._ours.poll(_UP_WITHIN_S), "the cluster does not come up"
        self._ours.recv()

    @contextmanager
    def shared(self) -> Iterator[None]:
        """Let it do what children of Winnow would do, until the end of this."""
        with pytest.MonkeyPatch.context() as patch:
            for name, module in list(sys.modules.items()):
                if name.startswith(("winnow.app.pipelines.", "winnow.app.engine.")) and hasattr(module, "in_child"):
                    patch.setattr(module, "in_child", self._iterated_there)
            yield

    def close(self) -> None:
        """End it and its cluster."""
        self._ours.close()
        self._process.join(_DOWN_WITHIN_S)
        self._process.kill()
        self._process.join()
        self._process.close()

    def _iterated_there(
        self, function: Callable[..., Steps], *args: object, **_more: object
    ) -> Generator[Any, None, None]:
        self._ours.send((function, args))
        is_over = False
        try:
            while True:
                kind, value = self._ours.recv()
                is_over = kind != "event"
                if kind == "error":
                    raise value
                if is_over:
                    return
                yield value
                self._ours.send(True)
        finally:
            if not is_over:
                self._ours.send(False)
                self._ours.recv()


def _serve(pipe: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with cluster.connected(Cluster(workers=2)) as ray:
        for module in (cluster, training, trials):
            module.connected = lambda _cluster: nullcontext(ray)
        pipe.send("up")
        with suppress(EOFError):
            while True:
                function, args = pipe.recv()
                pipe.send(_served(pipe, function(*args)))


def _served(pipe: Connection, steps: Steps) -> tuple[str, Exception | None]:
    try:
        with closing(steps):
            for event in steps:
                pipe.send(("event", event))
                if not pipe.recv():
                    break
    except Exception as error:  # noqa: BLE001 - it crosses to the test, which it fails
        return "error", travelling(error)
    return "end", None
