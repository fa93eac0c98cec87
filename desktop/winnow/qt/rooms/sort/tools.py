"""The bar over Sort: tabs, size of the pictures, their order, and what is done to the selection."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QSlider, QWidget

from winnow.app.queries.grid import Order, SortView
from winnow.app.queries.grouping import GroupBy
from winnow.qt.counting import counted
from winnow.qt.figures import count_words
from winnow.qt.grid.layout import CELL_PX, MAX_CELL_PX, MIN_CELL_PX
from winnow.qt.looking_only import changes_project
from winnow.qt.theme.icons import icon
from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.room_toolbar import RoomToolbar
from winnow.qt.widgets.segmented import Segmented

GRID, MAP, COMPARE = "grid", "map", "compare"
_ORDERS: tuple[Order, ...] = ("centre", "edge", "newest", "size", "file")
_SLIDER_PX = 100


class SortTools(QWidget):
    """Fills the room's toolbar; itself it is never shown."""

    tab_chosen = Signal(str)
    size_chosen = Signal(int)
    order_chosen = Signal()

    def __init__(self, toolbar: RoomToolbar, tabs: Sequence[str]) -> None:
        super().__init__(toolbar)
        self.hide()
        self._toolbar = toolbar
        names = {GRID: self.tr("Grid"), MAP: self.tr("Map"), COMPARE: self.tr("Compare")}
        self.tabs = Segmented([(key, names[key]) for key in tabs], toolbar)
        self.tabs.setAccessibleName(self.tr("View"))
        self._size = QWidget(toolbar)
        self.slider = QSlider(Qt.Orientation.Horizontal, self._size)
        self.slider.setRange(MIN_CELL_PX, MAX_CELL_PX)
        self.slider.setValue(CELL_PX)
        self.slider.setFixedWidth(_SLIDER_PX)
        self.slider.setAccessibleName(self.tr("Size of the pictures"))
        self.slider.setToolTip(self.tr("Size of the pictures   Ctrl+wheel"))
        row = QHBoxLayout(self._size)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(_Glyph("image", 12, self._size))
        row.addWidget(self.slider)
        row.addWidget(_Glyph("image", 16, self._size))
        self.orders = QComboBox(toolbar)
        self.orders.addItems(
            [
                self.tr("Nearest to centre first"),
                self.tr("Least typical first"),
                self.tr("Newest first"),
                self.tr("Largest first"),
                self.tr("By file name"),
            ]
        )
        self.orders.setAccessibleName(self.tr("Order"))
        self.similar_button = Button(self.tr("Find similar"), toolbar, icon_name="similar")
        self.similar_button.setToolTip(self.tr("Rank all pictures by how much they look like the selection   S"))
        self.use_button = Button("", toolbar, icon_name="check")
        changes_project(self.use_button)
        self.label_button = Button(self.tr("Label as"), toolbar, Role.PRIMARY, arrow=True)
        changes_project(self.label_button)
        self.label_menu = QMenu(self.label_button)
        self.label_button.setMenu(self.label_menu)
        toolbar.add_widget(self.tabs)
        for action in (self._size, self.orders, self.similar_button, self.use_button, self.label_button):
            toolbar.add_action(action)
        self.tabs.chosen.connect(self._choose_tab)
        self.slider.valueChanged.connect(self.size_chosen)
        self.orders.currentIndexChanged.connect(self._choose_order)
        self.show_tab(GRID)

    @property
    def order(self) -> Order:
        """In which order pictures lie within a section."""
        return _ORDERS[self.orders.currentIndex()]

    @property
    def tab(self) -> str:
        """`GRID`, `MAP` or `COMPARE`."""
        return self.tabs.key

    def show_tab(self, key: str) -> None:
        """Offer what belongs to the tab *key*."""
        self.tabs.choose(key)
        self._size.setVisible(key == GRID)
        self.orders.setVisible(key == GRID)
        self.similar_button.setVisible(key != COMPARE)
        self.use_button.setVisible(key == COMPARE)

    def show_size(self, cell_px: int) -> None:
        """Show the size that the wheel chose."""
        self.slider.setValue(cell_px)

    def show_use(self, words: str) -> None:
        """Offer to use another clustering; an empty text: there is none to use."""
        self.use_button.setText(words or self.tr("Use"))
        self.use_button.setEnabled(bool(words))
        self.use_button.updateGeometry()

    def show_selected(self, count: int) -> None:
        """Say how many pictures would be labelled."""
        self.label_button.setEnabled(count > 0)
        self.similar_button.setEnabled(count > 0)
        self.label_button.setText(self.tr("Label {0} as").format(count_words(count)) if count else self.tr("Label as"))

    def show_summary(self, view: SortView, group_by: GroupBy, selected: int) -> None:
        """Say how many pictures there are, how many are shown and selected, and in how many clusters."""
        if not view.in_all:
            self._toolbar.show_words(self.tr("no pictures yet"))
            return
        words = counted(view.in_all, "images")
        if len(view.rows) < view.in_all:
            words = self.tr("{0} of {1}").format(count_words(len(view.rows)), words)
        elif view.arrangement is not None and group_by == "cluster":
            words = self.tr("{0} in {1}").format(words, counted(view.arrangement.clusters, "clusters"))
        if selected:
            words += self.tr(" \u00b7 {0} selected").format(count_words(selected))
        self._toolbar.show_words(words)

    def show_empty(self, is_empty: bool) -> None:
        """Switch off what needs pictures."""
        self.tabs.setEnabled(not is_empty)
        if is_empty:
            self.show_tab(GRID)
            self._size.setVisible(False)
            self.orders.setVisible(False)
        elif self.tab == GRID:
            self.show_tab(GRID)

    @Slot(str)
    def _choose_tab(self, key: str) -> None:
        self.show_tab(key)
        self.tab_chosen.emit(key)

    @Slot(int)
    def _choose_order(self, _at: int) -> None:
        self.order_chosen.emit()


class _Glyph(QWidget):
    """An icon that says nothing of its own."""

    def __init__(self, name: str, edge_px: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._name, self._edge = name, edge_px
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(self._edge, self._edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        icon(self._name, "text-2").paint(QPainter(self), QRect(0, 0, self._edge, self._edge))
