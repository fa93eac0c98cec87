"""The funnel: found, fetched, decoded, kept, and what fell out at each step, by cause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winnow.app.queries.fallen_out import Cause
from winnow.domain.image import Reason, Stage
from winnow.domain.source import Source
from winnow.qt.figures import count_words
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.bars import MeterBar
from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.form import SectionHeading, Separator
from winnow.qt.widgets.label import ElidedLabel, Label
from winnow.qt.words import reason_words

_NAME_PX = 118
OUT_PX = 8
"""So far the row that is looked at reaches out of the column, on both sides."""


class Funnel(QWidget):
    """Bars of one or several sources together; they add up. A row shows its pictures when it is clicked."""

    kept_chosen = Signal()
    cause_chosen = Signal(object)  # Cause
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._chosen: Cause | None = None
        self._rows: list[FunnelRow] = []

    def show_sources(
        self, sources: Sequence[Source], name: str, causes: Mapping[Cause, int], chosen: Cause | None, is_one: bool
    ) -> None:
        """Show what became of everything that *sources* have, under *name*; *chosen* is the row that is looked at."""
        self._empty()
        self._chosen = chosen
        all_sources = Button(self.tr("All sources"), self, Role.LINK)
        all_sources.clicked.connect(self._want_all)
        all_sources.setVisible(is_one)
        self._column.addWidget(inset(SectionHeading(self.tr("Funnel"), name, self, action=all_sources)))
        self._column.addSpacing(4)
        found, kept = sum(source.found for source in sources), sum(source.kept for source in sources)
        out = dict.fromkeys(Stage, 0)
        for cause, count in causes.items():
            out[cause.reason.stage] += count
        decoded = kept + out[Stage.KEPT]
        fetched = decoded + out[Stage.DECODED]
        for words, count in (
            (self.tr("Found"), found),
            (self.tr("Fetched"), fetched),
            (self.tr("Decoded"), decoded),
        ):
            self._add(words, count, found, "accent")
        row = self._add(self.tr("Kept"), kept, found, "accent", clickable=True)
        row.show_chosen(chosen is None)
        row.clicked.connect(self._choose_kept)
        waiting = found - fetched - out[Stage.FETCHED]
        if waiting > 0:
            self._note(self.tr("{0} are still waiting to be fetched.").format(count_words(waiting)))
        if causes:
            self._column.addSpacing(8)
            self._column.addWidget(inset(Separator(self)))
            self._column.addSpacing(6)
            words = count_words(sum(causes.values()))
            self._column.addWidget(inset(SectionHeading(self.tr("What fell out, and why"), words, self)))
            self._add_stages(causes, out)

    @property
    def rows(self) -> tuple[FunnelRow, ...]:
        """The rows from the top."""
        return tuple(self._rows)

    def _add_stages(self, causes: Mapping[Cause, int], out: Mapping[Stage, int]) -> None:
        names = {
            Stage.FETCHED: self.tr("Not fetched"),
            Stage.DECODED: self.tr("Not decoded"),
            Stage.KEPT: self.tr("Not kept"),
        }
        most = max(causes.values())
        order = list(Reason)
        for stage, name in names.items():
            if not out[stage]:
                continue
            self._column.addSpacing(6)
            self._column.addWidget(inset(SectionHeading(name, count_words(out[stage]), self)))
            here = [cause for cause in causes if cause.reason.stage is stage]
            for cause in sorted(here, key=lambda one: (-causes[one], order.index(one.reason), one.status)):
                row = self._add(cause_words(cause), causes[cause], most, "text-3", clickable=True)
                row.cause = cause
                row.show_chosen(cause == self._chosen)
                row.clicked.connect(self._choose_cause)

    def _add(self, name: str, count: int, of: int, role: str, clickable: bool = False) -> FunnelRow:
        row = FunnelRow(name, count, of, role, self, clickable)
        self._rows.append(row)
        self._column.addWidget(row)
        return row

    def _note(self, words: str) -> None:
        self._column.addWidget(inset(Label(words, Type.CAPTION, "text-2", self, wrap=True)))

    def _empty(self) -> None:
        self._rows = []
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _choose_kept(self) -> None:
        self.kept_chosen.emit()

    def _choose_cause(self) -> None:
        row = self.sender()
        if isinstance(row, FunnelRow):
            self.cause_chosen.emit(row.cause)

    def _want_all(self, _checked: bool = False) -> None:
        self.all_wanted.emit()


class FunnelRow(QWidget):
    """A name, a bar, a count; a clickable one is chosen by mouse, Space or Return."""

    clicked = Signal()

    def __init__(self, name: str, count: int, of: int, role: str, parent: QWidget, clickable: bool) -> None:
        super().__init__(parent)
        self.cause: Cause | None = None
        self.name = name
        self._clickable = clickable
        self._chosen = False
        row = QHBoxLayout(self)
        row.setContentsMargins(OUT_PX, 4, OUT_PX, 4)
        self._words = ElidedLabel(name, Type.SMALL, parent=self)
        self._words.setFixedWidth(_NAME_PX)
        bar = MeterBar(self, 8, role)
        bar.show_share(count / of if of else 0.0)
        self._count = Label(count_words(count), Type.SMALL, parent=self)
        row.addWidget(self._words)
        row.addWidget(bar, 1)
        row.addWidget(self._count)
        self.setAccessibleName(f"{name}: {count}")
        if clickable:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_Hover)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def is_chosen(self) -> bool:
        """Whether its pictures are shown."""
        return self._chosen

    def show_chosen(self, chosen: bool) -> None:
        """Show it as the row that is looked at."""
        self._chosen = chosen
        for label in (self._words, self._count):
            label.set_tone("link" if chosen else "text")
            label.set_style(Type.GROUP if chosen else Type.SMALL)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._clickable and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._clickable and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._chosen:
            draw_box(QPainter(self), QRectF(self.rect()), 6, tokens().colour("accent-soft"))
        elif self._clickable and self.underMouse():
            draw_box(QPainter(self), QRectF(self.rect()), 6, tokens().colour("ctl"))


def inset(widget: QWidget) -> QWidget:
    """Return *widget* in another, with its ends where the words and the counts of the rows have theirs."""
    held = QWidget(widget.parentWidget())
    row = QHBoxLayout(held)
    row.setContentsMargins(OUT_PX, 0, OUT_PX, 0)
    row.addWidget(widget)
    return held


def cause_words(cause: Cause) -> str:
    """Say *cause* in words; a server's refusal by its number."""
    return f"HTTP {cause.status}" if cause.reason is Reason.HTTP_STATUS and cause.status else reason_words(cause.reason)
