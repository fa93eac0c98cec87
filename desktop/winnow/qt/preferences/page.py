"""The preferences as one scrolling page; what is chosen holds at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from winnow import __version__
from winnow.app.preferences import Preferences
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.theme import Mode
from winnow.qt.widgets.form import Separator
from winnow.qt.widgets.label import Label
from winnow.qt.widgets.scrolling_page import ScrollingPage
from winnow.qt.widgets.segmented import Segmented

_WIDTH_PX = 760
_ROW_PX = 46


class PreferencesPage(ScrollingPage):
    """Shows preferences; emits each new state of them."""

    changed = Signal(object)  # Preferences

    def __init__(self, now: Preferences, parent: QWidget | None = None) -> None:
        words = QCoreApplication.translate("PreferencesPage", "saved as you change them")
        super().__init__(QCoreApplication.translate("PreferencesPage", "Preferences"), words, parent)
        self._now = now
        self.held.setMaximumWidth(_WIDTH_PX)
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
        self._heading(self.tr("Look"))
        self._row(self.tr("Appearance"), self.tr("light or dark, or as the system says"), self.look)
        self._heading(self.tr("Collecting"))
        words = self.tr("who asks, as site owners see it; robots.txt is obeyed in any case")
        self._row(self.tr("User-Agent"), words, self.user_agent)
        self._heading(self.tr("About"))
        self._row("Winnow", self.tr("MIT licence; it collects no usage data and sends none"), Label(__version__))
        self.column.addStretch(1)

    def _heading(self, words: str) -> None:
        self.column.addSpacing(20)
        self.column.addWidget(Label(words, Type.HEADING))
        self.column.addSpacing(4)

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
        self.column.addWidget(line)
        self.column.addWidget(Separator())

    def _choose_look(self, key: str) -> None:
        self._tell(theme="" if key == Mode.SYSTEM.value else key)

    def _choose_user_agent(self) -> None:
        self._tell(user_agent=self.user_agent.text().strip())

    def _tell(self, **changes: str) -> None:
        wanted = replace(self._now, **changes)
        if wanted != self._now:
            self._now = wanted
            self.changed.emit(wanted)
