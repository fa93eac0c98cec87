"""A connection for each thread that asks, and none for longer than its thread lives."""

from __future__ import annotations

import sqlite3
import threading
import weakref
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(eq=False, slots=True, weakref_slot=True)
class _Lent:
    """What a thread holds, until it ends."""

    connection: sqlite3.Connection

    def __del__(self) -> None:
        self.connection.close()  # not by itself: it and its cache of statements hold each other


class PerThread:
    """Every job has a thread of its own: connections of ended ones would stay open as long as the project.

    Args:
        connect: Makes a connection that another thread may close.
    """

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        self._connect = connect
        self._own = threading.local()
        self._lent: weakref.WeakSet[_Lent] = weakref.WeakSet()
        self._lock = threading.Lock()

    def connection(self) -> sqlite3.Connection:
        """Return this thread's connection, made now if it has none."""
        lent: _Lent | None = getattr(self._own, "lent", None)
        if lent is None:
            lent = _Lent(self._connect())
            self._own.lent = lent
            with self._lock:
                self._lent.add(lent)
        return lent.connection

    def close(self) -> None:
        """Close those of all threads; who asks again is given the closed one."""
        with self._lock:
            for lent in self._lent:
                lent.connection.close()
            self._lent.clear()
