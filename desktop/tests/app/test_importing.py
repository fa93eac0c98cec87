"""Importing a folder: everything in it is accounted for, once."""

from __future__ import annotations

import hashlib
import itertools
import os
import shutil
import sys
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from app.folders import fill, import_all
from unit.collect.sources.pickles import batch
from unit.vision.pictures import encoded, scene

from winnow.app.pipelines.collecting import collect_wish
from winnow.app.pipelines.importing import (
    HasNoClasses,
    NothingThere,
    SeveralFailed,
    import_pasted,
    import_path,
    import_paths,
)
from winnow.app.pipelines.labelling import label_as, label_by_folder
from winnow.app.pipelines.wishes import AddressesWish
from winnow.app.session import Session
from winnow.base.outcomes import Note, Progress, Steps
from winnow.collect.sources.archive import ArchiveUnreadable, read_entry
from winnow.collect.sources.batches import png_of
from winnow.domain.image import Reason
from winnow.domain.source import Source, SourceKind, SourceState
from winnow.store import sources
from winnow.store.labels import all_labels


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


def test_stopping_keeps_what_was_decoded(session: Session, tmp_path: Path) -> None:
    fill(tmp_path / "pile", 12)
    steps = import_path(session, tmp_path / "pile")
    done = [one.done for one in itertools.islice((one for one in steps if isinstance(one, Progress)), 8)]
    steps.close()
    assert only_source(session).kept == done[-1] == 7


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
    next(event for event in steps if isinstance(event, Progress))
    files[1].unlink()  # gone between the listing and the reading
    for _ in steps:
        pass
    assert only_source(session).fell_out == {Reason.UNREADABLE: 1}
    files[1].write_bytes(content)
    import_all(session, tmp_path / "pile")
    assert (only_source(session).kept, only_source(session).fell_out) == (2, {})


def test_a_file_that_nobody_may_read_has_its_reason(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "locked.zip").write_bytes(b"PK\3\4")

    def refusing(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refusing)
    import_all(session, tmp_path / "locked.zip")
    assert only_source(session).fell_out == {Reason.UNREADABLE: 1}


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


def rows(session: Session, columns: str) -> list[tuple[object, ...]]:
    query = f"SELECT {columns} FROM image LEFT JOIN label ON label.id = label_id ORDER BY address"
    return session.ask(lambda reader: reader.execute(query).fetchall())


def test_links_and_notes_are_part_of_the_account(session: Session, tmp_path: Path) -> None:
    files = fill(tmp_path / "pile", 2)
    (tmp_path / "pile" / "link.jpg").symlink_to(files[0])
    (tmp_path / "pile" / ".hidden.jpg").touch()
    events = list(import_path(session, tmp_path / "pile"))
    assert only_source(session).fell_out == {Reason.REFUSED_ADDRESS: 1}
    assert adds_up(only_source(session))
    assert [one.text for one in events if isinstance(one, Note)] == [
        "1 hidden or system file of pile passed over; rename what should come in."
    ]


def test_strips_fall_out_for_their_shape(session: Session, tmp_path: Path) -> None:
    for width, height in ((728, 90), (90, 728), (700, 100), (800, 100)):
        (tmp_path / f"{width}x{height}.png").write_bytes(encoded(scene(width, height), "PNG"))
    import_all(session, tmp_path)
    assert {file for file, reason in rows(session, "file, reason") if reason == "extreme_aspect"} == {
        "728x90.png", "90x728.png"
    }  # fmt: skip


def test_an_archive_comes_in_with_its_folders_and_reasons(session: Session, tmp_path: Path) -> None:
    files = [file.read_bytes() for file in fill(tmp_path / "pile", 3)]
    path = tmp_path / "pets.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("cat/1.jpg", files[0])
        made.writestr("../../dog/2.jpg", files[1])
        made.writestr("cat/again.jpg", files[0])
        made.writestr("bomb.bmp", b"BM" + b"\0" * 3_000_000, zipfile.ZIP_DEFLATED)
        made.writestr("page.jpg", "<html>")
    for _ in range(2):
        import_all(session, path)
        source = only_source(session)
        assert (source.kind, source.found, source.kept) == (SourceKind.ARCHIVE, 5, 2)
        assert set(source.fell_out) == {Reason.EXACT_DUPLICATE, Reason.OVER_LIMIT, Reason.NOT_AN_IMAGE}
    kept = {folder for folder, state in rows(session, "folder, state") if state == "kept"}
    assert kept == {"cat", "dog"}
    assert sorted(one.name for one in tmp_path.iterdir()) == ["pets.winnow", "pets.zip", "pile"]
    assert label_by_folder(session) == 2


def test_going_on_with_an_archive_reads_nothing_again(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "pets.zip"
    with zipfile.ZipFile(path, "w") as made:
        for file in fill(tmp_path / "pile", 6):
            made.write(file, file.name)
    read: list[str] = []

    def counting(archive: Path, entry: zipfile.ZipInfo) -> bytes:
        read.append(entry.filename)
        return read_entry(archive, entry)

    monkeypatch.setattr("winnow.collect.sources.archive.read_entry", counting)
    import_all(session, path)
    assert len(read) == only_source(session).kept == 6
    import_all(session, path)
    assert len(read) == 6


def test_an_archive_that_is_none_fails_in_words(session: Session, tmp_path: Path) -> None:
    (tmp_path / "cut.zip").write_bytes(b"PK\3\4 and no more")
    with pytest.raises(ArchiveUnreadable):
        import_all(session, tmp_path / "cut.zip")
    source = only_source(session)
    assert source.state is SourceState.FAILED
    assert "cannot be opened as a ZIP archive" in source.error


def test_one_path_that_fails_does_not_stop_the_others(session: Session, tmp_path: Path) -> None:
    (tmp_path / "cut.zip").write_bytes(b"PK\3\4 and no more")
    pile = fill(tmp_path / "pile", 2)[0].parent
    with pytest.raises(ArchiveUnreadable):
        list(import_paths(session, [tmp_path / "cut.zip", pile]))
    assert [source.kept for source in session.ask(sources.all_sources)] == [2, 0]
    with pytest.raises(SeveralFailed, match=r"cut\.zip cannot .+nowhere does not exist"):
        list(import_paths(session, [tmp_path / "cut.zip", pile, tmp_path / "nowhere"]))


def cifar(folder: Path) -> Path:
    pixels = b"".join(scene(32, 32, seed).transpose(2, 0, 1).tobytes() for seed in range(4))
    folder.mkdir()
    (folder / "data_batch_1").write_bytes(batch(pixels, [3, 5, 3, 9]))
    return folder


def test_cifar_comes_in_labelled_by_one_step_that_can_be_undone(session: Session, tmp_path: Path) -> None:
    """In the reading process, as always outside of tests."""
    folder = cifar(tmp_path / "cifar-10-batches-py")
    import_all(session, folder)
    source = only_source(session)
    assert (source.kind, source.found, source.kept) == (SourceKind.CIFAR, 4, 4)
    assert [row[0] for row in rows(session, "label.name")] == ["cat", "dog", "cat", "truck"]
    (stored, *_) = rows(session, "sha256, format")
    assert session.originals.read(*stored) == png_of(scene(32, 32, 0).transpose(2, 0, 1).tobytes())
    assert session.undo().result() == "LabelEach"
    assert rows(session, "label.name") == [(None,)] * 4
    assert [label.name for label in session.ask(all_labels)] == ["cat", "dog"]
    assert session.undo().result() == "AddLabel"  # as the project was made; importing left no other entry
    session.redo().result()
    assert session.redo().result() == "LabelEach"
    assert [row[0] for row in rows(session, "label.name")] == ["cat", "dog", "cat", "truck"]


def test_a_label_that_the_person_gave_is_not_overruled(session: Session, tmp_path: Path) -> None:
    folder = cifar(tmp_path / "cifar-10-batches-py")
    import_all(session, folder)
    (first,) = session.ask(lambda reader: reader.execute("SELECT min(id) FROM image WHERE folder = 'cat'").fetchone())
    label_as(session, [first], "dog")
    import_all(session, folder)
    assert sorted(row[0] for row in rows(session, "label.name")) == ["cat", "dog", "dog", "truck"]


def test_only_the_chosen_classes_of_cifar_are_found(session: Session, tmp_path: Path) -> None:
    folder = cifar(tmp_path / "cifar-10-batches-py")
    for _ in import_path(session, folder, classes=["truck"]):
        pass
    assert (only_source(session).found, rows(session, "label.name")) == (1, [("truck",)])
    with pytest.raises(HasNoClasses):
        next(import_path(session, fill(tmp_path / "pile", 1)[0], classes=["truck"]))


def test_pasting_the_same_twice_brings_it_once(session: Session, tmp_path: Path) -> None:
    one, two = (file.read_bytes() for file in fill(tmp_path / "pile", 2))
    for contents in ([("a.jpg", one), ("b.jpg", two)], [("c.jpg", one)], [("d.jpg", b"no picture")]):
        for _ in import_pasted(session, contents):
            pass
    source = only_source(session)
    assert (source.kind, source.found, source.kept) == (SourceKind.PASTED, 3, 2)
    assert adds_up(source)


def test_a_text_without_addresses_is_no_list_of_them(session: Session, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("buy milk")
    import_all(session, tmp_path / "notes.txt")
    assert only_source(session).fell_out == {Reason.NOT_AN_IMAGE: 1}


def test_a_list_of_addresses_is_fetched_and_its_labels_are_given(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = fill(tmp_path / "site", 2)

    def of_this_machine(session: Session, wish: AddressesWish, engine: str) -> Steps:
        return collect_wish(session, replace(wish, allow_private=True), engine)

    monkeypatch.setattr("winnow.app.pipelines.collecting.collect_wish", of_this_machine)
    with served(tmp_path / "site") as address:
        (tmp_path / "list.csv").write_text(
            f"url,label\n{address}/{files[0].name},cat\n{address}/{files[1].name},dog\n{address}/gone.jpg,cat\n"
        )
        import_all(session, tmp_path / "list.csv")
    source = only_source(session)
    assert (source.kind, source.found, source.kept) == (SourceKind.ADDRESSES, 3, 2)
    assert source.fell_out == {Reason.HTTP_STATUS: 1}
    assert set(rows(session, "label.name, reason")) == {
        ("cat", None), ("dog", None), (None, "http_status")
    }  # fmt: skip


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve *folder* on loopback."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
