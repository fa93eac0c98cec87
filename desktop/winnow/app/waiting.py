"""Waiting for another thread, attentively: a job that waits can still be stopped."""

from __future__ import annotations

from collections.abc import Generator
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYet
from typing import TypeVar

from winnow.base.outcomes import Tick

_TICK_S = 0.1

T = TypeVar("T")


def waited(future: Future[T]) -> Generator[Tick, None, T]:
    """Yield `Tick` until *future* is done, and return its result.

    Raises: whatever the work raised.
    """
    while True:
        try:
            return future.result(_TICK_S)
        except NotYet:
            if future.done():
                raise  # the work itself ran into a time limit
            yield Tick()
