"""ZIP archives: what is sound comes in, what is not has a reason, and nothing is ever written."""

from __future__ import annotations

import bz2
import io
import random
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from unit.collect.sources.zips import Entry, deflated, stored, write_zip

from winnow.base.outcomes import Note
from winnow.collect.local import LocalPicture
from winnow.collect.sources import archive
from winnow.collect.sources.archive import ENTRY_BYTES, ArchiveSource, ArchiveUnreadable
from winnow.domain.image import Reason
from winnow.vision.refusal import PictureRefused

CONTENT = bytes(range(256)) * 8


@pytest.fixture(autouse=True)
def nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever an archive holds, no file appears: not beside it, not above it, not where we are."""
    inner = tmp_path / "one" / "two"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    yield
    assert [path.name for path in tmp_path.rglob("*") if path.is_file() and path.name != "a.zip"] == []


def entries(path: Path) -> list[LocalPicture]:
    return [one for one in ArchiveSource(path).pictures() if isinstance(one, LocalPicture)]


def notes(path: Path) -> list[str]:
    return [one.text for one in ArchiveSource(path).pictures() if isinstance(one, Note)]


def outcome(picture: LocalPicture) -> bytes | Reason:
    """What becomes of an entry: its bytes, or why there are none. Never more than an entry may have."""
    if picture.reason is not None:
        assert picture.detail
        return picture.reason
    try:
        content = picture.read()
    except PictureRefused as refusal:
        return refusal.reason if refusal.detail else b"without a word"
    assert len(content) <= ENTRY_BYTES
    return content


def outcomes(path: Path) -> list[bytes | Reason]:
    return [outcome(one) for one in entries(path)]


def test_folders_and_names_come_with_each_picture(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("pets/", b"")
        made.writestr("pets/cat/1.jpg", CONTENT)
        made.writestr("pets/dog/고양이.jpg", CONTENT[::-1])
        made.writestr("top.jpg", CONTENT[1:])
    found = entries(path)
    assert [(one.file, one.folder) for one in found] == [("1.jpg", "cat"), ("고양이.jpg", "dog"), ("top.jpg", "")]
    assert [outcome(one) for one in found] == [CONTENT, CONTENT[::-1], CONTENT[1:]]
    assert found[0].address == f"{path}!/pets/cat/1.jpg"


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_what_the_standard_library_packs_comes_out_the_same(tmp_path, method):
    big = random.Random(3).randbytes(700_000)
    with zipfile.ZipFile(tmp_path / "a.zip", "w", method) as made:
        for number in range(3):
            made.writestr(f"{number}.jpg", big[number:] + bytes([number]))
        with made.open("streamed.jpg", "w", force_zip64=True) as stream:
            stream.write(CONTENT)
    assert outcomes(tmp_path / "a.zip") == [*(big[number:] + bytes([number]) for number in range(3)), CONTENT]


def test_an_archive_behind_a_program_is_read(tmp_path):
    buffer = io.BytesIO(b"MZ" + b"\0" * 300)
    buffer.seek(0, io.SEEK_END)
    with zipfile.ZipFile(buffer, "a") as made:
        made.writestr("1.jpg", CONTENT)
    (tmp_path / "a.zip").write_bytes(buffer.getvalue())
    assert outcomes(tmp_path / "a.zip") == [CONTENT]


SLIPS = [
    "../../evil.jpg",
    "/etc/evil.jpg",
    "C:\\Windows\\evil.jpg",
    "..\\..\\evil.jpg",
    "\\\\server\\share\\evil.jpg",
    "a/../../../evil.jpg",
    "CON.jpg/evil.jpg",
    "evil.jpg:stream/evil.jpg",
    "~/evil.jpg",
    "a\0/../evil.jpg",
]


@pytest.mark.parametrize("name", SLIPS)
def test_a_name_that_points_elsewhere_is_only_text(tmp_path, name):
    (found,) = entries(write_zip(tmp_path / "a.zip", stored(name, CONTENT)))
    assert outcome(found) == CONTENT
    assert not set("/\\\0") & set(found.file)
    assert found.folder not in ("..", ".", "/")


def test_names_are_cut_and_cleaned(tmp_path):
    names = ["a" * 5000 + ".jpg", "in\u202evisible\u200b\x07\n.jpg", "/".join(["deep"] * 2500) + "/x.jpg", ""]
    found = entries(write_zip(tmp_path / "a.zip", *(stored(name, CONTENT) for name in names)))
    assert [one.file for one in found] == ["a" * 508 + ".jpg", "invisible.jpg", "x.jpg", "(no name)"]
    assert all(len(one.address) < 600 + len(str(tmp_path)) for one in found)
    assert [outcome(one) for one in found] == [CONTENT] * 4


def test_twins_by_name_are_all_there(tmp_path):
    composed, apart = "é.jpg", "e\u0301.jpg"
    names = ["a.jpg", "a.jpg", "A.JPG", composed, apart, "a.jpg"]
    contents = [CONTENT + bytes([number]) for number in range(len(names))]
    path = write_zip(tmp_path / "a.zip", *map(stored, names, contents))
    found = entries(path)
    assert [outcome(one) for one in found] == contents
    assert len({one.address for one in found}) == len(names)
    assert [one.address for one in found] == [one.address for one in entries(path)]


def test_a_link_is_not_followed(tmp_path):
    link = replace(stored("link.jpg", b"/etc/passwd"), mode=0o120777)
    device = replace(stored("null.jpg", b""), mode=0o020666)
    assert outcomes(write_zip(tmp_path / "a.zip", link, device)) == [Reason.REFUSED_ADDRESS, Reason.NOT_AN_IMAGE]


def test_what_is_locked_or_packed_otherwise_is_said(tmp_path):
    path = write_zip(
        tmp_path / "a.zip",
        replace(stored("locked.jpg", CONTENT), flags=0x801),
        replace(stored("lzma.jpg", CONTENT), method=14),
        replace(stored("odd.jpg", CONTENT), method=99),
    )
    assert outcomes(path) == [Reason.UNSUPPORTED] * 3
    assert "password" in entries(path)[0].detail


@cache
def bombs() -> dict[str, tuple[Entry, Reason]]:
    """Entries that swell, by name, and what becomes of each; made once, for packing them takes seconds."""
    fits, too_large = b"\0" * (ENTRY_BYTES - 1), b"\0" * (ENTRY_BYTES + 1)
    deflates, by_bz2 = deflated("honest.jpg", fits), bz2.compress(b"\0" * 200_000_000)
    made = {
        deflates: Reason.OVER_LIMIT,
        deflated("large.jpg", too_large): Reason.TOO_MANY_BYTES,
        replace(deflates, name=b"lies.jpg", size=6_000_000): Reason.BROKEN,
        replace(deflates, name=b"lies-more.jpg", size=10, packed_size=10): Reason.TRUNCATED,
        Entry(b"bz2.jpg", by_bz2, 12, 200_000_000): Reason.TOO_MANY_BYTES,
        Entry(b"bz2-lies.jpg", by_bz2, 12, 20_000): Reason.BROKEN,
        Entry(b"nothing.jpg", b"", 8, 1000): Reason.OVER_LIMIT,
        Entry(b"terabytes.jpg", b"x", 8, 0xFFFFFFF0): Reason.TOO_MANY_BYTES,
    }
    return {entry.name.decode(): (entry, reason) for entry, reason in made.items()}


@pytest.mark.parametrize(
    "name",
    ["honest.jpg", "large.jpg", "lies.jpg", "lies-more.jpg", "bz2.jpg", "bz2-lies.jpg", "nothing.jpg", "terabytes.jpg"],
)
def test_a_bomb_does_not_go_off(tmp_path, name):
    entry, reason = bombs()[name]
    assert outcomes(write_zip(tmp_path / "a.zip", stored("sound.jpg", CONTENT), entry)) == [CONTENT, reason]


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (replace(stored("crc.jpg", CONTENT), crc=1), Reason.BROKEN),
        (replace(stored("short.jpg", CONTENT), size=len(CONTENT) + 9), Reason.TRUNCATED),
        (replace(stored("long.jpg", CONTENT), size=len(CONTENT) - 9), Reason.BROKEN),
        (replace(deflated("noise.jpg", CONTENT), packed=b"\xff" * 300), Reason.BROKEN),
        (Entry(b"elsewhere.jpg", b"", 0, 9, at=7, packed_size=9), Reason.BROKEN),
        (Entry(b"behind.jpg", b"", 0, 9, at=900_000, packed_size=9), Reason.TRUNCATED),
    ],
    ids=lambda value: value.name.decode() if isinstance(value, Entry) else "",
)
def test_damage_is_told_and_the_rest_comes_in(tmp_path, entry, reason):
    sound = stored("z" * 40, CONTENT)
    found = outcomes(write_zip(tmp_path / "a.zip", entry, sound))
    if entry.at == 7:  # it lies within the sound one
        assert found == [Reason.BROKEN, Reason.BROKEN]
    else:
        assert found == [reason, CONTENT]


def test_overlapping_entries_are_refused_all(tmp_path):
    kernel = deflated("kernel.jpg", CONTENT * 50)
    quoted = [replace(kernel, name=f"{number}.jpg".encode(), at=0) for number in range(200)]
    found = outcomes(write_zip(tmp_path / "a.zip", kernel, *quoted, stored("apart.jpg", CONTENT)))
    assert found == [Reason.BROKEN] * 201 + [CONTENT]


def test_an_archive_within_is_named(tmp_path):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as made:
        made.writestr("1.jpg", CONTENT)
    path = write_zip(tmp_path / "a.zip", stored("inner.zip", inner.getvalue()))
    assert outcomes(path) == [Reason.NOT_AN_IMAGE]


def test_more_files_than_are_opened_each_have_their_reason(tmp_path, monkeypatch):
    many = [stored(f"{number}.jpg", b"x") for number in range(65_600)]
    path = write_zip(tmp_path / "a.zip", *many[:1])
    with zipfile.ZipFile(path, "w") as made:
        for one in many:
            made.writestr(one.name.decode(), one.packed)
    found = entries(path)
    assert len(found) == 65_600
    assert [one.reason for one in found[:20_000]] == [None] * 20_000
    assert {one.reason for one in found[20_000:]} == {Reason.OVER_LIMIT}


def test_all_entries_together_have_a_limit(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "ALL_BYTES", 3 * len(CONTENT))
    path = write_zip(tmp_path / "a.zip", *(stored(f"{number}.jpg", CONTENT) for number in range(5)))
    assert outcomes(path) == [CONTENT] * 3 + [Reason.OVER_LIMIT] * 2


def test_hidden_and_system_files_are_counted_in_a_note(tmp_path):
    names = ("a.jpg", "__MACOSX/._a.jpg", ".DS_Store", "x/Thumbs.db", ".git/b.jpg")
    path = write_zip(tmp_path / "a.zip", *(stored(name, CONTENT) for name in names))
    assert [one.file for one in entries(path)] == ["a.jpg"]
    assert notes(path) == ["4 hidden or system files of a.zip passed over; rename what should come in."]


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\3\4", b"PK\5\6" + b"\0" * 17, b"not a zip", b"PK\3\4" + b"\0" * 500],
    ids=["empty", "four bytes", "cut end", "text", "no directory"],
)
def test_what_is_no_archive_is_said(tmp_path, content):
    (tmp_path / "a.zip").write_bytes(content)
    with pytest.raises(ArchiveUnreadable, match=r"a\.zip cannot be opened as a ZIP archive: .+unpack it yourself"):
        entries(tmp_path / "a.zip")


def test_a_directory_that_is_cut_or_scrambled_ends_in_words(tmp_path):
    whole = write_zip(tmp_path / "a.zip", *(stored(f"{number}.jpg", CONTENT) for number in range(3))).read_bytes()
    words = set()
    for at in range(3 * (len(CONTENT) + 35), len(whole)):
        (tmp_path / "a.zip").write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        try:
            assert len(outcomes(tmp_path / "a.zip")) <= 3
        except ArchiveUnreadable as error:
            words.add(str(error))
    assert any("unpack it yourself" in one for one in words)


def test_an_empty_archive_has_no_entries(tmp_path):
    assert entries(write_zip(tmp_path / "a.zip")) == []
