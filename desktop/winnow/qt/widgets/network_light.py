"""A light that shines while anything goes over the network, and names the hosts."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from winnow.base.traffic import hosts_since_last_look
from winnow.qt.theme.icons import icon
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.label import plain_tip

_LOOK_MS = 300
_MOST_NAMED = 6
_ICON_PX, _DOT_PX = 14, 6


class NetworkLight(QWidget):
    """Not there while nothing goes over the network, which is nearly always."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(24, 24)
        self.setAccessibleName(self.tr("Network"))
        self.hosts: tuple[str, ...] = ()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_MS)
        self.hide()

    @Slot()
    def _look(self) -> None:
        hosts = hosts_since_last_look()
        if hosts == self.hosts:
            return
        self.hosts = hosts
        named = ", ".join(hosts[:_MOST_NAMED]) + (" …" if len(hosts) > _MOST_NAMED else "")
        words = self.tr("Winnow exchanges data with {0}").format(named) if hosts else ""
        self.setToolTip(plain_tip(words))
        self.setAccessibleDescription(words)
        self.setVisible(bool(hosts))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = (self.height() - _ICON_PX) // 2
        icon("globe", "text-2").paint(painter, edge, edge, _ICON_PX, _ICON_PX)
        painter.setPen(tokens().colour("panel"))
        painter.setBrush(tokens().colour("good"))
        painter.drawEllipse(QRectF(self.width() - _DOT_PX - 3, self.height() - _DOT_PX - 3, _DOT_PX, _DOT_PX))
