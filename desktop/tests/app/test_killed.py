"""The program killed at any moment: what it had acknowledged is there, and nothing is damaged."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from app.folders import fill, import_all

from winnow.app.session import Session
from winnow.store import sources
from winnow.store.label_journal import read

PICTURES = 150
"""Enough for an import to be committed in several parts."""


def acknowledged_before_kill(task: str, project: Path, folder: Path, after: int) -> list[tuple[int, ...]]:
    """Start the program, kill it after as many lines as *after*, and return what it had acknowledged."""
    program = [sys.executable, str(Path(__file__).parent / "dies.py"), task, str(project), str(folder)]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = []
        while len(lines) < after and (line := process.stdout.readline()):
            lines.append(line)
        process.kill()
        lines += process.stdout.readlines()
    return [tuple(map(int, line.split())) for line in lines if line.endswith("\n") and line[0].isdigit()]


def check_sound(session: Session) -> None:
    """Database, originals and label journal are whole and agree with each other."""
    with sqlite3.connect(session.layout.database) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        images = database.execute(
            "SELECT image.sha256, format, label.name FROM image LEFT JOIN label ON label.id = label_id"
            " WHERE sha256 IS NOT NULL"
        ).fetchall()
    database.close()
    assert all(session.originals.is_sound(sha256, kind) for sha256, kind, _ in images)
    assert list(session.layout.folder.rglob("*.part")) == []
    from_journal = {change.sha256: change.after for _, change in read(session.layout.labels)}
    assert from_journal == {sha256: name for sha256, _, name in images if name is not None}


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    fill(tmp_path / "pile", PICTURES)
    return tmp_path / "pile"


def test_an_import_killed_again_and_again_keeps_what_it_had_and_goes_on(tmp_path: Path, pile: Path) -> None:
    project = tmp_path / "pets.winnow"
    Session.create(project).close()
    chance, counts = random.Random(7), []
    for after in (1, chance.randint(20, 60), chance.randint(70, 140)):
        acknowledged = acknowledged_before_kill("import", project, pile, after)
        with Session.open(project) as session:
            check_sound(session)
            there = {row[0] for row in session.ask(lambda reader: reader.execute("SELECT id FROM image").fetchall())}
            assert there >= {image for (image,) in acknowledged}
            counts.append(len(there))
    assert min(counts) < PICTURES, "it was killed too late to show anything"
    with Session.open(project) as session:
        import_all(session, pile)
        (source,) = session.ask(sources.all_sources)
        assert (source.found, source.kept) == (PICTURES, PICTURES)
        check_sound(session)


def test_labels_that_were_acknowledged_survive(tmp_path: Path, pile: Path) -> None:
    project = tmp_path / "pets.winnow"
    with Session.create(project, ["cat", "dog", "neither"]) as session:
        import_all(session, pile)
    chance = random.Random(11)
    for _ in range(3):
        acknowledged = acknowledged_before_kill("label", project, pile, chance.randint(1, 200))
        last, at_work = dict(acknowledged), acknowledged[-1][0] % PICTURES + 1
        with Session.open(project) as session:
            check_sound(session)
            stored = dict(session.ask(lambda reader: reader.execute("SELECT id, label_id FROM image").fetchall()))
        # The one after the last may have been committed without a word.
        wrong = {image for image, label in last.items() if stored[image] != label}
        assert wrong <= {at_work}
