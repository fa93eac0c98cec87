"""What of this machine may be used, as the person chose: told by the environment, so that child processes know it."""

from __future__ import annotations

import os

THREADS, DEVICE, PREVIEWS = "WINNOW_THREADS", "WINNOW_DEVICE", "WINNOW_PREVIEW_MB"
CACHE, CACHE_LIMIT = "WINNOW_CACHE", "WINNOW_CACHE_GB"
"""Environment variables; each is unset where the program's own choice is meant."""

CPU = "cpu"
PREVIEW_MB = 128
"""Thumbnails that each view of pictures keeps ready, unless the person says otherwise."""

CACHE_GB = 8
"""What may be kept so that it need not be made again, of all projects, unless the person says otherwise."""


def cores() -> int:
    """Return how many processor cores work may take in all."""
    return min(_number(THREADS) or _there(), _there())


def cores_beside_the_window() -> int:
    """Return how many cores long computations take: what was chosen, or all but one, which is left for the window.

    On a busy machine that is faster as well: numerical libraries' threads wait for each other. Of two cores both are
    taken, for half of them is too much to leave, and the window goes first.
    """
    return cores() if _number(THREADS) else min(_there(), max(2, _there() - 1))


def may_use_graphics_card() -> bool:
    """Say whether work that can go to a graphics card may."""
    return os.environ.get(DEVICE) != CPU


def preview_bytes() -> int:
    """Return how much memory the thumbnails of one view may take."""
    return (_number(PREVIEWS) or PREVIEW_MB) << 20


def cache_bytes() -> int:
    """Return how much may be kept on the disk so that it need not be made again, of all projects."""
    return (_number(CACHE_LIMIT) or CACHE_GB) * 1_000_000_000


def _there() -> int:
    return os.cpu_count() or 1


def _number(name: str) -> int:
    text = os.environ.get(name, "")
    return int(text) if text.isdecimal() else 0
