"""Decoding in a process of its own, watched and replaced when it fails."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import Self

import numpy as np
import numpy.typing as npt

from winnow.base.errors import ContractError
from winnow.domain.frame import Frame
from winnow.domain.image import Reason
from winnow.vision import WORKER_SWITCH
from winnow.vision.confined import Confined, Died, Overdue, command_of
from winnow.vision.decode import Examined
from winnow.vision.refusal import PictureRefused
from winnow.vision.wire import Reply, Request, Task

ITEM_S = 5.0


class Decoder:
    """One worker process that decodes, started when it is first needed. Safe to call from several threads.

    See `winnow.vision.confined.Confined`; a picture that takes longer than *item_s* seconds is refused.
    """

    def __init__(self, command: Sequence[str] | None = None, item_s: float = ITEM_S) -> None:
        self._confined = Confined(command or command_of("winnow.vision.worker", WORKER_SWITCH), "opens pictures")
        self._item_s = item_s

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def examine(self, data: bytes, name: str) -> Examined:
        """See `winnow.vision.decode.examine`.

        Raises:
            PictureRefused: why it cannot become a picture, TOOK_TOO_LONG and CRASHED included.
            WorkerUnavailable: no worker can be started.
        """
        reply, thumbnail = self._asked(Request(Task.EXAMINE, name=name), data)
        if reply.facts is None:
            raise ContractError("the worker examined a picture without a result")
        return Examined(reply.facts, bytes(thumbnail))

    def pixels(self, data: bytes, shorter_side: int | None = None) -> tuple[npt.NDArray[np.uint8], float]:
        """See `winnow.vision.decode.load_reduced`; (h, w, 3) uint8 and reduced / full size.

        Raises:
            PictureRefused: it cannot be decoded.
            WorkerUnavailable: no worker can be started.
        """
        reply, body = self._asked(Request(Task.PIXELS, shorter_side=shorter_side), data)
        return np.frombuffer(body, np.uint8).reshape(reply.shape), reply.scale

    def frame_thumbnail(self, data: bytes, frame: Frame) -> bytes:
        """See `winnow.vision.decode.frame_thumbnail`.

        Raises:
            PictureRefused: it cannot be decoded.
            WorkerUnavailable: no worker can be started.
        """
        return bytes(self._asked(Request(Task.FRAME_THUMBNAIL, frame=frame), data)[1])

    def protections(self) -> tuple[str, ...]:
        """Return which protections of `winnow.vision.sandbox` are in force, starting the worker if need be."""
        return self._confined.protections()

    def pid(self) -> int | None:
        """Return the worker's process id, None while there is none."""
        return self._confined.pid()

    def close(self) -> None:
        """End the worker. Another call starts one again."""
        self._confined.close()

    def _asked(self, request: Request, data: bytes) -> tuple[Reply, bytearray]:
        try:
            reply, body = self._confined.ask(request, data, Reply, self._item_s)
        except Overdue as late:
            what = f"opening it took longer than {late.wall_s:.0f} seconds"
            raise PictureRefused(Reason.TOOK_TOO_LONG, what, request.name) from None
        except Died:
            what = "the decoder crashed on it, inside its sandbox"
            raise PictureRefused(Reason.CRASHED, what, request.name) from None
        if reply.reason is not None:
            raise PictureRefused(reply.reason, reply.detail, request.name)
        return reply, body
