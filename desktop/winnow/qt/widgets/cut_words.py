"""Words that are painted into boxes; those that a box has no room for are said whole to who points at it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from winnow.qt.widgets.label import plain_tip


class CutWords:
    """Paints for one widget, and remembers what it shortened since `clear`."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._cut: list[tuple[QRectF, str]] = []

    def clear(self) -> None:
        """Everything is painted anew."""
        self._cut.clear()

    def paint(
        self, painter: QPainter, box: QRect | QRectF, words: str, side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    ) -> None:
        """Paint *words* in the middle of the height of *box*, at its *side*, in the font of *painter*."""
        place = QRectF(box)
        # One pixel of grace: a width is rounded, and words that just fit must not be cut.
        room = round(place.width()) + 1
        shown = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, room)
        if shown != words:
            self._cut.append((place, words))
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, shown)

    def hear(self, event: QEvent) -> bool:
        """Answer the *event* of the widget, if it asks for a tooltip over something that was shortened."""
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return False
        words = next((words for box, words in self._cut if box.contains(event.pos())), "")
        if words:
            QToolTip.showText(event.globalPos(), plain_tip(words), self._widget)
        return bool(words)
