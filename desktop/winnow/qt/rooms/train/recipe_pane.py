"""The left of the Train room: the recipe of the next run."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from winnow.domain.recipe import Recipe, RecipeKind, default_recipe
from winnow.qt.figures import count_words
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.form import FormRow, SectionHeading, Separator
from winnow.qt.widgets.inspector import SidePane
from winnow.qt.widgets.label import Label
from winnow.qt.widgets.number_field import NumberField, WholeField
from winnow.qt.widgets.segmented import Segmented

_WIDTH_PX = 264


class RecipePane(SidePane):
    """Starts at the defaults for the size of the split; choosing the kind sets its defaults again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH_PX, parent)
        self._samples = 0
        self._batch_is_default = True
        self.kind = Segmented(
            ((RecipeKind.QUICK.value, self.tr("Quick")), (RecipeKind.FINE_TUNE.value, self.tr("Fine-tune"))),
            self,
            stretch=True,
        )
        self.kind.setAccessibleName(self.tr("Kind of training"))
        self._words = Label("", Type.CAPTION, "text-2", self, wrap=True)
        self.epochs = WholeField(1, 10_000, self)
        self.batch_size = WholeField(1, 4096, self)
        self.learning_rate = NumberField(0.000001, 100, 6, self)
        self.learning_rate.setSingleStep(0.0005)
        self.seed = WholeField(0, 2**31 - 1, self)
        self._parts = Label("", Type.CAPTION, "text-2", self, wrap=True)
        self._lay_out()
        self._take_defaults()
        self.kind.chosen.connect(self._take_kind)
        self.batch_size.valueChanged.connect(self._keep_batch)

    def recipe(self) -> Recipe:
        """Return what is chosen."""
        return replace(
            default_recipe(RecipeKind(self.kind.key), max(self._samples, 1)),
            epochs=self.epochs.value(),
            batch_size=self.batch_size.value(),
            learning_rate=self.learning_rate.value(),
            seed=self.seed.value(),
        )

    def show_parts(self, train: int, valid: int) -> None:
        """Say how much there is to learn from; a batch size that nobody chose follows."""
        self._samples = train
        if self._batch_is_default:
            self.batch_size.setValue(default_recipe(RecipeKind(self.kind.key), train).batch_size)
            self._batch_is_default = True
        self._parts.setText(
            self.tr("{0} train · {1} valid pictures. The test part is not touched.").format(
                count_words(train), count_words(valid)
            )
        )

    def _lay_out(self) -> None:
        self.column.addWidget(SectionHeading(self.tr("Recipe"), parent=self))
        self.column.addWidget(self.kind)
        self.column.addWidget(self._words)
        for pair in (
            (FormRow(self.tr("Epochs"), self.epochs), FormRow(self.tr("Batch size"), self.batch_size)),
            (FormRow(self.tr("Learning rate"), self.learning_rate), FormRow(self.tr("Seed"), self.seed)),
        ):
            row = QHBoxLayout()
            row.setSpacing(8)
            for field in pair:
                row.addWidget(field, 1)
            self.column.addLayout(row)
        self.column.addWidget(Separator(self))
        self.column.addWidget(self._parts)
        self.column.addStretch()

    @Slot(str)
    def _take_kind(self, _key: str) -> None:
        self._take_defaults()

    @Slot(int)
    def _keep_batch(self, _value: int) -> None:
        self._batch_is_default = False

    def _take_defaults(self) -> None:
        kind = RecipeKind(self.kind.key)
        made = default_recipe(kind, max(self._samples, 1))
        self.epochs.setValue(made.epochs)
        self.batch_size.setValue(made.batch_size)
        self.learning_rate.setValue(made.learning_rate)
        self.seed.setValue(made.seed)
        self._batch_is_default = True
        self._words.setText(
            self.tr("Only the last layer learns, from features computed once: seconds on any computer.")
            if kind is RecipeKind.QUICK
            else self.tr("All weights learn, from a network that already knows pictures. Good from about 100 a class.")
        )
