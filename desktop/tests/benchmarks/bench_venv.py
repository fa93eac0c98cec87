"""Virtual environments of the benches' own, for the programs beside which Winnow is timed; each made once."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


def home(name: str) -> Path:
    """Return where the environment *name* lies: in ``WINNOW_BENCH_CACHE``, by default ``~/.cache/winnow-bench``."""
    return Path(os.environ.get("WINNOW_BENCH_CACHE") or Path.home() / ".cache" / "winnow-bench") / name


def python_of(name: str) -> Path:
    """Return the interpreter of the environment *name*."""
    return home(name) / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def made(name: str, wanted: Sequence[str], alone: Sequence[str] = ()) -> str:
    """Make the environment *name* if it is not there; return why it cannot be, or "".

    pip asks the index that this Python's pip is set up with. What is *alone*
    is installed without what it asks for.
    """
    stamp, listed = home(name) / "complete", "\n".join([*wanted, *alone])
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == listed:
        return ""
    print(f"   installing {', '.join([*wanted[:1], *alone])} into {home(name)}; this takes minutes", flush=True)
    pip = [str(python_of(name)), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    commands = [[sys.executable, "-m", "venv", "--clear", str(home(name))], [*pip, *wanted]]
    if alone:
        commands.append([*pip, "--no-deps", *alone])
    for command in commands:
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
        if ran.returncode:
            return f"'{' '.join(command[:4])}' failed: {(ran.stderr.strip().splitlines() or ['no words'])[-1]}"
    stamp.write_text(listed, encoding="utf-8")
    return ""
