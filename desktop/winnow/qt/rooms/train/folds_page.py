"""The folds' tab: K curves with their mean and spread, and what was right out of fold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from winnow.domain.label import Label as ClassLabel
from winnow.domain.label import letters
from winnow.domain.recipe import Recipe
from winnow.domain.run import EpochDone
from winnow.domain.study import (
    FoldEpoch,
    FoldResult,
    FoldSettings,
    FoldsFound,
    Study,
    StudyFound,
    StudyKind,
    StudySettings,
)
from winnow.qt.figures import count_words
from winnow.qt.plots.chart import plain_words
from winnow.qt.plots.fold_chart import FoldChart, draw_fold_number
from winnow.qt.rooms.train.legend import Legend
from winnow.qt.rooms.train.small_table import SmallTable, TableColumn
from winnow.qt.rooms.train.study_page import StudyPage, scrolled
from winnow.qt.rooms.train.words import percent
from winnow.qt.theme.drawing import draw_bar, draw_box
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.theme import class_colour, tokens
from winnow.qt.widgets.button import Button, Size
from winnow.qt.widgets.chip import ClassChip
from winnow.qt.widgets.form import SectionHeading
from winnow.qt.widgets.label import ElidedLabel, Label
from winnow.qt.widgets.number_field import WholeField

_SIDE_PX = 384
_MOST_CLASSES = 8


class FoldsPage(StudyPage):
    """Trains a network for each fold by the recipe, and judges every frame by the one that had not learned from it."""

    kind = StudyKind.FOLDS
    mistakes_wanted = Signal()
    labels_wanted = Signal()  # look at the labels of what was taken for another class

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: tuple[ClassLabel, ...] = ()
        self._live: dict[int, list[EpochDone]] = {}
        self._results: list[FoldResult] = []
        self._settings: FoldSettings | None = None
        self.folds, self.epochs = WholeField(2, 20, self), WholeField(1, 10_000, self)
        self.folds.setValue(5)
        self.epochs.setValue(12)
        self._legend = Legend((), self)
        self.accuracy = FoldChart(self.tr("Valid accuracy of the folds"), self, _percent_words, from_zero=False)
        self.loss = FoldChart(self.tr("Valid loss of the folds"), self, plain_words, from_zero=True)
        self._heads = (
            SectionHeading(self.tr("Valid accuracy"), parent=self, style=Type.NAME),
            SectionHeading(self.tr("Valid loss"), parent=self, style=Type.NAME),
        )
        self.table = SmallTable(
            (TableColumn(self.tr("Fold"), 1.3), TableColumn(self.tr("Right"), 0.75, is_quiet=True),
             TableColumn(self.tr("Accuracy"), 1.2, is_bold=True), TableColumn(self.tr("Loss"), 1.35)),
            self, draw_mark=_mark_fold,
        )  # fmt: skip
        self.card = _OutOfFoldCard(self)
        self._note = Label("", Type.SMALL, "text-2", self, wrap=True)
        self._fill_bar()
        self._fill_body()
        self.introduce(
            self.tr("Run the folds"),
            self.tr("How much of the result is luck?"),
            self.tr(
                "Train and valid are divided into folds; each is once what is looked at, the others are learned from. "
                "The spread over the folds says how sure the accuracy is, and every frame is judged by a network that "
                "never learned from it."
            ),
        )
        self.card.mistakes_button.clicked.connect(self.mistakes_wanted)
        self.card.labels_button.clicked.connect(self.labels_wanted)

    @property
    def title(self) -> str:
        return self.tr("Folds")

    @property
    def study(self) -> Study | None:
        """What is shown."""
        return self._study

    def action_words(self) -> str:
        return self.tr("Run folds again") if self.has_result else self.tr("Run folds")

    def settings(self, recipe: Recipe) -> FoldSettings:
        return FoldSettings(recipe, self.folds.value(), self.epochs.value())

    def show_labels(self, labels: Sequence[ClassLabel], k_fold: int) -> None:
        """Know the classes by letter and colour; the split's own number of folds is the first choice."""
        self._labels = tuple(labels)
        if k_fold and not self.has_result and not self._is_running:
            self.folds.setValue(k_fold)

    def prepare(self, settings: StudySettings) -> None:
        asked = cast(FoldSettings, settings)
        self._settings, self._live, self._results = asked, {}, []
        self._say_legend(asked.folds)
        self.card.show_nothing(self.tr("The folds are being trained, one after another."))
        self._say_note(asked)
        self._draw_live()

    def draw_event(self, event: object) -> None:
        if isinstance(event, FoldEpoch):
            self._live.setdefault(event.fold, []).append(event.epoch)
            self._draw_live()
        elif isinstance(event, FoldResult):
            self._results.append(event)
            self._show_table(self._results, ())

    def draw(self, found: StudyFound, study: Study) -> None:
        one = cast(FoldsFound, found)
        asked = cast(FoldSettings, study.settings)
        self._settings = asked
        self._draw_curves({fold.fold: list(fold.epochs) for fold in one.folds})
        accuracy = f"{one.mean_accuracy * 100:.1f} ± {one.sd_accuracy * 100:.1f} %"
        loss = f"{one.mean_loss:.3f} ± {one.sd_loss:.3f}"
        self._heads[0].show_words(accuracy)
        self._heads[1].show_words(loss)
        self._show_table(one.folds, (self.tr("Mean ± sd"), "", accuracy, loss))
        self._say_legend(len(one.folds))
        self._say_note(asked, self.took_words(study))
        self.card.show_found(one, {int(label.id): label for label in self._labels}, self._labels)

    def duration_words(self, recipe: Recipe) -> str:
        return self.tr("{0} folds × {1} epochs: {2} times as long as one such run.", n=self.epochs.value()).format(
            self.folds.value(), self.epochs.value(), self.folds.value()
        )

    def _draw_live(self) -> None:
        self._draw_curves(self._live)
        for head in self._heads:
            head.show_words("")

    def _draw_curves(self, epochs: Mapping[int, Sequence[EpochDone]]) -> None:
        planned = self._settings.epochs if self._settings else 1
        count = max(epochs, default=-1) + 1
        self.accuracy.show_folds([[e.valid_accuracy for e in epochs.get(at, ())] for at in range(count)], planned)
        self.loss.show_folds([[e.valid_loss for e in epochs.get(at, ())] for at in range(count)], planned)

    def _show_table(self, folds: Sequence[FoldResult], foot: Sequence[str]) -> None:
        self.table.show_rows(
            [
                (self.tr("Fold {0}").format(one.fold + 1), f"{one.right}/{one.n}", percent(one.right / max(1, one.n)),
                 f"{one.loss:.3f}")
                for one in folds
            ],
            foot=foot,
        )  # fmt: skip

    def _say_legend(self, folds: int) -> None:
        self._legend.show_entries(
            (
                ("thick", "text", self.tr("mean of {0}").format(folds)),
                ("band", "text-2", self.tr("± 1 sd")),
                ("thin", "accent", self.tr("one fold, number at its end")),
            )
        )

    def _say_note(self, asked: FoldSettings, took: str = "") -> None:
        words = self.tr(
            "{0} epochs in every fold, no early stop: a fold must not choose its own end. "
            "Near duplicates stay in one fold.",
            n=asked.epochs,
        ).format(asked.epochs)
        self._note.setText(f"{words} {took}".strip())

    def _fill_bar(self) -> None:
        self._say_legend(5)
        self.bar.addWidget(self._legend)
        self.bar.addStretch()
        self.label_field(self.tr("Folds"), self.folds, 60)
        self.label_field(self.tr("Epochs"), self.epochs, 66)
        self.folds.valueChanged.connect(self._tell_duration)
        self.epochs.valueChanged.connect(self._tell_duration)

    def _tell_duration(self, _value: int = 0) -> None:
        if self._recipe is not None:
            self._duration.setText(self.duration_words(self._recipe))

    def _fill_body(self) -> None:
        plots = QGridLayout()
        plots.setHorizontalSpacing(12)
        plots.setVerticalSpacing(4)
        for at, (head, chart) in enumerate(zip(self._heads, (self.accuracy, self.loss), strict=True)):
            plots.addWidget(head, 0, at)
            plots.addWidget(chart, 1, at)
            plots.setColumnStretch(at, 1)
        plots.setRowStretch(1, 1)
        left = QVBoxLayout()
        left.addLayout(plots, 1)
        left.addWidget(self._note)
        side = QWidget(self)
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(14)
        right.addWidget(self.table)
        right.addWidget(self.card)
        right.addStretch()
        area = scrolled(side, self)
        area.setFixedWidth(_SIDE_PX)
        row = QHBoxLayout(self.body)
        row.setContentsMargins(16, 0, 16, 8)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addWidget(area)


class _OutOfFoldCard(QWidget):
    """How many were right when their own fold was not learned from, in all and for each class."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sum = Label("", Type.NAME, parent=self)
        self._interval = Label("", Type.CAPTION, "text-2", self)
        self._interval.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._classes = QVBoxLayout()
        self._classes.setSpacing(6)
        self._words = Label("", Type.SMALL, parent=self, wrap=True)
        self.mistakes_button = Button("", self, icon_name="image", size=Size.SMALL)
        self.labels_button = Button(self.tr("Check labels"), self, icon_name="tag", size=Size.SMALL)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Out of fold"), Type.NAME, parent=self))
        head.addStretch()
        head.addWidget(self._sum)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.mistakes_button)
        buttons.addWidget(self.labels_button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._interval)
        column.addLayout(self._classes)
        column.addWidget(self._words)
        column.addLayout(buttons)

    def show_nothing(self, words: str) -> None:
        """Say why there is nothing yet."""
        self._clear()
        self._sum.setText("")
        self._interval.setText("")
        self._words.setText(words)
        self.mistakes_button.hide()
        self.labels_button.hide()

    def show_found(self, found: FoldsFound, by_id: Mapping[int, ClassLabel], labels: Sequence[ClassLabel]) -> None:
        """Show the result."""
        self._clear()
        self._sum.setText(
            f"{count_words(found.right)}/{count_words(found.n)} = {percent(found.right / max(1, found.n))}"
        )
        low, high = found.interval
        self._interval.setText(self.tr("95 % interval {0}–{1} %").format(f"{low * 100:.1f}", f"{high * 100:.1f}"))
        names = letters([label.name for label in labels])
        for (label_id, name), (right, n) in list(zip(found.labels, found.per_label, strict=True))[:_MOST_CLASSES]:
            label = by_id.get(label_id)
            position = label.position if label else 0
            letter = names[list(labels).index(label)] if label else name[:1].upper()
            self._classes.addWidget(_ClassRow(letter, position, name, right, n, self))
        left_out = len(found.labels) - _MOST_CLASSES
        if left_out > 0:
            self._classes.addWidget(
                Label(self.tr("and {0} more classes", n=left_out).format(left_out), Type.CAPTION, "text-2", self)
            )
        self._words.setText(
            self.tr(
                "Each frame was judged once, by the network that had not learned from it. "
                "The {0} test pictures took no part.",
                n=found.test_pictures,
            ).format(count_words(found.test_pictures))
        )
        wrong = found.n - found.right
        self.mistakes_button.setText(self.tr("Show {0} mistakes", n=wrong).format(count_words(wrong)))
        self.mistakes_button.updateGeometry()
        for button in (self.mistakes_button, self.labels_button):
            button.setVisible(wrong > 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_box(QPainter(self), QRectF(self.rect()), 8, tokens().colour("panel"))

    def _clear(self) -> None:
        while (item := self._classes.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


class _ClassRow(QWidget):
    """One class: its chip, a bar in its colour, how many were right."""

    def __init__(self, letter: str, position: int, name: str, right: int, n: int, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        said = ElidedLabel(name, Type.BODY, parent=self)
        said.setFixedWidth(64)
        share = right / max(1, n)
        row.addWidget(ClassChip(letter, position, self))
        row.addWidget(said)
        row.addWidget(_ClassBar(position, share, self), 1)
        row.addWidget(Label(f"{count_words(right)}/{count_words(n)}", Type.SMALL, "text-2", self))
        row.addWidget(Label(percent(share), Type.NAME, parent=self))


class _ClassBar(QWidget):
    """A share in the colour of a class."""

    def __init__(self, position: int, share: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._position, self._share = position, share
        self.setMinimumWidth(40)
        self.setFixedHeight(16)

    def paintEvent(self, event: QPaintEvent) -> None:
        box = QRectF(0, 5, self.width(), 6)
        draw_bar(QPainter(self), box, self._share, class_colour(self._position), tokens().colour("ctl-press"))


def _mark_fold(painter: QPainter, box: QRectF, fold: int) -> None:
    draw_fold_number(painter, QRectF(box.left(), box.center().y() - 8, 16, 16), fold)


def _percent_words(share: float) -> str:
    return f"{share * 100:.3g} %"
