"""Splits: nothing leaks, the shares are near, and the seed decides."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from winnow.domain.borders import unmet
from winnow.domain.split import PARTS, Keeping, Part, Ratios, SplitImpossible, leaks, make_split

Rows = npt.NDArray[np.int64]


@st.composite
def labelled(draw: st.DrawFn) -> tuple[Rows, Rows, Rows]:
    """Return (ids, labels, groups) of pictures, each label with at least six groups, in any order."""
    count = draw(st.integers(2, 4))
    sizes = draw(st.lists(st.integers(1, 6), min_size=6 * count, max_size=60))
    groups = np.repeat(np.arange(len(sizes)), sizes)
    # Twins may have been labelled differently: a group can have several labels.
    noise = np.array(draw(st.lists(st.integers(0, 20), min_size=len(groups), max_size=len(groups))))
    labels = np.where(noise == 20, (groups + 1) % count, groups % count) * 7
    order = np.random.default_rng(draw(st.integers(0, 99))).permutation(len(groups))
    return order * 3 + 1, labels[order], groups[order]


RATIOS = st.sampled_from([Ratios(), Ratios(80, 20, 0), Ratios(50, 25, 25), Ratios(98, 1, 1)])


@settings(deadline=None, max_examples=60)
@given(pictures=labelled(), ratios=RATIOS, seed=st.integers(0, 2**31), k_fold=st.sampled_from([0, 2, 5]))
def test_no_group_crosses_a_border_and_nothing_is_lost(
    pictures: tuple[Rows, Rows, Rows], ratios: Ratios, seed: int, k_fold: int
) -> None:
    ids, labels, groups = pictures
    try:
        split = make_split(ids, labels, groups, ratios, seed, k_fold)
    except SplitImpossible:
        return
    assert leaks(split) == 0
    assert split.ids.tolist() == sorted(ids.tolist())
    of = dict(zip(ids, zip(labels, groups, strict=True), strict=True))
    assert [of[image][0] for image in split.ids] == split.labels.tolist()
    # The groups are numbered anew, and are the same ones.
    renamed = {(of[image][1], group) for image, group in zip(split.ids, split.groups, strict=True)}
    assert len(renamed) == len(np.unique(groups)) == len(np.unique(split.groups))
    assert sum(split.count(part) for part in PARTS) == len(ids)
    assert ratios.test or not split.count(Part.TEST)
    inside = split.parts != PARTS.index(Part.TEST)
    assert (split.folds[~inside] == -1).all()
    assert ((split.folds[inside] >= 0) == bool(k_fold)).all()
    for group in np.unique(split.groups):
        assert len(np.unique(split.folds[split.groups == group])) == 1


@settings(deadline=None, max_examples=40)
@given(count=st.integers(60, 400), ratios=RATIOS, seed=st.integers(0, 2**31), pairs=st.booleans())
def test_shares_are_near_for_each_label_when_groups_are_small(
    count: int, ratios: Ratios, seed: int, pairs: bool
) -> None:
    groups = np.arange(count) // (2 if pairs else 1)
    labels = groups % 3
    split = make_split(np.arange(count), labels, groups, ratios, seed)
    for label in range(3):
        parts = split.parts[split.labels == label]
        for part, share in enumerate(ratios.shares()):
            # Train gives up to one group to each of the others, where they would have none of the label.
            assert abs(np.count_nonzero(parts == part) - share * len(parts)) <= (4 if part == 0 else 2)


@settings(deadline=None, max_examples=60)
@given(
    sizes=st.lists(st.lists(st.integers(1, 6), min_size=4, max_size=8), min_size=2, max_size=4),
    ratios=RATIOS,
    seed=st.integers(0, 2**31),
)
def test_a_label_with_enough_groups_is_in_every_part_and_no_fold_is_empty(
    sizes: list[list[int]], ratios: Ratios, seed: int
) -> None:
    labels = np.repeat(np.arange(len(sizes)), [sum(of_label) for of_label in sizes])
    groups = np.repeat(np.arange(sum(map(len, sizes))), [size for of_label in sizes for size in of_label])
    split = make_split(np.arange(len(labels)), labels, groups, ratios, seed, 4)
    for part in range(3 if ratios.test else 2):
        assert np.unique(split.labels[split.parts == part]).tolist() == list(range(len(sizes)))
    assert np.unique(split.folds[split.folds >= 0]).tolist() == [0, 1, 2, 3]


def test_more_folds_than_groups_are_refused() -> None:
    ids = np.arange(8)
    with pytest.raises(SplitImpossible, match="20 folds cannot be made of 6 pictures"):
        make_split(ids, ids % 2, ids, Ratios(), 1, 20)


def test_a_label_that_is_in_the_locked_test_part_alone_is_refused() -> None:
    ids = np.arange(30)
    with pytest.raises(SplitImpossible, match="fewer than 2"):
        make_split(ids, ids // 10, ids, Ratios(), 1, 0, Keeping(test_locked=True), locked=ids[20:])


def test_what_a_small_part_has_of_every_label_is_not_called_a_wish_unmet() -> None:
    ids = np.arange(60)
    split = make_split(ids, ids % 3, ids, Ratios(98, 1, 1), 1)
    assert [split.count(part) for part in PARTS] == [54, 3, 3]
    assert unmet(split) == ()


@settings(deadline=None, max_examples=20)
@given(pictures=labelled(), seed=st.integers(0, 1000))
def test_the_same_seed_gives_the_same_split(pictures: tuple[Rows, Rows, Rows], seed: int) -> None:
    ids, labels, groups = pictures
    try:
        one, other = (
            make_split(ids[order], labels[order], groups[order], Ratios(), seed, 3)
            for order in (np.argsort(ids), np.argsort(-ids))
        )
    except SplitImpossible:
        return
    assert np.array_equal(one.parts, other.parts)
    assert np.array_equal(one.folds, other.folds)


def test_another_seed_gives_another_split() -> None:
    ids = np.arange(90)
    parts = [make_split(ids, ids % 3, ids, Ratios(), seed).parts.tolist() for seed in range(2)]
    assert parts[0] != parts[1]


@pytest.mark.parametrize(
    ("labels", "groups", "k_fold", "words"),
    [
        ([1] * 12, range(12), 0, "two labels"),
        ([1] * 10 + [2] * 2, range(12), 0, "fewer than 3"),
        ([1] * 6 + [2] * 6, [*range(6), 9, 9, 9, 9, 9, 9], 0, "belong together"),
        ([1, 2] * 6, range(12), 1, "1 folds"),
        ([1, 2] * 6, range(12), 21, "21 folds"),
    ],
)
def test_an_impossible_split_is_refused_in_words(labels: list[int], groups: list[int], k_fold: int, words: str) -> None:
    with pytest.raises(SplitImpossible, match=words):
        make_split(np.arange(12), np.array(labels), np.array(list(groups)), Ratios(), 1, k_fold)


@pytest.mark.parametrize("shares", [(70, 20, 20), (0, 50, 50), (100, 0, 0), (80, 30, -10)])
def test_ratios_that_do_not_divide_a_whole_are_refused(shares: tuple[int, int, int]) -> None:
    with pytest.raises(SplitImpossible):
        Ratios(*shares)
