"""The first tab: the curves of the runs, and what they are drawn by."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from winnow.domain.kept_epoch import kept_of
from winnow.domain.proportion import wilson
from winnow.domain.recipe import Recipe, Schedule
from winnow.domain.run import Run
from winnow.qt.core_words import core_words
from winnow.qt.plots.curves import Measure
from winnow.qt.plots.run_plots import RunPlots
from winnow.qt.rooms.train.legend import Legend
from winnow.qt.rooms.train.words import percent
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.label import Label
from winnow.qt.widgets.segmented import Segmented

_BAR_PX = 40
_SMOOTH_STEPS = 100


class CurvesPage(QWidget):
    """Options over the plots; `plots` takes what runs report."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plots = RunPlots(self)
        self.smooth = QSlider(Qt.Orientation.Horizontal, self)
        self.axis = Segmented(
            (("epochs", self.tr("Epochs")), ("steps", self.tr("Steps")), ("time", self.tr("Time"))), self, dense=True
        )
        self.scale = Segmented((("linear", self.tr("Linear")), ("log", self.tr("Log"))), self, dense=True)
        self._fill()
        self.smooth.valueChanged.connect(self._smooth)
        self.axis.chosen.connect(self.plots.set_axis)
        self.scale.chosen.connect(self._take_scale)

    def show_notes(self, run: Run | None) -> None:
        """Say beside the plots what is best in *run*, and how its rate goes."""
        if run is None:
            self.plots.show_note(Measure.ACCURACY, "")
            self.plots.show_note(Measure.RATE, "")
            return
        kept, n = kept_of(run.epochs, run.valid_samples), run.valid_samples
        words = why = ""
        if kept is not None:
            accuracy = kept.epoch.valid_accuracy
            low, high = wilson(round(accuracy * n), n)
            parts = (
                self.tr("kept: epoch {0}, {1}").format(run.best_epoch, percent(accuracy)),
                self.tr("95 % interval {0}–{1} %").format(f"{low * 100:.1f}", f"{high * 100:.1f}"),
            )
            words = " · ".join(parts)
            why = core_words(kept.words())
        self.plots.show_note(Measure.ACCURACY, words, why)
        self.plots.show_note(Measure.RATE, self._schedule_words(run.recipe))

    def _schedule_words(self, recipe: Recipe) -> str:
        share = f"{recipe.warm_up * 100:.0f} %"
        return {
            Schedule.ONE_CYCLE: self.tr("one-cycle, rising for {0} of the steps").format(share),
            Schedule.COSINE: self.tr("cosine after {0} of warm-up").format(share),
            Schedule.STEP: self.tr("a tenth after every {0} epochs", n=recipe.period()).format(recipe.period()),
            Schedule.CONSTANT: self.tr("constant"),
            Schedule.PLATEAU: self.tr(
                "a tenth after {0} epochs without a lower valid loss", n=recipe.plateau_epochs
            ).format(recipe.plateau_epochs),
            Schedule.RESTARTS: self.tr("cosine, again after every {0} epochs", n=recipe.period()).format(
                recipe.period()
            ),
        }[recipe.schedule]

    @Slot(int)
    def _smooth(self, value: int) -> None:
        # Towards 1 a small step changes much: the slider goes by the number of steps that are averaged.
        share = value / _SMOOTH_STEPS
        self.plots.set_smoothing(0.0 if value == 0 else 1 - 10 ** (-2.5 * share))

    @Slot(str)
    def _take_scale(self, key: str) -> None:
        self.plots.set_log(key == "log")

    def _fill(self) -> None:
        self.smooth.setRange(0, _SMOOTH_STEPS)
        self.smooth.setValue(round(_SMOOTH_STEPS * 0.4))
        self._smooth(self.smooth.value())
        self.smooth.setFixedWidth(80)
        self.smooth.setAccessibleName(self.tr("Smooth the train lines"))
        self.smooth.setToolTip(self.tr("Smooth the train lines; valid is never smoothed"))
        self.axis.setAccessibleName(self.tr("x axis"))
        self.scale.setAccessibleName(self.tr("Scale of the loss"))
        legend = Legend(
            (
                ("dashes", "text", self.tr("train")),
                ("line", "text", self.tr("valid")),
                ("ring", "text", self.tr("kept")),
            ),
            self,
        )
        head = QWidget(self)
        head.setFixedHeight(_BAR_PX)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(legend)
        row.addStretch()
        row.addWidget(Label(self.tr("Smooth"), Type.SMALL, "text-2", self))
        row.addWidget(self.smooth)
        row.addSpacing(10)
        row.addWidget(Label(self.tr("x axis"), Type.SMALL, "text-2", self))
        row.addWidget(self.axis)
        row.addWidget(self.scale)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.plots, 1)
