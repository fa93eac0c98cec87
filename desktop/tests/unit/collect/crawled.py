"""Crawls of small sites run to their end, and what is asked of their events."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeVar
from urllib.parse import urljoin

from unit.collect.sites import LocalSite

from winnow.collect.crawl.events import Fetched, Missed, Past, Plan, Unchanged
from winnow.collect.crawl.gates import Gates
from winnow.collect.crawling import crawl
from winnow.collect.finds import Answer, Finds, FoundPicture, Manners, Visit
from winnow.collect.net.fetching import Fetcher
from winnow.collect.net.limits import FetchLimits
from winnow.collect.net.resolving import Resolver, system_resolver
from winnow.domain.image import Reason

E = TypeVar("E")
FAST = FetchLimits().faster(20)
PLAN = Plan()
MANNERS = Manners()


@dataclass(frozen=True)
class Pages:
    """Reads the plain pages of these tests; what is real about pages has its own tests."""

    begin: tuple[str, ...]
    manners: Manners = field(default_factory=Manners)

    def start(self) -> Finds:
        return Finds(visits=tuple(map(Visit, self.begin)))

    def read(self, visit: Visit, answer: Answer) -> Finds:
        text = answer.content.decode()
        pictures = [
            FoundPicture(tuple(urljoin(answer.address, one) for one in match.split("|")), page=visit.address)
            for match in re.findall(r'src="([^"]+)"', text)
        ]
        links = [Visit(urljoin(answer.address, one), visit.depth + 1) for one in re.findall(r'href="([^"]+)"', text)]
        return Finds(tuple(pictures), tuple(links))


@dataclass(frozen=True)
class Listed(Pages):
    """Names pictures at once."""

    pictures: tuple[FoundPicture, ...] = ()

    def start(self) -> Finds:
        return Finds(pictures=self.pictures)


def events_of(
    source: Pages,
    plan: Plan = PLAN,
    past: Past | None = None,
    limits: FetchLimits = FAST,
    gates: Gates | None = None,
    resolver: Resolver = system_resolver,
) -> list[object]:
    with Fetcher(limits=limits, allow_private=True, resolver=resolver) as fetcher:
        return list(crawl(source, fetcher, plan, past, limits=limits, gates=gates or Gates()))


def of(events: list[object], kind: type[E]) -> list[E]:
    return [event for event in events if isinstance(event, kind)]


def path_of(event: Fetched | Missed | Unchanged) -> str:
    return "/" + event.picture.addresses[0].split("/", 3)[3]


def reasons(events: list[object]) -> dict[str, tuple[Reason, str]]:
    return {path_of(one): (one.reason, one.detail) for one in of(events, Missed)}


def fetched(events: list[object]) -> list[str]:
    return sorted(map(path_of, of(events, Fetched)))


def listed(site: LocalSite, *paths: str, manners: Manners = MANNERS) -> Listed:
    pictures = tuple(FoundPicture(tuple(site.address(one) for one in path.split("|"))) for path in paths)
    return Listed((), manners, pictures)
