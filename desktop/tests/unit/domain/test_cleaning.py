"""Which copy stays, and which sizes are odd."""

from __future__ import annotations

import numpy as np
import pytest

from winnow.base.codec import from_json, to_json
from winnow.domain.cleaning import (
    STARTING_THRESHOLDS,
    Check,
    Cleaning,
    Copy,
    KeepRule,
    keeping_order,
    licence_rank,
    odd_sizes,
)
from winnow.domain.ids import ImageId

SMALL = Copy(ImageId(1), "small.jpg", 200, 100, 5_000, 0.9, "cc0")
LARGE = Copy(ImageId(2), "large.jpg", 2000, 1000, 90_000, 0.4, "by-nc-nd")
LABELLED = Copy(ImageId(3), "labelled.jpg", 300, 150, 9_000, 0.5, "", "cat")


@pytest.mark.parametrize(
    ("rule", "stays"),
    [
        (KeepRule.LARGEST, LARGE),
        (KeepRule.SHARPEST, SMALL),
        (KeepRule.OLDEST, SMALL),
        (KeepRule.LABELLED, LABELLED),
        (KeepRule.LICENCE, SMALL),
    ],
)
def test_the_rule_decides_which_stays(rule, stays):
    for copies in ([SMALL, LARGE, LABELLED], [LABELLED, LARGE, SMALL]):
        assert keeping_order(copies, rule)[0] is stays


def test_among_equals_the_larger_file_and_then_the_older_stays():
    twin = Copy(ImageId(8), "twin.png", 200, 100, 50_000, 0.9, "cc0")
    same = Copy(ImageId(9), "same.jpg", 200, 100, 5_000, 0.9, "cc0")

    assert keeping_order([same, SMALL, twin], KeepRule.LARGEST) == (twin, SMALL, same)


def test_what_is_rejected_never_stays():
    gone = Copy(ImageId(4), "gone.jpg", 9000, 9000, 1, 1.0, "cc0", "cat", is_rejected=True)

    assert keeping_order([gone, SMALL], KeepRule.LARGEST) == (SMALL, gone)


def test_licences_are_ranked_by_what_they_forbid():
    order = ["cc0", "by", "by-sa", "by-nc", "by-nc-sa", "by-nd", "by-nc-nd", "all rights reserved", ""]

    assert sorted(order, key=licence_rank) == order
    assert len({licence_rank(code) for code in order}) == len(order)


def test_sizes_are_odd_outside_the_fences():
    widths = np.array([640, 600, 620, 660, 700, 610, 630, 4000])

    scores = odd_sizes(widths, np.full(8, 480))

    assert scores[7] < STARTING_THRESHOLDS[Check.ODD_SIZE] <= scores[:7].min()


def test_among_equal_sizes_another_one_is_odd():
    scores = odd_sizes(np.array([500] * 9 + [501]), np.full(10, 400))

    assert scores.tolist() == [1.0] * 9 + [0.0]
    assert odd_sizes(np.empty(0, np.int64), np.empty(0, np.int64)).shape == (0,)


def test_thresholds_travel_and_start_at_the_known_values():
    wanted = Cleaning({"blurry": 0.4}, KeepRule.LICENCE)

    assert from_json(Cleaning, to_json(wanted)) == wanted
    assert wanted.threshold(Check.BLURRY) == 0.4
    assert wanted.threshold(Check.DARK) == STARTING_THRESHOLDS[Check.DARK] == 0.32
