"""The start page's pictures and times, the window's place, a further window, a project that is open elsewhere."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from gui.projects import make_session
from PySide6.QtCore import QDate, QDateTime, Qt
from PySide6.QtWidgets import QMessageBox

from winnow import __version__
from winnow.app.pipelines.importing import import_path
from winnow.app.queries.overview import overview
from winnow.app.recent import pictures_of, remembered
from winnow.app.session import Session
from winnow.qt.controller import Controller
from winnow.qt.dates import day_words, time_words
from winnow.qt.grid.layout import CELL_PX
from winnow.qt.kept_layout import KeptLayout
from winnow.qt.main_window import MainWindow
from winnow.qt.more_windows import own_command
from winnow.qt.rooms.start.recents import opened_words
from winnow.qt.start import ROOMS

WAIT_MS = 30_000


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config" / "winnow"


@pytest.fixture
def make_controller(theme: object, qtbot, settings: Path):
    made: list[Controller] = []

    def make(project: Path | None) -> Controller:
        one = Controller(ROOMS)
        qtbot.addWidget(one.window)
        made.append(one)
        one.show(project)
        if project is not None:
            qtbot.waitUntil(lambda: one.bridge is not None or _said(one) != "", timeout=WAIT_MS)
        return one

    yield make
    for one in made:
        one.close_project()


def _said(controller: Controller) -> str:
    return " ".join(box.text() for box in controller.window.findChildren(QMessageBox))


def test_a_project_that_was_closed_is_on_the_start_page_with_its_pictures(make_controller, tmp_path, qtbot) -> None:
    with make_session(tmp_path, per_label=3) as session:
        folder = session.layout.folder
    controller = make_controller(folder)
    controller.show_start()
    (card,) = controller.start_page.projects_pane.cards()
    qtbot.waitUntil(lambda: len(card.project.pictures) == 4, timeout=WAIT_MS)
    assert all(not picture.isNull() for picture in card.project.pictures)
    assert card.project.opened.startswith("Today, ")
    grey = card.grab().toImage()
    middle = grey.pixelColor(72, 54)
    assert middle != grey.pixelColor(2, card.height() - 60), "the picture is painted"
    assert (card.project.images, card.project.classes, card.project.labelled) == (6, 2, 6)


def test_pictures_of_projects_that_left_the_list_leave_too(make_controller, tmp_path, settings, monkeypatch) -> None:
    monkeypatch.setattr("winnow.app.recent._MOST", 1)
    folders = []
    for name in ("one", "two"):
        with make_session(tmp_path / name, per_label=2) as session:
            folders.append(session.layout.folder)
        make_controller(folders[-1]).close_project()
    assert [one.path for one in remembered()] == [str(folders[1])]
    assert pictures_of(str(folders[0])) == []
    assert len(pictures_of(str(folders[1]))) == 4


def test_a_time_is_said_as_people_say_it() -> None:
    day = QDate(2026, 11, 24)
    at = QDateTime(day, QDateTime.fromString("11:02", "HH:mm").time()).toUTC()
    text = at.toString(Qt.DateFormat.ISODateWithMs)
    assert "02" in opened_words(text, day)
    assert opened_words(text, day).startswith("Today")
    assert opened_words(text, day.addDays(1)) == "Yesterday"
    assert opened_words(text, day.addDays(5)).startswith("24 ")
    assert opened_words(text, day.addYears(1)).endswith("2026")
    assert opened_words("nonsense", day) == ""
    assert time_words("2025-03-07T10:00:00.000Z").startswith(day_words(QDate(2025, 3, 7), day))
    assert time_words("nonsense") == "nonsense"


def test_ctrl_q_leaves_the_start_page(make_controller, qtbot) -> None:
    one = make_controller(None)
    one.window.activateWindow()
    qtbot.waitUntil(one.window.isActiveWindow)
    qtbot.keyClick(one.window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not one.window.isVisible())


def test_the_room_under_the_preferences_is_the_one_that_comes_back(make_controller, tmp_path, qtbot) -> None:
    with make_session(tmp_path, per_label=2) as session:
        folder = session.layout.folder
    one = make_controller(folder)
    one.window.show_room("split")
    one.pages.show_preferences()
    one.close_project()
    assert make_controller(folder).window.room_key == "split"


def test_the_window_and_its_panels_come_back_as_they_were(make_controller, tmp_path, settings, qtbot) -> None:
    with make_session(tmp_path, per_label=3) as session:
        folder = session.layout.folder
    first = make_controller(folder)
    first.window.show_room("sort")
    qtbot.keyClick(first.window, Qt.Key.Key_F4)
    assert first.window.room("sort").inspector.isHidden()
    slider = first.window.room("sort").tools.slider
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_PageUp)
    size = first.window.room("sort").grid.cell_size
    assert size > CELL_PX
    first.window.close()
    second = make_controller(folder)
    second.window.show_room("sort")
    assert second.window.room("sort").inspector.isHidden()
    assert second.window.room("sort").grid.cell_size == size
    assert second.window.room("sort").tools.slider.value() == size
    second.window.close()
    (settings / "window.json").write_text('{"window": "no hex", "sort.inspector": 3, "sort.looks": "huge"}')
    third = make_controller(None)
    assert third.window.isVisible(), "a damaged file costs the place, not the program"


def test_the_window_has_its_size_again(theme, settings, qtbot) -> None:
    sizes = []
    for wanted in ((620, 410), None):
        window = MainWindow([])
        qtbot.addWidget(window)
        window.setMinimumSize(200, 200)  # the screen of a test is small
        kept = KeptLayout(window)
        if wanted is not None:
            window.resize(*wanted)
        window.show()
        kept.keep()
        sizes.append((window.width(), window.height()))
    assert sizes[0][0] == sizes[1][0]
    assert sizes[0][1] == sizes[1][1]


def test_the_same_project_in_a_second_window_is_refused_in_words(make_controller, tmp_path, qtbot) -> None:
    with make_session(tmp_path, per_label=2) as session:
        controller = make_controller(session.layout.folder)
        assert "already open in another window" in _said(controller)
        assert controller.start_page.isVisible()


def test_a_further_window_is_this_very_program() -> None:
    ran = subprocess.run([*own_command(), "--version"], capture_output=True, text=True, check=True, timeout=60)
    assert __version__ in ran.stdout


def test_an_older_list_of_projects_is_read(settings: Path, tmp_path: Path) -> None:
    settings.mkdir(parents=True)
    entry = {
        "path": str(tmp_path / "a.winnow"),
        "images": 1,
        "classes": 1,
        "labelled": 1,
        "opened": "2026-01-01T00:00:00Z",
    }
    (settings / "recent.json").write_text(json.dumps([entry]))
    assert [one.path for one in remembered()] == [entry["path"]]
    with pytest.raises(Exception, match="no such folder"):
        Session.open(Path(entry["path"]))


def test_folders_become_labels_in_the_window(make_controller, tmp_path: Path, qtbot) -> None:
    folder = tmp_path / "pets.winnow"
    with make_session(tmp_path / "made", per_label=2) as session:
        pictures = sorted(session.layout.originals.rglob("*.png"))
    for at, name in enumerate(("cat", "dog", "cat", "dog")):
        target = tmp_path / "pile" / name / f"{at}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(pictures[at].read_bytes())
    with Session.create(folder) as session:
        for _event in import_path(session, tmp_path / "pile"):
            pass
    controller = make_controller(folder)
    controller.window.show_room("sort")
    button = controller.window.room("sort").groups.folders_button
    qtbot.waitUntil(button.isVisible, timeout=WAIT_MS)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def counted() -> dict[str, int]:
        return {label.name: count for label, count in controller.bridge.session.ask(overview).labels}

    qtbot.waitUntil(lambda: counted() == {"cat": 2, "dog": 2}, timeout=WAIT_MS)
