"""What one look at the test part gave."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winnow.app.queries.tests import TestFrame, TestView
from winnow.domain.judgement import Judgement, Level
from winnow.domain.label import by_position, letters
from winnow.qt.dates import time_words
from winnow.qt.figures import count_words
from winnow.qt.looking_only import changes_project
from winnow.qt.rooms.test.columns import ThreeColumns
from winnow.qt.rooms.test.comparing import CompareBox
from winnow.qt.rooms.test.confusion import ConfusionMatrix
from winnow.qt.rooms.test.key_figures import CalibrationWords, KeyFigures
from winnow.qt.rooms.test.more import CurvesBox, WhereBox
from winnow.qt.rooms.test.per_class import PerClass
from winnow.qt.rooms.test.plots import ReliabilityPlot
from winnow.qt.rooms.test.strip import Shown, Strip
from winnow.qt.rooms.test.suspects_box import SuspectsBox
from winnow.qt.rooms.test.words import (
    ClassMark,
    interval_words,
    marks_of,
    percent_words,
    whole_percent,
)
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.banner import WarningBanner
from winnow.qt.widgets.button import Button, Role, Size
from winnow.qt.widgets.form import SectionHeading, Separator
from winnow.qt.widgets.label import Label
from winnow.qt.widgets.segmented import Segmented

FRAMES, PICTURES = "frames", "pictures"
COUNTS, SHARES = "counts", "shares"


class ResultPage(QWidget):
    """One run's result; frames are chosen in it, and looked at beside it."""

    frame_picked = Signal(object)  # TestFrame
    again_wanted = Signal()
    pictures_changed = Signal()
    """Other squares are shown: some may be missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: TestView | None = None
        self._cell: tuple[int, int] | None = None
        self.marks: tuple[ClassMark, ...] = ()
        self.log_button = Button(self.tr("Log"), self, icon_name="list", size=Size.SMALL)
        self.log_button.setCheckable(True)
        self.opened = WarningBanner("", parent=self, icon_name="unlock", action=self.log_button)
        self.again_button = Button(self.tr("Look again…"), self, size=Size.SMALL)
        changes_project(self.again_button)
        self.stale = WarningBanner("", parent=self, action=self.again_button)
        self._log = Label("", Type.SMALL, "text-2", self, wrap=True)
        self._figures = KeyFigures(self)
        self.levels = Segmented(((FRAMES, self.tr("Frames")), (PICTURES, self.tr("Pictures"))), self)
        self.levels.setAccessibleName(self.tr("What is counted"))
        self._divided = Label("", Type.SMALL, "text-2", self)
        self.matrix = ConfusionMatrix(self)
        self.ways = Segmented(((COUNTS, self.tr("Counts")), (SHARES, self.tr("Per row"))), self)
        self.ways.setAccessibleName(self.tr("Counts or shares of each row"))
        self._per_class_place, self._reliability_place = QVBoxLayout(), QVBoxLayout()
        self._calibration = CalibrationWords(self)
        self.back_button = Button(self.tr("All mistakes"), self, Role.LINK)
        self.strip_heading = SectionHeading("", "", self, Type.HEADING, self.back_button)
        self.strip = Strip(self, 2)
        self.suspects = SuspectsBox(1, self)
        self.curves, self.where, self.compare = CurvesBox(self), WhereBox(self), CompareBox(self)
        self._lay_out()
        self._connect()

    @property
    def chosen(self) -> TestFrame | None:
        """The frame that is looked at."""
        at = self.strip.chosen - 1
        return self._view.frames[at] if self._view is not None and at >= 0 else None

    def show_view(self, view: TestView) -> None:
        """Show the result of the chosen run."""
        self._view = view
        if view.chosen is None or view.opening is None:
            return
        self.marks = marks_of(view.chosen.run.labels, view.labels)
        self._say_opened(view)
        judgement = view.opening.judgement
        for one in (self.levels, self.suspects, self.strip, self.strip_heading, self.curves, self.where):
            one.setVisible(judgement is not None)
        if judgement is not None:
            divides = judgement.pictures.n != judgement.frames.n or judgement.divided_pictures > 0
            self.levels.setVisible(divides)
            self._divided.setVisible(judgement.divided_pictures > 0)
            self._divided.setText(
                self.tr(
                    "{0} pictures have frames with different labels and are left out", n=judgement.divided_pictures
                ).format(count_words(judgement.divided_pictures))
            )
            self._show_level()
            self.where.show_breakdowns(judgement.breakdowns)
        self.compare.show_runs(view)
        self._show_strip()

    def show_cell(self, true: int, said: int) -> None:
        """Show the pictures of one cell."""
        self._cell = (true, said)
        self.matrix.choose(self._cell)
        self._show_strip()

    @Slot()
    def show_mistakes(self) -> None:
        """Show the most confident mistakes."""
        self._cell = None
        self.matrix.choose(None)
        self._show_strip()

    def mistake_words(self, frame: TestFrame) -> str:
        """Say which of the shown pictures *frame* is."""
        at = next((at for at, one in enumerate(self.strip.shown, 1) if one.id == frame.row + 1), 0)
        said = self.tr("picture {0} of {1}") if self._cell is not None else self.tr("mistake {0} of {1}")
        return said.format(at, len(self.strip.shown))

    def level(self) -> tuple[Judgement, Level] | None:
        """Return what is shown, and on which level."""
        judgement = None if self._view is None or self._view.opening is None else self._view.opening.judgement
        if judgement is None:
            return None
        return judgement, judgement.pictures if self.levels.key == PICTURES else judgement.frames

    def _say_opened(self, view: TestView) -> None:
        assert view.opening is not None
        assert view.chosen is not None
        count, run = len(view.openings), view.chosen.run.name
        self.opened.show_words(
            self.tr("Test part opened {0} times", n=count).format(count),
            self.tr("{0}, for {1}. Choosing a run by these numbers would make them too good.").format(
                time_words(view.opening.opened_at), run
            ),
        )
        self._log.setText("\n".join(f"{time_words(at)}  ·  {name}" for at, name in view.openings))
        self.stale.setVisible(view.chosen.out_of_date or view.opening.judgement is None)
        self.again_button.setVisible(view.opening.judgement is None)
        if view.opening.judgement is None:
            self.stale.show_words(
                self.tr("This look was made by an earlier version"),
                self.tr("It kept its table only. Another look shows everything, and is counted."),
            )
        else:
            self.stale.show_words(
                self.tr("Out of date"),
                self.tr("Pictures, frames or labels changed since {0} was trained: train again.").format(run),
            )

    @Slot()
    def _show_level(self) -> None:
        found = self.level()
        if found is None or self._view is None or self._view.chosen is None:
            return
        _judgement, level = found
        what = self.tr("pictures") if self.levels.key == PICTURES else self.tr("frames")
        self._show_figures(level, what)
        self.matrix.show_counts(level.confusion, self.marks, what)
        self.matrix.choose(self._cell)
        _replace(self._per_class_place, PerClass(level.classes, self.marks, self))
        after = None if level.calibration is None else level.calibration.reliability
        _replace(self._reliability_place, ReliabilityPlot(level.reliability, self, after))
        self._calibration.show_level(level)
        self.curves.show_curves(level.curves, self.marks)
        self.pictures_changed.emit()

    def _show_figures(self, level: Level, what: str) -> None:
        assert self._view is not None
        assert self._view.chosen is not None
        run = self._view.chosen.run
        best = next((one for one in run.epochs if one.epoch == run.best_epoch), None)
        valid_loss = "–" if best is None else f"{best.valid_loss:.3f}"
        valid = "–" if best is None else percent_words(best.valid_accuracy)
        classes = sum(1 for one in level.classes if one.n)
        facts = (
            (
                self.tr("Accuracy"),
                percent_words(level.accuracy),
                self.tr("{0} of {1} {2} · {3}").format(
                    count_words(level.right), count_words(level.n), what, interval_words(level.interval)
                ),
            ),
            (
                self.tr("Balanced accuracy"),
                percent_words(level.balanced_accuracy),
                self.tr("mean recall of {0} classes", n=classes).format(classes),
            ),
            (
                self.tr("Log loss"),
                f"{level.reliability.log_loss:.3f}",
                self.tr("valid was {0}").format(valid_loss),
            ),
            (
                self.tr("Calibration error"),
                f"{level.reliability.error:.3f}",
                self.tr("ECE, {0} bins", n=len(level.reliability.bins)).format(len(level.reliability.bins)),
            ),
            (
                self.tr("Model"),
                run.name,
                self.tr("epoch {0} of {1} · valid {2} · {3}").format(
                    run.best_epoch, run.recipe.epochs, valid, run.recipe.network
                ),
            ),
        )
        self._figures.show_facts(facts)

    def _show_strip(self) -> None:
        view = self._view
        if view is None or view.opening is None or view.opening.judged is None:
            return
        judged = view.opening.judged
        rows = judged.mistakes() if self._cell is None else judged.in_cell(*self._cell)
        if self._cell is None:
            self.strip_heading.show_name(self.tr("Most confident mistakes"))
            some = self.tr("all {0}").format(count_words(len(rows)))
            self.strip_heading.show_words(some if len(rows) else self.tr("none: every frame was told right"))
        else:
            true, said = (self.marks[at].name for at in self._cell)
            self.strip_heading.show_name(self.tr("True {0}, said {1}").format(true, said))
            self.strip_heading.show_words(
                self.tr("{0} frames, the surest first", n=len(rows)).format(count_words(len(rows)))
            )
        self.back_button.setVisible(self._cell is not None)
        shown = tuple(self._shown(view.frames[int(row)]) for row in rows)
        self.strip.setAccessibleName(self.tr("Pictures of the test part"))
        self.strip.show_pictures(shown, by_position(view.labels, letters([label.name for label in view.labels])))
        self.pictures_changed.emit()

    def _shown(self, frame: TestFrame) -> Shown:
        truth, said = self.marks[frame.truth], self.marks[frame.said]
        words = self.tr("label {0}").format(truth.name)
        if frame.cluster is not None:
            words = self.tr("label {0}, cluster {1}").format(truth.name, frame.cluster)
        return Shown(
            id=frame.row + 1,
            key=frame.key,
            label=truth.index,
            before=self.tr("said"),
            mark=said,
            figure=whole_percent(frame.probability),
            words=words,
            name=frame.file,
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(14)
        column.addWidget(self.opened)
        column.addWidget(self._log)
        column.addWidget(self.stale)
        self._log.hide()
        column.addWidget(self._figures)
        row = QHBoxLayout()
        row.addWidget(self.levels)
        row.addWidget(self._divided)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(Separator(self))
        column.addWidget(self._middle())
        column.addWidget(Separator(self))
        column.addLayout(self._lower())
        column.addWidget(Separator(self))
        column.addWidget(self.curves)
        column.addWidget(Separator(self))
        column.addWidget(self.where)
        column.addWidget(Separator(self))
        column.addWidget(self.compare)
        column.addStretch(1)

    def _middle(self) -> QWidget:
        headings = (
            SectionHeading(self.tr("Confusion"), self.tr("click a cell"), self, Type.HEADING, self.ways),
            SectionHeading(self.tr("Per class"), self.tr("95 % intervals (Wilson)"), self, Type.HEADING),
            SectionHeading(self.tr("Reliability"), self.tr("frames in each bin"), self, Type.HEADING),
        )
        parts = [QWidget(self) for _ in headings]
        columns = [QVBoxLayout(part) for part in parts]
        for column, heading in zip(columns, headings, strict=True):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(10)
            # On one line, though only the first has something to choose beside it.
            heading.setMinimumHeight(self.ways.sizeHint().height())
            column.addWidget(heading)
        columns[0].addWidget(self.matrix, 0, Qt.AlignmentFlag.AlignLeft)
        columns[1].addLayout(self._per_class_place)
        columns[2].addLayout(self._reliability_place)
        columns[2].addWidget(self._calibration)
        for column in columns:
            column.addStretch(1)
        return ThreeColumns(parts[0], parts[1], parts[2], self)

    def _lower(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(28)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.strip_heading)
        left.addWidget(self.strip)
        left.addStretch(1)
        row.addLayout(left, 7)
        row.addWidget(self.suspects, 4)
        return row

    def _connect(self) -> None:
        self.log_button.toggled.connect(self._log.setVisible)
        self.levels.chosen.connect(self._change_level)
        self.ways.chosen.connect(self._change_way)
        self.matrix.cell_chosen.connect(self.show_cell)
        self.back_button.clicked.connect(self.show_mistakes)
        self.again_button.clicked.connect(self.again_wanted)
        self.strip.picked.connect(self._pick)

    @Slot(str)
    def _change_level(self, _key: str) -> None:
        self._show_level()

    @Slot(str)
    def _change_way(self, key: str) -> None:
        self.matrix.show_by_row(key == SHARES)

    @Slot(int)
    def _pick(self, number: int) -> None:
        if self._view is not None:
            self.frame_picked.emit(self._view.frames[number - 1])


def _replace(place: QVBoxLayout, widget: QWidget) -> None:
    """Put *widget* in the place of what is in *place*."""
    while (item := place.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
    place.addWidget(widget)
