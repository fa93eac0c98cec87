"""Tiles in place of the panel: how they are laid, which are kept, what label they get."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QSizePolicy, QSlider, QVBoxLayout, QWidget

from winnow.app.pipelines.editing import SURE
from winnow.domain.tiling import MOST_OVERLAP, Tiles, Tiling, TilingUnusable
from winnow.qt.core_words import core_words
from winnow.qt.figures import THIN_SPACE, count_words
from winnow.qt.looking_only import changes_project
from winnow.qt.rooms.edit.apply_box import TargetBox
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.button import Button, IconButton, Role
from winnow.qt.widgets.form import FormRow, SectionHeading
from winnow.qt.widgets.label import Label
from winnow.qt.widgets.number_field import WholeField
from winnow.qt.widgets.segmented import Segmented
from winnow.qt.widgets.switch import Switch

_ACROSS, _CELL_PX, _GAP_PX = 3, 84, 8
_MOST_SHOWN = 60
_MOST_IN_ROW = 20
_COUNT, _SIZE = "count", "size"


class TileCell(QWidget):
    """One tile: what it cuts, whether it is kept, how sure a subject is in it."""

    picked = Signal(int)
    kept = Signal(int, bool)

    def __init__(self, at: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at = at
        self._image = QImage()
        self._is_picked = False
        self.box = QCheckBox(str(at + 1), self)
        self.box.setAccessibleName(self.tr("Keep tile {0}").format(at + 1))
        self.box.toggled.connect(self._keep)
        self._score = Label("", Type.CAPTION, "text-2", self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout()
        row.addWidget(self.box)
        row.addStretch(1)
        row.addWidget(self._score)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _CELL_PX + 4, 0, 0)
        column.addLayout(row)

    def sizeHint(self) -> QSize:
        return QSize(_CELL_PX, _CELL_PX + 26)

    def show_tile(self, is_kept: bool, is_picked: bool, score: float | None) -> None:
        """Show whether it is kept and in hand; *score* is None before it is known."""
        self.box.blockSignals(True)
        self.box.setChecked(is_kept)
        self.box.blockSignals(False)
        self._is_picked = is_picked
        self._score.setText("" if score is None else f"{score:.2f}")
        self.update()

    def show_image(self, image: QImage) -> None:
        """Show what it cuts."""
        self._image = image
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(self._at)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        spot = QRectF(2, 2, _CELL_PX - 4, _CELL_PX - 4)
        draw_box(painter, spot, 4, now.colour("ctl"))
        if not self._image.isNull():
            size = self._image.size().scaled(spot.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRectF(0, 0, size.width(), size.height())
            target.moveCenter(spot.center())
            painter.setOpacity(1.0 if self.box.isChecked() else 0.35)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(target, self._image)
            painter.setOpacity(1.0)
        if self._is_picked:
            draw_box(painter, QRectF(0, 0, _CELL_PX, _CELL_PX), 6, None, now.colour("accent"), 2)

    @Slot(bool)
    def _keep(self, is_kept: bool) -> None:
        self.kept.emit(self._at, is_kept)


class TilesPanel(QWidget):
    """Says how tiles are to be laid, and shows what came of it."""

    changed = Signal()  # another tiling, or label, or whether empty ones are left out
    closed = Signal()
    add_wanted = Signal()
    picked = Signal(int)
    kept = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: list[TileCell] = []
        self.by = Segmented([(_COUNT, self.tr("Rows × columns")), (_SIZE, self.tr("Size"))], self, stretch=True)
        self.rows, self.columns = WholeField(1, _MOST_IN_ROW, self), WholeField(1, _MOST_IN_ROW, self)
        self.edge = WholeField(16, 8192, self, "px")
        self.overlap = WholeField(0, round(100 * MOST_OVERLAP), self, "%")
        self.overlap.setFixedWidth(80)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, round(100 * MOST_OVERLAP))
        self.slider.setAccessibleName(self.tr("Overlap"))
        self.shape = Segmented(
            [("picture", self.tr("As the picture")), ("square", self.tr("Square, as the model"))], self, stretch=True
        )
        self.border = Segmented([("in", self.tr("Pushed inward")), ("pad", self.tr("Padded"))], self, stretch=True)
        self.label = Segmented(
            [("same", self.tr("As this frame")), ("none", self.tr("As the picture"))], self, stretch=True
        )
        self.leave_out = Switch(self.tr("Leave out tiles without a subject"), self)
        self.leave_out.setChecked(True)
        self.to = TargetBox(self.tr("This picture only"), self)
        self.add = Button(self.tr("Add"), self, Role.PRIMARY, "plus")
        changes_project(self.add)
        self._heading = SectionHeading(self.tr("Tiles"), "", self)
        self._hint = Label("", Type.CAPTION, "text-2", self, wrap=True)
        self._fewer = Label("", Type.SMALL, "warn", self, wrap=True)
        self._fewer.hide()
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP_PX)
        self._lay_out()
        self._connect()
        self._set_quietly(2, 2)
        self._show_way()

    @property
    def tiling(self) -> Tiling:
        """How tiles are to be laid."""
        return Tiling(
            rows=self.rows.value() if self.by.key == _COUNT else 1,
            columns=self.columns.value() if self.by.key == _COUNT else 1,
            overlap=self.overlap.value() / 100,
            is_square=self.shape.key == "square",
            size_px=self.edge.value() if self.by.key == _SIZE else None,
            pads=self.border.key == "pad",
        )

    @property
    def leaves_out_empty(self) -> bool:
        """Whether tiles without a subject are left out at first."""
        return self.leave_out.isChecked()

    @property
    def keeps_label(self) -> bool:
        """Whether tiles get the label of the frame in hand."""
        return self.label.key == "same"

    def cell(self, at: int) -> TileCell:
        """Return the cell of the tile *at*."""
        return self._cells[at]

    def show_tiles(self, laid: Tiles, kept: Sequence[bool], picked: int, scores: Sequence[float]) -> None:
        """Show what tiles were laid and which of them are *kept*; *scores* are empty before they are known."""
        self._make_cells(min(len(laid.tiles), _MOST_SHOWN))
        for at, cell in enumerate(self._cells):
            cell.show_tile(kept[at], at == picked, scores[at] if scores else None)
        count = sum(kept)
        width, height = laid.size
        size = f"{count_words(width)} × {count_words(height)} px"
        self._heading.show_name(self.tr("{0} tiles", n=len(laid.tiles)).format(len(laid.tiles)))
        self._heading.show_words(self.tr("{0}, {1} kept").format(size, count))
        self._say_fewer(laid.fewer(self.tiling))
        shared = [f"{round(100 * share)}{THIN_SPACE}%" for share in (laid.shared_x, laid.shared_y)]
        self._hint.setText(
            self.tr("Columns share {0}, rows {1}, so that tiles cover it all.").format(*shared)
            + " "
            + self.tr("The number says how sure a subject is in it; under {0} is left out.").format(f"{SURE:.2f}")
        )
        self.add.setText(self.tr("Add {0} frames", n=count).format(count))
        self.add.setEnabled(count > 0)

    def _say_fewer(self, words: str) -> None:
        self._fewer.setText(core_words(words))
        self._fewer.setVisible(bool(words))

    def show_images(self, images: Sequence[QImage]) -> None:
        """Show what each tile cuts."""
        for cell, image in zip(self._cells, images, strict=False):
            cell.show_image(image)

    def show_wrong(self, error: TilingUnusable) -> None:
        """Say why no tiles can be laid like this."""
        self._make_cells(0)
        self._heading.show_words("")
        self._say_fewer("")
        self._hint.setText(core_words(str(error)))
        self.add.setEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        back = IconButton("chevron-left", self.tr("Back to the frame"), self, "Esc", role=Role.QUIET)
        back.clicked.connect(self._close)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(back)
        top.addWidget(SectionHeading(self.tr("Tiles"), self.tr("adds frames to this picture"), self, Type.HEADING), 1)
        counts = QHBoxLayout()
        counts.setSpacing(8)
        self._count_rows = (FormRow(self.tr("Rows"), self.rows, self), FormRow(self.tr("Columns"), self.columns, self))
        for one in self._count_rows:
            counts.addWidget(one)
        self._size_row = FormRow(self.tr("Edge of a tile"), self.edge, self)
        overlap = QWidget(self)
        row = QHBoxLayout(overlap)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.slider, 1)
        row.addWidget(self.overlap)
        self._shape_row = FormRow(self.tr("Shape"), self.shape, self)
        switch = QHBoxLayout()
        switch.setSpacing(8)
        switch.addWidget(self.leave_out)
        switch.addWidget(Label(self.tr("Leave out tiles without a subject"), Type.SMALL, parent=self), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.by)
        column.addLayout(counts)
        for widget in (
            self._size_row,
            FormRow(self.tr("Overlap, at least"), overlap, self),
            self._shape_row,
            FormRow(self.tr("Tiles at the border"), self.border, self),
            FormRow(self.tr("Label of the tiles"), self.label, self),
        ):
            column.addWidget(widget)
        column.addLayout(switch)
        column.addWidget(self._heading)
        column.addWidget(self._fewer)
        column.addLayout(self._grid)
        column.addWidget(self._hint)
        self._lay_out_end(column)

    def _lay_out_end(self, column: QVBoxLayout) -> None:
        column.addWidget(FormRow(self.tr("Apply to"), self.to, self))
        words = self.tr("All tiles of a picture stay in one part of the split.")
        column.addWidget(Label(words, Type.CAPTION, "text-2", self, wrap=True))
        cancel = Button(self.tr("Cancel"), self)
        cancel.clicked.connect(self._close)
        ends = QHBoxLayout()
        ends.setSpacing(8)
        ends.addWidget(cancel, 1)
        ends.addWidget(self.add, 1)
        column.addLayout(ends)
        column.addStretch(1)

    def _connect(self) -> None:
        for field in (self.rows, self.columns, self.edge, self.overlap):
            field.valueChanged.connect(self._change)
        for choice in (self.by, self.shape, self.border, self.label):
            choice.chosen.connect(self._change)
        self.leave_out.toggled.connect(self._change)
        self.slider.valueChanged.connect(self.overlap.setValue)
        self.overlap.valueChanged.connect(self.slider.setValue)
        self.add.clicked.connect(self._add)

    def _set_quietly(self, rows: int, columns: int) -> None:
        self.blockSignals(True)
        self.rows.setValue(rows)
        self.columns.setValue(columns)
        self.edge.setValue(224)
        self.overlap.setValue(12)
        self.shape.choose("square")
        self.blockSignals(False)

    def _make_cells(self, count: int) -> None:
        if count == len(self._cells):
            return
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells = [TileCell(at, self) for at in range(count)]
        for at, cell in enumerate(self._cells):
            cell.picked.connect(self.picked)
            cell.kept.connect(self.kept)
            self._grid.addWidget(cell, *divmod(at, _ACROSS), Qt.AlignmentFlag.AlignLeft)

    def _show_way(self) -> None:
        by_count = self.by.key == _COUNT
        for one in (*self._count_rows, self._shape_row):
            one.setVisible(by_count)
        self._size_row.setVisible(not by_count)

    @Slot()
    def _change(self, *_values: object) -> None:
        self._show_way()
        self.changed.emit()

    @Slot()
    def _close(self, _checked: bool = False) -> None:
        self.closed.emit()

    @Slot()
    def _add(self, _checked: bool = False) -> None:
        self.add_wanted.emit()
