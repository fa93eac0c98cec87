"""Places on the map: what is zoomed at stays, what is inside a lasso is caught, arrows lead to neighbours."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from winnow.qt.map.geometry import Viewpoint, inside, nearest, towards

near = st.floats(-1, 1, width=32)


@given(st.floats(0.1, 10), st.floats(0, 800), st.floats(0, 600), near, near)
def test_what_lies_under_the_pointer_stays_there_when_the_map_is_zoomed(factor, x, y, at_x, at_y):
    view = Viewpoint(800, 600, 2.0, at_x, at_y)
    zoomed = view.zoomed(factor, x, y)
    assert zoomed.on_map(x, y) == pytest.approx(view.on_map(x, y), abs=1e-6)


@given(st.lists(st.tuples(near, near), min_size=1, max_size=20))
def test_there_and_back(points):
    view = Viewpoint(800, 600, 3.0, 0.2, -0.3)
    places = view.on_screen(np.array(points, np.float32))
    back = np.array([view.on_map(float(x), float(y)) for x, y in places])
    assert back == pytest.approx(np.array(points), abs=1e-3)


def test_a_lasso_catches_what_is_inside_it_and_nothing_in_its_bay():
    # A U: the point in its opening is outside.
    lasso = np.array([(0, 0), (10, 0), (10, 10), (7, 10), (7, 3), (3, 3), (3, 10), (0, 10)], np.float32)
    places = np.array([(1, 5), (5, 1), (9, 9), (5, 8), (20, 5), (-1, 5)], np.float32)
    assert inside(places, lasso).tolist() == [True, True, True, False, False, False]
    assert not inside(places, lasso[:2]).any()


def test_the_nearest_point_within_reach():
    places = np.array([(10, 10), (14, 10)], np.float32)
    assert nearest(places, 13, 10, 5) == 1
    assert nearest(places, 100, 100, 5) == -1
    assert nearest(np.empty((0, 2), np.float32), 0, 0, 5) == -1


def test_arrows_lead_to_the_neighbour_on_that_side():
    places = np.array([(0, 0), (10, 1), (30, 0), (0, 20), (-10, -2)], np.float32)
    assert [towards(places, 0, *step) for step in ((1, 0), (-1, 0), (0, 1), (0, -1))] == [1, 4, 3, 0]
