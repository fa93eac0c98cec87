"""A generator iterated in a child process, so that torch, scikit-learn and ONNX never load in the window's."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Generator
from multiprocessing.connection import Connection
from typing import Any

from winnow.base.errors import OutsideError, UserError, WinnowError
from winnow.base.outcomes import Steps, Tick

_TICK_S = 0.1
_END_S = 10.0
_SILENT_END_S = 1.0
"""How long is waited for a child that has told of nothing yet: it imports libraries, and has nothing to save."""
_AHEAD = 2
"""So many events a child may be ahead of who listens: one that is not advanced any more soon waits, which is how
a job is paused."""


class ChildDied(OutsideError):
    """The child process ended without a word: out of memory, or a crash in native code."""

    def __init__(self, code: int | None) -> None:
        self.code = code
        super().__init__(
            f"The working process ended unexpectedly (code {code}); often the memory ran out. "
            "Close other programs, or choose a smaller batch, and start again."
        )


class ChildFailed(OutsideError):
    """The child raised something that was not meant for people: a bug of ours, named by its class."""


def in_child(function: Callable[..., Steps], *args: Any, end_within_s: float = _END_S) -> Generator[Any, None, None]:
    """Iterate ``function(*args)`` in a spawned process; both must be picklable.

    Yields `Tick` while nothing comes. Closing this generator closes the
    child's generator at its next event, and waits for it *end_within_s*
    seconds before it is killed: few for one that has nothing to save, and a
    second at most for one that has given no event yet.

    Raises:
        ChildDied: the process vanished. WinnowError: what the child raised.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=_serve, args=(theirs, function, args), name="winnow-work", daemon=True)
    patience_s = min(end_within_s, _SILENT_END_S)
    try:
        yield from _started(child)
        theirs.close()
        while True:
            if not ours.poll(_TICK_S):
                if not child.is_alive() and not ours.poll(0):
                    raise ChildDied(child.exitcode)
                yield Tick()
                continue
            try:
                kind, value = ours.recv()
            except (EOFError, ConnectionResetError) as error:
                child.join(_END_S)
                raise ChildDied(child.exitcode) from error
            if kind == "end":
                return
            if kind == "error":
                raise value
            patience_s = end_within_s
            yield value
            with contextlib.suppress(OSError):  # it may be over already
                ours.send(None)
    finally:
        if child.pid is None:
            ours.close()
        else:
            _end(child, ours, patience_s)


def _started(child: Any) -> Generator[Tick, None, None]:
    """Start *child*; large arguments are taken only once its interpreter is up, which is waited for attentively."""
    failed: list[Exception] = []

    def start() -> None:
        try:
            child.start()
        except Exception as error:  # noqa: BLE001 - raised again on the thread that waits
            failed.append(error)

    thread = threading.Thread(target=start, name="winnow-start")
    thread.start()
    try:
        while thread.is_alive():
            thread.join(_TICK_S)
            if thread.is_alive():
                yield Tick()
    finally:
        thread.join()
    if failed:
        raise failed[0]


def _end(child: Any, ours: Connection, within_s: float) -> None:
    # A broken pipe is how the child learns that nobody listens any more.
    ours.close()
    child.join(within_s)
    if child.is_alive():
        child.kill()
        child.join()
    child.close()


def _serve(pipe: Connection, function: Callable[..., Steps], args: tuple[Any, ...]) -> None:
    # Ctrl-C reaches the whole group of processes; when to end is for the parent to say.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(10)
    steps = function(*args)
    ahead = 0
    try:
        for event in steps:
            pipe.send(("event", event))
            ahead += 1
            while ahead > _AHEAD or pipe.poll():
                pipe.recv()
                ahead -= 1
        pipe.send(("end", None))
    except (BrokenPipeError, ConnectionResetError, EOFError):
        pass
    except Exception as error:  # noqa: BLE001 - it crosses to the parent, which raises it
        with contextlib.suppress(BrokenPipeError):
            pipe.send(("error", travelling(error)))
    finally:
        steps.close()


def travelling(error: Exception) -> WinnowError:
    """Return *error* in a form that can be pickled: our own classes take other arguments than their text."""
    if isinstance(error, UserError):
        return UserError(str(error))
    if isinstance(error, WinnowError):
        return OutsideError(str(error))
    return ChildFailed(f"The work failed: {type(error).__name__}: {error}")
