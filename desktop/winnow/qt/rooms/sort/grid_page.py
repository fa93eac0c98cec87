"""The Grid tab: the pictures, panels that open over their top, and what lies over them for a moment."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from winnow.qt.grid.headers import SectionAction
from winnow.qt.grid.view import GridView
from winnow.qt.rooms.sort.label_typing import LabelTyping
from winnow.qt.rooms.sort.loupe import Loupe
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.button import Button, IconButton, Size
from winnow.qt.widgets.form import Separator
from winnow.qt.widgets.label import ElidedLabel, Label


class GridPage(QWidget):
    """One panel at most is open over the grid; the grid goes on below it."""

    panel_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.banner = Banner(self)
        self._panel: QWidget | None = None
        self._panels = QVBoxLayout()
        self._line = Separator(self)
        self.grid = GridView(self)
        self.nothing = Nothing(self)
        self.loupe = Loupe(self.grid)
        self.typing = LabelTyping(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._panels)
        for widget in (self._line, self.banner, self.nothing):
            column.addWidget(widget)
            widget.hide()
        column.addWidget(self.grid, 1)
        self.grid.show_actions(
            list(SectionAction),
            {
                SectionAction.CHECK: "C",
                SectionAction.SPLIT_FURTHER: QKeySequence("Shift+S").toString(QKeySequence.SequenceFormat.NativeText),
                SectionAction.MERGE_INTO: QKeySequence("Shift+M").toString(QKeySequence.SequenceFormat.NativeText),
            },
            can_rename=True,
        )
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.grid)
        leave.setContext(Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self._leave)
        self.typing.closed.connect(self.grid.setFocus)

    @property
    def panel(self) -> QWidget | None:
        """The panel that is open."""
        return self._panel

    def open_panel(self, panel: QWidget | None) -> None:
        """Show *panel* over the top of the grid; None: none."""
        if self._panel is not None:
            self._panel.hide()
        self._panel = panel
        if panel is not None:
            if self._panels.indexOf(panel) < 0:
                panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
                self._panels.addWidget(panel)
            panel.show()
        self._line.setVisible(panel is not None)
        self.panel_changed.emit()

    def show_nothing_passes(self, nothing: bool) -> None:
        """Say that the filter lets nothing through, in the place of the grid."""
        self.nothing.setVisible(nothing)
        self.grid.setVisible(not nothing)

    def _leave(self) -> None:
        if not self.loupe.isHidden():
            self.loupe.close_loupe()
        elif self.panel is not None:
            self.open_panel(None)
        elif not self.banner.isHidden():
            self.banner.closed.emit()
        else:
            self.grid.clear_selection()


class Banner(QWidget):
    """Says what the grid shows in the place of sections, and lets go of it."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(44)
        self._title = Label("", Type.NAME, parent=self)
        self._words = ElidedLabel("", Type.SMALL, "text-2", self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 8, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._title)
        self._row.addWidget(self._words, 1)
        back = IconButton("reject", self.tr("Back to the sections"), self, "Esc", Size.SMALL)
        back.clicked.connect(self.closed)
        self._row.addWidget(back)
        self._own: list[QWidget] = []

    @property
    def words(self) -> str:
        """The title and what stands behind it."""
        return f"{self._title.text()} {self._words.text()}".strip()

    def show_words(self, title: str, words: str, actions: Sequence[QWidget]) -> None:
        """Say *title* and *words*, with *actions* on the right."""
        self._title.setText(title)
        self._words.setText(words)
        for widget in self._own:
            self._row.removeWidget(widget)
            widget.hide()
        self._own = list(actions)
        for widget in actions:
            self._row.insertWidget(self._row.count() - 1, widget)
            widget.show()
        self.show()


class Nothing(QWidget):
    """In the place of the grid where the filter hides everything."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.all_button = Button(self.tr("Show all"), self, icon_name="filter")
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        for widget in (
            Label(self.tr("No picture passes the filter"), Type.HEADING, parent=self),
            Label(self.tr("Tick more boxes on the left, or show all."), Type.BODY, "text-2", self),
            self.all_button,
        ):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
