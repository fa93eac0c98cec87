"""The tabs of the studies draw what was found, say it in words, and give what they suggest to the recipe."""

from __future__ import annotations

import numpy as np
import pytest
from gui.studied import batch_map, epochs_of, folds_found, lr_found, minima
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from winnow.app.queries.studies import ShownStudy
from winnow.base.outcomes import Progress
from winnow.domain.batch_map import BatchCell
from winnow.domain.ids import SplitId, StudyId
from winnow.domain.label import Label
from winnow.domain.lr_curve import LrPoint
from winnow.domain.recipe import RecipeKind, default_recipe
from winnow.domain.study import (
    BatchSettings,
    FoldEpoch,
    FoldSettings,
    LrFinderSettings,
    MinimaSettings,
    Study,
    StudyFound,
    StudySettings,
)
from winnow.qt.plots.fold_chart import spread
from winnow.qt.rooms.train.batch_page import BatchPage
from winnow.qt.rooms.train.folds_page import FoldsPage
from winnow.qt.rooms.train.lr_page import LrPage
from winnow.qt.rooms.train.minima_page import MinimaPage
from winnow.qt.theme.theme import Mode, Theme

RECIPE = default_recipe(RecipeKind.QUICK, 600)


def kept(page, settings: StudySettings, found: StudyFound, is_current: bool = True) -> ShownStudy:
    study = Study(StudyId(1), page.kind, settings, found, SplitId(1), "f", 12.0, "2026-01-02T03:04:05")
    return ShownStudy(study, is_current)


@pytest.fixture
def show(theme: Theme, qtbot: QtBot):
    def shown(page):
        qtbot.addWidget(page)
        page.resize(1080, 520)
        page.show_recipe(RECIPE)
        page.show()
        return page

    return shown


def looks_otherwise_in_the_dark(widget, theme: Theme) -> bool:
    light = widget.grab().toImage()
    theme.choose(Mode.DARK)
    return light != widget.grab().toImage()


def test_the_lr_finder_offers_its_marks_for_the_recipe(show, qtbot: QtBot, theme: Theme) -> None:
    page = show(LrPage())
    assert page.begin_button.isVisible()
    page.show_study(kept(page, LrFinderSettings(RECIPE), lr_found()))
    assert page.chart.isVisible()
    assert (
        "higher" in page.card._words.text() or "lower" in page.card._words.text() or "keep" in page.card._words.text()
    )
    valley = page._found.suggested
    with qtbot.waitSignal(page.recipe_wanted) as used:
        QTest.mouseClick(page.card.use_button, Qt.MouseButton.LeftButton)
    assert used.args[0] == pytest.approx(valley, rel=0.06)
    QTest.mouseClick(page.marks, Qt.MouseButton.LeftButton, pos=page.marks.row_rect(1).center().toPoint())
    with qtbot.waitSignal(page.recipe_wanted) as used:
        QTest.mouseClick(page.card.use_button, Qt.MouseButton.LeftButton)
    assert used.args[0] == pytest.approx(page._found.marks[1].rate, rel=0.06)
    page.smooth.setValue(0)
    assert looks_otherwise_in_the_dark(page.chart, theme)


def test_too_few_batches_give_words_and_no_number(show) -> None:
    page = show(LrPage())
    page.show_study(kept(page, LrFinderSettings(RECIPE), lr_found(batches=2)))
    assert not page.card.use_button.isVisible()
    assert "Too few batches" in page.card._words.text()


def test_a_running_sweep_is_drawn_and_its_result_stays_away_until_it_is_there(show) -> None:
    page = show(LrPage())
    settings = LrFinderSettings(RECIPE)
    page.begin(settings)
    for at, rate in enumerate(np.geomspace(1e-7, 1e-2, 30)):
        page.take(LrPoint(1, float(rate), 0.7 - 0.01 * at))
        page.take(Progress(at + 1, 300, "steps"))
    assert "30 of 300 steps" in page._progress._words.text()
    page.grab()
    page.end("the memory ran out")
    assert page._failed.isVisible()


def test_a_study_of_other_frames_is_marked(show) -> None:
    page = show(LrPage())
    page.show_study(kept(page, LrFinderSettings(RECIPE), lr_found(), is_current=False))
    assert page._stale.isVisible()


def test_the_batch_map_shows_its_line_and_a_cell_goes_into_the_recipe(show, qtbot: QtBot, theme: Theme) -> None:
    page = show(BatchPage())
    found = batch_map()
    page.show_study(kept(page, BatchSettings(RECIPE), found))
    assert page.power == pytest.approx(found.line.power)
    at = page.grid.cell_rect(32, found.rates[2]).center()
    with qtbot.waitSignal(page.recipe_wanted) as used:
        QTest.mouseClick(page.grid, Qt.MouseButton.LeftButton, pos=at)
    assert used.args == [found.rates[2], 32]
    dead = page.grid.cell_rect(8, found.rates[-1]).center()
    with qtbot.assertNotEmitted(page.recipe_wanted):
        QTest.mouseClick(page.grid, Qt.MouseButton.LeftButton, pos=dead)
    with qtbot.waitSignal(page.recipe_wanted) as used:
        QTest.mouseClick(page.card.use_button, Qt.MouseButton.LeftButton)
    assert used.args == [found.suggested_rate, found.suggested_batch]
    QTest.mouseClick(page.measure, Qt.MouseButton.LeftButton, pos=page.measure.part_rect("loss").center())
    assert looks_otherwise_in_the_dark(page, theme)


def test_a_batch_map_grows_cell_by_cell(show) -> None:
    page = show(BatchPage())
    page.begin(page.settings(RECIPE))
    cell = BatchCell(8, page.settings(RECIPE).grid_rates()[0], 0.9, 0.3, 90.0, 0, 3)
    page.take(cell)
    assert page.grid.bounds == (0.9, 0.9)
    page.grab()


def test_folds_say_their_spread_and_what_was_wrong_out_of_fold(show, qtbot: QtBot, theme: Theme) -> None:
    page = show(FoldsPage())
    page.show_labels((Label(1, "cat", 0), Label(2, "dog", 1)), 3)
    assert page.folds.value() == 3
    settings = FoldSettings(RECIPE, 3, 4)
    page.begin(settings)
    for epoch in epochs_of(0):
        page.take(FoldEpoch(0, 3, epoch))
    page.grab()
    page.end("")
    page.show_study(kept(page, settings, folds_found()))
    assert "94.0 ± 1.0 %" in page._heads[0]._words.text()
    assert page.card._sum.text() == "282/300 = 94.0 %"
    with qtbot.waitSignal(page.mistakes_wanted):
        QTest.mouseClick(page.card.mistakes_button, Qt.MouseButton.LeftButton)
    assert looks_otherwise_in_the_dark(page.accuracy, theme)


def test_numbers_at_the_ends_of_curves_do_not_lie_on_each_other() -> None:
    placed = spread([10.0, 10.0, 11.0, 40.0], 15)
    assert min(after - before for before, after in zip(sorted(placed), sorted(placed)[1:], strict=False)) >= 15
    assert placed[3] == max(placed)


def test_minima_show_the_barrier_between_two_restarts(show, qtbot: QtBot, theme: Theme) -> None:
    page = show(MinimaPage())
    page.show_study(kept(page, MinimaSettings(RECIPE), minima()))
    assert "0.400" in page.slice.accessibleDescription()
    assert "slice" in page._limits.text()
    at = page.surface.spot(1.4, 0.8)
    QTest.mouseClick(page.surface, Qt.MouseButton.LeftButton, pos=QPoint(round(at.x()), round(at.y())))
    assert page._slice_head._name.text() == "Slice from seed 7 to seed 9"
    QTest.mouseClick(page.table, Qt.MouseButton.LeftButton, pos=page.table.row_rect(0).center().toPoint())
    assert page._slice_head._words.text() == "random direction, filter-normalised"
    QTest.mouseClick(page.part, Qt.MouseButton.LeftButton, pos=page.part.part_rect("train").center())
    assert looks_otherwise_in_the_dark(page.surface, theme)


def test_minima_take_the_recipe_of_a_run(show) -> None:
    page = show(MinimaPage())
    other = default_recipe(RecipeKind.FINE_TUNE, 600)
    page.show_runs([(4, "run-04", other)])
    page.recipe_of.choose("4")
    asked = page.settings(RECIPE)
    assert (asked.recipe, asked.run_id) == (other, 4)
