"""How the learning rate follows the batch size."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from winnow.base.errors import ContractError
from winnow.domain.recipe import OptimiserKind


class CouplingRule(enum.Enum):
    """The rate grows with a power of the batch."""

    LINEAR = "linear"
    """Goyal et al. 2017, arXiv 1706.02677; for SGD."""
    SQUARE_ROOT = "square-root"
    """Krizhevsky 2014, arXiv 1404.5997; Li et al. 2024, arXiv 2405.14578, for Adam below the noise scale."""
    MEASURED = "measured"
    """The power that a batch study found on these pictures."""


@dataclass(frozen=True, slots=True)
class Coupling:
    """The rate that a rule gives for a batch, from a known good pair."""

    rule: CouplingRule
    batch_size: int
    rate: float
    from_batch: int
    from_rate: float
    power: float

    def words(self) -> str:
        """Say the sum and the reason."""
        how = {
            CouplingRule.LINEAR: f"{self.batch_size} / {self.from_batch}",
            CouplingRule.SQUARE_ROOT: f"√({self.batch_size} / {self.from_batch})",
            CouplingRule.MEASURED: f"({self.batch_size} / {self.from_batch})^{self.power:.2f}",
        }[self.rule]
        why = {
            CouplingRule.LINEAR: "With SGD, k batches of n and one of k × n go the same way if the rate is k-fold.",
            CouplingRule.SQUARE_ROOT: "Adam-type steps grow with the root of the batch.",
            CouplingRule.MEASURED: "The power is what the batch study measured on these pictures.",
        }[self.rule]
        return f"{self.from_rate:.3g} at batch {self.from_batch} × {how}. {why}"


def default_rule(optimiser: OptimiserKind) -> CouplingRule:
    """Return the first guess for *optimiser*."""
    return CouplingRule.LINEAR if optimiser is OptimiserKind.SGD else CouplingRule.SQUARE_ROOT


def coupled(rule: CouplingRule, batch_size: int, from_batch: int, from_rate: float, power: float = 0.5) -> Coupling:
    """Return the rate for *batch_size* when *from_rate* is right for *from_batch*; *power* is the measured one."""
    if batch_size < 1 or from_batch < 1 or not from_rate > 0:
        raise ContractError(f"no rate follows from {from_rate} at batch {from_batch} for batch {batch_size}")
    used = {CouplingRule.LINEAR: 1.0, CouplingRule.SQUARE_ROOT: 0.5}.get(rule, power)
    return Coupling(rule, batch_size, from_rate * (batch_size / from_batch) ** used, from_batch, from_rate, used)
