"""A fetch under way, and the watch that ends it in time: whatever it is waiting for, its socket is shut."""

from __future__ import annotations

import math
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field

from winnow.base.errors import ContractError
from winnow.collect.net.limits import FetchLimits
from winnow.collect.net.networks import Fence
from winnow.collect.net.refusal import FetchCode, FetchRefused
from winnow.collect.net.resolving import Resolver


@dataclass(eq=False, slots=True)
class Call:
    """One `get`: what it may do, until when, and the socket that it waits on."""

    address: str
    """The one being asked now; changes with each redirect."""
    limits: FetchLimits
    fence: Fence
    resolver: Resolver
    until: float
    """By `time.monotonic`."""
    is_reusing: bool = False
    """Whether the connection was used before, and so may have been closed meanwhile."""
    _socket: socket.socket | None = None
    _ended: FetchCode | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def hold(self, sock: socket.socket | None) -> None:
        """Take *sock* as the one to shut when the time is up."""
        with self._lock:
            self._socket = sock
            if self._ended is not None:
                _shut(sock)

    def end(self, code: FetchCode) -> None:
        """Make it end now, from any thread."""
        with self._lock:
            if self._ended is None:
                self._ended = code
                _shut(self._socket)

    def check(self) -> None:
        """Raise where it was ended; a socket that was shut looks like an answer that is complete.

        Raises:
            FetchRefused: DEADLINE or CANCELLED.
        """
        if self._ended is FetchCode.CANCELLED:
            raise FetchRefused(FetchCode.CANCELLED, self.address, "it was stopped")
        if self._ended is not None:
            raise FetchRefused(self._ended, self.address, "it took too long, and the server may be overloaded")

    def refusal(self, code: FetchCode, detail: str) -> FetchRefused:
        """Return the refusal of the address being asked now; that it was ended goes before all else."""
        try:
            self.check()
        except FetchRefused as ended:
            return ended
        return FetchRefused(code, self.address, detail)


_CALL: ContextVar[Call | None] = ContextVar("call", default=None)


def current_call() -> Call:
    """Return the call of this thread; without one nothing may connect anywhere."""
    call = _CALL.get()
    if call is None:
        raise ContractError("a connection was asked for outside Fetcher.get")
    return call


class Watch:
    """Ends calls when their time is up, or all of them when the person stops."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._calls: set[Call] = set()
        self._thread: threading.Thread | None = None
        self._wakes_at = math.inf
        self._is_cancelled = False
        self._is_closed = False

    @contextmanager
    def over(self, call: Call) -> Iterator[None]:
        """Watch over *call* within, on this thread."""
        with self._changed:
            if self._is_cancelled:
                call.end(FetchCode.CANCELLED)
            self._start()
            self._calls.add(call)
            # Waking the watch for each call would cost more than watching does.
            if call.until < self._wakes_at:
                self._changed.notify()
        token = _CALL.set(call)
        try:
            yield
        finally:
            _CALL.reset(token)
            with self._changed:
                self._calls.discard(call)
            call.hold(None)

    def cancel(self) -> None:
        """End all calls, those to come as well."""
        with self._changed:
            self._is_cancelled = True
            for call in self._calls:
                call.end(FetchCode.CANCELLED)

    def close(self) -> None:
        """Cancel, and end the watching thread."""
        self.cancel()
        with self._changed:
            self._is_closed = True
            self._changed.notify()
            thread, self._thread = self._thread, None
        if thread is not None:
            thread.join()

    def _start(self) -> None:
        if self._thread is None and not self._is_closed:
            self._thread = threading.Thread(target=self._run, name="fetch-watch", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        with self._changed:
            while not self._is_closed:
                now = time.monotonic()
                for call in self._calls:
                    if call.until <= now:
                        call.end(FetchCode.DEADLINE)
                self._wakes_at = min((call.until for call in self._calls if call.until > now), default=math.inf)
                self._changed.wait(None if math.isinf(self._wakes_at) else self._wakes_at - now)


def _shut(sock: socket.socket | None) -> None:
    if sock is not None:
        with suppress(OSError):
            # Not the method of an SSLSocket, which takes its encryption away under the reading thread.
            socket.socket.shutdown(sock, socket.SHUT_RDWR)
