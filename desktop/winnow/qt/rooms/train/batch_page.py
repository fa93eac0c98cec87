"""The batch size's tab: a map of batch and rate, the rules over it, time and gradient noise beside it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from winnow.domain.batch_map import BatchCell, BatchMap
from winnow.domain.recipe import Recipe
from winnow.domain.study import BatchSettings, Study, StudyFound, StudyKind, StudySettings
from winnow.qt.core_words import core_words
from winnow.qt.plots.batch_grid import BatchGrid
from winnow.qt.plots.heat import draw_legend
from winnow.qt.plots.rates import rate_words, short_rate
from winnow.qt.plots.small_charts import EpochBars, NoiseChart
from winnow.qt.rooms.train.legend import Legend
from winnow.qt.rooms.train.recipe_fields import ChoiceBox
from winnow.qt.rooms.train.small_table import SmallTable, TableColumn
from winnow.qt.rooms.train.study_page import StudyPage, scrolled
from winnow.qt.rooms.train.use_card import UseCard
from winnow.qt.rooms.train.words import percent
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.form import SectionHeading
from winnow.qt.widgets.label import ElidedLabel, Label
from winnow.qt.widgets.number_field import WholeField
from winnow.qt.widgets.segmented import Segmented

_SIDE_PX = 412
_SIZES = {"8-128": (8, 16, 32, 64, 128), "4-64": (4, 8, 16, 32, 64), "8-512": (8, 16, 32, 64, 128, 256, 512)}
_BELOW_AND_ABOVE = {"8": (-3, 5), "6": (-3, 3), "10": (-5, 5)}
"""Powers of two of the recipe's rate, from and to before."""


class BatchPage(StudyPage):
    """Many short runs of the head: which rate goes with which batch on these pictures."""

    kind = StudyKind.BATCH_SIZE

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._map: BatchMap | None = None
        self.sizes = ChoiceBox(
            (
                ("8-128", self.tr("8 to 128, × 2")),
                ("4-64", self.tr("4 to 64, × 2")),
                ("8-512", self.tr("8 to 512, × 2")),
            ),
            self,
        )
        self.rates = ChoiceBox((("8", self.tr("8, × 2")), ("6", self.tr("6, × 2")), ("10", self.tr("10, × 2"))), self)
        self.epochs, self.seeds = WholeField(1, 1000, self), WholeField(1, 20, self)
        self.measure = Segmented(
            (("accuracy", self.tr("Valid accuracy")), ("loss", self.tr("Valid loss"))), self, dense=True
        )
        self.grid = BatchGrid(self)
        self._scale = _ScaleBar(self)
        self._heading = SectionHeading(self.tr("Valid accuracy"), parent=self, style=Type.NAME)
        self._legend = Legend((), self)
        self.bars, self.noise = EpochBars(self), NoiseChart(self)
        self._time_head = SectionHeading(self.tr("Time per epoch"), parent=self)
        self._noise_words = Label("", Type.SMALL, parent=self, wrap=True)
        self.table = SmallTable(
            (TableColumn(self.tr("Batch"), 0.7), TableColumn(self.tr("Steps"), 0.7), TableColumn(self.tr("Best rate")),
             TableColumn(self.tr("Valid")), TableColumn(self.tr("Right"), is_quiet=True)),
            self,
        )  # fmt: skip
        self.card = UseCard(self)
        self._fill_bar()
        self._fill_body()
        self.introduce(
            self.tr("Map batch and rate"),
            self.tr("Which batch size, and which rate with it?"),
            self.tr(
                "The head is trained with every pair of batch size and rate, from several seeds. The map shows where "
                "it learns, where it runs away, and whether the rate should grow with the batch or with its root."
            ),
        )
        self.card.used.connect(self._use)
        self.grid.cell_wanted.connect(self._use_cell)

    @property
    def title(self) -> str:
        return self.tr("Map of batch size and rate")

    def action_words(self) -> str:
        return self.tr("Run map again") if self.has_result else self.tr("Run map")

    def settings(self, recipe: Recipe) -> BatchSettings:
        low, high = _BELOW_AND_ABOVE[self.rates.key]
        return BatchSettings(
            recipe,
            _SIZES[self.sizes.key],
            tuple(recipe.learning_rate * 2.0**power for power in range(low, high)),
            self.epochs.value(),
            self.seeds.value(),
        )

    def prepare(self, settings: StudySettings) -> None:
        asked = cast(BatchSettings, settings)
        self._map = None
        self.grid.begin(asked.batch_sizes, asked.grid_rates())
        self.grid.show_recipe(asked.recipe.batch_size, asked.recipe.learning_rate)
        self.table.show_rows(())
        self.card.show_nothing(self.tr("The short runs are going on."))
        self._say_scale()

    def draw_event(self, event: object) -> None:
        if isinstance(event, BatchCell):
            self.grid.add_cell(event)
            self._say_scale()

    def draw(self, found: StudyFound, study: Study) -> None:
        self._map = cast(BatchMap, found)
        one = self._map
        self.grid.show_map(one)
        self.bars.show_map(one)
        self._time_head.show_words(self.tr("{0}, head only").format(self.bars.unit_words))
        self.noise.show_map(one)
        sizes = [row.batch_size for row in one.rows]
        self.table.show_rows(
            [
                (
                    str(row.batch_size),
                    str(row.steps),
                    "–"
                    if row.rate is None
                    else rate_words(row.rate) + (self.tr(" at the edge") if row.at_edge else ""),
                    "–" if row.accuracy is None else percent(row.accuracy),
                    "–" if row.right is None else f"{row.right:.0f}/{one.valid_samples}",
                )
                for row in one.rows
            ],
            chosen=sizes.index(one.recipe_batch) if one.recipe_batch in sizes else -1,
        )
        power, _, noise = one.words().partition("Noise scale")
        self._noise_words.setText(core_words(f"Noise scale{noise}") if noise else "")
        self._noise_words.setVisible(bool(noise))
        self._say_use(one, core_words(power.strip()))
        measured = (
            []
            if one.line is None
            else [("thick", "good", self.tr("measured, batch^{0}").format(f"{one.line.power:.2f}"))]
        )
        self._legend.show_entries(
            [
                ("dashes", "linear", self.tr("linear rule")),
                ("dots", "text", self.tr("square-root rule")),
                *measured,
                ("ring", "text", self.tr("best of its batch size")),
            ]
        )
        self._about.setText(self.tr("Striped: diverged · {0}").format(self.took_words(study)))
        self._say_scale()

    def duration_words(self, recipe: Recipe) -> str:
        sizes, (low, high) = _SIZES[self.sizes.key], _BELOW_AND_ABOVE[self.rates.key]
        runs = len(sizes) * (high - low) * self.seeds.value()
        return self.tr(
            "{0} short runs of {1} epochs on stored features: about a minute or two for 2 000 pictures on two cores.",
            n=self.epochs.value(),
        ).format(runs, self.epochs.value())

    def show_recipe(self, recipe: Recipe) -> None:
        super().show_recipe(recipe)
        self.grid.show_recipe(recipe.batch_size, recipe.learning_rate)

    @property
    def power(self) -> float | None:
        """The power that was measured, for the recipe's rule."""
        return None if self._map is None or self._map.line is None else self._map.line.power

    def _say_use(self, one: BatchMap, words: str) -> None:
        if one.suggested_batch is None or one.suggested_rate is None:
            self.card.show_nothing(words or self.tr("Every cell diverged: take lower rates."))
            return
        self.card.show_rate(
            self.tr("Fastest of those that tie with the best"),
            self.tr("{0} at {1}").format(one.suggested_batch, short_rate(one.suggested_rate)),
            "",
            words,
            self.tr("Use {0}, {1}").format(one.suggested_batch, short_rate(one.suggested_rate)),
        )

    def _say_scale(self) -> None:
        is_loss = self.measure.key == "loss"
        self.grid.show_loss(is_loss)
        self._heading.show_name(self.tr("Valid loss") if is_loss else self.tr("Valid accuracy"))
        self._heading.show_words(
            self.tr("learning rate up, batch size right")
            if is_loss
            else self.tr("learning rate up, batch size right, in %")
        )
        low, high = self.grid.bounds
        words = (f"{low:.2f}", f"{high:.2f}") if is_loss else (f"{low * 100:.0f}", f"{high * 100:.0f} %")
        self._scale.show_bounds(*words, is_dark_high=not is_loss)

    @Slot()
    def _use(self) -> None:
        if self._map is not None and self._map.suggested_batch and self._map.suggested_rate:
            self.recipe_wanted.emit(self._map.suggested_rate, self._map.suggested_batch)

    @Slot(int, float)
    def _use_cell(self, batch_size: int, rate: float) -> None:
        self.recipe_wanted.emit(rate, batch_size)

    @Slot()
    def _tell_duration(self, _value: object = None) -> None:
        if self._recipe is not None:
            self._duration.setText(self.duration_words(self._recipe))

    @Slot(str)
    def _take_measure(self, _key: str) -> None:
        self._say_scale()

    def _fill_bar(self) -> None:
        self.epochs.setValue(5)
        self.seeds.setValue(3)
        self.label_field(self.tr("Batch sizes"), self.sizes, 124)
        self.label_field(self.tr("Rates"), self.rates, 90)
        self.label_field(self.tr("Epochs"), self.epochs, 60)
        self.label_field(self.tr("Seeds"), self.seeds, 56)
        self.measure.setAccessibleName(self.tr("What the map shows"))
        self.bar.addWidget(self.measure)
        self.bar.addStretch()
        self._about = ElidedLabel(self.tr("Striped: diverged"), Type.CAPTION, "text-2", self)
        self.bar.addWidget(self._about)
        self.measure.chosen.connect(self._take_measure)
        for signal in (self.sizes.chosen, self.rates.chosen, self.epochs.valueChanged, self.seeds.valueChanged):
            signal.connect(self._tell_duration)

    def _fill_body(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._scale)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addLayout(head)
        left.addWidget(self.grid, 1)
        left.addWidget(self._legend)
        plots = QGridLayout()
        plots.setHorizontalSpacing(12)
        plots.setVerticalSpacing(0)
        plots.addWidget(self._time_head, 0, 0)
        plots.addWidget(SectionHeading(self.tr("Gradient noise scale"), self.tr("frames"), self), 0, 1)
        plots.addWidget(self.bars, 1, 0)
        plots.addWidget(self.noise, 1, 1)
        side = QWidget(self)
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        right.addLayout(plots, 1)
        right.addWidget(self._noise_words)
        right.addWidget(self.table)
        right.addWidget(self.card)
        row = QHBoxLayout(self.body)
        row.setContentsMargins(16, 0, 16, 8)
        row.setSpacing(16)
        row.addLayout(left, 1)
        area = scrolled(side, self)
        area.setFixedWidth(_SIDE_PX)
        row.addWidget(area)


class _ScaleBar(QWidget):
    """The ten colours between the least and the greatest value."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._low = Label("", Type.CAPTION, "text-2", self)
        self._high = Label("", Type.CAPTION, "text-2", self)
        self._strip = Strip(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self._low, self._strip, self._high):
            row.addWidget(widget)

    def show_bounds(self, low: str, high: str, is_dark_high: bool) -> None:
        self._low.setText(low)
        self._high.setText(high)
        self._strip.show_side(is_dark_high)


class Strip(QWidget):
    """The ten colours of heights, from low to high."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_dark_high = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_side(self, is_dark_high: bool) -> None:
        """Let dark be high, or low."""
        self._is_dark_high = is_dark_high
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(108, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_legend(QPainter(self), QRectF(self.rect()), self._is_dark_high)
