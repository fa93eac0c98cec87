"""Winnow's commands as a person runs them: each a new process, in folders of the bench's own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PETS = Path(__file__).resolve().parents[4] / "shared" / "data" / "pets"
WINNOW = (sys.executable, "-m", "winnow")


@contextmanager
def workplace() -> Iterator[Path]:
    """Give a folder on the disk (the system's own for short-lived files may be in memory) that is ignored by git."""
    with tempfile.TemporaryDirectory(prefix="bench-", suffix=".winnow", dir=Path.cwd()) as made:
        yield Path(made)


def environment(home: Path) -> dict[str, str]:
    """Return an environment in which all of the program's folders lie in *home*, with nothing cached at first.

    Compiled modules are kept, as an installed program has them.
    """
    own = {"HOME": "", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_STATE_HOME": "state"}
    folders = {name: str(home / folder) for name, folder in (own | {"XDG_CACHE_HOME": "cache"}).items()}
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**inherited, **folders, "QT_QPA_PLATFORM": "offscreen"}


def crash_words(home: Path) -> str:
    """Return what a window that ran in *home* wrote when it crashed, with its threads' calls; "" if it did not."""
    log = home / "state" / "winnow" / "log" / "crash.log"
    return log.read_text(encoding="utf-8") if log.is_file() else ""


def winnow(home: Path, *arguments: str) -> dict[str, Any]:
    """Run one command and return what it answers in JSON; ends the bench when it fails."""
    command = [*WINNOW, *arguments, "--json"]
    ran = subprocess.run(command, env=environment(home), capture_output=True, text=True, check=False)
    if ran.returncode:
        sys.exit(f"'{' '.join(command)}' failed:\n{ran.stderr}")
    answer: dict[str, Any] = json.loads(ran.stdout)
    return answer
