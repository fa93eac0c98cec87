"""Having foreign bytes read: in a confined process, or here."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import Protocol, Self

from winnow.base.codec import from_json, to_json
from winnow.base.errors import ContractError
from winnow.collect.reading import WORKER_SWITCH
from winnow.collect.reading.task import Options, ReadingRefused, Result, Task, run_guarded
from winnow.collect.reading.wire import Reply, Request
from winnow.domain.image import Reason
from winnow.vision.confined import Confined, Died, Overdue, command_of


class Reads(Protocol):
    """What sources are given to have foreign bytes read. Safe to call from several threads."""

    def read(self, task: Task[Options, Result], options: Options, data: bytes, name: str) -> tuple[Result, bytes]:
        """Return what *task* makes of *data*; *name* says in errors what was read.

        Raises:
            ReadingRefused: it cannot be read, TOOK_TOO_LONG and CRASHED included.
            WorkerUnavailable: the process cannot be started.
        """


class Reader:
    """One reading process, started when it is first needed; it answers one thread at a time.

    Whoever makes a reader closes it. It may be pickled: the copy starts a
    process of its own.
    """

    def __init__(self, command: Sequence[str] | None = None) -> None:
        self._command = list(command or command_of("winnow.collect.reading.worker", WORKER_SWITCH))
        self._confined = Confined(self._command, "reads pages")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def __reduce__(self) -> tuple[type[Reader], tuple[list[str]]]:
        return type(self), (self._command,)

    def read(self, task: Task[Options, Result], options: Options, data: bytes, name: str) -> tuple[Result, bytes]:
        """See `Reads.read`."""
        try:
            reply, body = self._confined.ask(Request(task.name, to_json(options)), data, Reply, task.wall_s)
        except Overdue as late:
            raise ReadingRefused(
                Reason.TOOK_TOO_LONG, f"reading it took longer than {late.wall_s:.0f} seconds", name
            ) from None
        except Died:
            raise ReadingRefused(Reason.CRASHED, "what reads it crashed on it, inside its sandbox", name) from None
        if reply.reason is not None:
            raise ReadingRefused(reply.reason, reply.detail, name)
        if reply.result_bytes > len(body):
            raise ContractError("the reading process told of more than it sent")
        text = body[: reply.result_bytes].decode()
        return from_json(task.result, text), bytes(body[reply.result_bytes :])

    def protections(self) -> tuple[str, ...]:
        """Return which protections of `winnow.vision.sandbox` are in force, starting the process if need be."""
        return self._confined.protections()

    def pid(self) -> int | None:
        """Return the process's id, None while there is none."""
        return self._confined.pid()

    def close(self) -> None:
        """End the process. Another call starts one again."""
        self._confined.close()


class ReadsHere:
    """Reads without a process, for bytes that are our own and for tests."""

    def read(self, task: Task[Options, Result], options: Options, data: bytes, name: str) -> tuple[Result, bytes]:
        """See `Reads.read`."""
        try:
            return run_guarded(task, options, data)
        except ReadingRefused as refusal:
            raise ReadingRefused(refusal.reason, refusal.detail, name) from refusal
