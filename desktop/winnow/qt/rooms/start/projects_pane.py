"""The right of the start page: recent projects, as cards or rows, and a field to filter them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QImage, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from winnow.qt.figures import count_words
from winnow.qt.rooms.start.project_card import CARD_WIDTH, ProjectCard, ProjectRow, RecentProject
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.filter_field import FilterField
from winnow.qt.widgets.label import Label
from winnow.qt.widgets.segmented import Segmented

_GAP = 24
_FEW = 6


class ProjectsPane(QWidget):
    """Shows six projects at first, all when asked."""

    chosen = Signal(object)  # Path of a project
    find_wanted = Signal(object)  # Path of a project that is no longer there
    restore_wanted = Signal(object)  # Path of a project to bring back from a backup

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._projects: tuple[RecentProject, ...] = ()
        self._cards: list[ProjectCard | ProjectRow] = []
        self._all = False
        column = QVBoxLayout(self)
        column.setContentsMargins(64, 56, 52, 24)
        column.setSpacing(0)
        self.filter_field = FilterField(self.tr("Filter projects"), self)
        self.filter_field.setFixedWidth(220)
        self._look = Segmented(
            (("cards", self.tr("As cards")), ("rows", self.tr("As a list"))),
            self,
            icons={"cards": "sort", "rows": "list"},
        )
        self._look.setAccessibleName(self.tr("Show projects"))
        column.addLayout(self._head())
        column.addSpacing(19)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._scroll, 1)
        self._foot_words = Label(
            self.tr("Everything is kept on this computer, in the project’s folder."), Type.SMALL, "text-2"
        )
        self._more = Button("", role=Role.LINK)
        self._nothing = Label("", tone="text-2")
        self.filter_field.textChanged.connect(self._refill)
        self._look.chosen.connect(self._refill)
        self._more.clicked.connect(self._show_all)
        self._refill()

    def show_projects(self, projects: Sequence[RecentProject]) -> None:
        """Show *projects*, the last opened first."""
        self._projects = tuple(projects)
        self._refill()

    def show_pictures(self, path: Path, pictures: tuple[QImage, ...]) -> None:
        """Show *pictures* on the card of the project at *path*."""
        self._projects = tuple(replace(one, pictures=pictures) if one.path == path else one for one in self._projects)
        for card in self._cards:
            if card.project.path == path:
                card.project = replace(card.project, pictures=pictures)
                card.update()

    def cards(self) -> Sequence[ProjectCard | ProjectRow]:
        """Return what is shown, in order."""
        return tuple(self._cards)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.setContentsMargins(0, 0, 12, 0)
        row.addWidget(Label(self.tr("Recent projects"), Type.FIGURE, parent=self))
        row.addStretch()
        row.addWidget(self.filter_field)
        row.addWidget(self._look)
        return row

    @Slot(str)
    def _refill(self, _words: str = "") -> None:
        wanted = self.filter_field.text().casefold().strip()
        found = [project for project in self._projects if wanted in project.name.casefold()]
        shown = found if self._all or wanted else found[:_FEW]
        kind = ProjectCard if self._look.key == "cards" else ProjectRow
        # The footer's widgets live on; the cards go with the pane they stand in.
        for kept in (self._foot_words, self._more, self._nothing):
            kept.setParent(self)
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 1, 12, 0)
        column.setSpacing(_GAP - 2)
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP if kind is ProjectCard else 8)
        column.addLayout(self._grid)
        column.addWidget(self._nothing)
        foot = QHBoxLayout()
        foot.addWidget(self._foot_words)
        foot.addStretch()
        foot.addWidget(self._more)
        column.addLayout(foot)
        column.addStretch()
        self._cards = [kind(project, held) for project in shown]
        for card in self._cards:
            card.clicked.connect(self._tell)
            if not card.project.is_missing:
                self._offer_backups(card)
        self._scroll.setWidget(held)
        held.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        self._more.setText(self.tr("Show all {0} projects", n=len(found)).format(count_words(len(found))))
        self._more.setVisible(len(found) > len(shown))
        self._nothing.setText(
            self.tr("No project has this in its name.") if self._projects else self.tr("Your projects will be here.")
        )
        self._nothing.setVisible(not shown)
        self._foot_words.show()
        self._place()

    def _place(self) -> None:
        """Lay the cards out in as many columns as there is room for; rows in one."""
        for card in self._cards:
            self._grid.removeWidget(card)
        as_cards = self._look.key == "cards"
        room = self._scroll.width() - 12 if as_cards else 0
        columns = max((room + _GAP) // (CARD_WIDTH + _GAP), 1)
        for at, card in enumerate(self._cards):
            self._grid.addWidget(card, at // columns, at % columns)
        for column in range(max(self._grid.columnCount(), columns + 1)):
            self._grid.setColumnStretch(column, int(column == (columns if as_cards else 0)))

    def _offer_backups(self, card: ProjectCard | ProjectRow) -> None:
        action = QAction(self.tr("Restore from a backup…"), card)
        action.setData(card.project.path)
        action.triggered.connect(self._restore)
        card.addAction(action)
        card.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    @Slot()
    def _restore(self, _checked: bool = False) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.restore_wanted.emit(action.data())

    @Slot()
    def _show_all(self, _checked: bool = False) -> None:
        self._all = True
        self._refill()

    @Slot()
    def _tell(self) -> None:
        card = self.sender()
        if isinstance(card, (ProjectCard, ProjectRow)):
            (self.find_wanted if card.project.is_missing else self.chosen).emit(card.project.path)
