"""Draws what is asked for, when it is first asked for, on as many threads as ask."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

from winnow.base.errors import ContractError
from winnow.base.machine import cores
from winnow.collect.sample import mess
from winnow.collect.sample.catalogue import Entry, Sort, catalogue
from winnow.collect.sample.drawing import draw

log = logging.getLogger(__name__)

_SMALL_PX = 320


class Studio:
    """The pictures of one sample. They are drawn once, and kept as files ``folder/cat/…`` and ``folder/dog/…``.

    Safe to call from several threads: drawing lets go of the interpreter for
    most of its time, so two threads draw nearly twice as much.
    """

    def __init__(self, folder: Path, n: int, seed: int) -> None:
        """*folder* is made where it is missing; files of the same names are written over."""
        self.entries = catalogue(n, seed)
        self.folder = folder
        self._seed = seed
        self._locks = [threading.Lock() for _ in self.entries]
        self._drawn: set[int] = set()
        self._easels = threading.BoundedSemaphore(cores())

    def file_of(self, entry: Entry) -> Path:
        """Return where *entry* lies once it was drawn."""
        return self.folder / entry.kind / entry.name

    def content(self, entry: Entry) -> bytes:
        """Return the file that *entry* is; the same seed gives the same bytes.

        Raises:
            ContractError: there is none, as of what is missing.
        """
        with self._locks[entry.number]:
            if entry.number in self._drawn:
                try:
                    return self.file_of(entry).read_bytes()
                except FileNotFoundError:
                    log.debug("%s has gone from the cache: it is drawn again", entry.name)
            made = self._made(entry)
            self._keep(entry, made)
            return made

    def small(self, entry: Entry) -> bytes:
        """Return *entry* as the JPEG of at most 320 pixels that a gallery shows."""
        return mess.reduced(self.content(entry), _SMALL_PX)

    def _keep(self, entry: Entry, content: bytes) -> None:
        file = self.file_of(entry)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        except OSError as error:
            # The cache is a convenience; whoever asked gets the picture all the same.
            log.info("%s was not kept: %s", file, error)
        else:
            self._drawn.add(entry.number)

    def _made(self, entry: Entry) -> bytes:
        if entry.of is not None:
            return _copied(entry, self.content(self.entries[entry.of]))
        with self._easels:
            rng = np.random.default_rng([self._seed, entry.number, 1])
            if entry.sort in _DRAWN:
                return mess.encode(draw(entry.kind, rng, entry.size), Path(entry.name).suffix, entry.is_turned)
            if entry.sort in _PRINTED:
                return _PRINTED[entry.sort](rng)
            if entry.sort in _CONVERTED:
                return _CONVERTED[entry.sort](draw(entry.kind, rng, entry.size))
        if entry.sort is Sort.WEB_PAGE:
            return mess.WEB_PAGE
        raise ContractError(f"there is no file of what is {entry.sort.value}")


def _copied(entry: Entry, original: bytes) -> bytes:
    if entry.sort is Sort.NEAR_COPY:
        return mess.near_copy(original, entry.name.partition("-")[0])
    return mess.cut_off(original) if entry.sort is Sort.CUT_OFF else original


_DRAWN = (Sort.DRAWING, Sort.BLOCKED, Sort.WITHHELD)
_PRINTED: dict[Sort, Callable[[np.random.Generator], bytes]] = {
    Sort.BANNER: mess.banner,
    Sort.LOGO: mess.logo,
    Sort.TEXT: mess.card,
}
_CONVERTED: dict[Sort, Callable[[Image.Image], bytes]] = {
    Sort.ICON: mess.icon,
    Sort.ANIMATED: mess.animation,
    Sort.CMYK: mess.for_print,
    Sort.SIXTEEN_BIT: mess.sixteen_bit,
}
