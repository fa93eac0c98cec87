"""How sure a share is that was counted on a few."""

from __future__ import annotations

import math


def wilson(right: int, n: int, z: float = 1.96) -> tuple[float, float]:
    """Return the score interval of a share of *right* in *n*; (0, 1) where nothing was seen.

    Source: Wilson 1927, J. Am. Stat. Assoc. 22, 209-212; z = 1.96 covers 95 %.
    """
    if n <= 0:
        return 0.0, 1.0
    share = right / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    low = 0.0 if right == 0 else max(0.0, middle - half)
    high = 1.0 if right == n else min(1.0, middle + half)
    return low, high


def f1_interval(right: int, wrongly_said: int, missed: int) -> tuple[float, float]:
    """Return the 95 % interval of an F1; (0, 1) where nothing was seen.

    F1 is 2 J / (1 + J) with J the share of *right* among all three, and the
    three are counted out of one sample: J is a share like any other, so its
    Wilson interval carries over. Other than one by resampling it has a width
    where nothing was wrong.
    """
    low, high = wilson(right, right + wrongly_said + missed)
    return 2 * low / (1 + low), 2 * high / (1 + high)
