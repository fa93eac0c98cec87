"""A project that is open to look at only: what would change it is greyed out, and says why."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from winnow.qt.widgets.activity_strip import ActivityStrip
from winnow.qt.widgets.label import plain_tip

_NAME = "changes_project"
_Control = TypeVar("_Control", bound=QWidget | QAction)


def changes_project(one: _Control) -> _Control:
    """Return *one*, which changes the project: while that is only looked at it stays grey, whoever enables it."""
    if LookOnly.is_on:
        _Greyed(one)
    return one


def key_changes_project(action: QAction) -> QAction:
    """Return *action*, whose key changes the project: while that is only looked at, pressing the key says so."""
    action.setProperty(_NAME, True)
    return action


def why_not(action: QAction) -> str:
    """Return why *action* cannot be offered because the project is only looked at; "" where it can."""
    return words() if LookOnly.is_on and action.property(_NAME) else ""


class LookOnly(QObject):
    """Knows whether the open project is only looked at, and says so in *strip* when a key would change it."""

    failed = Signal(object)  # Exception that has nothing to do with it

    is_on: ClassVar[bool] = False
    """Of this process's open project, which is one at the most; controls are made after it is opened."""

    def __init__(self, strip: ActivityStrip) -> None:
        super().__init__(strip)
        self._strip = strip

    def begin(self, is_on: bool) -> None:
        """A project is opened, before its rooms are made; *is_on* if it is only looked at."""
        LookOnly.is_on = is_on
        self._strip.show_note("")

    @Slot(object)
    def hear(self, error: Exception) -> None:
        """Say *error*, of a command or a question, in the strip if the project is only looked at, else pass it on."""
        from winnow.app.repairing import ProjectReadOnly

        if LookOnly.is_on and isinstance(error, ProjectReadOnly):
            self._strip.show_note(words())
        else:
            self.failed.emit(error)


def words() -> str:
    """Return why nothing can be changed."""
    return QCoreApplication.translate("LookOnly", "Open to look only: nothing can be changed")


class _Greyed(QObject):
    """Keeps a control disabled, with the reason as its tooltip."""

    def __init__(self, control: QWidget | QAction) -> None:
        super().__init__(control)
        self._control = control
        self._keep()
        if isinstance(control, QAction):
            control.changed.connect(self._keep)
        else:
            control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.EnabledChange, QEvent.Type.ToolTipChange):
            self._keep()
        return super().eventFilter(watched, event)

    @Slot()
    def _keep(self) -> None:
        if self._control.isEnabled():
            self._control.setEnabled(False)
        if self._control.toolTip() != plain_tip(words()):
            self._control.setToolTip(plain_tip(words()))
