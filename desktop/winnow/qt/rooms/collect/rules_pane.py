"""The rules by which Winnow asks servers: what always holds, and who it says is asking."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.button import IconButton, Size
from winnow.qt.widgets.form import FormRow, SectionHeading
from winnow.qt.widgets.label import Label


class RulesPane(QWidget):
    """Words on the manners, and the one thing that can be changed."""

    user_agent_chosen = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        close = IconButton("reject", self.tr("Close"), self, size=Size.SMALL)
        close.clicked.connect(self._leave)
        column.addWidget(SectionHeading(self.tr("Rules"), parent=self, style=Type.HEADING, action=close))
        for words in (
            self.tr("robots.txt is obeyed, and the wait that it asks for."),
            self.tr("Pages and servers that say noai, noimageai, noindex or noimageindex are left alone, and counted."),
            self.tr(
                "At most 4 connections to one host."
                " A server that says 'too many requests' is left in peace for as long as it asks."
            ),
            self.tr("Only http and https, and no private network unless you allow it for a source."),
            self.tr(
                "Pictures over 32 MiB, over 50 megapixels, under 32 pixels or longer than 8 to 1"
                " are left out, with the reason."
            ),
        ):
            column.addWidget(Label(words, Type.SMALL, "text", self, wrap=True))
        self.user_agent = QLineEdit(self)
        hint = self.tr("Some sites ask for a way to reach you: a name and a mail address. Empty: Winnow's own words.")
        column.addWidget(FormRow(self.tr("Who asks (User-Agent)"), self.user_agent, self, hint))
        column.addStretch(1)
        self.user_agent.editingFinished.connect(self._choose)

    def show_user_agent(self, words: str) -> None:
        """Show what servers are told."""
        self.user_agent.setText(words)

    def _choose(self) -> None:
        self.user_agent_chosen.emit(self.user_agent.text().strip())

    def _leave(self, _checked: bool = False) -> None:
        self.left.emit()
