"""How pure a cluster is, judged by a few of its pictures."""

from __future__ import annotations

from dataclasses import dataclass

from winnow.base.errors import ContractError
from winnow.domain.proportion import wilson

SPOT_CHECK = 20
"""So many pictures are looked at; twenty that are all right put the purity at 84 % or more."""

MIXED_BELOW = 0.8


@dataclass(frozen=True, slots=True)
class Purity:
    """*right* of *looked_at* pictures, drawn at random, belong."""

    right: int
    looked_at: int

    def __post_init__(self) -> None:
        if not 0 <= self.right <= self.looked_at:
            raise ContractError(f"{self.right} of {self.looked_at} cannot be right")

    @property
    def share(self) -> float:
        """The estimate, 0 to 1; 0 before any was looked at."""
        return self.right / self.looked_at if self.looked_at else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Between what the cluster's purity lies, 95 times of 100."""
        return wilson(self.right, self.looked_at)

    @property
    def is_mixed(self) -> bool:
        """Whether to split the cluster further before labelling it whole."""
        return self.looked_at > 0 and self.share < MIXED_BELOW
