from __future__ import annotations

import itertools

import pytest

from winnow.domain.recipe import Recipe, Schedule
from winnow.training.schedule import by_depth, drops, one_cycle, share_of_peak, warmed_cosine


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


def test_the_cosine_rises_evenly_and_falls_to_almost_nothing():
    shares = [warmed_cosine(step, 100, 0.1) for step in range(100)]
    rises = [after - before for before, after in itertools.pairwise(shares[:11])]
    assert rises == pytest.approx([rises[0]] * 10)
    assert shares.index(max(shares)) == 10
    assert shares[10:] == sorted(shares[10:], reverse=True)
    assert shares[-1] == pytest.approx(1e-5)


def test_steps_drop_to_a_tenth_after_each_period():
    recipe = Recipe(schedule=Schedule.STEP, epochs=9)
    shares = [share_of_peak(recipe, step, 9, 10, ()) for step in (0, 29, 30, 59, 60, 89)]
    assert shares == pytest.approx([1, 1, 0.1, 0.1, 0.01, 0.01])
    assert share_of_peak(Recipe(schedule=Schedule.STEP, period_epochs=2), 20, 9, 10, ()) == pytest.approx(0.1)


def test_restarts_begin_again_at_the_peak_and_end_low_even_when_cut_short():
    recipe = Recipe(schedule=Schedule.RESTARTS, epochs=7, period_epochs=3)
    shares = [share_of_peak(recipe, step, 7, 10, ()) for step in range(70)]
    assert [at for at, share in enumerate(shares) if share == 1.0] == [0, 30, 60]
    assert [shares[at] for at in (29, 59, 69)] == pytest.approx([1e-5] * 3)


def test_a_plateau_drops_once_for_each_time_of_patience():
    assert drops([3, 2, 1], 2) == 0
    assert drops([1, 1, 1], 2) == 1
    assert drops([1, 2, 2, 2, 2], 2) == 2
    assert drops([1, 2, 0.5, 2, 2], 2) == 1
    recipe = Recipe(schedule=Schedule.PLATEAU, plateau_epochs=2)
    assert share_of_peak(recipe, 40, 9, 10, [1, 2, 2]) == pytest.approx(0.1)
    assert share_of_peak(Recipe(schedule=Schedule.CONSTANT), 40, 9, 10, [1, 2, 2]) == 1.0
