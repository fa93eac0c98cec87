"""Decoding in a process of its own, watched and replaced when it fails."""

from __future__ import annotations

import contextlib
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from io import BufferedReader, BufferedWriter
from types import TracebackType
from typing import Self, cast

import numpy as np
import numpy.typing as npt

from winnow.base.errors import ContractError, OutsideError
from winnow.domain.frame import Frame
from winnow.domain.image import Reason
from winnow.vision import WORKER_SWITCH
from winnow.vision.decode import Examined
from winnow.vision.refusal import PictureRefused
from winnow.vision.wire import Hangup, Hello, Reply, Request, Task, receive, send

log = logging.getLogger(__name__)


ITEM_S = 5.0
_START_S = 60.0
_END_S = 2.0
_ITEMS_PER_WORKER = 1000
"""Then it is replaced: whatever its libraries leak goes with it."""

_PIPE_BYTES = 1 << 20
_KEPT_ERROR_BYTES = 2000


class DecoderUnavailable(OutsideError):
    """The worker process cannot be started."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(f"The process that opens pictures could not be started: {why}. Try again, or restart Winnow.")


def worker_command() -> list[str]:
    """Return how this program starts a worker, from source or frozen."""
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_SWITCH]
    return [sys.executable, "-P", "-m", "winnow.vision.worker"]


class Decoder:
    """One worker process, started when it is first needed. Safe to call from several threads, one at a time.

    A worker that dies on a picture gets a second try with a new one, for it
    may have been ended from outside; one that takes longer than *item_s* does not.
    """

    def __init__(self, command: Sequence[str] | None = None, item_s: float = ITEM_S) -> None:
        self._command = list(command or worker_command())
        self._item_s = item_s
        self._lock = threading.Lock()
        self._worker: _Worker | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def examine(self, data: bytes, name: str) -> Examined:
        """See `winnow.vision.decode.examine`.

        Raises:
            PictureRefused: why it cannot become a picture, TOOK_TOO_LONG and CRASHED included.
            DecoderUnavailable: no worker can be started.
        """
        reply, thumbnail = self._asked(Request(Task.EXAMINE, name=name), data)
        if reply.facts is None:
            raise ContractError("the worker examined a picture without a result")
        return Examined(reply.facts, bytes(thumbnail))

    def pixels(self, data: bytes, shorter_side: int | None = None) -> tuple[npt.NDArray[np.uint8], float]:
        """See `winnow.vision.decode.load_reduced`; (h, w, 3) uint8 and reduced / full size.

        Raises:
            PictureRefused: it cannot be decoded.
            DecoderUnavailable: no worker can be started.
        """
        reply, body = self._asked(Request(Task.PIXELS, shorter_side=shorter_side), data)
        return np.frombuffer(body, np.uint8).reshape(reply.shape), reply.scale

    def frame_thumbnail(self, data: bytes, frame: Frame) -> bytes:
        """See `winnow.vision.decode.frame_thumbnail`.

        Raises:
            PictureRefused: it cannot be decoded.
            DecoderUnavailable: no worker can be started.
        """
        return bytes(self._asked(Request(Task.FRAME_THUMBNAIL, frame=frame), data)[1])

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

    def _asked(self, request: Request, data: bytes) -> tuple[Reply, bytearray]:
        with self._lock:
            for _ in range(2):
                worker = self._running()
                try:
                    reply, body = worker.ask(request, data, self._item_s)
                except (Hangup, OSError):
                    self._discard(at_once=True)
                    if worker.was_killed:
                        what = f"opening it took longer than {self._item_s:.0f} seconds"
                        raise PictureRefused(Reason.TOOK_TOO_LONG, what, request.name) from None
                except BaseException:
                    # Its answer may still come, and would be taken for the next one's.
                    self._discard(at_once=True)
                    raise
                else:
                    if reply.reason is not None:
                        raise PictureRefused(reply.reason, reply.detail, request.name)
                    return reply, body
        raise PictureRefused(Reason.CRASHED, "the decoder crashed on it, inside its sandbox", request.name)

    def _running(self) -> _Worker:
        if self._worker is not None and (self._worker.asked >= _ITEMS_PER_WORKER or not self._worker.is_alive):
            self._discard()
        if self._worker is None:
            self._worker = _Worker(self._command)
        return self._worker

    def _discard(self, at_once: bool = False) -> None:
        if self._worker is not None:
            self._worker.end(at_once)
            self._worker = None


class _Worker:
    """A running worker process that has said hello."""

    def __init__(self, command: list[str]) -> None:
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
            raise DecoderUnavailable(str(error)) from error
        self._requests = cast(BufferedWriter, self._process.stdin)
        self._replies = cast(BufferedReader, self._process.stdout)
        _widen(self._requests, self._replies)
        try:
            with self._killed_after(_START_S):
                hello, _ = receive(self._replies, Hello)
        except (Hangup, OSError, ContractError) as error:
            self.end(at_once=True)
            raise DecoderUnavailable(f"it ended at once with code {self._process.returncode}") from error
        self.in_force = hello.in_force

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def ask(self, request: Request, data: bytes, wall_s: float) -> tuple[Reply, bytearray]:
        """Send one request and wait for the answer; the process is killed after *wall_s* seconds.

        Raises:
            Hangup, OSError: the process is gone; *was_killed* tells why.
        """
        self.asked += 1
        with self._killed_after(wall_s):
            send(self._requests, request, data)
            return receive(self._replies, Reply)

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
