"""Looks for words in a window that have too little room and cannot be read whole by pointing at them either."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QToolTip,
    QWidget,
)

SPARE_PX = 1.5
"""A width is rounded, and a letter may lean out of its own."""


@dataclass(frozen=True)
class Word:
    """A text that a widget painted, where (in its own pixels), and the room that it took for it."""

    widget: QWidget
    text: str
    room: QRectF
    need_width: float
    need_height: float

    @property
    def is_cut(self) -> bool:
        """Whether a part of it is not seen. What lies outside altogether is not meant to be: it was scrolled away."""
        inside = self.room.intersected(QRectF(self.widget.rect()))
        if inside.isEmpty():
            return False
        return self.need_width > inside.width() + SPARE_PX or self.need_height > inside.height() + SPARE_PX


@dataclass
class Painted:
    """All that was painted while it listened."""

    words: list[Word] = field(default_factory=list)
    whole_of: dict[str, str] = field(default_factory=dict)
    """What was shortened, by what was shown of it."""
    tips: list[str] = field(default_factory=list)

    def tip(self, widget: QWidget, at: QPoint) -> str:
        """Return what is said to who points at the spot *at* of *widget*."""
        here: QWidget | None = widget
        while here is not None:
            if here.toolTip():
                return _plain(here.toolTip())
            self.tips.clear()
            QApplication.sendEvent(here, QHelpEvent(QHelpEvent.Type.ToolTip, at, here.mapToGlobal(at)))
            if any(self.tips):
                return _plain(self.tips[-1])
            at, here = here.mapToParent(at), here.parentWidget()
        return ""


@contextmanager
def listening(monkeypatch: pytest.MonkeyPatch) -> Iterator[Painted]:
    """Note every text that Python code paints, every one that it shortens, and every tooltip."""
    found = Painted()
    draw, shorten, shorten_f = QPainter.drawText, QFontMetrics.elidedText, QFontMetricsF.elidedText

    def drawn(painter: QPainter, *args: object) -> object:
        widget = painter.device()
        if isinstance(widget, QWidget):
            found.words += _word(painter, widget, args)
        return draw(painter, *args)

    def shortened(metrics: QFontMetrics, text: str, *args: object) -> str:
        shown: str = (shorten if isinstance(metrics, QFontMetrics) else shorten_f)(metrics, text, *args)
        if shown != text:
            found.whole_of[shown] = text
        return shown

    with monkeypatch.context() as patched:
        patched.setattr(QPainter, "drawText", drawn)
        patched.setattr(QFontMetrics, "elidedText", shortened)
        patched.setattr(QFontMetricsF, "elidedText", shortened)
        # A real one is a window, which comes and goes in its own time.
        patched.setattr(QToolTip, "showText", lambda _at, text, *_rest: found.tips.append(text))
        yield found


def _word(painter: QPainter, widget: QWidget, args: tuple[object, ...]) -> list[Word]:
    text = next((one for one in args if isinstance(one, str)), "")
    place = next((QRectF(one) for one in args if isinstance(one, QRect | QRectF)), None)
    if place is None or not text.strip():
        return []
    flags = next((int(one) for one in args if isinstance(one, int)), 0)
    flags |= sum(one.value for one in args if isinstance(one, Qt.AlignmentFlag | Qt.TextFlag))
    metrics = QFontMetricsF(painter.font())
    if flags & Qt.TextFlag.TextWordWrap.value:
        need = metrics.boundingRect(QRectF(0, 0, place.width(), 10_000), flags, text)
        width, height = need.width(), need.height()
    else:
        width, height = metrics.horizontalAdvance(text), metrics.capHeight()
    # What is drawn beside the start of a row that is scrolled half away is meant to be cut there.
    room = painter.combinedTransform().mapRect(place)
    return [Word(widget, text, room, width, height)]


def unreadable(root: QWidget, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is cut off or shortened under *root*, and not said whole where one points at it."""
    with listening(monkeypatch) as painted:
        root.grab()
        found = []
        for one in tuple(painted.words):
            whole = painted.whole_of.get(one.text, one.text)
            is_whole = whole == one.text and not one.is_cut
            if not is_whole and whole not in painted.tip(one.widget, one.room.center().toPoint()):
                found.append(_said(one, "cut" if whole == one.text else "shortened", whole))
        for widget in _visible(root):
            found += [f"{_path(widget)}: {words}" for words in _of_standard(widget, painted)]
            found += _overlapping(widget)
        return list(dict.fromkeys(found))


def _visible(root: QWidget) -> Iterator[QWidget]:
    yield root
    for one in root.children():
        if isinstance(one, QWidget) and one.isVisible() and not one.isWindow():
            yield from _visible(one)


def _overlapping(parent: QWidget) -> list[str]:
    """Return the labels in *parent* that lie on another one, or on a button."""
    found = []
    kinds = (QLabel, QAbstractButton)
    said = [one for one in parent.children() if isinstance(one, kinds) and one.isVisible() and one.text()]
    boxes = [(one, _ink(one)) for one in said]
    for at, (one, box) in enumerate(boxes):
        for other, other_box in boxes[at + 1 :]:
            if box.intersected(other_box).height() > 2 and box.intersected(other_box).width() > 2:
                found.append(f"{_path(one)}: {one.text()!r} lies on {other.text()!r}")
    return found


def _ink(widget: QLabel | QAbstractButton) -> QRect:
    """Return where the words of *widget* are, in its parent's pixels."""
    if isinstance(widget, QAbstractButton):
        return widget.geometry()
    inside = widget.contentsRect()
    flags = widget.alignment().value | (Qt.TextFlag.TextWordWrap.value if widget.wordWrap() else 0)
    box = widget.fontMetrics().boundingRect(inside, flags, widget.text())
    return box.intersected(widget.rect()).translated(widget.pos())


def _said(word: Word, how: str, whole: str) -> str:
    need, room = f"{word.need_width:.0f}×{word.need_height:.0f}", f"{word.room.width():.0f}×{word.room.height():.0f}"
    return f"{_path(word.widget)}: {how}: {whole!r} (needs {need} px of {room})"


def _path(widget: QWidget) -> str:
    names = [type(widget).__name__]
    parent = widget.parentWidget()
    while parent is not None and len(names) < 5:
        if type(parent) is not QWidget:
            names.append(type(parent).__name__)
        parent = parent.parentWidget()
    return " < ".join(names)


def _plain(tip: str) -> str:
    return html.unescape(re.sub(r"<br/?>", "\n", tip).replace("<qt>", "").replace("</qt>", ""))


def _of_standard(widget: QWidget, painted: Painted) -> list[str]:
    """Return the texts of one of Qt's own widgets that have too little room."""
    if isinstance(widget, QLabel) and widget.text() and type(widget).paintEvent is QLabel.paintEvent:
        return _of_label(widget)
    metrics, found = widget.fontMetrics(), []
    for text, room in _texts(widget):
        need = metrics.horizontalAdvance(text)
        if need > room + SPARE_PX and text not in painted.tip(widget, widget.rect().center()):
            found.append(f"cut: {text!r} (needs {need} px of {room})")
    return found


def _texts(widget: QWidget) -> list[tuple[str, int]]:
    """Return what is written in a field or in the head of a table, each with the pixels that there are for it."""
    if isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = widget.style().subControlRect(control, option, part, widget).width()
        return [(widget.currentText(), room)]
    if isinstance(widget, QHeaderView) and widget.orientation() is Qt.Orientation.Horizontal:
        shown = [at for at in range(widget.count()) if not widget.isSectionHidden(at)]
        return [
            (str(widget.model().headerData(at, widget.orientation()) or ""), widget.sectionSize(at)) for at in shown
        ]
    if isinstance(widget, QAbstractSpinBox):
        return [(widget.text(), one.width()) for one in widget.findChildren(QLineEdit)]
    if isinstance(widget, QLineEdit) and not isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox):
        margins = widget.textMargins()
        return [(widget.placeholderText(), widget.contentsRect().width() - margins.left() - margins.right())]
    return []


def _of_label(label: QLabel) -> list[str]:
    inside = label.contentsRect()
    need = label.fontMetrics().boundingRect(
        QRect(0, 0, inside.width() if label.wordWrap() else 100_000, 100_000),
        (Qt.TextFlag.TextWordWrap.value if label.wordWrap() else 0) | Qt.AlignmentFlag.AlignLeft.value,
        re.sub(r"<[^>]*>", "", label.text()) if label.textFormat() is not Qt.TextFormat.PlainText else label.text(),
    )
    seen = label.visibleRegion().boundingRect()
    if seen.isEmpty():
        return []  # scrolled away
    found = []
    if need.width() > inside.width() + SPARE_PX or need.height() > inside.height() + 3:
        found.append(
            f"cut: {label.text()!r} (needs {need.width()}×{need.height()} in {inside.width()}×{inside.height()})"
        )
    elif seen.width() + SPARE_PX < min(need.width(), inside.width()) and not _scrolls_sideways(label):
        found.append(f"covered: {label.text()!r} ({seen.width()} of {need.width()} px are seen)")
    return found if label.text() not in _plain(label.toolTip()) else []


def _scrolls_sideways(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea) and parent.horizontalScrollBar().maximum() > 0:
            return True
        parent = parent.parentWidget()
    return False
