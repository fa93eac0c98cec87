"""Searching hashes: all pairs within the distance, and no other."""

from __future__ import annotations

import time

import numpy as np
import pytest

from winnow.base.errors import ContractError
from winnow.vision.hashes import MOST_BITS, components, distinct, hash_pairs, near_duplicate_groups


def some_hashes(count: int, seed: int = 0) -> np.ndarray:
    """Return hashes of which the second half are the first with up to 40 bits turned."""
    random = np.random.default_rng(seed)
    first = random.integers(0, 256, (count // 2, 32), np.uint8)
    turned = np.zeros((count // 2, 256), np.uint8)
    for row in turned:
        row[random.choice(256, random.integers(0, 41), replace=False)] = 1
    return np.concatenate([first, first ^ np.packbits(turned, axis=1)])


def turned(one: np.ndarray, bits: range) -> np.ndarray:
    mask = np.zeros(256, np.uint8)
    mask[list(bits)] = 1
    return one ^ np.packbits(mask)


@pytest.mark.parametrize("most_bits", [0, 1, 12, 24, 25])
def test_the_pairs_are_those_of_comparing_all_with_all(most_bits):
    hashes = some_hashes(1200)
    words = hashes.view(np.uint64)
    distances = np.bitwise_count(words[:, None] ^ words[None]).sum(-1)
    expected = np.argwhere(np.triu(distances <= most_bits, 1))

    pairs, bits = hash_pairs(hashes, most_bits)

    np.testing.assert_array_equal(pairs, expected)
    np.testing.assert_array_equal(bits, distances[tuple(expected.T)])


def test_pictures_with_white_margins_do_not_make_the_search_slow():
    """Most of their bits are unset, in whole rows: without spreading, one bucket would hold them all."""
    random = np.random.default_rng(3)
    fields = np.zeros((20_000, 16, 16), np.uint8)
    fields[:, 4:12] = random.integers(0, 2, (20_000, 8, 16))
    hashes = np.packbits(fields.reshape(-1, 256), axis=1)

    began = time.process_time()
    hash_pairs(hashes, 24)

    assert time.process_time() - began < 5


def test_equal_hashes_are_one_kind_and_one_group():
    hashes = np.repeat(some_hashes(20), 3000, axis=0)

    groups = near_duplicate_groups(hashes, 0)

    kinds, kind_of = distinct(hashes)
    np.testing.assert_array_equal(kinds[kind_of], hashes)
    assert len(np.unique(groups)) == len(kinds) == len(np.unique(hashes, axis=0))


def test_groups_reach_along_chains():
    start = np.random.default_rng(1).integers(0, 256, 32, np.uint8)
    chain = [start, turned(start, range(20)), turned(start, range(40)), turned(start, range(100, 200))]

    groups = near_duplicate_groups(np.stack(chain), 24)
    assert groups[0] == groups[1] == groups[2] != groups[3]


def test_nothing_has_no_pairs():
    nothing = np.empty((0, 32), np.uint8)

    assert hash_pairs(nothing, 24)[0].shape == (0, 2)
    assert near_duplicate_groups(nothing).shape == (0,)


def test_components_join_by_any_way():
    assert components(6, np.array([[4, 5], [2, 4], [0, 1]])).tolist() == [0, 0, 2, 3, 2, 2]
    assert components(3, np.empty((0, 2), np.int64)).tolist() == [0, 1, 2]


@pytest.mark.parametrize(("shape", "most_bits"), [((2, 32), MOST_BITS + 1), ((2, 8), 4)])
def test_what_cannot_be_searched_is_refused(shape, most_bits):
    with pytest.raises(ContractError):
        hash_pairs(np.zeros(shape, np.uint8), most_bits)
