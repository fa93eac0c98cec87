"""Pictures against a threshold: how many it flags, and those just below and just above it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QSlider, QVBoxLayout, QWidget

from winnow.app.queries.clean import QualityView
from winnow.domain.cleaning import CHECKS, STARTING_THRESHOLDS, Check, Cleaning
from winnow.qt.clean.check_row import CheckRow
from winnow.qt.clean.words import hint_words, search_words
from winnow.qt.figures import count_words
from winnow.qt.grid.thumbs import Small, Smalls, Thumbs
from winnow.qt.looking_only import changes_project
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.button import Button, IconButton, Role, Size
from winnow.qt.widgets.form import SectionHeading
from winnow.qt.widgets.label import Label

_STEPS = 1000
_SETTLE_MS = 600
_EDGE_PX, _GAP_PX, _LINES, _LEAST_COLUMNS = 60, 4, 2, 2


class QualityPanel(QWidget):
    """Counts by itself while the slider moves; what the person decides goes out."""

    search_wanted = Signal()
    cleaning_chosen = Signal(object)  # Cleaning, once the slider is let go
    check_chosen = Signal(object)  # Check
    reject_wanted = Signal(object)  # ids, tuple of int
    picture_chosen = Signal(int)  # id
    strips_changed = Signal()
    """Other pictures are shown: their squares may be missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: QualityView | None = None
        self._is_searching = False
        self._cleaning = Cleaning()
        self._check = Check.BLURRY
        self._rows = {check: CheckRow(check, self) for check in CHECKS}
        self._group = QButtonGroup(self)
        for row in self._rows.values():
            self._group.addButton(row)
        self._rows[self._check].setChecked(True)
        self.search_button = Button("", self, icon_name="search", size=Size.SMALL)
        changes_project(self.search_button)
        self._hint = Label("", Type.CAPTION, "text-2", self, wrap=True)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, _STEPS)
        self.slider.setSingleStep(5)
        self.slider.setPageStep(50)
        changes_project(self.slider)
        self._line = Label("", Type.SMALL, "text-2", self)
        self.reset_button = IconButton("reset", self.tr("Back to the starting threshold"), self, size=Size.SMALL)
        changes_project(self.reset_button)
        self._state = Label("", Type.SMALL, "text-2", self, wrap=True)
        self.below, self.above = self._strip(), self._strip()
        self.below.setAccessibleName(self.tr("Just below the threshold: flagged"))
        self.above.setAccessibleName(self.tr("Just above the threshold: not flagged"))
        self._below_heading = SectionHeading(self.tr("Just below"), self.tr("flagged"), self)
        self._above_heading = SectionHeading(self.tr("Just above"), self.tr("not flagged"), self)
        self.reject_button = Button("", self, Role.DESTRUCTIVE, "reject")
        changes_project(self.reject_button)
        # One step to undo for many presses of a key.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SETTLE_MS)
        self._lay_out()
        self._connect()
        self._show_all()

    @property
    def check(self) -> Check:
        """The check that is looked at."""
        return self._check

    @property
    def threshold(self) -> float:
        """Where the slider stands."""
        return self.slider.value() / _STEPS

    def show_view(self, view: QualityView) -> None:
        """Show the scores and thresholds of the project."""
        self._view = view
        if not self.slider.isSliderDown() and not self._soon.isActive():
            self._cleaning = view.cleaning
            self._stand_at(self._cleaning.threshold(self._check))
        self._show_all()

    def show_searching(self, is_searching: bool) -> None:
        """Say whether a search runs."""
        self._is_searching = is_searching
        self._say_search()

    def _say_search(self) -> None:
        self.search_button.setEnabled(not self._is_searching)
        is_again = self._view is not None and bool(self._view.searched_at)
        again = self.tr("Search anew") if is_again else self.tr("Search")
        self.search_button.setText(self.tr("Searching\u2026") if self._is_searching else again)

    def choose(self, check: Check) -> None:
        """Look at *check*, as if its row was clicked."""
        self._rows[check].setChecked(True)
        self._choose(self._rows[check])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = max(_LEAST_COLUMNS, (self.width() - 4) // (_EDGE_PX + _GAP_PX))
        self.below.show_columns(columns, _LINES)
        self.above.show_columns(columns, _LINES)
        self._show_strips()

    def _strip(self) -> Thumbs:
        made = Thumbs(self, _LEAST_COLUMNS, _EDGE_PX, _GAP_PX)
        made.picked.connect(self.picture_chosen)
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading(self.tr("Quality"), "", self, action=self.search_button))
        rows = QVBoxLayout()
        rows.setSpacing(1)
        for row in self._rows.values():
            rows.addWidget(row)
        column.addLayout(rows)
        column.addWidget(self._hint)
        line = QHBoxLayout()
        line.setSpacing(8)
        self._line.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        line.addWidget(self.slider, 1)
        line.addWidget(self._line)
        line.addWidget(self.reset_button)
        column.addLayout(line)
        for widget in (self._state, self._below_heading, self.below, self._above_heading, self.above):
            column.addWidget(widget)
        column.addWidget(self.reject_button)
        column.addStretch()
        self.slider.setAccessibleName(self.tr("Threshold"))
        self.slider.setToolTip(self.tr("Pictures that score less are flagged"))

    def _connect(self) -> None:
        self._group.buttonClicked.connect(self._choose)
        self.slider.valueChanged.connect(self._move)
        self.slider.sliderReleased.connect(self._settle)
        self._soon.timeout.connect(self._settle)
        self.reset_button.clicked.connect(self._reset)
        self.reject_button.clicked.connect(self._reject)
        self.search_button.clicked.connect(self._search)

    def _show_all(self) -> None:
        view = self._view
        for check, row in self._rows.items():
            flagged = 0 if view is None else view.count(check, self._cleaning.threshold(check))
            row.show_count(flagged, view is None or view.unmeasured(check) == view.kept)
        self._hint.setText(hint_words(self._check))
        self._say_search()
        self._show_line()

    def _show_line(self) -> None:
        """Count and show by where the slider stands."""
        self._line.setText(f"{self.threshold:.2f}")
        self._line.setFixedWidth(self._line.fontMetrics().horizontalAdvance("0.00") + 2)
        self.reset_button.setEnabled(abs(self.threshold - STARTING_THRESHOLDS[self._check]) > 1 / _STEPS)
        view = self._view
        flagged = 0 if view is None else view.count(self._check, self.threshold)
        unmeasured = 0 if view is None else view.unmeasured(self._check)
        is_unknown = view is None or unmeasured == view.kept
        self.slider.setEnabled(not is_unknown)
        if view is None or not view.kept:
            words = self.tr("There are no pictures yet.")
        elif is_unknown:
            words = self.tr("Not searched yet.")
        else:
            rest = count_words(view.kept - unmeasured - flagged)
            words = self.tr("{0} flagged, {1} not").format(count_words(flagged), rest)
            if unmeasured:
                words += self.tr(", {0} not searched yet").format(count_words(unmeasured))
        if view is not None and view.searched_at:
            words += "\n" + search_words(view.searched_at, view.kept - unmeasured)
        self._state.setText(words)
        self._rows[self._check].show_count(flagged, is_unknown)
        self.reject_button.setText(self.tr("Reject {0} flagged").format(count_words(flagged)))
        self.reject_button.setEnabled(flagged > 0)
        self._show_strips()

    def _show_strips(self) -> None:
        if self._view is None:
            return
        columns = max(_LEAST_COLUMNS, (self.width() - 4) // (_EDGE_PX + _GAP_PX))
        around = self._view.around(self._check, self.threshold, columns * _LINES)
        self.below.show_smalls(self._smalls(around.below))
        self.above.show_smalls(self._smalls(around.above))
        self.strips_changed.emit()

    def _smalls(self, rows: tuple[int, ...]) -> Smalls:
        view = self._view
        if view is None:
            return Smalls()
        scores = view.column(self._check)
        return Smalls(
            tuple(
                Small(int(view.ids[row]), view.keys[row].tobytes(), f"{view.names[row]} \u00b7 {scores[row]:.2f}")
                for row in rows
            )
        )

    def _stand_at(self, threshold: float) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(round(threshold * _STEPS))
        self.slider.blockSignals(False)

    @Slot(QAbstractButton)
    def _choose(self, row: QAbstractButton) -> None:
        if isinstance(row, CheckRow):
            self._settle()
            self._check = row.check
            self._stand_at(self._cleaning.threshold(self._check))
            self._show_all()
            self.check_chosen.emit(self._check)

    @Slot(int)
    def _move(self, _value: int) -> None:
        self._show_line()
        if not self.slider.isSliderDown():
            self._soon.start()

    @Slot()
    def _settle(self) -> None:
        """Let the project keep where the slider stands."""
        self._soon.stop()
        if abs(self._cleaning.threshold(self._check) - self.threshold) >= 0.5 / _STEPS:
            moved = self._cleaning.thresholds | {self._check.value: self.threshold}
            self._cleaning = Cleaning(moved, self._cleaning.rule)
            self.cleaning_chosen.emit(self._cleaning)

    @Slot()
    def _reset(self, _checked: bool = False) -> None:
        self.slider.setValue(round(STARTING_THRESHOLDS[self._check] * _STEPS))

    @Slot()
    def _reject(self, _checked: bool = False) -> None:
        self._settle()
        if self._view is not None:
            flagged = self._view.flagged(self._check, self.threshold)
            self.reject_wanted.emit(tuple(flagged.tolist()))

    @Slot()
    def _search(self, _checked: bool = False) -> None:
        self.search_wanted.emit()
