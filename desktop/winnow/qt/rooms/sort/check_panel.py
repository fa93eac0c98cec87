"""A closer look at one cluster before it is labelled whole: three strips and a spot check of twenty."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from winnow.app.grid_rows import NO_LABEL, Section
from winnow.app.queries.cluster_strips import StripPicture, Strips, cluster_strips
from winnow.app.queries.grid import SortView
from winnow.domain.spot_check import Purity
from winnow.qt.bridge import Bridge
from winnow.qt.figures import count_words
from winnow.qt.grid.thumbs import Small, Smalls, Thumbs, feed
from winnow.qt.looking_only import changes_project
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.button import Button, IconButton, Role, Size
from winnow.qt.widgets.chip import ClusterChip
from winnow.qt.widgets.form import SectionHeading
from winnow.qt.widgets.label import ElidedLabel, Label

_STRIP_EDGE_PX, _SPOT_EDGE_PX, _SPOT_COLUMNS, _GAP_PX = 52, 40, 5, 4
_MOST = 12


class CheckPanel(QWidget):
    """Asks for the strips of a section's cluster; says what should be done with the cluster."""

    closed = Signal()
    label_wanted = Signal(object)  # key of the section
    split_wanted = Signal(object)  # key of the section
    picture_wanted = Signal(int)
    sheet_wanted = Signal(object)  # key of the section

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._view: SortView | None = None
        self._section: Section | None = None
        self._seed = 0
        self._strips = Strips(0, 0)
        self._wrong: set[int] = set()
        self._chip = ClusterChip(1, self)
        self._title = Label("", Type.HEADING, parent=self)
        self._count = ElidedLabel("", Type.SMALL, "text-2", self)
        self.split_button = Button(self.tr("Split further"), self, icon_name="split-further", size=Size.SMALL)
        changes_project(self.split_button)
        self.label_button = Button(self.tr("Label as"), self, size=Size.SMALL, arrow=True)
        changes_project(self.label_button)
        self.sheet_button = Button(self.tr("Contact sheet"), self, icon_name="grid", size=Size.SMALL)
        self._close = IconButton("reject", self.tr("Close"), self, "Esc", Size.SMALL)
        self.typical, self.least, self.chance = (self._strip() for _ in range(3))
        self.spots = Thumbs(self, _SPOT_COLUMNS, _SPOT_EDGE_PX, _GAP_PX)
        self.spots.setAccessibleName(self.tr("Spot check: pick those that do not belong"))
        self._purity = Label("", Type.NAME, parent=self, wrap=True)
        self._by_labels = Label("", Type.SMALL, "text-2", self, wrap=True)
        self.draw_button = Button(self.tr("Draw others"), self, icon_name="refresh", size=Size.SMALL)
        self._lay_out()
        self._close.clicked.connect(self.closed)
        self.split_button.clicked.connect(self._split)
        self.label_button.clicked.connect(self._label)
        self.sheet_button.clicked.connect(self._sheet)
        self.draw_button.clicked.connect(self._draw_others)
        self.spots.picked.connect(self._toggle)
        for strip in (self.typical, self.least, self.chance):
            strip.picked.connect(self.picture_wanted)

    @property
    def purity(self) -> Purity:
        """What the spot check says."""
        drawn = len(self._strips.spot_check)
        return Purity(drawn - len(self._wrong), drawn)

    @property
    def purity_words(self) -> str:
        """The same in words."""
        return self._purity.text()

    @property
    def section(self) -> Section | None:
        """The section that is looked at."""
        return self._section

    def show_section(self, section: Section, view: SortView) -> None:
        """Look at the cluster of *section*; looking at the same again keeps what was picked."""
        is_other = self._section is None or section.cluster != self._section.cluster
        self._section, self._view = section, view
        self._chip.show_cluster(section.cluster or 1)
        self._title.setText(section.title)
        self._count.setText(self.tr("{0} pictures", n=section.count).format(count_words(section.count)))
        if is_other:
            self._wrong.clear()
            self._seed = 0
        self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        spots = _SPOT_COLUMNS * (_SPOT_EDGE_PX + _GAP_PX)
        room = self.width() - spots - 3 * 24
        columns = max(4, min(_MOST, room // (_STRIP_EDGE_PX + _GAP_PX)))
        for strip in (self.typical, self.least, self.chance):
            strip.show_columns(columns, lines=1)

    def _strip(self) -> Thumbs:
        return Thumbs(self, 8, _STRIP_EDGE_PX, _GAP_PX)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._chip)
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        for button in (self.split_button, self.label_button, self.sheet_button):
            head.addWidget(button)
        head.addWidget(self._close)
        table = QGridLayout()
        table.setHorizontalSpacing(24)
        table.setVerticalSpacing(2)
        named = (
            (self.tr("Most typical"), self.typical),
            (self.tr("Least typical"), self.least),
            (self.tr("By chance"), self.chance),
        )
        for at, (words, strip) in enumerate(named):
            strip.setAccessibleName(words)
            table.addWidget(Label(words, Type.SMALL, "text-2", self), 2 * at, 0)
            table.addWidget(strip, 2 * at + 1, 0)
        side = QVBoxLayout()
        side.setSpacing(4)
        said = SectionHeading(self.tr("Spot check"), self.tr("pick what is wrong"), self)
        for part in (said, self.spots, self._purity, self._by_labels, self.draw_button):
            side.addWidget(part)
        side.addStretch()
        table.addLayout(side, 0, 1, 6, 1)
        table.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(table)

    def _ask(self) -> None:
        if self._section is not None and self._section.cluster is not None:
            cluster = self._section.cluster - 1
            self._bridge.ask("sort.strips", self._show, cluster_strips, cluster, _MOST, self._seed)

    def _show(self, strips: Strips) -> None:
        self._strips = strips
        self._wrong &= {int(one.id) for one in strips.spot_check}
        for thumbs, pictures in (
            (self.typical, strips.typical),
            (self.least, strips.least_typical),
            (self.chance, strips.by_chance),
            (self.spots, strips.spot_check),
        ):
            feed(self._bridge, thumbs, self._smalls(pictures))
        self._say()

    def _smalls(self, pictures: Sequence[StripPicture]) -> Smalls:
        view = self._view
        position = {int(label.id): label.position for label in view.labels} if view is not None else {}
        return Smalls(
            tuple(
                Small(
                    int(one.id), one.key, one.file, NO_LABEL if one.label is None else position.get(one.label, NO_LABEL)
                )
                for one in pictures
            ),
            view.rows.letters if view is not None else (),
        )

    def _say(self) -> None:
        self.spots.show_wrong(frozenset(self._wrong))
        found, labelled = self.purity, self._strips.labelled_purity
        low, high = (round(100 * one) for one in found.interval)
        self._purity.setText(
            self.tr("{0} of {1} belong: {2} % pure, {3}\u2013{4} %").format(
                found.right, found.looked_at, round(100 * found.share), low, high
            )
            if found.looked_at
            else ""
        )
        self._by_labels.setText(
            self.tr("By the labels so far: {0} % of {1}").format(
                round(100 * labelled.share), count_words(labelled.looked_at)
            )
            if labelled is not None
            else ""
        )
        is_mixed = found.is_mixed or (labelled is not None and labelled.is_mixed)
        self.split_button.setText(self.tr("Mixed: split further") if is_mixed else self.tr("Split further"))
        self.split_button.set_role(Role.PRIMARY if is_mixed else Role.PLAIN)
        self.label_button.set_role(Role.PLAIN if is_mixed else Role.PRIMARY)
        self.split_button.updateGeometry()

    @Slot(int)
    def _toggle(self, image_id: int) -> None:
        self._wrong ^= {image_id}
        self._say()

    @Slot()
    def _draw_others(self, _checked: bool = False) -> None:
        self._seed += 1
        self._wrong.clear()
        self._ask()

    @Slot()
    def _split(self, _checked: bool = False) -> None:
        if self._section is not None:
            self.split_wanted.emit(self._section.key)

    @Slot()
    def _label(self, _checked: bool = False) -> None:
        if self._section is not None:
            self.label_wanted.emit(self._section.key)

    @Slot()
    def _sheet(self, _checked: bool = False) -> None:
        if self._section is not None:
            self.sheet_wanted.emit(self._section.key)
