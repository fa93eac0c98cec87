"""What passes between a page's source and the process that reads it."""

from __future__ import annotations

from dataclasses import dataclass

from winnow.collect.finds import FoundPicture
from winnow.domain.image import Reason


@dataclass(frozen=True, slots=True)
class PageAt:
    """What is known of a page or a style sheet besides its bytes."""

    address: str
    """The address that answered in the end: the base of all others."""
    charset: str = ""
    """As the Content-Type header tells it."""
    robots_tag: str = ""
    """The X-Robots-Tag header."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page or a style sheet names."""

    pictures: tuple[FoundPicture, ...] = ()
    withheld: tuple[tuple[FoundPicture, Reason, str], ...] = ()
    links: tuple[str, ...] = ()
    """Absolute addresses that may be pages, in their order, each once."""
    sheets: tuple[str, ...] = ()
    """Style sheets that may name further pictures."""
    notes: tuple[str, ...] = ()
