"""The toolkit's build must not lose references: one that does takes the program down minutes later."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

_CALLS = 1000


class Sender(QObject):
    sent = Signal(bool)


@pytest.mark.parametrize("shared", [None, True, False])
def test_a_thousand_calls_keep_every_reference(qtbot, shared):
    """PySide6 6.12.0 drops one reference a call on Python 3.11; immortal objects, since 3.12, cannot lose any."""
    sender, widget = Sender(), QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(shared)
    for _ in range(_CALLS):
        sender.sent.emit(True)
        widget.update()
    assert sys.getrefcount(shared) > before - _CALLS // 2
