"""Text: plain, in a style and a tone of the theme, cut short with an ellipsis where it must be."""

from __future__ import annotations

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from winnow.qt.theme.fonts import Type, font


class Label(QLabel):
    """Plain text, never mark-up: names of files and pages come from outside."""

    def __init__(
        self,
        text: str = "",
        style: Type = Type.BODY,
        tone: str = "text",
        parent: QWidget | None = None,
        wrap: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.set_style(style)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        self.setText(text)

    def heightForWidth(self, width: int) -> int:
        # A layout that aligns asks for its own width, and then gives no more than what is fixed.
        return super().heightForWidth(min(width, self.maximumWidth()))

    def set_tone(self, tone: str) -> None:
        """Take the colour of the token *tone*."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)

    def set_style(self, style: Type) -> None:
        """Take the size and weight of *style*."""
        self.setFont(font(style))
        self.setMinimumHeight(style.line_px)


def plain_tip(text: str) -> str:
    """Return *text* as a tooltip that shows it as it is.

    A tooltip guesses whether its text is mark-up, and mark-up can name files to open;
    titles and file names come from outside.
    """
    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>" if text else ""


class ElidedLabel(Label):
    """One line that is cut in the middle or at the end; what is cut off is in the tooltip."""

    _more = ""

    def __init__(
        self,
        text: str = "",
        style: Type = Type.BODY,
        tone: str = "text",
        parent: QWidget | None = None,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(text, style, tone, parent)
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, max(super().minimumSizeHint().height(), self.minimumHeight()))

    def setText(self, text: str) -> None:
        super().setText(text)
        self._say_whole()

    def show_more(self, words: str) -> None:
        """Say *words* too to who points at it."""
        self._more = words
        self._say_whole()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_whole()

    def _say_whole(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
        self.setToolTip(plain_tip("\n".join(part for part in (self.text() if cut else "", self._more) if part)))

    def paintEvent(self, event: QPaintEvent) -> None:
        # One pixel of grace: a width is rounded, and text that just fits must not be cut.
        shown = self.fontMetrics().elidedText(self.text(), self._mode, self.contentsRect().width() + 1)
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment() | Qt.TextFlag.TextSingleLine, shown)
