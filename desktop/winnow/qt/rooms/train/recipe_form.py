"""The fields of a recipe, and how they are read and set; it decides nothing."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QWidget

from winnow.domain.coupling import CouplingRule
from winnow.domain.recipe import Balance, OptimiserKind, OwnNetwork, Recipe, RecipeKind, Schedule
from winnow.qt.engines import clusters
from winnow.qt.rooms.train.recipe_fields import ChoiceBox, RateField
from winnow.qt.rooms.train.words import choice_words
from winnow.qt.widgets.button import IconButton
from winnow.qt.widgets.number_field import NumberField, WholeField
from winnow.qt.widgets.segmented import Segmented
from winnow.qt.widgets.switch import Switch

OWN = "own"
"""The key of a network of the person's own."""

_EARLY_STOP_EPOCHS = 5


class RecipeForm(QObject):
    """Makes the fields, children of *parent*; tells that the person changed one."""

    edited = Signal(str)  # name of the field in `Recipe`

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        kinds = tuple((kind.value, choice_words(kind)) for kind in RecipeKind)
        self.own: OwnNetwork | None = None
        self.kind = Segmented(kinds, parent, stretch=True)
        self.network = ChoiceBox((), parent)
        self.epochs = WholeField(1, 10_000, parent)
        self.batch_size = WholeField(1, 4096, parent)
        self.learning_rate = RateField(2e-3, parent)
        self.link = IconButton("link", _tr("Let the learning rate follow the batch size"), parent)
        self.link.setCheckable(True)
        self.link.setChecked(True)
        self.rule = ChoiceBox([(rule.value, choice_words(rule)) for rule in CouplingRule][:2], parent)
        self.schedule = ChoiceBox([(one.value, choice_words(one)) for one in Schedule], parent)
        self.optimiser = ChoiceBox([(one.value, choice_words(one)) for one in OptimiserKind], parent)
        self.weight_decay = NumberField(0, 10, 4, parent)
        self.stops_early = Switch(_tr("Early stop"), parent)
        self.early_stop = WholeField(1, 10_000, parent, _tr("ep."))
        self.early_stop.setValue(_EARLY_STOP_EPOCHS)
        self.seed = WholeField(0, 2**31 - 1, parent)
        self.device = ChoiceBox(_devices(), parent)
        self.size = WholeField(8, 1024, parent, "px")
        self.frozen_epochs = WholeField(0, 10_000, parent)
        self.views = WholeField(0, 16, parent)
        self.warm_up = WholeField(0, 100, parent, "%")
        self.period = WholeField(0, 10_000, parent, _tr("ep."))
        self.period.setSpecialValueText(_tr("a third"))
        self.plateau = WholeField(1, 10_000, parent, _tr("ep."))
        self.momentum = NumberField(0, 0.9999, 3, parent)
        self.label_smoothing = NumberField(0, 0.9, 2, parent)
        self.mixup = NumberField(0, 10, 2, parent)
        self.cutmix = NumberField(0, 10, 2, parent)
        self.clip_norm = NumberField(0, 1000, 2, parent)
        self.ema = NumberField(0, 0.99999, 5, parent)
        self.balance = ChoiceBox([(one.value, choice_words(one)) for one in Balance], parent)
        for step, fields in (
            (0.01, (self.weight_decay, self.momentum, self.ema)),
            (0.05, (self.label_smoothing,)),
            (0.1, (self.mixup, self.cutmix)),
        ):
            for field in fields:
                field.setSingleStep(step)
        self._by_name = self._named()
        for name, widget in self._by_name.items():
            _signal_of(widget).connect(_Teller(name, self).tell)
        self.stops_early.toggled.connect(self.early_stop.setEnabled)
        self.early_stop.setEnabled(False)

    def widgets(self) -> dict[str, QWidget]:
        """Return each field by its name in `Recipe`."""
        return dict(self._by_name)

    @Slot()
    def offer_devices(self) -> None:
        """Offer where it can be trained now; what was chosen stays so if it is still there."""
        self.device.show_parts(_devices())

    def show_networks(self, parts: Sequence[tuple[str, str]]) -> None:
        """Offer *parts*, and a network of the person's own."""
        own = self.own
        words = _tr("Own network…") if own is None else _tr("Own: {0}").format(own.class_name)
        self.network.show_parts((*parts, (OWN, words)))

    def show_recipe(self, recipe: Recipe) -> None:
        """Set every field; nothing is emitted."""
        self.blockSignals(True)
        self.kind.choose(recipe.kind.value)
        self.own = recipe.own
        self.network.choose(OWN if recipe.own is not None else recipe.network)
        self.stops_early.setChecked(recipe.early_stop_epochs > 0)
        self.early_stop.setValue(recipe.early_stop_epochs or _EARLY_STOP_EPOCHS)
        self.size.setValue(recipe.fit.size)
        self.warm_up.setValue(round(recipe.warm_up * 100))
        self.period.setValue(recipe.period_epochs)
        self.plateau.setValue(recipe.plateau_epochs)
        for field, choice in (
            (self.schedule, recipe.schedule.value),
            (self.optimiser, recipe.optimiser.value),
            (self.balance, recipe.balance.value),
            (self.device, recipe.device),
        ):
            field.choose(choice)
        for name in _PLAIN:
            self._by_name[name].setValue(getattr(recipe, name))  # type: ignore[attr-defined]
        self.blockSignals(False)

    def recipe(self, base: Recipe) -> Recipe:
        """Return what the fields say, over *base* for what has no field.

        Raises:
            RecipeUnusable: a value cannot be trained with.
        """
        is_own = self.network.key == OWN and self.own is not None
        values = {name: self._by_name[name].value() for name in _PLAIN}  # type: ignore[attr-defined]
        return replace(
            base,
            kind=RecipeKind(self.kind.key),
            network=base.network if self.network.key in ("", OWN) else self.network.key,
            own=self.own if is_own else None,
            schedule=Schedule(self.schedule.key),
            optimiser=OptimiserKind(self.optimiser.key),
            balance=Balance(self.balance.key),
            early_stop_epochs=self.early_stop.value() if self.stops_early.isChecked() else 0,
            warm_up=self.warm_up.value() / 100,
            period_epochs=self.period.value(),
            plateau_epochs=self.plateau.value(),
            device=self.device.key,
            fit=replace(base.fit, size=self.size.value()),
            **values,
        )

    def _named(self) -> dict[str, QWidget]:
        return {
            "kind": self.kind,
            "network": self.network,
            "epochs": self.epochs,
            "batch_size": self.batch_size,
            "learning_rate": self.learning_rate,
            "schedule": self.schedule,
            "optimiser": self.optimiser,
            "weight_decay": self.weight_decay,
            "early_stop_epochs": self.early_stop,
            "seed": self.seed,
            "device": self.device,
            "fit": self.size,
            "frozen_epochs": self.frozen_epochs,
            "views": self.views,
            "warm_up": self.warm_up,
            "period_epochs": self.period,
            "plateau_epochs": self.plateau,
            "momentum": self.momentum,
            "label_smoothing": self.label_smoothing,
            "mixup": self.mixup,
            "cutmix": self.cutmix,
            "clip_norm": self.clip_norm,
            "ema": self.ema,
            "balance": self.balance,
            "stops_early": self.stops_early,
        }


_PLAIN = (
    "epochs",
    "batch_size",
    "learning_rate",
    "weight_decay",
    "seed",
    "frozen_epochs",
    "views",
    "momentum",
    "label_smoothing",
    "mixup",
    "cutmix",
    "clip_norm",
    "ema",
)
"""Fields whose value is that of their widget."""


class _Teller(QObject):
    """Remembers the name of one field: a signal of a spin box does not carry it."""

    def __init__(self, name: str, form: RecipeForm) -> None:
        super().__init__(form)
        self._name, self._form = name, form

    @Slot()
    def tell(self, *_values: object) -> None:
        self._form.edited.emit(self._name)


def _signal_of(widget: QWidget) -> SignalInstance:
    for kind, name in (
        (Segmented, "chosen"),
        (ChoiceBox, "chosen"),
        (RateField, "changed"),
        (Switch, "toggled"),
    ):
        if isinstance(widget, kind):
            return getattr(widget, name)  # type: ignore[no-any-return]
    return widget.valueChanged  # type: ignore[attr-defined, no-any-return]


def _devices() -> tuple[tuple[str, str], ...]:
    card = ("mps", _tr("Apple GPU")) if sys.platform == "darwin" else ("cuda", _tr("NVIDIA GPU"))
    return ("auto", _tr("Automatic")), ("cpu", _tr("Processor")), card, *clusters()


def _tr(words: str) -> str:
    return QCoreApplication.translate("RecipeForm", words)
