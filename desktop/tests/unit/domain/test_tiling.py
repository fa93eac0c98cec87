"""Tiles cover their picture without a gap, within the limits that were asked for."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from winnow.domain.frame import Fill, FillMode, Frame
from winnow.domain.tiling import MOST_TILES, Tiling, TilingUnusable, tiled

sides = st.integers(20, 3000)
tilings = st.builds(
    Tiling,
    rows=st.integers(1, 6),
    columns=st.integers(1, 6),
    overlap=st.floats(0, 0.8),
    is_square=st.booleans(),
    pads=st.booleans(),
)


@given(sides, sides, tilings)
def test_tiles_leave_no_gap(width, height, how):
    laid = tiled((width, height), how)
    assert len(laid.tiles) == laid.rows * laid.columns
    assert laid.rows <= how.rows
    assert laid.columns <= how.columns
    assert len({(tile.frame.left, tile.frame.top) for tile in laid.tiles}) == len(laid.tiles)
    covered_x, covered_y = np.zeros(width, bool), np.zeros(height, bool)
    for tile in laid.tiles:
        covered_x[max(tile.frame.left, 0) : max(tile.frame.right, 0)] = True
        covered_y[max(tile.frame.top, 0) : max(tile.frame.bottom, 0)] = True
    assert covered_x.all()
    assert covered_y.all()
    assert len({tile.frame.size for tile in laid.tiles}) == 1
    if how.is_square:
        assert laid.size[0] == laid.size[1]


@given(sides, sides, tilings)
def test_tiles_share_at_least_what_was_asked(width, height, how):
    laid = tiled((width, height), how)
    for shared, edge, count in ((laid.shared_x, laid.size[0], laid.columns), (laid.shared_y, laid.size[1], laid.rows)):
        if count > 1:
            assert shared >= how.overlap - 2 / edge


@given(sides, sides, st.integers(10, 900), st.floats(0, 0.5), st.booleans())
def test_tiles_of_a_size_cover_the_picture(width, height, edge, overlap, pads):
    how = Tiling(overlap=overlap, size_px=edge, pads=pads)
    try:
        laid = tiled((width, height), how)
    except TilingUnusable:
        return
    assert laid.size == (edge, edge)
    assert min(tile.frame.left for tile in laid.tiles) <= 0
    assert max(tile.frame.right for tile in laid.tiles) >= width
    assert max(tile.frame.bottom for tile in laid.tiles) >= height
    if not pads and edge <= min(width, height):
        assert min(tile.frame.left for tile in laid.tiles) == 0
        assert max(tile.frame.right for tile in laid.tiles) == width


def test_squares_of_two_rows_and_three_columns_lie_as_in_the_mock_up():
    laid = tiled((1000, 667), Tiling(2, 3, overlap=0.12))
    assert laid.size == (363, 363)
    assert [tile.frame.left for tile in laid.tiles[:3]] == [0, 319, 637]
    assert round(laid.shared_x, 2) == 0.12
    assert round(laid.shared_y, 2) == 0.16


def test_border_tiles_are_pushed_inward_or_pad():
    inward = tiled((100, 40), Tiling(size_px=40))
    assert [tile.frame.left for tile in inward.tiles] == [0, 30, 60]
    padded = tiled((100, 40), Tiling(size_px=40, pads=True))
    assert [tile.frame.left for tile in padded.tiles] == [-10, 30, 70]


def test_a_narrow_picture_has_as_many_tiles_as_fit_beside_each_other():
    laid = tiled((60, 200), Tiling(2, 3))
    assert (laid.rows, laid.columns) == (2, 1)
    assert [(tile.frame.left, tile.frame.top) for tile in laid.tiles] == [(-20, 0), (-20, 100)]


def test_fewer_tiles_than_asked_for_are_explained_and_the_remedy_gives_as_many():
    asked = Tiling(2, 2, overlap=0.12)
    laid = tiled((1000, 500), asked)
    assert (laid.rows, laid.columns) == (1, 2)
    assert "Squares, 2 × 2, would lie on each other" in laid.fewer(asked)
    assert "so there are 1 × 2" in laid.fewer(asked)
    shaped = replace(asked, is_square=False)
    assert len(tiled((1000, 500), shaped).tiles) == 4
    assert tiled((1000, 500), shaped).fewer(shaped) == ""
    assert tiled((500, 500), asked).fewer(asked) == ""
    assert "too few pixels" in tiled((3, 3), replace(shaped, rows=9)).fewer(replace(shaped, rows=9))


def test_tiles_take_over_the_fill():
    like = Frame(0, 0, 9, 9, angle=7, flip_x=True, fill=Fill(FillMode.REFLECT))
    frame = tiled((90, 90), Tiling(2, 2), like).tiles[3].frame
    assert (frame.angle, frame.flip_x, frame.fill) == (0, True, like.fill)


@pytest.mark.parametrize("wrong", [{"rows": 0}, {"rows": 21, "columns": 20}, {"overlap": 0.95}, {"size_px": 0}])
def test_tilings_that_cannot_be_laid_are_refused(wrong):
    with pytest.raises(TilingUnusable):
        Tiling(**wrong)


def test_too_small_tiles_are_refused():
    with pytest.raises(TilingUnusable, match=str(MOST_TILES)):
        tiled((4000, 3000), Tiling(size_px=50))
