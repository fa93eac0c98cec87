"""An exported model where there is no Winnow: its example, with onnxruntime, numpy and Pillow alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import bench_venv
from commands import PETS, winnow, workplace
from figures import Figure, Found, Note, Skipped

_VENV = "onnxruntime-1"
_WANTED = ("onnxruntime", "numpy", "Pillow")
_MOST_DIFFERENCE = 1e-4


def models() -> Iterator[Found]:
    """Every pet by the exported example, in each format, against the run inside Winnow."""
    if not PETS.is_dir():
        yield Skipped("models", "a model elsewhere", "the pets are not on this machine")
        return
    why_not = bench_venv.made(_VENV, _WANTED)
    pictures = [str(path) for path in sorted(PETS.rglob("*.jpg"))]
    with workplace() as home:
        project = home / "pets.winnow"
        winnow(home, "new", str(project))
        winnow(home, "import", str(project), str(PETS), "--label-from-folders")
        winnow(home, "split", str(project))
        winnow(home, "train", str(project))
        inside = _by_file(winnow(home, "predict", f"{project}:1", *pictures))
        for name in ("onnx", "torch", "safetensors"):
            target = home / name
            told = winnow(home, "export", str(project), "--model", name, "--run", "1", "--to", str(target))
            yield Note(
                f"{name}: parity on {told['n']} pictures before it was exported {told['parity_max_abs_diff']:.1e}"
            )
            if name == "onnx" and why_not:
                yield Skipped("models", "ONNX without Winnow", why_not)
                continue
            python = str(bench_venv.python_of(_VENV)) if name == "onnx" else sys.executable
            outside = _by_file(_said(python, target / "predict.py", pictures))
            same = sum(outside[file]["label"] == one["label"] for file, one in inside.items())
            yield Figure("models", f"{name}: same label for {len(pictures)} pets", same / len(pictures), 1, unit="")
            furthest = max(
                abs(outside[file]["probabilities"][label] - share)
                for file, one in inside.items()
                for label, share in one["probabilities"].items()
            )
            yield Figure("models", f"{name}: furthest probability", furthest * 1e4, _MOST_DIFFERENCE * 1e4, True, "e-4")


def _by_file(rows: Any) -> dict[str, Any]:
    return {row["file"]: row for row in rows}


def _said(python: str, example: Path, pictures: Sequence[str]) -> list[Any]:
    alone = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    ran = subprocess.run(
        [python, "-I", str(example), *pictures], capture_output=True, text=True, check=False, env=alone
    )
    if ran.returncode:
        sys.exit(f"{example} failed:\n{ran.stderr}")
    return [json.loads(line) for line in ran.stdout.splitlines()]
