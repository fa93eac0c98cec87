"""Keys lead where a file manager's lead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winnow.qt.grid.layout import NOWHERE, GridLayout
from winnow.qt.grid.walking import Place, Step, walk

PAGE_PX = 400


@pytest.fixture
def three():
    """Three columns; sections of 7, 5 (closed) and 4: rows 0-6, 7-11, 12-15."""
    return GridLayout([7, 5, 4], [True] * 3, [False, True, False], 360)


def go(layout, place, *steps, over_headers=True):
    for step in steps:
        place = walk(layout, place, step, PAGE_PX, over_headers)
    return place


def test_sideways_runs_on_over_lines_and_closed_sections(three):
    assert go(three, Place(row=2), Step.RIGHT) == Place(row=3)
    assert go(three, Place(row=6), Step.RIGHT) == Place(row=12)
    assert go(three, Place(row=12), Step.LEFT) == Place(row=6)
    assert go(three, Place(row=0), Step.LEFT) == Place(row=0)
    assert go(three, Place(row=15), Step.RIGHT) == Place(row=15)


def test_up_and_down_stop_at_every_header(three):
    assert go(three, Place(row=1), Step.DOWN) == Place(row=4)
    assert go(three, Place(row=4), Step.DOWN) == Place(row=6)
    assert go(three, Place(row=6), Step.DOWN) == Place(header=1)
    assert go(three, Place(header=1), Step.DOWN) == Place(header=2)
    assert go(three, Place(header=2), Step.DOWN) == Place(row=12)
    assert go(three, Place(row=12), Step.UP, Step.UP, Step.UP) == Place(row=6)
    assert go(three, Place(row=1), Step.UP, Step.UP) == Place(header=0)


def test_a_selection_grows_past_headers(three):
    assert go(three, Place(row=6), Step.DOWN, over_headers=False) == Place(row=12)
    assert go(three, Place(row=13), Step.UP, over_headers=False) == Place(row=6)


def test_home_end_and_the_first_key(three):
    assert go(three, Place(), Step.DOWN) == Place(row=0)
    assert go(three, Place(row=5), Step.END) == Place(row=15)
    assert go(three, Place(header=2), Step.HOME) == Place(row=0)


def test_pages_keep_the_column():
    layout = GridLayout([300], [False], [False], 360)
    down = go(layout, Place(row=1), Step.PAGE_DOWN)
    assert down == Place(row=1 + 3 * layout.columns)
    assert go(layout, down, Step.PAGE_UP) == Place(row=1)
    assert go(layout, Place(row=298), Step.PAGE_DOWN) == Place(row=299)


@given(
    st.lists(st.integers(0, 20), min_size=1, max_size=6),
    st.lists(st.sampled_from(list(Step)), max_size=40),
    st.data(),
)
def test_no_key_leads_to_what_is_not_shown(counts, steps, data):
    closed = data.draw(st.lists(st.booleans(), min_size=len(counts), max_size=len(counts)))
    layout = GridLayout(counts, [True] * len(counts), closed, 500)
    place = Place()
    for step in steps:
        place = walk(layout, place, step, PAGE_PX)
        assert place.row == NOWHERE or (layout.is_shown(place.row) and place.header == NOWHERE)
        assert place.header == NOWHERE or 0 <= place.header < len(counts)


@given(st.lists(st.integers(1, 12), min_size=1, max_size=6))
def test_down_visits_every_line_and_up_comes_back(counts):
    layout = GridLayout(counts, [True] * len(counts), [False] * len(counts), 500)
    place, seen = Place(header=0), 0
    for _ in range(200):
        onward = go(layout, place, Step.DOWN)
        if onward == place:
            break
        place, seen = onward, seen + 1
    assert seen == int(layout.lines.sum()) + len(counts) - 1
    assert go(layout, place, *[Step.UP] * seen) == Place(header=0)
