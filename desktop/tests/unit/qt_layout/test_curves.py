"""Curves grow, are smoothed and are found again, without a window."""

from __future__ import annotations

import numpy as np
import pytest

from winnow.domain.run import EpochDone, StepDone
from winnow.qt.plots.curves import Axis, Columns, Measure, RunCurve, thinned


def a_run(smoothing=0.0, steps=40, per_epoch=10):
    curve = RunCurve(5, per_epoch, smoothing)
    for step in range(1, steps + 1):
        curve.add_step(StepDone(step, 1 / step, step / 100, 1e-3))
        if step % per_epoch == 0:
            number = step // per_epoch
            curve.add_epoch(EpochDone(number, step, 0.5, 0.8, 0.6 - number / 10, 0.7, 1.0, is_best=number < 3))
    return curve


def test_columns_keep_everything_while_they_grow():
    columns = Columns(2)
    for at in range(1000):
        columns.append((at, -at))
    assert len(columns) == 1000
    assert columns.column(1).tolist() == [-at for at in range(1000)]


def test_steps_and_epochs_lie_on_one_axis():
    curve = a_run()
    for axis, end in ((Axis.EPOCHS, 4), (Axis.STEPS, 40)):
        lines = curve.lines(Measure.LOSS, axis)
        assert lines.train[0][-1] == lines.valid[0][-1] == end
    assert curve.end(Axis.EPOCHS) == 5
    assert curve.end(Axis.STEPS) == 50


def test_the_ring_is_at_the_last_best_epoch():
    curve = a_run()
    assert curve.lines(Measure.LOSS, Axis.EPOCHS).best == (2, pytest.approx(0.4))
    curve.cut_back(1)
    assert curve.lines(Measure.LOSS, Axis.EPOCHS).best == (1, pytest.approx(0.5))


def test_smoothing_again_equals_smoothing_from_the_start():
    late = a_run()
    assert late.lines(Measure.LOSS, Axis.EPOCHS).raw is None
    late.smooth(0.9)
    early = a_run(0.9)
    one, other = (curve.lines(Measure.LOSS, Axis.STEPS).train[1] for curve in (late, early))
    np.testing.assert_allclose(one, other)
    assert late.lines(Measure.LOSS, Axis.EPOCHS).raw is not None


def test_a_constant_is_smoothed_to_itself():
    curve = RunCurve(1, 10, 0.95)
    for step in range(1, 30):
        curve.add_step(StepDone(step, 0.25, 0.5, 1e-3))
    assert curve.lines(Measure.LOSS, Axis.STEPS).train[1] == pytest.approx(0.25)


def test_a_diverged_step_is_a_gap_and_spoils_nothing_after_it():
    curve = RunCurve(1, 10, 0.5)
    for step, loss in enumerate((1.0, float("inf"), float("nan"), 1.0), start=1):
        curve.add_step(StepDone(step, loss, 0.5, 1e-3))
    assert np.isnan(curve.lines(Measure.LOSS, Axis.STEPS).train[1]).tolist() == [False, True, True, False]
    assert curve.lines(Measure.LOSS, Axis.STEPS).train[1][3] == pytest.approx(1)


def test_a_run_without_steps_shows_its_epochs():
    curve = RunCurve(3, 1)
    for number in (1, 2, 3):
        curve.add_epoch(EpochDone(number, number * 7, 0.5, 0.8, 0.6, 0.7, 1.0, is_best=False))
    lines = curve.lines(Measure.ACCURACY, Axis.EPOCHS)
    assert lines.train[1].tolist() == [0.8] * 3
    assert lines.best is None


def test_epochs_are_found_by_where_they_end():
    curve = a_run()
    assert curve.nearest_epoch(2.4, Axis.EPOCHS) == (2, pytest.approx(0.4))
    assert curve.nearest_epoch(36, Axis.STEPS) == (4, 4)
    assert curve.epoch(3).step == 30
    assert curve.epoch(9) is None
    assert curve.rate_at(30) == 1e-3
    assert RunCurve(3, 1).nearest_epoch(1, Axis.EPOCHS) is None


def test_thinning_loses_no_peak_and_no_end():
    x = np.arange(123_457.0)
    y = np.sin(x / 500)
    y[77_777] = 50
    thin_x, thin_y = thinned((x, y), -np.inf, np.inf)
    assert len(thin_x) < 4000
    assert (thin_y.max(), thin_x[-1]) == (50, x[-1])
    assert (np.diff(thin_x) >= 0).all()


def test_a_part_that_is_looked_at_closely_is_whole():
    x = np.arange(100_000.0)
    thin_x, _ = thinned((x, x), 5000, 5100)
    assert thin_x[0] < 5000 < 5100 <= thin_x[-1]
    assert (np.diff(thin_x) == 1).all()
