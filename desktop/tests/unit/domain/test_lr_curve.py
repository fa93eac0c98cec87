from __future__ import annotations

import math

import numpy as np
import pytest

from winnow.base.codec import from_json, to_json
from winnow.domain.lr_curve import LrFound, LrSweep, Mark, NoRate, read, smoothed

RATES = np.geomspace(1e-7, 10, 100)


def sweep(seed=0, falls_at=1e-3, lowest=0.2, runs_away_at=0.3, noise=0.0, count=100):
    """Return a sweep that falls from log 2 around a rate, and rises again."""
    x = np.log10(RATES[:count])
    losses = math.log(2) - (math.log(2) - lowest) / (1 + np.exp(-4 * (x - math.log10(falls_at))))
    losses += np.exp(3 * (x - math.log10(runs_away_at)))
    losses += np.random.default_rng(seed).normal(0, noise, count)
    return LrSweep(seed, tuple(RATES[:count]), tuple(losses), None if count == 100 else float(RATES[count]))


def test_the_marks_lie_in_the_fall_in_their_order():
    found = read([sweep(0), sweep(1, falls_at=2e-3), sweep(2, falls_at=5e-4)], 2, 32, 19)
    marks = {one.mark: one for one in found.marks}
    assert 2e-4 < marks[Mark.VALLEY].rate < 4e-3
    assert marks[Mark.STEEP].rate == pytest.approx(1e-3, rel=0.3)
    assert 1e-3 < marks[Mark.MINIMUM].rate * 10 < 1e-1
    assert found.suggested == marks[Mark.VALLEY].rate
    for one in found.marks:
        assert one.low <= one.rate <= one.high
    assert found.guessing_loss == pytest.approx(math.log(2))
    assert found.agrees is (found.disagreement <= 10)


def test_a_long_flat_start_does_not_move_the_valley_to_the_left():
    # It falls all the time, by nothing that matters.
    slope = tuple(one - 1e-6 * at for at, one in enumerate(sweep().losses))
    assert read([LrSweep(0, tuple(RATES), slope, None)], 2, 32, 19).suggested == read([sweep()], 2, 32, 19).suggested


def test_median_and_band_hold_every_seed_and_a_sweep_that_ended_does_not_pull_them_down():
    found = read([sweep(0), sweep(1), sweep(2, count=60)], 2, 32, 19)
    assert len(found.rates) == len(found.median) == len(found.low) == len(found.high) == 100
    for low, median, high in zip(found.low, found.median, found.high, strict=True):
        assert low - 1e-12 <= median <= high + 1e-12
    assert len(read([sweep(0), sweep(1, count=60), sweep(2, count=60)], 2, 32, 19).rates) == 60


@pytest.mark.parametrize(
    ("sweeps", "batches", "why", "words"),
    [
        ([], 3, NoRate.TOO_FEW_BATCHES, "Too few batches"),
        ([sweep()], 4, NoRate.TOO_FEW_BATCHES, "Too few batches"),
        ([sweep(count=8)], 19, NoRate.DIVERGED_EARLY, "first steps"),
        ([sweep(falls_at=1e9, runs_away_at=1e9, noise=0.01)], 19, NoRate.NEVER_FELL, "never fell"),
    ],
)
def test_instead_of_a_number_it_says_why_there_is_none(sweeps, batches, why, words):
    found = read(sweeps, 2, 32, batches)
    assert (found.why_none, found.marks, found.suggested) == (why, (), None)
    assert words in found.words()


def test_smoothing_is_centred_and_keeps_a_straight_line():
    line = np.linspace(1, 0, 50)
    assert smoothed(line, 0.03)[20:-20] == pytest.approx(line[20:-20], abs=1e-9)
    step = np.repeat([1.0, 0.0], 50)
    assert smoothed(step, 0.05)[49:51].mean() == pytest.approx(0.5)
    assert smoothed(step, 0.0) == pytest.approx(step)


def test_it_travels():
    found = read([sweep(noise=0.01)], 2, 32, 19)
    assert from_json(LrFound, to_json(found)) == found
