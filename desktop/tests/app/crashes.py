"""Projects that went through a crash: made, crashed, and looked at for what was lost."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from app.dies import PICTURES, standing
from app.folders import fill, import_all
from app.interrupted import JOBS, Jobs, ready_project, wrong_epochs
from app.power_loss import Call, Disk, Said, Unsynced, recorded

from winnow.app.session import Session
from winnow.base.errors import WinnowError
from winnow.store.label_journal import read

DIES, BUSY = (Path(__file__).with_name(name) for name in ("dies.py", "busy.py"))
LARGEST_CHANGE = PICTURES // 2
"""Label changes in one action of ``work``: as many may be in the database and not yet in the second copy."""
_OWN = ("fsync", "fdatasync", "rename", "ftruncate")
_ENDS_WITHIN_S = 30.0


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


def command(task: str, project: Path, folder: Path | str, plant: str = "") -> list[str]:
    """Return the command line of `dies`, or of `busy`."""
    script = BUSY if task in JOBS else DIES
    return [sys.executable, str(script), task, str(project), str(folder), *([plant] if plant else [])]


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
    if task in JOBS:
        ready = home / "ready.winnow"
        return ready if ready.exists() else ready_project(made, ready)
    empty = home / "empty.winnow"
    if not empty.exists():
        Session.create(empty).close()
    return empty


@dataclass(frozen=True)
class Heard:
    """What a program had said before it ended."""

    actions: dict[int, str]
    """How the project stood after each."""
    pictures: set[int]
    epochs: set[int]

    @property
    def count(self) -> int:
        """How much was acknowledged."""
        return len(self.actions) + len(self.pictures) + len(self.epochs)


def heard(task: str, lines: list[str]) -> Heard:
    """Return what *lines* of `dies` or `busy` acknowledge."""
    said = [line.split() for line in lines if line.strip()]
    numbered = {int(words[0]): words[1] if len(words) > 1 else "" for words in said if words[0].isdigit()}
    pictures, epochs = ({int(words[1]) for words in said if words[0] == what} for what in ("picture", "epoch"))
    return Heard({}, set(numbered), epochs) if task == "import" else Heard(numbered, pictures, epochs)


def wrong_in(project: Path, said: Heard, expected: dict[int, str]) -> list[str]:
    """Open *project* and return what is wrong with it, where *said* was acknowledged.

    Args:
        expected: How it stands after each action.
    """
    copied = max((seq for seq, _ in read(project / "labels.jsonl")), default=0)
    try:
        with Session.open(project) as session:
            found = _unsound(session)
            logged = session.ask(lambda reader: reader.execute("SELECT max(seq) FROM label_log").fetchone()[0] or 0)
            # Opening writes what is missing, so this is looked at as it was before.
            if logged - copied > LARGEST_CHANGE:
                found.append(f"{logged - copied} changes of labels were not in the second copy")
            if said.actions:
                # The one after the last may have been committed without a word.
                done = max(said.actions)
                may_be = {expected[done], expected.get(done + 1)}
                found += [] if standing(session) in may_be else [f"action {done} or one before it is lost"]
            there = {row[0] for row in session.ask(lambda reader: reader.execute("SELECT id FROM image").fetchall())}
            found += [f"picture {image} is lost" for image in sorted(said.pictures - there)]
        return found + wrong_epochs(project, said.epochs)
    except WinnowError as error:
        return [f"it does not open: {error}"]


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
    # What lies in the cache is cleared by who measures it next.
    left = [path for path in session.layout.folder.rglob("*.part") if session.layout.cache not in path.parents]
    found += [f"{path.name} was left" for path in left]
    named = {change.sha256: change.after for _, change in read(session.layout.labels)}
    if {sha: name for sha, name in named.items() if name} != {sha: name for sha, _, name in rows if name}:
        found.append("the second copy of the labels tells another story")
    return found


def replay(
    task: str,
    base: Path,
    given: Path | str,
    home: Path,
    points: int,
    plant: str = "",
    seed: int = 5,
    jobs: Jobs | None = None,
) -> Iterator[tuple[str, int, list[str]]]:
    """Run *task* in a copy of *base*, let the power go at *points* moments, each in four ways; yield what was wrong."""
    project = home / "recorded.winnow"
    shutil.copytree(base, project)
    disk = Disk(project)
    happened = recorded(command(task, project, given, plant), project, home / "trace")
    expected = heard(task, [one.words for one in happened if isinstance(one, Said)]).actions
    if task == "work" and plant == "early":
        expected = heard(task, _said(command(task, copied(base, home / "right.winnow"), given))).actions
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
            so_far = heard(task, said)
            found = wrong_in(state, so_far, expected)
            if jobs is not None and not found:
                found = jobs.half(task, state)
            yield f"{plant or 'sound'} {task} call {at} {mode.value}", so_far.count, found
            shutil.rmtree(state)


def killed(
    task: str,
    base: Path,
    given: Path | str,
    home: Path,
    times: int,
    plant: str = "",
    seed: int = 3,
    jobs: Jobs | None = None,
) -> Iterator[tuple[str, int, list[str]]]:
    """Kill *task* at random moments, each time in a copy of *base*; yield how much it had said, and what was wrong.

    Of *jobs* every other one is killed with all its processes, the others alone; all go on afterwards.
    """
    chance = random.Random(seed)
    right = copied(base, home / "whole.winnow")
    whole = _said(command(task, right, given))
    expected = heard(task, whole).actions
    if jobs is not None:
        jobs.learn_whole(right)
    for turn in range(times):
        project = copied(base, home / "killed.winnow")
        after, more = chance.randrange(1, len(whole)), chance.random() * 0.012
        family = jobs is not None and turn % 2 == 0
        lines, group = killed_after(command(task, project, given, plant), after, more, family)
        # As a person does who sees the window gone; what it had started may still be there for a moment.
        Session.open(project).close()
        found = [f"{name} lives on" for name in _left_of(group)]
        said = heard(task, lines)
        found += wrong_in(project, said, expected)
        if jobs is not None and not found:
            found = jobs.half(task, project) or jobs.gone_on(task, project)
        yield f"{plant or 'sound'} {task} kill {turn} after {len(lines)} lines", said.count, found
        shutil.rmtree(project)


def injected(
    task: str, base: Path, given: Path | str, home: Path, faults: list[str], jobs: Jobs | None = None
) -> Iterator[tuple[str, int, list[str]]]:
    """Let one call of *task* fail or kill for each of *faults* (as ``strace -e inject`` has them)."""
    expected = heard(task, _said(command(task, copied(base, home / "whole.winnow"), given))).actions
    for fault in faults:
        project = copied(base, home / "hurt.winnow")
        # Calls that anything makes count only where they touch the project; only Winnow's own files are synced,
        # renamed or cut at all.
        names = ("project.db", "project.db-wal", "labels.jsonl", "originals") if not fault.startswith(_OWN) else ()
        touching = [f"-P{project / name}" for name in names]
        strace = ["strace", "-f", "-o", "/dev/null", *touching, "-e", f"inject={fault}"]
        ran = subprocess.run(
            [*strace, *command(task, project, given)], capture_output=True, text=True, timeout=120, check=False
        )
        said = heard(task, ran.stdout.splitlines())
        found = wrong_in(project, said, expected)
        if jobs is not None and not found:
            found = jobs.half(task, project)
        last = ran.stderr.strip().rpartition("\n")[2]
        # What is logged comes before it; a program that was killed says nothing.
        if ran.returncode > 0 and not last.startswith("refused: "):
            found.append(f"no words: {last}")
        yield f"{task} {fault}", said.count, found
        shutil.rmtree(project)


def copied(base: Path, target: Path) -> Path:
    """Return a copy of the project *base* at *target*, in the place of what was there."""
    shutil.rmtree(target, ignore_errors=True)
    return Path(shutil.copytree(base, target))


def _said(line: list[str]) -> list[str]:
    return subprocess.run(line, capture_output=True, text=True, check=True, timeout=300).stdout.splitlines()


def killed_after(line: list[str], count: int, more_s: float, family: bool) -> tuple[list[str], int]:
    """Kill the program, with all its processes if *family*, after *count* lines; return its lines and its group."""
    said = b""
    with subprocess.Popen(line, stdout=subprocess.PIPE, bufsize=0, start_new_session=True) as process:
        assert process.stdout is not None
        handle = process.stdout.fileno()
        while said.count(b"\n") < count and (piece := os.read(handle, 1 << 16)):
            said += piece
        try:
            process.wait(more_s)
        except subprocess.TimeoutExpired:
            if family:
                os.killpg(process.pid, signal.SIGKILL)
            process.kill()
            process.wait()
        # Not to the end of it: what it had started may hold it for longer.
        os.set_blocking(handle, False)
        with contextlib.suppress(BlockingIOError):
            while piece := os.read(handle, 1 << 16):
                said += piece
    return said.decode().splitlines() if said.endswith(b"\n") else said.decode().splitlines()[:-1], process.pid


def _left_of(group: int) -> list[str]:
    """Wait for the processes of *group* to end, and return which do not."""
    left = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, ProcessLookupError):
            if os.getpgid(process.pid) == group and process.status() != psutil.STATUS_ZOMBIE:
                left.append(process)
    _, alive = psutil.wait_procs(left, timeout=_ENDS_WITHIN_S)
    return [" ".join(process.cmdline()[-3:]) for process in alive]
