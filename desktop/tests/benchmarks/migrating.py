"""A project of the first schema brought up to date, and killed at every call that touches it: old or new, no other.

``python migrating.py PROJECT [PLANT]`` opens the project once, for the bench to kill. With PLANT each step is
committed alone: whoever looks for projects between two schemas must find them.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from figures import Figure, Found, Note, Skipped, load

sys.path.append(str(Path(__file__).resolve().parents[1]))

from store.old_projects import database_of, step_files

from winnow.app.queries.overview import overview
from winnow.app.session import Session
from winnow.base.errors import WinnowError
from winnow.store import migration, soundness

_CALLS = ("pwrite64", "write", "unlink", "mkdir")
_OWN = ("fsync", "fdatasync", "ftruncate", "rename")
"""Calls that only Winnow makes, wherever it does: in the folder of backups too."""
_PLANTED_EACH = 6
_TOUCHED = ("", "project.db", "project.db-wal", "project.db-shm", "labels.jsonl", "backups", "cache")


def migrating() -> Iterator[Found]:
    """R15: kills at every call of the migration from the first schema on (or WINNOW_BENCH_CRASHES per cent of them)."""
    yield Note(load())
    if shutil.which("strace") is None:
        yield Skipped("R15", "kills at every call of a migration", "there is no strace")
        return
    share = int(os.environ.get("WINNOW_BENCH_CRASHES", "100")) / 100
    with tempfile.TemporaryDirectory(prefix="winnow-migrate-") as made:
        home = Path(made)
        old, new = _dump(_project(home).joinpath("project.db")), _schema_now(home)
        calls = _counted(home)
        every = [(name, at) for name, count in sorted(calls.items()) for at in range(1, count + 1)]
        chosen = every[:: max(1, round(1 / share))]
        kills = [(f"{name} {at}", *_killed(home, name, at, old, new)) for name, at in chosen]
        planted = [_killed(home, name, at, old, new, "early")[1] for name, at in every[::_PLANTED_EACH]]
    ends, wrong = Counter(end for _, end, _ in kills), [f"{call}: {found}" for call, _, found in kills if found]
    told = ", ".join(f"{count} left {end}" for end, count in ends.items())
    yield Note(f"{len(step_files())} schemas, {len(every)} calls ({dict(calls)}), {len(chosen)} kills: {told}")
    for words in wrong[:10]:
        yield Note(words)
    yield Figure("R15", "kills within a migration, and a project between two schemas", len(wrong), 0, True, "")
    yield Figure("R15", "such projects found where each step is committed alone", sum(map(bool, planted)), 1, unit="")


def _project(home: Path) -> Path:
    folder = home / "old.winnow"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    database_of(1, folder / "project.db")
    return folder


def _opening(folder: Path, *plant: str) -> list[str]:
    return [sys.executable, __file__, str(folder), *plant]


def _touching(folder: Path, calls: Iterable[str]) -> list[str]:
    return [f"-P{folder / name if name else folder}" for name in _TOUCHED if not set(calls) <= set(_OWN)]


def _counted(home: Path) -> Counter[str]:
    most: Counter[str] = Counter()
    for calls in (_CALLS, _OWN):
        folder, trace = _project(home), home / "trace"
        line = ["strace", "-f", "-o", str(trace), *_touching(folder, calls), "-e", f"trace={','.join(calls)}"]
        subprocess.run([*line, *_opening(folder)], check=True, capture_output=True, timeout=300)
        # Each thread counts its own calls.
        begun = [words.split("(")[0].split() for words in trace.read_text().splitlines() if "(" in words]
        for (_thread, name), count in Counter(map(tuple, begun)).items():
            most[name] = max(most[name], count)
    return most


def _killed(
    home: Path, call: str, at: int, old: list[str], new: list[tuple[object, ...]], *plant: str
) -> tuple[str, str]:
    """Kill an opening at a *call*; return what schema is left, and what is wrong then or after opening it again."""
    folder = _project(home)
    fault = f"inject={call}:signal=SIGKILL:when={at}"
    line = ["strace", "-f", "-o", "/dev/null", *_touching(folder, (call,)), "-e", fault]
    ran = subprocess.run([*line, *_opening(folder, *plant)], check=False, capture_output=True, timeout=300)
    if ran.returncode == 0:
        return "whole", ""
    shutil.copytree(folder, home / "looked-at", dirs_exist_ok=False)
    try:
        path = home / "looked-at" / "project.db"
        is_old, is_new = _dump(path) == old, _schema(path) == new
    finally:
        shutil.rmtree(home / "looked-at")
    if not is_old and not is_new:
        return "something else", "neither the old schema nor the new one"
    try:
        with Session.open(folder) as session:
            now = session.ask(overview)
            found = session.ask(soundness.problems, session.layout.labels)
            if (now.found, now.kept, now.rejected, now.labelled) != (8, 5, 1, 5):
                found.append(f"not all is there: {now}")
            if is_old and not session.backups.all():
                found.append("it was brought up to date without a backup")
            found += [f"{path.name} was left" for path in folder.rglob("*.part")]
    except WinnowError as error:
        return "old" if is_old else "new", f"it does not open: {error}"
    return "old" if is_old else "new", "; ".join(found)


def _dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def _schema(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").fetchall()


def _schema_now(home: Path) -> list[tuple[object, ...]]:
    folder = home / "fresh.winnow"
    Session.create(folder).close()
    return _schema(folder / "project.db")


def _commit_each_step() -> None:
    careful = migration.take_step

    def early(connection: sqlite3.Connection, file: Path) -> None:
        careful(connection, file)
        connection.execute(f"PRAGMA user_version = {(1 << 16) + int(file.name[:4])}")
        connection.execute("COMMIT")
        connection.execute("BEGIN IMMEDIATE")

    migration.take_step = early


if __name__ == "__main__":
    if sys.argv[2:]:
        _commit_each_step()
    Session.open(Path(sys.argv[1])).close()
