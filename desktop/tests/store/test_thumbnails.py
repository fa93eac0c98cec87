"""The thumbnail cache may be deleted or damaged; a project opens all the same."""

from __future__ import annotations

from pathlib import Path

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
