"""A picture of the project: what is known of it, and why one may have fallen out."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field


class ImageState(enum.Enum):
    """Where a found picture stands. Rejected ones stay in the project and can come back."""

    KEPT = "kept"
    REJECTED = "rejected"
    FELL_OUT = "fell_out"


class Reason(enum.Enum):
    """Why a found picture fell out; the closed list, in the order of the funnel."""

    UNREADABLE = "unreadable"
    """The file could not be read: no permission, gone, the disk failed."""
    ROBOTS = "robots"
    """The site's robots.txt does not allow it."""
    NO_AI = "no_ai"
    """The page or the server says noai, noimageai, noindex or noimageindex."""
    REFUSED_ADDRESS = "refused_address"
    """Not http(s), malformed, or of a private network."""
    NOT_REACHED = "not_reached"
    """No such host, no connection, a broken answer."""
    HTTP_STATUS = "http_status"
    """The detail is the number."""
    TIMED_OUT = "timed_out"
    OVER_LIMIT = "over_limit"
    """More than the person asked for, or than an archive may hold."""
    TOO_MANY_BYTES = "too_many_bytes"
    NOT_AN_IMAGE = "not_an_image"
    UNSUPPORTED = "unsupported"
    """A picture, but of a format that is not opened (SVG, EPS, PSD, HEIC …)."""
    BROKEN = "broken"
    TRUNCATED = "truncated"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOOK_TOO_LONG = "took_too_long"
    CRASHED = "crashed"
    """The decoder died on it, inside its sandbox."""
    TOO_SMALL = "too_small"
    EXTREME_ASPECT = "extreme_aspect"
    EXACT_DUPLICATE = "exact_duplicate"

    @property
    def stage(self) -> Stage:
        """Which step of the funnel it did not pass."""
        return _STAGES.get(self, Stage.DECODED)


class Stage(enum.Enum):
    """The steps of the funnel after 'found', by the name of what passes them."""

    FETCHED = "fetched"
    DECODED = "decoded"
    KEPT = "kept"


_STAGES = {
    **dict.fromkeys(
        (
            Reason.UNREADABLE,
            Reason.ROBOTS,
            Reason.NO_AI,
            Reason.REFUSED_ADDRESS,
            Reason.NOT_REACHED,
            Reason.HTTP_STATUS,
            Reason.TIMED_OUT,
            Reason.OVER_LIMIT,
            Reason.TOO_MANY_BYTES,
        ),
        Stage.FETCHED,
    ),
    **dict.fromkeys((Reason.TOO_SMALL, Reason.EXTREME_ASPECT, Reason.EXACT_DUPLICATE), Stage.KEPT),
}


class Flag(enum.Enum):
    """Something about a kept picture that a careful person would look at."""

    WRONG_EXTENSION = "wrong_extension"
    ANIMATED = "animated"
    """Only the first frame is used."""
    TRAILING_DATA = "trailing_data"


@dataclass(frozen=True, slots=True)
class ImageFacts:
    """What decoding told of a picture. Width and height are those of the upright picture, in pixels."""

    sha256: str
    format: str
    """Lower case: jpeg, png, gif, webp, bmp, tiff, avif or qoi."""
    width: int
    height: int
    size_bytes: int
    orientation: int = 1
    """EXIF orientation, 1 to 8, already applied to width and height."""
    dhash: bytes = b""
    """Perceptual hash, 32 bytes (16 x 16 bits)."""
    flags: frozenset[Flag] = frozenset()
    quality: dict[str, float] = field(default_factory=dict)
    """Scores, 0 (bad) to 1 (good), by the names of `winnow.domain.cleaning.Check`."""
