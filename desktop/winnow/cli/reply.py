"""What a command answers."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from winnow.cli.progress import Terminal


@dataclass(frozen=True, slots=True)
class Reply:
    """*fields* for ``--json``, *words* for people, and the exit code."""

    fields: dict[str, Any] | list[dict[str, Any]]
    words: str
    code: int = 0


def counted(count: int, one: str, several: str = "") -> str:
    """Return *count* with its word: ``1 file``, ``2 files``; *several* where that is not *one* with an s."""
    return f"{count} {one if count == 1 else several or one + 's'}"


Run = Callable[[Namespace, Terminal], Reply]
