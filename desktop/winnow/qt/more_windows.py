"""A further window is a process of its own: what befalls one project leaves the others alone."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QProcess


def own_command() -> list[str]:
    """Return the command that starts this program, installed, frozen or from a checkout."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "winnow"]


def open_window(project: Path | None = None) -> bool:
    """Open another window, on *project* or on the start page; return whether it could be started."""
    program, *arguments = own_command()
    if project is not None:
        arguments.append(str(project))
    started: tuple[bool, int] | bool = QProcess.startDetached(program, arguments)
    return started[0] if isinstance(started, tuple) else started
