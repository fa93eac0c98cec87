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


Run = Callable[[Namespace, Terminal], Reply]
