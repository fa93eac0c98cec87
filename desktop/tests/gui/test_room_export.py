"""Bringing the data set, a model, the report and the project out by the Export room."""

from __future__ import annotations

import csv
import json
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from gui.projects import make_session
from PIL import Image
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from winnow.app.jobs import Job
from winnow.app.pipelines.splitting import split
from winnow.app.session import Session
from winnow.base.outcomes import Steps
from winnow.domain.data_set import Layout
from winnow.domain.recipe import Recipe
from winnow.domain.run import EpochDone, RunState
from winnow.domain.split import Ratios
from winnow.exporting.model import ParityFailed
from winnow.qt.bridge import Bridge
from winnow.qt.rooms.export.panel import ExportPanel
from winnow.qt.rooms.export.room import ExportRoom
from winnow.qt.theme.theme import Theme
from winnow.qt.widgets.empty_state import EmptyState
from winnow.store import runs, splits
from winnow.store.runs import RunLabels


@pytest.fixture
def bridge(tmp_path: Path) -> Iterator[Bridge]:
    made = Bridge(make_session(tmp_path))
    yield made
    made.close()


def _shown(bridge: Bridge, qtbot: QtBot) -> ExportRoom:
    room = ExportRoom(bridge)
    qtbot.addWidget(room)
    room.resize(1200, 800)
    room.show()
    return room


def _add_run(session: Session) -> None:
    split_id = split(session, Ratios(), 0) and session.ask(splits.current_id)
    assert split_id is not None
    pairs = RunLabels(((1, "cat"), (2, "dog")))
    run = session.record(lambda tx: runs.add(tx, "", Recipe(), split_id, pairs, "")).result()
    epoch = EpochDone(1, 1, 0.5, 0.8, 0.4, 0.9, 1.0, is_best=True)
    session.record(lambda tx: runs.record(tx, run, None, [], [epoch], 1.0)).result()
    session.record(lambda tx: runs.end(tx, run, RunState.DONE)).result()


def test_data_set_goes_into_a_new_folder_each_time(theme: Theme, bridge: Bridge, qtbot: QtBot, tmp_path: Path) -> None:
    split(bridge.session, Ratios(), 0)
    room = _shown(bridge, qtbot)
    room.folder_field.setText(str(tmp_path / "out"))
    qtbot.waitUntil(room.data_set.button.isEnabled)
    for name in ("pets-images", "pets-images-2"):
        qtbot.mouseClick(room.data_set.button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(
            lambda name=name: room.data_set.done.accessibleDescription() == str(tmp_path / "out" / name),
            timeout=20_000,
        )
        qtbot.waitUntil(room.data_set.button.isEnabled)
        assert room.data_set.done.accessibleName() == "20 pictures written"
    assert len(list((tmp_path / "out" / "pets-images-2").glob("*/*/*.png"))) == 20


def test_a_run_without_weights_is_said(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    _add_run(bridge.session)
    room = _shown(bridge, qtbot)
    qtbot.waitUntil(room.model.button.isEnabled)
    assert room.run_field.currentText() == "run-01 · epoch 1"
    qtbot.mouseClick(room.model.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(room.model.failure.isVisible)
    assert "no weights" in room.model.failure.accessibleDescription()
    assert room.model.button.isEnabled()


def test_no_folder_no_export(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    room = _shown(bridge, qtbot)
    qtbot.waitUntil(room.data_set.button.isEnabled)
    assert not room.model.button.isEnabled()
    room.folder_field.clear()
    assert not room.data_set.button.isEnabled()


def test_an_empty_project_says_where_to_begin(theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    bridge = Bridge(Session.create(tmp_path / "empty.winnow"))
    room = _shown(bridge, qtbot)
    assert room.findChild(EmptyState).isVisible()
    bridge.close()


def _click(qtbot: QtBot, button: object) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _export(qtbot: QtBot, panel: ExportPanel) -> Path:
    """Press the panel's button, wait for its end, and return what was written."""
    qtbot.waitUntil(panel.button.isEnabled)
    _click(qtbot, panel.button)
    qtbot.waitUntil(lambda: not panel.ending.is_running and panel.done.isVisible(), timeout=20_000)
    return Path(panel.done.accessibleDescription().splitlines()[0])


def _read_csv(folder: Path) -> int:
    with (folder / "labels.csv").open(encoding="utf-8-sig", newline="") as table:
        return sum((folder / row["file"]).is_file() for row in csv.DictReader(table))


def _read_coco(folder: Path) -> int:
    return sum(len(json.loads(one.read_text("utf-8"))["annotations"]) for one in folder.glob("annotations/*.json"))


def _read_shards(folder: Path) -> int:
    count = 0
    for one in folder.glob("*.tar"):
        with tarfile.open(one) as shard:
            count += sum(name.endswith(".cls") for name in shard.getnames())
    return count


def _read_parquet(folder: Path) -> int:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    return sum(parquet.read_table(one).num_rows for one in folder.glob("data/*.parquet"))


def _read_hugging_face(folder: Path) -> int:
    return sum(len(one.read_text("utf-8").splitlines()) for one in folder.glob("**/metadata.jsonl"))


@pytest.mark.parametrize(
    ("layout", "read"),
    [
        (Layout.CSV, _read_csv),
        (Layout.COCO, _read_coco),
        (Layout.WEBDATASET, _read_shards),
        (Layout.HUGGING_FACE, _read_hugging_face),
        (Layout.PARQUET, _read_parquet),
    ],
    ids=lambda value: value.value if isinstance(value, Layout) else "",
)
def test_each_format_that_is_chosen_is_written(
    theme: Theme, bridge: Bridge, qtbot: QtBot, tmp_path: Path, layout: Layout, read: Callable[[Path], int]
) -> None:
    if layout is Layout.PARQUET:
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    split(bridge.session, Ratios(), 0)
    room = _shown(bridge, qtbot)
    room.folder_field.setText(str(tmp_path / "out"))
    _click(qtbot, room.data_set.cards[layout])
    assert room.data_set.cards[layout].is_chosen
    assert read(_export(qtbot, room.data_set)) == 20


def test_size_and_format_are_applied_and_boxes_leave_originals_alone(
    theme: Theme, bridge: Bridge, qtbot: QtBot, tmp_path: Path
) -> None:
    room = _shown(bridge, qtbot)
    room.folder_field.setText(str(tmp_path / "out"))
    panel = room.data_set
    qtbot.waitUntil(panel.button.isEnabled)
    assert not panel.quality.isEnabled()
    assert not panel.parts.isEnabled()
    assert "Split" in panel.parts.toolTip()
    panel.file_format.setFocus()
    qtbot.keyClick(panel.file_format, Qt.Key.Key_Down)
    assert panel.quality.isEnabled()
    files = list(_export(qtbot, panel).glob("*/*.jpg"))
    assert len(files) == 20
    with Image.open(files[0]) as picture:
        assert picture.format == "JPEG"
    at = panel.frames.part_rect("boxes").center()
    qtbot.mouseClick(panel.frames, Qt.MouseButton.LeftButton, pos=at)
    assert not panel.file_format.isEnabled()
    assert "untouched" in panel.file_format.toolTip()


def test_where_no_licence_is_known_nothing_can_be_passed_on(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    room = _shown(bridge, qtbot)
    qtbot.waitUntil(room.data_set.button.isEnabled)
    assert room.where_to.unlicensed.isVisible()
    _click(qtbot, room.where_to.leave_out)
    assert not room.data_set.button.isEnabled()
    assert "licence" in room.data_set.button.toolTip()


def test_a_stopped_export_leaves_no_folder_and_goes_on(theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    bridge = Bridge(make_session(tmp_path, per_label=40))
    room = _shown(bridge, qtbot)
    out = tmp_path / "out"
    room.folder_field.setText(str(out))
    panel = room.data_set
    qtbot.waitUntil(panel.button.isEnabled)

    def stop_at_the_first_picture() -> None:
        if panel.ending.is_running and any(view.done for view in bridge.jobs.views()):
            panel.ending.stop_button.click()

    bridge.jobs.changed.connect(stop_at_the_first_picture)
    _click(qtbot, panel.button)
    qtbot.waitUntil(lambda: panel.failure.isVisible() and not panel.ending.is_running, timeout=20_000)
    bridge.jobs.changed.disconnect(stop_at_the_first_picture)
    assert panel.failure.accessibleName() == "Stopped"
    assert not (out / "pets-images").exists()
    qtbot.waitUntil(panel.unfinished.isVisible)
    assert "stopped after" in panel.unfinished.accessibleName()
    folder = _export(qtbot, panel)
    assert folder == out / "pets-images"
    assert len(list(folder.glob("*/*.png"))) == 80
    assert "Going on after" in panel.done.accessibleDescription()
    qtbot.waitUntil(lambda: not panel.unfinished.isVisible())
    bridge.close()


def test_a_folder_that_cannot_be_reached_is_named(theme: Theme, bridge: Bridge, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("not a folder")
    room = _shown(bridge, qtbot)
    room.folder_field.setText(str(tmp_path / "a file" / "out"))
    for panel in (room.data_set, room.report):
        qtbot.waitUntil(panel.button.isEnabled)
        _click(qtbot, panel.button)
        qtbot.waitUntil(panel.failure.isVisible, timeout=20_000)
        assert str(tmp_path / "a file") in panel.failure.accessibleDescription()
        qtbot.waitUntil(panel.button.isEnabled)


def test_a_model_that_says_something_else_is_refused_in_words(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    def steps() -> Steps:
        yield from ()
        raise ParityFailed(Path("cat.jpg"), 0.25)

    room = _shown(bridge, qtbot)
    room.model.start(Job("Exporting run-01", steps))
    qtbot.waitUntil(room.model.failure.isVisible)
    assert room.model.failure.accessibleName() == "Nothing was exported"
    assert "cat.jpg" in room.model.failure.accessibleDescription()


def test_no_kind_of_model_file_no_export(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    _add_run(bridge.session)
    room = _shown(bridge, qtbot)
    qtbot.waitUntil(room.model.button.isEnabled)
    for box in room.model.boxes.values():
        if box.isChecked():
            box.click()
    assert not room.model.button.isEnabled()
    assert "at least one" in room.model.button.toolTip()


class _Opened(QObject):
    """Takes what the desktop would be asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.urls.append(url.toLocalFile())


def test_the_report_has_the_chosen_parts_and_opens(theme: Theme, bridge: Bridge, qtbot: QtBot, tmp_path: Path) -> None:
    room = _shown(bridge, qtbot)
    room.folder_field.setText(str(tmp_path / "out"))
    next(box for part, box in room.report.boxes.items() if part.value == "clusters").click()
    page = _export(qtbot, room.report)
    html = page.read_text("utf-8")
    assert "id='data-card'" in html
    assert "id='clusters'" not in html
    opened = _Opened()
    QDesktopServices.setUrlHandler("file", opened, "take")
    _click(qtbot, room.report.ending.open_button)
    _click(qtbot, room.report.ending.open_folder_button)
    QDesktopServices.unsetUrlHandler("file")
    assert opened.urls == [str(page), str(page.parent)]
    at = room.report.kind.part_rect("pdf").center()
    qtbot.mouseClick(room.report.kind, Qt.MouseButton.LeftButton, pos=at)
    paper = _export(qtbot, room.report)
    assert paper.read_bytes().startswith(b"%PDF")


def test_the_whole_project_is_packed(theme: Theme, bridge: Bridge, qtbot: QtBot, tmp_path: Path) -> None:
    room = _shown(bridge, qtbot)
    room.folder_field.setText(str(tmp_path / "out"))
    _click(qtbot, room.where_to.pack_button)
    ending = room.where_to.packing
    qtbot.waitUntil(lambda: not ending.is_running and ending.done.isVisible(), timeout=20_000)
    with zipfile.ZipFile(tmp_path / "out" / "pets.winnowz") as archive:
        assert "project.db" in archive.namelist()
    assert not ending.open_button.isVisible()
