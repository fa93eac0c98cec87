"""A child process that stays and answers, for what must be quick and needs libraries that the window does not load."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from winnow.app.children import ChildDied, travelling
from winnow.base.errors import OutsideError

_END_S = 2.0
_LOOK_S = 0.02

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


class Ended(OutsideError):
    """The question was given up: the child was told to end."""

    def __init__(self) -> None:
        super().__init__("The question was given up.")


class KeptChild(Generic[Asked, Answer]):
    """Answers questions by *answer*, one after another, in a spawned process that is started when first asked.

    Safe to call from several threads; what is asked and answered must pickle.
    A child that died is replaced at the next question.
    """

    def __init__(self, answer: Callable[[Asked], Answer]) -> None:
        self._answer = answer
        self._lock = threading.Lock()
        self._child: Any = None
        self._pipe: Connection | None = None
        self._is_over = False
        self._is_to_rest = False

    def ask(self, question: Asked) -> Answer:
        """Return the answer; blocks until it is there.

        Raises:
            Ended: `close` was called meanwhile. ChildDied: the process vanished. WinnowError: what *answer* raised.
        """
        with self._lock:
            if self._is_over:
                raise Ended
            self._is_to_rest = False
            pipe = self._started()
            try:
                pipe.send(question)
                kind, value = pipe.recv()
            except (EOFError, OSError) as error:
                code = self._buried()
                raise (Ended() if self._is_over else ChildDied(code)) from error
        if self._is_to_rest:
            self._end_if_idle()
        if kind == "error":
            raise value
        answer: Answer = value
        return answer

    def rest(self) -> None:
        """End the process, after the answer if something is asked; the next question starts another one."""
        self._is_to_rest = True
        self._end_if_idle()

    def close(self) -> None:
        """End the process, whatever it is doing; for good."""
        self._is_over = True
        while not self._lock.acquire(timeout=_LOOK_S):
            # Somebody waits for an answer: it has nothing to save, and the wait must end. Looked for again and
            # again, because the child may just be starting.
            child = self._child
            if child is not None:
                with contextlib.suppress(ValueError, AttributeError):
                    child.kill()
        try:
            self._buried()
        finally:
            self._lock.release()

    def _end_if_idle(self) -> None:
        if self._lock.acquire(blocking=False):
            try:
                self._buried()
            finally:
                self._lock.release()

    def _started(self) -> Connection:
        if self._pipe is not None and self._child is not None and self._child.is_alive():
            return self._pipe
        self._buried()
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._child = context.Process(target=_serve, args=(theirs, self._answer), name="winnow-view", daemon=True)
        self._child.start()
        theirs.close()
        return self._pipe

    def _buried(self) -> int | None:
        """End what is there, and return its exit code."""
        child, self._child = self._child, None
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None
        if child is None:
            return None
        child.join(_END_S)
        if child.is_alive():
            child.kill()
            child.join()
        code: int | None = child.exitcode
        child.close()
        return code


def _serve(pipe: Connection, answer: Callable[[Any], Any]) -> None:
    # Ctrl-C reaches the whole group of processes; when to end is for the parent to say.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(EOFError, OSError):
        while True:
            question = pipe.recv()
            try:
                reply = ("answer", answer(question))
            except Exception as error:  # noqa: BLE001 - it crosses to the parent, which raises it
                reply = ("error", travelling(error))
            pipe.send(reply)
