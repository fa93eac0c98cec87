"""Real pictures through an import: hostile ones by their list of what should become of them, crawled ones, CIFAR."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from app.folders import import_all
from unit.vision.pictures import real

from winnow.app.session import Session
from winnow.domain.image import Reason
from winnow.domain.source import Source, SourceKind, SourceState
from winnow.store import sources

OPENED = {Reason.TOO_SMALL.value, Reason.EXTREME_ASPECT.value, Reason.EXACT_DUPLICATE.value, None}
"""What becomes of a file that could be decoded whole."""


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Session.create(tmp_path / "real.winnow") as opened:
        yield opened


def only_source(session: Session) -> Source:
    (source,) = session.ask(sources.all_sources)
    assert source.state is SourceState.DONE
    assert source.found == source.kept + sum(source.fell_out.values())
    return source


def test_bad_pictures_end_as_their_list_says(session):
    folder = real("bad_images")
    with (folder / "expected.csv").open(encoding="utf-8", newline="") as stream:
        expected = {Path(row["file"]).name: row for row in csv.DictReader(stream)}
    import_all(session, folder / "files")
    assert only_source(session).found == len(expected)
    rows = session.ask(lambda reader: reader.execute("SELECT file, reason, detail FROM image").fetchall())
    assert {file for file, _, _ in rows} == set(expected)
    assert [file for file, reason, detail in rows if reason not in OPENED and not detail] == []
    # With repair, both are fine: it comes in, or there is a reason.
    sure = {name: row["expected"] for name, row in expected.items() if row["unsure"] == "0"}
    wrong = [
        (file, sure[file], reason)
        for file, reason, _ in rows
        if file in sure and sure[file] != "decodes_with_repair" and (sure[file] == "decodes") != (reason in OPENED)
    ]
    assert wrong == []
    assert {"decodes", "must_be_rejected"} <= set(Counter(sure.values()))


def test_the_test_batch_of_cifar_comes_in_whole_and_labelled(session):
    """One batch of the three: 800 pictures are enough to see that they all come."""
    import_all(session, real("cifar10_catdog", "cifar-10-batches-py") / "test_batch")
    found = only_source(session)
    assert (found.kind, found.found, found.kept) == (SourceKind.CIFAR, 800, 800)
    assert session.ask(lambda reader: reader.execute("SELECT DISTINCT flags FROM image").fetchall()) == [("",)]
    labelled = "SELECT label.name, count(*) FROM image JOIN label ON label.id = label_id GROUP BY label.name"
    assert session.ask(lambda reader: reader.execute(labelled).fetchall()) == [("cat", 400), ("dog", 400)]
