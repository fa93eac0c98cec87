"""Measured checks, each a ratio taken in one interleaved run: ``poe bench [NAME ...]``, ``poe bench --list``."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator

from figures import Found

BENCHES = {
    "jpeg": ("thumbnailing", "jpeg"),
    "formats": ("thumbnailing", "other_formats"),
    "workers": ("thumbnailing", "workers"),
    "isolation": ("isolating", "isolation"),
    "grid": ("scrolling", "scrolling"),
    "scroll": ("scrolling", "stalls"),
    "cache": ("cache", "reading"),
    "decode": ("cache", "decoding"),
    "start": ("starting", "starting"),
    "fastai": ("first_epoch", "sorting"),
    "train": ("first_epoch", "training"),
    "stall": ("stalling", "stalls"),
    "curves": ("stalling", "curves"),
    "evening": ("evening", "evening"),
    "memory": ("memory", "memory"),
    "backups": ("backing_up", "backups"),
    "map": ("mapping", "mapping"),
    "references": ("references", "references"),
    "canvas": ("editing", "dragging"),
    "subject": ("editing", "finding"),
    "collect": ("collecting", "collecting"),
    "dataset": ("preparing", "loading"),
    "batch": ("preparing", "seeing"),
    "leak": ("leaking", "planted"),
    "duplicates": ("cleaning", "duplicates"),
    "quality": ("cleaning", "quality"),
    "labelling": ("labelling", "labelling"),
    "embed": ("embedding", "embedding"),
    "scale": ("scaling", "scaling"),
    "clustering": ("clustering", "clustering"),
    "suspects": ("flipped_labels", "finding"),
    "readers": ("readers", "readers"),
    "models": ("model_elsewhere", "models"),
    "crash": ("crashing", "crashing"),
    "crash-window": ("killing_window", "killing"),
    "crash-checkpoint": ("checkpoints", "killing"),
    "crash-migration": ("migrating", "migrating"),
    "hostile": ("hostile_pictures", "hostile"),
    "mutants": ("mutating", "mutants"),
    "close": ("closing", "closing"),
    "soak": ("soaking", "soaking"),
    "busy": ("busying", "busy"),
}
"""Name on the command line: module and function, imported when it is run."""


def main(names: list[str]) -> int:
    """Run the benches *names*, by default all; return 1 where a goal is missed, 2 for an unknown name."""
    unknown = [name for name in names if name not in BENCHES and name != "--list"]
    if unknown:
        print(f"There is no bench {', '.join(unknown)}. There are: {', '.join(BENCHES)}.")
        return 2
    if "--list" in names:
        for name in BENCHES:
            print(f"{name:12}{_bench(name).__doc__}")
        return 0
    missed = 0
    for name in names or BENCHES:
        print(f"-- {name}", flush=True)
        for found in _bench(name)():
            print(found, flush=True)
            missed += not getattr(found, "is_met", True)
    return 1 if missed else 0


def _bench(name: str) -> Callable[[], Iterator[Found]]:
    module, function = BENCHES[name]
    found: Callable[[], Iterator[Found]] = getattr(importlib.import_module(module), function)
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
