"""Where pictures came from, and the account of what did not come through."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from winnow.domain.ids import SourceId
from winnow.domain.image import Reason, Stage


class SourceKind(enum.Enum):
    """Ways in which pictures come."""

    FOLDER = "folder"
    FILES = "files"
    ARCHIVE = "archive"
    CIFAR = "cifar"
    PASTED = "pasted"
    WEB = "web"
    SEARCH = "search"
    ADDRESSES = "addresses"
    DRIVE = "drive"
    SAMPLE = "sample"


class SourceState(enum.Enum):
    """RUNNING in a project that nobody has open means STOPPED; the store says so on opening."""

    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Source:
    """A source with its funnel: found = kept + the sum of *fell_out* + *waiting*; once it is done nothing waits."""

    id: SourceId
    kind: SourceKind
    name: str
    address: str
    state: SourceState
    error: str
    found: int
    kept: int
    fell_out: dict[Reason, int] = field(default_factory=dict)
    added_at: str = ""
    waiting: int = 0
    """Named, and not settled yet."""
    pages: int = 0
    """Pages, or pages of a search's answers, that were read."""
    received: int = 0
    """Bytes that came over the network for it, pages included."""
    hidden: bool = False
    """The person removed its card; its pictures stay."""

    @property
    def fetched(self) -> int:
        """How many came through to be decoded."""
        return self.found - self.waiting - not_fetched(self.fell_out)


@dataclass(frozen=True, slots=True)
class HostFunnel:
    """A source's funnel, of one host: found = fetched + failed + waiting, fetched = kept + fell out."""

    host: str
    found: int
    kept: int
    fell_out: dict[Reason, int] = field(default_factory=dict)
    waiting: int = 0
    received: int = 0
    """Bytes of pictures that came from it."""

    @property
    def fetched(self) -> int:
        """How many came through to be decoded."""
        return self.found - self.waiting - not_fetched(self.fell_out)


def not_fetched(fell_out: dict[Reason, int]) -> int:
    """Return how many fell out before there were bytes to decode."""
    return sum(count for reason, count in fell_out.items() if reason.stage is Stage.FETCHED)


@dataclass(frozen=True, slots=True)
class SourceBegan:
    """What a job that collects says first: which source it works on."""

    source: SourceId


@dataclass(frozen=True, slots=True)
class Traffic:
    """What comes over the network at this moment; yielded about twice a second."""

    bytes_per_s: float
    received: int
    """Bytes of this run so far."""
    pages: int
    """Pages read in this run so far."""
    waiting: tuple[tuple[str, float], ...] = ()
    """Hosts that are left alone for a while, with the seconds that are left."""
