"""Headers of sections: what they say, and what each part of them does."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen

from winnow.app.grid_rows import Section
from winnow.domain.colour import LIGHT_LETTER
from winnow.qt.figures import count_words
from winnow.qt.grid.layout import HEADER_PX
from winnow.qt.theme.drawing import draw_bar, draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.icons import pixmap as icon_pixmap
from winnow.qt.theme.theme import class_colour, letter_on_class, tokens
from winnow.qt.theme.tokens import cluster_colour, colour


class SectionAction(enum.Enum):
    """What a header can have done to its whole section; the value is the icon's name."""

    LABEL_AS = "tag"
    CHECK = "eye"
    REJECT = "reject"
    SPLIT_FURTHER = "split-further"
    MERGE_INTO = "merge"


CHEVRON = "chevron"
"""The part that opens and closes the section."""
NAME = "name"
"""The part that names the section and can be written over."""
Part = SectionAction | str | None


@dataclass(frozen=True, slots=True)
class HeaderState:
    """How a header looks right now."""

    is_open: bool
    is_stuck: bool = False
    is_hovered: bool = False
    part: Part = None
    """Under the pointer."""
    has_ring: bool = False
    line_above: bool = False


_CHIP_X, _CHIP_PX = 32, 20
_NAME_X, _NAME_PX = 60, 128
_COUNT_PX = 40
_GAP_PX = 32
_TIGHT_PX, _TIGHT_BAR_PX = 104, 28
_LABELS_PX, _LABELS_BAR_PX = 156, 92
_TIGHT_ENOUGH = 0.5
"""The silhouette that fills the bar: above it a structure is reasonable (Kaufman and Rousseeuw 1990)."""
_BUTTON_PX, _BUTTON_GAP_PX, _WORDS_PX, _RIGHT_PX = 28, 4, 80, 2
_LEFT_TO_RIGHT = (
    SectionAction.LABEL_AS,
    SectionAction.CHECK,
    SectionAction.REJECT,
    SectionAction.SPLIT_FURTHER,
    SectionAction.MERGE_INTO,
)
_OF_CLUSTERS = (SectionAction.CHECK, SectionAction.SPLIT_FURTHER, SectionAction.MERGE_INTO)
"""What only a cluster can have done to it."""


class Headers(QObject):
    """Paints headers and knows their parts; it keeps no state but which actions there are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shortcuts: dict[SectionAction, str] = {}
        self._words_px = _WORDS_PX
        self._can_rename = False

    def show_actions(
        self, actions: Sequence[SectionAction], shortcuts: dict[SectionAction, str], can_rename: bool = False
    ) -> None:
        """Offer *actions*, and writing over names; *shortcuts* are the words for their keys, for tooltips."""
        self._can_rename = can_rename
        self._shortcuts = {one: shortcuts.get(one, "") for one in _LEFT_TO_RIGHT if one in actions}
        words = QFontMetrics(font(Type.CHIP)).horizontalAdvance(self.label_as())
        self._words_px = max(_WORDS_PX, words + 34)

    def label_as(self) -> str:
        """Return the one action that is in words."""
        return self.tr("Label as")

    def part_at(self, x: int, y: int, width: int, section: Section) -> Part:
        """Return what lies at (x, y) of the header of *section*, *width* wide."""
        if x < _CHIP_X:
            return CHEVRON
        if self.name_box(width, section).contains(x, y):
            return NAME
        return next((one for one, box in self.action_boxes(width, section).items() if box.contains(x, y)), None)

    def name_box(self, width: int, section: Section) -> QRect:
        """Return where the name of *section* can be written over; nowhere where it is not the person's to give."""
        if not self._can_rename or (section.cluster is None and section.label is None):
            return QRect()
        boxes = self.action_boxes(width, section).values()
        limit = min((box.left() for box in boxes), default=width - _RIGHT_PX)
        right = _facts_right(limit)[0]
        return QRect(_NAME_X - 6, (HEADER_PX - 26) // 2, max(40, right - _COUNT_PX - _NAME_X + 6), 26)

    def action_boxes(self, width: int, section: Section) -> dict[SectionAction, QRect]:
        """Return where the actions lie in the header of *section*, *width* wide."""
        boxes = {}
        right = width - _RIGHT_PX
        offered = [one for one in self._shortcuts if section.cluster is not None or one not in _OF_CLUSTERS]
        for action in reversed(offered):
            in_words = action is SectionAction.LABEL_AS
            wide, high = (self._words_px, 24) if in_words else (_BUTTON_PX, _BUTTON_PX)
            boxes[action] = QRect(right - wide, (HEADER_PX - high) // 2, wide, high)
            right -= wide + (_BUTTON_GAP_PX if not in_words else 0)
        return boxes

    def tooltip(self, part: Part, section: Section, is_open: bool) -> tuple[str, str]:
        """Return (words, shortcut) for *part*; ("", "") where nothing needs saying."""
        if part == CHEVRON:
            words = self.tr("Close section {0}") if is_open else self.tr("Open section {0}")
            return words.format(section.title), ""
        if part == NAME:
            return self.tr("{0}: double-click to rename").format(section.title), "F2"
        said = {
            SectionAction.LABEL_AS: self.tr("Label the whole section"),
            SectionAction.CHECK: self.tr("Look closer: typical, least typical and random pictures, a spot check"),
            SectionAction.REJECT: self.tr("Reject the whole section"),
            SectionAction.SPLIT_FURTHER: self.tr("Split further"),
            SectionAction.MERGE_INTO: self.tr("Merge into…"),
        }
        return (said[part], self._shortcuts[part]) if isinstance(part, SectionAction) else ("", "")

    def paint(
        self, painter: QPainter, top: int, width: int, section: Section, state: HeaderState, ratio: float
    ) -> None:
        """Paint the header of *section* at y = *top*."""
        own = tokens()
        painter.save()
        painter.translate(0, top)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        back = own.colour("panel" if state.is_stuck or state.is_hovered else "bg")
        painter.fillRect(0, 0, width, HEADER_PX, back)
        painter.fillRect(0, HEADER_PX - 1, width, 1, own.colour("line"))
        if state.line_above and not state.is_stuck:
            painter.fillRect(0, 0, width, 1, own.colour("line"))
        chevron = icon_pixmap("chevron-down" if state.is_open else "chevron-right", "text-2", 16, ratio)
        painter.drawPixmap(8, 12, chevron)
        boxes = self.action_boxes(width, section)
        limit = min((box.left() for box in boxes.values()), default=width - _RIGHT_PX)
        if state.part == NAME:
            draw_box(painter, QRectF(self.name_box(width, section)), 6, own.colour("field"), own.colour("line-strong"))
        self._paint_facts(painter, section, limit)
        for action, box in boxes.items():
            self._paint_action(painter, action, box, state.part == action, ratio)
        if state.has_ring:
            ring = QRectF(0, 0, width, HEADER_PX).adjusted(1, 1, -1, -2)
            draw_box(painter, ring, 6, None, own.colour("accent"), 2)
        painter.restore()

    def _paint_facts(self, painter: QPainter, section: Section, limit: int) -> None:
        """Paint chip, name, count and, where there is room, tightness and labels."""
        name_x = _NAME_X if self._paint_chip(painter, section) else _CHIP_X
        name_font = font(Type.NAME)
        own = tokens()
        right, has_labels, tight_fits = _facts_right(limit)
        has_tight = section.tightness is not None and tight_fits
        _text(painter, QRect(name_x, 0, right - _COUNT_PX - name_x, HEADER_PX), section.title, name_font, "text")
        right_aligned = Qt.AlignmentFlag.AlignRight
        small = font(Type.SMALL)
        _text(
            painter,
            QRect(right - _COUNT_PX, 0, _COUNT_PX, HEADER_PX),
            count_words(section.count),
            small,
            "text-2",
            right_aligned,
        )
        x = right + _GAP_PX
        if has_tight and section.tightness is not None:
            caption = font(Type.CAPTION)
            _text(painter, QRect(x, 0, 30, HEADER_PX), self.tr("tight"), caption, "text-2")
            bar = QRectF(x + 30, HEADER_PX / 2 - 2, _TIGHT_BAR_PX, 4)
            draw_bar(painter, bar, section.tightness / _TIGHT_ENOUGH, own.colour("text-2"), own.colour("ctl-press"))
            value = f"{section.tightness:.2f}".replace("-", "−")
            _text(painter, QRect(x + 64, 0, 38, HEADER_PX), value, caption, "text-2")
        if has_labels:
            self._paint_labels(painter, section, x + (_TIGHT_PX if has_tight else 0))

    def _paint_chip(self, painter: QPainter, section: Section) -> bool:
        box = QRectF(_CHIP_X, (HEADER_PX - _CHIP_PX) / 2, _CHIP_PX, _CHIP_PX)
        if section.cluster is not None:
            fill, ink, words = cluster_colour(section.cluster), colour(LIGHT_LETTER), str(section.cluster)
        elif section.label is not None:
            fill, ink, words = class_colour(section.label), letter_on_class(section.label), section.letter
        else:
            return False
        draw_box(painter, box, 6 if section.cluster is not None else 4, fill)
        painter.setPen(ink)
        painter.setFont(font(Type.NUMBER if len(words) < 3 else Type.LETTER))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        return True

    def _paint_labels(self, painter: QPainter, section: Section, x: int) -> None:
        """Paint the stacked bar: labels in order, then those without, then the rejected."""
        own = tokens()
        bare = section.count - section.labelled - section.rejected
        parts = [(class_colour(position), number) for position, number in section.label_counts]
        parts += [(own.colour("unlabelled"), bare), (own.colour("rejected"), section.rejected)]
        parts = [(fill, number) for fill, number in parts if number > 0]
        painter.save()
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(x, HEADER_PX / 2 - 4, _LABELS_BAR_PX, 8), 3, 3)
        painter.setClipPath(outline)
        room = _LABELS_BAR_PX - (len(parts) - 1)
        at = float(x)
        for fill, number in parts:
            wide = room * number / max(1, section.count)
            painter.fillRect(QRectF(at, HEADER_PX / 2 - 4, wide, 8), fill)
            at += wide + 1
        painter.restore()
        words = f"{count_words(section.labelled)}/{count_words(section.count)}"
        _text(painter, QRect(x + _LABELS_BAR_PX + 8, 0, 80, HEADER_PX), words, font(Type.CAPTION), "text-2")

    def _paint_action(
        self, painter: QPainter, action: SectionAction, box: QRect, is_hovered: bool, ratio: float
    ) -> None:
        own = tokens()
        in_words = action is SectionAction.LABEL_AS
        if in_words or is_hovered:
            draw_box(painter, QRectF(box), 6, own.colour("ctl-hover" if is_hovered else "ctl"))
        if in_words:
            _text(painter, box.adjusted(8, 0, -20, 0), self.label_as(), font(Type.CHIP), "text")
            painter.drawPixmap(box.right() - 18, box.top() + 6, icon_pixmap("chevron-down", "text-2", 12, ratio))
            return
        glyph = icon_pixmap(action.value, "text" if is_hovered else "text-2", 16, ratio)
        painter.drawPixmap(box.left() + 6, box.top() + 6, glyph)


def _facts_right(limit: int) -> tuple[int, bool, bool]:
    """Return (right end of the count, whether the labels fit, whether the tightness fits too) before *limit*."""
    spare = limit - (_NAME_X + _NAME_PX + _COUNT_PX)
    has_labels = spare >= _GAP_PX + _LABELS_PX
    right = _NAME_X + _NAME_PX + _COUNT_PX if has_labels else limit - 12
    return right, has_labels, spare >= _GAP_PX + _TIGHT_PX + _LABELS_PX


def _text(
    painter: QPainter,
    box: QRect,
    words: str,
    how: QFont,
    role: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    painter.setFont(how)
    painter.setPen(QPen(tokens().colour(role)))
    fitting = QFontMetrics(how).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, fitting)
