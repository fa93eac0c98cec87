"""A checkpoint written over the one before, killed while it is written: one of the two can be read, always."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import torch
from figures import Figure, Found, Note, Skipped, load

from winnow.training import checkpoint

_KILLS, _TENSORS, _NUMBERS = 40, 16, 1 << 20
"""64 MiB in all: a small network with what its optimiser remembers."""

Write = Callable[[Path, dict[str, torch.Tensor], int], None]
Read = Callable[[Path, int], bool]


def killing() -> Iterator[Found]:
    """R13: 40 kills while a checkpoint of 64 MiB is written over and over; and of a writer that takes no care."""
    yield Note(load())
    if not hasattr(os, "fork"):
        yield Skipped("R13", "kills while a checkpoint is written", "there is no fork")
        return
    # A process with threads of its own is none to fork.
    torch.set_num_threads(1)
    tensors = {str(number): torch.full((_NUMBERS,), float(number)) for number in range(_TENSORS)}
    with tempfile.TemporaryDirectory(prefix="winnow-checkpoint-") as place:
        careful, took = _unreadable(Path(place) / "careful", tensors, checkpoint.write_weights, _is_sound)
        careless, _ = _unreadable(Path(place) / "careless", tensors, _write_in_place, _is_whole)
    yield Note(
        f"one checkpoint in {took * 1000:.0f} ms; written in its place by torch.save, {careless} were unreadable"
    )
    yield Figure("R13", f"unreadable checkpoints after {_KILLS} kills", careful, 0, at_most=True, unit="")
    yield Figure("R13", "such checkpoints of a writer that takes no care", careless, 1, unit="")


def _unreadable(folder: Path, tensors: dict[str, torch.Tensor], write: Write, can_read: Read) -> tuple[int, float]:
    """Return after how many kills the checkpoint could not be read, and how long one takes to write."""
    folder.mkdir()
    path, chance = folder / checkpoint.BEST, random.Random(8)
    began = time.monotonic()
    write(path, tensors, 0)
    took = time.monotonic() - began
    found = 0
    for _ in range(_KILLS):
        done = _killed_after(chance.uniform(0.2, 2.2) * took, path, tensors, write)
        found += not can_read(path, done)
    return found, took


def _is_sound(path: Path, done: int) -> bool:
    """Say whether what the program itself reads is whole, and no older than what was done."""
    try:
        return int(checkpoint.unpacked(path)[1]["epoch"]) >= done
    except checkpoint.ModelUnreadable:
        return False


def _killed_after(seconds: float, path: Path, tensors: dict[str, torch.Tensor], write: Write) -> int:
    """Let a process write checkpoints until it is killed; return the last one that it said was done."""
    told, saying = os.pipe()
    child = os.fork()
    if child == 0:
        with contextlib.suppress(BaseException):
            for epoch in range(1, 200):
                write(path, tensors, epoch)
                os.write(saying, bytes([epoch]))
        os._exit(0)
    os.close(saying)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    said = os.read(told, 1000)
    os.close(told)
    return said[-1] if said else 0


def _write_in_place(path: Path, tensors: dict[str, torch.Tensor], _epoch: int) -> None:
    torch.save(tensors, path)


def _is_whole(path: Path, _done: int) -> bool:
    with contextlib.suppress(Exception):
        torch.load(path, weights_only=True)
        return True
    return False
