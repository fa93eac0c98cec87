"""The left of the start page: new, open, sample, drop; the path of the data; preferences and language."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from winnow import __version__
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.icons import app_icon, icon
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.button import Button, Role, Size
from winnow.qt.widgets.drop_target import DropTarget
from winnow.qt.widgets.empty_state import IconDisc
from winnow.qt.widgets.label import Label


class ActionsPane(QFrame):
    """400 px wide, with its line on the right."""

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    packed_wanted = Signal()
    preferences_wanted = Signal()
    language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(400)
        self.setProperty("surface", "panel")
        self.setProperty("edge", "right")
        column = QVBoxLayout(self)
        column.setContentsMargins(56, 56, 56, 17)
        column.setSpacing(8)
        column.addWidget(_Name(self))
        column.addSpacing(36)
        self.new_button = _Wide("plus", self.tr("New project"), "Ctrl N", self, primary=True)
        self.open_button = _Wide("folder-open", self.tr("Open\u2026"), "Ctrl O", self)
        self.sample_button = _Wide("image", self.tr("Sample project"), self.tr("no network needed"), self)
        for button in (self.new_button, self.open_button, self.sample_button):
            column.addWidget(button)
        self.packed_button = Button(self.tr("Open a packed project\u2026"), self, Role.MUTED, "archive", Size.SMALL)
        self.packed_button.setToolTip(self.tr("A .winnowz file from another computer"))
        column.addWidget(self.packed_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        self.target = DropTarget(self)
        self._fill_target()
        column.addWidget(self.target)
        column.addSpacing(24)
        column.addWidget(Label(self.tr("The path of your data"), Type.GROUP, parent=self))
        column.addWidget(_Path(self))
        column.addStretch()
        self._language_menu = QMenu(self)
        column.addLayout(self._foot())
        self.new_button.clicked.connect(self._new)
        self.open_button.clicked.connect(self._open)
        self.sample_button.clicked.connect(self._sample)
        self.packed_button.clicked.connect(self._packed)
        self._language_menu.triggered.connect(self._choose_language)

    def show_languages(self, languages: Sequence[tuple[str, str]], current: str) -> None:
        """Offer (code, name); show which is in use."""
        self._language_menu.clear()
        for code, name in languages:
            action = self._language_menu.addAction(name)
            action.setData(code)
            action.setCheckable(True)
            action.setChecked(code == current)
            if code == current:
                self.language_button.setText(name)
                self.language_button.updateGeometry()
        self.language_button.setVisible(bool(languages))

    def _fill_target(self) -> None:
        self.target.setFixedHeight(216)
        self.target.setAccessibleName(self.tr("Drop to start a project"))
        inside = QVBoxLayout(self.target)
        inside.setSpacing(0)
        middle = Qt.AlignmentFlag.AlignHCenter
        inside.addStretch()
        inside.addWidget(IconDisc("collect", self.target), 0, middle)
        inside.addSpacing(12)
        inside.addWidget(Label(self.tr("Drop to start a project"), Type.HEADING, parent=self.target), 0, middle)
        inside.addSpacing(4)
        said = Label(
            self.tr("a folder, a zip, images, or a text file of addresses"),
            tone="text-2",
            parent=self.target,
            wrap=True,
        )
        said.setAlignment(middle)
        said.setFixedWidth(208)
        inside.addWidget(said, 0, middle)
        inside.addSpacing(4)
        inside.addStretch()

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addSpacing(-8)  # the first button's own padding stands outside the column
        preferences = Button(self.tr("Preferences"), self, Role.MUTED, "preferences", Size.SMALL)
        preferences.clicked.connect(self._preferences)
        self.language_button = Button("", self, Role.MUTED, "globe", Size.SMALL)
        self.language_button.setMenu(self._language_menu)
        self.language_button.setAccessibleName(self.tr("Language"))
        self.language_button.setVisible(False)
        row.addWidget(preferences)
        row.addWidget(self.language_button)
        row.addStretch()
        row.addWidget(Label(__version__, Type.SMALL, "text-2", self))
        return row

    @Slot()
    def _new(self, _checked: bool = False) -> None:
        self.new_wanted.emit()

    @Slot()
    def _open(self, _checked: bool = False) -> None:
        self.open_wanted.emit()

    @Slot()
    def _sample(self, _checked: bool = False) -> None:
        self.sample_wanted.emit()

    @Slot()
    def _packed(self, _checked: bool = False) -> None:
        self.packed_wanted.emit()

    @Slot()
    def _preferences(self, _checked: bool = False) -> None:
        self.preferences_wanted.emit()

    @Slot(QAction)
    def _choose_language(self, action: QAction) -> None:
        self.language_chosen.emit(str(action.data()))


class _Name(QWidget):
    """The icon, 52 px, with name and promise beside it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(52)
        self._icon = app_icon()
        column = QVBoxLayout(self)
        column.setContentsMargins(66, 0, 0, 2)
        column.setSpacing(0)
        column.addWidget(Label("Winnow", Type.DISPLAY, parent=self))
        column.addStretch()
        promise = self.tr("From a pile of pictures to a classifier")
        column.addWidget(Label(promise, Type.SMALL, "text-2", self))

    def paintEvent(self, event: QPaintEvent) -> None:
        self._icon.paint(QPainter(self), QRect(0, 0, 52, 52))


class _Wide(QAbstractButton):
    """A button as wide as the pane, 36 px high, with more words on its right."""

    def __init__(self, icon_name: str, text: str, words: str, parent: QWidget, primary: bool = False) -> None:
        super().__init__(parent)
        self._icon_name, self._words, self._primary = icon_name, words, primary
        self.setText(text)
        self.setAccessibleDescription(words)
        self.setFixedHeight(36)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(287, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        state = "-press" if self.isDown() else "-hover" if self.underMouse() else ""
        draw_box(painter, QRectF(self.rect()), 6, now.colour(("accent-fill" if self._primary else "ctl") + state))
        glyph, text, more = ("on-accent",) * 3 if self._primary else ("text-2", "text", "text-2")
        icon(self._icon_name, glyph).paint(painter, QRect(11, 10, 16, 16))
        painter.setFont(font(Type.BUTTON))
        painter.setPen(now.colour(text))
        painter.drawText(self.rect().adjusted(38, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(font(Type.SMALL))
        ink = now.colour(more)
        ink.setAlphaF(0.85 if self._primary else 1.0)
        painter.setPen(ink)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(0, 0, -12, 0), right, self._words)


class _Path(QWidget):
    """The seven rooms in the order of the data, as icons with their names."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(44)
        self._steps = (
            ("collect", self.tr("Collect")),
            ("sort", self.tr("Sort")),
            ("edit", self.tr("Edit")),
            ("split", self.tr("Split")),
            ("train", self.tr("Train")),
            ("test", self.tr("Test")),
            ("export", self.tr("Export")),
        )
        self.setAccessibleName(", ".join(name for _, name in self._steps))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        painter.setFont(font(Type.CAPTION))
        painter.setPen(now.colour("text-2"))
        pitch = (self.width() - 38) / (len(self._steps) - 1)
        for at, (name, words) in enumerate(self._steps):
            middle = round(19 + at * pitch)
            icon(name, "text-2").paint(painter, QRect(middle - 8, 4, 16, 16))
            painter.drawText(QRect(middle - 26, 26, 52, 14), Qt.AlignmentFlag.AlignCenter, words)
