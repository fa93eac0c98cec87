"""The left of Sort: how pictures are grouped, and the clustering of them."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from winnow.app.queries.grid import GroupBy
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.button import Button
from winnow.qt.widgets.form import FactRow, FormRow, Separator
from winnow.qt.widgets.inspector import SidePane
from winnow.qt.widgets.label import Label
from winnow.qt.widgets.number_field import WholeField
from winnow.qt.widgets.segmented import Segmented

_WIDTH_PX = 236
_GROUPINGS: tuple[GroupBy, ...] = ("cluster", "label", "none")
_MOST_CLUSTERS = 200


class GroupPane(SidePane):
    """Says what the person wants; it starts nothing itself."""

    grouping_chosen = Signal()
    clustering_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH_PX, parent)
        self._count = 0
        self._is_running = False
        self.grouping = QComboBox(self)
        self.grouping.addItems([self.tr("Cluster"), self.tr("Label"), self.tr("Nothing")])
        self.k_field = WholeField(2, _MOST_CLUSTERS, self)
        self.k_field.setValue(8)
        self.features = Segmented(
            [("embedding", self.tr("Embedding")), ("colour", self.tr("Colour")), ("pixels", self.tr("Pixels"))],
            self,
            dense=True,
            stretch=True,
        )
        self.cluster_button = Button(self.tr("Cluster"), self, icon_name="sort")
        self._silhouette = FactRow(self.tr("Mean silhouette"), "", self, name_px=110)
        self._wrong = Label("", Type.CAPTION, "bad", self, wrap=True)
        self._wrong.setVisible(False)
        self.column.addWidget(FormRow(self.tr("Group by"), self.grouping, self))
        self.column.addWidget(Separator(self))
        self.column.addWidget(FormRow(self.tr("K-Means clusters k"), self.k_field, self))
        self.column.addWidget(FormRow(self.tr("Features"), self.features, self))
        self.column.addWidget(self.cluster_button)
        self.column.addWidget(self._wrong)
        self.column.addWidget(self._silhouette)
        self.column.addStretch()
        self.grouping.currentIndexChanged.connect(self._group)
        self.cluster_button.clicked.connect(self._cluster)
        self.show_project(0, None)

    @property
    def group_by(self) -> GroupBy:
        """How the person wants the pictures grouped."""
        return _GROUPINGS[self.grouping.currentIndex()]

    @property
    def k(self) -> int:
        """How many clusters to make: what the person wants, and fewer than there are pictures."""
        return max(2, min(self.k_field.value(), self._count - 1))

    def show_project(self, pictures: int, silhouette: float | None) -> None:
        """Offer what can be done with so many *pictures* that are not rejected."""
        self._count = pictures
        self._silhouette.setVisible(silhouette is not None)
        if silhouette is not None:
            self._silhouette.show_fact(f"{silhouette:.2f}".replace("-", "\u2212"))
        self._enable()

    def show_running(self, is_running: bool, wrong: str = "") -> None:
        """Say whether a clustering is being made, or what went *wrong* with the last one."""
        self._is_running = is_running
        self.cluster_button.setText(self.tr("Clustering\u2026") if is_running else self.tr("Cluster"))
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        self._enable()

    def _enable(self) -> None:
        # K-Means has no silhouette, hence nothing to say, below three pictures.
        there_are_enough = self._count > 2
        self.grouping.setEnabled(self._count > 0)
        self.k_field.setEnabled(there_are_enough)
        self.features.setEnabled(there_are_enough)
        self.cluster_button.setEnabled(there_are_enough and not self._is_running)

    @Slot(int)
    def _group(self, _at: int) -> None:
        self.grouping_chosen.emit()

    @Slot()
    def _cluster(self, _checked: bool = False) -> None:
        self.clustering_wanted.emit()
