"""The one place that crops, pads and fits."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

from winnow.base.errors import ContractError
from winnow.domain.fit import CROP_SHARE, Fit, FitMode, letterbox, tiles_over
from winnow.domain.frame import Colour, FillMode, Frame

Pixels = npt.NDArray[np.uint8]

_SAMPLED_EDGE_PX = 512
_BLURRED_EDGE_PX = 32
_BLUR_RADIUS_PX = 1.5
_REDUCING_GAP = 2.0
_MIRRORED = (FillMode.EDGE, FillMode.REFLECT, FillMode.SYMMETRIC)


def cut(image: Pixels, frame: Frame) -> Pixels:
    """Return the pixels under *frame*, made up where it leaves the picture.

    Args:
        image: (H, W, 3) uint8, sRGB, EXIF orientation already applied.
        frame: In pixels of *image*; it may miss the picture altogether.

    Returns:
        (h, w, 3) uint8 where (w, h) is ``frame.size``. Always a copy. Under an
        angle the picture is turned together with its padding, bilinearly.

    Raises:
        ContractError: *image* is not a non-empty (H, W, 3) uint8 array.

    Source: NumPy manual, ``numpy.pad``, modes "constant", "edge", "reflect"
    and "symmetric"; equal to it wherever it is defined.
    """
    _check(image)
    pixels = _turned(image, frame) if frame.angle % 360 else _straight(image, frame)
    if frame.flip_x:
        pixels = pixels[:, ::-1]
    if frame.flip_y:
        pixels = pixels[::-1]
    return np.ascontiguousarray(pixels)


def fit(image: Pixels, how: Fit) -> Pixels:
    """Return *image*, (H, W, 3) uint8, as the network's square, (size, size, 3) uint8.

    Small pictures are enlarged. CROP, and what is drawn at random in training,
    takes the middle of the picture whose shorter side is ``round(size /
    0.875)``; PAD is a letterbox; of TILES it is the middle square alone, see `views`.
    """
    _check(image)
    size = how.size
    height, width = image.shape[:2]
    if how.mode is FitMode.SQUISH:
        return resized(image, (size, size))
    if how.mode in (FitMode.CROP, FitMode.RANDOM_RESIZED_CROP):
        return _middle(image, size, round(size / CROP_SHARE))
    if how.mode is FitMode.TILES:
        return _middle(image, size, size)
    small = resized(image, letterbox(width, height, size))
    left, top = (small.shape[1] - size) // 2, (small.shape[0] - size) // 2
    return cut(small, Frame(left, top, left + size, top + size, fill=how.fill))


def views(image: Pixels, how: Fit) -> list[Pixels]:
    """Return all squares, (size, size, 3) uint8, by which *image* is looked at: one, or with TILES one for each tile.

    A network looks at each of them, and the mean of its probabilities counts.
    """
    _check(image)
    if how.mode is not FitMode.TILES:
        return [fit(image, how)]
    small = with_shorter_side(image, how.size)
    return [resized(cut(small, tile), (how.size, how.size)) for tile in tiles_over(small.shape[1], small.shape[0])]


def with_shorter_side(image: Pixels, edge: int) -> Pixels:
    """Return *image* reduced to a shorter side of *edge*; one that is smaller stays as it is."""
    height, width = image.shape[:2]
    if min(height, width) <= edge:
        return image
    scale = edge / min(height, width)
    return resized(image, (max(edge, round(width * scale)), max(edge, round(height * scale))))


def resized(image: Pixels, size: tuple[int, int], box: tuple[float, float, float, float] | None = None) -> Pixels:
    """Return *image* (or *box* of it: left, top, right, bottom) at *size*, (width, height); bicubic, antialiased."""
    if box is None and (image.shape[1], image.shape[0]) == size:
        return image.copy()
    picture = Image.fromarray(image)
    return np.array(picture.resize(size, Image.Resampling.BICUBIC, box, reducing_gap=_REDUCING_GAP))


def shrunk(image: Pixels, shorter_px: int, longer_px: int) -> Pixels:
    """Return *image* with its shorter side at most *shorter_px* and its longer one at most *longer_px*."""
    height, width = image.shape[:2]
    scale = min(shorter_px / min(height, width), longer_px / max(height, width))
    if scale >= 1:
        return image
    return resized(image, (max(1, round(width * scale)), max(1, round(height * scale))))


def _check(image: Pixels) -> None:
    if image.ndim != 3 or image.shape[2] != 3 or image.dtype != np.uint8 or not image.size:
        raise ContractError(f"expected (H, W, 3) uint8, got {image.shape} {image.dtype}")


def _straight(image: Pixels, frame: Frame) -> Pixels:
    height, width = image.shape[:2]
    left, right = max(frame.left, 0), min(frame.right, width)
    top, bottom = max(frame.top, 0), min(frame.bottom, height)
    if (left, top, right, bottom) == (frame.left, frame.top, frame.right, frame.bottom):
        return image[top:bottom, left:right].copy()
    pixels = _mirrored(image, frame) if frame.fill.mode in _MIRRORED else _backdrop(image, frame)
    if left < right and top < bottom:
        rows_at, columns_at = top - frame.top, left - frame.left
        pixels[rows_at : rows_at + bottom - top, columns_at : columns_at + right - left] = image[top:bottom, left:right]
    return pixels


def _mirrored(image: Pixels, frame: Frame) -> Pixels:
    """Return the frame's size with all but the picture itself filled: gathering pixel by pixel is slow."""
    height, width = image.shape[:2]
    rows = _inside(np.arange(frame.top, frame.bottom), height, frame.fill.mode)
    columns = _inside(np.arange(frame.left, frame.right), width, frame.fill.mode)
    above = min(max(-frame.top, 0), len(rows))
    below = max(min(height - frame.top, len(rows)), above)
    before = min(max(-frame.left, 0), len(columns))
    after = max(min(width - frame.left, len(columns)), before)
    pixels = np.empty((len(rows), len(columns), 3), np.uint8)
    pixels[:above] = _gathered(image, rows[:above], columns)
    pixels[below:] = _gathered(image, rows[below:], columns)
    pixels[above:below, :before] = _gathered(image, rows[above:below], columns[:before])
    pixels[above:below, after:] = _gathered(image, rows[above:below], columns[after:])
    return pixels


def _gathered(image: Pixels, rows: npt.NDArray[np.int64], columns: npt.NDArray[np.int64]) -> Pixels:
    """Return ``image[rows[:, None], columns]``; along one axis after the other it takes half the time."""
    if not (len(rows) and len(columns)):
        return np.empty((len(rows), len(columns), 3), np.uint8)
    top, left = int(rows.min()), int(columns.min())
    part = np.ascontiguousarray(image[top : int(rows.max()) + 1, left : int(columns.max()) + 1])
    across = np.take(part, columns - left, axis=1, mode="clip")
    return np.take(across, rows - top, axis=0, mode="clip")


def _inside(at: npt.NDArray[np.int64], length: int, mode: FillMode) -> npt.NDArray[np.int64]:
    """Map positions on a line, (n,), to indices in ``range(length)``."""
    if mode is FillMode.EDGE or length == 1:
        return np.clip(at, 0, length - 1)
    turning_at_edge = mode is FillMode.SYMMETRIC
    period = 2 * length if turning_at_edge else 2 * length - 2
    turn = at % period
    return np.where(turn < length, turn, period - int(turning_at_edge) - turn)


def _backdrop(image: Pixels, frame: Frame) -> Pixels:
    width, height = frame.size
    if frame.fill.mode is FillMode.BLUR:
        return blurred(image, (width, height))
    pixels = np.empty((height, width, 3), np.uint8)
    pixels[:] = mean_colour(image) if frame.fill.mode is FillMode.MEAN else frame.fill.colour
    return pixels


def mean_colour(image: Pixels) -> Colour:
    """Return the mean of *image*, of a grid of its pixels where it has more than 512 a side."""
    red, green, blue = (round(float(value)) for value in _sampled(image).reshape(-1, 3).mean(0))
    return red, green, blue


def blurred(image: Pixels, size: tuple[int, int]) -> Pixels:
    """Return *image* stretched to *size*, (width, height), and blurred: what BLUR pads with."""
    picture = Image.fromarray(_sampled(image))
    edges = (min(_BLURRED_EDGE_PX, size[0]), min(_BLURRED_EDGE_PX, size[1]))
    tiny = picture.resize(edges, Image.Resampling.BOX).filter(ImageFilter.GaussianBlur(_BLUR_RADIUS_PX))
    return np.array(tiny.resize(size, Image.Resampling.BICUBIC))


def _sampled(image: Pixels) -> Pixels:
    """Return every n-th pixel: enough for colours that nobody looks at closely, at any size of the picture."""
    step = math.ceil(max(image.shape[:2]) / _SAMPLED_EDGE_PX)
    return np.ascontiguousarray(image[::step, ::step])


def surroundings(frame: Frame) -> Frame:
    """Return the upright frame about a turned one that is padded before it is turned; an upright one itself."""
    if not frame.angle % 360:
        return replace(frame, angle=0.0)
    width, height = frame.size
    cos, sin = math.cos(math.radians(frame.angle)), math.sin(math.radians(frame.angle))
    # Two pixels more than the turned frame reaches, for the bilinear neighbours.
    half_x = max(0, math.ceil((abs(width * cos) + abs(height * sin) - width) / 2) + 2)
    half_y = max(0, math.ceil((abs(width * sin) + abs(height * cos) - height) / 2) + 2)
    return replace(
        frame,
        left=frame.left - half_x,
        top=frame.top - half_y,
        right=frame.right + half_x,
        bottom=frame.bottom + half_y,
        angle=0.0,
    )


def _turned(image: Pixels, frame: Frame) -> Pixels:
    """Cut the upright rectangle around the turned frame, and turn that."""
    width, height = frame.size
    cos, sin = math.cos(math.radians(frame.angle)), math.sin(math.radians(frame.angle))
    around = surroundings(frame)
    source = _straight(image, around)
    middle_x, middle_y = source.shape[1] / 2, source.shape[0] / 2
    # Pillow wants the way back, from the result to its source, with y pointing down.
    way_back = (
        cos, -sin, middle_x - cos * width / 2 + sin * height / 2,
        sin, cos, middle_y - sin * width / 2 - cos * height / 2,
    )  # fmt: skip
    picture = Image.fromarray(source)
    return np.array(picture.transform((width, height), Image.Transform.AFFINE, way_back, Image.Resampling.BILINEAR))


def _middle(image: Pixels, size: int, shorter_px: int) -> Pixels:
    """Return the middle square of *image* scaled to a shorter side of *shorter_px*, without scaling the rest."""
    height, width = image.shape[:2]
    if min(height, width) == shorter_px:
        left, top = (width - size) // 2, (height - size) // 2
        return image[top : top + size, left : left + size].copy()
    edge = min(height, width) * size / shorter_px
    left_at, top_at = (width - edge) / 2, (height - edge) / 2
    return resized(image, (size, size), (left_at, top_at, left_at + edge, top_at + edge))
