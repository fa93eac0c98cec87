"""What can be done in Sort by a key while the pictures have the focus; the command palette shows the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from winnow.qt.looking_only import key_changes_project
from winnow.qt.theme.icons import icon

_LABELS = 9
_ONLY_LOOK = ("similar", "edit", "loupe", "section", "check", "collapse", "sheet", "grid", "map", "compare", "all")
Then = Callable[..., None]


def sort_actions(widget: QWidget, wishes: dict[str, Then], label: Callable[[int], None]) -> list[QAction]:
    """Return the actions of *widget*, added to it.

    Args:
        wishes: What each name of `_keys` does.
        label: Takes the number of a key, from 1.
    """
    made = [
        key_changes_project(
            _action(
                widget,
                _tr("Label the selection: key {0}").format(number),
                "tag",
                str(number),
                partial(_label, label, number),
            )
        )
        for number in range(1, _LABELS + 1)
    ]
    for name, (keys, glyph, words) in ((name, one) for name, one in _keys().items() if name in wishes):
        action = _action(widget, words, glyph, keys, wishes[name])
        made.append(action if name in _ONLY_LOOK else key_changes_project(action))
    return made


def _keys() -> dict[str, tuple[str, str, str]]:
    return {
        "type": ("L", "tag", _tr("Label the selection by typing")),
        "reject": ("X", "reject", _tr("Reject the selection, or bring it back")),
        "unlabel": ("U", "undo", _tr("Unlabel the selection")),
        "similar": ("S", "similar", _tr("Find pictures similar to the selection")),
        "edit": ("E", "edit", _tr("Edit the frames of the selection")),
        "loupe": ("Space", "search", _tr("Large preview")),
        "section": ("A", "sort", _tr("Select the cluster")),
        "split": ("Shift+S", "split-further", _tr("Split the cluster further")),
        "merge": ("Shift+M", "merge", _tr("Merge the cluster into\u2026")),
        "check": ("C", "eye", _tr("Look closer at the cluster")),
        "suggest": ("Shift+L", "lamp", _tr("Suggest labels for the unlabelled")),
        "collapse": ("Shift+C", "list", _tr("Close all sections, or open them")),
        "cluster": ("", "sort", _tr("Cluster the pictures")),
        "k": ("", "lamp", _tr("Suggest k")),
        "labels": ("", "tag", _tr("Use the clusters as labels")),
        "label": ("", "tag", _tr("Name and colour of a label\u2026")),
        "folders": ("", "folder", _tr("Use the folders as labels")),
        "sheet": ("", "grid", _tr("Contact sheet of the cluster")),
        "grid": ("", "grid", _tr("Show the grid")),
        "map": ("", "map", _tr("Show the map")),
        "compare": ("", "compare", _tr("Compare two clusterings")),
        "all": ("", "filter", _tr("Show all pictures")),
    }


def _action(widget: QWidget, words: str, glyph: str, keys: str, then: Then) -> QAction:
    action = QAction(icon(glyph, "text-2"), words, widget)
    action.setProperty("icon_name", glyph)
    if keys:
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(then)
    widget.addAction(action)
    return action


def _label(label: Callable[[int], None], number: int, _checked: bool = False) -> None:
    label(number)


def _tr(words: str) -> str:
    return QCoreApplication.translate("SortKeys", words)
