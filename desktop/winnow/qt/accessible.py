"""What kind of thing a widget is that paints itself, told to screen readers; Qt knows only its own widgets' kinds."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLE = "accessible_role"


def tell_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Have *widget* be told as *role*; its name and description are its own, as set on it."""
    widget.setProperty(_ROLE, role.value)


def install_roles() -> None:
    """Have `tell_role` count in this process; once."""
    QAccessible.installFactory(_interface)


def _interface(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QWidget):
        return None
    role = thing.property(_ROLE)
    return None if role is None else QAccessibleWidget(thing, QAccessible.Role(role), "")
