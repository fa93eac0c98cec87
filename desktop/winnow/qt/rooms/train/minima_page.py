"""The minima's tab: restarts on the loss surface, the loss between two of them, how sharp each is."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winnow.domain.colour import DARK_LETTER
from winnow.domain.ids import RunId
from winnow.domain.minima import MinimaFound, Restart
from winnow.domain.recipe import Recipe, RecipeKind
from winnow.domain.study import MinimaSettings, Plane, Study, StudyFound, StudyKind, StudySettings, usual_points
from winnow.qt.plots.surface import SliceChart, SurfaceView, heights
from winnow.qt.rooms.train.batch_page import Strip
from winnow.qt.rooms.train.legend import Legend
from winnow.qt.rooms.train.recipe_fields import ChoiceBox
from winnow.qt.rooms.train.small_table import SmallTable, TableColumn
from winnow.qt.rooms.train.study_page import StudyPage, scrolled
from winnow.qt.rooms.train.words import percent
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import tokens
from winnow.qt.theme.tokens import colour
from winnow.qt.widgets.form import SectionHeading
from winnow.qt.widgets.label import Label, plain_tip
from winnow.qt.widgets.number_field import WholeField
from winnow.qt.widgets.segmented import Segmented

_SIDE_PX = 440
_WIDE_PX, _NARROW_PX = 216, 152
_GRIDS = (11, 21, 41, 61)


class MinimaPage(StudyPage):
    """Trains one recipe from several seeds, and looks at the loss around and between what they came to."""

    kind = StudyKind.MINIMA

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: MinimaFound | None = None
        self._end = 1
        self.recipe_of = ChoiceBox((("", self.tr("the next run")),), self)
        self._recipes: dict[str, Recipe] = {}
        self._offered: tuple[tuple[str, str], ...] = ()
        self.count = WholeField(2, 20, self)
        self.count.setValue(6)
        self.plane = ChoiceBox(
            (
                (Plane.RESTARTS.value, self.tr("Through the restarts (PCA)")),
                (Plane.PATH.value, self.tr("Along the training path (PCA)")),
                (Plane.RANDOM.value, self.tr("Random, filter-normalised")),
            ),
            self,
        )
        self.points = ChoiceBox([(str(one), f"{one} × {one}") for one in _GRIDS], self)
        self.points.choose("41")
        self.weights = ChoiceBox((("head", self.tr("The head")), ("whole", self.tr("All weights"))), self)
        self.part = Segmented((("train", self.tr("Train")), ("valid", self.tr("Valid"))), self, dense=True)
        self.part.choose("valid")
        self.surface, self.slice = SurfaceView(self), SliceChart(self)
        self._low, self._high = (Label("", Type.CAPTION, "text-2", self) for _ in range(2))
        self._strip = Strip(self)
        self._strip.show_side(False)
        self._surface_head = SectionHeading(self.tr("Loss surface"), self.tr("a slice"), self, Type.NAME)
        self._slice_head = SectionHeading(self.tr("Slice"), "", self, Type.NAME)
        self._restarts_head = SectionHeading(self.tr("Restarts"), "", self, Type.NAME)
        self.table = SmallTable(
            (TableColumn(self.tr("Restart"), 1.3), TableColumn(self.tr("Valid loss"), 1.0),
             TableColumn(self.tr("Accuracy"), 1.0), TableColumn(self.tr("Sharpness"), 1.2),
             TableColumn(self.tr("Gradient"), 1.0, is_quiet=True)),
            self, draw_mark=self._mark_restart, can_choose=True,
        )  # fmt: skip
        self._limits = Label("", Type.CAPTION, "text-2", self, wrap=True)
        self._fill_bar()
        self._fill_body()
        self.introduce(
            self.tr("Look at the minima"),
            self.tr("Do other seeds end in another minimum?"),
            self.tr(
                "The recipe is trained from several seeds. The map shows where they ended, the slice the barrier "
                "between two of them, and the sharpness how quickly the loss rises around each."
            ),
        )
        self.part.chosen.connect(self._take_part)
        self.table.row_chosen.connect(self._show_slice)
        self.surface.restart_wanted.connect(self._show_slice)

    @property
    def title(self) -> str:
        return self.tr("Local minima")

    def action_words(self) -> str:
        return self.tr("Draw again") if self.has_result else self.tr("Start restarts")

    def settings(self, recipe: Recipe) -> MinimaSettings:
        key = self.recipe_of.key
        return MinimaSettings(
            self._recipes.get(key, recipe),
            RunId(int(key)) if key in self._recipes else None,
            self.count.value(),
            Plane(self.plane.key),
            int(self.points.key),
            is_whole=self.weights.key == "whole",
        )

    def show_recipe(self, recipe: Recipe) -> None:
        super().show_recipe(recipe)
        self._tell_weights()

    def show_runs(self, runs: list[tuple[int, str, Recipe]]) -> None:
        """Offer the recipes of runs."""
        self._recipes = {str(run_id): recipe for run_id, _name, recipe in runs}
        parts = (("", self.tr("the next run")), *((str(run_id), name) for run_id, name, _recipe in runs))
        if parts != self._offered:
            self._offered = parts
            self.recipe_of.show_parts(parts)

    def prepare(self, settings: StudySettings) -> None:
        self._limits.setText("")

    def draw(self, found: StudyFound, study: Study) -> None:
        self._found = cast(MinimaFound, found)
        one = self._found
        self._end = min(1, len(one.restarts) - 1)
        self.surface.show_found(one)
        self._restarts_head.show_words(
            self.tr("accuracy {0} ± {1} %").format(f"{one.mean_accuracy * 100:.1f}", f"{one.sd_accuracy * 100:.1f}")
        )
        self.table.show_rows(
            [
                (
                    self.tr("seed {0}").format(restart.seed),
                    f"{restart.valid_loss:.3f}",
                    percent(restart.valid_accuracy),
                    f"{restart.sharpness:.3g} {self._sharp_words(restart)}",
                    f"{restart.gradient_norm:.2g}",
                )
                for restart in one.restarts
            ]
        )
        self._limits.setText(" ".join((*one.limits, self.took_words(study) + ".")))
        self._say_surface()
        self._show_slice(self._end)

    def duration_words(self, recipe: Recipe) -> str:
        points, recipe = int(self.points.key) ** 2, self._recipes.get(self.recipe_of.key, recipe)
        is_whole = recipe.kind is RecipeKind.SCRATCH or self._looks_at_all(recipe)
        how = (
            self.tr("of the whole network: many minutes without a graphics card; a smaller grid takes less")
            if is_whole
            else self.tr("of the head alone: well under a minute")
        )
        return self.tr("{0} runs by the recipe, then the loss at {1} points, {2}.", n=self.count.value()).format(
            self.count.value(), points, how
        )

    def _looks_at_all(self, recipe: Recipe) -> bool:
        return recipe.kind is RecipeKind.FINE_TUNE and self.weights.key == "whole"

    def _sharp_words(self, restart: Restart) -> str:
        """Say how sharp it is beside the others: the figure alone has no scale of its own."""
        flattest = min(one.sharpness for one in self._found.restarts) if self._found else 0.0
        if flattest <= 0:
            return ""
        ratio = restart.sharpness / flattest
        return self.tr("flat") if ratio < 1.5 else self.tr("medium") if ratio < 3 else self.tr("sharp")

    def _mark_restart(self, painter: QPainter, box: QRectF, row: int) -> None:
        if self._found is None:
            return
        now, restart = tokens(), self._found.restarts[row]
        disc = QRectF(box.left(), box.center().y() - 9, 18, 18)
        draw_box(painter, disc, 9, colour(now.best) if row == 0 else now.colour("bg"), now.colour("text-2"), 1.5)
        painter.setFont(font(Type.LETTER))
        painter.setPen(colour(DARK_LETTER) if row == 0 else now.colour("text"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(restart.seed))

    def _say_surface(self) -> None:
        if self._found is None:
            return
        low, high = heights(self.surface.losses)
        self._low.setText(f"{low:.2g}")
        self._high.setText(f"{high:.2g}+")
        path = self._found.surface.path_explained
        self._surface_head.show_words(
            self.tr("white: path of seed {0}, {1} % of it lies in this plane").format(
                self._found.restarts[0].seed, round(path * 100)
            )
        )

    @Slot(str)
    def _take_part(self, key: str) -> None:
        self.surface.show_part(key == "valid")
        self._say_surface()

    @Slot(int)
    def _show_slice(self, row: int) -> None:
        """Show the slice from the first restart to another; of the first itself, the random one."""
        if self._found is None:
            return
        found = self._found
        at = row - 1 if row else len(found.slices) - 1
        self.table.choose(row)
        self.surface.show_slice(row)
        self.slice.show_slice(found, min(at, len(found.slices) - 1))
        first = found.restarts[0].seed
        if row:
            self._slice_head.show_name(
                self.tr("Slice from seed {0} to seed {1}").format(first, found.restarts[row].seed)
            )
        else:
            self._slice_head.show_name(self.tr("Slice around seed {0}").format(first))
        self._slice_head.show_words("" if row else self.tr("random direction, filter-normalised"))
        off = found.restarts[row].off_plane
        self.table.setToolTip(
            plain_tip(self.tr("seed {0}: {1} % of its distance is off this plane").format(
                found.restarts[row].seed, round(off * 100)
            ))
        )  # fmt: skip

    def _fill_bar(self) -> None:
        self.label_field(self.tr("Restarts of"), self.recipe_of, 126)
        self.label_field(self.tr("Count"), self.count, 58)
        self.weights.setAccessibleName(self.tr("Weights that are looked at"))
        self.weights.setProperty("dense", True)
        self.weights.setFixedWidth(112)
        self.bar.addWidget(self.weights)
        self.label_field(self.tr("Plane"), self.plane, _WIDE_PX)
        self.label_field(self.tr("Grid"), self.points, 96)
        self.part.setAccessibleName(self.tr("Loss on"))
        self.bar.addWidget(self.part)
        self.bar.addStretch()
        self.count.valueChanged.connect(self._tell_duration)
        self.points.chosen.connect(self._tell_duration)
        self.weights.chosen.connect(self._take_weights)
        self.recipe_of.chosen.connect(self._tell_duration)
        self._tell_weights()

    @Slot()
    def _tell_duration(self, _value: object = None) -> None:
        if self._recipe is not None:
            self._duration.setText(self.duration_words(self._recipe))
            self._tell_weights()

    @Slot(str)
    def _take_weights(self, key: str) -> None:
        self.points.choose(str(usual_points(RecipeKind.FINE_TUNE, is_whole=key == "whole")))
        self._tell_duration()

    def _tell_weights(self) -> None:
        """Let the weights be chosen where there is a choice: of a network that is fine-tuned."""
        recipe = self._recipes.get(self.recipe_of.key, self._recipe)
        is_choice = recipe is not None and recipe.kind is RecipeKind.FINE_TUNE
        self.weights.setVisible(is_choice)
        self.plane.setFixedWidth(_NARROW_PX if is_choice else _WIDE_PX)
        self.weights.setToolTip(
            self.tr("The head on the features it starts from is quick; all weights take many minutes")
        )

    def _fill_body(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._surface_head, 1)
        for widget in (self._low, self._strip, self._high):
            head.addWidget(widget)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addLayout(head)
        left.addWidget(self.surface, 1)
        slice_head = QHBoxLayout()
        slice_head.addWidget(self._slice_head, 1)
        legend = (("dashes", "accent", self.tr("train")), ("line", "accent", self.tr("valid")))
        slice_head.addWidget(Legend(legend, self))
        side = QWidget(self)
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(6)
        right.addLayout(slice_head)
        right.addWidget(self.slice, 1)
        right.addWidget(self._restarts_head)
        right.addWidget(self.table)
        right.addWidget(self._limits)
        row = QHBoxLayout(self.body)
        row.setContentsMargins(16, 0, 16, 8)
        row.setSpacing(20)
        row.addLayout(left, 1)
        area = scrolled(side, self)
        area.setFixedWidth(_SIDE_PX)
        row.addWidget(area)
