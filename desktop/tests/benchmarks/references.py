"""G14: calls into the toolkit keep every reference."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import PySide6
from figures import Figure, Found, Note, Skipped
from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

_CALLS = 1000


class _Sender(QObject):
    sent = Signal(bool)


def references() -> Iterator[Found]:
    """G14: how many references to None and True 1,000 calls lose; since Python 3.12 none can be lost."""
    if sys.version_info >= (3, 12):
        yield Skipped("G14", "references lost", "None and True are immortal in this Python")
        return
    app = QApplication.instance() or QApplication(["bench"])
    yield Note(f"PySide6 {PySide6.__version__}, Python {sys.version.split()[0]}, {_CALLS} calls each")
    sender, widget, bar = _Sender(), QWidget(), QScrollBar()
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    area, colour = QRect(0, 0, 8, 8), QColor("red")
    calls: dict[str, Callable[[], object]] = {
        "QWidget.update": widget.update,
        "Signal.emit": lambda: sender.sent.emit(True),
        "QScrollBar.setValue": lambda: bar.setValue(1),
        "QPainter.fillRect": lambda: painter.fillRect(area, colour),
        "QApplication.processEvents": app.processEvents,
    }
    for name, call in calls.items():
        yield Figure("G14", f"references lost by {name}", _lost(call), 0, at_most=True, unit="")
    painter.end()


def _lost(call: Callable[[], object]) -> int:
    """Return the most references to one shared object that the calls lost; a few come and go by themselves."""
    call()
    before = [sys.getrefcount(shared) for shared in (None, True)]
    for _ in range(_CALLS):
        call()
    after = [sys.getrefcount(shared) for shared in (None, True)]
    lost = max(was - now for was, now in zip(before, after, strict=True))
    return lost if lost > _CALLS // 2 else 0
