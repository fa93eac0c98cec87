"""Near duplicates by perceptual hash, found without comparing all with all."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from winnow.base.errors import ContractError

NEAR_BITS = 24
"""Of 256: at this Hamming distance a 16 x 16 dHash found recoloured copies among crawled photos, and no false pair."""

MOST_BITS = 25
"""The largest distance that `hash_pairs` searches."""

HASH_BYTES = 32

_BANDS = 13
_BAND_BITS = 20
_VALUES = 1 << _BAND_BITS
_AT_ONCE = 1 << 20

Pairs = npt.NDArray[np.int64]
Groups = npt.NDArray[np.int64]
Words = npt.NDArray[np.uint64]


def near_duplicate_groups(hashes: npt.NDArray[np.uint8], most_bits: int = NEAR_BITS) -> Groups:
    """Return a group number for each hash, (n,): those within *most_bits*, directly or by a chain, share one.

    Args:
        hashes: (n, 32) uint8.
        most_bits: Largest Hamming distance of a pair, at most `MOST_BITS`.
    """
    kinds, kind_of = distinct(hashes)
    pairs, _bits = hash_pairs(kinds, most_bits)
    return components(len(kinds), pairs)[kind_of]


def hash_pairs(hashes: npt.NDArray[np.uint8], most_bits: int) -> tuple[Pairs, npt.NDArray[np.int64]]:
    """Return all pairs of different rows within *most_bits*, (m, 2) with the smaller row first, and their distances.

    Exact: two hashes that differ in 25 bits or fewer have one of 13 bands, of
    19 or 20 bits each, in which they differ in at most one bit; so each band
    is looked up as it is and with every single bit turned. The bits of a band
    are spread over the picture, for a white margin would make whole bands equal.
    Source: M. Norouzi, A. Punjani and D. Fleet, "Fast Exact Search in Hamming
    Space with Multi-Index Hashing" (2012).

    Raises:
        ContractError: *most_bits* is more than `MOST_BITS`, or the hashes are not 32 bytes each.
    """
    if most_bits > MOST_BITS or hashes.ndim != 2 or hashes.shape[1] != HASH_BYTES:
        raise ContractError(f"cannot search {hashes.shape} hashes within {most_bits} bits")
    words = _words(hashes)
    quarter = np.ascontiguousarray(words[:, 0])
    found = [np.empty(0, np.int64)]
    for band in np.ascontiguousarray(_bands(hashes).T):
        for one, other in _within_one_bit(band):
            # A quarter of the bits rules out nearly all that are not near.
            maybe = np.flatnonzero(np.bitwise_count(quarter[one] ^ quarter[other]) <= most_bits)
            first, second = one[maybe], other[maybe]
            near = _bits(words[first] ^ words[second]) <= most_bits
            found.append(first[near] * len(words) + second[near])
    codes = np.unique(np.concatenate(found))
    pairs = np.stack([codes // max(1, len(words)), codes % max(1, len(words))], axis=1)
    return pairs, _bits(words[pairs[:, 0]] ^ words[pairs[:, 1]])


def distinct(hashes: npt.NDArray[np.uint8]) -> tuple[npt.NDArray[np.uint8], Groups]:
    """Return the different hashes, (k, 32), and for each of (n, 32) *hashes* which of them it is, (n,).

    A thousand equal hashes are half a million pairs; of their kinds there is one.
    """
    if not len(hashes):
        return hashes, np.empty(0, np.int64)
    whole = np.ascontiguousarray(hashes).view("V32").ravel()
    _, firsts, kind_of = np.unique(whole, return_index=True, return_inverse=True)
    return hashes[firsts], kind_of.astype(np.int64)


def components(count: int, pairs: Pairs) -> Groups:
    """Return for each of *count* things the smallest number that *pairs*, (m, 2), join it with, by chains too."""
    group = np.arange(count, dtype=np.int64)
    while True:
        ends = group[pairs]
        least = ends.min(1)
        joined = group.copy()
        for side in (0, 1):
            np.minimum.at(joined, ends[:, side], least)
        joined = joined[joined]
        if np.array_equal(joined, group):
            return group
        group = joined


def _bits(words: Words) -> npt.NDArray[np.int64]:
    counts: npt.NDArray[np.int64] = np.bitwise_count(words).sum(1, dtype=np.int64)
    return counts


def _words(hashes: npt.NDArray[np.uint8]) -> Words:
    return np.ascontiguousarray(hashes).reshape(-1, HASH_BYTES).view(np.uint64)


def _bands(hashes: npt.NDArray[np.uint8]) -> npt.NDArray[np.int32]:
    """Return (n, 13): the value of each band, below 2 ** 20; every 13th bit of the hash belongs to one."""
    bits = np.zeros((len(hashes), _BANDS * _BAND_BITS), np.uint8)
    bits[:, : HASH_BYTES * 8] = np.unpackbits(hashes, axis=1)
    spread = bits.reshape(len(hashes), _BAND_BITS, _BANDS).astype(np.int32)
    values: npt.NDArray[np.int32] = np.einsum("nbk,b->nk", spread, 1 << np.arange(_BAND_BITS, dtype=np.int32))
    return values


def _within_one_bit(band: npt.NDArray[np.int32]) -> Iterator[tuple[Pairs, Pairs]]:
    """Yield rows (first, second), first < second, whose values in *band* differ in one bit or none; each pair once."""
    order = np.argsort(band, kind="stable")
    starts = np.zeros(_VALUES + 1, np.int32)
    np.cumsum(np.bincount(band, minlength=_VALUES), out=starts[1:])
    counts = np.diff(starts)
    # In the order of their values: neighbours then look into the same part of the tables.
    ordered = band[order]
    same = np.flatnonzero(counts[ordered] > 1)
    for first, second in _expanded(order[same], starts[ordered[same]], counts[ordered[same]], order):
        yield first[first < second], second[first < second]
    for bit in range(_BAND_BITS):
        # From the one that has the bit unset to the one that has it set.
        turned = ordered ^ (1 << bit)
        at = np.flatnonzero((counts[turned] > 0) & (turned > ordered))
        wanted = turned[at]
        for first, second in _expanded(order[at], starts[wanted], counts[wanted], order):
            yield np.minimum(first, second), np.maximum(first, second)


def _expanded(
    rows: Pairs, starts: npt.NDArray[np.int32], counts: npt.NDArray[np.int32], order: Pairs
) -> Iterator[tuple[Pairs, Pairs]]:
    """Yield each of *rows* with every row of its bucket, a bounded number at once: a bucket may hold half of all."""
    ends = np.cumsum(counts, dtype=np.int64)
    at = 0
    while at < len(rows):
        done = ends[at - 1] if at else 0
        after = max(at + 1, int(np.searchsorted(ends, done + _AT_ONCE)))
        some = counts[at:after]
        first = np.repeat(rows[at:after], some)
        inside = np.arange(len(first)) - np.repeat(ends[at:after] - some - done, some)
        second = order[np.repeat(starts[at:after], some) + inside]
        yield first, second
        at = after
