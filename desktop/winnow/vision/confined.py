"""A process of its own for bytes that came from outside: started when needed, watched, replaced when it fails.

The other side of it is `winnow.vision.serving`.
"""

from __future__ import annotations

import contextlib
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from io import BufferedReader, BufferedWriter
from typing import TypeVar, cast

from winnow.base.errors import ContractError, OutsideError, WinnowError
from winnow.vision.wire import Hangup, Hello, receive, send

log = logging.getLogger(__name__)

Answer = TypeVar("Answer")

_START_S = 60.0
_END_S = 2.0
_ITEMS_PER_WORKER = 1000
"""Then it is replaced: whatever its libraries leak goes with it."""

_PIPE_BYTES = 1 << 20
_KEPT_ERROR_BYTES = 2000


class WorkerUnavailable(OutsideError):
    """A worker process cannot be started. *purpose* is what it does, as in 'opens pictures'."""

    def __init__(self, purpose: str, why: str) -> None:
        self.purpose = purpose
        self.why = why
        super().__init__(f"The process that {purpose} could not be started: {why}. Try again, or restart Winnow.")


class Overdue(WinnowError):
    """The worker took longer than *wall_s* seconds over one item, and was ended."""

    def __init__(self, wall_s: float) -> None:
        self.wall_s = wall_s
        super().__init__(f"It took longer than {wall_s:.0f} seconds.")


class Died(WinnowError):
    """Two workers, one after the other, ended on the same item."""


def command_of(module: str, switch: str) -> list[str]:
    """Return how this program starts the worker *module*: from source by its name, frozen by *switch*."""
    if getattr(sys, "frozen", False):
        return [sys.executable, switch]
    return [sys.executable, "-P", "-m", module]


class Confined:
    """One worker process, started when it is first needed. Safe to call from several threads, one at a time.

    A worker that dies on an item gets a second try with a new one, for it may
    have been ended from outside; one that takes too long does not.
    """

    def __init__(self, command: Sequence[str], purpose: str) -> None:
        self._command = list(command)
        self._purpose = purpose
        self._lock = threading.Lock()
        self._worker: _Worker | None = None

    def ask(self, request: object, body: bytes, kind: type[Answer], wall_s: float) -> tuple[Answer, bytearray]:
        """Send *request*, a dataclass, with its *body*; return the answer's header, a *kind*, and body.

        Raises:
            Overdue: no answer within *wall_s* seconds, the wait for other threads not counted.
            Died: the worker ended on it, twice.
            WorkerUnavailable: no worker can be started.
        """
        with self._lock:
            for _ in range(2):
                worker = self._running()
                try:
                    return worker.ask(request, body, kind, wall_s)
                except (Hangup, OSError):
                    self._discard(at_once=True)
                    if worker.was_killed:
                        raise Overdue(wall_s) from None
                except BaseException:
                    # Its answer may still come, and would be taken for the next one's.
                    self._discard(at_once=True)
                    raise
        raise Died("The process crashed on it, inside its sandbox.")

    def protections(self) -> tuple[str, ...]:
        """Return which protections of `winnow.vision.sandbox` are in force, starting the worker if need be."""
        with self._lock:
            return self._running().in_force

    def pid(self) -> int | None:
        """Return the worker's process id, None while there is none."""
        worker = self._worker
        return worker.pid if worker is not None else None

    def close(self) -> None:
        """End the worker. Another call starts one again."""
        with self._lock:
            self._discard()

    def _running(self) -> _Worker:
        if self._worker is not None and (self._worker.asked >= _ITEMS_PER_WORKER or not self._worker.is_alive):
            self._discard()
        if self._worker is None:
            self._worker = _Worker(self._command, self._purpose)
        return self._worker

    def _discard(self, at_once: bool = False) -> None:
        if self._worker is not None:
            self._worker.end(at_once)
            self._worker = None


class _Worker:
    """A running worker process that has said hello."""

    def __init__(self, command: list[str], purpose: str) -> None:
        self.asked = 0
        self.was_killed = False
        threads = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                # Windows' pipes block when full; there it is not kept.
                stderr=subprocess.DEVNULL if sys.platform == "win32" else subprocess.PIPE,
                env={**os.environ, **threads},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise WorkerUnavailable(purpose, str(error)) from error
        self._requests = cast(BufferedWriter, self._process.stdin)
        self._replies = cast(BufferedReader, self._process.stdout)
        _widen(self._requests, self._replies)
        try:
            with self._killed_after(_START_S):
                hello, _ = receive(self._replies, Hello)
        except (Hangup, OSError, ContractError) as error:
            self.end(at_once=True)
            raise WorkerUnavailable(purpose, f"it ended at once with code {self._process.returncode}") from error
        self.in_force = hello.in_force

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def ask(self, request: object, body: bytes, kind: type[Answer], wall_s: float) -> tuple[Answer, bytearray]:
        """Send one request and wait for the answer; the process is killed after *wall_s* seconds.

        Raises:
            Hangup, OSError: the process is gone; *was_killed* tells why.
        """
        self.asked += 1
        with self._killed_after(wall_s):
            send(self._requests, request, body)
            return receive(self._replies, kind)

    def end(self, at_once: bool = False) -> None:
        """End the process, by force if it does not end by itself in time, and free all that belongs to it."""
        if at_once:
            self._process.kill()
        with contextlib.suppress(OSError):
            self._requests.close()
        try:
            self._process.wait(_END_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stderr is not None:
            os.set_blocking(self._process.stderr.fileno(), False)
            said = (self._process.stderr.read() or b"")[-_KEPT_ERROR_BYTES:]
            if self._process.returncode:
                log.info(
                    "worker %d ended with %d: %s", self.pid, self._process.returncode, said.decode(errors="replace")
                )
            self._process.stderr.close()
        self._replies.close()

    @contextlib.contextmanager
    def _killed_after(self, wall_s: float) -> Iterator[None]:
        timer = threading.Timer(wall_s, self._kill)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()

    def _kill(self) -> None:
        self.was_killed = True
        self._process.kill()


def _widen(*pipes: BufferedReader | BufferedWriter) -> None:
    """Let whole pictures fit into the pipes where the system can: fewer turns between the two processes."""
    if sys.platform != "linux":
        return
    import fcntl

    for pipe in pipes:
        with contextlib.suppress(OSError):
            fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
