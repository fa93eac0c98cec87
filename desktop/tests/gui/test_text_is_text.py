"""Words from outside are shown as they are: no label, tooltip or table takes them for mark-up and opens a file."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import Qt as Text
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLabel, QMessageBox, QWidget

from winnow.app.commands.labelling import LabelImages
from winnow.app.pipelines.importing import import_path
from winnow.app.pipelines.splitting import split
from winnow.app.session import Session
from winnow.base.errors import OutsideError
from winnow.domain.split import Ratios
from winnow.qt.controller import Controller
from winnow.qt.start import ROOMS
from winnow.store import labels

HOSTILE = (
    "<img src='canary.png'>",
    "<b>canary",
    "<a href='file:canary'>canary",
    "<style>@import 'canary.css';",
    "<qt><img src=canary>",
    "<!DOCTYPE html><img src=canary>",
    "&lt;img src=canary&gt;",
    "<table><tr><td background=canary>",
    "<script>canary()",
    "![canary](canary.png)",
    "%1 {0} {canary} <i>",
    "=canary()<u>",
)
"""Without a slash: they are names of files too."""
_NAMING = ("collect", "edit", "split")
"""Rooms that name sources, pictures or labels as soon as they are shown."""


def _pictures(folder: Path) -> Path:
    folder.mkdir()
    random = np.random.default_rng(5)
    for name in HOSTILE:
        for at in range(3):
            coarse = random.integers(0, 256, (9, 9, 3), dtype=np.uint8)
            Image.fromarray(coarse).resize((96, 96), Image.Resampling.NEAREST).save(folder / f"{name}{at}.png")
    return folder


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of that name, of a folder of that name, with pictures and labels of those names, split."""
    place = tmp_path_factory.mktemp("hostile")
    session = Session.create(place / f"{HOSTILE[0]}.winnow", HOSTILE)
    for _event in import_path(session, _pictures(place / HOSTILE[1])):
        pass
    ids = session.ask(lambda reader: [row[0] for row in reader.execute("SELECT id FROM image ORDER BY id")])
    for at, label in enumerate(session.ask(labels.all_labels)):
        session.do(LabelImages(tuple(ids[at :: len(HOSTILE)]), label.id)).result()
    split(session, Ratios(), 0)
    session.close()
    return place / f"{HOSTILE[0]}.winnow"


@pytest.fixture
def controller(theme: object, qtbot, project: Path):
    made = Controller(ROOMS)
    made.show(None)
    qtbot.addWidget(made.window)
    with qtbot.waitSignal(made.project_opened):
        made.open(project)
    yield made
    made.close_project()


def _taken_for_mark_up(within: QWidget) -> Iterator[str]:
    """Say every text with a canary in it below *within* that Qt would lay out as mark-up."""
    for widget in [within, *within.findChildren(QWidget)]:
        yield from _bad_tip(widget.toolTip(), type(widget).__name__)
        if isinstance(widget, QLabel) and "canary" in widget.text():
            is_guessed = widget.textFormat() is Qt.TextFormat.AutoText and Text.mightBeRichText(widget.text())
            if is_guessed or widget.textFormat() in (Qt.TextFormat.RichText, Qt.TextFormat.MarkdownText):
                yield f"{type(widget).__name__} shows {widget.text()!r}"
        model = widget.model() if isinstance(widget, QAbstractItemView | QComboBox) else None
        if model is not None:
            yield from _bad_cells(model, QModelIndex(), type(widget).__name__)


def _bad_cells(model: QAbstractItemModel, parent: QModelIndex, name: str) -> Iterator[str]:
    for row, column in itertools.product(range(50), range(20)):
        if model.hasIndex(row, column, parent):
            tip = model.index(row, column, parent).data(Qt.ItemDataRole.ToolTipRole)
            yield from _bad_tip(str(tip or ""), name)


def _bad_tip(tip: str, name: str) -> Iterator[str]:
    words = tip
    for tag in ("<qt>", "</qt>", "<br>") if tip.startswith("<qt>") and tip.endswith("</qt>") else ():
        words = words.replace(tag, "", 1 if tag != "<br>" else -1)  # what `plain_tip` sets; the words' own are escaped
    if "canary" in words and Text.mightBeRichText(tip) and "<" in words:
        yield f"the tip of a {name} is {tip!r}"


def _names_one(room: QWidget) -> bool:
    """Say whether a name has arrived in *room*: in its words, or in what it tells of what it paints."""
    labels = [one.text() for one in room.findChildren(QLabel)]
    told = [one.toolTip() + one.accessibleDescription() + one.accessibleName() for one in room.findChildren(QWidget)]
    return any("canary" in words for words in labels + told)


@pytest.mark.parametrize("key", [key for key, _icon, _make in ROOMS])
def test_no_room_takes_names_for_mark_up(controller: Controller, key: str, qtbot) -> None:
    controller.window.show_room(key)
    room = controller.window.room(key)
    if key == "sort":
        qtbot.waitUntil(lambda: len(room.grid.rows) == 3 * len(HOSTILE))
        room.grid.go_to(int(room.grid.rows.ids[0]))
        qtbot.waitUntil(lambda: "canary" in room.picture.one.file.text())
    elif key in _NAMING:
        qtbot.waitUntil(lambda: _names_one(room), timeout=20_000)
    assert list(_taken_for_mark_up(controller.window)) == []
    assert "canary" in controller.window.windowTitle()


def test_an_error_that_names_a_file_is_plain(controller: Controller, qtbot) -> None:
    controller.bridge.failed.emit(OutsideError(f"{HOSTILE[0]} could not be read."))
    box = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible())
    assert box.text() == f"{HOSTILE[0]} could not be read."
    assert box.textFormat() is Qt.TextFormat.PlainText
    box.close()


def test_the_start_page_shows_the_name_of_a_project_as_it_is(controller: Controller, qtbot) -> None:
    controller.show_start()
    shown = [one for one in controller.window.findChildren(QLabel) if "canary" in one.text()]
    assert shown or "canary" in " ".join(one.accessibleName() for one in controller.window.findChildren(QWidget))
    assert list(_taken_for_mark_up(controller.window)) == []
