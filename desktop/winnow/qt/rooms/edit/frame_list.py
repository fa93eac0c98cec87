"""The frames of the picture in rows: what each cuts, its size, its label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from winnow.domain.frame import StoredFrame
from winnow.domain.ids import LabelId
from winnow.domain.label import Label, letters
from winnow.domain.reshaping import padding_share
from winnow.qt.figures import count_words
from winnow.qt.looking_only import changes_project
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.button import Button, IconButton, Role, Size
from winnow.qt.widgets.chip import draw_class_chip
from winnow.qt.widgets.form import SectionHeading
from winnow.qt.widgets.label import plain_tip

_ROW_PX, _IMAGE_PX = 40, 32
_BUTTON_PX, _WIDEST_BUTTON_PX = 76, 116
_CHIP_PX, _ARROW_PX = 26, 19
_WORDS_LEFT_PX = 66


@dataclass(frozen=True, slots=True)
class FrameWords:
    """What a row says: number, size, and how it came to be."""

    number: str
    size: str
    about: str


class LabelMenuButton(Button):
    """The label of a frame, on its colour, and a menu of the others."""

    def __init__(self, label: Label | None, letter: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent, size=Size.SMALL, arrow=True)
        self._label = label
        self._letter = letter
        self.setToolTip(plain_tip(words))
        needed = _CHIP_PX + self.fontMetrics().horizontalAdvance(words) + _ARROW_PX
        self.setFixedWidth(min(max(needed, _BUTTON_PX), _WIDEST_BUTTON_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        draw_box(painter, QRectF(self.rect()), 6, now.colour("ctl-hover" if self.underMouse() else "field"))
        left = 8
        if self._label is not None:
            draw_class_chip(painter, QRect(5, 4, 16, 16), self._letter, self._label.position)
            left = _CHIP_PX
        painter.setPen(now.colour("text" if self._label is not None else "text-2"))
        painter.setFont(self.font())
        room = self.width() - left - _ARROW_PX
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, 0, room, self.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        self._paint_arrow(painter)

    def _paint_arrow(self, painter: QPainter) -> None:
        from winnow.qt.theme.icons import icon

        icon("chevron-down", "text-2").paint(painter, QRect(self.width() - 17, 6, 12, 12))


class FrameRow(QWidget):
    """One frame; the active one has the accent."""

    picked = Signal(int)

    def __init__(self, at: int, words: FrameWords, button: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at = at
        self._words = words
        self._is_active = False
        self._image = QImage()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join((words.number, words.size, words.about)))
        button.setParent(self)
        self._button = button
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 6, 0)
        row.addStretch(1)
        row.addWidget(button)

    def sizeHint(self) -> QSize:
        return QSize(268, _ROW_PX)

    def show_words(self, words: FrameWords) -> None:
        """Say something else."""
        if words != self._words:
            self._words = words
            self.setAccessibleName(", ".join((words.number, words.size, words.about)))
            self.update()

    def show_active(self, is_active: bool) -> None:
        """Show whether it is the one in hand."""
        if is_active != self._is_active:
            self._is_active = is_active
            self.update()

    def show_image(self, image: QImage) -> None:
        """Show what the frame cuts."""
        self._image = image
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(self._at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit(self._at)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        if self._is_active:
            draw_box(painter, QRectF(self.rect()), 6, now.colour("accent-soft"))
        spot = QRectF(6, 4, _IMAGE_PX, _IMAGE_PX)
        draw_box(painter, spot, 4, now.colour("ctl"))
        if not self._image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            edge = min(self._image.width(), self._image.height())
            left, top = (self._image.width() - edge) / 2, (self._image.height() - edge) / 2
            painter.drawImage(spot, self._image, QRectF(left, top, edge, edge))
        painter.setPen(now.colour("link" if self._is_active else "text"))
        painter.setFont(font(Type.BUTTON))
        painter.drawText(QRect(38, 0, 22, _ROW_PX), Qt.AlignmentFlag.AlignCenter, self._words.number)
        painter.setPen(now.colour("text"))
        painter.setFont(font(Type.SMALL))
        painter.drawText(
            QRect(_WORDS_LEFT_PX, 4, self._button.x() - _WORDS_LEFT_PX, 17),
            Qt.AlignmentFlag.AlignVCenter,
            self._words.size,
        )
        painter.setPen(now.colour("text-2"))
        painter.setFont(font(Type.CAPTION))
        room = self._button.x() - _WORDS_LEFT_PX - 6
        about = painter.fontMetrics().elidedText(self._words.about, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(_WORDS_LEFT_PX, 20, room, 15), Qt.AlignmentFlag.AlignVCenter, about)


class FrameList(QWidget):
    """All frames of the picture; what is wanted of the active one."""

    picked = Signal(int)
    label_wanted = Signal(int, object)  # position of the frame, LabelId or None
    add_wanted = Signal()
    duplicate_wanted = Signal()
    delete_wanted = Signal()
    move_wanted = Signal(int)  # places on

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[FrameRow] = []
        self._known: tuple[Label, ...] = ()
        self._shown: object = None
        more = IconButton("more", self.tr("More for this frame"), self, size=Size.SMALL)
        more.clicked.connect(self._open_menu)
        self._more = more
        add = Button(self.tr("Add"), self, Role.QUIET, "plus", Size.SMALL)
        changes_project(add)
        add.setToolTip(self.tr("Add a frame") + "  A")
        add.clicked.connect(self._add)
        actions = QWidget(self)
        side = QHBoxLayout(actions)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(2)
        side.addWidget(add)
        side.addWidget(more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(SectionHeading(self.tr("Frames"), "", self, action=actions))

    @property
    def count(self) -> int:
        """How many frames are shown."""
        return len(self._rows)

    def row(self, at: int) -> FrameRow:
        """Return the row of the frame *at*."""
        return self._rows[at]

    def show_frames(
        self,
        frames: Sequence[StoredFrame],
        active: int,
        picture: tuple[int, int],
        label_id: LabelId | None,
        known: Sequence[Label],
    ) -> None:
        """Show *frames* of a *picture*, (width, height), whose own label is *label_id*."""
        labelled = ([one.label_id for one in frames], label_id, tuple(known))
        if labelled != self._shown:
            # A drag changes frames many times a second, their number and labels hardly ever.
            self._shown = labelled
            self._known = tuple(known)
            self._make_rows(frames, picture, label_id)
        for at, (row, one) in enumerate(zip(self._rows, frames, strict=True)):
            row.show_words(self._words_of(at, one, picture))
            row.show_active(at == active)

    def show_images(self, images: Sequence[QImage]) -> None:
        """Show what each frame cuts."""
        for row, image in zip(self._rows, images, strict=False):
            row.show_image(image)

    def _make_rows(self, frames: Sequence[StoredFrame], picture: tuple[int, int], label_id: LabelId | None) -> None:
        images = [row._image for row in self._rows]
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        marks = dict(zip((label.id for label in self._known), letters([one.name for one in self._known]), strict=True))
        by_id = {label.id: label for label in self._known}
        self._rows = []
        for at, one in enumerate(frames):
            number = one.label_id if one.label_id is not None else label_id
            label = None if number is None else by_id.get(number)
            words = label.name if label is not None else self.tr("Label")
            button = LabelMenuButton(label, marks[label.id] if label is not None else "", words, self)
            button.setAccessibleName(self.tr("Label of frame {0}: {1}").format(at + 1, words))
            button.clicked.connect(partial(self._open_labels, at, button))
            row = FrameRow(at, self._words_of(at, one, picture), button, self)
            row.picked.connect(self.picked)
            if at < len(images):
                row.show_image(images[at])
            self._rows.append(row)
            self._column.addWidget(row)

    def _words_of(self, at: int, one: StoredFrame, picture: tuple[int, int]) -> FrameWords:
        width, height = one.frame.size
        share = round(100 * padding_share(one.frame, picture))
        kind = one.origin.split(" ")[0]
        came = {"tile": self.tr("tile"), "subject": self.tr("subject"), "trim": self.tr("trimmed")}.get(kind, "")
        if one.frame.is_whole(*picture):
            about = self.tr("whole picture")
        else:
            about = self.tr("{0} % padding").format(share) if share else self.tr("no padding")
        size = f"{count_words(width)} × {count_words(height)}"
        return FrameWords(str(at + 1), size, ", ".join(part for part in (came, about) if part))

    def _open_labels(self, at: int, button: QWidget, _checked: bool = False) -> None:
        self.picked.emit(at)
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        marks = letters([label.name for label in self._known])
        for number, (letter, label) in enumerate(zip(marks, self._known, strict=True), start=1):
            words = f"{letter}   {label.name}".replace("&", "&&") + (f"\t{number}" if number <= 9 else "")
            menu.addAction(words).triggered.connect(partial(self._label, at, label.id))
        menu.addSeparator()
        menu.addAction(self.tr("As the picture") + "\tU").triggered.connect(partial(self._label, at, None))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    @Slot()
    def _open_menu(self, _checked: bool = False) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for words, then in (
            (self.tr("Duplicate") + "\tCtrl+D", self._duplicate),
            (self.tr("Earlier") + "\tCtrl+Up", partial(self._move, -1)),
            (self.tr("Later") + "\tCtrl+Down", partial(self._move, 1)),
            (self.tr("Delete") + "\tDel", self._delete),
        ):
            menu.addAction(words).triggered.connect(then)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _label(self, at: int, label: int | None, _checked: bool = False) -> None:
        self.label_wanted.emit(at, label)

    @Slot()
    def _add(self, _checked: bool = False) -> None:
        self.add_wanted.emit()

    @Slot()
    def _duplicate(self, _checked: bool = False) -> None:
        self.duplicate_wanted.emit()

    @Slot()
    def _delete(self, _checked: bool = False) -> None:
        self.delete_wanted.emit()

    def _move(self, by: int, _checked: bool = False) -> None:
        self.move_wanted.emit(by)
