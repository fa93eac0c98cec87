"""Every control of every room has a name and a role, and is reached by Tab with a focus that can be seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from gui.sorting import sorted_copy
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from winnow.app.commands.labelling import LabelImages
from winnow.app.pipelines.splitting import split
from winnow.app.queries.lookup import all_labels
from winnow.domain.split import Ratios
from winnow.qt.accessible import install_roles
from winnow.qt.controller import Controller
from winnow.qt.rooms.split.parts_bar import PartsBar
from winnow.qt.start import ROOMS

WAIT_MS = 30_000
_FIELDS = (QComboBox, QAbstractSpinBox, QLineEdit, QPlainTextEdit, QTextEdit, QAbstractItemView, QAbstractSlider)


@pytest.fixture
def controller(theme: object, qtbot, tmp_path: Path, monkeypatch) -> Iterator[Controller]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    with sorted_copy(tmp_path) as session:
        known = session.ask(all_labels)
        ids = session.ask(lambda reader: [row[0] for row in reader.execute("SELECT id FROM image ORDER BY id")])
        for at, label in enumerate(known):
            session.do(LabelImages(tuple(ids[at::2]), label.id)).result()
        split(session, Ratios(60, 20, 20), 1)
        folder = session.layout.folder
    made = Controller(ROOMS)
    qtbot.addWidget(made.window)
    made.window.setMinimumSize(1440, 900)
    made.show(folder)
    made.window.activateWindow()
    qtbot.waitUntil(lambda: made.bridge is not None and not made.bridge._waiting, timeout=WAIT_MS)
    yield made
    made.close_project()


def settled(controller: Controller, key: str, qtbot) -> QWidget:
    """Show the room *key*, and wait until what it asked for has come."""
    controller.window.show_room(key)
    room = controller.window.room(key)
    qtbot.waitUntil(lambda: not controller.bridge._waiting and not controller.bridge.jobs.is_busy(), timeout=WAIT_MS)
    return room


def is_inside_a_field(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QComboBox | QAbstractSpinBox):
            return True
        parent = parent.parentWidget()
    return False


def controls(within: QWidget) -> list[QWidget]:
    """Return what can be pressed, typed in, or walked to."""
    return [
        one
        for one in within.findChildren(QWidget)
        if one.isVisible()
        and not isinstance(one, QScrollBar)
        and not is_inside_a_field(one)
        and not isinstance(one, QScrollArea | QHeaderView)  # what is in them has the names
        and (isinstance(one, (QAbstractButton, *_FIELDS)) or one.focusPolicy() & Qt.FocusPolicy.TabFocus)
    ]


def told(widget: QWidget) -> tuple[str, QAccessible.Role]:
    """Return what a screen reader hears of *widget*."""
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name), found.role()


def nameless(within: QWidget) -> list[str]:
    said = [(one, *told(one)) for one in controls(within)]
    return [
        f"{type(one).__name__} in {type(one.parentWidget()).__name__}"
        for one, name, role in said
        if not name.strip() or role == QAccessible.Role.NoRole
    ]


def test_every_control_of_every_room_has_a_name_and_a_role(controller: Controller, qtbot) -> None:
    install_roles()
    found = {key: nameless(settled(controller, key, qtbot)) for key, _icon, _make in ROOMS}
    found["window"] = nameless(controller.window)
    check_roles(controller)
    controller.pages.show_preferences()
    found["preferences"] = nameless(controller.window)
    controller.finding.open()
    found["palette"] = nameless(controller.finding.panel)
    controller.finding.panel.close_panel()
    controller.show_start()
    found["start"] = nameless(controller.start_page)
    assert "\n".join(f"{where}: {name}" for where, names in found.items() for name in names) == ""


def test_tab_walks_through_every_room_and_its_focus_can_be_seen(controller: Controller, qtbot) -> None:
    for key, _icon, _make in ROOMS:
        room = settled(controller, key, qtbot)
        wanted = {one for one in controls(room) if one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus}
        controller.window.rail.item(key).setFocus()
        reached, unseen = walk(controller.window, wanted, qtbot)
        missed = [
            f"{type(one).__name__} {told(one)[0]!r} in {type(one.parentWidget()).__name__}"
            for one in wanted - reached
            if not is_in_group(one)
        ]
        assert f"{key}: {missed}" == f"{key}: []"
        assert f"{key}: {unseen}" == f"{key}: []", "the focus cannot be seen"


def check_roles(controller: Controller) -> None:
    """What paints itself says what it is, and what is in it."""
    rooms = {key: controller.window.room(key) for key in ("sort", "edit", "split")}
    grid_view = rooms["sort"].grid
    role = QAccessible.Role
    assert told(rooms["sort"].map.view) == ("Map of the pictures", role.Chart)
    assert told(rooms["edit"].canvas) == ("Frame canvas", role.Canvas)
    assert told(rooms["edit"].strip.film) == ("Film strip", role.List)
    assert told(rooms["split"].findChild(PartsBar)) == ("Shares of train, valid and test", role.Slider)
    grid = QAccessible.queryAccessibleInterface(grid_view)
    assert grid.text(QAccessible.Text.Name) == "Pictures"
    grid_view.go_to(int(grid_view.rows.ids[0]))
    said = grid_view.model().data(grid_view.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert grid_view.rows.names[0] in said


def walk(window: QWidget, wanted: set[QWidget], qtbot) -> tuple[set[QWidget], list[str]]:
    """Press Tab until all *wanted* were reached; return what was reached, and which showed no focus."""
    reached: set[QWidget] = set()
    unseen = []
    for _step in range(3 * len(wanted) + 40):
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is not None and now not in reached:
            reached.add(now)
            if now in wanted and not isinstance(now, _FIELDS) and not is_ringed(now):
                unseen.append(type(now).__name__)
        if wanted <= reached:
            break
    return reached, unseen


def is_ringed(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return parent is not None and any(
        type(one).__name__ == "_Ring" and one.isVisible() and one.geometry().intersects(widget.geometry())
        for one in parent.children()
        if isinstance(one, QWidget)
    )


def is_in_group(widget: QWidget) -> bool:
    """Say whether arrow keys lead to it from its neighbours of one group, of which Tab reaches the checked one."""
    return isinstance(widget, QAbstractButton) and widget.group() is not None and widget.group().exclusive()
