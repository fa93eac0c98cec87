"""CIFAR as a source: a batch, its folder, its archive; with the names of its classes, and only those wanted."""

from __future__ import annotations

import gzip
import io
import tarfile
from pathlib import Path

import pytest
from unit.collect.sources.pickles import ROW, batch, meta, touches

from winnow.collect.local import LocalPicture
from winnow.collect.reading.reader import ReadsHere
from winnow.collect.sources import tarred
from winnow.collect.sources.batches import CIFAR_10
from winnow.collect.sources.cifar import CifarSource, ClassUnknown, is_cifar
from winnow.collect.sources.tarred import TarUnreadable
from winnow.domain.image import Reason

NAMES = [name.encode() for name in CIFAR_10]


def pictures(path: Path, *classes: str) -> list[LocalPicture]:
    source = CifarSource(path, ReadsHere(), frozenset(classes))
    return [one for one in source.pictures() if isinstance(one, LocalPicture)]


def files() -> dict[str, bytes]:
    """Return a small data set: two training pictures, one to test."""
    return {
        "batches.meta": meta(NAMES),
        "data_batch_1": batch(bytes(2 * ROW), [3, 5], [b"a.png", b"b.png"]),
        "readme.html": b"<html></html>",
        "test_batch": batch(bytes([7]) * ROW, [9], [b"c.png"]),
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "cifar-10-batches-py"
    made.mkdir()
    for name, content in files().items():
        (made / name).write_bytes(content)
    return made


def tar(path: Path, contents: dict[str, bytes], mode: str = "w:gz") -> Path:
    with tarfile.open(path, mode) as made:  # type: ignore[call-overload]
        for name, content in contents.items():
            entry = tarfile.TarInfo(f"cifar-10-batches-py/{name}")
            entry.size = len(content)
            made.addfile(entry, io.BytesIO(content))
    return path


EXPECTED = [("a.png", "cat"), ("b.png", "dog"), ("c.png", "truck")]


def test_a_folder_gives_its_pictures_with_their_classes(folder):
    found = pictures(folder)
    assert [(one.file, one.label) for one in found if one.label] == EXPECTED
    assert [one.file for one in found if not one.label] == ["readme.html"]
    assert all(one.folder == one.label for one in found)
    assert len({one.address for one in found}) == 4
    assert [one.address for one in found] == [one.address for one in pictures(folder)]
    assert found[-1].read().startswith(b"\x89PNG")


@pytest.mark.parametrize("mode", ["w:gz", "w"])
def test_an_archive_gives_the_same_in_any_order(tmp_path, mode):
    path = tar(tmp_path / "cifar-10-python.tar.gz", dict(reversed(files().items())), mode)
    assert is_cifar(path)
    found = pictures(path)
    assert sorted((one.file, one.label) for one in found if one.label) == EXPECTED
    assert [(one.file, one.reason) for one in found if not one.label] == [("readme.html", Reason.NOT_AN_IMAGE)]


def test_one_batch_is_named_by_the_meta_file_beside_it(folder):
    (folder / "batches.meta").write_bytes(meta([name.upper() for name in NAMES]))
    assert [one.label for one in pictures(folder / "data_batch_1")] == ["CAT", "DOG"]
    (folder / "batches.meta").unlink()
    assert [one.label for one in pictures(folder / "data_batch_1")] == ["cat", "dog"]


def test_a_hundred_classes_without_names_are_numbered(tmp_path):
    (tmp_path / "train").write_bytes(batch(bytes(ROW), [42], fine=True))
    assert [one.label for one in pictures(tmp_path)] == ["class 42"]


def test_only_wanted_classes_come(folder):
    assert [one.label for one in pictures(folder, "cat", "truck") if one.label] == ["cat", "truck"]
    with pytest.raises(ClassUnknown, match=r"no class 'wolf'.+airplane, automobile"):
        pictures(folder, "wolf")


def test_what_is_cifar_is_told_by_content(folder, tmp_path):
    assert is_cifar(folder)
    assert is_cifar(tmp_path)  # one folder above
    assert is_cifar(folder / "test_batch")
    (folder / "test_batch").rename(folder / "renamed")
    assert is_cifar(folder / "renamed")
    (tmp_path / "notes.txt").write_text("data labels filenames")
    assert not is_cifar(tmp_path / "notes.txt")
    (tmp_path / "pets").mkdir()
    (tmp_path / "pets" / "data_batch_1").write_bytes(b"\x80 is no pickle")
    assert not is_cifar(tmp_path / "pets")


def test_a_hostile_batch_falls_out_and_the_others_come_in(folder, tmp_path):
    hostile = touches(str(tmp_path / "executed"))["os.system in a batch"]
    (folder / "data_batch_2").write_bytes(hostile)
    found = pictures(folder)
    assert [(one.file, one.label) for one in found if one.label] == EXPECTED
    (bad,) = [one for one in found if one.file == "data_batch_2"]
    assert bad.reason is Reason.BROKEN
    assert "posix.system" in bad.detail
    assert not (tmp_path / "executed").exists()


def test_links_within_an_archive_lead_nowhere(tmp_path):
    path = tmp_path / "a.tar.gz"
    with tarfile.open(path, "w:gz") as made:
        for kind, name in ((tarfile.SYMTYPE, "soft"), (tarfile.LNKTYPE, "../hard"), (tarfile.FIFOTYPE, "pipe")):
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, "/etc/passwd"
            made.addfile(entry)
        made.addfile(tarfile.TarInfo("/etc/absolute"))
        made.addfile(tarfile.TarInfo("x" * 300))
        made.addfile(tarfile.TarInfo("x" * 300))
    found = pictures(path)
    assert [one.reason for one in found] == [Reason.REFUSED_ADDRESS] * 3 + [Reason.NOT_AN_IMAGE] * 3
    assert len({one.address for one in found}) == 6
    assert [one.name for one in tmp_path.iterdir()] == ["a.tar.gz"]


def test_an_archive_that_unpacks_without_end_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr(tarred, "ALL_BYTES", 1 << 20)
    path = tar(tmp_path / "a.tar.gz", {"data_batch_1": bytes(4 << 20)})
    with pytest.raises(TarUnreadable, match="unpacks to more than"):
        pictures(path)


def test_a_damaged_archive_is_told(tmp_path):
    whole = tar(tmp_path / "a.tar.gz", files()).read_bytes()
    (tmp_path / "a.tar.gz").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(TarUnreadable, match="damaged or cut off"):
        pictures(tmp_path / "a.tar.gz")
    plain = bytearray(gzip.decompress(whole))
    plain[1024:1536] = b"\xff" * 512
    (tmp_path / "b.tar").write_bytes(plain)
    with pytest.raises(TarUnreadable, match="directory is damaged"):
        pictures(tmp_path / "b.tar")
