"""Importing a folder: everything in it is accounted for, once."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from app.folders import fill, import_all
from unit.vision.pictures import encoded, scene

from winnow.app.pipelines.importing import NothingThere, import_path
from winnow.app.session import Session
from winnow.domain.image import Reason
from winnow.domain.source import Source, SourceState
from winnow.store import sources


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Session.create(tmp_path / "pets.winnow", ["cat", "dog"]) as opened:
        yield opened


def only_source(session: Session) -> Source:
    (source,) = session.ask(sources.all_sources)
    return source


def adds_up(source: Source) -> bool:
    return source.found == source.kept + sum(source.fell_out.values())


def test_every_file_is_kept_or_has_a_reason(session: Session, tmp_path: Path) -> None:
    folder = tmp_path / "pile"
    files = fill(folder, 4)
    (folder / "cats").mkdir()
    shutil.copy(files[0], folder / "cats" / "again.jpg")
    (folder / "tiny.png").write_bytes(encoded(scene(3, 3), "PNG"))
    (folder / "page.jpg").write_text("<!DOCTYPE html><html><body>404</body></html>")
    (folder / "cut.jpg").write_bytes(files[1].read_bytes()[:600])
    (folder / "empty.jpg").touch()
    (folder / ".hidden.jpg").write_bytes(files[1].read_bytes())
    import_all(session, folder)
    source = only_source(session)
    assert (source.state, source.found) == (SourceState.DONE, 9)
    assert adds_up(source)
    assert source.kept == 4
    assert source.fell_out[Reason.EXACT_DUPLICATE] == 1
    assert source.fell_out[Reason.TOO_SMALL] == 1
    assert source.fell_out[Reason.NOT_AN_IMAGE] >= 1
    rows = session.ask(
        lambda reader: reader.execute("SELECT sha256, format FROM image WHERE state = 'kept'").fetchall()
    )
    kept = {hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    assert {sha256 for sha256, _ in rows} == kept
    assert all(session.originals.is_sound(*row) for row in rows)
    keys = [bytes.fromhex(sha256) for sha256 in sorted(kept)]
    assert session.thumbnails.missing(keys) == []


def test_going_on_after_a_stop_imports_nothing_twice(session: Session, tmp_path: Path) -> None:
    fill(tmp_path / "pile", 12)
    steps = import_path(session, tmp_path / "pile")
    for _ in range(5):
        next(steps)
    steps.close()
    assert only_source(session).state is SourceState.STOPPED
    for _ in range(2):
        import_all(session, tmp_path / "pile")
        source = only_source(session)
        assert (source.state, source.found, source.kept, source.fell_out) == (SourceState.DONE, 12, 12, {})


def test_the_account_adds_up_after_files_have_gone(session: Session, tmp_path: Path) -> None:
    files = fill(tmp_path / "pile", 3)
    import_all(session, tmp_path / "pile")
    files[0].unlink()
    import_all(session, tmp_path / "pile")
    assert only_source(session).kept == 3
    assert adds_up(only_source(session))


def test_an_unreadable_file_is_tried_again(session: Session, tmp_path: Path) -> None:
    files = fill(tmp_path / "pile", 2)
    content = files[1].read_bytes()
    steps = import_path(session, tmp_path / "pile")
    next(steps)
    files[1].unlink()  # gone between the listing and the reading
    for _ in steps:
        pass
    assert only_source(session).fell_out == {Reason.UNREADABLE: 1}
    files[1].write_bytes(content)
    import_all(session, tmp_path / "pile")
    assert (only_source(session).kept, only_source(session).fell_out) == (2, {})


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has file names that are no text")
def test_a_name_that_is_no_text_does_not_end_the_import(session: Session, tmp_path: Path) -> None:
    files = fill(tmp_path / "pile", 2)
    odd = os.fsencode(files[0].parent) + b"/caf\xe9.jpg"
    os.rename(files[0], odd)  # noqa: PTH104 - a path of bytes
    for _ in range(2):
        import_all(session, tmp_path / "pile")
    assert (only_source(session).found, only_source(session).kept) == (2, 2)


def test_a_path_that_is_not_there_is_said(session: Session, tmp_path: Path) -> None:
    with pytest.raises(NothingThere, match="does not exist"):
        next(import_path(session, tmp_path / "nowhere"))
