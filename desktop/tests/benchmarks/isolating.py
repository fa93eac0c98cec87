"""R8: what it costs to decode pictures from outside in a confined process instead of in one's own."""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable, Iterator

import corpus
import psutil
from figures import Figure, Found, Note, in_ms, load
from PIL import Image

from winnow.vision import decode
from winnow.vision.decoder import Decoder

_SIZES = ((500, 375), (1600, 1200), (4000, 3000))
_STARTS = 15
_ROUNDS = 20


def isolation() -> Iterator[Found]:
    """R8: examining a picture in the sandboxed worker against the same call in this process; its start and memory."""
    yield Note(load())
    yield from _started()
    pictures = corpus.pictures(4)
    with Decoder() as decoder:
        yield Note(f"in force: {', '.join(decoder.protections())}")
        worker = psutil.Process(decoder.pid())
        fresh = worker.memory_info().rss
        files = {
            size: corpus.encoded([one.resize(size, Image.Resampling.BICUBIC) for one in pictures], "JPEG", quality=90)
            for size in _SIZES
        }
        files |= {("PNG", *_SIZES[1]): corpus.encoded([one.resize(_SIZES[1]) for one in pictures[:2]], "PNG")}
        walls, cpus = [], []
        for what, same in files.items():
            took = _paired(decoder, same)
            spent = {"here": _cpu_s(same, lambda data: decode.examine(data, "a.jpg"), psutil.Process())}
            spent["worker"] = _cpu_s(same, lambda data: decoder.examine(data, "a.jpg"), psutil.Process(), worker)
            walls.append(took["worker"] / took["here"])
            cpus.append(spent["worker"] / spent["here"])
            name = " x ".join(str(part) for part in what)
            yield Note(
                f"{len(same)} of {name}: {in_ms(took, len(same))}, {walls[-1]:.2f}x; {cpus[-1]:.2f}x in CPU time"
            )
        resting = worker.memory_info().rss
        yield Figure("R8", "CPU time of a thumbnail, both processes, the worst size", max(cpus), 1.15, True)
        yield Figure("R8", "time of a thumbnail in the worker, the worst size", max(walls), 1.15, True)
        yield Note(f"the worker after them: {resting / 1e6:.0f} MB, of these its own {_own_mb(worker):.0f} MB")
        yield Figure("R8", "memory of a worker that is ready", fresh / 1e6, 60, True, " MB")


def _started() -> Iterator[Found]:
    took = []
    for _ in range(_STARTS):
        began = time.perf_counter()
        with Decoder() as decoder:
            decoder.protections()
            took.append((time.perf_counter() - began) * 1000)
    yield Note(f"{_STARTS} starts: {min(took):.0f} to {max(took):.0f} ms")
    yield Figure("R8", "start until it is sealed and ready, median", statistics.median(took), 400, True, " ms")


def _paired(decoder: Decoder, files: list[bytes]) -> dict[str, float]:
    """Return the sum over *files* of the least seconds of both ways: what others do meanwhile can only add."""
    ways = {"here": lambda data: decode.examine(data, "a.jpg"), "worker": lambda data: decoder.examine(data, "a.jpg")}
    total = dict.fromkeys(ways, 0.0)
    for data in files:
        least = dict.fromkeys(ways, math.inf)
        for turn in range(_ROUNDS):
            for name in list(ways)[:: 1 if turn % 2 else -1]:
                began = time.perf_counter()
                ways[name](data)
                least[name] = min(least[name], time.perf_counter() - began)
        for name, seconds in least.items():
            total[name] += seconds
    return total


def _cpu_s(files: list[bytes], make: Callable[[bytes], object], *processes: psutil.Process) -> float:
    """Return the CPU seconds that *processes* take together over *files*, which a busy machine does not change."""
    before = sum(sum(one.cpu_times()[:2]) for one in processes)
    for _ in range(_ROUNDS):
        for data in files:
            make(data)
    return sum(sum(one.cpu_times()[:2]) for one in processes) - before


def _own_mb(process: psutil.Process) -> float:
    return getattr(process.memory_full_info(), "uss", 0) / 1e6
