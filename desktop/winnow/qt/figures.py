"""Figures in words: thousands by a thin space, a true minus, times as people say them."""

from __future__ import annotations

THIN_SPACE = "\u2009"


def count_words(count: int) -> str:
    """Return *count* with its thousands parted: 1760 is ``1 760``."""
    return f"{count:,}".replace(",", THIN_SPACE).replace("-", "\u2212")


def clock_words(seconds: float) -> str:
    """Return a time as minutes and seconds, ``2:44``, or with hours, ``1:02:44``."""
    whole = max(round(seconds), 0)
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def rate_words(each_second: float) -> str:
    """Return a rate with two figures below ten, ``2.1``, and whole above, ``52``."""
    return f"{each_second:.1f}" if each_second < 10 else count_words(round(each_second))


def size_words(size_bytes: int) -> str:
    """Return a size as file managers show it, ``1.4 GB`` of a billion bytes."""
    for unit, size in (("GB", 1e9), ("MB", 1e6)):
        if size_bytes >= size:
            return f"{size_bytes / size:.1f}{THIN_SPACE}{unit}"
    return f"{round(size_bytes / 1000)}{THIN_SPACE}kB"
