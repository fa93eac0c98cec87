"""What a crawl is told, and what it tells while it runs."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from winnow.collect.finds import Answer, Finds, FoundPicture, Visit
from winnow.domain.image import Reason


@dataclass(frozen=True, slots=True)
class Plan:
    """What the person wants of a source."""

    max_images: int = 1000
    """Pictures named beyond this many are not found at all: they are in no count, and no further page is read.

    0: no limit."""
    max_pages: int = 10_000
    """No more pages than this are read: links may go on for ever."""
    gap_s: float = 0.0
    """Seconds between the starts of two requests to one host, at least; a source or robots.txt may ask for more."""


@dataclass(frozen=True, slots=True)
class Validators:
    """What tells a server which version of something is here already, word for word as it said it."""

    etag: str = ""
    last_modified: str = ""

    @classmethod
    def of(cls, headers: Mapping[str, str]) -> Validators:
        """Return those of an answer; header names in lower case."""
        return cls(headers.get("etag", ""), headers.get("last-modified", ""))

    def headers(self) -> dict[str, str]:
        """Return the headers of a conditional request; none where nothing is known."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in asked.items() if value}


class Recall(Protocol):
    """What is known of addresses that were asked in an earlier crawl. Called on the crawl's own thread."""

    def of_visit(self, address: str) -> Validators:
        """What was kept of a page; empty where it is new."""

    def of_picture(self, address: str) -> Validators:
        """What was kept of a picture; empty where it is new."""

    def finds(self, address: str) -> Finds:
        """What reading that page found, for when it has not changed."""


class NothingRecalled:
    """A first crawl."""

    def of_visit(self, _address: str) -> Validators:
        return Validators()

    def of_picture(self, _address: str) -> Validators:
        return Validators()

    def finds(self, _address: str) -> Finds:
        return Finds()


@dataclass(frozen=True, slots=True)
class Past:
    """Where an earlier crawl of the same source ended; addresses are those that its events named."""

    found: Collection[str] = frozenset()
    """First addresses of all pictures that count as found."""
    settled: Collection[str] = frozenset()
    """Those of pictures that are not asked for again when they are named again."""
    read: Collection[str] = frozenset()
    """Addresses of visits that are settled."""
    pictures: Sequence[FoundPicture] = ()
    """Found and not settled."""
    visits: Sequence[Visit] = ()
    """Found and not settled."""
    recall: Recall = field(default_factory=NothingRecalled)


@dataclass(frozen=True, slots=True)
class Found:
    """Something new was named: by *visit*, or (None) by the source itself, before anything was asked.

    *new* leaves out what was known or is over the limit. Where a visit was
    read, *finds* is all of it, to be used again when its page has not changed.
    """

    new: Finds
    visit: Visit | None = None
    status: int = 0
    received: int = 0
    validators: Validators = Validators()
    finds: Finds = field(default_factory=Finds)
    is_unchanged: bool = False
    """The server said 304; *finds* are those of the earlier crawl."""


@dataclass(frozen=True, slots=True)
class VisitMissed:
    """A page could not be read, or must not be."""

    visit: Visit
    reason: Reason
    detail: str
    status: int = 0
    error: Exception | None = None
    """What the source said to the answer, where it came that far."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A picture's bytes came, not yet looked at; *address* is the candidate that was asked."""

    picture: FoundPicture
    address: str
    answer: Answer
    received: int
    """Bytes, with those of candidates that were of no use."""


@dataclass(frozen=True, slots=True)
class Missed:
    """A picture was not fetched: none of its candidates. Reason and detail are those of the first."""

    picture: FoundPicture
    reason: Reason
    detail: str
    status: int = 0
    received: int = 0
    """Bytes that came and were of no use."""


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A server said that a picture which fell out before is still the same: so is its verdict."""

    picture: FoundPicture


@dataclass(frozen=True, slots=True)
class Waiting:
    """Nothing is asked of *host* for this long: it said so, or failed."""

    host: str
    seconds: float
    why: str


Event = Found | VisitMissed | Fetched | Missed | Unchanged | Waiting
"""Besides these a crawl yields `Note` and `Tick`."""
