"""Exported data sets opened by the libraries that they are for."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import bench_venv
from commands import PETS, winnow, workplace
from figures import Figure, Found, Note, Skipped
from PIL import Image
from reader_peers import Read, digest_of

_VENV = "readers-1"
_WANTED = ("pandas", "pycocotools", "webdataset", "datasets", "pyarrow", "Pillow")
_PEERS = Path(__file__).with_name("reader_peers.py")
_LAYOUTS = {
    "torchvision": ("folders", ()),
    "pandas": ("csv", ()),
    "pycocotools": ("coco", ("--boxes",)),
    "webdataset": ("webdataset", ()),
    "datasets": ("hf", ()),
    "datasets-parquet": ("parquet", ()),
}


def readers() -> Iterator[Found]:
    """Every picture of an exported data set, read by torchvision, pandas, pycocotools, webdataset and datasets."""
    if not PETS.is_dir():
        yield Skipped("readers", "exports opened elsewhere", "the pets are not on this machine")
        return
    why_not = bench_venv.made(_VENV, _WANTED)
    with workplace() as home:
        project = home / "pets.winnow"
        winnow(home, "new", str(project))
        winnow(home, "import", str(project), str(PETS), "--label-from-folders")
        winnow(home, "split", str(project))
        counts, digest = digest_of(_originals(home, project))
        for name, (layout, flags) in _LAYOUTS.items():
            missing = _missing(name, why_not)
            if missing:
                yield Skipped("readers", f"{layout} by {name}", missing)
                continue
            target = home / layout
            began = time.perf_counter()
            winnow(home, "export", str(project), "--dataset", layout, *flags, "--to", str(target))
            took = time.perf_counter() - began
            found = _read(name, target, home)
            yield Note(
                f"{layout}: written in {took:.1f} s, read by {name} in {found['seconds']:.1f} s: {found['counts']}"
            )
            right = sum(min(count, found["counts"].get(key, 0)) for key, count in counts.items())
            yield Figure(
                "readers", f"{layout} by {name}: share in its part and class", right / sum(counts.values()), 1, unit=""
            )
            yield Figure(
                "readers", f"{layout} by {name}: pixels as they were", float(found["digest"] == digest), 1, unit=""
            )


def _missing(name: str, why_not: str) -> str:
    if name == "datasets-parquet" and importlib.util.find_spec("pyarrow") is None:
        return "pyarrow is not installed beside Winnow (the extra 'parquet')"
    return "" if name == "torchvision" else why_not


def _originals(home: Path, project: Path) -> Iterator[Read]:
    for item in winnow(home, "items", str(project))["items"]:
        if item["state"] == "kept":
            (path,) = (project / "originals" / item["sha256"][:2]).glob(f"{item['sha256']}.*")
            yield item["part"], item["label"], Image.open(path)


def _read(name: str, folder: Path, home: Path) -> dict[str, Any]:
    python = sys.executable if name == "torchvision" else str(bench_venv.python_of(_VENV))
    own = {"HF_HOME": str(home / "hf"), "HF_DATASETS_OFFLINE": "1", "HF_HUB_OFFLINE": "1"}
    ran = subprocess.run(
        [python, str(_PEERS), name, str(folder)],
        cwd=home, env={**os.environ, **own}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if ran.returncode:
        sys.exit(f"{name} failed:\n{ran.stderr}")
    answer: dict[str, Any] = json.loads(ran.stdout.strip().splitlines()[-1])
    return answer
