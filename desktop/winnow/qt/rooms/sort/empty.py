"""Sort before there is any picture: where pictures come from, and the keys of the room."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from winnow.qt.looking_only import changes_project
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.icons import icon
from winnow.qt.theme.theme import tokens
from winnow.qt.theme.tokens import cluster_colour
from winnow.qt.widgets.button import Button, Role, Size
from winnow.qt.widgets.chip import draw_cluster_chip
from winnow.qt.widgets.empty_state import EmptyState
from winnow.qt.widgets.file_dialog import ask_once
from winnow.qt.widgets.label import Label
from winnow.qt.widgets.offered import Offered, offered_by


class SortEmpty(QWidget):
    """What is dropped, chosen or pasted here is offered to the room for collecting."""

    offered = Signal(object)  # Offered
    collect_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        go = Button(self.tr("Go to Collect"), self, Role.PRIMARY, "collect", Size.LARGE)
        add = Button(self.tr("Add a folder or zip\u2026"), self, icon_name="folder", size=Size.LARGE)
        changes_project(add)
        paste = Button(self.tr("paste addresses from the clipboard"), self, Role.LINK)
        changes_project(paste)
        more = QWidget(self)
        row = QHBoxLayout(more)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(Label(self.tr("or"), Type.SMALL, "text-2", more))
        row.addWidget(paste)
        self.state = EmptyState(
            self.tr("Nothing to sort yet"),
            self.tr(
                "Collect pictures first, or drop a folder, a zip or images here."
                " They are put into groups that look alike, ready to be labelled."
            ),
            self,
            drawing=_Drawing(self),
            buttons=[go, add],
            more=more,
            keys=[
                ("1 \u2013 9", self.tr("label")),
                ("X", self.tr("reject")),
                ("U", self.tr("unlabel")),
                ("S", self.tr("find similar")),
                ("Space", self.tr("large preview")),
                ("A", self.tr("select the cluster")),
                ("Ctrl Z", self.tr("undo")),
                ("E", self.tr("edit the frame")),
                ("Ctrl K", self.tr("all commands")),
            ],
            keys_heading=self.tr("Keys you will need here"),
            keys_words=self.tr("while the pictures have the focus"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.state)
        go.clicked.connect(self.collect_wanted)
        menu = QMenu(add)
        menu.addAction(self.tr("Folder\u2026")).triggered.connect(self._choose_folder)
        menu.addAction(self.tr("Zip\u2026")).triggered.connect(self._choose_zip)
        add.setMenu(menu)
        paste.clicked.connect(self._paste)
        self.state.target.dropped.connect(self._offer_paths)
        self.state.target.offered.connect(self.offered)

    @Slot(list)
    def _offer_paths(self, paths: list[Path]) -> None:
        self.offered.emit(Offered(paths=tuple(paths)))

    @Slot()
    def _choose_folder(self, _checked: bool = False) -> None:
        dialog = QFileDialog(self, self.tr("Add a folder"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._offer_path)
        ask_once(dialog)

    @Slot()
    def _choose_zip(self, _checked: bool = False) -> None:
        dialog = QFileDialog(self, self.tr("Add a zip"), str(Path.home()), self.tr("Zip (*.zip)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._offer_path)
        ask_once(dialog)

    @Slot(str)
    def _offer_path(self, path: str) -> None:
        self._offer_paths([Path(path)])

    @Slot()
    def _paste(self, _checked: bool = False) -> None:
        self.offered.emit(offered_by(QGuiApplication.clipboard().mimeData()))


class _Drawing(QWidget):
    """A pile of pictures that becomes three rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(310, 92)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        pile = ((9, 22, 1), (30, 6, 2), (54, 24, 1), (0, 46, 3), (50, 58, 3), (28, 50, 2), (26, 30, 1), (60, 40, 2))
        for x, y, number in pile:
            draw_box(painter, QRectF(x, y, 28, 28), 5, cluster_colour(number), now.colour("bg"), 2)
        icon("arrow-right", "text-2").paint(painter, QRect(106, 30, 36, 36))
        for row, count in ((1, 3), (2, 4), (3, 2)):
            top = (row - 1) * 32
            draw_cluster_chip(painter, QRect(164, top + 4, 20, 20), row)
            fill = cluster_colour(row)
            fill.setAlphaF(0.45)
            for at in range(count):
                draw_box(painter, QRectF(192 + at * 30, top, 27, 27), 5, fill)
        painter.setPen(Qt.PenStyle.NoPen)
