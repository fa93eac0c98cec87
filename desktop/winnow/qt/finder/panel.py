"""The palette: a field over the header's, and under it what can be done, every label, every picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winnow.app.queries.finding import Findings
from winnow.domain.label import letters
from winnow.qt.figures import count_words
from winnow.qt.finder.entries import MOST_COMMANDS, Entry, Heading, Kind, Row, matching
from winnow.qt.finder.list import RowList
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.filter_field import FilterField
from winnow.qt.widgets.key_cap import KeyCap
from winnow.qt.widgets.label import Label

_WIDTH_PX = 640
_MOST_PX = 480
_FOOT_PX = 34
_MOST_SETTINGS = 4
_ONLY_COMMANDS, _ONLY_LABELS = ">", "#"


class FinderPanel(QWidget):
    """Covers the window's content while it is open; Esc, a click beside it or a choice closes it.

    It knows the commands it is opened with; labels and pictures are asked for
    by `asked` and come by `show_findings`.
    """

    asked = Signal(str)  # what was typed, without the sign for a group
    chosen = Signal(object)  # Entry that is no command
    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._commands: Sequence[Entry] = ()
        self._settings: Sequence[Entry] = ()
        self._findings = Findings()
        self._before: QWidget | None = None
        self._box = _Box(self)
        self.field = FilterField(self.tr("Search images, labels and commands"), self, key="")
        self.field.setFixedSize(440, 28)
        self.list = RowList(self._box)
        column = QVBoxLayout(self._box)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self._foot())
        self.field.textChanged.connect(self._look)
        self.field.installEventFilter(self)
        self.list.ran.connect(self._run)
        self.hide()

    def open(self, commands: Sequence[Entry], settings: Sequence[Entry] = ()) -> None:
        """Show the palette for *commands*, and *settings* once something is typed."""
        self._commands, self._settings = commands, settings
        self._findings = Findings()
        self._before = self._window.focusWidget()
        self.setGeometry(self._window.rect())
        self.field.clear()
        self.raise_()
        self.show()
        self.field.setFocus()
        self._look("")

    @Slot()
    def close_panel(self) -> None:
        """Close it, and give the focus back."""
        if self.isHidden():
            return
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self._before = None
        self.closed.emit()

    def show_findings(self, findings: Findings) -> None:
        """Show the labels and pictures that were found for what is typed."""
        self._findings = findings
        self._show_rows()

    def show_pictures(self, pictures: dict[bytes, QPixmap]) -> None:
        """Show thumbnails of found pictures, by key."""
        self.list.show_pictures(pictures)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}
            if event.key() in steps:
                self.list.step(steps[event.key()])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.list.chosen is not None:
                    self._run(self.list.chosen)
                return True
        if watched is self.field and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            # Before the field's own Esc, which would only empty it.
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                self.close_panel()
            return True
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close_panel()

    def paintEvent(self, event: QPaintEvent) -> None:
        scrim: QColor = tokens().colour("scrim")
        QPainter(self).fillRect(self.rect().adjusted(0, 40, 0, 0), scrim)

    def _foot(self) -> QWidget:
        foot = QWidget(self._box)
        foot.setFixedHeight(_FOOT_PX)
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(6)
        for caps, words in (
            ("↑ ↓", self.tr("move")),
            ("Enter", self.tr("run")),
            ("Esc", self.tr("close")),
            ("", ""),
            (_ONLY_COMMANDS, self.tr("only commands")),
            (_ONLY_LABELS, self.tr("only labels")),
        ):
            if not caps:
                row.addStretch(1)
                continue
            for cap in caps.split():
                row.addWidget(KeyCap(cap, foot))
            row.addWidget(Label(words, Type.CAPTION, "text-2", foot))
            row.addSpacing(6)
        return foot

    @Slot(str)
    def _look(self, text: str) -> None:
        self._findings = Findings()
        self._show_rows()
        if not text.startswith(_ONLY_COMMANDS):
            self.asked.emit(text.removeprefix(_ONLY_LABELS).strip())

    def _show_rows(self) -> None:
        text = self.field.text()
        typed = text.lstrip(_ONLY_COMMANDS + _ONLY_LABELS).strip()
        rows: list[Row] = []
        if not text.startswith(_ONLY_LABELS):
            found = matching(self._commands, typed)
            shown = found if text.startswith(_ONLY_COMMANDS) else found[:MOST_COMMANDS]
            self._add(rows, self.tr("Commands"), shown, len(found))
        if typed and not text.startswith((_ONLY_COMMANDS, _ONLY_LABELS)):
            found = matching(self._settings, typed)
            self._add(rows, self.tr("Settings"), found[:_MOST_SETTINGS], len(found))
        if not text.startswith(_ONLY_COMMANDS):
            self._add(rows, self.tr("Labels"), self._label_rows(), len(self._findings.labels))
        if not text.startswith((_ONLY_COMMANDS, _ONLY_LABELS)):
            self._add(rows, self.tr("Images"), self._picture_rows(), self._findings.pictures_in_all)
        if not rows:
            rows.append(Heading(self.tr("Nothing is called that"), self.tr("try fewer letters")))
        self.list.show_rows(rows, typed)
        height = min(self.list.height_needed() + _FOOT_PX + 14, _MOST_PX, self.height() - 60)
        self._box.setGeometry((self.width() - _WIDTH_PX) // 2, 44, _WIDTH_PX, height)
        self.field.move((self.width() - self.field.width()) // 2, 6)

    def _add(self, rows: list[Row], name: str, entries: Sequence[Entry], in_all: int) -> None:
        if entries:
            of = self.tr("{0} of {1}").format(count_words(len(entries)), count_words(in_all))
            rows += [Heading(name, of if in_all > len(entries) else count_words(in_all)), *entries]

    def _marks(self) -> dict[str, str]:
        names = self._findings.label_names
        return dict(zip(names, letters(names), strict=True))

    def _label_rows(self) -> list[Entry]:
        marks = self._marks()
        return [
            Entry(
                Kind.LABEL,
                label.name,
                self.tr("show its {0} images", n=label.pictures).format(count_words(label.pictures)),
                number=int(label.id),
                letter=marks[label.name],
                position=label.position,
            )
            for label in self._findings.labels
        ]

    def _picture_rows(self) -> list[Entry]:
        marks = self._marks()
        return [
            Entry(
                Kind.PICTURE,
                one.file,
                f"{count_words(one.width)} × {count_words(one.height)} · {one.source}",
                number=int(one.id),
                letter=marks.get(one.label, ""),
                position=one.label_position,
                key=one.key,
            )
            for one in self._findings.pictures
        ]

    @Slot(object)
    def _run(self, entry: Entry) -> None:
        if entry.why_not:
            return
        self.close_panel()
        if entry.action is not None:
            entry.action.trigger()
        else:
            self.chosen.emit(entry)


class _Box(QWidget):
    """The panel's body; a click on it is not a click beside it."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = tokens()
        draw_box(QPainter(self), QRectF(self.rect()), 8, now.colour("pop"), now.colour("pop-line"))
