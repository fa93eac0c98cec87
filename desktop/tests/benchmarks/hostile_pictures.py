"""Awkward and hostile pictures given to the decoder's process: what they cost in lives, time and memory."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
from figures import Figure, Found, Note, Skipped, load

from winnow.domain.image import Reason
from winnow.vision.decoder import Decoder
from winnow.vision.refusal import PictureRefused

_FILES = Path(__file__).resolve().parents[4] / "shared" / "data" / "bad_images" / "files"
_AT_LEAST = 104
_LIMIT_S = 5.0


def hostile() -> Iterator[Found]:
    """R7, R9: awkward pictures in the decoder's process: deaths, the slowest, memory; and how soon a hang is ended."""
    yield Note(load())
    if _FILES.is_dir():
        yield from _awkward(sorted(path for path in _FILES.rglob("*") if path.is_file()))
    else:
        yield Skipped("R9", "awkward pictures", f"{_FILES} is not there")
    if hasattr(signal, "SIGSTOP"):
        yield from _hanging()


def _awkward(files: list[Path]) -> Iterator[Found]:
    refused, deaths, slowest, swollen = 0, 0, (0.0, ""), (0.0, "")
    for path in files:
        # A worker of its own for each: the most memory that one ever had is told of its whole life.
        with Decoder() as decoder:
            decoder.protections()
            pid = decoder.pid()
            before, began = _most_mb(pid), time.monotonic()
            try:
                decoder.examine(path.read_bytes(), path.name)
            except PictureRefused as error:
                refused += 1
                deaths += error.reason in (Reason.CRASHED, Reason.TOOK_TOO_LONG)
            slowest = max(slowest, (time.monotonic() - began, path.name))
            if decoder.pid() == pid:
                swollen = max(swollen, (_most_mb(pid) - before, path.name))
    yield Note(f"{len(files)} files, {refused} refused in words; slowest {slowest[1]}, largest {swollen[1]}")
    yield Figure("R9", "files", len(files), _AT_LEAST, unit="")
    yield Figure("R9", "workers that died or had to be ended", deaths, 0, at_most=True, unit="")
    yield Figure("R9", "the slowest", slowest[0], 2, at_most=True, unit=" s")
    yield Figure("R9", "memory that one of them took", swollen[0], 200, at_most=True, unit=" MB")


def _most_mb(pid: int | None) -> float:
    """Return the most memory that a process ever had; what it has now where the system does not tell."""
    status = Path(f"/proc/{pid}/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return float(line.split()[1]) / 1000
    return float(psutil.Process(pid).memory_info().rss) / 1e6


def _hanging() -> Iterator[Found]:
    with Decoder() as decoder:
        decoder.protections()
        pid = decoder.pid()
        assert pid is not None
        os.kill(pid, signal.SIGSTOP)
        began = time.monotonic()
        try:
            decoder.examine(b"\xff\xd8\xff", "hangs.jpg")
        except PictureRefused as error:
            yield Note(str(error))
        took = time.monotonic() - began
        yield Figure("R7", "off the limit of 5 s, when a hang was ended", abs(took - _LIMIT_S), 0.5, True, " s")
