"""Several decoders at work on one stream of pictures."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from queue import Empty, SimpleQueue
from typing import TypeVar

from winnow.base.errors import OutsideError, UserError
from winnow.vision.decode import Examined
from winnow.vision.decoder import Decoder

Key = TypeVar("Key")
Item = tuple[Key, str, Callable[[], bytes]]
"""A key to know the result by, the file's name, and what reads its bytes."""

_AHEAD_PER_WORKER = 2


class DecoderPool:
    """*workers* decoders, by default as many as there are cores. Not for several calls at a time."""

    def __init__(self, workers: int | None = None) -> None:
        count = workers if workers is not None else (os.cpu_count() or 1)
        self._decoders = [Decoder() for _ in range(max(1, count))]

    def examine_many(self, items: Iterable[Item[Key]]) -> Iterator[tuple[Key, Examined | Exception]]:
        """Yield each item's key with its result, or the error it ended by, as they finish.

        *items* is drawn from on the caller's thread, at most two per worker
        ahead of what was yielded; the bytes are read on the pool's threads.
        Closing the iterator lets go of what was not begun.
        """
        todo: SimpleQueue[Item[Key] | None] = SimpleQueue()
        done: SimpleQueue[tuple[Key, Examined | Exception]] = SimpleQueue()
        threads = [threading.Thread(target=_work, args=(one, todo, done)) for one in self._decoders]
        for thread in threads:
            thread.start()
        under_way = 0
        try:
            for item in items:
                todo.put(item)
                under_way += 1
                while under_way >= _AHEAD_PER_WORKER * len(threads) or not done.empty():
                    yield _checked(done.get())
                    under_way -= 1
            for _ in range(under_way):
                yield _checked(done.get())
        finally:
            with contextlib.suppress(Empty):
                while True:
                    todo.get_nowait()
            for _ in threads:
                todo.put(None)
            for thread in threads:
                thread.join()

    def close(self) -> None:
        """End all workers."""
        for decoder in self._decoders:
            decoder.close()


def _work(
    decoder: Decoder, todo: SimpleQueue[Item[Key] | None], done: SimpleQueue[tuple[Key, Examined | Exception]]
) -> None:
    while (item := todo.get()) is not None:
        key, name, read = item
        try:
            done.put((key, decoder.examine(read(), name)))
        except Exception as error:  # noqa: BLE001 - nothing above this thread could; `_checked` raises what is a bug
            done.put((key, error))


def _checked(found: tuple[Key, Examined | Exception]) -> tuple[Key, Examined | Exception]:
    """Return *found*, but raise an error that no file is to blame for."""
    _, result = found
    if isinstance(result, Exception) and not isinstance(result, UserError | OutsideError | OSError):
        raise result
    return found
