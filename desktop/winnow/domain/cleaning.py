"""What is doubtful about pictures: copies of one another, and scores below a line."""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from winnow.domain.ids import ImageId, LabelId

NO_GROUP = -1
"""The group number of a picture that is in none."""

Scores = npt.NDArray[np.float32]
Ids = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]


class Check(enum.Enum):
    """What a picture is scored by, from 0 (bad) to 1 (good); the field's names, as CleanVision has them."""

    DARK = "dark"
    LIGHT = "light"
    BLURRY = "blurry"
    LOW_INFORMATION = "low_information"
    GRAYSCALE = "grayscale"
    ODD_SIZE = "odd_size"
    """Far from the sizes of the others."""
    ODD_ASPECT_RATIO = "odd_aspect_ratio"
    TEXT_OR_LOGO = "text_or_logo"
    """Drawn, not photographed: few flat colours with sharp edges."""
    SCREENSHOT = "screenshot"
    """Flat fields between level and upright lines."""
    BORDER = "border"
    """Bars of one colour at two opposite sides, or all around."""
    DOES_NOT_BELONG = "does_not_belong"
    """Far from its neighbours in the embedding, those of its label once it has one."""


CHECKS = tuple(Check)

STARTING_THRESHOLDS: Mapping[Check, float] = {
    Check.DARK: 0.32,
    Check.LIGHT: 0.05,
    Check.BLURRY: 0.29,
    Check.LOW_INFORMATION: 0.3,
    Check.GRAYSCALE: 0.02,
    Check.ODD_SIZE: 0.5,
    Check.ODD_ASPECT_RATIO: 0.35,
    Check.TEXT_OR_LOGO: 0.17,
    Check.SCREENSHOT: 0.55,
    Check.BORDER: 0.97,
    Check.DOES_NOT_BELONG: 0.5,
}
"""A picture is flagged when its score is below; CleanVision's where it has the check, else measured, see `Check`."""


_LICENCES = ("cc0", "pdm", "by", "by-sa", "by-nc", "by-nc-sa", "sampling+", "nc-sampling+", "by-nd", "by-nc-nd")


class KeepRule(enum.Enum):
    """Which picture of a group of copies stays; what decides after it is always the size, then the age."""

    LARGEST = "largest"
    SHARPEST = "sharpest"
    OLDEST = "oldest"
    """The one that was found first."""
    LABELLED = "labelled"
    LICENCE = "licence"
    """The one whose licence allows most."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What the rules look at in one picture of a group."""

    image_id: ImageId
    file: str
    width: int
    height: int
    size_bytes: int
    sharpness: float
    """1 less blur; 0 where it was not measured."""
    licence: str
    """Its code, as Openverse writes it; empty: not told."""
    label: str = ""
    label_id: LabelId | None = None
    key: bytes = b""
    """Of its thumbnail."""
    is_rejected: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Duplicates:
    """Which pictures are copies of one another; parallel arrays, (n,), *ids* ascending.

    *groups* has the same number for near duplicates, *twins* for those whose
    pixels are equal; `NO_GROUP` for the rest.
    """

    ids: Ids
    groups: Numbers
    twins: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Outliers:
    """How well each picture belongs, 0 (least) to 1; parallel arrays, (n,), *ids* ascending."""

    ids: Ids
    scores: Scores


@dataclass(frozen=True, slots=True)
class Cleaning:
    """How the person wants it: thresholds by the checks' names where they were moved, and which copy stays."""

    thresholds: dict[str, float] = field(default_factory=dict)
    rule: KeepRule = KeepRule.LARGEST

    def threshold(self, check: Check) -> float:
        """Return the line below which *check* flags."""
        return self.thresholds.get(check.value, STARTING_THRESHOLDS[check])


def keeping_order(copies: Sequence[Copy], rule: KeepRule) -> tuple[Copy, ...]:
    """Return *copies* with the one that stays by *rule* first; rejected ones come last."""
    return tuple(sorted(copies, key=lambda copy: (copy.is_rejected, *_rank(copy, rule))))


def _rank(copy: Copy, rule: KeepRule) -> tuple[float, ...]:
    area = -float(copy.width * copy.height)
    first: dict[KeepRule, float] = {
        KeepRule.LARGEST: area,
        # Coarse, so that noise of the measure does not decide against the larger picture.
        KeepRule.SHARPEST: -round(copy.sharpness, 2),
        KeepRule.OLDEST: float(copy.image_id),
        KeepRule.LABELLED: float(not copy.label),
        KeepRule.LICENCE: float(licence_rank(copy.licence)),
    }
    return first[rule], area, -float(copy.size_bytes), float(copy.image_id)


def licence_rank(code: str) -> int:
    """Return how much a licence restricts, by its *code* as Openverse writes it: 0 least; one not known comes last.

    No derivatives come after non-commercial, for pictures here are cropped.
    """
    return _LICENCES.index(code) if code in _LICENCES else len(_LICENCES) + (not code)


def odd_sizes(widths: Ids, heights: Ids, factor: float = 3.0) -> Scores:
    """Score sizes against those of the others, (n,): below 0.5 lies *factor* times the quartiles' range outside them.

    Source: CleanVision, ``odd_size``; Tukey's fences on the square root of the area.
    """
    if not len(widths):
        return np.empty(0, np.float32)
    edges = np.sqrt(widths.astype(np.float64) * heights)
    low, high = np.percentile(edges, [25, 75])
    reach = factor * (high - low)
    least, most = low - reach, high + reach
    middle, gap = (least + most) / 2, most - least
    away = np.abs(edges - middle)
    # All of one size: whatever differs is odd.
    share = away / gap if gap > 0 else np.where(away > 0, 1.0, 0.0)
    return (1 - np.clip(share, 0, 1)).astype(np.float32)
