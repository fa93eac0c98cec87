"""The bottom of the Train room: every run in a row."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QItemSelectionModel, QPoint, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableWidget, QTableWidgetItem, QWidget

from winnow.domain.proportion import wilson
from winnow.domain.run import Run
from winnow.qt.figures import clock_words
from winnow.qt.looking_only import changes_project
from winnow.qt.plots.rates import rate_words
from winnow.qt.rooms.train.table_marks import COLOUR, HIDDEN, TONE, EyeMarks, MenuMarks, StateChips, tone_of
from winnow.qt.rooms.train.words import choice_words, percent
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import current_theme
from winnow.qt.widgets.label import plain_tip

_ROW_PX, _HEAD_PX = 32, 28
_MOST_NAME_CHARACTERS = 100


class Column(IntEnum):
    """From the left."""

    EYE = 0
    NAME = 1
    RECIPE = 2
    EPOCHS = 3
    BATCH = 4
    RATE = 5
    VALID = 6
    INTERVAL = 7
    RIGHT = 8
    AT = 9
    TIME = 10
    STATE = 11
    MENU = 12


_NUMBERS = range(Column.EPOCHS, Column.STATE)
_WIDTHS = {
    Column.EYE: 52,
    Column.EPOCHS: 56,
    Column.BATCH: 48,
    Column.RATE: 66,
    Column.VALID: 80,
    Column.INTERVAL: 96,
    Column.RIGHT: 76,
    Column.AT: 36,
    Column.TIME: 56,
    Column.STATE: 118,
    Column.MENU: 34,
}
_LEFT_OUT_FIRST = (Column.EPOCHS, Column.BATCH, Column.AT)
_ROOM_FOR_ALL_PX = 1000


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run as a row: *place* gives its colour, the newest being 0."""

    run: Run
    place: int
    is_hidden: bool = False
    is_out_of_date: bool = False


class RunTableView(QTableWidget):
    """Shows runs, the newest first; one of them is chosen, or several to be compared."""

    chosen = Signal(int)  # run id
    selected = Signal(object)  # tuple of run ids, the newest first
    eye_clicked = Signal(int)  # run id: show its curve, or hide it
    renamed = Signal(int, str)
    resume_wanted = Signal(int)
    delete_wanted = Signal(object)  # tuple of run ids
    recipe_wanted = Signal(int)  # run id: take its recipe for the next run

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(Column), parent)
        self._rows: tuple[RunRow, ...] = ()
        self._name_heads()
        self.setAccessibleName(self.tr("Runs"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setFont(font(Type.BODY))
        self.setItemDelegateForColumn(Column.EYE, EyeMarks(self))
        self.setItemDelegateForColumn(Column.STATE, StateChips(self))
        self.setItemDelegateForColumn(Column.MENU, MenuMarks(self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        self._size_columns()
        self.itemSelectionChanged.connect(self._tell)
        self.itemChanged.connect(self._take_change)
        self.cellClicked.connect(self._click)
        self.customContextMenuRequested.connect(self._open_menu)
        current_theme().changed.connect(self._paint_anew)

    @property
    def run_ids(self) -> tuple[int, ...]:
        """The runs that are selected, the newest first."""
        chosen = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return tuple(int(self._rows[row].run.id) for row in chosen)

    def show_runs(self, rows: Sequence[RunRow], chosen: int) -> None:
        """Show *rows*; the run of the id *chosen* is selected if none of the selected ones is left."""
        if self.state() is QAbstractItemView.State.EditingState:
            return  # the person is typing a name; what changed meanwhile comes with the next call
        before, old = set(self.run_ids), self._rows
        self._rows = tuple(rows)
        with QSignalBlocker(self):
            self.setRowCount(len(rows))
            for at, row in enumerate(rows):
                if at >= len(old) or old[at] != row:
                    self._fill(at, row)
            self._select(before & {int(row.run.id) for row in rows} or {chosen})

    def choose(self, run_id: int) -> None:
        """Select one run; nothing is emitted."""
        with QSignalBlocker(self):
            self._select({run_id})

    def rename(self, run_id: int) -> None:
        """Let the name of a run be typed."""
        for at, row in enumerate(self._rows):
            if row.run.id == run_id:
                self.editItem(self._cell(at, Column.NAME))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what the recipe says too where there is little room."""
        super().resizeEvent(event)
        for column in _LEFT_OUT_FIRST:
            self.setColumnHidden(column, self.viewport().width() < _ROOM_FOR_ALL_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space shows or hides, Delete deletes, F2 renames."""
        is_editing = self.state() is QAbstractItemView.State.EditingState
        if event.key() == Qt.Key.Key_Space and not is_editing:
            for run_id in self.run_ids:
                self.eye_clicked.emit(run_id)
        elif event.key() == Qt.Key.Key_Delete and not is_editing and self.run_ids:
            self.delete_wanted.emit(self.run_ids)
        elif event.key() == Qt.Key.Key_F2 and self.run_ids and not is_editing:
            self.rename(self.run_ids[0])
        else:
            super().keyPressEvent(event)

    def _name_heads(self) -> None:
        self.setHorizontalHeaderLabels(
            [
                "",
                self.tr("Name"),
                self.tr("Recipe"),
                self.tr("Epochs"),
                self.tr("Batch"),
                self.tr("Rate"),
                self.tr("Valid"),
                self.tr("95 %"),
                self.tr("Right"),
                self.tr("At"),
                self.tr("Time"),
                self.tr("State"),
                "",
            ]
        )
        for column in Column:
            self.model().setHeaderData(
                column, Qt.Orientation.Horizontal, _side(column), Qt.ItemDataRole.TextAlignmentRole
            )
        kept = self.tr("Of the epoch whose weights are kept")
        for column in (Column.VALID, Column.INTERVAL, Column.RIGHT, Column.AT):
            self.model().setHeaderData(column, Qt.Orientation.Horizontal, kept, Qt.ItemDataRole.ToolTipRole)

    def _size_columns(self) -> None:
        head = self.horizontalHeader()
        head.setFont(font(Type.CHIP))
        head.setFixedHeight(_HEAD_PX)
        head.setMinimumSectionSize(30)
        head.setHighlightSections(False)
        metrics = QFontMetrics(font(Type.CHIP))
        for column, width in _WIDTHS.items():
            words = str(self.model().headerData(column, Qt.Orientation.Horizontal))
            self.setColumnWidth(column, max(width, metrics.horizontalAdvance(words) + 22))
        self.setColumnWidth(Column.NAME, 124)
        head.setSectionResizeMode(Column.RECIPE, QHeaderView.ResizeMode.Stretch)

    def _fill(self, at: int, row: RunRow) -> None:
        run = row.run
        items = [self._cell(at, column) for column in Column]
        for column, item, words in zip(Column, items, self._words(run), strict=True):
            item.setText(words)
            item.setTextAlignment(_side(column))
            item.setFont(font(Type.NAME if column in (Column.NAME, Column.VALID) else Type.BODY))
            if column in (Column.RECIPE, Column.INTERVAL, Column.RIGHT):
                item.setForeground(current_theme().tokens.colour("text-2"))
        eye, state = items[Column.EYE], items[Column.STATE]
        eye.setData(COLOUR, current_theme().tokens.run_colour(row.place))
        eye.setData(HIDDEN, row.is_hidden)
        eye.setData(
            Qt.ItemDataRole.AccessibleTextRole,
            self.tr("hidden: Space shows its curve") if row.is_hidden else self.tr("shown: Space hides its curve"),
        )
        eye.setToolTip(self.tr("Show its curve  Space") if row.is_hidden else self.tr("Hide its curve  Space"))
        is_stale = row.is_out_of_date and bool(run.epochs)
        state.setText(self.tr("Out of date") if is_stale else choice_words(run.state))
        state.setData(TONE, "warn-marked" if is_stale else tone_of(run.state))
        state.setToolTip(plain_tip(self._about(row)))
        items[Column.MENU].setToolTip(self.tr("More"))
        items[Column.NAME].setToolTip(plain_tip("\n".join(run.notes)))

    def _cell(self, at: int, column: Column) -> QTableWidgetItem:
        """Return the item of a cell, made on first use."""
        item = self.item(at, column)
        if item is None:
            item = QTableWidgetItem()
            flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
            item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if column is Column.NAME else flags)
            self.setItem(at, column, item)
        return item

    def _about(self, row: RunRow) -> str:
        said = [choice_words(row.run.state)]
        if row.run.error:
            said.append(row.run.error)
        if row.is_out_of_date:
            said.append(self.tr("Pictures, frames or labels have changed since it learned: train again to compare."))
        return ". ".join(part.rstrip(".") for part in said) + "."

    def _words(self, run: Run) -> tuple[str, ...]:
        best = run.best_valid_accuracy
        network = run.recipe.network if run.recipe.own is None else run.recipe.own.class_name
        recipe = f"{choice_words(run.recipe.kind)} · {network}"
        if run.fold is not None:
            recipe += self.tr(" · fold {0}").format(run.fold + 1)
        right = None if best is None else round(best * run.valid_samples)
        low, high = (0.0, 0.0) if right is None else wilson(right, run.valid_samples)
        known = right is not None and run.valid_samples > 0
        return (
            "",
            run.name,
            recipe,
            str(run.recipe.epochs),
            str(run.recipe.batch_size),
            rate_words(run.recipe.learning_rate),
            "–" if best is None else percent(best),
            f"{low * 100:.1f}–{high * 100:.1f}" if known else "",
            f"{right}/{run.valid_samples}" if known else "",
            str(run.best_epoch) if run.best_epoch else "",
            clock_words(run.seconds),
            "",
            "",
        )

    def _select(self, run_ids: Collection[int]) -> None:
        model = self.selectionModel()
        model.clearSelection()
        for at, row in enumerate(self._rows):
            if row.run.id in run_ids:
                flag = QItemSelectionModel.SelectionFlag
                model.select(self.model().index(at, 0), flag.Select | flag.Rows)
                if model.currentIndex().row() != at and len(run_ids) == 1:
                    model.setCurrentIndex(self.model().index(at, Column.NAME), flag.NoUpdate)
        self.viewport().update()

    @Slot()
    def _tell(self) -> None:
        found = self.run_ids
        self.selected.emit(found)
        if found:
            at = self.currentRow()
            current = int(self._rows[at].run.id) if 0 <= at < len(self._rows) else found[0]
            self.chosen.emit(current if current in found else found[0])

    @Slot(QTableWidgetItem)
    def _take_change(self, item: QTableWidgetItem) -> None:
        if item.column() != Column.NAME or item.row() >= len(self._rows):
            return
        run, name = self._rows[item.row()].run, " ".join(item.text().split())[:_MOST_NAME_CHARACTERS]
        with QSignalBlocker(self):
            item.setText(name or run.name)
        if name and name != run.name:
            self.renamed.emit(int(run.id), name)

    @Slot(int, int)
    def _click(self, row: int, column: int) -> None:
        if column == Column.EYE:
            self.eye_clicked.emit(int(self._rows[row].run.id))
        elif column == Column.MENU:
            self._open_menu(self.visualRect(self.model().index(row, column)).bottomLeft())

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        row = self.rowAt(at.y())
        if 0 <= row < len(self._rows):
            self.menu_of(row).popup(self.viewport().mapToGlobal(at))

    def menu_of(self, at: int) -> QMenu:
        """Return the menu of the row *at*, made anew."""
        row = self._rows[at]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        run_id = int(row.run.id)
        menu.setToolTipsVisible(True)
        rename, resume, delete = self.tr("Rename\tF2"), self.tr("Resume"), self.tr("Delete\tDel")
        for words, act, is_possible in (
            (rename, lambda: self.rename(run_id), True),
            (self.tr("Use its recipe for the next run"), lambda: self.recipe_wanted.emit(run_id), True),
            (
                self.tr("Show its curve\tSpace") if row.is_hidden else self.tr("Hide its curve\tSpace"),
                lambda: self.eye_clicked.emit(run_id),
                True,
            ),
            (resume, lambda: self.resume_wanted.emit(run_id), row.run.can_go_on),
            (delete, lambda: self.delete_wanted.emit((run_id,)), True),
        ):
            action = QAction(words, menu)
            action.setEnabled(is_possible)
            action.triggered.connect(act)
            if words in (rename, resume, delete):
                changes_project(action)
            menu.addAction(action)
        return menu

    @Slot()
    def _paint_anew(self) -> None:
        with QSignalBlocker(self):
            for at, row in enumerate(self._rows):
                self._fill(at, row)


def _side(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
