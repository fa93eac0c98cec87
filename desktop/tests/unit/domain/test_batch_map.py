from __future__ import annotations

import math
from dataclasses import replace

import pytest

from winnow.base.codec import from_json, to_json
from winnow.base.errors import ContractError
from winnow.domain.batch_map import BatchCell, BatchMap, BatchRow, NoisePoint, fit_line, row_of, suggestion
from winnow.domain.coupling import CouplingRule, coupled, default_rule
from winnow.domain.recipe import OptimiserKind

RATES = tuple(1e-4 * 2**power for power in range(8))


def column(size, best_rate, n=126):
    """Return cells whose loss is a parabola over log rate, lowest at *best_rate*."""
    losses = [0.1 + 0.05 * math.log2(rate / best_rate) ** 2 for rate in RATES]
    return [
        BatchCell(size, rate, 1 - loss, loss, (1 - loss) * n, 0, 3) for rate, loss in zip(RATES, losses, strict=True)
    ]


@pytest.mark.parametrize("power", [0.5, 1.0])
def test_the_power_that_is_there_is_measured(power):
    rows = [row_of(column(size, 1e-4 * size**power), 10, 0.1) for size in (8, 16, 32)]
    assert [row.fitted_rate for row in rows] == pytest.approx([1e-4 * size**power for size in (8, 16, 32)], rel=1e-6)
    line = fit_line(rows)
    assert line is not None
    assert line.power == pytest.approx(power, abs=1e-6)
    assert line.rate(16) == pytest.approx(1e-4 * 16**power)
    assert line.nearer == ("linear" if power == 1 else "square-root")


def test_what_lies_at_the_edge_or_diverged_takes_no_part():
    at_edge = row_of(column(8, 1e-6), 10, 0.1)
    assert at_edge.at_edge
    gone = row_of(
        [replace(cell, loss=None, accuracy=None, right=None, diverged=3) for cell in column(64, 1e-3)], 10, 0.1
    )
    assert (gone.rate, gone.fitted_rate, gone.at_edge) == (None, None, False)
    inside = [row_of(column(size, 1e-4 * size), 10, 0.1) for size in (16, 32)]
    assert fit_line([at_edge, *inside, gone]) is None


def test_the_interval_widens_with_what_does_not_fit():
    rows = [
        BatchRow(size, 10, 0.1, rate, rate, 0.9, 113, at_edge=False)
        for size, rate in ((8, 1e-3), (16, 3e-3), (32, 2e-3), (64, 8e-3))
    ]
    line = fit_line(rows)
    assert line is not None
    assert line.low < line.power < line.high
    assert line.high - line.low > 0.5


def test_half_of_the_seeds_make_a_cell_diverged():
    cell = BatchCell(8, 1e-3, 0.9, 0.3, 113, 1, 3)
    assert not cell.has_diverged
    assert replace(cell, diverged=2).has_diverged


def test_of_batch_sizes_that_tie_the_fastest_is_suggested():
    rows = [
        BatchRow(8, 74, 4.0, 1e-3, 1e-3, 0.960, 121, at_edge=False),
        BatchRow(32, 19, 1.0, 2e-3, 2e-3, 0.960, 121, at_edge=False),
        BatchRow(64, 10, 0.98, 3e-3, 3e-3, 0.952, 120, at_edge=False),
        BatchRow(128, 5, 0.5, 4e-3, 4e-3, 0.70, 88, at_edge=False),
    ]
    assert suggestion(rows, 126) == (32, 2e-3)
    assert suggestion([], 126) == (None, None)


def test_the_words_hold_power_tie_and_noise():
    cells = column(8, 4e-4) + column(16, 6e-4) + column(32, 8e-4)
    rows = tuple(row_of(cells[at : at + 8], 10, 0.1) for at in (0, 8, 16))
    noise = (NoisePoint(0, 20.0, 18.0, 22.0), NoisePoint(5, 47.0, 30.0, 74.0))
    found = BatchMap((8, 16, 32), RATES, tuple(cells), rows, noise, fit_line(rows), 588, 126, 5, 3, 32, 8e-4, 32, 8e-4)
    words = found.words()
    assert "Measured power 0.50" in words
    assert "nearer the square root" in words
    assert "One frame is 0.8 points" in words
    assert "Noise scale 47 at epoch 5" in words
    assert found.cell(16, RATES[3]) is cells[8 + 3]
    assert (found.runs, found.diverged) == (72, 0)
    assert from_json(BatchMap, to_json(found)) == found
    beyond = replace(found, noise=(NoisePoint(5, 9e4, 1e4, 1e5),), line=None)
    assert "larger than the train part" in beyond.words()
    assert "No power can be measured" in beyond.words()


@pytest.mark.parametrize(
    ("rule", "rate"),
    [(CouplingRule.LINEAR, 1.25e-4), (CouplingRule.SQUARE_ROOT, 3.5355e-4), (CouplingRule.MEASURED, 2.699e-4)],
)
def test_the_rate_follows_the_batch_by_the_chosen_rule(rule, rate):
    found = coupled(rule, 32, 256, 1e-3, power=0.63)
    assert found.rate == pytest.approx(rate, rel=1e-3)
    assert "1" in found.words()
    assert "at batch 256" in found.words()


def test_a_rule_is_undone_by_going_back():
    there = coupled(CouplingRule.SQUARE_ROOT, 128, 32, 2e-3)
    assert coupled(CouplingRule.SQUARE_ROOT, 32, 128, there.rate).rate == pytest.approx(2e-3)
    assert default_rule(OptimiserKind.SGD) is CouplingRule.LINEAR
    assert default_rule(OptimiserKind.ADAMW) is CouplingRule.SQUARE_ROOT
    with pytest.raises(ContractError):
        coupled(CouplingRule.LINEAR, 0, 32, 1e-3)
