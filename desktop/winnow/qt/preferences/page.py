"""The preferences as one scrolling page; what is chosen holds at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from winnow import __version__
from winnow.app.preferences import Preferences
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.theme import Mode
from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.form import Separator
from winnow.qt.widgets.label import Label
from winnow.qt.widgets.room_toolbar import RoomToolbar
from winnow.qt.widgets.segmented import Segmented

_WIDTH_PX = 760
_ROW_PX = 46


class PreferencesPage(QWidget):
    """Shows preferences; emits each new state of them."""

    changed = Signal(object)  # Preferences
    left = Signal()

    def __init__(self, now: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self.setProperty("surface", "bg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        toolbar = RoomToolbar(self.tr("Preferences"), self)
        toolbar.show_words(self.tr("saved as you change them"))
        self.back_button = Button(self.tr("Back"), self, Role.PRIMARY, "chevron-left")
        self.back_button.clicked.connect(self._leave)
        toolbar.add_action(self.back_button)
        self.look = Segmented(
            (
                (Mode.SYSTEM.value, self.tr("System")),
                (Mode.LIGHT.value, self.tr("Light")),
                (Mode.DARK.value, self.tr("Dark")),
            ),
            self,
        )
        self.look.setAccessibleName(self.tr("Appearance"))
        self.look.choose(now.theme or Mode.SYSTEM.value)
        self.look.chosen.connect(self._choose_look)
        self.user_agent = QLineEdit(now.user_agent, self)
        self.user_agent.setPlaceholderText("name@example.org")
        self.user_agent.setFixedWidth(220)
        self.user_agent.editingFinished.connect(self._choose_user_agent)
        held = QWidget()
        held.setMaximumWidth(_WIDTH_PX)
        self._column = QVBoxLayout(held)
        self._column.setContentsMargins(24, 12, 24, 24)
        self._column.setSpacing(0)
        self._heading(self.tr("Look"))
        self._row(self.tr("Appearance"), self.tr("light or dark, or as the system says"), self.look)
        self._heading(self.tr("Collecting"))
        words = self.tr("who asks, as site owners see it; robots.txt is obeyed in any case")
        self._row(self.tr("User-Agent"), words, self.user_agent)
        self._heading(self.tr("About"))
        self._row("Winnow", self.tr("MIT licence; it collects no usage data and sends none"), Label(__version__))
        self._column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(held)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(toolbar)
        column.addWidget(scroll, 1)

    def _heading(self, words: str) -> None:
        self._column.addSpacing(20)
        self._column.addWidget(Label(words, Type.HEADING))
        self._column.addSpacing(4)

    def _row(self, name: str, words: str, field: QWidget) -> None:
        line = QWidget()
        line.setMinimumHeight(_ROW_PX)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 4, 0, 4)
        about = QVBoxLayout()
        about.setSpacing(0)
        about.addWidget(Label(name, Type.BUTTON))
        about.addWidget(Label(words, Type.CAPTION, "text-2"))
        row.addLayout(about, 1)
        row.addWidget(field)
        if isinstance(field, QLineEdit):
            field.setAccessibleName(name)
        self._column.addWidget(line)
        self._column.addWidget(Separator())

    def _choose_look(self, key: str) -> None:
        self._tell(theme="" if key == Mode.SYSTEM.value else key)

    def _choose_user_agent(self) -> None:
        self._tell(user_agent=self.user_agent.text().strip())

    def _tell(self, **changes: str) -> None:
        wanted = replace(self._now, **changes)
        if wanted != self._now:
            self._now = wanted
            self.changed.emit(wanted)

    def _leave(self, _checked: bool = False) -> None:
        self.left.emit()
