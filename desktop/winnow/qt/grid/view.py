"""The grid that a person uses: selection as in a file manager, rows that change under it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from winnow.app.grid_rows import GridRows, SectionKey
from winnow.qt.grid.headers import SectionAction
from winnow.qt.grid.layout import HEADER_PX, NOWHERE
from winnow.qt.grid.picking import shown
from winnow.qt.grid.pointing import PointedGrid
from winnow.qt.grid.sectioned import Mask
from winnow.qt.grid.walking import Place, Step, walk

Ids = npt.NDArray[np.int64]

_STEPS = {
    Qt.Key.Key_Left: Step.LEFT,
    Qt.Key.Key_Right: Step.RIGHT,
    Qt.Key.Key_Up: Step.UP,
    Qt.Key.Key_Down: Step.DOWN,
    Qt.Key.Key_Home: Step.HOME,
    Qt.Key.Key_End: Step.END,
    Qt.Key.Key_PageUp: Step.PAGE_UP,
    Qt.Key.Key_PageDown: Step.PAGE_DOWN,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FOREIGN = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class GridView(PointedGrid):
    """Shows `GridRows` and says what the person picked; it changes nothing itself.

    Keys that it has no use for (digits, letters, Space) go on to its parents.
    """

    selection_changed = Signal(object)  # ids of what is selected, (n,) int64, in view order
    current_changed = Signal(int)  # id of the current picture

    def __init__(self, parent: QWidget | None = None) -> None:
        self._place = Place()
        self._by_keyboard = False
        super().__init__(parent)
        self.setAccessibleName(self.tr("Pictures"))
        self.setAccessibleDescription(
            self.tr("Arrow keys move, Shift extends, Ctrl adds; left and right on a header close and open its section.")
        )

    def show_rows(self, rows: GridRows) -> None:
        """Replace what is shown; selection, current picture, closed sections and scroll position stay."""
        before = self.selected_ids()
        self._cells = None
        self._pixmaps.ask_again()
        if np.array_equal(rows.ids, self.rows.ids):
            self._grid_model.repaint(rows)
            self._relayout(0)
        else:
            self._show_others(rows)
        if not np.array_equal(before, self.selected_ids()):
            self.selection_changed.emit(self.selected_ids())

    def show_actions(
        self,
        actions: Sequence[SectionAction],
        shortcuts: dict[SectionAction, str] | None = None,
        can_rename: bool = False,
    ) -> None:
        """Offer *actions* in every header, and names to write over; *shortcuts* are the words for their keys."""
        self._headers.show_actions(actions, shortcuts or {}, can_rename)
        self.viewport().update()

    def selected_ids(self) -> Ids:
        """Return the ids of the selected pictures, in view order."""
        return self.rows.ids[self._mask]

    def current_id(self) -> int | None:
        """Return the id of the current picture."""
        row = self.currentIndex().row()
        return None if row < 0 else int(self.rows.ids[row])

    def current_section(self) -> SectionKey | None:
        """Return the key of the section that the keyboard is in."""
        section = self._place.header
        if section == NOWHERE and self.currentIndex().isValid():
            section = self._layout.section_of(self.currentIndex().row())
        return None if section == NOWHERE else self.rows.sections[section].key

    def select_ids(self, ids: Iterable[int]) -> None:
        """Select exactly those of *ids* that are shown, in open sections."""
        self._pick(np.isin(self.rows.ids, np.fromiter(ids, np.int64)) & shown(self._layout))

    def toggle_all_sections(self) -> None:
        """Close all sections where one is open, else open all; the current one comes into view."""
        keys = [one.key for one in self.rows.sections if one.title]
        is_any_open = any(key not in self._collapsed for key in keys)
        self._collapsed = self._collapsed | set(keys) if is_any_open else self._collapsed - set(keys)
        self._relayout(0)
        self._pick(self._mask & shown(self._layout))

    def open_all_sections(self) -> None:
        """Open every section."""
        if self._collapsed:
            self._collapsed.clear()
            self._relayout(0)

    def clear_selection(self) -> None:
        """Select nothing."""
        self._pick(self._mask & False)

    def go_to(self, image_id: int) -> None:
        """Make the picture *image_id* the only selected one and bring it into view, opening its section."""
        found = np.flatnonzero(self.rows.ids == image_id)
        if not len(found):
            return
        row = int(found[0])
        self.set_section_open(self.rows.sections[self._layout.section_of(row)].key, True)
        self._click(row, shift=False, ctrl=False)
        self.scroll_to_row(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, select, open and close; all other keys are the room's."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.modifiers() & _FOREIGN or not self._use_key(event.key(), shift, ctrl):
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the keyboard's place when it came here by keyboard."""
        super().focusInEvent(event)
        by_tab = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._use_keyboard(self._by_keyboard or by_tab)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the keyboard's place."""
        super().focusOutEvent(event)
        self._draw_ring()

    def _use_key(self, key: int, shift: bool, ctrl: bool) -> bool:
        """Do what *key* means here; False where it means nothing."""
        current = self.currentIndex().row()
        step = next((one for name, one in _STEPS.items() if name == key), None)
        if step is not None:
            self._step(step, shift, ctrl)
        elif key == Qt.Key.Key_F2 and self.current_section() is not None:
            self._rename_current()
        elif ctrl and key == Qt.Key.Key_A and not shift:
            self._pick(shown(self._layout))
        elif ctrl and key == Qt.Key.Key_Space and current >= 0:
            self._click(current, shift=False, ctrl=True)
        elif key in _ENTER and not shift and not ctrl:
            return self._enter(current)
        else:
            return False
        return True

    def _rename_current(self) -> None:
        """Write over the name of the section that the keyboard is in, brought into view."""
        section = self._place.header
        if section == NOWHERE:
            section = self._layout.section_of(self.currentIndex().row())
            if self._layout.sticky(self.verticalOffset())[0] != section:
                self._scroll_to(self._layout.header(section), 0, in_the_middle=False)
        self.edit_name(section)

    def _enter(self, current: int) -> bool:
        if self._place.header != NOWHERE:
            self._toggle(self._place.header)
        elif current >= 0:
            self.activated_id.emit(int(self.rows.ids[current]))
        else:
            return False
        return True

    def _step(self, step: Step, shift: bool, ctrl: bool) -> None:
        """Go where a key leads: with Shift the range follows, with Ctrl only the current picture."""
        place = self._place
        if place.is_nowhere and self.currentIndex().isValid() and self._layout.is_shown(self.currentIndex().row()):
            place = Place(row=self.currentIndex().row())
        self._use_keyboard(True)
        if place.header != NOWHERE and step in (Step.LEFT, Step.RIGHT):
            self.set_section_open(self.rows.sections[place.header].key, step is Step.RIGHT)
            return
        if place.header != NOWHERE and shift:
            place = Place(row=self.currentIndex().row()) if self.currentIndex().isValid() else place
        place = walk(self._layout, place, step, self.viewport().height() - HEADER_PX, over_headers=not shift)
        self._place = place
        if place.row != NOWHERE:
            if ctrl and not shift:
                self._set_current(place.row)
            else:
                self._click(place.row, shift, ctrl)
            self.scroll_to_row(place.row)
        elif place.header != NOWHERE:
            self._scroll_to(self._layout.header(place.header), 0, in_the_middle=False)
        self._draw_ring()

    def _use_keyboard(self, by_keyboard: bool) -> None:
        self._by_keyboard = by_keyboard
        self._draw_ring()

    def _went_to_mouse(self) -> None:
        self._place = Place()
        self._use_keyboard(False)

    def _draw_ring(self) -> None:
        """Mark the keyboard's place, only after the keyboard was used."""
        is_drawn = self._by_keyboard and self.hasFocus()
        self._ring_header = self._place.header if is_drawn else NOWHERE
        self._ring_row = self.currentIndex().row() if is_drawn and self._place.header == NOWHERE else NOWHERE
        self.viewport().update()

    def _set_current(self, row: int) -> None:
        self._place = Place(row=row)
        if row == self.currentIndex().row():
            return
        self.selectionModel().setCurrentIndex(self._grid_model.index(row), QItemSelectionModel.SelectionFlag.NoUpdate)
        self._draw_ring()
        self.current_changed.emit(int(self.rows.ids[row]))

    def _pick(self, mask: Mask) -> None:
        if not np.array_equal(mask, self._mask):
            self._select_mask(mask)
            self.selection_changed.emit(self.selected_ids())

    def _show_others(self, rows: GridRows) -> None:
        """Show other pictures, as far as possible where and as they were."""
        selected, current = self.selected_ids(), self.current_id()
        # Other sections altogether begin at the current picture, or at their top; what was in view means nothing there.
        is_other = not {one.key for one in self.rows.sections} & {one.key for one in rows.sections}
        seen = [] if is_other else self._seen()
        anchored = self._picking.anchor
        anchor_id = self.rows.ids[anchored] if 0 <= anchored < len(self.rows) else None
        self._end_band()
        self._grid_model.show(rows)
        self._place = Place()
        self._mask = np.zeros(len(rows), bool)
        self._hovered_row, self._hovered_part = NOWHERE, (NOWHERE, None)
        self._lay_out()
        row_of = {int(one): at for at, one in enumerate(rows.ids)} if seen or current is not None else {}
        for image_id, y in seen:
            row = row_of.get(image_id)
            if row is not None:
                self.verticalScrollBar().setValue(self._layout.cell(row).y - y)
                break
        self._select_mask(np.isin(rows.ids, selected))
        self._picking.anchor = row_of.get(int(anchor_id), NOWHERE) if anchor_id is not None else NOWHERE
        if current is not None and current in row_of:
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self._grid_model.index(row_of[current]), flag)
        if is_other:
            self.verticalScrollBar().setValue(0)
            if current is not None and current in row_of:
                self.scrollTo(self.currentIndex())

    def _seen(self) -> list[tuple[int, int]]:
        """Return (id, y in the viewport) of the pictures in view; none at the very top, which stays the top."""
        top = self.verticalOffset()
        if top == 0:
            return []
        return [
            (int(self.rows.ids[row]), line.y - top)
            for line in self._layout.lines_between(top, top + self.viewport().height())
            for row in range(line.first, line.last + 1)
        ]
