"""The rows of the palette: headings, and entries of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from winnow.qt.finder.entries import Entry, Heading, Kind, Row, parts
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.icons import icon
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.chip import draw_class_chip
from winnow.qt.widgets.key_cap import cap_width, draw_cap

Index = QModelIndex | QPersistentModelIndex
ROW_PX = 34
PICTURE_PX = 44
HEADING_PX = 28


class RowModel(QAbstractListModel):
    """Rows, their words for a screen reader, and the thumbnails that came."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self.typed = ""
        self.pictures: dict[bytes, QPixmap] = {}

    def show_rows(self, rows: Sequence[Row], typed: str) -> None:
        self.beginResetModel()
        self.rows, self.typed = tuple(rows), typed
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = 0) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (row.words, row.about, row.why_not, row.keys) if isinstance(row, Entry) else (row.words, row.about)
            return ", ".join(part for part in said if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = _model(index).rows[index.row()]
        if isinstance(row, Heading):
            return QSize(0, HEADING_PX)
        return QSize(0, PICTURE_PX if row.kind is Kind.PICTURE else ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, box = _model(index), option.rect
        row = model.rows[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            left = _text(painter, box.adjusted(16, 4, -16, 0), row.words, font(Type.GROUP), "text")
            _text(painter, box.adjusted(left - box.left() + 8, 4, -16, 0), row.about, font(Type.SMALL), "text-2")
        else:
            state = option.state
            if state & QStyle.StateFlag.State_Selected:
                draw_box(painter, QRectF(box.adjusted(6, 0, -6, 0)), 6, tokens().colour("accent-soft"))
            if row.kind is Kind.PICTURE:
                _draw_picture(painter, box, row, model)
            else:
                _draw_entry(painter, box, row, model.typed)
        painter.restore()


def _draw_entry(painter: QPainter, box: QRect, row: Entry, typed: str) -> None:
    ink = "text-3" if row.why_not else "text"
    glyph = QRect(box.left() + 16, box.center().y() - 7, 16, 16)
    if row.kind is Kind.LABEL:
        draw_class_chip(painter, glyph, row.letter, row.position)
    else:
        icon(row.icon_name, "text-3" if row.why_not else "text-2").paint(painter, glyph)
    right = box.right() - 16
    if row.keys:
        width = cap_width(row.keys)
        now = tokens()
        cap = QRect(right - width, box.center().y() - 8, width, 18)
        draw_cap(painter, cap, row.keys, now.colour("text-2"), now.colour("field"))
        right = cap.left() - 8
    line = QRect(box.left() + 44, box.top(), right - box.left() - 44, box.height())
    left = _marked(painter, line, row.words, typed, ink)
    line.setLeft(left + 10)
    _text(painter, line, row.why_not or row.about, font(Type.SMALL), "text-2")


def _draw_picture(painter: QPainter, box: QRect, row: Entry, model: RowModel) -> None:
    place = QRect(box.left() + 16, box.top() + 4, 36, 36)
    picture = model.pictures.get(row.key)
    if picture is None:
        draw_box(painter, QRectF(place), 4, tokens().colour("ctl"))
    else:
        painter.drawPixmap(place, picture)
    if row.position >= 0:
        draw_class_chip(painter, QRect(box.right() - 32, box.center().y() - 7, 16, 16), row.letter, row.position)
    line = QRect(box.left() + 62, box.top() + 4, box.width() - 110, 18)
    _marked(painter, line, row.words, model.typed, "text")
    _text(painter, line.translated(0, 17), row.about, font(Type.CAPTION), "text-2")


def _marked(painter: QPainter, box: QRect, text: str, typed: str, ink: str) -> int:
    """Draw *text* with what matched in bold; return where it ends."""
    left = box.left()
    for piece, is_match in parts(text, typed):
        style = font(Type.NAME if is_match else Type.BODY)
        tone = "link" if is_match and ink == "text" else ink
        left = _text(painter, QRect(left, box.top(), box.right() - left, box.height()), piece, style, tone)
    return left


def _text(painter: QPainter, box: QRect, text: str, style: QFont, ink: str) -> int:
    metrics = QFontMetrics(style)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(box.width(), 0) + 1)
    painter.setFont(style)
    painter.setPen(tokens().colour(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
    return box.left() + metrics.horizontalAdvance(shown)


def _model(index: Index) -> RowModel:
    model = index.model()
    assert isinstance(model, RowModel)
    return model


class RowList(QListView):
    """Shows rows; the field above moves the choice, a click runs one."""

    ran = Signal(object)  # Entry

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Painter(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Results"))
        self.entered.connect(self.setCurrentIndex)
        self.clicked.connect(self._run)

    def show_rows(self, rows: Sequence[Row], typed: str) -> None:
        """Show *rows* for what was *typed*; the first entry is chosen."""
        self.rows.show_rows(rows, typed)
        self._choose(0, 1)

    def show_pictures(self, pictures: dict[bytes, QPixmap]) -> None:
        """Show thumbnails that came, by key."""
        self.rows.pictures.update(pictures)
        self.viewport().update()

    @property
    def chosen(self) -> Entry | None:
        """The chosen entry."""
        index = self.currentIndex()
        row = self.rows.rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Entry) else None

    def step(self, step: int) -> None:
        """Choose the next entry (*step* 1) or the one before (-1), round the ends."""
        count = len(self.rows.rows)
        if count:
            self._choose((self.currentIndex().row() + step) % count, step)

    def height_needed(self) -> int:
        """How high all rows are."""
        return sum(self.sizeHintForRow(at) for at in range(len(self.rows.rows)))

    def _choose(self, at: int, step: int) -> None:
        count = len(self.rows.rows)
        for _ in range(count):
            if isinstance(self.rows.rows[at], Entry):
                self.setCurrentIndex(self.rows.index(at))
                return
            at = (at + step) % count

    @Slot(QModelIndex)
    def _run(self, index: QModelIndex) -> None:
        row = self.rows.rows[index.row()]
        if isinstance(row, Entry):
            self.ran.emit(row)
