"""Projects that went through a crash: made, crashed, and looked at for what was lost."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.folders import fill, import_all
from app.power_loss import Call, Disk, Said, Unsynced, recorded

from winnow.app.session import Session
from winnow.base.errors import WinnowError
from winnow.store.label_journal import read

DIES = Path(__file__).parent / "dies.py"
PICTURES = 24
LARGEST_CHANGE = PICTURES // 2
"""Label changes in one action of ``work``: as many may be in the database and not yet in the second copy."""


@dataclass
class Tally:
    """How many crashes there were, and what was wrong after them, by their number."""

    crashes: int = 0
    acknowledged: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, crashes: Iterator[tuple[str, int, list[str]]]) -> None:
        """Count *crashes*: name, what was acknowledged, what was wrong."""
        for name, acknowledged, found in crashes:
            self.crashes += 1
            self.acknowledged += acknowledged
            self.wrong += [f"{name}: {'; '.join(found[:3])}"] if found else []


def command(task: str, project: Path, folder: Path, plant: str = "") -> list[str]:
    """Return the command line of `dies`."""
    return [sys.executable, str(DIES), task, str(project), str(folder), *([plant] if plant else [])]


def made_project(folder: Path) -> Path:
    """Return a project of 24 pictures and two labels in *folder*, closed."""
    fill(folder / "pile", PICTURES)
    project = folder / "made.winnow"
    with Session.create(project, ["cat", "dog"]) as session:
        import_all(session, folder / "pile")
    return project


def base_for(task: str, home: Path) -> Path:
    """Return the project in *home* that *task* begins with, made when it is first asked for."""
    made = home / "made.winnow"
    if not made.exists():
        made_project(home)
    if task == "work":
        return made
    empty = home / "empty.winnow"
    if not empty.exists():
        Session.create(empty).close()
    return empty


def digests(lines: list[str]) -> dict[int, str]:
    """Return how the project stood after each action, from what `dies` said."""
    said = [line.split() for line in lines if line[:1].isdigit()]
    return {int(words[0]): words[1] if len(words) > 1 else "" for words in said}


def wrong_in(project: Path, acknowledged: int | None, expected: dict[int, str], images: set[int]) -> list[str]:
    """Open *project* and return what is wrong with it.

    Args:
        acknowledged: How many actions of ``work`` were, None for other tasks; *expected* is how it stands after each.
        images: Pictures of which the program had said that they are kept.
    """
    from app.dies import standing

    copied = max((seq for seq, _ in read(project / "labels.jsonl")), default=0)
    try:
        with Session.open(project) as session:
            found = _unsound(session)
            logged = session.ask(lambda reader: reader.execute("SELECT max(seq) FROM label_log").fetchone()[0] or 0)
            # Opening writes what is missing, so this is looked at as it was before.
            if logged - copied > LARGEST_CHANGE:
                found.append(f"{logged - copied} changes of labels were not in the second copy")
            if acknowledged:
                # The one after the last may have been committed without a word.
                may_be = {expected[acknowledged], expected.get(acknowledged + 1)}
                found += [] if standing(session) in may_be else [f"action {acknowledged} or one before it is lost"]
            there = {row[0] for row in session.ask(lambda reader: reader.execute("SELECT id FROM image").fetchall())}
            found += [f"picture {image} is lost" for image in sorted(images - there)]
    except WinnowError as error:
        return [f"it does not open: {error}"]
    return found


def _unsound(session: Session) -> list[str]:
    with sqlite3.connect(session.layout.database) as database:
        found = [row[0] for row in database.execute("PRAGMA integrity_check") if row[0] != "ok"]
        rows = database.execute(
            "SELECT sha256, format, label.name FROM image LEFT JOIN label ON label.id = label_id"
            " WHERE sha256 IS NOT NULL"
        ).fetchall()
    database.close()
    found += [
        f"the original {sha[:8]} is not whole" for sha, kind, _ in rows if not session.originals.is_sound(sha, kind)
    ]
    found += [f"{path.name} was left" for path in session.layout.folder.rglob("*.part")]
    named = {change.sha256: change.after for _, change in read(session.layout.labels)}
    if {sha: name for sha, name in named.items() if name} != {sha: name for sha, _, name in rows if name}:
        found.append("the second copy of the labels tells another story")
    return found


def replay(
    task: str, base: Path, pile: Path, home: Path, points: int, plant: str = "", seed: int = 5
) -> Iterator[tuple[str, int, list[str]]]:
    """Run *task* in a copy of *base*, let the power go at *points* moments, each in four ways; yield what was wrong."""
    project = home / "recorded.winnow"
    shutil.copytree(base, project)
    disk = Disk(project)
    happened = recorded(command(task, project, pile, plant), project, home / "trace")
    expected = digests([one.words for one in happened if isinstance(one, Said)])
    if task == "work" and plant == "early":
        expected = digests(_said(command(task, _copy(base, home / "right.winnow"), pile)))
    chance = random.Random(seed)
    last = [at for at, one in enumerate(happened) if isinstance(one, Call)]
    moments = set(chance.sample(last, min(points, len(last))))
    said: list[str] = []
    for at, one in enumerate(happened):
        if isinstance(one, Said):
            said.append(one.words)
        else:
            disk.do(one)
        if at not in moments:
            continue
        for mode in Unsynced:
            state = home / "state.winnow"
            disk.put_into(state, mode, chance)
            done = max(digests(said), default=0) if task == "work" else None
            images = set() if task == "work" else set(digests(said))
            name = f"{plant or 'sound'} {task} call {at} {mode.value}"
            yield name, len(digests(said)), wrong_in(state, done, expected, images)
            shutil.rmtree(state)


def killed(
    task: str, base: Path, pile: Path, home: Path, times: int, plant: str = "", seed: int = 3
) -> Iterator[tuple[str, int, list[str]]]:
    """Kill *task* at random moments, each time in a copy of *base*; yield how much it had said, and what was wrong."""
    chance = random.Random(seed)
    whole = _said(command(task, _copy(base, home / "whole.winnow"), pile))
    expected = digests(whole)
    for turn in range(times):
        project = _copy(base, home / "killed.winnow")
        after, more = chance.randrange(1, len(whole)), chance.random() * 0.012
        lines = _killed_after(command(task, project, pile, plant), after, more)
        numbers = digests(lines)
        done = max(numbers, default=0) if task == "work" else None
        found = wrong_in(project, done, expected, set() if task == "work" else set(numbers))
        yield f"{plant or 'sound'} {task} kill {turn}", len(numbers), found
        shutil.rmtree(project)


def injected(task: str, base: Path, pile: Path, home: Path, faults: list[str]) -> Iterator[tuple[str, int, list[str]]]:
    """Let one call of *task* fail or kill for each of *faults* (as ``strace -e inject`` has them)."""
    expected = digests(_said(command(task, _copy(base, home / "whole.winnow"), pile)))
    for fault in faults:
        project = _copy(base, home / "hurt.winnow")
        # Only calls that touch the project count, not those that say something or load a module.
        touching = [f"-P{project / name}" for name in ("project.db", "project.db-wal", "labels.jsonl", "originals")]
        strace = ["strace", "-f", "-o", "/dev/null", *touching, "-e", f"inject={fault}"]
        ran = subprocess.run(
            [*strace, *command(task, project, pile)], capture_output=True, text=True, timeout=120, check=False
        )
        numbers = digests(ran.stdout.splitlines())
        done = max(numbers, default=0) if task == "work" else None
        found = wrong_in(project, done, expected, set() if task == "work" else set(numbers))
        last = ran.stderr.strip().rpartition("\n")[2]
        # What is logged comes before it; a program that was killed says nothing.
        if ran.returncode > 0 and not last.startswith("refused: "):
            found.append(f"no words: {last}")
        yield fault, len(numbers), found
        shutil.rmtree(project)


def _copy(base: Path, target: Path) -> Path:
    shutil.rmtree(target, ignore_errors=True)
    return Path(shutil.copytree(base, target))


def _said(line: list[str]) -> list[str]:
    return subprocess.run(line, capture_output=True, text=True, check=True, timeout=120).stdout.splitlines()


def _killed_after(line: list[str], count: int, more_s: float) -> list[str]:
    with subprocess.Popen(line, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = []
        while len(lines) < count and (said := process.stdout.readline()):
            lines.append(said)
        try:
            process.wait(more_s)
        except subprocess.TimeoutExpired:
            process.kill()
        lines += process.stdout.readlines()
    return [said for said in lines if said.endswith("\n")]
