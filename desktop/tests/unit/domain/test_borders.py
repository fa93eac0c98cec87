"""The proof of a split, and what it says of wishes that cannot be met."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from sklearn.model_selection import StratifiedGroupKFold

from winnow.domain.borders import Why, in_words, leak_report, unmet
from winnow.domain.dividing import assign
from winnow.domain.split import PARTS, Keeping, Part, Ratios, TooFewApart, joined, make_split

NONE = np.empty((0, 2), np.int64)


def frames(pictures: int = 90, twins: int = 30) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return (ids, labels, groups): the first *twins* pictures have two frames, neighbours are near duplicates."""
    ids = np.concatenate([np.arange(pictures), np.arange(twins)])
    return ids, ids // 2 % 3, ids // 2


def test_nothing_crosses_any_border_of_any_fold() -> None:
    ids, labels, groups = frames()
    split = make_split(ids, labels, groups, Ratios(), 3, 5)
    pairs = np.stack([np.arange(0, 90, 2), np.arange(1, 90, 2)], axis=1)
    report = leak_report(split, pairs)
    assert [border.fold for border in report.borders] == [0, 1, 2, 3, 4, 5]
    assert all((border.pairs, border.parents, border.groups) == (0, 0, 0) for border in report.borders)
    assert report.pairs_compared == 45
    assert len(report.kept) == 45
    assert report.kept[0].frames == 4
    assert {image for group in report.kept for image in group.ids} == set(range(90))


def test_a_pair_that_grouping_missed_is_found_by_the_check() -> None:
    ids = np.arange(60)
    split = make_split(ids, ids % 2, ids, Ratios(), 1, 3)
    train, test = split.ids_of(Part.TRAIN), split.ids_of(Part.TEST)
    report = leak_report(split, np.array([[train[0], test[0]], [train[1], train[1]]]))
    assert report.borders[0].pairs == 1
    assert not report.is_sound


def test_frames_of_one_picture_in_two_parts_are_counted() -> None:
    ids, labels, groups = frames()
    split = make_split(ids, labels, groups, Ratios(), 3)
    parts = split.parts.copy()
    parts[0] = (parts[0] + 1) % 3  # the first of two frames of picture 0
    border = leak_report(replace(split, parts=parts), NONE).borders[0]
    assert (border.parents, border.groups) == (1, 1)


def test_a_group_larger_than_its_part_is_said() -> None:
    ids = np.arange(100)
    groups = np.where(ids < 60, 0, ids)
    split = make_split(ids, ids % 2, groups, Ratios(40, 30, 30), 1)
    (*_, last) = unmet(split)
    assert last.why is Why.GROUP
    assert last.largest == 60
    assert "one group of 60" in in_words(last)
    assert not unmet(make_split(ids, ids % 2, ids, Ratios(40, 30, 30), 1))


def test_a_class_that_some_fold_lacks_is_said() -> None:
    ids = np.arange(60)
    labels = np.where(ids < 5, 7, ids % 2)
    (found,) = [one for one in unmet(make_split(ids, labels, ids, Ratios(), 1, 10)) if one.why is Why.FOLD]
    assert found.label == 7
    assert found.reached < 10
    assert "'rare' is in" in in_words(found, "rare")


def test_a_locked_test_part_stays_and_takes_in_only_what_belongs_to_it() -> None:
    ids = np.arange(80)
    first = make_split(ids, ids % 2, ids, Ratios(), 1)
    more = np.arange(120)
    groups = np.where(more == 119, first.ids_of(Part.TEST)[0], more)
    second = make_split(more, more % 2, groups, Ratios(), 9, 0, Keeping(test_locked=True), first.ids_of(Part.TEST))
    assert set(second.ids_of(Part.TEST)) == {*first.ids_of(Part.TEST), 119}
    assert first.ids_of(Part.VALID).tolist() != second.ids_of(Part.VALID).tolist()


def test_classes_need_not_be_in_proportion() -> None:
    ids = np.arange(400)
    labels = (ids < 20).astype(np.int64)
    loose = [make_split(ids, labels, ids, Ratios(), seed, 0, Keeping(classes=False)) for seed in range(4)]
    assert {int((one.parts[one.labels == 1] == 2).sum()) for one in loose} != {3}
    assert all(one.count(Part.TEST) == 60 for one in loose)


def test_chains_of_kinds_are_one_group() -> None:
    assert joined(np.array([1, 1, 2, 3, 4]), np.array([9, 8, 8, 7, 7])).tolist() == [0, 0, 0, 3, 3]
    assert joined(np.empty(0, np.int64)).tolist() == []


def test_too_few_groups_name_the_label() -> None:
    ids = np.arange(12)
    with pytest.raises(TooFewApart) as caught:
        make_split(ids, (ids < 2).astype(np.int64), ids, Ratios(), 1)
    assert (caught.value.label, caught.value.groups) == (1, 2)
    assert "'cat' has fewer than 3" in str(TooFewApart(1, 2, 3, "cat"))


@pytest.mark.parametrize("seed", range(6))
def test_folds_are_at_least_as_even_as_those_of_scikit_learn(seed: int) -> None:
    random = np.random.default_rng(seed)
    groups = np.repeat(np.arange(80), random.integers(1, 12, 80))
    labels = np.where(random.random(len(groups)) < 0.2, groups % 2, groups % 3)
    theirs = np.empty(len(groups), np.int64)
    splitter = StratifiedGroupKFold(5, shuffle=True, random_state=seed)
    for fold, (_train, valid) in enumerate(splitter.split(groups, labels, groups)):
        theirs[valid] = fold
    assert unevenness(assign(labels, groups, (0.2,) * 5, seed), labels) <= unevenness(theirs, labels) * 1.001


def unevenness(folds: np.ndarray, labels: np.ndarray) -> float:
    counts = np.array([[np.sum((folds == fold) & (labels == label)) for label in range(3)] for fold in range(5)])
    wished = np.bincount(labels, minlength=3) / 5
    return float((((counts - wished) ** 2) / wished).sum())


def test_parts_are_in_their_order() -> None:
    assert [part.value for part in PARTS] == ["train", "valid", "test"]
