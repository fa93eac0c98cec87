"""Folders: every file is an entry, or the person learns why not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from winnow.base.outcomes import Note
from winnow.collect.local import LocalPicture
from winnow.collect.sources.folder import FolderSource, read_file
from winnow.collect.sources.pasted import PastedSource
from winnow.domain.image import Reason
from winnow.domain.source import SourceKind
from winnow.vision.refusal import PictureRefused


def pictures(source: FolderSource | PastedSource) -> list[LocalPicture]:
    return [one for one in source.pictures() if isinstance(one, LocalPicture)]


def notes(source: FolderSource) -> list[str]:
    return [one.text for one in source.pictures() if isinstance(one, Note)]


def make(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(name.encode())
    return folder


def test_each_file_comes_with_its_folder(tmp_path):
    folder = make(tmp_path / "pile", "b.jpg", "a.jpg", "dog/1.jpg", "cat/1.jpg", "cat/kittens/1.jpg")
    found = pictures(FolderSource(folder))
    assert [(one.folder, one.file) for one in found] == [
        ("", "a.jpg"), ("", "b.jpg"), ("cat", "1.jpg"), ("kittens", "1.jpg"), ("dog", "1.jpg")
    ]  # fmt: skip
    assert [one.read().decode() for one in found] == [os.path.relpath(one.address, folder) for one in found]


def test_a_single_file_is_its_own_source(tmp_path):
    make(tmp_path, "a.jpg", "b.jpg")
    (found,) = pictures(FolderSource(tmp_path / "a.jpg", SourceKind.FILES))
    assert (found.file, found.folder, found.read()) == ("a.jpg", "", b"a.jpg")


def test_what_is_passed_over_is_counted_and_projects_are_named(tmp_path):
    folder = make(tmp_path / "pile", "a.jpg", ".b.jpg", ".git/c.jpg", "Thumbs.db", "x/desktop.ini", "p.winnow/d.jpg")
    source = FolderSource(folder)
    assert [one.file for one in pictures(source)] == ["a.jpg"]
    assert notes(source) == [
        f"{folder / 'p.winnow'} is a project of Winnow and was passed over.",
        "4 hidden or system files of pile passed over; rename what should come in.",
    ]


def test_links_are_told_and_not_followed(tmp_path):
    outside = make(tmp_path / "outside", "secret.jpg")
    folder = make(tmp_path / "pile", "a.jpg")
    (folder / "file.jpg").symlink_to(outside / "secret.jpg")
    (folder / "folder").symlink_to(outside, target_is_directory=True)
    (folder / "round").symlink_to(folder, target_is_directory=True)
    (folder / "nowhere.jpg").symlink_to(tmp_path / "gone")
    found = {one.file: one.reason for one in pictures(FolderSource(folder))}
    links = dict.fromkeys(("file.jpg", "folder", "round", "nowhere.jpg"), Reason.REFUSED_ADDRESS)
    assert found == {"a.jpg": None, **links}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
def test_a_pipe_does_not_hold_the_import_up(tmp_path):
    os.mkfifo(tmp_path / "endless.jpg")
    (found,) = pictures(FolderSource(tmp_path))
    assert found.reason is Reason.NOT_AN_IMAGE


def test_a_folder_that_cannot_be_read_is_told(tmp_path, monkeypatch):
    folder = make(tmp_path / "pile", "a.jpg", "locked/b.jpg")
    scandir = os.scandir

    def refusing(path):
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found = {one.file: (one.reason, one.detail) for one in pictures(FolderSource(folder))}
    assert found["a.jpg"] == (None, "")
    assert found["locked"][0] is Reason.UNREADABLE
    assert "Permission denied" in found["locked"][1]


def test_a_huge_file_is_not_read(tmp_path):
    with (tmp_path / "film.jpg").open("wb") as stream:
        stream.truncate(40 << 20)
    with pytest.raises(PictureRefused, match="40 MiB") as refused:
        read_file(tmp_path / "film.jpg")
    assert refused.value.reason is Reason.TOO_MANY_BYTES


def test_pasted_bytes_are_entries_by_their_content():
    source = PastedSource([("cat\u202e.png", b"one"), ("", b"two"), ("again.png", b"one")])
    found = pictures(source)
    assert [(one.file, one.read()) for one in found] == [("cat.png", b"one"), ("pasted", b"two")]
    assert [one.address for one in found] == [one.address for one in pictures(PastedSource(source.contents[:2]))]
