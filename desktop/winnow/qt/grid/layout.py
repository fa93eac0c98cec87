"""Where everything in the grid lies: numbers only, O(sections) for each layout.

Content coordinates: x to the right from the viewport's left edge, y down from
the top of the first section, in logical pixels.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from winnow.base.errors import ContractError

MARGIN_PX = 16
RIGHT_PX = 4
"""The scroll bar beside it is the rest of the right margin."""
GAP_PX = 8
HEADER_PX = 40
INSET_PX = 12
"""Between a header and the pictures under it, and under the last of them."""
MIN_CELL_PX, MAX_CELL_PX, CELL_PX = 64, 320, 104

NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in content coordinates."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of pictures: rows *first* to *last*, both included, the top of their cells at *y*."""

    section: int
    first: int
    last: int
    y: int


class GridLayout:
    """Sections of equal square cells, one above the other.

    Args:
        counts: Rows of each section.
        headed: Whether each section has a header.
        collapsed: Whether each section shows its header only.
        width: Of the viewport.
        cell: Edge of a picture.
    """

    def __init__(
        self,
        counts: npt.ArrayLike,
        headed: npt.ArrayLike,
        collapsed: npt.ArrayLike,
        width: int,
        cell: int = CELL_PX,
    ) -> None:
        self.counts = np.asarray(counts, np.int64)
        self.collapsed = np.asarray(collapsed, bool)
        has_header = np.asarray(headed, bool)
        if not len(self.counts) == len(self.collapsed) == len(has_header):
            raise ContractError("counts, headed and collapsed differ in length")
        self.width, self.cell_px = width, cell
        self.pitch = cell + GAP_PX
        self.columns = max(1, (width - MARGIN_PX - RIGHT_PX + GAP_PX) // self.pitch)
        self.header_heights = np.where(has_header, HEADER_PX, 0)
        lines = -(-self.counts // self.columns)
        lines[self.collapsed & has_header] = 0
        self.lines = lines
        bodies = np.where(lines > 0, 2 * INSET_PX - GAP_PX + lines * self.pitch, 0)
        self.tops = np.concatenate(([0], np.cumsum(self.header_heights + bodies)))
        self.firsts = np.concatenate(([0], np.cumsum(self.counts)))

    @property
    def height(self) -> int:
        """The height of the whole content."""
        return int(self.tops[-1])

    @property
    def rows(self) -> int:
        """How many rows there are, in collapsed sections too."""
        return int(self.firsts[-1])

    @property
    def sections(self) -> int:
        """How many sections there are."""
        return len(self.counts)

    def section_of(self, row: int) -> int:
        """Return the section that *row* belongs to."""
        if not 0 <= row < self.rows:
            raise ContractError(f"row {row} is outside 0..{self.rows - 1}")
        return int(np.searchsorted(self.firsts, row, side="right")) - 1

    def is_shown(self, row: int) -> bool:
        """Say whether *row* lies in a section that is open."""
        return bool(self.lines[self.section_of(row)])

    def cells_top(self, section: int) -> int:
        """Return y of the first line of pictures of *section*."""
        return int(self.tops[section] + self.header_heights[section]) + INSET_PX

    def cell(self, row: int) -> Rect:
        """Return where the picture of *row* lies; where its section is closed, the section's header."""
        section = self.section_of(row)
        if not self.lines[section]:
            return self.header(section)
        line, column = divmod(row - int(self.firsts[section]), self.columns)
        x, y = MARGIN_PX + column * self.pitch, self.cells_top(section) + line * self.pitch
        return Rect(x, y, self.cell_px, self.cell_px)

    def header(self, section: int) -> Rect:
        """Return where the header of *section* lies; without height where it has none."""
        return Rect(0, int(self.tops[section]), self.width, int(self.header_heights[section]))

    def section_at(self, y: int) -> int:
        """Return the section that covers *y*, `NOWHERE` above and below all of them."""
        if not 0 <= y < self.height:
            return NOWHERE
        return int(np.searchsorted(self.tops, y, side="right")) - 1

    def header_at(self, y: int) -> int:
        """Return the section whose header covers *y*, or `NOWHERE`."""
        section = self.section_at(y)
        if section == NOWHERE or y >= self.tops[section] + self.header_heights[section]:
            return NOWHERE
        return section

    def row_at(self, x: int, y: int) -> int:
        """Return the row whose picture covers the point, or `NOWHERE`."""
        section = self.section_at(y)
        if section == NOWHERE or not self.lines[section]:
            return NOWHERE
        line, in_line = divmod(y - self.cells_top(section), self.pitch)
        column, in_column = divmod(x - MARGIN_PX, self.pitch)
        inside = 0 <= line < self.lines[section] and 0 <= column < self.columns
        at = line * self.columns + column
        if not inside or in_line >= self.cell_px or in_column >= self.cell_px or at >= self.counts[section]:
            return NOWHERE
        return int(self.firsts[section] + at)

    def sections_between(self, top: int, bottom: int) -> range:
        """Return the sections that reach into the band from *top* to *bottom* (excluded)."""
        if bottom <= top or not self.sections:
            return range(0)
        first = max(0, int(np.searchsorted(self.tops, top, side="right")) - 1)
        return range(first, min(self.sections, int(np.searchsorted(self.tops, bottom, side="left"))))

    def lines_between(self, top: int, bottom: int) -> Iterator[Line]:
        """Give the lines of pictures that reach into the band from *top* to *bottom* (excluded), downwards."""
        for section in self.sections_between(top, bottom):
            begin, count = self.cells_top(section), int(self.lines[section])
            # A line's cells, not the gap under them, must reach in.
            first = max(0, (top - begin + GAP_PX) // self.pitch)
            for line in range(first, min(count, -((begin - bottom) // self.pitch))):
                row = int(self.firsts[section]) + line * self.columns
                last = min(row + self.columns, int(self.firsts[section + 1])) - 1
                yield Line(section, row, last, begin + line * self.pitch)

    def ranges_in(self, area: Rect) -> list[tuple[int, int]]:
        """Return the rows whose pictures *area* touches, as (first, last) ranges, both included and merged."""
        left = max(0, (area.x - MARGIN_PX + GAP_PX) // self.pitch)
        right = min(self.columns - 1, (area.x + area.width - 1 - MARGIN_PX) // self.pitch)
        found: list[tuple[int, int]] = []
        for line in self.lines_between(area.y, area.y + area.height):
            first, last = line.first + left, min(line.first + right, line.last)
            if first > last:
                continue
            if found and found[-1][1] == first - 1:
                found[-1] = (found[-1][0], last)
            else:
                found.append((first, last))
        return found

    def shown_ranges(self) -> list[tuple[int, int]]:
        """Return all rows of open sections, as (first, last) ranges, both included and merged."""
        found: list[tuple[int, int]] = []
        for section in np.flatnonzero(self.lines):
            first, last = int(self.firsts[section]), int(self.firsts[section + 1]) - 1
            if found and found[-1][1] == first - 1:
                found[-1] = (found[-1][0], last)
            else:
                found.append((first, last))
        return found

    def sticky(self, scroll: int) -> tuple[int, int]:
        """Return (section, y) of the header that sticks to the viewport's top at *scroll*.

        y is in viewport coordinates: 0, or less where the next header pushes
        it out. (`NOWHERE`, 0) where no header has been scrolled past.
        """
        section = self.section_at(scroll)
        if section == NOWHERE or not self.header_heights[section] or self.tops[section] >= scroll:
            return NOWHERE, 0
        return section, min(0, int(self.tops[section + 1]) - scroll - HEADER_PX)
