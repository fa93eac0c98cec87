"""Where pictures came from, and the account of what did not come through."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from winnow.domain.ids import SourceId
from winnow.domain.image import Reason


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
    """A source with its funnel: found = kept + the sum of *fell_out*, once it is done."""

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
