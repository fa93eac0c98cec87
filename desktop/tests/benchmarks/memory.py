"""How much memory the whole path takes, by process and at the same moment in all of them."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from commands import PETS, WINNOW, environment, workplace
from figures import Figure, Found, Note

_EVERY_S = 0.05
_GOAL_MB = 1500


@dataclass
class Watch:
    """Looks at a process and all that it started, until told to stop; bytes."""

    largest: int = 0
    """Of one process."""
    together: int = 0
    """Of all at one moment; pages that several share are counted once for each of them, so it is an upper bound."""
    shared_once: int = 0
    """The same with shared pages shared out (PSS), where the system tells; looked at ten times less often."""
    by_process: dict[int, int] = field(default_factory=dict)

    def follow(self, process: subprocess.Popen[str]) -> None:
        """Look until *process* ends."""
        top, turn = psutil.Process(process.pid), 0
        waiting = threading.Event()
        while process.poll() is None:
            self._look(top, with_shared=turn % 10 == 0)
            turn += 1
            waiting.wait(_EVERY_S)

    def _look(self, top: psutil.Process, with_shared: bool) -> None:
        total = shared = 0
        try:
            family = [top, *top.children(recursive=True)]
        except psutil.NoSuchProcess:
            return
        for one in family:
            try:
                size = one.memory_info().rss
                shared += getattr(one.memory_full_info(), "pss", 0) if with_shared else 0
            except (psutil.NoSuchProcess, psutil.AccessDenied):
                continue
            total += size
            self.by_process[one.pid] = max(size, self.by_process.get(one.pid, 0))
            self.largest = max(self.largest, size)
        self.together = max(self.together, total)
        self.shared_once = max(self.shared_once, shared)


def memory() -> Iterator[Found]:
    """The largest memory of import, embedding, K-Means, split, both recipes, test and export of 664 photos."""
    largest = together = 0
    with workplace() as home:
        for name, command in _path(home):
            watch = _watched(home, command)
            largest, together = max(largest, watch.largest), max(together, watch.together)
            parts = " + ".join(f"{size / 1e6:.0f}" for size in sorted(watch.by_process.values(), reverse=True)[:4])
            told = f", {watch.shared_once / 1e6:.0f} MB with shared pages counted once" if watch.shared_once else ""
            yield Note(f"{name}: together {watch.together / 1e6:.0f} MB{told}; each at most {parts}")
    yield Figure("memory", "the largest process", largest / 1e6, _GOAL_MB, at_most=True, unit=" MB")
    yield Figure("memory", "all processes at one moment", together / 1e6, _GOAL_MB, at_most=True, unit=" MB")


def _path(home: Path) -> Iterator[tuple[str, list[str]]]:
    project = str(home / "project.winnow")
    if PETS.is_dir():
        yield "new", ["new", project]
        yield "import", ["import", project, str(PETS), "--label-from-folders"]
    else:
        yield "sample", ["sample", project]
    yield "embed, its network made too", ["embed", project]
    yield "cluster", ["cluster", project, "--k", "2"]
    if not PETS.is_dir():
        yield "label", ["label", project, "--cluster", "1", "--as", "cat"]
        yield "label", ["label", project, "--cluster", "2", "--as", "dog"]
    yield "split", ["split", project]
    yield "train, Quick", ["train", project, "--recipe", "quick"]
    yield "train, Fine-tune", ["train", project, "--recipe", "fine-tune", "--epochs", "1"]
    yield "test", ["test", project, "--run", "1"]
    yield "export of folders", ["export", project, "--dataset", "folders", "--to", str(home / "folders")]
    yield "export of ONNX", ["export", project, "--model", "onnx", "--run", "2", "--to", str(home / "model")]


def _watched(home: Path, command: list[str]) -> Watch:
    watch = Watch()
    with subprocess.Popen(
        [*WINNOW, *command], env=environment(home), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as running:
        watch.follow(running)
        _, errors = running.communicate()
    if running.returncode:
        sys.exit(f"'{' '.join(command)}' failed:\n{errors}")
    return watch
