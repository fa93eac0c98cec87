"""The Compare tab: two clusterings, how well they agree, where they meet, and the two clusters of a cell."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from winnow.app.queries.comparison import all_clusterings, comparison
from winnow.domain.cluster import ClusteringInfo
from winnow.domain.comparison import Comparison
from winnow.domain.method import METHODS
from winnow.qt.bridge import Bridge
from winnow.qt.core_words import core_words
from winnow.qt.figures import count_words
from winnow.qt.grid.thumbs import Thumbs, ask_and_feed
from winnow.qt.rooms.sort.contingency import (
    COLUMN_SHARES,
    COUNTS,
    ROW_SHARES,
    ContingencyTable,
    SideChip,
    letters_of,
    side_name,
)
from winnow.qt.rooms.sort.words import features_words
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.drop_down import DropDown
from winnow.qt.widgets.form import SectionHeading, Separator
from winnow.qt.widgets.label import ElidedLabel, Label
from winnow.qt.widgets.segmented import Segmented

_STRIP_EDGE_PX, _STRIP = 64, 5


class ComparePage(QWidget):
    """Asks for the clusterings and their comparison while it is shown."""

    cell_wanted = Signal(object, str)  # ids of the pictures of a cell, and what they are in words
    use_offered = Signal(str)  # what a button that shows the second clustering should say; empty: nothing to use

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._known: tuple[ClusteringInfo, ...] = ()
        self._compared: Comparison | None = None
        self.firsts, self.seconds = DropDown(self), DropDown(self)
        self.cells = Segmented(
            [(COUNTS, self.tr("Count")), (ROW_SHARES, self.tr("Row %")), (COLUMN_SHARES, self.tr("Column %"))],
            self,
            dense=True,
        )
        self.table = ContingencyTable(self)
        self.figures: dict[str, _Figure] = {}
        self._strips = [_Strip(self), _Strip(self)]
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.firsts.currentIndexChanged.connect(self._compare)
        self.seconds.currentIndexChanged.connect(self._compare)
        self.cells.chosen.connect(self.table.show_as)
        self.table.cell_picked.connect(self._pick)

    @property
    def second(self) -> ClusteringInfo | None:
        """The clustering in the columns."""
        found = self.seconds.currentData()
        return found if isinstance(found, ClusteringInfo) else None

    def ask(self) -> None:
        """Ask for the clusterings anew."""
        self._bridge.ask("sort.clusterings", self._show_clusterings, all_clusterings)

    def _lay_out(self) -> None:
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._bar(), Separator(body), self._figures(), Separator(body)):
            column.addWidget(part)
        column.addWidget(self._scrolled(), 1)
        self._stack.addWidget(_OneOnly(self))
        self._stack.addWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _bar(self) -> QWidget:
        bar = QWidget(self)
        bar.setFixedHeight(40)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(8)
        for words, combo in ((self.tr("Rows"), self.firsts), (self.tr("Columns"), self.seconds)):
            combo.setProperty("dense", True)
            combo.setAccessibleName(words)
            combo.setMinimumWidth(100)
            row.addWidget(Label(words, Type.SMALL, "text-2", self))
            row.addWidget(combo, 1)
            row.addSpacing(8)
        return bar

    def _figures(self) -> QWidget:
        held = QWidget(self)
        row = QHBoxLayout(held)
        row.setContentsMargins(24, 8, 24, 8)
        for key, words, about in (
            ("ari", self.tr("ARI"), self.tr("agreement of pairs, 0 = chance")),
            ("nmi", self.tr("NMI"), self.tr("shared information, 1 = same")),
            ("rows", self.tr("Purity, rows"), ""),
            ("columns", self.tr("Purity, columns"), ""),
        ):
            self.figures[key] = _Figure(words, about, held)
            row.addWidget(self.figures[key], 1)
        return held

    def _scrolled(self) -> QScrollArea:
        held = QWidget()
        held.setAutoFillBackground(False)
        inside = QVBoxLayout(held)
        inside.setContentsMargins(24, 12, 24, 16)
        inside.setSpacing(10)
        hint = self.tr("click a cell for its pictures, arrows move")
        self.cells.setAccessibleName(self.tr("Cells as"))
        head = QHBoxLayout()
        head.addWidget(SectionHeading(self.tr("Which images meet"), hint, held), 1)
        head.addWidget(self.cells)
        inside.addLayout(head)
        inside.addWidget(self.table)
        inside.addWidget(Separator(held))
        strips = QHBoxLayout()
        for strip in self._strips:
            strips.addWidget(strip, 1)
        inside.addLayout(strips)
        inside.addStretch()
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.viewport().setAutoFillBackground(False)
        scroll.setWidget(held)
        return scroll

    def _show_clusterings(self, known: tuple[ClusteringInfo, ...]) -> None:
        chosen = [combo.currentData() for combo in (self.firsts, self.seconds)]
        self._known = known
        self._stack.setCurrentIndex(1 if len(known) > 1 else 0)
        current = next((one for one in known if one.is_current), known[0] if known else None)
        other = next((one for one in known if current is not None and one.id != current.id), current)
        for combo, was, at_first in ((self.firsts, chosen[0], current), (self.seconds, chosen[1], other)):
            combo.blockSignals(True)
            combo.clear()
            for one in known:
                combo.addItem(self._words(one), one)
            wanted = was.id if was is not None and any(one.id == was.id for one in known) else at_first and at_first.id
            combo.setCurrentIndex(next((at for at, one in enumerate(known) if one.id == wanted), -1))
            combo.blockSignals(False)
        self._compare()

    def _words(self, one: ClusteringInfo) -> str:
        method = core_words(METHODS[one.method].words) if one.method in METHODS else one.method
        words = self.tr("{0}, k = {1}").format(method, one.k)
        if one.features != "embedding":
            words += f" \u00b7 {features_words(one.features).lower()}"
        return words + (self.tr(" \u00b7 current") if one.is_current else "")

    @Slot()
    def _compare(self) -> None:
        first, second = self.firsts.currentData(), self.second
        is_other = second is not None and not second.is_current
        method = core_words(METHODS[second.method].words) if second is not None and second.method in METHODS else ""
        self.use_offered.emit(self.tr("Use {0}").format(method) if is_other else "")
        if isinstance(first, ClusteringInfo) and second is not None and len(self._known) > 1:
            self._bridge.ask("sort.comparison", self._show, comparison, first.id, second.id)

    def _show(self, compared: Comparison) -> None:
        self._compared = compared
        self.table.show_comparison(compared)
        self.figures["ari"].show_value(f"{compared.ari:.2f}".replace("-", "\u2212"))
        self.figures["nmi"].show_value(f"{compared.nmi:.2f}")
        for key, share, pure in (
            ("rows", compared.row_purity, compared.pure_in_rows),
            ("columns", compared.column_purity, compared.pure_in_columns),
        ):
            about = self.tr("{0} of {1} labelled").format(count_words(pure), count_words(compared.labelled))
            self.figures[key].show_value("\u2013" if share is None else f"{100 * share:.1f} %", about)
        if self.table.picked is not None:
            self._pick(*self.table.picked)
        for strip in self._strips:
            strip.setVisible(self.table.picked is not None)

    @Slot(int, int)
    def _pick(self, row: int, column: int) -> None:
        compared = self._compared
        if compared is None:
            return
        ids = compared.cell(row, column)
        named, none = self.tr("Cluster {0}"), self.tr("In no cluster")
        first, second = compared.rows[row], compared.columns[column]
        letter = letters_of(column + 1)[column]
        of_row, of_column = len(compared.of_row(row)), len(compared.of_column(column))
        words = self.tr("{0} and {1}: {2} % of cluster {3} and {4} % of cluster {5}.").format(
            side_name(first, named, none),
            side_name(second, named, none),
            round(100 * len(ids) / max(1, of_row)),
            first.number + 1,
            round(100 * len(ids) / max(1, of_column)),
            letter,
        )
        table = self.table
        for strip, side, members, info, mark, fill in (
            (
                self._strips[0],
                first,
                compared.of_row(row),
                compared.first,
                str(first.number + 1),
                table.row_colour(row),
            ),
            (self._strips[1], second, compared.of_column(column), compared.second, letter, table.column_colour(column)),
        ):
            strip.mark.show_side(mark, fill)
            strip.setVisible(True)
            method = core_words(METHODS[info.method].words) if info.method in METHODS else info.method
            about = self.tr("{0} in {1}").format(count_words(len(members)), method)
            strip.heading.show_name(side_name(side, named, none))
            strip.heading.show_words(about)
            ask_and_feed(self._bridge, strip.pictures, members[:_STRIP].tolist())
        self.cell_wanted.emit(ids, words)


class _Figure(QWidget):
    """A key figure with its name over it and what it says under it."""

    def __init__(self, name: str, about: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.value: QLabel = Label("\u2013", Type.FIGURE, parent=self)
        self._about = ElidedLabel(about, Type.CAPTION, "text-2", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (Label(name, Type.SMALL, "text-2", self), self.value, self._about):
            column.addWidget(part)

    def show_value(self, value: str, about: str = "") -> None:
        """Show *value*, and say *about* under it if that changes with it."""
        self.value.setText(value)
        if about:
            self._about.setText(about)


class _Strip(QWidget):
    """A cluster's name over its most typical pictures."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.mark = SideChip(self)
        self.heading = SectionHeading("", "", self, Type.NAME)
        self.pictures = Thumbs(self, _STRIP, _STRIP_EDGE_PX)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.mark)
        head.addWidget(self.heading, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.pictures)


class _OneOnly(QWidget):
    """In the place of the table while there are no two clusterings."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Label(self.tr("Nothing to compare yet"), Type.HEADING, parent=self), 0, middle)
        words = self.tr("Cluster with another method, k or kind of features: both are kept, and compared here.")
        column.addWidget(Label(words, Type.BODY, "text-2", self), 0, middle)
        column.addStretch(3)
