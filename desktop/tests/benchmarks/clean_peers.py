"""Run in the bench's own environment: what imagededup or CleanVision finds in a folder: ``clean_peers.py NAME FOLDER``.

One process each. Prints one line of JSON: *seconds* without the imports, and what was *found* by name.
"""

from __future__ import annotations

import json
import sys
import time
import types
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

_PROPERTIES = ("dark", "light", "blurry", "low_information", "grayscale", "odd_size", "odd_aspect_ratio")
Answer = dict[str, Any]


def dedup(folder: str) -> Answer:
    """Return imagededup's groups by its dHash at its default distance."""
    # Its hashes need no torch; its networks, which are imported with them, do.
    for name, attribute in (("imagededup.methods.cnn", "CNN"), ("imagededup.utils.models", "CustomModel")):
        module = types.ModuleType(name)
        setattr(module, attribute, None)
        sys.modules[name] = module
    from imagededup.methods import DHash

    began = time.perf_counter()
    hasher = DHash(verbose=False)
    codes = hasher.encode_images(image_dir=folder, recursive=True, num_enc_workers=0)
    found = hasher.find_duplicates(encoding_map=codes, num_dist_workers=0)
    seconds = time.perf_counter() - began
    return {"seconds": seconds, "found": {"groups": _sets({file: [file, *others] for file, others in found.items()})}}


def near(folder: str) -> Answer:
    """Return CleanVision's near and exact duplicates."""
    lab, seconds = _lab(folder, {"near_duplicates": {}, "exact_duplicates": {}})
    sets = [each for kind in ("near_duplicates", "exact_duplicates") for each in lab.info[kind]["sets"]]
    return {"seconds": seconds, "found": {"groups": [sorted(Path(file).name for file in each) for each in sets]}}


def quality(folder: str) -> Answer:
    """Return what CleanVision flags by what pictures look like."""
    lab, seconds = _lab(folder, {name: {} for name in _PROPERTIES})
    issues = lab.issues
    flagged = {
        name: sorted(Path(str(file)).name for file in issues.index[issues[f"is_{name}_issue"]]) for name in _PROPERTIES
    }
    return {"seconds": seconds, "found": flagged}


def _lab(folder: str, wanted: Mapping[str, Mapping[str, object]]) -> tuple[Any, float]:
    from cleanvision import Imagelab

    began = time.perf_counter()
    lab = Imagelab(data_path=folder)
    lab.find_issues(dict(wanted), n_jobs=1, verbose=False)
    return lab, time.perf_counter() - began


def _sets(found: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Return the groups of two and more, each once."""
    groups = {tuple(sorted(Path(file).name for file in files)) for files in found.values() if len(files) > 1}
    return [list(group) for group in sorted(groups)]


RUNS: dict[str, Callable[[str], Answer]] = {"imagededup": dedup, "CleanVision": near, "CleanVision quality": quality}

if __name__ == "__main__":
    print(json.dumps(RUNS[sys.argv[1]](sys.argv[2])))
