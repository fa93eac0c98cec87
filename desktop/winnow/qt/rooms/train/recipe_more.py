"""The fields of a recipe that are seldom changed."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from winnow.domain.recipe import OptimiserKind, Recipe, RecipeKind, Schedule
from winnow.qt.rooms.train.recipe_form import RecipeForm
from winnow.qt.widgets.form import FormRow


class MoreFields(QWidget):
    """Two in a row, the last across both; those that count for nothing in a recipe are left out."""

    def __init__(self, form: RecipeForm, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = {
            name: FormRow(words, widget, self)
            for name, words, widget in (
                ("fit", self.tr("Input size"), form.size),
                ("frozen_epochs", self.tr("Frozen epochs"), form.frozen_epochs),
                ("views", self.tr("Stored views"), form.views),
                ("warm_up", self.tr("Warm-up"), form.warm_up),
                ("period_epochs", self.tr("Period"), form.period),
                ("plateau_epochs", self.tr("Plateau"), form.plateau),
                ("momentum", self.tr("Momentum"), form.momentum),
                ("label_smoothing", self.tr("Label smoothing"), form.label_smoothing),
                ("mixup", self.tr("Mixup"), form.mixup),
                ("cutmix", self.tr("Cutmix"), form.cutmix),
                ("clip_norm", self.tr("Clip gradients at"), form.clip_norm),
                ("ema", self.tr("Weight averaging"), form.ema),
                ("balance", self.tr("Unequal classes"), form.balance),
            )
        }
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(9)
        for across in range(2):
            self._grid.setColumnStretch(across, 1)
        self.hide()

    def show_for(self, recipe: Recipe) -> None:
        """Show the fields that count for *recipe*."""
        counts = {
            "frozen_epochs": recipe.kind is RecipeKind.FINE_TUNE,
            "views": recipe.kind is RecipeKind.QUICK,
            "mixup": recipe.kind is not RecipeKind.QUICK,
            "cutmix": recipe.kind is not RecipeKind.QUICK,
            "warm_up": recipe.schedule in (Schedule.ONE_CYCLE, Schedule.COSINE),
            "period_epochs": recipe.schedule in (Schedule.STEP, Schedule.RESTARTS),
            "plateau_epochs": recipe.schedule is Schedule.PLATEAU,
            "momentum": recipe.optimiser is OptimiserKind.SGD,
        }
        for row in self._rows.values():
            self._grid.removeWidget(row)
            row.hide()
        wide = self._rows["balance"]
        shown = [row for name, row in self._rows.items() if counts.get(name, True) and row is not wide]
        for at, row in enumerate(shown):
            self._grid.addWidget(row, at // 2, at % 2)
        self._grid.addWidget(wide, -(-len(shown) // 2), 0, 1, 2)  # its choices are sentences
        for row in (*shown, wide):
            row.show()
