"""What a source begins with, in parts small enough that a crawl can be stopped between any two of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from winnow.collect.finds import Finds, Source, TellsInParts

PART = 250
"""Pictures in one part."""


def parts_of(source: Source) -> Iterator[Finds]:
    """Yield all that *source* begins with, its visits first; see `TellsInParts.parts`.

    Raises:
        What `Source.start` does.
    """
    if isinstance(source, TellsInParts):
        yield from source.parts()
        return
    begin = source.start()
    yield replace(begin, pictures=(), withheld=())
    for at in range(0, max(len(begin.pictures), len(begin.withheld)), PART):
        yield Finds(begin.pictures[at : at + PART], withheld=begin.withheld[at : at + PART])
