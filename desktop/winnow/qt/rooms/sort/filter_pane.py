"""The lower left of Sort: which pictures are shown, ticked and typed; and filters that were saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QMenu, QVBoxLayout, QWidget

from winnow.app.queries.sieve import FilterCounts, Sieve
from winnow.domain.label import letters
from winnow.qt.figures import count_words
from winnow.qt.flag_words import FLAG_ORDER, flag_words
from winnow.qt.rooms.sort.count_box import CountBox
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.button import Button, IconButton, Role, Size
from winnow.qt.widgets.filter_field import FilterField
from winnow.qt.widgets.form import SectionHeading
from winnow.qt.widgets.label import Label, plain_tip

_TYPING_MS = 200
_UNLABELLED, _REJECTED = "unlabelled", "rejected"


class FilterPane(QWidget):
    """Says which pictures the person wants to see; `sieve` is its answer."""

    changed = Signal()
    save_wanted = Signal(str, object)  # name, expression; None: forget the filter of this name
    label_menu_wanted = Signal(int, QPoint)  # id of the label that is pointed at, where on the screen
    labels_menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._counts = FilterCounts()
        self._sieve = Sieve()
        self._saved: dict[str, str] = {}
        self._boxes: dict[str, CountBox] = {}
        self._naming: QInputDialog | None = None
        self.field = FilterField(self.tr("File, page, author\u2026"), parent)
        self.field.setToolTip(
            self.tr("Words, or terms such as label:cat -part:test size>300 quality:dark cluster:3 \u2026   /")
        )
        self.saved_button = IconButton("filter", self.tr("Saved filters"), self, size=Size.SMALL)
        self.all_button = Button(self.tr("Show all"), self, Role.LINK)
        self._wrong = Label("", Type.CAPTION, "bad", self, wrap=True)
        self._boxes_column = QVBoxLayout()
        self._sources_open = False
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_TYPING_MS)
        self._soon.timeout.connect(self._take_text)
        self.field.textChanged.connect(self._soon.start)
        self.field.returnPressed.connect(self._take_text)
        self.saved_button.clicked.connect(self._open_saved)
        self.all_button.clicked.connect(self.show_all)
        self.show_counts(FilterCounts())

    @property
    def sieve(self) -> Sieve:
        """What is ticked and typed."""
        return self._sieve

    @property
    def naming(self) -> QInputDialog | None:
        """The open question for a filter's name, if there is one."""
        return self._naming

    def box(self, key: str) -> CountBox:
        """Return the box of ``label:ID``, ``unlabelled``, ``rejected``, ``flag:NAME`` or ``source:ID``."""
        return self._boxes[key]

    def show_counts(self, counts: FilterCounts) -> None:
        """Offer what the project has."""
        before, self._counts = self._counts, counts
        if not self._boxes or _offered(before) != _offered(counts):
            self._fill()
            return
        # Not made anew: the keyboard may be on one of them.
        found = {f"label:{label.id}": count for label, count in counts.labels}
        found |= {f"flag:{name}": count for name, count in counts.flags}
        found |= {f"source:{source.id}": source.pictures for source in counts.sources}
        found |= {_UNLABELLED: counts.unlabelled, _REJECTED: counts.rejected}
        for key, box in self._boxes.items():
            box.show_count(found[key])

    def show_saved(self, saved: Mapping[str, str]) -> None:
        """Offer the saved filters."""
        self._saved = dict(saved)

    def show_wrong(self, words: str) -> None:
        """Say why what was typed cannot be used; an empty text takes that away."""
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))
        self.field.setProperty("wrong", bool(words))
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)

    def seek_label(self, label_id: int) -> None:
        """Show the pictures of one label only."""
        hidden = frozenset(int(label.id) for label, _count in self._counts.labels if label.id != label_id)
        self._take(Sieve(hidden_labels=hidden, shows_unlabelled=False, shows_rejected=False))

    def seek(self, expression: str) -> None:
        """Show what meets *expression* only."""
        self._take(Sieve(expression=expression))

    @Slot()
    def show_all(self, _checked: bool = False) -> None:
        """Hide nothing."""
        self._take(Sieve())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(Label(self.tr("Filter"), Type.GROUP, parent=self))
        head.addStretch()
        head.addWidget(self.all_button)
        head.addWidget(self.saved_button)
        column.addLayout(head)
        column.addWidget(self.field)
        column.addWidget(self._wrong)
        self._wrong.setVisible(False)
        self._boxes_column.setSpacing(0)
        column.addLayout(self._boxes_column)

    def _fill(self) -> None:
        """Make the boxes anew; what is ticked stays."""
        while (item := self._boxes_column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._boxes = {}
        counts, sieve = self._counts, self._sieve
        self._head(self.tr("Label"), self._labels_button() if counts.labels else None)
        marks = letters([label.name for label, _ in counts.labels])
        for (label, count), letter in zip(counts.labels, marks, strict=True):
            ticked = int(label.id) not in sieve.hidden_labels
            self._add(f"label:{label.id}", label.name, count, ticked, (letter, label.position))
            box = self._boxes[f"label:{label.id}"]
            box.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            box.customContextMenuRequested.connect(self._point_at_label)
        self._add(_UNLABELLED, self.tr("Unlabelled"), counts.unlabelled, sieve.shows_unlabelled)
        self._add(_REJECTED, self.tr("Rejected"), counts.rejected, sieve.shows_rejected)
        by_name = dict(counts.flags)
        if by_name:
            self._head(self.tr("Quality"))
        for name in (name for name in FLAG_ORDER if name in by_name):
            self._add(f"flag:{name}", flag_words(name), by_name[name], name in sieve.flags)
        if counts.sources:
            self._add_sources()
        self.all_button.setVisible(not sieve.is_open)

    def _add_sources(self) -> None:
        counts, hidden = self._counts, self._sieve.hidden_sources
        shown = sum(source.id not in hidden for source in counts.sources)
        of = self.tr("{0} of {1}").format(count_words(shown), count_words(len(counts.sources)))
        head = Button(self.tr("Source \u00b7 {0}").format(of), self, Role.MUTED, "chevron-down", size=Size.SMALL)
        head.set_icon_name("chevron-down" if self._sources_open else "chevron-right")
        head.setAccessibleDescription(self.tr("open") if self._sources_open else self.tr("closed"))
        head.clicked.connect(self._toggle_sources)
        self._boxes_column.addSpacing(8)
        self._boxes_column.addWidget(head)
        if self._sources_open:
            for source in counts.sources:
                self._add(f"source:{source.id}", source.name, source.pictures, source.id not in hidden)

    def _head(self, words: str, action: QWidget | None = None) -> None:
        self._boxes_column.addSpacing(10)
        self._boxes_column.addWidget(SectionHeading(words, parent=self, action=action))
        self._boxes_column.addSpacing(4)

    def _add(self, key: str, name: str, count: int, ticked: bool, mark: tuple[str, int] | None = None) -> None:
        box = CountBox(name, count, self, mark)
        box.setChecked(ticked)
        box.setObjectName(key)
        box.setEnabled(bool(self._counts.labels or self._counts.sources))
        box.toggled.connect(self._tick)
        self._boxes[key] = box
        self._boxes_column.addWidget(box)

    def _labels_button(self) -> IconButton:
        button = IconButton("more", self.tr("Name and colour of a label"), self, size=Size.SMALL)
        button.clicked.connect(self._point_at_labels)
        self.labels_button = button
        return button

    @Slot(QPoint)
    def _point_at_label(self, at: QPoint) -> None:
        box = self.sender()
        if isinstance(box, CountBox):
            self.label_menu_wanted.emit(int(box.objectName().partition(":")[2]), box.mapToGlobal(at))

    @Slot()
    def _point_at_labels(self, _checked: bool = False) -> None:
        self.labels_menu_wanted.emit(self.labels_button.mapToGlobal(self.labels_button.rect().bottomLeft()))

    @Slot()
    def _tick(self, _checked: bool = False) -> None:
        boxes = self._boxes

        def unticked(kind: str) -> frozenset[int]:
            return frozenset(
                int(key.partition(":")[2]) for key, box in boxes.items() if key.startswith(kind) and not box.isChecked()
            )

        sources = unticked("source:") if self._sources_open else self._sieve.hidden_sources
        self._sieve = Sieve(
            hidden_labels=unticked("label:"),
            shows_unlabelled=boxes[_UNLABELLED].isChecked(),
            shows_rejected=boxes[_REJECTED].isChecked(),
            hidden_sources=sources,
            flags=frozenset(key[5:] for key, box in boxes.items() if key.startswith("flag:") and box.isChecked()),
            expression=self._sieve.expression,
        )
        self.all_button.setVisible(not self._sieve.is_open)
        self.changed.emit()

    @Slot()
    def _toggle_sources(self, _checked: bool = False) -> None:
        self._sources_open = not self._sources_open
        self._fill()

    @Slot()
    def _take_text(self) -> None:
        self._soon.stop()
        typed = self.field.text().strip()
        if typed != self._sieve.expression:
            self._sieve = replace(self._sieve, expression=typed)
            self.all_button.setVisible(not self._sieve.is_open)
            self.changed.emit()

    def _take(self, sieve: Sieve) -> None:
        self._sieve = sieve
        self.field.setText(sieve.expression)
        self._soon.stop()
        self.show_wrong("")
        self._fill()
        self.changed.emit()

    @Slot()
    def _open_saved(self, _checked: bool = False) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for name, expression in self._saved.items():
            action = menu.addAction(name.replace("&", "&&"))
            action.setToolTip(plain_tip(expression))
            action.setData(expression)
            action.triggered.connect(self._use_saved)
        if self._saved:
            menu.addSeparator()
        keep = menu.addAction(self.tr("Save this filter\u2026"))
        keep.setEnabled(bool(self._sieve.expression))
        keep.triggered.connect(self._ask_name)
        if self._saved:
            forget = menu.addMenu(self.tr("Forget"))
            for name in self._saved:
                action = forget.addAction(name.replace("&", "&&"))
                action.setData(name)
                action.triggered.connect(self._forget)
        menu.popup(self.saved_button.mapToGlobal(self.saved_button.rect().bottomLeft()))

    @Slot()
    def _use_saved(self, _checked: bool = False) -> None:
        self.seek(self._sent())

    def _sent(self) -> str:
        action = self.sender()
        return str(action.data()) if isinstance(action, QAction) else ""

    @Slot()
    def _forget(self, _checked: bool = False) -> None:
        self.save_wanted.emit(self._sent(), None)

    @Slot()
    def _ask_name(self, _checked: bool = False) -> None:
        asking = QInputDialog(self)
        asking.setWindowTitle(self.tr("Save filter"))
        asking.setLabelText(self.tr("Name of the filter {0}:").format(self._sieve.expression))
        asking.textValueSelected.connect(self._save)
        asking.finished.connect(self._end_naming)
        self._naming = asking
        asking.open()

    @Slot(str)
    def _save(self, name: str) -> None:
        folded = " ".join(name.split())
        if folded:
            self.save_wanted.emit(folded, self._sieve.expression)

    @Slot(int)
    def _end_naming(self, _result: int) -> None:
        if self._naming is not None:
            self._naming.deleteLater()
            self._naming = None


def _offered(counts: FilterCounts) -> tuple[object, ...]:
    """Return what decides which boxes there are."""
    labels = tuple((label.id, label.name, label.position) for label, _ in counts.labels)
    return labels, tuple(name for name, _ in counts.flags), tuple((one.id, one.name) for one in counts.sources)
