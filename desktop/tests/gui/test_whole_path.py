"""The whole path in the real window, by clicks and keys: from files to an exported network."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from app.folders import fill
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton

from winnow.app.queries.overview import overview
from winnow.app.queries.runs import run_table
from winnow.collect.sample import make_sample
from winnow.qt.controller import Controller

WAIT_MS = 60_000


def go_to(controller: Controller, key: str, qtbot):
    qtbot.mouseClick(controller.window.rail.item(key), Qt.MouseButton.LeftButton)
    assert controller.window.room_key == key
    return controller.window.room(key)


def now(controller: Controller):
    return controller.bridge.session.ask(overview)


def idle(controller: Controller) -> bool:
    return controller.bridge is not None and not controller.bridge.jobs.is_busy()


def click(button: QAbstractButton, qtbot) -> None:
    qtbot.waitUntil(lambda: button.isEnabled() and button.isVisible(), timeout=WAIT_MS)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def label_by_key(sort, key: Qt.Key, name: str, qtbot) -> None:
    """Press a digit that has no label yet, and type the name that is asked for."""
    qtbot.waitUntil(lambda: len(sort.grid.selected_ids()) > 0)
    qtbot.keyClick(sort.grid, key)
    field = sort.page.typing.field
    qtbot.waitUntil(field.isVisible)
    qtbot.keyClicks(field, name)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_from_a_dropped_folder_to_an_exported_network(controller: Controller, tmp_path: Path, qtbot) -> None:
    for _progress in make_sample(tmp_path / "pictures", n=60):
        pass
    controller.start_page.dropped.emit([tmp_path / "pictures"])
    qtbot.waitUntil(lambda: idle(controller) and now(controller).kept > 40, timeout=WAIT_MS)

    sort = go_to(controller, "sort", qtbot)
    sort.groups.k_field.setValue(2)
    click(sort.groups.cluster_button, qtbot)
    qtbot.waitUntil(lambda: idle(controller) and len(sort.grid.rows.sections) == 2, timeout=WAIT_MS)
    for section, (key, name) in enumerate(((Qt.Key.Key_1, "cat"), (Qt.Key.Key_2, "dog"))):
        row = sort.grid.rows.sections[section].first
        sort.grid.go_to(int(sort.grid.rows.ids[row]))
        # A window manager does this when the dialogue closes; offscreen there is none.
        controller.window.activateWindow()
        sort.grid.setFocus()
        qtbot.waitUntil(sort.grid.hasFocus)
        qtbot.keyClick(sort.grid, Qt.Key.Key_A)
        label_by_key(sort, key, name, qtbot)
        labelled = sum(one.count for one in sort.grid.rows.sections[: section + 1])
        qtbot.waitUntil(lambda wanted=labelled: now(controller).labelled == wanted, timeout=WAIT_MS)

    edit = go_to(controller, "edit", qtbot)
    qtbot.waitUntil(lambda: edit.canvas.frame is not None, timeout=WAIT_MS)
    middle = edit.canvas.rect().center()
    right = QPoint(middle.x() + round(edit.canvas.frame.size[0] / 2 * edit.canvas.zoom), middle.y())
    qtbot.mousePress(edit.canvas, Qt.MouseButton.LeftButton, pos=right)
    qtbot.mouseMove(edit.canvas, right + QPoint(70, 0))
    qtbot.mouseRelease(edit.canvas, Qt.MouseButton.LeftButton, pos=right + QPoint(70, 0))
    qtbot.keyClick(edit.canvas, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: now(controller).edited == 1, timeout=WAIT_MS)

    split = go_to(controller, "split", qtbot)
    click(split.split_button, qtbot)
    qtbot.waitUntil(lambda: now(controller).split is not None, timeout=WAIT_MS)

    train = go_to(controller, "train", qtbot)
    click(train.start_button, qtbot)
    qtbot.waitUntil(lambda: any(train.plots.point_count(run) > 0 for run in (1,)), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: idle(controller), timeout=WAIT_MS)
    assert len(controller.bridge.session.ask(run_table).runs) == 1

    test = go_to(controller, "test", qtbot)
    click(test.sealed.open_button, qtbot)
    click(test.sealed.confirm_button, qtbot)
    qtbot.waitUntil(lambda: idle(controller) and now(controller).openings == 1, timeout=WAIT_MS)
    qtbot.waitUntil(test.result.isVisible, timeout=WAIT_MS)

    folder = controller.bridge.session.layout.folder
    controller.close_project()
    export_and_predict(folder, tmp_path)


_WITHOUT_TORCH = """
import sys, time
from pathlib import Path
from functools import partial
from PySide6.QtTest import QTest
from winnow.app.jobs import Job
from winnow.app.pipelines.clustering import cluster
from winnow.qt.application import create_application
from winnow.qt.controller import Controller
from winnow.qt.start import ROOMS

def wait():
    end = time.monotonic() + 60
    while (controller.bridge is None or controller.bridge.jobs.is_busy()) and time.monotonic() < end:
        QTest.qWait(20)  # between two looks the core is the children's

if __name__ == "__main__":
    app = create_application(["winnow"])
    controller = Controller(ROOMS)
    controller.show(None)
    controller.start_from([Path(sys.argv[1])])
    wait()
    controller.bridge.jobs.start(Job("cluster", partial(cluster, controller.bridge.session, 2)))
    wait()
    ends = [view.state.value for view in controller.bridge.jobs.views()]
    for key, *_ in ROOMS:
        controller.window.show_room(key)
        app.processEvents()
    controller.close_project()
    print(ends, [name for name in ("torch", "torchvision", "sklearn", "onnxruntime") if name in sys.modules])
"""


def test_the_window_imports_clusters_and_shows_every_room_without_torch(tmp_path: Path) -> None:
    fill(tmp_path / "pictures", 20)
    script = tmp_path / "window.py"
    script.write_text(_WITHOUT_TORCH, "utf-8")
    words = [sys.executable, str(script), str(tmp_path / "pictures")]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "['done', 'done'] []", done.stderr


def export_and_predict(folder: Path, tmp_path: Path) -> None:
    picture = next((tmp_path / "pictures" / "cat").glob("*.jpg"))
    for words in (
        ["export", str(folder), "--to", str(tmp_path / "model"), "--model", "onnx", "--run", "1"],
        ["predict", str(tmp_path / "model"), str(picture), "--json"],
    ):
        done = subprocess.run([sys.executable, "-m", "winnow", *words], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)
