"""What the mouse does in the grid: picks, stretches a rubber band, hovers, presses headers, resizes."""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from winnow.app.grid_rows import SectionKey
from winnow.qt.grid.headers import CHEVRON, NAME, Part, SectionAction
from winnow.qt.grid.layout import HEADER_PX, NOWHERE
from winnow.qt.grid.name_editor import NameEditor
from winnow.qt.grid.picking import Picking
from winnow.qt.grid.sectioned import Mask
from winnow.qt.grid.surface import GridSurface

_NOTCH = 120
_GROWTH = 1.15
"""How much larger a notch of the wheel makes the pictures."""
_BAND_MS = 16
_BAND_SPEED = 0.3
"""Pixels to scroll in each tick, for each pixel that the pointer is outside."""


class PointedGrid(GridSurface):
    """Turns the mouse into picks; keys are the subclass's part."""

    activated_id = Signal(int)  # Enter or a double click
    menu_wanted = Signal(QPoint)  # a context menu for the selection, at this point of the screen
    section_action = Signal(object, object, QPoint)  # section key, SectionAction, where a menu may open
    section_toggled = Signal(object, bool)  # section key, whether it is open now
    section_renamed = Signal(object, str)  # section key, its new name; empty: none of its own
    drag_wanted = Signal()  # the selection is being dragged away

    def __init__(self, parent: QWidget | None = None) -> None:
        self._picking = Picking()
        self._pressed: QPoint | None = None
        self._held = (False, False)
        self._pointer = QPoint()
        self._narrow_to = NOWHERE
        self._zoomed = 0.0
        super().__init__(parent)
        self._band_timer = QTimer(self)
        self._band_timer.setInterval(_BAND_MS)
        self._band_timer.timeout.connect(self._stretch_on)
        self._name_editor = NameEditor(self.viewport())
        self._name_editor.named.connect(self.section_renamed)
        self.verticalScrollBar().valueChanged.connect(self._name_editor.close_editor)

    def set_section_open(self, key: SectionKey, is_open: bool) -> None:
        """Open or close a section; the pictures of a closed one are not selected."""
        if is_open == (key not in self._collapsed):
            return
        self._collapsed.symmetric_difference_update([key])
        self._relayout(0)
        mask = self._mask.copy()
        for one in self.rows.sections:
            if one.key == key and not is_open:
                mask[one.first : one.first + one.count] = False
        self._pick(mask)
        self.section_toggled.emit(key, is_open)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick a picture, begin a rubber band, or press a part of a header."""
        at = event.position().toPoint()
        self._went_to_mouse()
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            event.ignore()
            return
        if self._header_at(at)[0] != NOWHERE:
            if event.button() == Qt.MouseButton.LeftButton:
                self._press_header(at)
            return
        row = self._row_at(at)
        if event.button() == Qt.MouseButton.RightButton:
            if row != NOWHERE and not self._mask[row]:
                self._click(row, shift=False, ctrl=False)
            return
        self._pressed, self._held = at, _held(event)
        self._press(row, *self._held)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Stretch the rubber band, or show what is under the pointer."""
        at = event.position().toPoint()
        if self._pressed is None:
            self._hover(at)
        elif self._picking.band_from is not None:
            self._stretch(at)
        elif (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            if self._narrow_to != NOWHERE:
                # What was picked before is taken along; what was not is where a rubber band begins.
                self._pressed, self._narrow_to = None, NOWHERE
                self.drag_wanted.emit()
                return
            shift, ctrl = self._held
            begin = (self._pressed.x(), self._pressed.y() + self.verticalOffset())
            self._picking.begin_band(self._mask, begin, shift, ctrl)
            self._narrow_to = NOWHERE
            self._band_timer.start()
            self._stretch(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the rubber band; a click into a selection picks one of it only now."""
        if self._narrow_to != NOWHERE:
            self._click(self._narrow_to, shift=False, ctrl=False)
        self._end_band()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a picture, or open and close a section."""
        at = event.position().toPoint()
        section, y = self._header_at(at)
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
        elif section != NOWHERE:
            part = self._headers.part_at(at.x(), at.y() - y, self.viewport().width(), self.rows.sections[section])
            if part == NAME:
                self.edit_name(section)
            elif part is None:
                self._toggle(section)
            else:  # two quick presses of a button are two presses
                self._press_header(at)
        elif (row := self._row_at(at)) != NOWHERE:
            self.activated_id.emit(int(self.rows.ids[row]))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl held, resize the pictures around the one under the pointer."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            self._hover(event.position().toPoint())
            return
        self._zoomed += event.angleDelta().y() / _NOTCH
        notches = int(self._zoomed)
        if notches:
            self._zoomed -= notches
            self.set_cell_size(round(self._cell_px * _GROWTH**notches), round(event.position().y()))
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Want a menu: at the pointer, or from the keyboard at the current picture."""
        if event.reason() != QContextMenuEvent.Reason.Keyboard:
            if self._row_at(event.pos()) != NOWHERE:
                self.menu_wanted.emit(event.globalPos())
        elif self.currentIndex().isValid():
            at = self.visualRect(self.currentIndex()).center()
            self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def viewportEvent(self, event: QEvent) -> bool:
        """Show tooltips; forget what was under the pointer when it leaves."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words, area = self._tip(event.pos())
            if words:
                QToolTip.showText(event.globalPos(), words, self.viewport(), area)
            else:
                QToolTip.hideText()
            return True
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def edit_name(self, section: int) -> None:
        """Let the person write over the name of *section* where that may be."""
        told = self.rows.sections[section]
        box = self._headers.name_box(self.viewport().width(), told)
        if not box.isEmpty():
            top = self._header_top(section)
            self._name_editor.open(told.key, told.title, box.translated(0, top))

    def _header_top(self, section: int) -> int:
        """Return where the header of *section* is in the viewport, stuck to its top or not."""
        stuck, y = self._layout.sticky(self.verticalOffset())
        return y if stuck == section else int(self._layout.tops[section]) - self.verticalOffset()

    def _press(self, row: int, shift: bool, ctrl: bool) -> None:
        self._narrow_to = NOWHERE
        if row == NOWHERE:
            if not shift and not ctrl:
                self._pick(self._mask & False)
        elif self._mask[row] and not shift and not ctrl:
            self._narrow_to = row
            self._set_current(row)
        else:
            self._click(row, shift, ctrl)

    def _click(self, row: int, shift: bool, ctrl: bool) -> None:
        """Pick by one picture and make it the current one."""
        self._pick(self._picking.click(self._layout, self._mask, row, shift, ctrl))
        self._set_current(row)

    def _press_header(self, at: QPoint) -> None:
        section, y = self._header_at(at)
        part = self._headers.part_at(at.x(), at.y() - y, self.viewport().width(), self.rows.sections[section])
        if part == CHEVRON:
            self._toggle(section)
        elif isinstance(part, SectionAction):
            below = self._headers.action_boxes(self.viewport().width(), self.rows.sections[section])[
                part
            ].bottomLeft() + QPoint(0, y + 2)
            self.section_action.emit(self.rows.sections[section].key, part, self.viewport().mapToGlobal(below))

    def _toggle(self, section: int) -> None:
        key = self.rows.sections[section].key
        self.set_section_open(key, key in self._collapsed)

    def _stretch(self, to: QPoint) -> None:
        """Pick what the rubber band from where it began to *to*, in the viewport, touches."""
        self._pointer = to
        area, mask = self._picking.stretch_band(self._layout, (to.x(), to.y() + self.verticalOffset()))
        self._band = QRect(area.x, area.y, area.width, area.height)
        self._pick(mask)
        self.viewport().update()

    @Slot()
    def _stretch_on(self) -> None:
        """Scroll while the pointer is held outside, the faster the farther."""
        y, height = self._pointer.y(), self.viewport().height()
        outside = min(0, y) + max(0, y - height)
        if outside:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(outside * _BAND_SPEED))
            self._stretch(self._pointer)

    def _end_band(self) -> None:
        self._pressed, self._band, self._narrow_to = None, None, NOWHERE
        self._picking.end_band()
        self._band_timer.stop()
        self.viewport().update()

    def _hover(self, at: QPoint | None) -> None:
        """Show what lies at *at*, None for nothing, as hovered."""
        row, part = NOWHERE, self._part_at(at) if at is not None else (NOWHERE, None)
        if at is not None and part[0] == NOWHERE:
            row = self._row_at(at)
        if (row, part) != (self._hovered_row, self._hovered_part):
            self._hovered_row, self._hovered_part = row, part
            self.viewport().update()

    def _part_at(self, at: QPoint) -> tuple[int, Part]:
        section, y = self._header_at(at)
        if section == NOWHERE:
            return NOWHERE, None
        return section, self._headers.part_at(at.x(), at.y() - y, self.viewport().width(), self.rows.sections[section])

    def _tip(self, at: QPoint) -> tuple[str, QRect]:
        """Return the tooltip for what lies at *at* as rich text, and where it holds."""
        section, y = self._header_at(at)
        width = self.viewport().width()
        if section != NOWHERE:
            told = self.rows.sections[section]
            part = self._headers.part_at(at.x(), at.y() - y, width, told)
            words, keys = self._headers.tooltip(part, told, told.key not in self._collapsed)
            box = self._headers.action_boxes(width, told).get(part) if isinstance(part, SectionAction) else None
            area = box.translated(0, y) if box is not None else QRect(0, y, width, HEADER_PX)
            return f"{html.escape(words)}&nbsp;&nbsp;<span>{html.escape(keys)}</span>" if keys else html.escape(
                words
            ), area
        row = self._row_at(at)
        if row == NOWHERE or not self.rows.names:
            return "", QRect()
        # Escaped and in a tag: a file's name is never taken for markup.
        return f"<span>{html.escape(self.rows.names[row])}</span>", self._on_screen(self._layout.cell(row))

    def _went_to_mouse(self) -> None:
        """Called when the mouse takes over, for subclasses that draw the keyboard's place."""

    def _set_current(self, row: int) -> None:
        """Make *row* the current one; the selection stays."""
        raise NotImplementedError

    def _pick(self, mask: Mask) -> None:
        """Select exactly the rows of *mask*."""
        raise NotImplementedError


def _held(event: QMouseEvent) -> tuple[bool, bool]:
    """Return whether (Shift, Ctrl) are held."""
    keys = event.modifiers()
    return bool(keys & Qt.KeyboardModifier.ShiftModifier), bool(keys & Qt.KeyboardModifier.ControlModifier)
