"""Suspected wrong labels: looked at one by one, kept, put right or rejected."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winnow.app.queries.suspects import Suspected, SuspectList
from winnow.domain.label import Label as ClassLabel
from winnow.domain.label import by_position, letters
from winnow.qt.figures import count_words
from winnow.qt.looking_only import changes_project
from winnow.qt.rooms.test.strip import Shown, Strip
from winnow.qt.rooms.test.words import ClassMark, marks_of, points_words, whole_percent
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.button import Button, Role, Size
from winnow.qt.widgets.form import SectionHeading
from winnow.qt.widgets.label import Label


class SuspectsBox(QWidget):
    """*lines* of pictures; what is done concerns the chosen one."""

    picked = Signal(object)  # Suspected
    keep_wanted = Signal(object)  # Suspected
    reject_wanted = Signal(object)  # Suspected
    run_wanted = Signal()
    review_wanted = Signal()

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list: SuspectList | None = None
        self._is_review = lines > 1
        self.review_button = Button(self.tr("Review"), self, Role.LINK)
        self.heading = SectionHeading(
            self.tr("Suspected wrong labels"), "", self, Type.HEADING, None if self._is_review else self.review_button
        )
        self.review_button.setVisible(not self._is_review)
        self.strip = Strip(self, lines)
        self.strip.setAccessibleName(self.tr("Suspected wrong labels"))
        self._state = Label("", Type.SMALL, "text-2", self, wrap=True)
        self._change = Label("", Type.BODY, "text", self, wrap=True)
        self.keep_button = Button(self.tr("Keep"), self, size=Size.SMALL, key="K")
        changes_project(self.keep_button)
        self.keep_button.setToolTip(self.tr("The label is right; it is suspected no more"))
        self.reject_button = Button(self.tr("Reject"), self, size=Size.SMALL, key="X")
        changes_project(self.reject_button)
        self.reject_button.setToolTip(self.tr("Put the picture aside; it stays in the project"))
        self.run_button = Button("", self, icon_name="refresh", size=Size.SMALL)
        changes_project(self.run_button)
        self._lay_out()
        self.strip.picked.connect(self._pick)
        self.keep_button.clicked.connect(self.keep)
        self.reject_button.clicked.connect(self.reject)
        self.run_button.clicked.connect(self.run_wanted)
        self.review_button.clicked.connect(self.review_wanted)

    @property
    def chosen(self) -> Suspected | None:
        """The suspect that is looked at."""
        at = self.strip.chosen - 1
        return self._shown()[at] if at >= 0 else None

    def show_suspects(self, found: SuspectList | None, labels: tuple[ClassLabel, ...], is_running: bool) -> None:
        """Show the newest list, or what would give one."""
        self._list = found
        marks = {
            int(label.id): mark
            for label, mark in zip(labels, marks_of([(label.id, label.name) for label in labels], labels), strict=True)
        }
        shown = tuple(self._shown_as(at, one, marks) for at, one in enumerate(self._shown(), 1))
        self.strip.show_pictures(shown, by_position(labels, letters([label.name for label in labels])))
        self.strip.setVisible(bool(shown))
        for button in (self.keep_button, self.reject_button):
            button.setVisible(bool(shown))
        self._say(found, is_running)

    @Slot()
    def keep(self) -> None:
        """Keep the label of the chosen one."""
        if self.chosen is not None:
            self.keep_wanted.emit(self.chosen)

    @Slot()
    def reject(self) -> None:
        """Reject the picture of the chosen one."""
        if self.chosen is not None:
            self.reject_wanted.emit(self.chosen)

    def choose_first(self) -> None:
        """Look at the first where none is looked at."""
        if not self.strip.chosen:
            self.strip.step(1)

    def _shown(self) -> tuple[Suspected, ...]:
        return () if self._list is None else self._list.suspected

    def _shown_as(self, number: int, one: Suspected, marks: dict[int, ClassMark]) -> Shown:
        suggested = marks[one.suggested_id]
        return Shown(
            id=number,
            key=one.key,
            label=marks[one.label_id].index,
            before=self.tr("fits its label"),
            figure=whole_percent(one.fits),
            words=self.tr("rather {0} · {1}").format(suggested.name, one.part.value),
            name=one.file,
        )

    def _say(self, found: SuspectList | None, is_running: bool) -> None:
        self.run_button.setEnabled(not is_running)
        self.review_button.setVisible(found is not None and not self._is_review)
        self._change.hide()
        if found is None:
            self.heading.show_words("")
            self._state.setText(
                self.tr(
                    "Every picture of train and valid is judged by a network that has not learned from it; "
                    "labels that do not fit come first. Takes about as long as five Quick runs, and leaves "
                    "the test part sealed."
                )
            )
            self.run_button.setText(self.tr("Look for wrong labels"))
            self.run_button.show()
            self._state.show()
            return
        count = len(found.suspected)
        self.heading.show_words(self.tr("{0} of {1}").format(count_words(count), count_words(len(found.rows))))
        self.run_button.setText(self.tr("Run the same folds again"))
        self.run_button.setVisible(not found.is_current or self._is_review)
        said = "" if count else self.tr("No label is suspected.")
        if not found.is_current:
            said = self.tr("Something changed since the folds were run: runs and results are out of date.")
        self._state.setText(said)
        self._state.setVisible(bool(said))
        if found.change is not None and self._is_review:
            change = found.change
            low, high = change.interval
            before, after = (change.both + change.lost) / change.n, (change.both + change.won) / change.n
            self._change.setText(
                self.tr(
                    "Same folds, before and after: {0} to {1} % of {2} right, {3} points (95 % interval {4} to {5})."
                ).format(
                    f"{100 * before:.1f}",
                    f"{100 * after:.1f}",
                    count_words(change.n),
                    points_words(change.difference),
                    points_words(low),
                    points_words(high),
                )
            )
            self._change.show()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self._change)
        column.addWidget(self.strip)
        column.addWidget(self._state)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.reject_button)
        row.addWidget(self.keep_button)
        row.addWidget(self.run_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    @Slot(int)
    def _pick(self, number: int) -> None:
        self.picked.emit(self._shown()[number - 1])
