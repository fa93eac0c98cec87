"""The Train room: a run is started by a click, its curve grows, and it ends in the table, where it is looked after."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from app.folders import coloured_project, copy_into
from app.inline import inlined
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from winnow.app.commands.labelling import LabelImages
from winnow.app.pipelines.splitting import split
from winnow.app.pipelines.training import train
from winnow.app.queries.runs import run_table
from winnow.app.queries.studies import latest_study
from winnow.app.session import Session
from winnow.domain.diagnosis import Diagnoses, Diagnosis, Finding
from winnow.domain.recipe import Balance, RecipeKind, default_recipe
from winnow.domain.run import RunState, WaitingRun
from winnow.domain.split import Ratios
from winnow.domain.study import StudyKind
from winnow.qt.bridge import Bridge
from winnow.qt.plots.curves import Measure
from winnow.qt.rooms.train.recipe_pane import RecipePane
from winnow.qt.rooms.train.room import TrainRoom
from winnow.qt.rooms.train.table import Column
from winnow.qt.theme.theme import Mode, Theme
from winnow.qt.widgets.label import Label
from winnow.store import runs
from winnow.store.waiting_runs import set_waiting, waiting

_EACH = 24
_LONG_MS = 90_000


def trained(folder: Path) -> Path:
    """Return a closed project of two labels in *folder*, split, with two short runs behind it."""
    copy_into(folder, _train)
    return folder / "pets.winnow"


def _train(folder: Path) -> None:
    with Session.open(coloured_project(folder, _EACH)) as session, inlined():
        split(session, Ratios(), seed=1)
        for epochs in (2, 3):
            for _event in train(session, replace(default_recipe(RecipeKind.QUICK, 32), epochs=epochs)):
                pass


@pytest.fixture
def bridge(theme: Theme, qtbot: QtBot, tmp_path: Path) -> Iterator[Bridge]:
    made = Bridge(Session.open(coloured_project(tmp_path, _EACH)))
    yield made
    made.close()


@pytest.fixture
def with_runs(theme: Theme, qtbot: QtBot, tmp_path: Path) -> Iterator[Bridge]:
    made = Bridge(Session.open(trained(tmp_path)))
    yield made
    made.close()


def shown(bridge: Bridge, qtbot: QtBot) -> TrainRoom:
    """Return the room, ready to start."""
    room = TrainRoom(bridge)
    qtbot.addWidget(room)
    room.resize(1300, 820)
    room.show()
    qtbot.waitUntil(room.start_button.isEnabled)
    return room


def click(widget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def cell(room: TrainRoom, row: int, column: Column) -> str:
    return str(room.table.model().index(row, column).data())


def click_cell(room: TrainRoom, row: int, column: Column, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    at = room.table.visualRect(room.table.model().index(row, column)).center()
    QTest.mouseClick(room.table.viewport(), Qt.MouseButton.LeftButton, modifier, at)


def test_room_without_a_split_says_what_to_do(bridge: Bridge, qtbot: QtBot) -> None:
    room = TrainRoom(bridge)
    qtbot.addWidget(room)
    room.show()

    assert not room.start_button.isEnabled()
    assert not room.table.isVisible()


def test_run_is_watched_held_and_stopped_and_can_be_resumed(bridge: Bridge, qtbot: QtBot, theme: Theme) -> None:
    split(bridge.session, Ratios(), seed=1)
    room = shown(bridge, qtbot)
    assert room.recipe.recipe().kind is RecipeKind.QUICK
    room.recipe.epochs.setValue(5000)

    click(room.start_button)
    assert room.stop_button.isVisible()
    qtbot.waitUntil(lambda: room.plots.point_count(1) > 0, timeout=_LONG_MS)
    click(room.pause_button)
    assert room.pause_button.text() == "Resume"
    click(room.pause_button)
    seen = room.plots.point_count(1)
    qtbot.waitUntil(lambda: room.plots.point_count(1) > seen + 40, timeout=_LONG_MS)
    assert "of 5000" in room.toolbar._words.text()
    click(room.stop_button)

    qtbot.waitUntil(room.start_button.isVisible, timeout=_LONG_MS)
    (run,) = bridge.session.ask(run_table).runs
    assert run.state is RunState.STOPPED
    assert run.best_valid_accuracy is not None
    qtbot.waitUntil(lambda: cell(room, 0, Column.STATE) == "Stopped early")
    light = room.plots.grab().toImage()
    theme.choose(Mode.DARK)
    dark = room.plots.grab().toImage()
    assert light.pixelColor(60, 60).lightness() > 200 > dark.pixelColor(60, 60).lightness()

    qtbot.waitUntil(room.body.resume_button.isEnabled)
    done = len(run.epochs)
    click(room.body.resume_button)
    qtbot.waitUntil(lambda: room.plots.point_count(1) > 6 * done and room.line.runs("run"), timeout=_LONG_MS)
    room.line.stop("run")
    qtbot.waitUntil(room.start_button.isVisible, timeout=_LONG_MS)
    (run,) = bridge.session.ask(run_table).runs
    assert [one.epoch for one in run.epochs] == list(range(1, len(run.epochs) + 1))


@pytest.mark.usefixtures("inline")
def test_runs_wait_their_turn(bridge: Bridge, qtbot: QtBot) -> None:
    split(bridge.session, Ratios(), seed=1)
    room = shown(bridge, qtbot)
    room.recipe.epochs.setValue(1)
    click(room.start_button)
    click(room.actions_bar.queue)
    assert len(room.line.waiting) == 1
    assert "1 waiting" in room.body._runs_head._words.text()
    qtbot.waitUntil(lambda: room.line.running is None, timeout=_LONG_MS)
    assert [run.state for run in bridge.session.ask(run_table).runs] == [RunState.DONE, RunState.DONE]


def test_runs_that_waited_are_offered_when_the_project_is_opened_again(
    theme: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    first = Bridge(Session.open(trained(tmp_path)))
    room = shown(first, qtbot)
    assert room.body.waiting.isHidden()
    room.recipe.epochs.setValue(400)
    click(room.start_button)
    for epochs in (1, 2):
        room.recipe.epochs.setValue(epochs)
        click(room.actions_bar.queue)
    assert len(room.line.waiting) == 2
    qtbot.waitUntil(lambda: room.table.model().rowCount() == 3, timeout=_LONG_MS)
    first.close()

    second = Bridge(Session.open(tmp_path / "pets.winnow"))
    with closing(second), inlined():
        room = shown(second, qtbot)
        qtbot.waitUntil(room.body.waiting.isVisible)
        assert "2 runs waited" in room.body.waiting.accessibleName()
        before = len(second.session.ask(run_table).runs)
        click(room.body.waiting.start_button)
        assert room.body.waiting.isHidden()
        qtbot.waitUntil(lambda: room.line.running is None and not room.line.waiting, timeout=_LONG_MS)
        runs = second.session.ask(run_table).runs
        assert len(runs) == before + 2
        assert {run.recipe.epochs for run in runs if run.state is RunState.DONE} >= {1, 2}
        assert second.session.ask(waiting) == ()


def test_runs_that_waited_can_be_forgotten(with_runs: Bridge, qtbot: QtBot) -> None:
    kept = (WaitingRun(default_recipe(RecipeKind.QUICK, 32)),)
    with_runs.session.record(partial(set_waiting, wanted=kept)).result()
    room = shown(with_runs, qtbot)
    qtbot.waitUntil(room.body.waiting.isVisible)
    click(room.body.waiting.forget_button)
    assert room.body.waiting.isHidden()
    qtbot.waitUntil(lambda: with_runs.session.ask(waiting) == ())
    assert room.line.running is None


def test_curves_of_earlier_runs_are_there_and_an_eye_hides_one(with_runs: Bridge, qtbot: QtBot) -> None:
    room = shown(with_runs, qtbot)
    qtbot.waitUntil(lambda: room.plots.point_count(1) > 0 and room.plots.point_count(2) > 0)
    assert set(room.plots._visible()) == {1, 2}
    click_cell(room, 0, Column.EYE)
    assert set(room.plots._visible()) == {1}
    room.table.setFocus()
    QTest.keyClick(room.table, Qt.Key.Key_Space)
    assert set(room.plots._visible()) == {1, 2}


def test_run_is_renamed_in_place_and_deleted_and_both_are_taken_back(with_runs: Bridge, qtbot: QtBot) -> None:
    room = shown(with_runs, qtbot)
    qtbot.waitUntil(lambda: room.table.rowCount() == 2)
    click_cell(room, 0, Column.NAME)
    room.table.setFocus()
    QTest.keyClick(room.table, Qt.Key.Key_F2)
    editor = room.table.viewport().findChild(QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "Long one")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: with_runs.session.ask(run_table).runs[0].name == "Long one")

    QTest.keyClick(room.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: room.table.rowCount() == 1)
    with_runs.undo()
    qtbot.waitUntil(lambda: room.table.rowCount() == 2)
    assert cell(room, 0, Column.NAME) == "Long one"
    with_runs.undo()
    qtbot.waitUntil(lambda: cell(room, 0, Column.NAME) == "run-02")


def test_two_runs_are_compared_and_chance_is_called_so(with_runs: Bridge, qtbot: QtBot) -> None:
    room = shown(with_runs, qtbot)
    qtbot.waitUntil(lambda: room.table.rowCount() == 2)
    assert not room.body.compare_button.isEnabled()
    click_cell(room, 0, Column.RECIPE)
    click_cell(room, 1, Column.RECIPE, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(room.body.compare_button.isEnabled)
    click(room.body.compare_button)
    assert room.body.compare.isVisible()
    assert "tie" in room.body.compare.verdict.text()


def test_changed_labels_mark_the_runs_out_of_date(with_runs: Bridge, qtbot: QtBot) -> None:
    room = shown(with_runs, qtbot)
    qtbot.waitUntil(lambda: cell(room, 0, Column.STATE) == "Done")
    with_runs.do(LabelImages((1,), 2))
    qtbot.waitUntil(lambda: cell(room, 0, Column.STATE) == "Out of date")


def test_choosing_fine_tune_takes_its_defaults(with_runs: Bridge, qtbot: QtBot) -> None:
    room = shown(with_runs, qtbot)

    part = room.recipe.kind.part_rect("fine-tune").center()
    QTest.mouseClick(room.recipe.kind, Qt.MouseButton.LeftButton, pos=part)

    made = room.recipe.recipe()
    assert (made.kind, made.epochs, made.learning_rate) == (RecipeKind.FINE_TUNE, 4, 1e-3)


def test_the_rate_follows_the_batch_and_says_why(with_runs: Bridge, qtbot: QtBot) -> None:
    room = shown(with_runs, qtbot)
    pane = room.recipe
    pane.learning_rate.selectAll()
    QTest.keyClicks(pane.learning_rate, "1e-3")
    QTest.keyClick(pane.learning_rate, Qt.Key.Key_Return)
    before = pane.batch_size.value()
    pane.batch_size.setValue(4 * before)
    assert pane.recipe().learning_rate == pytest.approx(2e-3)
    assert "root of the batch" in pane._reason.text()
    click(pane.form.link)
    pane.batch_size.setValue(before)
    assert pane.recipe().learning_rate == pytest.approx(2e-3)


def test_each_field_says_what_it_means_here(with_runs: Bridge, qtbot: QtBot) -> None:
    room = shown(with_runs, qtbot)
    room.recipe.epochs.setFocus()
    QApplication.processEvents()
    assert "training pictures is seen 20 times" in room.recipe._about._words.text()
    click(room.recipe.more_button)
    assert room.recipe.form.label_smoothing.isVisible()
    assert not room.recipe.form.mixup.isVisible()  # Quick has no use for it


def test_what_the_doctor_said_is_there_when_the_project_is_opened_again(with_runs: Bridge, qtbot: QtBot) -> None:
    newest, _older = with_runs.session.ask(run_table).runs
    message = Diagnosis(Finding.ONE_CLASS, (("share", 0.98), ("true_share", 0.5)))
    with_runs.session.record(lambda tx: runs.keep_diagnoses(tx, newest.id, Diagnoses((message,)))).result()
    folder = with_runs.session.layout.folder
    with_runs.session.close()
    again = Bridge(Session.open(folder))
    try:
        room = shown(again, qtbot)
        qtbot.waitUntil(lambda: room.table.rowCount() == 2)
        doctor = room.body.doctor
        line = doctor._lines.itemAt(0).widget()
        assert "98% of the valid pictures" in line.findChild(Label).text()
        assert doctor.isVisible()
        assert not doctor.look_button.isVisible()
        click(line.button)
        assert room.recipe.recipe().balance is Balance.SAMPLING
        qtbot.waitUntil(lambda: doctor._lines.itemAt(0).widget().isVisible())
        height = doctor.height()
        doctor.show_coming()
        QApplication.processEvents()
        assert doctor.height() == height  # the curves do not jump when the next run begins
        click_cell(room, 1, Column.NAME)
        qtbot.waitUntil(lambda: doctor.height() < height)
        assert doctor.look_button.isVisible()  # nobody looked at the other one
        assert doctor._lines.count() == 0
    finally:
        again.close()


def test_the_curves_say_which_epoch_is_kept_and_why(with_runs: Bridge, qtbot: QtBot) -> None:
    room = shown(with_runs, qtbot)
    qtbot.waitUntil(lambda: room.table.rowCount() == 2)
    run = with_runs.session.ask(run_table).runs[0]
    note = room.plots._panels[Measure.ACCURACY]._note
    assert note.text().startswith(f"kept: epoch {run.best_epoch}, ")
    assert "95 % interval" in note.text()
    assert f"The weights of epoch {run.best_epoch} are kept: its loss on valid is the lowest" in note.toolTip()


def test_tabs_are_switched_and_the_lr_finder_finds_a_rate_for_the_recipe(with_runs: Bridge, qtbot: QtBot) -> None:
    room = shown(with_runs, qtbot)
    for key in ("batch-size", "folds", "minima", "curves", "lr-finder"):
        QTest.mouseClick(room.tabs, Qt.MouseButton.LeftButton, pos=room.tabs.part_rect(key).center())
        assert room.body.tab == key
    page = room.body.lr
    assert page.begin_button.isVisible()  # nothing was studied yet: the tab says what it answers
    room.recipe.batch_size.setValue(4)
    page.steps.setValue(60)
    page.seeds.setValue(2)
    page.high.setValue(1.0)

    click(page.begin_button)

    assert room.study_button.text() == "Stop study"
    qtbot.waitUntil(lambda: page.has_result and room.line.running is None, timeout=_LONG_MS)
    kept = with_runs.session.ask(latest_study, StudyKind.LR_FINDER)
    assert len(kept.study.found.sweeps) == 2
    assert page.chart.isVisible()
    assert room.study_button.text() == "Run finder again"
    assert page.card.use_button.isVisible()
    click(page.card.use_button)
    assert room.recipe.recipe().learning_rate == pytest.approx(kept.study.found.suggested, rel=0.05)


def test_a_refused_study_says_why(with_runs: Bridge, qtbot: QtBot) -> None:
    room = shown(with_runs, qtbot)
    QTest.mouseClick(room.tabs, Qt.MouseButton.LeftButton, pos=room.tabs.part_rect("lr-finder").center())
    room.body.lr.low.setValue(10.0)
    click(room.body.lr.begin_button)
    assert room.line.running is None
    assert room.body.lr._failed.isVisible()


def test_the_menu_of_a_run_takes_its_recipe(with_runs: Bridge, qtbot: QtBot) -> None:
    room = shown(with_runs, qtbot)
    qtbot.waitUntil(lambda: room.table.rowCount() == 2)
    menu = room.table.menu_of(1)
    take = next(action for action in menu.actions() if "recipe" in action.text())
    assert not next(action for action in menu.actions() if action.text() == "Resume").isEnabled()
    take.trigger()
    assert room.recipe.recipe().epochs == 2


@pytest.mark.parametrize("code", ["en", "ko"])
def test_what_evens_out_unequal_classes_is_read_whole(theme, qtbot, english, code) -> None:
    english.choose(code)
    try:
        pane = RecipePane()
        qtbot.addWidget(pane)
        pane.resize(pane.width(), 900)
        pane.show()
        QTest.mouseClick(pane.more_button, Qt.MouseButton.LeftButton)
        chosen = pane.form.balance
        needed = max(chosen.fontMetrics().horizontalAdvance(chosen.itemText(at)) for at in range(chosen.count()))
        qtbot.waitUntil(lambda: chosen.width() >= needed + 30)
    finally:
        english.choose("en")
