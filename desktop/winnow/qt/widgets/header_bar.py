"""The bar on top of the window: the project, the search field, undo and redo, help, inspector."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QMenu, QWidget

from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.icons import app_icon, icon
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.button import IconButton
from winnow.qt.widgets.key_cap import cap_width, draw_cap
from winnow.qt.widgets.label import Label, plain_tip

_NAME_MAX_PX = 240


class HeaderBar(QFrame):
    """40 px high; says what is wanted and shows what it is told."""

    search_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    help_wanted = Signal()
    inspector_wanted = Signal(bool)  # whether it is to be shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(40)
        self.setProperty("surface", "panel")
        self.setProperty("edge", "bottom")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 1)
        row.setSpacing(4)
        mark = _AppMark(self)
        row.addWidget(mark)
        self.project_button = _NameButton(self)
        row.addSpacing(4)
        row.addWidget(self.project_button)
        self._count = Label("", Type.SMALL, "text-2", self)
        row.addWidget(self._count)
        row.addStretch()
        self.undo_button = self._button("undo", self.tr("Undo"), "Ctrl+Z")
        self.redo_button = self._button("redo", self.tr("Redo"), "Ctrl+Y")
        self.help_button = self._button("help", self.tr("Help"), "F1")
        self.inspector_button = self._button("inspector", self.tr("Inspector"), "F4")
        self.inspector_button.setCheckable(True)
        for button in (self.undo_button, self.redo_button, self.help_button, self.inspector_button):
            row.addWidget(button)
        self.undo_button.clicked.connect(self._undo)
        self.redo_button.clicked.connect(self._redo)
        self.help_button.clicked.connect(self._help)
        self.inspector_button.clicked.connect(self.inspector_wanted)
        self.search_field = SearchField(self)
        self.search_field.clicked.connect(self._search)
        self.show_undo("", "")

    def show_project(self, name: str, count_words: str) -> None:
        """Say which project is open, and how many images it has in words; an empty name means none."""
        self.project_button.show_name(name)
        self.project_button.setVisible(bool(name))
        self._count.setText(count_words)

    def set_project_menu(self, menu: QMenu) -> None:
        """Open *menu* under the project's name."""
        self.project_button.set_menu(menu)

    def show_undo(self, undo: str, redo: str) -> None:
        """Say in words what would be undone and redone; empty where there is nothing."""
        for button, words, what, nothing in (
            (self.undo_button, self.tr("Undo"), undo, self.tr("Nothing to undo")),
            (self.redo_button, self.tr("Redo"), redo, self.tr("Nothing to redo")),
        ):
            button.setEnabled(bool(what))
            button.say(f"{words}: {what}" if what else words, "" if what else nothing)

    def show_inspector(self, is_open: bool, there_is_one: bool = True) -> None:
        """Show whether the inspector is open, and whether the room has one."""
        self.inspector_button.setEnabled(there_is_one)
        self.inspector_button.setChecked(is_open and there_is_one)
        self.inspector_button.say(self.tr("Inspector"), "" if there_is_one else self.tr("This room has none"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left = max((self.width() - self.search_field.width()) // 2, self._count.geometry().right() + 16)
        self.search_field.move(left, 6)

    def _button(self, icon_name: str, words: str, shortcut: str) -> IconButton:
        return IconButton(icon_name, words, self, shortcut)

    @Slot()
    def _undo(self, _checked: bool = False) -> None:
        self.undo_wanted.emit()

    @Slot()
    def _redo(self, _checked: bool = False) -> None:
        self.redo_wanted.emit()

    @Slot()
    def _help(self, _checked: bool = False) -> None:
        self.help_wanted.emit()

    @Slot()
    def _search(self, _checked: bool = False) -> None:
        self.search_wanted.emit()


class SearchField(QAbstractButton):
    """Looks like a field, 440 x 28 px, and opens the command palette."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(440, 28)
        self.setText(self.tr("Search images, labels and commands"))
        self.setAccessibleName(self.text())
        self.setToolTip(self.tr("Search and commands  Ctrl+K"))
        self.setFont(font(Type.BODY))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        draw_box(painter, QRectF(self.rect()), 6, now.colour("ctl-hover" if self.underMouse() else "ctl"))
        icon("search", "text-2").paint(painter, QRect(8, 6, 16, 16))
        painter.setFont(self.font())
        painter.setPen(now.colour("text-2"))
        painter.drawText(self.rect().adjusted(32, 0, -90, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        right = self.width() - 6
        for cap in ("K", "Ctrl"):
            width = cap_width(cap)
            box = QRect(right - width, 5, width, 18)
            draw_cap(painter, box, cap, now.colour("text-2"), now.colour("field"))
            right -= width + 8


class _NameButton(QAbstractButton):
    """The project's name with an arrow; opens its menu."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._menu: QMenu | None = None
        self.setFont(font(Type.NAME))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._open)

    def show_name(self, name: str) -> None:
        self.setText(name)
        self.setAccessibleName(self.tr("Project {0}").format(name))
        self.setToolTip(plain_tip(self.tr("Project {0}: rename, open another, close").format(name)))
        self.updateGeometry()
        self.update()

    def set_menu(self, menu: QMenu) -> None:
        self._menu = menu

    def sizeHint(self) -> QSize:
        width = min(self.fontMetrics().horizontalAdvance(self.text()), _NAME_MAX_PX)
        return QSize(width + 8 + 5 + 14 + 8, 28)

    @Slot()
    def _open(self, _checked: bool = False) -> None:
        if self._menu is not None:
            self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        if self.isDown() or self.underMouse():
            draw_box(painter, QRectF(self.rect()), 6, now.colour("ctl-press" if self.isDown() else "ctl-hover"))
        painter.setPen(now.colour("text"))
        box = self.rect().adjusted(8, 0, -27, 0)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, box.width() + 1)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
        icon("chevron-down", "text").paint(painter, QRect(self.width() - 22, 7, 14, 14))


class _AppMark(QWidget):
    """Winnow's own icon over the rail, 22 px."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(88, 39)
        self._icon: QIcon = app_icon()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(QRect(33, 9, 22, 22), self._icon.pixmap(QSize(22, 22), self.devicePixelRatioF()))
