"""Files are whole or not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from winnow.base.files import sweep_temporary_files, write_atomically, written_atomically


def test_a_failed_write_leaves_the_old_content_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "file.bin"
    write_atomically(path, b"old")

    def fail() -> None:
        with written_atomically(path) as stream:
            stream.write(b"new")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]


def test_nothing_is_there_before_the_write_is_over(tmp_path: Path) -> None:
    path = tmp_path / ("고" * 60)
    with written_atomically(path) as stream:
        stream.write(b"x")
        stream.flush()
        assert not path.exists()
    assert path.read_bytes() == b"x"


def test_what_interrupted_writes_left_is_swept(tmp_path: Path) -> None:
    (tmp_path / "ab").mkdir()
    (tmp_path / "ab" / ".abc.jpeg-x1y2.part").touch()
    (tmp_path / "ab" / "movie.part").touch()
    assert sweep_temporary_files(tmp_path) == 1
    assert [path.name for path in (tmp_path / "ab").iterdir()] == ["movie.part"]
