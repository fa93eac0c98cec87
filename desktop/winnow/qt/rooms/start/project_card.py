"""A recent project, as a card with four of its pictures or as a row."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from winnow.qt.counting import counted
from winnow.qt.figures import count_words
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.icons import icon
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.bars import MeterBar
from winnow.qt.widgets.card import Card
from winnow.qt.widgets.label import ElidedLabel, Label, plain_tip

CARD_WIDTH = 288
_PICTURES_HEIGHT = 214


@dataclass(frozen=True, slots=True, eq=False)
class RecentProject:
    """A project that was open before; *opened* is a time in words, *pictures* up to four thumbnails of ours."""

    path: Path
    name: str
    images: int
    classes: int
    labelled: int
    opened: str
    pictures: tuple[QImage, ...] = ()
    is_missing: bool = False


class ProjectCard(Card):
    """288 px wide: pictures 2 x 2, name and time, counts, how much is labelled."""

    def __init__(self, project: RecentProject, parent: QWidget | None = None) -> None:
        super().__init__(project.name, parent)
        self.project = project
        self.setFixedWidth(CARD_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(plain_tip(str(project.path)))
        column = QVBoxLayout(self)
        column.setContentsMargins(13, _PICTURES_HEIGHT + 11, 13, 14)
        column.setSpacing(3)
        tone = "text-3" if project.is_missing else "text-2"
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(ElidedLabel(project.name, Type.NAME, "text-3" if project.is_missing else "text", self), 1)
        top.addWidget(Label(project.opened, Type.CAPTION, tone, self))
        column.addLayout(top)
        column.addWidget(Label(self._words(), Type.SMALL, tone, self))
        column.addSpacing(4)
        bottom = QHBoxLayout()
        bottom.setSpacing(12)
        bar = _labelled_bar(project, self)
        bar.setFixedWidth(170)
        bottom.addWidget(bar)
        bottom.addStretch()
        bottom.addWidget(Label(self._right_words(), Type.CAPTION, tone, self))
        column.addLayout(bottom)

    def _words(self) -> str:
        project = self.project
        return f"{counted(project.images, 'images')} · {counted(project.classes, 'classes')}"

    def _right_words(self) -> str:
        if self.project.is_missing:
            return self.tr("Find\u2026")
        return self.tr("{0} labelled").format(count_words(self.project.labelled))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        painter.setClipPath(outline)
        for at in range(4):
            box = QRect(1 + at % 2 * 144, 1 + at // 2 * 108, 142, 106)
            pictures = self.project.pictures
            _draw_covering(painter, box, pictures[at] if at < len(pictures) and not self.project.is_missing else None)


class ProjectRow(Card):
    """A project on one line: a picture, name, counts, how much is labelled, when it was open."""

    def __init__(self, project: RecentProject, parent: QWidget | None = None) -> None:
        super().__init__(project.name, parent)
        self.project = project
        self.setFixedHeight(56)
        self.setToolTip(plain_tip(str(project.path)))
        row = QHBoxLayout(self)
        row.setContentsMargins(76, 0, 14, 0)
        row.setSpacing(16)
        tone = "text-3" if project.is_missing else "text-2"
        counts = f"{counted(project.images, 'images')} · {counted(project.classes, 'classes')}"
        row.addWidget(ElidedLabel(project.name, Type.NAME, "text-3" if project.is_missing else "text", self), 1)
        bar = _labelled_bar(project, self)
        bar.setFixedWidth(120)
        opened = Label(project.opened, Type.CAPTION, tone, self)
        opened.setFixedWidth(96)
        opened.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for widget in (Label(counts, Type.SMALL, tone, self), bar, opened):
            row.addWidget(widget)

    def sizeHint(self) -> QSize:
        return QSize(480, 56)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        pictures = self.project.pictures
        shown = pictures[0] if pictures and not self.project.is_missing else None
        _draw_covering(QPainter(self), QRect(8, 8, 54, 40), shown)


def _labelled_bar(project: RecentProject, parent: QWidget) -> MeterBar:
    bar = MeterBar(parent)
    share = project.labelled / project.images if project.images else 0.0
    bar.show_share(0.0 if project.is_missing else share, "good" if share >= 1 else "accent")
    return bar


def _draw_covering(painter: QPainter, box: QRect, picture: QImage | None) -> None:
    """Draw *picture* so that it covers *box*, or a box that says there is none."""
    if picture is None or picture.isNull():
        draw_box(painter, QRectF(box), 0, tokens().colour("ctl"))
        icon("image", "text-3").paint(painter, QRect(box.center().x() - 7, box.center().y() - 7, 16, 16))
        return
    scale = max(box.width() / picture.width(), box.height() / picture.height())
    width, height = box.width() / scale, box.height() / scale
    part = QRectF((picture.width() - width) / 2, (picture.height() - height) / 2, width, height)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(box), picture, part)
