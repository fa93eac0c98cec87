"""Two answers to the same questions: whether one is better, and by how much."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from winnow.base.errors import ContractError

Rightness = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class PairedChange:
    """*n* things judged twice: only the first was right *lost* times, only the second *won* times."""

    n: int
    both: int
    lost: int
    won: int

    @property
    def difference(self) -> float:
        """The second share that is right, less the first."""
        return (self.won - self.lost) / self.n if self.n else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """95 % interval of the difference; (−1, 1) where nothing was judged.

        Half a thing is added to each of the four kinds of pairs, which keeps
        what it promises for few pairs too. Source: Agresti & Min 2005,
        Statistics in Medicine 24, 729-740.
        """
        if not self.n:
            return -1.0, 1.0
        n, won, lost = self.n + 2, self.won + 0.5, self.lost + 0.5
        middle = (won - lost) / n
        half = 1.96 * math.sqrt(won + lost - (won - lost) ** 2 / n) / n
        return max(-1.0, middle - half), min(1.0, middle + half)

    @property
    def p_value(self) -> float:
        """McNemar's exact test, two-sided: how likely so uneven a share of the differing pairs is by chance alone.

        Source: McNemar 1947, Psychometrika 12, 153-157; binomial instead of
        the normal curve, so it holds for few pairs too.
        """
        differing, fewer = self.won + self.lost, min(self.won, self.lost)
        tail = sum(math.comb(differing, at) for at in range(fewer + 1))
        # Whole numbers until here: a power of two this large has no float.
        return min(1.0, math.exp(math.log(2 * tail) - differing * math.log(2)))


def paired(first: Rightness, second: Rightness) -> PairedChange:
    """Count the pairs of two parallel rows, (n,), that say what was right.

    Raises:
        ContractError: they are not equally long.
    """
    if len(first) != len(second):
        raise ContractError(f"{len(first)} and {len(second)} answers are no pairs")
    return PairedChange(
        len(first),
        int(np.count_nonzero(first & second)),
        int(np.count_nonzero(first & ~second)),
        int(np.count_nonzero(~first & second)),
    )
