"""Where the subject of a photograph probably is: a hint for a frame, and no recognition of anything.

A picture is salient where its colours differ from what lies along its
borders, and the middle counts a little more than the margin. The parts are
old: the border as background (Wei et al., ECCV 2012, "Geodesic saliency using
background priors") and colour distances in Lab (Achanta et al., CVPR 2009).
The box leaves 3 % of the saliency out on each side, which bears the strays
that a threshold does not. Otsu's method parts the salient from the rest.

How often it hits is measured by ``poe bench subject``.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from winnow.vision.borders import Box

Pixels = npt.NDArray[np.uint8]
Map = npt.NDArray[np.float32]

_EDGE_PX = 64
"""The longer side of what is looked at."""
_BORDER_PX = 3
_COLOURS = 5
"""How many colours the border is summed up in."""
_ROUNDS = 6
_CENTRE = 1.7
"""How far, in half picture sides, the middle's advantage reaches (a Gaussian's width)."""
_CONTRAST = 1.5
"""The power that saliency is raised to before its box is sought."""
_LEFT_OUT = 0.03
"""Share of the saliency that lies past each side of the box."""


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """A picture's saliency and what follows from it."""

    saliency: Map
    """(h, w), 0 to 1, at most 64 a side."""
    threshold: float
    """What parts the salient from the rest."""
    box: tuple[float, float, float, float]
    """Left, top, right, bottom of the subject, as shares of width and height."""

    def box_in(self, width: int, height: int) -> Box:
        """Return the subject's box in pixels of a width x height picture, at least 1 x 1."""
        left, top = round(self.box[0] * width), round(self.box[1] * height)
        return left, top, max(left + 1, round(self.box[2] * width)), max(top + 1, round(self.box[3] * height))

    def presence(self, part: tuple[float, float, float, float]) -> float:
        """Say how sure it is that the subject reaches into *part* (shares, as `box`): 0 to 1, 0.5 is undecided.

        It compares the part's most salient tenth with the threshold.
        """
        height, width = self.saliency.shape
        left, right = _span(part[0], part[2], width)
        top, bottom = _span(part[1], part[3], height)
        high = float(np.quantile(self.saliency[top:bottom, left:right], 0.9))
        return high / (high + self.threshold) if high > 0 else 0.0


def find_subject(image: Pixels) -> Subject:
    """Look for the subject of *image*, (H, W, 3) uint8 sRGB."""
    small = _small(image)
    lab = _lab(small)
    saliency = _stretched(_from_border(lab) * _middle_first(*lab.shape[:2]))
    columns, rows = (_middle_of((saliency**_CONTRAST).sum(axis)) for axis in (0, 1))
    return Subject(saliency, _otsu(saliency), (columns[0], rows[0], columns[1], rows[1]))


def _span(low: float, high: float, length: int) -> tuple[int, int]:
    """Return the cells of *length* that a span of shares covers, at least one."""
    first = min(max(int(np.floor(low * length)), 0), length - 1)
    return first, min(max(int(np.ceil(high * length)), first + 1), length)


def _small(image: Pixels) -> Pixels:
    height, width = image.shape[:2]
    scale = _EDGE_PX / max(height, width)
    size = max(8, round(width * scale)), max(8, round(height * scale))
    return np.asarray(Image.fromarray(image).resize(size, Image.Resampling.BOX, reducing_gap=2.0))


def _lab(rgb: Pixels) -> Map:
    """Return CIE Lab (D65) of sRGB, (h, w, 3); source: IEC 61966-2-1 and CIE 15."""
    linear = rgb.astype(np.float32) / 255
    linear = np.where(linear <= 0.04045, linear / 12.92, ((linear + 0.055) / 1.055) ** 2.4)
    matrix = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], np.float32)
    xyz = linear @ matrix.T / np.array([0.9505, 1.0, 1.089], np.float32)
    curve = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    lightness = 116 * curve[..., 1] - 16
    made: Map = np.stack(
        [lightness, 500 * (curve[..., 0] - curve[..., 1]), 200 * (curve[..., 1] - curve[..., 2])], axis=2
    ).astype(np.float32)
    return made


def _from_border(lab: Map) -> Map:
    """Return how far each pixel's colour lies from those of the border, (h, w); common border colours count more."""
    height, width = lab.shape[:2]
    edge = min(_BORDER_PX, height // 4, width // 4)
    ring = np.ones((height, width), bool)
    ring[edge:-edge, edge:-edge] = False
    colours, weights = _summed_up(lab[ring])
    apart = np.linalg.norm(lab[:, :, None] - colours, axis=3)
    # The distance to the nearest colour, where a rare one counts as farther away.
    reach = apart / np.sqrt(weights / weights.max())
    nearest: Map = reach.min(axis=2).astype(np.float32)
    return nearest


def _summed_up(colours: Map) -> tuple[Map, Map]:
    """Return at most 5 means of (n, 3) *colours* and their shares: k-means from quantiles of the lightness."""
    order = np.argsort(colours[:, 0], kind="stable")
    at = (np.arange(_COLOURS) + 0.5) / _COLOURS * len(order)
    means = colours[order[at.astype(int)]]
    for _ in range(_ROUNDS):
        nearest = np.linalg.norm(colours[:, None] - means, axis=2).argmin(axis=1)
        counts = np.bincount(nearest, minlength=_COLOURS)
        sums = np.stack([np.bincount(nearest, colours[:, n], _COLOURS) for n in range(3)], axis=1)
        means = np.where(counts[:, None] > 0, sums / np.maximum(counts, 1)[:, None], means)
    there = counts > 0
    return means[there].astype(np.float32), (counts[there] / len(colours)).astype(np.float32)


def _middle_first(height: int, width: int) -> Map:
    x = np.linspace(-1, 1, width)
    y = np.linspace(-1, 1, height)
    weight = np.exp(-(x**2 + y[:, None] ** 2) / (2 * _CENTRE**2))
    return weight.astype(np.float32)


def _stretched(values: Map) -> Map:
    low, high = float(values.min()), float(values.max())
    return (values - low) / (high - low) if high > low else np.zeros_like(values)


def _otsu(values: Map) -> float:
    """Return the threshold in 0..1 with the greatest variance between the classes (Otsu 1979)."""
    counts, edges = np.histogram(values, 64, (0.0, 1.0))
    middles = (edges[:-1] + edges[1:]) / 2
    below = np.cumsum(counts)
    above = below[-1] - below
    sums = np.cumsum(counts * middles)
    with np.errstate(divide="ignore", invalid="ignore"):
        apart = below * above * (sums / below - (sums[-1] - sums) / above) ** 2
    return float(edges[int(np.nan_to_num(apart).argmax()) + 1])


def _middle_of(amounts: Map) -> tuple[float, float]:
    """Return between which shares of a line all but 3 % at either end of its *amounts*, (n,), lies."""
    total = float(amounts.sum())
    if total <= 0:
        return 0.0, 1.0
    so_far = np.cumsum(amounts) / total
    first, last = (int(np.searchsorted(so_far, share)) for share in (_LEFT_OUT, 1 - _LEFT_OUT))
    return first / len(amounts), min(1.0, (last + 1) / len(amounts))
