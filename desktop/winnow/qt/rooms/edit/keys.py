"""What can be done in Edit by a key while the canvas has the focus; the command palette shows the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from winnow.qt.looking_only import key_changes_project

_LABELS = 9
_ONLY_LOOK = ("next", "before", "next frame", "thirds", "copy")

Then = Callable[..., None]


def canvas_actions(canvas: QWidget, wishes: dict[str, Then], label: Callable[[int], None]) -> list[QAction]:
    """Return the actions of the canvas, added to it.

    Args:
        wishes: What each name of `_KEYS` does.
        label: Takes the number of a key, from 1; 0 takes the frame's own label away.
    """
    made = []
    for name, (keys, words) in _keys().items():
        action = _action(canvas, words, keys, wishes[name])
        made.append(action if name in _ONLY_LOOK else key_changes_project(action))
    for number in range(1, _LABELS + 1):
        words = _tr("Label the frame: key {0}").format(number)
        made.append(key_changes_project(_action(canvas, words, str(number), partial(_label, label, number))))
    own = _action(canvas, _tr("Label the frame as its picture"), "U", partial(_label, label, 0))
    made.append(key_changes_project(own))
    return made


def _keys() -> dict[str, tuple[str, str]]:
    return {
        "next": ("PgDown", _tr("Next picture, without accepting")),
        "before": ("PgUp", _tr("Picture before")),
        "reset": ("Shift+R", _tr("Reset the frame")),
        "add": ("A", _tr("Add a frame")),
        "duplicate": ("Ctrl+D", _tr("Duplicate the frame")),
        "delete": ("Del", _tr("Delete the frame")),
        "earlier": ("Ctrl+Up", _tr("Put the frame earlier")),
        "later": ("Ctrl+Down", _tr("Put the frame later")),
        "next frame": ("N", _tr("Next frame")),
        "tiles": ("T", _tr("Tiles")),
        "subject": ("S", _tr("Find the subject")),
        "trim": ("B", _tr("Trim borders")),
        "flip x": ("H", _tr("Mirror left to right")),
        "flip y": ("V", _tr("Mirror top to bottom")),
        "quarter": ("R", _tr("Turn by a quarter")),
        "eyedropper": ("I", _tr("Take the fill's colour from the picture")),
        "thirds": ("D", _tr("Lines at the thirds")),
        "copy": ("Ctrl+C", _tr("Copy the frame")),
        "paste": ("Ctrl+V", _tr("Paste the frame")),
    }


def _action(canvas: QWidget, words: str, keys: str, then: Then) -> QAction:
    action = QAction(words, canvas)
    action.setShortcut(QKeySequence(keys))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(then)
    canvas.addAction(action)
    return action


def _label(label: Callable[[int], None], number: int, _checked: bool = False) -> None:
    label(number)


def _tr(words: str) -> str:
    return QCoreApplication.translate("EditKeys", words)
