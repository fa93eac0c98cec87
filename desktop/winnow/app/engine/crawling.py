"""A list of addresses fetched by a cluster: batches of one host each, and one gate a host for all workers."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any

from winnow.app.engine.choice import Cluster
from winnow.app.engine.cluster import Finished, OneForAll, asked_of, mapped
from winnow.base.outcomes import Note, Steps, Tick, Workers
from winnow.collect.crawl.beginning import parts_of
from winnow.collect.crawl.events import Event, Found, Missed, Past, Plan
from winnow.collect.crawl.frontier import Frontier
from winnow.collect.crawl.gates import Gates
from winnow.collect.crawling import crawl
from winnow.collect.finds import Answer, Finds, FoundPicture, Manners, Pace, Source, Visit
from winnow.collect.net.addresses import origin_of
from winnow.collect.net.fetching import Fetcher

_AT_ONCE = 64
"""Pictures of one host in a batch: each batch asks for the host's robots.txt once."""
_IN_ALL = 256
_LEASE_S = 120.0
"""After so long a question counts as over: the worker that asked it may be gone."""
_AGAIN_S = 0.2

Batch = tuple[FoundPicture, ...]


def crawled_on(
    cluster: Cluster, source: Source, plan: Plan, past: Past, user_agent: str, allow_private: bool
) -> Generator[Event | Note | Tick | Workers, None, None]:
    """Yield what `crawl` would for a *source* that names pictures alone, asked for by the workers of *cluster*.

    A batch is fetched whole before it comes back; a worker that is lost costs
    its batch, which another one fetches again. However many workers there
    are, a host is asked as often as by this machine alone.
    """
    frontier, pictures = Frontier(plan, past), list(past.pictures)
    for finds in parts_of(source):
        new = frontier.new_of(finds)
        pictures += new.pictures
        yield Found(new)
        yield from (Note(words) for words in new.notes)
        yield from (Missed(*withheld) for withheld in new.withheld)
    batches = _batches(pictures)
    shared = (user_agent, allow_private, source.manners, OneForAll(SharedGates))
    answers: Generator[Any, None, None] = mapped(cluster, (iter, (batches,)), _fetched, *shared)
    with closing(answers):
        for event in answers:
            yield from event.value if isinstance(event, Finished) else [event]


def _batches(pictures: Sequence[FoundPicture]) -> list[Batch]:
    """Return *pictures* in batches of one host, the hosts taking turns."""
    by_host: dict[str, list[FoundPicture]] = {}
    for picture in pictures:
        by_host.setdefault(origin_of(picture.addresses[0]).host, []).append(picture)
    turns = deque(by_host.values())
    found = []
    while turns:
        of_host = turns.popleft()
        found.append(tuple(of_host[:_AT_ONCE]))
        if len(of_host) > _AT_ONCE:
            turns.append(of_host[_AT_ONCE:])
    return found


@dataclass(frozen=True, slots=True)
class _Named:
    """Pictures as a source."""

    pictures: Batch
    manners: Manners

    def start(self) -> Finds:
        return Finds(self.pictures)

    def read(self, _visit: Visit, _answer: Answer) -> Finds:
        return Finds()


def _fetched(batch: Batch, user_agent: str, allow_private: bool, manners: Manners, gates: Any) -> Steps:
    with Fetcher(user_agent, allow_private=allow_private) as fetcher:
        events = crawl(
            _Named(batch, manners), fetcher, Plan(), user_agent=user_agent, gates=_GatesOfAll(gates, len(batch))
        )
        yield Finished(len(batch), [event for event in events if not isinstance(event, Found | Tick)])


class SharedGates:
    """The gates that all workers go through; it lives on one of them. Whoever is not heard of again has left."""

    def __init__(self) -> None:
        self._gates = Gates(_IN_ALL)
        self._inside: deque[tuple[float, str]] = deque()

    def enter(self, host: str, pace: Pace) -> float:
        """Do as `Gates.enter`."""
        now = time.monotonic()
        while self._inside and self._inside[0][0] <= now:
            self._gates.leave(self._inside.popleft()[1])
        with self._gates.changed:
            seconds = self._gates.enter(host, pace)
        if seconds == 0:
            self._inside.append((now + _LEASE_S, host))
        return seconds

    def leave(self, host: str, has_asked: bool) -> None:
        """Do as `Gates.leave`."""
        for at, (_until, inside) in enumerate(self._inside):
            if inside == host:
                del self._inside[at]
                self._gates.leave(host, has_asked)
                return

    def shut(self, host: str, seconds: float) -> None:
        """Do as `Gates.shut`."""
        self._gates.shut(host, seconds)


class _GatesOfAll(Gates):
    """The gates as a worker goes through them: its own first, then those that all share."""

    def __init__(self, shared: Any, in_all: int) -> None:
        super().__init__(in_all)
        self._shared = shared

    def enter(self, host: str, pace: Pace) -> float:
        seconds = super().enter(host, replace(pace, gap_s=0.0))
        if seconds > 0:
            return seconds
        seconds = float(asked_of(self._shared.enter, host, pace))
        if seconds > 0:
            super().leave(host, has_asked=False)
        return min(seconds, _AGAIN_S) if seconds > 0 else 0.0

    def leave(self, host: str, has_asked: bool = True) -> None:
        super().leave(host, has_asked)
        asked_of(self._shared.leave, host, has_asked)

    def shut(self, host: str, seconds: float) -> None:
        super().shut(host, seconds)
        asked_of(self._shared.shut, host, seconds)
