"""How soon the window does what a person asks while pictures come in and a run trains, against the quiet window."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from busy_window import PICTURES
from closing import labelled_project
from commands import PETS, crash_words, environment, winnow, workplace
from figures import Figure, Found, Note, Skipped, load
from PIL import Image

_ROUNDS = 3
_SAVED_P95_MS, _SAVED_P99_MS, _GAP_MS = 50, 150, 250


def busy() -> Iterator[Found]:
    """Label, change rooms and scroll while a crawl and a run go on: key to saved and painted, the longest gap."""
    if not PETS.is_dir():
        yield Skipped("busy", "the window while it works", f"{PETS} is not there")
        return
    child = Path(__file__).with_name("busy_window.py")
    with workplace() as home:
        project = labelled_project(home)
        winnow(home, "split", str(project))
        _draw(home / "pictures")
        before = load()
        with _served(home / "pictures") as address:
            command = [sys.executable, str(child), str(project), address, str(_ROUNDS)]
            ran = subprocess.run(command, env=environment(home), capture_output=True, text=True, check=False)
        if ran.returncode:
            why = ran.stderr + crash_words(home)
            sys.exit(f"The window was not used to the end (code {ran.returncode}):\n{why}")
    phases = [json.loads(line) for line in ran.stdout.splitlines() if line.startswith("{")]
    yield Note(
        f"{_ROUNDS} rounds, each first quiet and then busy (p50 / p95 / p99 / worst); {before} before, {load()} after"
    )
    for is_busy, name in ((False, "quiet"), (True, "busy")):
        some = [one for one in phases if one["busy"] is is_busy]
        yield Note(f"{name}: " + ", ".join(_words(what, some) for what in ("saved", "labelled", "room")))
        gaps = ", ".join(f"{what} {max(one[what]['worst_ms'] for one in some):.0f}" for what in ("scroll", "whole"))
        yield Note(f"{name}: longest gap of a 10 ms timer, scrolling and in all: {gaps} ms")
    yield from _judged([one for one in phases if one["busy"]])


def _judged(phases: list[dict]) -> Iterator[Found]:
    saved = [ms for one in phases for ms in one["saved"]]
    both = min(len(one["running"]) for one in phases)
    yield Figure("busy", "jobs that still ran at the end of each busy phase", both, 2, unit="")
    yield Figure("R16", "key to saved, p95", _part(saved, 95), _SAVED_P95_MS, at_most=True, unit=" ms")
    yield Figure("R16", "key to saved, p99", _part(saved, 99), _SAVED_P99_MS, at_most=True, unit=" ms")
    worst = max(one["whole"]["worst_ms"] for one in phases)
    yield Figure("R16", "longest gap of the event loop", worst, _GAP_MS, at_most=True, unit=" ms")


def _words(what: str, phases: list[dict]) -> str:
    each = [ms for one in phases for ms in one[what]]
    return f"{what} " + " / ".join(f"{_part(each, share):.0f}" for share in (50, 95, 99, 100)) + " ms"


def _part(each: list[float], share: float) -> float:
    return float(np.percentile(each, share))


def _draw(folder: Path) -> None:
    """Make other pictures of the pets, for each round its own."""
    photos = sorted(PETS.glob("*/*.jpg"))
    for turn in range(_ROUNDS):
        (folder / str(turn)).mkdir(parents=True)
        for number in range(PICTURES):
            with Image.open(photos[number % len(photos)]) as photo:
                photo.draft("RGB", (400, 400))
                photo.convert("RGB").save(folder / str(turn) / f"{number}.jpg", quality=80 + turn)


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """Serve *folder* from a process of its own; it says first at which port."""
    command = [sys.executable, "-u", "-m", "http.server", "--bind", "127.0.0.1", "--directory", str(folder), "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            assert server.stdout is not None
            port = server.stdout.readline().split(" port ")[1].split()[0]
            yield f"http://127.0.0.1:{port}"
        finally:
            server.kill()
