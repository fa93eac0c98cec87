"""A count with its noun, in the plain English that the core speaks."""

from __future__ import annotations


def counted(count: int, one: str, several: str = "") -> str:
    """Return *count* with its word: ``1 file``, ``2 files``; *several* where that is not *one* with an s."""
    return f"{count} {one if count == 1 else several or one + 's'}"
