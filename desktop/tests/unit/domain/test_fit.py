"""What a fit costs, against the closed form and against the pixels themselves."""

from __future__ import annotations

import numpy as np
import pytest

from winnow.domain.fit import Fit, FitMode, cost, random_box, tiles_over
from winnow.domain.frame import Fill, FillMode
from winnow.vision.framing import fit, views

NEAR = pytest.approx


@pytest.mark.parametrize(("width", "height"), [(448, 224), (896, 448), (224, 448), (512, 512), (112, 56)])
def test_costs_equal_the_closed_form(width: int, height: int) -> None:
    long, short = max(width, height), min(width, height)
    squish = cost(width, height, Fit(FitMode.SQUISH, 224))
    assert (squish.lost, squish.padded) == (0, 0)
    assert squish.distortion == NEAR(long / short, abs=1e-6)
    assert squish.scale == NEAR(224 / short, abs=1e-6)
    crop = cost(width, height, Fit(FitMode.CROP, 224))
    edge = short * 0.875
    assert crop.lost == NEAR(1 - edge**2 / (width * height), abs=1e-6)
    assert (crop.padded, crop.distortion) == (0, 1)
    assert crop.scale == NEAR(224 / edge, abs=1e-6)
    pad = cost(width, height, Fit(FitMode.PAD, 224))
    assert pad.lost == 0
    assert pad.padded == NEAR(1 - short / long, abs=1e-6)
    assert pad.distortion == NEAR(1, abs=1e-6)
    assert pad.scale == NEAR(224 / long, abs=1e-6)
    tiles = cost(width, height, Fit(FitMode.TILES, 224))
    assert (tiles.lost, tiles.padded, tiles.distortion) == (0, 0, 1)
    assert tiles.scale == NEAR(224 / short, abs=1e-6)


def test_the_share_that_is_padded_is_that_of_the_pixels() -> None:
    image = np.full((90, 200, 3), 250, np.uint8)
    how = Fit(FitMode.PAD, 64, Fill(FillMode.CONSTANT, (0, 0, 0)))
    counted = (fit(image, how)[:, :, 0] == 0).mean()
    assert cost(200, 90, how).padded == NEAR(counted, abs=1e-6)


@pytest.mark.parametrize(("width", "height", "area"), [(400, 300, 0.5), (300, 300, 0.08), (900, 200, 0.45)])
def test_what_random_crops_cost_is_what_drawing_them_gives(width: int, height: int, area: float) -> None:
    random = np.random.default_rng(0)
    boxes = np.array([random_box(width, height, area, random) for _ in range(6000)])
    across, down = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    found = cost(width, height, Fit(size=224), area)
    assert found.lost == NEAR(1 - (across * down).mean() / (width * height), abs=0.01)
    assert found.distortion == NEAR(np.maximum(across / down, down / across).mean(), abs=0.01)
    assert found.scale == NEAR((224 / np.minimum(across, down)).mean(), rel=0.02)
    assert boxes.min() >= 0
    assert (boxes[:, 2] <= width).all()
    assert (boxes[:, 3] <= height).all()


@pytest.mark.parametrize(("width", "height"), [(400, 300), (300, 400), (64, 64), (2000, 10), (1, 1)])
def test_tiles_cover_a_frame_and_are_few(width: int, height: int) -> None:
    tiles = tiles_over(width, height)
    assert 1 <= len(tiles) <= 12
    assert min(tile.left for tile in tiles) <= 0
    assert max(tile.right for tile in tiles) >= width
    assert len(views(np.zeros((height, width, 3), np.uint8), Fit(FitMode.TILES, 16))) == len(tiles)


def test_only_random_crops_are_looked_at_otherwise() -> None:
    assert Fit(FitMode.RANDOM_RESIZED_CROP, 64).for_looking() == Fit(FitMode.CROP, 64)
    for mode in (FitMode.SQUISH, FitMode.PAD, FitMode.TILES):
        assert Fit(mode).for_looking().mode is mode
