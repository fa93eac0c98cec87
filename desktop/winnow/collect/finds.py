"""What sources name and what fetching makes of it: the values that pass between the parts of a crawl."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from winnow.base.errors import OutsideError
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
class Pace:
    """How fast one host may be asked."""

    per_host: int = 4
    """Connections to it at a time."""
    gap_s: float = 0.0
    """Seconds between the starts of two requests to it, at least; robots' crawl-delay may be longer."""


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
    at_hosts: Mapping[str, Pace] = field(default_factory=dict)
    """Hosts that want to be asked at a pace of their own, by exact name in lower case: a public interface, say."""
    keeps_cookies: bool = False
    """Cookies go back to whoever set them, for as long as the crawl runs; off but where nothing works without."""

    def pace(self, host: str) -> Pace:
        """Return how fast *host* may be asked."""
        return self.at_hosts.get(host) or Pace(self.per_host, self.gap_s)


class ComeBackLater(OutsideError):
    """An answer of status 200 says "not now": the same visit is to be asked again in *wait_s* seconds."""

    def __init__(self, wait_s: float, words: str) -> None:
        self.wait_s = wait_s
        super().__init__(words)


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
            ComeBackLater: ask again; after the last try its words are what is said.
        """


@runtime_checkable
class TellsInParts(Protocol):
    """A source that begins with so much that to tell it takes a while."""

    def parts(self) -> Iterator[Finds]:
        """Return what `start` does, and raise what it raises, in parts of a few hundred pictures.

        Each is there within a moment: an empty one says that nothing new was found in it.
        """


@runtime_checkable
class WordsStatus(Protocol):
    """A source that can say more of a refused visit than its number does."""

    def status_words(self, status: int, retry_after_s: float | None) -> str:
        """Return what it means that a visit was answered by *status* (400 to 599), in words; "" for nothing special.

        They become the detail of what was missed: no capital, no full stop.
        *retry_after_s* is how long the server asked to be left alone, unbounded.
        """


@runtime_checkable
class LeadsOn(Protocol):
    """A source whose pictures may be answered by a page that asks for confirmation first."""

    def further_address(self, picture: FoundPicture, answer: Answer) -> str:
        """Return the address that is to be asked for instead of the one that *answer* (200) came from.

        "" where *answer* is to be taken as the picture. Asked of every answer, that of the further
        address included; the source itself raises where it would go on for ever. A further address is
        fetched under the same limits, and the picture keeps its own.

        Raises:
            PictureRefused: the page says why there is no picture (quota, permission); its reason and detail count.
        """
