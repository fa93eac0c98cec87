"""Whether the program ends well whenever its window is closed: exit code, time, and nothing that lives on."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
from commands import PETS, environment, winnow, workplace
from figures import Figure, Found, Note, load

_TIMES, _GOAL_S, _PATIENCE_S = 20, 5.0, 180.0
_MIDDLES = ("start page", "opening", "an open project", "all rooms", "importing", "clustering", "training")


@dataclass(frozen=True, slots=True)
class Closed:
    """How one close went."""

    middle: str
    took_s: float
    code: int
    left: tuple[str, ...]
    """What of its processes lived on."""
    said: str
    """Its last words on the error stream."""


def closing() -> Iterator[Found]:
    """20 closes of the window in the middle of work: exit code 0, in 5 s, no process left, no word of an error."""
    found = []
    with workplace() as home:
        project = labelled_project(home)
        winnow(home, "split", str(project))
        for at in range(_TIMES):
            found.append(_closed(home, project, _MIDDLES[at % len(_MIDDLES)]))
    for one in found:
        if one.code or one.left or one.said or one.took_s > _GOAL_S:
            left = ", ".join(one.left) or "nothing"
            yield Note(f"{one.middle}: code {one.code}, {one.took_s:.1f} s, left: {left}; {one.said[-300:]}")
    longest = max(found, key=lambda one: one.took_s)
    yield Note(f"{_TIMES} closes; the longest in the middle of {longest.middle}; {load()}")
    well = sum(one.code == 0 and not one.said for one in found)
    yield Figure("close", "closes with exit code 0 and no error", well, _TIMES, unit="")
    yield Figure("close", "processes left", sum(len(one.left) for one in found), 0, at_most=True, unit="")
    yield Figure("close", "the longest", longest.took_s, _GOAL_S, at_most=True, unit=" s")


def labelled_project(home: Path) -> Path:
    """Return a project in *home* whose pictures have labels: the pets where they are there, else the sample."""
    project = home / "project.winnow"
    if PETS.is_dir():
        winnow(home, "new", str(project))
        winnow(home, "import", str(project), str(PETS), "--label-from-folders")
        return project
    winnow(home, "sample", str(project))
    winnow(home, "cluster", str(project), "--k", "2")
    winnow(home, "label", str(project), "--cluster", "1", "--as", "cat")
    winnow(home, "label", str(project), "--cluster", "2", "--as", "dog")
    return project


def _closed(home: Path, project: Path, middle: str) -> Closed:
    command = [sys.executable, str(Path(__file__).with_name("closing_window.py")), str(project), middle]
    with subprocess.Popen(
        command, env=environment(home), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        began = time.monotonic()
        family = _family(running.pid)
        try:
            code = running.wait(_PATIENCE_S)
        except subprocess.TimeoutExpired:
            running.kill()
            code = -1
        took = time.monotonic() - began
        _, alive = psutil.wait_procs(family, timeout=1)
        left = tuple(words for one in alive if (words := _words(one)))
        return Closed(middle, took, code, left, running.stderr.read().strip())


def _words(process: psutil.Process) -> str:
    """Return what *process* is, and end it; nothing where it is over and only waits for its end to be read."""
    try:
        if process.status() == psutil.STATUS_ZOMBIE:
            return ""
        words = " ".join(process.cmdline())
        process.kill()
        return words
    except psutil.NoSuchProcess:
        return ""


def _family(pid: int) -> list[psutil.Process]:
    try:
        return psutil.Process(pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []
