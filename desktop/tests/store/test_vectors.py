"""Vectors: kept over openings, and whole after a crash."""

from __future__ import annotations

import hashlib
import zlib
from pathlib import Path

import numpy as np
import pytest

from winnow.base.errors import ContractError
from winnow.store.errors import VectorsDamaged, VectorsNoNumbers
from winnow.store.vectors import Vectors

DIM = 6
KEYS = [hashlib.sha256(bytes([number])).digest() for number in range(5)] + [b"\x00" * 32]
ROWS = np.random.default_rng(0).normal(size=(len(KEYS), DIM)).astype(np.float32)


def test_what_was_appended_is_there_on_opening_again(tmp_path: Path) -> None:
    vectors = Vectors(tmp_path, "net", DIM)
    vectors.append(KEYS[:2], ROWS[:2])
    vectors.append(KEYS[2:], ROWS[2:])
    for found in (vectors, Vectors(tmp_path, "net", DIM)):
        assert len(found) == len(KEYS)
        assert np.array_equal(found.take(KEYS[::-1]), ROWS[::-1])
        assert found.take([]).shape == (0, DIM)
        assert found.missing([b"n" * 32, KEYS[0], b"n" * 32]) == [b"n" * 32]
        assert found.damaged() == 0


@pytest.mark.parametrize(("rows_lost", "records_lost"), [(0, 40), (0, 7), (5, 0), (24, 13), (24, 0)])
def test_a_torn_end_is_left_out_and_written_over(tmp_path: Path, rows_lost: int, records_lost: int) -> None:
    Vectors(tmp_path, "net", DIM).append(KEYS, ROWS)
    for name, lost in (("net-6.f32", rows_lost), ("net-6.idx", records_lost)):
        content = (tmp_path / name).read_bytes()
        (tmp_path / name).write_bytes(content[: len(content) - lost])
    vectors = Vectors(tmp_path, "net", DIM)
    assert vectors.missing(KEYS) == KEYS[-1:]
    assert np.array_equal(vectors.take(KEYS[:-1]), ROWS[:-1])
    vectors.append(KEYS[-1:], ROWS[-1:])
    again = Vectors(tmp_path, "net", DIM)
    assert np.array_equal(again.take(KEYS), ROWS)
    assert again.damaged() == 0


def test_a_scribbled_row_is_counted_never_given_out_and_computed_again(tmp_path: Path) -> None:
    Vectors(tmp_path, "net", DIM).append(KEYS, ROWS)
    content = bytearray((tmp_path / "net-6.f32").read_bytes())
    content[30] ^= 0xFF
    (tmp_path / "net-6.f32").write_bytes(content)
    vectors = Vectors(tmp_path, "net", DIM)
    assert vectors.damaged() == 1
    with pytest.raises(VectorsDamaged, match="computed anew"):
        vectors.take(KEYS)
    assert np.array_equal(vectors.take(KEYS[2:]), ROWS[2:])
    assert vectors.missing(KEYS) == [KEYS[1]]
    assert KEYS[1] not in vectors
    vectors.append([KEYS[1]], ROWS[1:2])
    again = Vectors(tmp_path, "net", DIM)
    assert again.missing(KEYS) == []
    assert np.array_equal(again.take(KEYS), ROWS)
    assert again.damaged() == 0


def test_what_is_no_number_is_not_kept_and_not_believed(tmp_path: Path) -> None:
    vectors = Vectors(tmp_path, "net", DIM)
    rows = ROWS.copy()
    rows[2, 3] = np.nan
    rows[4, 0] = np.inf
    with pytest.raises(VectorsNoNumbers, match="for 2 pictures"):
        vectors.append(KEYS, rows)
    assert len(Vectors(tmp_path, "net", DIM)) == 0
    # As somebody else's project may have it: not a number, and the checksum fits.
    vectors.append(KEYS, ROWS)
    content, index = ((tmp_path / f"net-6.{end}").read_bytes() for end in ("f32", "idx"))
    bad = rows[2].tobytes()
    (tmp_path / "net-6.f32").write_bytes(content[: 2 * len(bad)] + bad + content[3 * len(bad) :])
    told = zlib.crc32(bad).to_bytes(4, "little")
    (tmp_path / "net-6.idx").write_bytes(index[:112] + told + index[116:])
    assert Vectors(tmp_path, "net", DIM).missing(KEYS) == [KEYS[2]]


def test_rows_of_another_shape_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ContractError, match="expected"):
        Vectors(tmp_path, "net", DIM).append(KEYS, ROWS[:, :5])
