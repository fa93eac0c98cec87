"""A project that has something in every room, and the states of the rooms that show it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from app.folders import copy_into
from gui.batches import Blank
from gui.sorting import sorted_copy
from gui.studied import batch_map, epochs_of, folds_found, k_choice, lr_found, minima
from gui.tested import add_result, add_run
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from winnow.app.commands.labelling import LabelImages, RejectImages, RenameLabel
from winnow.app.pipelines.splitting import split
from winnow.app.queries.lookup import all_labels
from winnow.base.outcomes import Progress
from winnow.domain.cleaning import Duplicates
from winnow.domain.projection import Projection, ProjectionMethod
from winnow.domain.recipe import RecipeKind, default_recipe
from winnow.domain.run import Prepared, StepDone
from winnow.domain.split import Ratios
from winnow.domain.study import BatchSettings, FoldSettings, LrFinderSettings, MinimaSettings
from winnow.qt.bridge import Bridge
from winnow.qt.controller import Controller
from winnow.qt.rooms.split.room import SplitRoom
from winnow.qt.rooms.train.line import Work
from winnow.qt.start import ROOMS
from winnow.store import clean, projections, splits, studies

WAIT_MS = 30_000
LONG_LABEL = "Nova Scotia Duck Tolling Retriever"
LONG_FILE = "a-photograph-of-two-dogs-that-run-along-the-shore-in-the-evening-4032x3024.jpeg"
RECIPE = default_recipe(RecipeKind.QUICK, 600)


def full_project(folder: Path) -> Path:
    """Return a project in *folder* that is clustered, labelled and split; with copies, runs, a result, all studies."""
    copy_into(folder, _make_full_project)
    return folder / "sorted.winnow"


def _make_full_project(folder: Path) -> None:
    with sorted_copy(folder) as session:
        ids = session.ask(lambda reader: [row[0] for row in reader.execute("SELECT id FROM image ORDER BY id")])
        for at, label in enumerate(session.ask(all_labels)):
            session.do(LabelImages(tuple(ids[at:-1:2]), label.id)).result()
        session.do(RejectImages((ids[-1],))).result()
        session.do(RenameLabel(2, LONG_LABEL)).result()
        session.record(lambda tx: tx.connection.execute("UPDATE image SET file = ? WHERE id = ?", (LONG_FILE, ids[0])))
        images = np.array(ids, np.int64)
        groups = np.full(len(ids), -1, np.int32)
        groups[:3] = 0
        copies = Duplicates(images, groups, np.full(len(ids), -1, np.int32))
        points = np.random.default_rng(2).uniform(-1, 1, (len(ids), 2)).astype(np.float32)
        laid_out = Projection(ProjectionMethod.PCA, "efficientnet-lite0", 0, images, points)
        session.record(lambda tx: clean.put_duplicates(tx, copies)).result()
        session.record(lambda tx: projections.keep(tx, laid_out)).result()
        split(session, Ratios(60, 20, 20), 1)
        add_result(session, add_run(session, 0.8))
        for accuracy in (0.975, 0.912):
            add_run(session, accuracy)
        in_force = session.ask(splits.current_id)
        assert in_force is not None
        for settings, found in (
            (LrFinderSettings(RECIPE), lr_found()),
            (BatchSettings(RECIPE), batch_map()),
            (FoldSettings(RECIPE, 3, 4), folds_found()),
            (MinimaSettings(RECIPE), minima()),
        ):
            session.record(
                lambda tx, settings=settings, found=found: studies.add(tx, settings, found, in_force, "f", 83.0)
            ).result()


def controller_of_rooms() -> Controller:
    """Return the program with all its rooms; Split is shown batches that are made at once."""

    def made_split(bridge: Bridge, parent: QWidget) -> SplitRoom:
        return SplitRoom(bridge, parent, Blank())

    return Controller([(key, icon, made_split if key == "split" else make) for key, icon, make in ROOMS])


def settle(controller: Controller, qtbot: QtBot) -> None:
    """Wait until the room has what it asked for."""
    QApplication.processEvents()
    bridge = controller.bridge
    if bridge is not None:
        qtbot.waitUntil(lambda: not bridge._waiting and not bridge.jobs.is_busy(), timeout=WAIT_MS)
        QApplication.processEvents()


def states(controller: Controller, qtbot: QtBot, key: str) -> Iterator[str]:
    """Show the room *key* in one state after the other, and give each its name."""
    controller.window.show_room(key)
    settle(controller, qtbot)
    yield "as it opens"
    if key in _MORE:
        for name in _MORE[key](controller.window.room(key), qtbot):
            settle(controller, qtbot)
            yield name


def _of_collect(room: QWidget, qtbot: QtBot) -> Iterator[str]:
    for begin, name in (
        (room.adding.add_pages, "web pages"),
        (room.adding.add_search, "search"),
        (room.adding.add_drive, "Drive"),
    ):
        begin()
        yield name
    room._show_rules()
    yield "rules"
    room._leave_form()


def _of_sort(room: QWidget, qtbot: QtBot) -> Iterator[str]:
    qtbot.waitUntil(lambda: len(room.grid.rows) > 0, timeout=WAIT_MS)
    room.grid.go_to(int(room.grid.rows.ids[0]))
    qtbot.waitUntil(room.picture.below.similar.isVisible, timeout=WAIT_MS)
    yield "one selected"
    room.grid.setFocus()
    QTest.keyClick(room.grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    yield "all selected"
    for by in ("label", "duplicates", "quality"):
        room.groups.group(by)
        yield f"by {by}"
    room.groups.group("cluster")
    for tab in ("map", "compare"):
        room.show_tab(tab)
        yield tab
    room.show_tab("grid")
    room.k_panel.show_choice(k_choice())
    room.page.open_panel(room.k_panel)
    yield "which k"
    room.page.open_panel(None)


def _of_edit(room: QWidget, qtbot: QtBot) -> Iterator[str]:
    qtbot.waitUntil(lambda: room.canvas.frame is not None, timeout=WAIT_MS)
    frame = room.canvas.frame
    room.canvas.set_frame(replace(frame, right=frame.right + 40, angle=3.5))
    yield "a draft"
    room.panel.tiles_wanted.emit()
    yield "tiles"
    room._end_tiles()


def _of_train(room: QWidget, qtbot: QtBot) -> Iterator[str]:
    qtbot.waitUntil(lambda: len(room.table.run_ids) > 0, timeout=WAIT_MS)
    for page in room.body.pages():
        room.body.tabs.choose(page.kind.value)
        room.body.tabs.chosen.emit(page.kind.value)
        yield page.kind.value
        page.begin(page.settings(RECIPE))
        yield f"{page.kind.value} running"
        page.end("The memory ran out at batch 64. Choose a smaller batch size, and start again.")
    yield "a study that failed"
    room.body.tabs.choose("curves")
    room.body.tabs.chosen.emit("curves")
    run = Work("run", "run-03", tuple)
    room.line.began.emit(run)
    for event in (3, Prepared(20, 29, 464, 100, "cpu"), StepDone(30, 0.4, 0.8, 1e-3), *epochs_of(1)):
        room.line.stepped.emit(run, event)
    room.line.stepped.emit(run, Progress(40, 580, "steps"))
    yield "a run"


def _of_test(room: QWidget, qtbot: QtBot) -> Iterator[str]:
    for at in range(room.runs.count()):
        room.runs.setCurrentIndex(at)
        room.runs.activated.emit(at)
        yield room.runs.currentText()
        if room.sealed.open_button.isVisible():
            room.sealed.open_button.click()
            yield f"{room.runs.currentText()}, asked once more"
    room.review_labels()
    yield "review"


_MORE: dict[str, Callable[[QWidget, QtBot], Iterator[str]]] = {
    "collect": _of_collect,
    "sort": _of_sort,
    "edit": _of_edit,
    "train": _of_train,
    "test": _of_test,
}
