"""Where the keys lead: over pictures and headers, as in a file manager."""

from __future__ import annotations

import enum
from dataclasses import dataclass

import numpy as np

from winnow.qt.grid.layout import NOWHERE, GridLayout


class Step(enum.Enum):
    """One press of a key."""

    LEFT = enum.auto()
    RIGHT = enum.auto()
    UP = enum.auto()
    DOWN = enum.auto()
    HOME = enum.auto()
    END = enum.auto()
    PAGE_UP = enum.auto()
    PAGE_DOWN = enum.auto()


@dataclass(frozen=True, slots=True)
class Place:
    """Where the keyboard is: on a picture (*row*), or on a section's header."""

    row: int = NOWHERE
    header: int = NOWHERE

    @property
    def is_nowhere(self) -> bool:
        """Say whether it is on neither."""
        return self.row == NOWHERE and self.header == NOWHERE


def walk(layout: GridLayout, place: Place, step: Step, page_px: int, over_headers: bool = True) -> Place:
    """Return where *step* leads from *place*; *place* itself where it leads out.

    Up and down stop at headers unless *over_headers* is false; left, right,
    Home, End and the pages go to pictures that are shown.

    Args:
        page_px: Height of the viewport, what a page goes by.
    """
    if not layout.rows:
        return place
    if place.is_nowhere:
        return _ends(layout, Step.HOME, place)
    if step in (Step.HOME, Step.END):
        return _ends(layout, step, place)
    if step in (Step.PAGE_UP, Step.PAGE_DOWN):
        return _page(layout, place, page_px if step is Step.PAGE_DOWN else -page_px)
    if step in (Step.LEFT, Step.RIGHT):
        return place if place.row == NOWHERE else _beside(layout, place, 1 if step is Step.RIGHT else -1)
    return _vertical(layout, place, 1 if step is Step.DOWN else -1, over_headers)


def _ends(layout: GridLayout, step: Step, place: Place) -> Place:
    shown = layout.shown_ranges()
    if not shown:
        return place
    return Place(row=shown[0][0] if step is Step.HOME else shown[-1][1])


def _beside(layout: GridLayout, place: Place, direction: int) -> Place:
    row = place.row + direction
    if 0 <= row < layout.rows and layout.is_shown(row):
        return Place(row=row)
    section = _next_open(layout, layout.section_of(place.row), direction)
    if section == NOWHERE:
        return place
    return Place(row=int(layout.firsts[section] if direction > 0 else layout.firsts[section + 1] - 1))


def _vertical(layout: GridLayout, place: Place, direction: int, over_headers: bool) -> Place:
    if place.row == NOWHERE:
        return _from_header(layout, place, direction)
    section = layout.section_of(place.row)
    within = place.row - int(layout.firsts[section])
    line, column = divmod(within, layout.columns)
    if 0 <= line + direction < layout.lines[section]:
        return _in_line(layout, section, line + direction, column)
    if over_headers:
        header = section if direction < 0 else section + 1
        if header < layout.sections and layout.header_heights[header]:
            return Place(header=header)
    beyond = _next_open(layout, section, direction)
    if beyond == NOWHERE:
        return place
    return _in_line(layout, beyond, 0 if direction > 0 else int(layout.lines[beyond]) - 1, column)


def _from_header(layout: GridLayout, place: Place, direction: int) -> Place:
    if direction > 0:
        if layout.lines[place.header]:
            return _in_line(layout, place.header, 0, 0)
        return Place(header=place.header + 1) if place.header + 1 < layout.sections else place
    above = place.header - 1
    if above < 0:
        return place
    if layout.lines[above]:
        return _in_line(layout, above, int(layout.lines[above]) - 1, 0)
    return Place(header=above)


def _in_line(layout: GridLayout, section: int, line: int, column: int) -> Place:
    """Return the picture in *column* of *line*, the last of the line where it is shorter."""
    within = min(line * layout.columns + column, int(layout.counts[section]) - 1)
    return Place(row=int(layout.firsts[section]) + within)


def _next_open(layout: GridLayout, section: int, direction: int) -> int:
    """Return the next section with pictures shown, or `NOWHERE`."""
    is_open = np.flatnonzero(layout.lines)
    at = int(np.searchsorted(is_open, section, side="right" if direction > 0 else "left"))
    at -= direction < 0
    return int(is_open[at]) if 0 <= at < len(is_open) else NOWHERE


def _page(layout: GridLayout, place: Place, by_px: int) -> Place:
    """Go to the picture about a page away, in the same column."""
    here = layout.cell(place.row) if place.row != NOWHERE else layout.header(place.header)
    lines = max(1, abs(by_px) // layout.pitch)
    reach = lines * layout.pitch
    top, bottom = (here.y + 1, here.y + reach + 1) if by_px > 0 else (here.y - reach, here.y)
    found = [one for one in layout.lines_between(top, bottom) if (one.y > here.y) == (by_px > 0) and one.y != here.y]
    if not found:
        return _ends(layout, Step.END if by_px > 0 else Step.HOME, place)
    line = found[-1] if by_px > 0 else found[0]
    column = max(0, (here.x - layout.cell(line.first).x) // layout.pitch)
    return Place(row=min(line.first + column, line.last))
