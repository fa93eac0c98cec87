"""Originals and thumbnails."""

from __future__ import annotations

import hashlib
import threading
from pathlib import Path

import pytest

from winnow.store.originals import OriginalMissing, Originals
from winnow.store.thumbnails import Thumbnails


def test_an_original_is_stored_once_and_never_rewritten(tmp_path: Path) -> None:
    originals, content = Originals(tmp_path), b"picture"
    sha256 = hashlib.sha256(content).hexdigest()
    path = originals.put(sha256, "png", content)
    before = path.stat()
    assert originals.put(sha256, "png", content) == path
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert originals.read(sha256, "png") == content
    assert originals.is_sound(sha256, "png")
    path.write_bytes(b"scribbled")
    assert not originals.is_sound(sha256, "png")
    path.unlink()
    with pytest.raises(OriginalMissing, match="is missing"):
        originals.read(sha256, "png")


def test_thumbnails_are_found_by_every_thread_and_after_opening_again(tmp_path: Path) -> None:
    keys = [number.to_bytes(32, "big") for number in range(1200)]
    thumbnails = Thumbnails(tmp_path / "cache" / "thumbnails.db")
    thumbnails.put((key, b"old") for key in keys[:3])
    thumbnails.put((key, key[-2:]) for key in keys[:-1])
    seen: list[int] = []
    thread = threading.Thread(target=lambda: seen.append(len(thumbnails.get(keys))))
    thread.start()
    thread.join()
    assert seen == [1199]
    thumbnails.close()
    again = Thumbnails(tmp_path / "cache" / "thumbnails.db", writable=False)
    assert again.get(keys) == {key: key[-2:] for key in keys[:-1]}
    assert again.missing(keys) == keys[-1:]
    again.close()


def test_a_failed_put_stores_nothing(tmp_path: Path) -> None:
    thumbnails = Thumbnails(tmp_path / "thumbnails.db")
    with pytest.raises(ZeroDivisionError):
        thumbnails.put((bytes([number]) * 32, bytes(1 // (1 - number))) for number in range(2))
    thumbnails.put([(b"b" * 32, b"jpeg")])
    assert thumbnails.get([b"\x00" * 32, b"b" * 32]) == {b"b" * 32: b"jpeg"}
    thumbnails.close()
