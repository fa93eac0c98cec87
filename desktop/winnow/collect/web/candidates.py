"""The files of one picture on a page, best first."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from winnow.collect.web import srcset
from winnow.collect.web.address import absolute, names_picture_file

MOST = 64
"""Candidates of one picture at most."""

_SINGLES = frozenset((
    "data-src", "data-original", "data-original-src", "data-lazy", "data-lazy-src", "data-lazysrc", "data-lazyload",
    "data-lazy-load", "data-lazy-original", "data-hi-res-src", "data-echo", "data-image", "data-image-src", "data-img",
    "data-img-src", "data-url", "data-delayed-url", "data-actualsrc", "data-real-src", "data-cfsrc", "data-ezsrc",
    "data-runner-src", "data-defer-src", "data-flickity-lazyload", "data-srclazy", "data-sf-src", "data-pin-media",
    "lazysrc", "lazy-src", "data-thumb", "data-fallback-src", "data-mce-src",
))  # fmt: skip
"""Attributes in which scripts that load late keep a picture's address."""

_LARGER = re.compile(r"orig-file|full|zoom|hi-?res|large|big|retina|2x")
_SMALLER = re.compile(r"thumb|small|medium|placeholder|fallback|preview|lqip")
_SIZES = re.compile(rf"orig|normal|desktop|tablet|mobile|{_LARGER.pattern}|{_SMALLER.pattern}")
"""Further data attributes that say a size may hold an address, where it ends as a picture file's does."""

_OPENED = ("image/jpeg", "image/jpg", "image/png", "image/gif", "image/webp", "image/avif", "image/bmp", "image/tiff")
_INLINE = re.compile(r"\s*data:image/", re.IGNORECASE)


class Rank(enum.IntEnum):
    """What is tried first."""

    NAMED_LARGE = 0
    WIDTH = 1
    DENSITY = 2
    LAZY = 3
    PLAIN = 4
    SOURCE = 5
    NAMED_SMALL = 6
    NOT_OPENED = 7
    """Of a type that Winnow does not open, by its own word."""


@dataclass(frozen=True, slots=True)
class File:
    """One file of a picture."""

    rank: Rank
    size: float
    address: str

    @property
    def order(self) -> tuple[int, float]:
        """Sorts the best first."""
        return self.rank, -self.size


def files_of(base: str, attributes: Mapping[str, str | None]) -> Iterator[File]:
    """Yield what the attributes of an img or source element name, in their order."""
    kind = (attributes.get("type") or "").split(";")[0].strip().lower()
    not_opened = bool(kind) and kind.startswith("image/") and kind not in _OPENED
    for name, value in attributes.items():
        for file in _named(base, name, value) if value else ():
            yield File(Rank.NOT_OPENED, 0, file.address) if not_opened else file


def _named(base: str, name: str, value: str) -> Iterator[File]:
    if name.endswith("srcset") or name == "data-bgset":
        yield from _of_srcset(base, value)
        return
    is_address = name == "src" or name in _SINGLES
    if not is_address and not (name.startswith("data-") and _SIZES.search(name) and _is_one_word(value)):
        return
    address = absolute(base, value)
    if address is not None and (is_address or names_picture_file(address)):
        yield File(_rank_of(name), 0, address)


def _is_one_word(value: str) -> bool:
    """Whether a further data attribute may be an address, and no text or JSON that ends as one does."""
    return not re.search(r"[\s{}\[\]<>\"]", value.strip())


def _rank_of(name: str) -> Rank:
    if name == "src":
        return Rank.SOURCE
    if _LARGER.search(name):
        return Rank.NAMED_LARGE
    return Rank.NAMED_SMALL if _SMALLER.search(name) else Rank.LAZY


def _of_srcset(base: str, value: str) -> Iterator[File]:
    for count, candidate in enumerate(srcset.parsed(value)):
        if count >= MOST:
            return
        address = absolute(base, candidate.address)
        if address is None:
            continue
        if candidate.width_px is not None:
            yield File(Rank.WIDTH, candidate.width_px, address)
        elif candidate.density is not None and candidate.density != 1:
            yield File(Rank.DENSITY, candidate.density, address)
        else:
            yield File(Rank.PLAIN, 1, address)


def best_first(files: list[File]) -> tuple[str, ...]:
    """Return the addresses, each once, the largest first, at most `MOST`."""
    return tuple(dict.fromkeys(file.address for file in sorted(files, key=lambda one: one.order)))[:MOST]


def is_inline(value: str | None) -> bool:
    """Whether *value* is a picture written into the page itself, larger than a place holder."""
    return value is not None and len(value) > 2048 and _INLINE.match(value) is not None
