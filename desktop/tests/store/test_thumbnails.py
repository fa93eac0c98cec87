"""The thumbnail cache may be deleted or damaged; a project opens all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from winnow.store.errors import ThumbnailsNotKept
from winnow.store.thumbnails import Thumbnails

KEY = bytes(range(32))


def test_a_damaged_cache_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "thumbnails.db"
    path.write_bytes(b"this is no database at all, but some other file" * 100)
    cache = Thumbnails(path)
    assert cache.get([KEY]) == {}
    cache.put([(KEY, b"jpeg")])
    cache.close()
    again = Thumbnails(path)
    assert again.get([KEY]) == {KEY: b"jpeg"}
    again.close()


def test_a_full_disk_is_said_and_the_cache_goes_on_once_there_is_room(tmp_path: Path) -> None:
    cache = Thumbnails(tmp_path / "thumbnails.db")
    limit = "PRAGMA max_page_count = {0}".format
    connection = cache._connection()
    connection.execute(limit(connection.execute("PRAGMA page_count").fetchone()[0] + 2))
    with pytest.raises(ThumbnailsNotKept, match="is full"):
        cache.put((bytes([number]) * 32, b"x" * 60_000) for number in range(20))
    connection.execute(limit(1 << 20))
    cache.put([(b"k" * 32, b"jpeg")])
    assert cache.missing([b"k" * 32, bytes(32)]) == [bytes(32)]
    cache.close()
