from __future__ import annotations

import pytest

from winnow.training.schedule import by_depth, one_cycle


def test_the_rate_rises_for_a_tenth_and_falls_to_almost_nothing():
    shares = [one_cycle(step, 100, 0.1) for step in range(100)]
    assert shares[0] == pytest.approx(1 / 25)
    assert shares.index(max(shares)) == 10
    assert max(shares) == 1.0
    assert shares[10:] == sorted(shares[10:], reverse=True)
    assert shares[-1] == pytest.approx(1e-5)


@pytest.mark.parametrize("steps", [1, 2, 3])
@pytest.mark.parametrize("warm_up", [0.0, 0.5, 1.0])
def test_short_runs_have_a_rate_at_every_step(steps, warm_up):
    assert all(0 < one_cycle(step, steps, warm_up) <= 1 for step in range(steps))


def test_rates_fall_geometrically_towards_the_input():
    assert by_depth(1e-3, 3) == pytest.approx([1e-5, 1e-4, 1e-3])
    assert by_depth(1e-3, 1) == [1e-3]
