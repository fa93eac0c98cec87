"""The left of the Train room: the recipe of the next run."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from winnow.app.queries.recipes import OfferedNetwork
from winnow.app.queries.runs import TrainingData
from winnow.base.errors import UserError
from winnow.domain.coupling import Coupling, CouplingRule, coupled, default_rule
from winnow.domain.recipe import OptimiserKind, OwnNetwork, Recipe, RecipeKind, default_recipe
from winnow.domain.recipe_words import DataFacts, explained, steps_per_epoch
from winnow.qt.core_words import core_words
from winnow.qt.figures import count_words
from winnow.qt.rooms.train.recipe_form import OWN, RecipeForm
from winnow.qt.rooms.train.recipe_more import MoreFields
from winnow.qt.rooms.train.words import choice_words, in_language
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.button import Button, Role, Size
from winnow.qt.widgets.form import FormRow, SectionHeading, Separator
from winnow.qt.widgets.inspector import SidePane
from winnow.qt.widgets.label import Label, plain_tip

_WIDTH_PX = 264
_PADDING_PX = 16
_LEAST_FIELD_PX = 28
"""A field may be narrower than it would like: the pane has a fixed width, and two stand beside each other."""
_RULES = (CouplingRule.LINEAR, CouplingRule.SQUARE_ROOT)


class RecipePane(SidePane):
    """Starts at the defaults for the size of the split; choosing the kind sets its defaults again."""

    edited = Signal()
    own_wanted = Signal()  # a network of the person's own is to be chosen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH_PX, parent)
        self._networks: tuple[OfferedNetwork, ...] = ()
        self._data: TrainingData | None = None
        self._facts = DataFacts(0, 0, ())
        self._is_default = True
        self._power: float | None = None
        self.form = RecipeForm(self)
        self.kind, self.epochs, self.batch_size = self.form.kind, self.form.epochs, self.form.batch_size
        self.learning_rate, self.seed = self.form.learning_rate, self.form.seed
        self._base = self._default(RecipeKind.QUICK)
        self._anchor = (self._base.batch_size, self._base.learning_rate)
        self._words = Label("", Type.CAPTION, "text-2", self, wrap=True)
        self._reason = Label("", Type.CAPTION, "text-2", self, wrap=True)
        self._wrong = Label("", Type.CAPTION, "bad", self, wrap=True)
        self._parts = Label("", Type.CAPTION, "text-2", self, wrap=True)
        self._about = _FieldWords(self)
        self.reset_button = Button(self.tr("Reset"), self, Role.QUIET, "undo", Size.SMALL)
        self._heading = SectionHeading(self.tr("Recipe"), self.tr("next run"), self, action=self.reset_button)
        self.more_button = Button(self.tr("More"), self, Role.QUIET, "chevron-right", Size.SMALL)
        self.more_button.setCheckable(True)
        self._more = MoreFields(self.form, self)
        self._lay_out()
        self._take_recipe(self._base)
        self.form.edited.connect(self._take_edit)
        self.form.rule.chosen.connect(self._couple)
        self.form.link.toggled.connect(self._couple)
        self.reset_button.clicked.connect(self._reset)
        self.more_button.toggled.connect(self._show_more)

    def recipe(self) -> Recipe:
        """Return what is chosen.

        Raises:
            RecipeUnusable: a value cannot be trained with.
        """
        return self.form.recipe(self._base)

    @property
    def facts(self) -> DataFacts:
        """What there is to learn from; nothing counted before that is known."""
        return self._facts

    def show_recipe(self, recipe: Recipe) -> None:
        """Take *recipe* for the next run."""
        self._is_default = False
        self._take_recipe(recipe)
        self.edited.emit()

    def show_rate(self, rate: float, batch_size: int | None = None) -> None:
        """Take a rate that a study found, and the batch that it is right for."""
        if batch_size is not None:
            self.form.blockSignals(True)
            self.batch_size.setValue(batch_size)
            self.form.blockSignals(False)
        self._is_default = False
        self.learning_rate.setValue(rate)
        self._anchor = (self.batch_size.value(), rate)
        self._refresh()
        self.edited.emit()

    def show_data(self, data: TrainingData) -> None:
        """Say how much there is to learn from; defaults that nobody changed follow."""
        self._data, self._facts, self._networks = data, data.facts, data.networks
        self._offer_networks()
        if self._is_default:
            self._take_recipe(self._default(RecipeKind(self.kind.key)))
        self._refresh()

    def show_power(self, power: float | None) -> None:
        """Offer the rule that a batch study measured, or take it away."""
        self._power = power
        rules = _RULES if power is None else tuple(CouplingRule)
        self.form.rule.show_parts([(rule.value, choice_words(rule)) for rule in rules])
        self._refresh()

    def show_own(self, own: OwnNetwork | None) -> None:
        """Take a network of the person's own; None: they chose none after all."""
        self.form.own = own or self.form.own
        self._offer_networks()
        self.form.network.choose(OWN if self.form.own is not None else self._base.network)
        self._refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self._about.show_field(str(watched.property("field")))
        elif event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True  # the wheel scrolls the pane; a number must not change on the way
        return False

    def _default(self, kind: RecipeKind) -> Recipe:
        return default_recipe(kind) if self._data is None else self._data.start(kind)

    def _take_recipe(self, recipe: Recipe) -> None:
        self._base = recipe
        self.form.kind.choose(recipe.kind.value)
        self.form.own = recipe.own or self.form.own
        self._offer_networks()
        self.form.show_recipe(recipe)
        self._anchor = (recipe.batch_size, recipe.learning_rate)
        rule = default_rule(recipe.optimiser)
        self.form.rule.choose(rule.value)
        self._refresh()

    def _offer_networks(self) -> None:
        kind = RecipeKind(self.kind.key)
        parts = []
        for one in self._networks:
            if kind in one.kinds:
                is_fetched = one.download_bytes and kind is not RecipeKind.SCRATCH
                more = self.tr(" · {0} MB to fetch").format(round(one.download_bytes / 1e6)) if is_fetched else ""
                parts.append((one.name, core_words(one.words) + more))
        chosen = self.form.network.key
        self.form.show_networks(parts or [(self._base.network, self._base.network)])
        self.form.network.choose(chosen or self._base.network)

    @Slot(str)
    def _take_edit(self, name: str) -> None:
        if name == "kind":
            self._is_default = True
            self._take_recipe(self._default(RecipeKind(self.kind.key)))
            self.edited.emit()
            return
        self._is_default = False
        if name == "network":
            self._take_network()
        elif name == "learning_rate":
            self._anchor = (self.batch_size.value(), self.learning_rate.value())
        elif name == "batch_size":
            self._couple()
        elif name == "optimiser":
            self.form.rule.choose(default_rule(OptimiserKind(self.form.optimiser.key)).value)
        self._refresh()
        self.edited.emit()

    def _take_network(self) -> None:
        if self.form.network.key == OWN:
            self.own_wanted.emit()
            return
        edge = next((one.edge_px for one in self._networks if one.name == self.form.network.key), 0)
        if edge:
            self.form.blockSignals(True)
            self.form.size.setValue(edge)
            self.form.blockSignals(False)

    @Slot()
    def _couple(self, _what: object = None) -> None:
        self.form.rule.setEnabled(self.form.link.isChecked())
        if self.form.link.isChecked():
            self.learning_rate.setValue(self._coupling().rate)
        self._refresh()

    def _coupling(self) -> Coupling:
        rule = CouplingRule(self.form.rule.key)
        return coupled(rule, self.batch_size.value(), *self._anchor, power=self._power or 0.5)

    @Slot()
    def _reset(self, _checked: bool = False) -> None:
        self._is_default = True
        self._take_recipe(self._default(RecipeKind(self.kind.key)))
        self.edited.emit()

    @Slot(bool)
    def _show_more(self, is_open: bool) -> None:
        self._more.setVisible(is_open)
        self.more_button.set_icon_name("chevron-down" if is_open else "chevron-right")

    def _refresh(self) -> None:
        """Say what the values mean, and show only what counts for them."""
        try:
            recipe = self.recipe()
        except UserError as refusal:
            self._wrong.setText(core_words(str(refusal)))
            self._wrong.show()
            return
        self._wrong.hide()
        said = {one.name: in_language(one) for one in explained(recipe, self._facts)}
        self._about.show_fields({name: (one.title, one.words) for name, one in said.items()})
        self._words.setText(said["kind"].words)
        self._reason.setText(
            core_words(self._coupling().words()) if self.form.link.isChecked() else said["learning_rate"].words
        )
        for name, widget in self.form.widgets().items():
            widget.setToolTip(plain_tip(said[name].words) if name in said else "")
        self._more.show_for(recipe)
        self._say_parts(recipe)

    def _say_parts(self, recipe: Recipe) -> None:
        if not self._facts.train:
            self._parts.setText("")
            return
        steps = steps_per_epoch(recipe, self._facts)
        self._parts.setText(
            self.tr(
                "{0} train · {1} valid frames at {2} × {2}. About {3} steps an epoch. Test is not touched.", n=steps
            ).format(
                count_words(self._facts.train), count_words(self._facts.valid), recipe.fit.size, count_words(steps)
            )
        )

    def _lay_out(self) -> None:
        self.column.setContentsMargins(0, 10, 1, 0)
        self.column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(_PADDING_PX, 0, _PADDING_PX, 8)
        head.addWidget(self._heading)
        self.column.addLayout(head)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        held = QWidget()
        self._fill(QVBoxLayout(held))
        area.setWidget(held)
        held.setAutoFillBackground(False)  # setting it as the area's turns that on
        self.column.addWidget(area, 1)
        self.column.addWidget(Separator(self))
        self.column.addWidget(self._about)
        for name, widget in self.form.widgets().items():
            widget.setProperty("field", name)
            widget.setMinimumWidth(_LEAST_FIELD_PX)
            widget.installEventFilter(self)

    def _fill(self, column: QVBoxLayout) -> None:
        form = self.form
        column.setContentsMargins(_PADDING_PX, 0, _PADDING_PX, 12)
        column.setSpacing(9)
        self.kind.setAccessibleName(self.tr("Kind of training"))
        column.addWidget(self.kind)
        column.addWidget(self._words)
        column.addWidget(FormRow(self.tr("Network"), form.network, self))
        column.addLayout(
            _pair(FormRow(self.tr("Epochs"), form.epochs), FormRow(self.tr("Batch size"), form.batch_size))
        )
        column.addWidget(FormRow(self.tr("Learning rate"), self._rate_row(), self))
        form.learning_rate.setAccessibleName(self.tr("Learning rate"))
        form.rule.setAccessibleName(self.tr("How the rate follows the batch"))
        column.addWidget(self._reason)
        column.addWidget(FormRow(self.tr("Schedule"), form.schedule, self))
        column.addLayout(
            _pair(FormRow(self.tr("Optimiser"), form.optimiser), FormRow(self.tr("Weight decay"), form.weight_decay))
        )
        column.addLayout(self._early_row())
        column.addLayout(_pair(FormRow(self.tr("Seed"), form.seed), FormRow(self.tr("Device"), form.device)))
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._more)
        column.addWidget(self._wrong)
        column.addWidget(Separator(self))
        column.addWidget(self._parts)
        column.addStretch()

    def _rate_row(self) -> QWidget:
        held = QWidget(self)
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.form.learning_rate, 5)
        row.addWidget(self.form.link)
        row.addWidget(self.form.rule, 4)
        return held

    def _early_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.form.early_stop.setAccessibleName(self.tr("Epochs without a better one until it stops"))
        row.addWidget(Label(self.tr("Early stop"), Type.BODY, parent=self))
        row.addStretch()
        row.addWidget(Label(self.tr("after"), Type.SMALL, "text-2", self))
        self.form.early_stop.setFixedWidth(76)
        row.addWidget(self.form.early_stop)
        row.addWidget(self.form.stops_early)
        return row


class _FieldWords(QWidget):
    """What the field under the pointer, or with the focus, does and means for these pictures."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._fields: dict[str, tuple[str, str]] = {}
        self._name = "epochs"
        self._title = Label("", Type.GROUP, parent=self)
        self._words = Label("", Type.CAPTION, "text-2", self, wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words.setFixedHeight(Type.CAPTION.line_px * 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING_PX, 8, _PADDING_PX, 8)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._words)

    def show_fields(self, fields: dict[str, tuple[str, str]]) -> None:
        """Have (title, words) ready for each field."""
        self._fields = fields
        self.show_field(self._name)

    def show_field(self, name: str) -> None:
        """Speak of the field *name*; of an unknown one nothing new is said."""
        name = "early_stop_epochs" if name == "stops_early" else name
        if name in self._fields:
            self._name = name
            title, words = self._fields[name]
            self._title.setText(title)
            self._words.setText(words)
            self._words.setToolTip(plain_tip(words))


def _pair(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(left, 1)
    row.addWidget(right, 1)
    return row
