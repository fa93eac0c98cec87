"""The upper left of Sort: how pictures are grouped, and how they are clustered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from winnow.app.preferences import Preferences, preferences
from winnow.app.queries.grid import Arrangement
from winnow.app.queries.grouping import GroupBy
from winnow.domain.method import METHODS, Method, Setting, cost_words
from winnow.qt.core_words import core_words
from winnow.qt.engines import engines
from winnow.qt.looking_only import changes_project
from winnow.qt.rooms.sort.method_settings import MethodSettings
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.bars import MeterBar
from winnow.qt.widgets.button import Button, Role, Size
from winnow.qt.widgets.form import FormRow
from winnow.qt.widgets.label import Label, plain_tip
from winnow.qt.widgets.number_field import WholeField
from winnow.qt.widgets.segmented import Segmented

if TYPE_CHECKING:  # networks are not needed to show the pane
    from winnow.app.pipelines.embedding import FeatureKind

_GROUPINGS: tuple[GroupBy, ...] = ("cluster", "label", "source", "duplicates", "quality", "split", "none")
_MOST_CLUSTERS = 200
_EMBEDDING, _COLOUR, _PIXELS = "embedding", "colour", "pixels"
_DIMENSIONS = {_EMBEDDING: 1280, _COLOUR: 64, _PIXELS: 768}
_TIGHT_ENOUGH = 0.5
"""The silhouette that fills the bar, as in the headers."""


class GroupPane(QWidget):
    """Says what the person wants; it starts nothing itself."""

    grouping_chosen = Signal()
    clustering_wanted = Signal()
    choice_of_k_wanted = Signal(bool)  # whether its panel should be open
    labels_wanted = Signal()  # the clusters should become labels
    folder_labels_wanted = Signal()  # so should the folders
    suggestions_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count, self._is_running, self._preferred = 0, False, preferences().features
        self.grouping = QComboBox(self)
        self.grouping.addItems(
            [
                self.tr("Cluster"),
                self.tr("Label"),
                self.tr("Source"),
                self.tr("Duplicates"),
                self.tr("Quality"),
                self.tr("Split"),
                self.tr("Nothing"),
            ]
        )
        self.methods = QComboBox(self)
        for method in METHODS.values():
            self.methods.addItem(core_words(method.words), method.name)
            self.methods.setItemData(
                self.methods.count() - 1, plain_tip(core_words(method.about)), Qt.ItemDataRole.ToolTipRole
            )
        self.k_field = WholeField(2, _MOST_CLUSTERS, self)
        self.k_field.setValue(8)
        self.suggest_button = changes_project(Button(self.tr("Suggest k"), self, icon_name="lamp"))
        self.suggest_button.setCheckable(True)
        self.suggest_button.setToolTip(self.tr("Try several k and see which fits"))
        self.features = Segmented(
            [(_EMBEDDING, self.tr("Embedding")), (_COLOUR, self.tr("Colour")), (_PIXELS, self.tr("Pixels"))],
            self,
            dense=True,
            stretch=True,
        )
        self.settings_button = Button(self.tr("Settings"), self, Role.MUTED, "chevron-right", size=Size.SMALL)
        self.networks = QComboBox(self)
        self.engines = _filled(QComboBox(self))
        self.settings = MethodSettings(self)
        self.cluster_button = changes_project(Button(self.tr("Cluster"), self, icon_name="sort"))
        self._cost = Label("", Type.CAPTION, "text-2", self, wrap=True)
        self._wrong = Label("", Type.CAPTION, "bad", self, wrap=True)
        self._silhouette = _Silhouette(self)
        self.labels_button = changes_project(
            Button(self.tr("Use clusters as labels"), self, Role.LINK, size=Size.SMALL)
        )
        self.suggest_labels_button = changes_project(
            Button(self.tr("Suggest labels"), self, Role.LINK, size=Size.SMALL)
        )
        self.folders_button = self._folders_link()
        self.labels_button.setToolTip(self.tr("Every picture gets its cluster as its label; one step to undo"))
        self.suggest_labels_button.setToolTip(self.tr("Learn from the labels so far, for the unlabelled   Shift+L"))
        self._lay_out()
        self.grouping.currentIndexChanged.connect(self._group)
        self.cluster_button.clicked.connect(self._cluster)
        self.methods.currentIndexChanged.connect(self._choose_method)
        self.k_field.valueChanged.connect(self._say_cost)
        self.features.chosen.connect(self._choose_features)
        self.networks.currentIndexChanged.connect(self._choose_network)
        self.settings.changed.connect(self._say_cost)
        self.settings_button.clicked.connect(self._toggle_settings)
        self.suggest_button.clicked.connect(self.choice_of_k_wanted)
        self.labels_button.clicked.connect(self._want_labels)
        self.suggest_labels_button.clicked.connect(self._want_suggestions)
        self._choose_method(0)
        self.show_project(0, None)

    @property
    def group_by(self) -> GroupBy:
        """How the person wants the pictures grouped."""
        return _GROUPINGS[self.grouping.currentIndex()]

    @property
    def k(self) -> int:
        """How many clusters to make: what the person wants, and fewer than there are pictures."""
        return max(2, min(self.k_field.value(), self._count - 1))

    @property
    def method(self) -> Method:
        """The chosen method."""
        return METHODS[self.methods.currentData()]

    @property
    def chosen_settings(self) -> dict[str, Setting]:
        """Its settings."""
        return self.settings.values()

    @property
    def features_name(self) -> str:
        """The kind of features: colour, pixels, or the chosen network."""
        network = self.networks.currentData()
        return network.name if self.features.key == _EMBEDDING and network is not None else self.features.key

    @property
    def engine(self) -> str:
        """Where a network's features are computed."""
        return str(self.engines.currentData())

    def show_kinds(self, kinds: Sequence[FeatureKind]) -> None:
        """Offer the networks among *kinds*; what must be fetched first says so."""
        is_first = not self.networks.count()
        chosen = (is_first and self._preferred) or self.features_name
        if is_first and chosen in (_COLOUR, _PIXELS):
            self.features.choose(chosen)
        self.networks.clear()
        for kind in (kind for kind in kinds if kind.name not in (_COLOUR, _PIXELS)):
            size = self.tr(" \u00b7 {0} MB").format(round(kind.download_bytes / 1e6)) if kind.download_bytes else ""
            self.networks.addItem(core_words(kind.words) + size, kind)
            if kind.name == chosen:
                self.networks.setCurrentIndex(self.networks.count() - 1)
        self._choose_network(0)

    @Slot(object)
    def prefer(self, wanted: Preferences) -> None:
        """Offer the cluster that is preferred now, and the features if they are others than were preferred before."""
        _filled(self.engines)
        if wanted.features != self._preferred:
            self._preferred = wanted.features
            is_network = wanted.features not in (_COLOUR, _PIXELS)
            self.features.choose(_EMBEDDING if is_network else wanted.features)
            names = [self.networks.itemData(at).name for at in range(self.networks.count())]
            if is_network and names:
                self.networks.setCurrentIndex(names.index(wanted.features) if wanted.features in names else 0)
        self._choose_features(self.features.key)

    def group(self, by: GroupBy) -> None:
        """Group by *by* as if the person had chosen it."""
        self.grouping.setCurrentIndex(_GROUPINGS.index(by))

    def show_project(self, pictures: int, arrangement: Arrangement | None) -> None:
        """Offer what can be done with so many *pictures* that are not rejected."""
        self._count = pictures
        self._silhouette.show_value(None if arrangement is None else arrangement.silhouette)
        self.labels_button.setVisible(arrangement is not None)
        self.suggest_labels_button.setVisible(pictures > 0)
        self.folders_button.setVisible(pictures > 0)
        self._say_cost()
        self._enable()

    def show_running(self, is_running: bool, wrong: str = "") -> None:
        """Say whether a clustering is being made, or what went *wrong* with the last one."""
        self._is_running = is_running
        self.cluster_button.setText(self.tr("Clustering\u2026") if is_running else self.tr("Cluster"))
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        self._enable()

    def _lay_out(self) -> None:
        beside = QWidget(self)
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.k_field, 1)
        row.addWidget(self.suggest_button)
        self._k_row = FormRow(self.tr("Clusters k"), beside, self)
        self.k_field.setAccessibleName(self.tr("Clusters k"))
        self._network_row = FormRow(self.tr("Network"), self.networks, self)
        self._engine_row = FormRow(self.tr("Computed on"), self.engines, self)
        self.clustering = QWidget(self)
        part = QVBoxLayout(self.clustering)
        for row_of_part in (
            FormRow(self.tr("Method"), self.methods, self),
            self._k_row,
            FormRow(self.tr("Features"), self.features, self),
            self._network_row,
            self._engine_row,
            self.settings,
            self.cluster_button,
            self._cost,
            self._wrong,
            self._silhouette,
        ):
            part.addWidget(row_of_part)
        links = QVBoxLayout()
        links.setSpacing(0)
        for link in (self.labels_button, self.folders_button, self.suggest_labels_button):
            links.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        part.addLayout(links)
        part.insertWidget(3, self.settings_button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        for one in (part, column):
            one.setContentsMargins(0, 0, 0, 0)
            one.setSpacing(10)
        column.addWidget(FormRow(self.tr("Group by"), self.grouping, self))
        column.addWidget(self.clustering)
        for hidden in (self._network_row, self._engine_row, self.settings, self._wrong):
            hidden.setVisible(False)

    def _enable(self) -> None:
        # No method has anything to say below three pictures.
        there_are_enough = self._count > 2
        self.grouping.setEnabled(self._count > 0)
        for widget in (self.methods, self.features, self.settings_button, self.settings):
            widget.setEnabled(there_are_enough)
        self.k_field.setEnabled(there_are_enough and self.method.takes_k)
        self.suggest_button.setEnabled(there_are_enough and self.method.takes_k)
        self.cluster_button.setEnabled(there_are_enough and not self._is_running)
        self._cost.setVisible(there_are_enough)

    @Slot()
    def _say_cost(self) -> None:
        if self._count > 2:
            network = self.networks.currentData()
            is_network = self.features.key == _EMBEDDING and network is not None
            dimensions = network.dim if is_network else _DIMENSIONS[self.features.key]
            self._cost.setText(
                core_words(cost_words(self.method, self._count, dimensions, self.k, self.chosen_settings))
            )

    @Slot(int)
    def _choose_method(self, _at: int) -> None:
        self.settings.show_method(self.method)
        self.methods.setToolTip(core_words(self.method.about))
        self._k_row.show_hint("" if self.method.takes_k else self.tr("This method finds their number itself."))
        self._say_cost()
        self._enable()

    @Slot(str)
    def _choose_features(self, key: str) -> None:
        self._show_network_rows(key == _EMBEDDING and not self.settings.isHidden())
        self._say_cost()

    @Slot(int)
    def _choose_network(self, _at: int) -> None:
        network = self.networks.currentData()
        if network is not None:
            licence = self.tr("Licence: {0}. From {1}.").format(network.license, network.source)
            about = core_words(network.about)
            said = f"{about} {licence}" if network.download_bytes else about
            self.networks.setToolTip(plain_tip(said))
            self._network_row.show_hint(said if network.download_bytes else "")
        self._say_cost()

    def _folders_link(self) -> Button:
        made = Button(self.tr("Use folders as labels"), self, Role.LINK, size=Size.SMALL)
        changes_project(made)
        made.setToolTip(self.tr("Every picture gets its folder's name as its label; one step to undo"))
        made.clicked.connect(self._want_folder_labels)
        return made

    @Slot()
    def _want_folder_labels(self, _checked: bool = False) -> None:
        self.folder_labels_wanted.emit()

    @Slot()
    def _want_labels(self, _checked: bool = False) -> None:
        self.labels_wanted.emit()

    @Slot()
    def _want_suggestions(self, _checked: bool = False) -> None:
        self.suggestions_wanted.emit()

    @Slot()
    def _toggle_settings(self, _checked: bool = False) -> None:
        is_open = self.settings.isHidden()
        self.settings.setVisible(is_open)
        self._show_network_rows(is_open and self.features.key == _EMBEDDING)
        self.settings_button.set_icon_name("chevron-down" if is_open else "chevron-right")

    def _show_network_rows(self, is_shown: bool) -> None:
        self._network_row.setVisible(is_shown)
        self._engine_row.setVisible(is_shown and self.engines.count() > 1)

    @Slot(int)
    def _group(self, _at: int) -> None:
        self.grouping_chosen.emit()

    @Slot()
    def _cluster(self, _checked: bool = False) -> None:
        self.clustering_wanted.emit()


def _filled(box: QComboBox) -> QComboBox:
    """Offer in *box*, and return it, where features can be computed; what was chosen stays so if it is still there."""
    before = box.currentData()
    box.clear()
    for engine, words in engines():
        box.addItem(words, engine)
    box.setCurrentIndex(max(0, box.findData(before)))
    return box


class _Silhouette(QWidget):
    """The mean silhouette as a bar and a number."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Label(self.tr("Mean silhouette"), Type.CAPTION, "text-2", self), 1)
        self._bar = MeterBar(self, role="text-2")
        self._bar.setFixedWidth(48)
        self._value = Label("", Type.GROUP, parent=self)
        row.addWidget(self._bar)
        row.addWidget(self._value)
        self.setToolTip(self.tr("How much nearer pictures are to their own cluster than to the next, \u22121 to 1"))

    def show_value(self, value: float | None) -> None:
        """Show *value*; None: there is none."""
        self.setVisible(value is not None)
        if value is not None:
            self._bar.show_share(value / _TIGHT_ENOUGH)
            self._value.setText(f"{value:.2f}".replace("-", "\u2212"))
