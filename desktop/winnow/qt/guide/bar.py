"""A slim line over the activity strip: what to do next, a button that does or shows it, and a way to be rid of it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.icons import icon
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.button import Button, IconButton, Role, Size
from winnow.qt.widgets.label import Label

_HEIGHT_PX = 40


class GuideBar(QWidget):
    """Shows one sentence; decides nothing."""

    wanted = Signal()  # the button was pressed
    dismissed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setMinimumHeight(_HEIGHT_PX)
        self.setAccessibleName(self.tr("Guide"))
        row = QHBoxLayout(self)
        row.setContentsMargins(44, 6, 12, 6)
        row.setSpacing(8)
        self.words = Label("", Type.BODY, parent=self, wrap=True)
        self.button = Button(self.tr("Show where"), self, Role.PRIMARY, size=Size.SMALL)
        self.close_button = IconButton("reject", self.tr("Put the guide away in this room"), self, size=Size.SMALL)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        row.addWidget(self.close_button)
        self.button.clicked.connect(self._want)
        self.close_button.clicked.connect(self._dismiss)
        self.hide()

    def show_advice(self, words: str, button: str, icon_name: str) -> None:
        """Say *words*; the button says *button*, and is not there where that is empty."""
        self.words.setText(words)
        self.button.setText(button)
        self.button.set_icon_name(icon_name)
        self.button.setVisible(bool(button))
        self.setAccessibleDescription(words)

    def sizeHint(self) -> QSize:
        return QSize(600, max(_HEIGHT_PX, super().sizeHint().height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        now = tokens()
        painter.fillRect(self.rect(), now.colour("bg"))
        draw_box(painter, QRectF(self.rect()).adjusted(8, 2, -8, -2), 8, now.colour("accent-soft"))
        icon("lamp", "link").paint(painter, QRect(18, (self.height() - 16) // 2, 16, 16), Qt.AlignmentFlag.AlignCenter)

    def _want(self, _checked: bool = False) -> None:
        self.wanted.emit()

    def _dismiss(self, _checked: bool = False) -> None:
        self.dismissed.emit()
