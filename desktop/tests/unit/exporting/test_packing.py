from __future__ import annotations

import hashlib
import json
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from winnow.exporting.packing import (
    CARD,
    SUMS,
    Packed,
    PackRefused,
    Unpacked,
    files_of,
    pack_files,
    unpack,
)
from winnow.exporting.staging import FileTaken, TargetTaken

CONTENT = {
    "project.db": b"SQLite format 3\0" + bytes(range(256)) * 8,
    "labels.jsonl": b'{"label": 1}\n',
    "originals/ab/abcd.jpeg": b"\xff\xd8" + bytes(3_000_000),
    "runs/0001/best.safetensors": b"weights",
    "vectors/empty": b"",
}
Change = Callable[[dict[str, bytes]], None]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "pets.winnow"
    for name, content in CONTENT.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def packed(project: Path, target: Path) -> Packed:
    in_use = [(name, project / name) for name in ("project.db", "labels.jsonl")]
    files = [*in_use, *files_of(project)]
    done = list(pack_files("pets", files, target))[-1]
    assert isinstance(done, Packed)
    return done


def content_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_project_comes_back_byte_by_byte(project, tmp_path):
    (project / "cache").mkdir()
    (project / "cache" / "big").write_bytes(b"made again")
    for name in ("project.lock", "project.db-wal", "project.db-shm"):
        (project / name).write_bytes(b"of this moment")
    (project / "originals" / ".abcd-x.part").write_bytes(b"half written")
    done = packed(project, tmp_path / "pets.winnowz")
    assert done.files == len(CONTENT)
    end = list(unpack(done.path, tmp_path / "elsewhere" / "pets.winnow"))[-1]
    assert end == Unpacked(tmp_path / "elsewhere" / "pets.winnow", len(CONTENT))
    assert content_of(end.folder) == CONTENT


def test_any_program_opens_it_and_the_sums_are_right(project, tmp_path):
    done = packed(project, tmp_path / "pets.winnowz")
    with zipfile.ZipFile(done.path) as archive:
        assert archive.testzip() is None
        assert json.loads(archive.read(CARD))["project"] == "pets"
        lines = archive.read(SUMS).decode().splitlines()
    assert sorted(lines) == sorted(
        f"{hashlib.sha256(content).hexdigest()}  {name}" for name, content in CONTENT.items()
    )


def test_nothing_is_overwritten(project, tmp_path):
    target = tmp_path / "pets.winnowz"
    packed(project, target)
    before = target.read_bytes()
    with pytest.raises(FileTaken):
        packed(project, target)
    assert target.read_bytes() == before
    with pytest.raises(TargetTaken):
        list(unpack(target, project))
    assert content_of(project) == CONTENT


def test_stopping_leaves_nothing(project, tmp_path):
    place = tmp_path / "place"
    steps = pack_files("pets", [("a.bin", project / "originals/ab/abcd.jpeg")], place / "pets.winnowz")
    next(steps)
    steps.close()
    assert list(place.iterdir()) == []
    done = packed(project, tmp_path / "pets.winnowz")
    steps = unpack(done.path, place / "pets.winnow")
    next(steps)
    steps.close()
    assert list(place.iterdir()) == []


def made_by_hand(path: Path, files: dict[str, bytes], sums: bytes | None = None) -> Path:
    lines = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items())
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(CARD, json.dumps({"format": 1}))
        for name, content in files.items():
            archive.writestr(name, content)
        archive.writestr(SUMS, lines.encode() if sums is None else sums)
    return path


@pytest.mark.parametrize(
    "name",
    [
        "../outside", "/etc/outside", "runs/../../outside", "C:/outside", "runs\\..\\outside", "runs//x", "./x",
        "runs/CON", "runs/nul.txt", "runs/a.", "runs/a ", "runs/a\u202egpj.exe", "runs/a\nb", "runs/",
        "project.db-wal", "project.lock", ".hidden", "originals/" + "x" * 300,
    ],
)  # fmt: skip
def test_a_name_that_no_packed_project_has_is_refused_before_anything_is_written(tmp_path, name):
    place = tmp_path / "place"
    archive = made_by_hand(tmp_path / "bad.winnowz", {"project.db": CONTENT["project.db"], name: b"harm"})
    with pytest.raises(PackRefused, match="was not unpacked"):
        list(unpack(archive, place / "new"))
    assert not place.exists()
    assert not (tmp_path / "outside").exists()


def rewritten(source: Path, target: Path, change: Callable[[zipfile.ZipFile, zipfile.ZipInfo, bytes], None]) -> Path:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            change(new, entry, old.read(entry))
    return target


def compressed(new: zipfile.ZipFile, entry: zipfile.ZipInfo, content: bytes) -> None:
    new.writestr(entry.filename, content, zipfile.ZIP_DEFLATED)


def as_link(new: zipfile.ZipFile, entry: zipfile.ZipInfo, content: bytes) -> None:
    made = zipfile.ZipInfo(entry.filename)
    if entry.filename.startswith("runs"):
        made.create_system, made.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    new.writestr(made, content)


def one_bit_else(new: zipfile.ZipFile, entry: zipfile.ZipInfo, content: bytes) -> None:
    new.writestr(entry.filename, content[:-1] + b"S" if entry.filename.startswith("runs") else content)


def without_a_file(new: zipfile.ZipFile, entry: zipfile.ZipInfo, content: bytes) -> None:
    if not entry.filename.startswith("runs"):
        new.writestr(entry.filename, content)


def twice_by_case(new: zipfile.ZipFile, entry: zipfile.ZipInfo, content: bytes) -> None:
    new.writestr(entry.filename, content)
    if entry.filename == "labels.jsonl":
        new.writestr("Labels.jsonl", content)


def of_tomorrow(new: zipfile.ZipFile, entry: zipfile.ZipInfo, content: bytes) -> None:
    new.writestr(entry.filename, b'{"format": 99}' if entry.filename == CARD else content)


def no_card(new: zipfile.ZipFile, entry: zipfile.ZipInfo, content: bytes) -> None:
    new.writestr(entry.filename, b"[" * 50_000 if entry.filename == CARD else content)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (compressed, "compressed or locked"),
        (as_link, "link or a device"),
        (one_bit_else, "not as it was packed"),
        (without_a_file, "not those that SHA256SUMS"),
        (twice_by_case, "two files in it"),
        (of_tomorrow, "newer Winnow"),
        (no_card, "cannot be read"),
    ],
)
def test_what_is_damaged_or_made_to_harm_is_refused_whole(project, tmp_path, change, words):
    bad = rewritten(packed(project, tmp_path / "good.winnowz").path, tmp_path / "bad.winnowz", change)
    with pytest.raises(PackRefused, match=words):
        list(unpack(bad, tmp_path / "place" / "new"))
    assert not list((tmp_path / "place").glob("*"))


def test_a_flipped_bit_and_a_cut_end_are_noticed(project, tmp_path):
    good = packed(project, tmp_path / "good.winnowz").path.read_bytes()
    flipped = bytearray(good)
    flipped[1_000_000] ^= 1
    for number, content in enumerate((bytes(flipped), good[:-100], good[: len(good) // 2], b"", b"no archive")):
        bad = tmp_path / f"bad-{number}.winnowz"
        bad.write_bytes(content)
        with pytest.raises(PackRefused):
            list(unpack(bad, tmp_path / "place" / "new"))
    with pytest.raises(PackRefused):
        list(unpack(tmp_path / "not-there.winnowz", tmp_path / "place" / "new"))
    assert not list((tmp_path / "place").glob("*"))


def test_entries_that_share_their_bytes_are_refused(project, tmp_path):
    path = packed(project, tmp_path / "good.winnowz").path
    with zipfile.ZipFile(path, "a") as archive:
        first = next(entry for entry in archive.filelist if entry.filename.startswith("originals"))
        again = zipfile.ZipInfo("originals/ab/again.jpeg")
        for name in ("CRC", "compress_size", "file_size", "header_offset"):
            setattr(again, name, getattr(first, name))
        archive.filelist.append(again)
        archive._didModify = True
    with pytest.raises(PackRefused, match="share their bytes"):
        list(unpack(path, tmp_path / "new"))


def test_an_archive_without_a_project_in_it_is_refused(tmp_path):
    for files in ({"labels.jsonl": b""}, {"project.db": b"no database"}):
        archive = made_by_hand(tmp_path / f"{len(files)}{min(files)}.winnowz", files)
        with pytest.raises(PackRefused, match=r"project\.db|database"):
            list(unpack(archive, tmp_path / "new"))
    assert not (tmp_path / "new").exists()
