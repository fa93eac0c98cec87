"""The grid's geometry agrees with drawing every cell one after the other."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from winnow.base.errors import ContractError
from winnow.qt.grid.layout import GAP_PX, HEADER_PX, INSET_PX, MARGIN_PX, NOWHERE, GridLayout, Rect


@st.composite
def layouts(draw):
    counts = draw(st.lists(st.integers(0, 30), min_size=1, max_size=8))
    some = st.lists(st.booleans(), min_size=len(counts), max_size=len(counts))
    return GridLayout(counts, draw(some), draw(some), draw(st.integers(40, 900)), draw(st.integers(64, 320)))


def drawn(layout):
    """Lay every cell out by walking downwards: the slow way that cannot be wrong."""
    cells, row, y = {}, 0, 0
    for section, count in enumerate(layout.counts):
        headed = bool(layout.header_heights[section])
        y += HEADER_PX if headed else 0
        if count and not (headed and layout.collapsed[section]):
            y += INSET_PX
            for within in range(count):
                line, column = divmod(within, layout.columns)
                cells[row + within] = (MARGIN_PX + column * layout.pitch, y + line * layout.pitch)
            y += (line + 1) * layout.pitch - GAP_PX + INSET_PX
        row += int(count)
    return cells, y


@given(layouts())
def test_every_cell_lies_where_drawing_them_all_puts_it(layout):
    cells, height = drawn(layout)
    assert layout.height == height
    for row in range(layout.rows):
        assert layout.is_shown(row) == (row in cells)
        if row in cells:
            rect = layout.cell(row)
            assert (rect.x, rect.y) == cells[row]
            assert layout.row_at(rect.x, rect.y) == row
            assert layout.row_at(rect.x + rect.width - 1, rect.y + rect.height - 1) == row
            assert layout.row_at(rect.x + rect.width, rect.y) == NOWHERE
            assert layout.row_at(rect.x, rect.y - 1) == NOWHERE


@given(layouts(), st.integers(-200, 4000), st.integers(1, 1200))
def test_a_band_gives_exactly_the_lines_that_reach_into_it(layout, top, extent):
    cells, _ = drawn(layout)
    bottom = top + extent
    wanted = {row for row, (_, y) in cells.items() if y < bottom and y + layout.cell_px > top}
    found = [row for line in layout.lines_between(top, bottom) for row in range(line.first, line.last + 1)]
    assert sorted(wanted) == found


@given(layouts(), st.integers(-50, 900), st.integers(-50, 3000), st.integers(1, 500), st.integers(1, 900))
def test_a_rubber_band_touches_what_it_overlaps(layout, x, y, width, height):
    cells, _ = drawn(layout)
    cell = layout.cell_px
    wanted = {
        row
        for row, (left, top) in cells.items()
        if left < x + width and left + cell > x and top < y + height and top + cell > y
    }
    ranges = layout.ranges_in(Rect(x, y, width, height))
    assert [row for first, last in ranges for row in range(first, last + 1)] == sorted(wanted)
    assert all(one[1] + 1 < other[0] for one, other in itertools.pairwise(ranges))


@given(layouts(), st.integers(0, 5000))
def test_the_sticky_header_never_covers_the_next_one(layout, scroll):
    section, y = layout.sticky(scroll)
    if section == NOWHERE:
        return
    assert layout.tops[section] < scroll < layout.tops[section + 1]
    assert -HEADER_PX < y <= 0
    assert scroll + y + HEADER_PX <= layout.tops[section + 1]


@given(layouts())
def test_shown_ranges_are_the_rows_of_open_sections(layout):
    cells, _ = drawn(layout)
    assert [row for first, last in layout.shown_ranges() for row in range(first, last + 1)] == sorted(cells)


def test_headers_are_hit_and_cells_are_not():
    layout = GridLayout([3, 2], [True, True], [False, True], 400)
    assert layout.header_at(0) == layout.header_at(HEADER_PX - 1) == 0
    assert layout.header_at(HEADER_PX) == NOWHERE
    assert layout.header_at(layout.height - 1) == 1
    assert layout.header_at(layout.height) == layout.header_at(-1) == NOWHERE
    assert layout.header(1) == Rect(0, layout.height - HEADER_PX, 400, HEADER_PX)
    assert layout.cell(4) == layout.header(1)


def test_the_mock_up_s_width_holds_seven_pictures():
    assert GridLayout([152], [True], [False], 804).columns == 7


def test_a_million_rows_cost_what_their_sections_cost():
    layout = GridLayout(np.full(1000, 1000), np.ones(1000, bool), np.zeros(1000, bool), 1600)
    assert layout.rows == 1_000_000
    assert layout.section_of(999_999) == 999
    assert sum(1 for _ in layout.lines_between(layout.height // 2, layout.height // 2 + 1000)) < 12


def test_nothing_to_show():
    layout = GridLayout([], [], [], 400)
    assert layout.height == layout.rows == 0
    assert layout.row_at(20, 20) == layout.header_at(0) == NOWHERE
    assert list(layout.lines_between(0, 500)) == layout.shown_ranges() == []
    with pytest.raises(ContractError):
        layout.section_of(0)
