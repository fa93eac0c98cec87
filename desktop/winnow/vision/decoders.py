"""Several decoders at work on one stream of pictures."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

from winnow.base.errors import OutsideError, UserError
from winnow.base.machine import cores
from winnow.vision.decode import Examined
from winnow.vision.decoder import Decoder

Key = TypeVar("Key")
Item = tuple[Key, str, Callable[[], bytes]]
"""A key to know the result by, the file's name, and what reads its bytes."""

_AHEAD_PER_WORKER = 2


class DecoderPool:
    """*workers* decoders, by default as many as there are cores. Not for several calls at a time."""

    def __init__(self, workers: int | None = None) -> None:
        count = workers if workers is not None else cores()
        self._decoders = [Decoder() for _ in range(max(1, count))]

    def examine_many(self, items: Iterable[Item[Key]]) -> Iterator[tuple[Key, Examined | Exception]]:
        """Yield each item's key with its result, or the error it ended by, as they finish.

        *items* is drawn from on the caller's thread, at most two per worker
        ahead of what was yielded; the bytes are read on the pool's threads.
        Closing the iterator lets go of what was not begun.
        """
        line: DecodingLine[Key] = self.line()
        try:
            for item in items:
                line.put(item)
                while line.is_full or line.has_results:
                    if (found := line.take(None)) is not None:
                        yield found
            while line.under_way:
                if (found := line.take(None)) is not None:
                    yield found
        finally:
            line.close()

    def line(self) -> DecodingLine[Key]:
        """Return a line of pictures, for who has other things to do than to wait for them; one at a time."""
        return DecodingLine(self._decoders)

    def close(self) -> None:
        """End all workers."""
        for decoder in self._decoders:
            decoder.close()


class DecodingLine(Generic[Key]):
    """Pictures on their way through a pool's decoders. Of one thread."""

    def __init__(self, decoders: Sequence[Decoder]) -> None:
        self._todo: SimpleQueue[Item[Key] | None] = SimpleQueue()
        self._done: SimpleQueue[tuple[Key, Examined | Exception]] = SimpleQueue()
        self._threads = [threading.Thread(target=_work, args=(one, self._todo, self._done)) for one in decoders]
        self.under_way = 0
        """Pictures that were put and not taken yet."""
        for thread in self._threads:
            thread.start()

    @property
    def is_full(self) -> bool:
        """Whether enough is under way to keep every decoder at work."""
        return self.under_way >= _AHEAD_PER_WORKER * len(self._threads)

    @property
    def has_results(self) -> bool:
        """Whether taking gives one at once."""
        return not self._done.empty()

    def put(self, item: Item[Key]) -> None:
        """Line *item* up; its bytes are read on another thread."""
        self._todo.put(item)
        self.under_way += 1

    def take(self, timeout_s: float | None) -> tuple[Key, Examined | Exception] | None:
        """Return a key with its result, or the error it ended by; None if there is none in *timeout_s* seconds."""
        try:
            found = self._done.get(timeout=timeout_s)
        except Empty:
            return None
        self.under_way -= 1
        return _checked(found)

    def close(self) -> None:
        """Let go of what was not begun, and wait for the rest."""
        with contextlib.suppress(Empty):
            while True:
                self._todo.get_nowait()
        for _ in self._threads:
            self._todo.put(None)
        for thread in self._threads:
            thread.join()


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
