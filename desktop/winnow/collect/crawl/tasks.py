"""One question on its way: what is asked, of whom, how often already, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from winnow.collect.finds import Answer, Finds, FoundPicture, Visit
from winnow.collect.net.addresses import Origin, origin_of
from winnow.domain.image import Reason


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a question has no answer."""

    reason: Reason
    detail: str
    status: int = 0
    silent: str = ""
    """The host that gave no answer or asked to be left alone, where that is why: a redirect may lead to it."""


@dataclass(frozen=True, slots=True)
class RobotsOf:
    """The robots.txt of an origin."""

    origin: Origin


@dataclass(slots=True)
class Task:
    """A question; changed only by whoever holds it."""

    target: Visit | FoundPicture | RobotsOf
    address: str
    headers: Mapping[str, str] = field(default_factory=dict)
    """What makes it a conditional request."""
    candidate: int = 0
    """Which of a picture's addresses it is at."""
    tries: int = 0
    """Of the present address, so far."""
    first: Refusal | None = None
    """Why the first candidate failed."""
    received: int = 0
    """Bytes that came for it, of use or not."""

    @property
    def origin(self) -> Origin:
        """Whom it is asked of."""
        return origin_of(self.address)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a task in the end."""

    task: Task
    answer: Answer | None = None
    finds: Finds | None = None
    """What reading a visit's answer found."""
    refusal: Refusal | None = None
    error: Exception | None = None
    """The source's own words about a refusal, or a bug."""
    has_asked: bool = True
    """False: it was clear beforehand, and no request was made."""


@dataclass(frozen=True, slots=True)
class Delay:
    """A task waits before it is tried again."""

    host: str
    seconds: float
    why: str
    is_of_host: bool
    """Everything else that is to be asked of the host waits too."""
