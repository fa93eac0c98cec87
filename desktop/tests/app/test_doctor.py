"""The doctor finds every file of a project that was changed or is gone, and brings a project back."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

import pytest

from winnow.app.pipelines.doctor import Checkup, examine_project
from winnow.app.session import Session
from winnow.domain.image import ImageFacts
from winnow.domain.source import SourceKind
from winnow.store import images as stored
from winnow.store import sources
from winnow.store.images import FoundImage

ORIGINALS = 100
HARMED = 50


@pytest.fixture
def session(tmp_path: Path):
    """A project with originals that are only bytes: the doctor does not decode them."""
    with Session.create(tmp_path / "pets.winnow", ["cat"]) as made:
        contents = [f"picture {number}".encode() * 50 for number in range(ORIGINALS)]
        hashes = [hashlib.sha256(content).hexdigest() for content in contents]
        for sha256, content in zip(hashes, contents, strict=True):
            made.originals.put(sha256, "png", content)

        def work(tx) -> None:
            source = sources.begin(tx, SourceKind.FOLDER, "pile", "/pile")
            facts = [ImageFacts(sha256, "png", 8, 8, 650) for sha256 in hashes]
            stored.add(tx, [FoundImage(source, f"{n}.png", f"/{n}", facts=one) for n, one in enumerate(facts)])

        made.record(work).result()
        made.thumbnails.put([(bytes.fromhex(sha256), b"jpeg") for sha256 in hashes])
        yield made


def checkup(session: Session) -> Checkup:
    *_, found = examine_project(session)
    assert isinstance(found, Checkup)
    return found


def test_every_original_that_was_changed_or_removed_is_named(session: Session) -> None:
    assert checkup(session).problems == ()
    chance = random.Random(5)
    harmed = chance.sample(sorted(session.layout.originals.rglob("*.png")), HARMED)
    for number, file in enumerate(harmed):
        if number % 2:
            file.unlink()
            continue
        content = bytearray(file.read_bytes())
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        file.write_bytes(content)
    problems = checkup(session).problems
    assert len(problems) == HARMED
    assert all(any(str(file) in problem for problem in problems) for file in harmed)


def test_a_damaged_backup_and_a_damaged_database_are_named_with_what_to_do(session: Session) -> None:
    backup = session.make_backup("regular")
    content = bytearray(backup.path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    backup.path.write_bytes(content)
    session.record(lambda tx: tx.connection.execute("UPDATE image SET content_key = x'00' WHERE id < 3")).result()
    found = checkup(session)
    assert found.is_damaged
    assert [problem for problem in found.problems if str(backup.path) in problem]
    assert [problem for problem in found.problems if "content key of 2 pictures" in problem and "--repair" in problem]
