"""The LR finder's tab."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from winnow.domain.lr_curve import SMOOTHING, LrFound, LrMark, LrPoint, Mark, read
from winnow.domain.recipe import Recipe, RecipeKind
from winnow.domain.study import LrFinderSettings, Study, StudyFound, StudyKind, StudySettings
from winnow.qt.core_words import core_words
from winnow.qt.plots.lr_chart import LrChart
from winnow.qt.plots.rates import short_rate
from winnow.qt.rooms.train.legend import Legend
from winnow.qt.rooms.train.recipe_fields import RateField
from winnow.qt.rooms.train.small_table import SmallTable, TableColumn
from winnow.qt.rooms.train.study_page import StudyPage, scrolled
from winnow.qt.rooms.train.use_card import UseCard
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.form import SectionHeading
from winnow.qt.widgets.label import Label
from winnow.qt.widgets.number_field import WholeField

_SIDE_PX = 360
_SMOOTH_STEPS = 100
_MOST_SMOOTHING = 0.1


class LrPage(StudyPage):
    """Sweeps the rate over a few seeds, and says which one to take."""

    kind = StudyKind.LR_FINDER

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: LrFound | None = None
        self._mark = Mark.VALLEY
        self.low, self.high = RateField(1e-7, self), RateField(10, self)
        self.steps, self.seeds = WholeField(10, 10_000, self), WholeField(1, 20, self)
        self.smooth = QSlider(Qt.Orientation.Horizontal, self)
        self.each = QCheckBox(self.tr("Each seed"), self)
        self.chart = LrChart(self)
        self.card = UseCard(self)
        self.marks = SmallTable(
            (TableColumn(self.tr("Mark"), 1.6), TableColumn(self.tr("Median"), is_bold=True),
             TableColumn(self.tr("Seeds"), 1.3, is_quiet=True)),
            self, row_px=40, can_choose=True,
        )  # fmt: skip
        self.sweeps = SmallTable(
            (TableColumn(self.tr("Seed"), 0.8), TableColumn(self.tr("Lowest loss")), TableColumn(self.tr("at")),
             TableColumn(self.tr("Stopped at"), is_quiet=True)),
            self,
        )  # fmt: skip
        self._heading = SectionHeading(self.tr("Loss against learning rate"), parent=self, style=Type.NAME)
        self._note = Label("", Type.CAPTION, "text-2", self, wrap=True)
        self._names = {
            Mark.VALLEY: (self.tr("Valley"), self.tr("inside the longest fall")),
            Mark.STEEP: (self.tr("Steep"), self.tr("fastest fall")),
            Mark.MINIMUM: (self.tr("Minimum ÷ 10"), self.tr("lowest loss, a tenth of it")),
        }
        self._fill_bar()
        self._fill_body()
        self.introduce(
            self.tr("Find the rate"),
            self.tr("Which learning rate?"),
            self.tr(
                "The rate rises from tiny to huge over a hundred batches. Where the loss falls longest lies a good "
                "one; where it runs away, it is too high. Several seeds show how sure that is."
            ),
        )
        self.marks.row_chosen.connect(self._choose_row)
        self.card.used.connect(self._use)

    @property
    def title(self) -> str:
        return self.tr("Learning rate finder")

    def action_words(self) -> str:
        return self.tr("Run finder again") if self.has_result else self.tr("Run finder")

    def settings(self, recipe: Recipe) -> LrFinderSettings:
        return LrFinderSettings(recipe, self.low.value(), self.high.value(), self.steps.value(), self.seeds.value())

    def prepare(self, settings: StudySettings) -> None:
        asked = cast(LrFinderSettings, settings)
        self._found = None
        self.chart.begin(asked.lowest, asked.highest)
        self.chart.show_recipe(asked.recipe.learning_rate)
        self.card.show_nothing(self.tr("The sweep is running."))
        self.marks.show_rows(())
        self.sweeps.show_rows(())

    def draw_event(self, event: object) -> None:
        if isinstance(event, LrPoint):
            self.chart.add_point(event.seed, event.rate, event.loss)

    def draw(self, found: StudyFound, study: Study) -> None:
        asked = cast(LrFinderSettings, study.settings)
        self._found = cast(LrFound, found)
        self._heading.show_words(self.tr("train batches of {0}, log scale").format(self._found.batch_size))
        self._note.setText(
            self.tr(
                "Each sweep stops at {0} times its lowest loss. The weights are put back afterwards; no run is "
                "changed. {1}."
            ).format(f"{asked.stop_at:g}", self.took_words(study))
        )
        self._show()

    def duration_words(self, recipe: Recipe) -> str:
        steps = self.steps.value() * self.seeds.value()
        how = (
            self.tr("on stored features: some seconds")
            if recipe.kind is RecipeKind.QUICK
            else self.tr("through the whole network: some minutes without a graphics card")
        )
        return self.tr("{0} steps of {1} frames, {2}.", n=recipe.batch_size).format(steps, recipe.batch_size, how)

    def show_recipe(self, recipe: Recipe) -> None:
        super().show_recipe(recipe)
        self.chart.show_recipe(recipe.learning_rate)
        if self._found is not None:
            self._say()

    @Slot()
    def _show(self, _value: int = 0) -> None:
        if self._found is None:
            return
        smoothing = self.smooth.value() / _SMOOTH_STEPS * _MOST_SMOOTHING
        found = read(self._found.sweeps, self._found.classes, self._found.batch_size, self._found.batches, smoothing)
        self._found = found
        self.chart.show_found(found, smoothing)
        places = [mark.mark for mark in found.marks]
        self._mark = self._mark if self._mark in places else Mark.VALLEY
        self.marks.show_rows(
            [
                (self._names[one.mark][0], short_rate(one.rate), f"{short_rate(one.low)}–{short_rate(one.high)}")
                for one in found.marks
            ],
            chosen=places.index(self._mark) if places else -1,
            under=[self._names[one.mark][1] for one in found.marks],
        )
        self.sweeps.show_rows(
            [
                (
                    self.tr("seed {0}").format(sweep.seed),
                    f"{loss:.3f}",
                    short_rate(rate),
                    self.tr("the end") if sweep.stopped_at is None else short_rate(sweep.stopped_at),
                )
                for sweep, (loss, rate) in zip(found.sweeps, found.lowest, strict=False)
            ]
        )
        self._say()

    def _chosen(self) -> LrMark | None:
        marks = () if self._found is None else self._found.marks
        return next((one for one in marks if one.mark is self._mark), None)

    def _say(self) -> None:
        mark, found = self._chosen(), self._found
        if found is None:
            return
        self.chart.show_mark(self._mark)
        if mark is None:
            self.card.show_nothing(core_words(found.words()))
            return
        words = self._about_recipe(mark)
        if not found.agrees:
            words += " " + self.tr("The three readings differ {0}-fold: try the lower one first.").format(
                round(found.disagreement)
            )
        self.card.show_rate(
            self.tr("Suggested learning rate, median of {0} seeds", n=len(found.sweeps)).format(len(found.sweeps)),
            short_rate(mark.rate),
            self._names[mark.mark][0],
            words,
            self.tr("Use {0}").format(short_rate(mark.rate)),
        )

    def _about_recipe(self, mark: LrMark) -> str:
        rate = 0.0 if self._recipe is None else self._recipe.learning_rate
        if rate <= 0:
            return ""
        own, low, high = short_rate(rate), short_rate(mark.low), short_rate(mark.high)
        if mark.low <= rate <= mark.high:
            return self.tr("The recipe's {0} lies inside the range of the seeds, {1}–{2}: you can keep it.").format(
                own, low, high
            )
        if rate > mark.rate:
            return self.tr("The recipe's {0} is {1} times higher.").format(own, f"{rate / mark.rate:.1f}")
        return self.tr("The recipe's {0} is {1} times lower.").format(own, f"{mark.rate / rate:.1f}")

    @Slot(int)
    def _choose_row(self, row: int) -> None:
        if self._found is not None and row < len(self._found.marks):
            self._mark = self._found.marks[row].mark
            self._say()

    @Slot()
    def _use(self) -> None:
        mark = self._chosen()
        if mark is not None:
            self.recipe_wanted.emit(float(f"{mark.rate:.2g}"), 0)

    def _fill_bar(self) -> None:
        self.steps.setValue(100)
        self.seeds.setValue(3)
        self.smooth.setRange(0, _SMOOTH_STEPS)
        self.smooth.setValue(round(SMOOTHING / _MOST_SMOOTHING * _SMOOTH_STEPS))
        self.each.setChecked(True)
        self.label_field(self.tr("From"), self.low, 70)
        self.label_field(self.tr("to"), self.high, 60)
        self.label_field(self.tr("Steps"), self.steps, 72)
        self.label_field(self.tr("Seeds"), self.seeds, 62)
        self.label_field(self.tr("Smooth"), self.smooth, 84)
        self.bar.addStretch()
        self.bar.addWidget(self.each)
        self.smooth.valueChanged.connect(self._show)
        self.each.toggled.connect(self.chart.show_each)
        self.steps.valueChanged.connect(self._tell_duration)
        self.seeds.valueChanged.connect(self._tell_duration)

    @Slot()
    def _tell_duration(self, _value: int = 0) -> None:
        if self._recipe is not None:
            self._duration.setText(self.duration_words(self._recipe))

    def _fill_body(self) -> None:
        legend = Legend(
            (
                ("line", "accent", self.tr("median")),
                ("band", "accent", self.tr("lowest to highest")),
                ("thin", "accent", self.tr("one seed")),
            ),
            self,
        )
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self._heading)
        left.addWidget(self.chart, 1)
        left.addWidget(legend)
        side = QWidget(self)
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(10)
        for widget in (self.card, self.marks, self.sweeps, self._note):
            right.addWidget(widget)
        right.addStretch()
        row = QHBoxLayout(self.body)
        row.setContentsMargins(16, 0, 16, 8)
        row.setSpacing(24)
        row.addLayout(left, 1)
        area = scrolled(side, self)
        area.setFixedWidth(_SIDE_PX)
        row.addWidget(area)
