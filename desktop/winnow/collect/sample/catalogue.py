"""What the sample has in it, planned before anything is drawn: each picture, where it lies, and what becomes of it."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from winnow.base.errors import ContractError
from winnow.collect.sample.drawing import KINDS
from winnow.domain.image import Reason, Stage


class Sort(enum.Enum):
    """What a picture of the sample is, to somebody who crawls it."""

    DRAWING = "drawing"
    NEAR_COPY = "near_copy"
    ANIMATED = "animated"
    CMYK = "cmyk"
    SIXTEEN_BIT = "sixteen_bit"
    LOGO = "logo"
    TEXT = "text"
    """Words on a card, as forums show them."""
    EXACT_COPY = "exact_copy"
    SECOND_ADDRESS = "second_address"
    """The same file once more, under another name in another folder."""
    ICON = "icon"
    BANNER = "banner"
    CUT_OFF = "cut_off"
    WEB_PAGE = "web_page"
    """A page that calls itself a JPEG."""
    MISSING = "missing"
    BLOCKED = "blocked"
    """In a folder that robots.txt closes."""
    WITHHELD = "withheld"
    """On a page that says noai."""

    @property
    def reason(self) -> Reason | None:
        """Why it falls out of a crawl; None where it is kept."""
        return _REASONS.get(self)

    @property
    def is_fetched(self) -> bool:
        """Whether a crawl gets a file of it at all."""
        return self.reason is None or self.reason.stage is not Stage.FETCHED

    @property
    def is_served(self) -> bool:
        """Whether there is a file of it, also where no crawler with manners asks for it."""
        return self is not Sort.MISSING


_REASONS = {
    Sort.EXACT_COPY: Reason.EXACT_DUPLICATE,
    Sort.SECOND_ADDRESS: Reason.EXACT_DUPLICATE,
    Sort.ICON: Reason.TOO_SMALL,
    Sort.BANNER: Reason.EXTREME_ASPECT,
    Sort.CUT_OFF: Reason.TRUNCATED,
    Sort.WEB_PAGE: Reason.NOT_AN_IMAGE,
    Sort.MISSING: Reason.HTTP_STATUS,
    Sort.BLOCKED: Reason.ROBOTS,
    Sort.WITHHELD: Reason.NO_AI,
}


class Showing(enum.Enum):
    """How a page shows a picture."""

    PLAIN = "plain"
    SRCSET = "srcset"
    LAZY = "lazy"
    LINKED = "linked"
    """A small one that links to the large one."""
    CHOICE = "choice"
    """By a picture element and its sources."""
    DETAIL = "detail"
    """On a page of its own, with nothing but a link in the gallery."""
    BACKGROUND = "background"


class Serving(enum.Enum):
    """How the server hands a picture out."""

    AT_ONCE = "at_once"
    SLOWLY = "slowly"
    REDIRECTED = "redirected"
    THROTTLED = "throttled"
    """The first request gets a 429."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One picture of the sample, drawn or not."""

    number: int
    sort: Sort
    kind: str
    """One of `KINDS`; also the folder that it lies in."""
    name: str
    alt: str
    """What the page says of it, now and then wrongly."""
    size: tuple[int, int] = (480, 400)
    """Width and height in pixels, of what is drawn."""
    is_turned: bool = False
    """Stored lying, set upright by its EXIF."""
    of: int | None = None
    """The number of what it is a copy of."""
    showing: Showing = Showing.PLAIN
    serving: Serving = Serving.AT_ONCE


@dataclass(frozen=True, slots=True)
class Planted:
    """What a crawl of the whole sample finds: `found` = `kept` + the sum of `fell_out`."""

    counts: Mapping[Sort, int]

    @property
    def found(self) -> int:
        """Pictures that the pages name."""
        return sum(self.counts.values())

    @property
    def fetched(self) -> int:
        """Of these, what the server gives to a crawler with manners."""
        return sum(count for sort, count in self.counts.items() if sort.is_fetched)

    @property
    def kept(self) -> int:
        """Of these, what becomes a picture of the project."""
        return sum(count for sort, count in self.counts.items() if sort.reason is None)

    @property
    def fell_out(self) -> dict[Reason, int]:
        """The others, by reason."""
        counted: Counter[Reason] = Counter()
        for sort, count in self.counts.items():
            if sort.reason is not None and count:
                counted[sort.reason] += count
        return dict(counted)


def planted(n: int) -> Planted:
    """Return how many pictures of each sort a sample of *n* has; below 30 all are drawings.

    Raises:
        ContractError: *n* is negative.
    """
    if n < 0:
        raise ContractError(f"a sample cannot have {n} pictures")
    if n < _FEWEST_WITH_MESS:
        return Planted({Sort.DRAWING: n})
    mess = {
        Sort.EXACT_COPY: max(1, n // 60),
        Sort.SECOND_ADDRESS: 1,
        Sort.NEAR_COPY: max(3, n // 40),
        Sort.CUT_OFF: max(1, n // 120),
        Sort.WEB_PAGE: 1,
        Sort.ICON: max(1, n // 120),
        Sort.BANNER: max(1, n // 120),
        Sort.LOGO: max(1, n // 120),
        Sort.TEXT: max(1, n // 120),
        Sort.ANIMATED: 1,
        Sort.CMYK: 1,
        Sort.SIXTEEN_BIT: 1,
        Sort.MISSING: max(1, n // 120),
        Sort.BLOCKED: max(1, n // 60),
        Sort.WITHHELD: max(1, n // 60),
    }
    return Planted({Sort.DRAWING: n - sum(mess.values()), **mess})


_FEWEST_WITH_MESS = 30
_PLACES = ("sofa", "garden", "window", "beach", "park", "kitchen", "porch", "meadow")
_SHOWINGS = (
    Showing.SRCSET, Showing.LAZY, Showing.LINKED, Showing.CHOICE, Showing.DETAIL, Showing.BACKGROUND,
    Showing.PLAIN, Showing.PLAIN, Showing.PLAIN, Showing.PLAIN,
)  # fmt: skip
_ODD_SERVINGS = (Serving.REDIRECTED, Serving.SLOWLY, Serving.THROTTLED)
_WRONG_ALT_EVERY = 20
_FROM_A_CAMERA, _CAMERA_EVERY, _CAMERA_PX = 31, 60, 3000
_LYING, _LYING_EVERY = 9, 16


def catalogue(n: int, seed: int) -> tuple[Entry, ...]:
    """Return the *n* pictures of a sample by number; the same *seed* plans the same, and draws the same.

    Raises:
        ContractError: *n* or *seed* is negative.
    """
    if seed < 0:
        raise ContractError(f"nothing can be drawn by the seed {seed}")
    plan = planted(n)
    rng = np.random.default_rng([seed, n])
    drawings = [_drawing(number, seed) for number in range(plan.counts[Sort.DRAWING])]
    if n >= _FEWEST_WITH_MESS:
        drawings = _with_odd_servings(_with_wrong_alts(drawings, rng), rng)
    return (*drawings, *_mess(plan, drawings, rng))


def _drawing(number: int, seed: int) -> Entry:
    rng = np.random.default_rng([seed, number])
    kind = KINDS[number % len(KINDS)]
    lying = number % _LYING_EVERY == _LYING
    suffix = ".jpg" if lying else (".jpg", ".png", ".webp")[rng.choice(3, p=(0.86, 0.06, 0.08))]
    place = _PLACES[rng.integers(len(_PLACES))]
    return Entry(
        number,
        Sort.DRAWING,
        kind,
        f"{kind}-{place}-{number + 1:04d}{suffix}",
        _alt(kind, place),
        _size(number, rng),
        lying,
        showing=_SHOWINGS[(number // len(KINDS)) % len(_SHOWINGS)],
    )


def _alt(kind: str, place: str) -> str:
    return f"A {kind} {'on' if place in ('sofa', 'beach', 'porch', 'meadow') else 'in'} the {place}"


def _size(number: int, rng: np.random.Generator) -> tuple[int, int]:
    """Return (width, height) in pixels: mostly a web page's sizes, one in sixty as a camera gives them."""
    aspect = (4 / 3, 3 / 4, 1.0, 3 / 2, 16 / 9)[rng.choice(5, p=(0.4, 0.16, 0.2, 0.16, 0.08))]
    longest = _CAMERA_PX if number % _CAMERA_EVERY == _FROM_A_CAMERA else round(float(rng.triangular(170, 400, 900)))
    if aspect >= 1:
        return longest, max(120, round(longest / aspect))
    return max(120, round(longest * aspect)), longest


def _with_wrong_alts(drawings: list[Entry], rng: np.random.Generator) -> list[Entry]:
    wrong = set(rng.choice(len(drawings), max(1, len(drawings) // _WRONG_ALT_EVERY), replace=False).tolist())
    return [
        replace(one, alt=one.alt.replace(one.kind, _other(one.kind))) if one.number in wrong else one
        for one in drawings
    ]


def _other(kind: str) -> str:
    return KINDS[1 - KINDS.index(kind)]


def _with_odd_servings(drawings: list[Entry], rng: np.random.Generator) -> list[Entry]:
    odd = dict(zip(rng.choice(len(drawings), len(_ODD_SERVINGS), replace=False).tolist(), _ODD_SERVINGS, strict=True))
    return [
        replace(one, serving=odd[one.number], showing=Showing.PLAIN) if one.number in odd else one for one in drawings
    ]


def _mess(plan: Planted, drawings: list[Entry], rng: np.random.Generator) -> Iterator[Entry]:
    unused = [drawings[at] for at in rng.permutation(len(drawings))]
    number = len(drawings)
    for sort, count in plan.counts.items():
        for nth in range(count if sort is not Sort.DRAWING else 0):
            yield _copy(number, sort, nth, unused) if sort in _COPIES else _oddity(number, sort, nth)
            number += 1


_COPIES = {
    Sort.EXACT_COPY: ("copy",),
    Sort.SECOND_ADDRESS: ("best",),
    Sort.NEAR_COPY: ("smaller", "recompressed", "mirrored"),
    Sort.CUT_OFF: ("cut-off",),
}
_ODDITIES = {
    Sort.WEB_PAGE: ("not-found", ".jpg", "{kind}"),
    Sort.ICON: ("icon", ".png", "icon"),
    Sort.BANNER: ("banner", ".png", "Sale: everything for your {kind}"),
    Sort.LOGO: ("logo", ".png", "Paws & friends"),
    Sort.TEXT: ("saying", ".png", "A saying about a {kind}"),
    Sort.ANIMATED: ("moving", ".gif", "A {kind} that moves"),
    Sort.CMYK: ("for-print", ".jpg", "A {kind}, for the printer"),
    Sort.SIXTEEN_BIT: ("sixteen-bit", ".png", "A {kind} in grey"),
    Sort.MISSING: ("gone", ".jpg", "A {kind} that was here once"),
    Sort.BLOCKED: ("private", ".jpg", "Somebody's own {kind}"),
    Sort.WITHHELD: ("withheld", ".jpg", "A painted {kind}"),
}


def _copy(number: int, sort: Sort, nth: int, unused: list[Entry]) -> Entry:
    """Return a copy of one that has none yet; only JPEGs are cut off, which every decoder calls truncated."""
    at = next(i for i, one in enumerate(unused) if sort is not Sort.CUT_OFF or one.name.endswith(".jpg"))
    original = unused.pop(at)
    how = _COPIES[sort][nth % len(_COPIES[sort])]
    suffix = ".jpg" if sort is Sort.NEAR_COPY else original.name[original.name.rindex(".") :]
    return Entry(number, sort, original.kind, f"{how}-{nth + 1}{suffix}", original.alt, of=original.number)


def _oddity(number: int, sort: Sort, nth: int) -> Entry:
    stem, suffix, alt = _ODDITIES[sort]
    kind = KINDS[number % len(KINDS)]
    return Entry(number, sort, kind, f"{stem}-{nth + 1}{suffix}", alt.format(kind=kind))
