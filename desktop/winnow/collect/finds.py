"""What sources name and what fetching makes of it: the values that pass between the parts of a crawl."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from winnow.domain.image import Reason


@dataclass(frozen=True, slots=True)
class FoundPicture:
    """One picture that a source names, before anything of it was fetched."""

    addresses: tuple[str, ...]
    """Absolute http(s) addresses of the same picture, the largest first; the others are tried when it fails."""
    page: str = ""
    """Address of the page, or of the list of answers, that named it."""
    title: str = ""
    alt: str = ""
    author: str = ""
    licence: str = ""
    licence_url: str = ""
    origin: str = ""
    """Whose collection it belongs to, as a search names it (flickr, stocksnap, Wikimedia Commons …)."""
    label: str = ""
    """The label that the source itself gives: a column of an address list, a folder."""
    file: str = ""
    """Its name as the source tells it; empty: the last part of the address."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A page, or one page of a search's answers, that is to be fetched and read."""

    address: str
    depth: int = 0
    """How many links away from where the person began."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server gave back, read whole and within all limits."""

    address: str
    """The address that answered in the end, after redirects."""
    status: int
    headers: Mapping[str, str]
    """Names in lower case."""
    content: bytes


@dataclass(frozen=True, slots=True)
class Finds:
    """What reading one answer found."""

    pictures: tuple[FoundPicture, ...] = ()
    visits: tuple[Visit, ...] = ()
    withheld: tuple[tuple[FoundPicture, Reason, str], ...] = ()
    """Pictures that were named and must not be fetched, with reason and detail (noai, noimageindex)."""
    notes: tuple[str, ...] = ()
    """What the person should know, in words."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How politely a source is asked."""

    obeys_robots: bool = True
    """Off only for programming interfaces, whose terms say how they may be asked."""
    per_host: int = 4
    """Connections to one host at a time."""
    gap_s: float = 0.0
    """Seconds between the starts of two requests to one host, at least; robots' crawl-delay may be longer."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Sent with each request, such as a key to its own interface."""


class Source(Protocol):
    """Somewhere on the network that pictures can be found. Frozen, picklable, no state of its own."""

    @property
    def manners(self) -> Manners:
        """How it wants to be asked."""

    def start(self) -> Finds:
        """Return where it begins: pictures and visits that need no answer first."""

    def read(self, visit: Visit, answer: Answer) -> Finds:
        """Return what *answer* names.

        Raises:
            UserError, OutsideError: the answer is a refusal, in words (no access, over the quota).
        """
