"""The plots draw what runs report, soon but not at once, and read it out."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from winnow.domain.run import EpochDone, StepDone
from winnow.qt.plots.curves import Axis, Measure, RunCurve
from winnow.qt.plots.run_plots import RunPlots
from winnow.qt.theme.theme import Mode, current_theme

ONE, TWO = 1, 2


def epoch(number, step=0, valid=0.9, is_best=False):
    return EpochDone(number, step or number * 10, 0.5 / number, 0.8, 0.6 / number, valid, 1.0, is_best)


@pytest.fixture
def plots(qtbot):
    widget = RunPlots()
    qtbot.addWidget(widget)
    widget.resize(1000, 640)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def run(plots, run_id=ONE, epochs=5, of=10):
    plots.begin_run(run_id, of, 10)
    for step in range(1, epochs * 10 + 1):
        plots.add_step(run_id, StepDone(step, 1 / step, 0.5, 1e-3))
        if step % 10 == 0:
            plots.add_epoch(run_id, epoch(step // 10, is_best=step == 30))


def drawn(plots, measure=Measure.LOSS, run_id=ONE):
    items = plots._panels[measure]._items.get(run_id)
    return 0 if items is None else len(items.valid.getOriginalDataset()[0])


def test_everything_is_collected_and_drawn_within_a_moment(plots, qtbot):
    run(plots)
    assert plots.point_count(ONE) == 2 * 50 + 4 * 5
    qtbot.waitUntil(lambda: drawn(plots) == 5)


def test_a_flood_of_steps_is_drawn_a_few_times_only(plots, qtbot, monkeypatch):
    count = []
    panel = plots._panels[Measure.LOSS]
    draw = panel.draw
    monkeypatch.setattr(panel, "draw", lambda *rest: (count.append(1), draw(*rest)))
    run(plots, epochs=200, of=200)
    qtbot.waitUntil(lambda: drawn(plots) == 200)
    assert len(count) <= 4


def test_nothing_is_drawn_while_the_room_is_not_seen(plots, qtbot):
    plots.hide()
    run(plots)
    assert not plots._timer.isActive()
    assert drawn(plots) == 0
    plots.show()
    assert drawn(plots) == 5


def test_the_crosshair_reads_every_visible_run(plots, qtbot):
    run(plots)
    plots.show_run(TWO, [epoch(number, valid=0.75) for number in range(1, 4)])
    qtbot.waitUntil(lambda: drawn(plots, run_id=TWO) == 3)
    plots.show_names({ONE: "Cosine"})
    plots._cross(3.2)
    loss, accuracy = plots._panels[Measure.LOSS].readout, plots._panels[Measure.ACCURACY].readout
    assert [row.name for row in loss.rows] == ["Cosine", "run-02"]
    assert loss.rows[0].values == ("0.167", "0.200")
    assert [row.values for row in accuracy.rows] == [("90.0 %",), ("75.0 %",)]
    plots._cross(4.9)
    assert [row.name for row in loss.rows] == ["Cosine"]
    plots.set_visible(ONE, False)
    plots._cross(4.9)
    assert [row.name for row in loss.rows] == ["run-02"]


def test_the_mouse_moves_the_crosshair_and_takes_it_away(plots, qtbot):
    run(plots)
    qtbot.waitUntil(lambda: drawn(plots) == 5)
    panel = plots._panels[Measure.LOSS]
    view = panel._plot.viewport()
    QTest.mouseMove(view, QPoint(view.width() // 2, view.height() // 2))
    qtbot.waitUntil(lambda: bool(panel.readout.rows))
    QApplication.sendEvent(panel, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not panel.readout.rows)


def test_keys_move_the_crosshair(plots, qtbot):
    run(plots)
    qtbot.waitUntil(lambda: drawn(plots) == 5)
    plots.setFocus()
    for key, number in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Right, 2), (Qt.Key.Key_Left, 1)):
        QTest.keyClick(plots, key)
        assert plots._epoch == number


def test_a_hidden_and_a_removed_run_are_not_drawn(plots, qtbot):
    run(plots)
    qtbot.waitUntil(lambda: drawn(plots) == 5)
    plots.set_visible(ONE, False)
    qtbot.waitUntil(lambda: drawn(plots) == 0)
    plots.set_visible(ONE, True)
    qtbot.waitUntil(lambda: drawn(plots) == 5)
    plots.show_order([])
    assert drawn(plots) == 0


def test_axes_logarithm_smoothing_and_theme_change_live(plots, qtbot):
    run(plots)
    qtbot.waitUntil(lambda: drawn(plots) == 5)
    plots.set_axis("steps")
    items = plots._panels[Measure.LOSS]._items[ONE]
    qtbot.waitUntil(lambda: items.valid.getOriginalDataset()[0][-1] == 50)
    plots.set_log(True)
    plots.set_smoothing(0.5)
    current_theme().choose(Mode.DARK)
    qtbot.waitUntil(lambda: not plots._timer.isActive())
    assert is_background(plots, "#16181D")
    current_theme().choose(Mode.LIGHT)
    assert is_background(plots, "#FFFFFF")


def is_background(plots, colour):
    panel = plots._panels[Measure.LOSS]
    image = panel._plot.grab().toImage()
    return image.pixelColor(image.width() - 1, 1).name().upper() == colour


def test_a_diverged_run_is_no_trouble(plots, qtbot):
    plots.begin_run(ONE, 3, 10)
    for step, loss in enumerate((1.0, float("inf"), float("nan")), start=1):
        plots.add_step(ONE, StepDone(step, loss, 0.1, 1e-3))
    plots.add_epoch(ONE, EpochDone(1, 3, float("nan"), 0.1, float("inf"), 0.1, 1.0, is_best=False))
    qtbot.waitUntil(lambda: drawn(plots) == 1)
    plots._cross(1)
    plots.set_log(True)
    plots.grab()


def test_a_run_of_the_past_is_shown_whole(plots, qtbot):
    steps = np.array([[step, 1 / step, 0.5, 1e-3] for step in range(1, 31)])
    plots.show_run(ONE, [epoch(number) for number in (1, 2, 3)], steps)
    qtbot.waitUntil(lambda: drawn(plots) == 3)
    assert plots.point_count(ONE) == 2 * 30 + 4 * 3


def test_smoothing_all_at_once_is_what_smoothing_step_by_step_gives():
    random = np.random.default_rng(3)
    steps = np.stack([np.arange(1, 5001), random.random(5000), random.random(5000), np.full(5000, 1e-3)], 1)
    steps[1234, 1] = np.nan
    one, all_at_once = RunCurve(10, 500, 0.97), RunCurve(10, 500, 0.97)
    for row in steps.tolist():
        one.add_step(StepDone(int(row[0]), *row[1:]))
    all_at_once.add_steps(steps)
    for measure in (Measure.LOSS, Measure.ACCURACY):
        slow, fast = (curve.lines(measure, Axis.STEPS).train for curve in (one, all_at_once))
        np.testing.assert_allclose(slow[1], fast[1], rtol=1e-9)


def test_a_million_points_are_drawn_by_a_few_thousand_with_no_peak_lost():
    steps = np.zeros((1_000_000, 4))
    steps[:, 0] = np.arange(1, 1_000_001)
    steps[777_777, 1] = 9.0
    curve = RunCurve(10, 100_000, 0.5)
    curve.add_steps(steps)
    x, y = curve.lines(Measure.LOSS, Axis.EPOCHS).raw
    assert len(x) < 5000
    assert y.max() == 9.0
    assert x[int(y.argmax())] == pytest.approx(7.77777, abs=0.02)
    assert (np.diff(x) >= 0).all()
    curve.add_step(StepDone(1_000_001, 11.0, 0.5, 1e-3))
    assert curve.lines(Measure.LOSS, Axis.EPOCHS).raw[1].max() == 11.0
    zoomed, _ = curve.lines(Measure.LOSS, Axis.EPOCHS, 7.777, 7.779).raw
    assert 100 < len(zoomed) < 300


def test_a_resumed_run_keeps_what_it_had_and_time_goes_on(plots, qtbot):
    run(plots, epochs=5, of=5)
    plots.set_axis("time")
    qtbot.waitUntil(lambda: drawn(plots) == 5)
    plots.continue_run(ONE, 8, 10, 3)
    plots.add_epoch(ONE, epoch(4))
    qtbot.waitUntil(lambda: drawn(plots) == 4)
    x, _ = plots._panels[Measure.LOSS]._items[ONE].valid.getOriginalDataset()
    assert x.tolist() == pytest.approx([1 / 60, 2 / 60, 3 / 60, 4 / 60])
