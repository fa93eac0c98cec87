"""Hosts that give no answer, for a moment or for good: whose failure it is, and what it costs the others."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator

import pytest
from unit.collect.crawled import Listed, events_of, fetched, listed, of, reasons
from unit.collect.sites import LocalSite, Reply, picture, served

from winnow.collect.crawl.events import Fetched, Missed, Waiting
from winnow.collect.finds import FoundPicture
from winnow.collect.net.limits import FetchLimits
from winnow.domain.image import Reason


@pytest.fixture
def site() -> Iterator[LocalSite]:
    with served({f"/{number}.jpg": Reply(picture(number)) for number in range(12)}) as one:
        yield one


def test_what_never_answers_is_given_up_host_by_host(site: LocalSite) -> None:
    with served({}) as gone:
        pass
    dead = [FoundPicture((f"http://localhost:{gone.port}/{number}.jpg",)) for number in range(40)]
    alive = [FoundPicture((site.address(f"/{number}.jpg"),)) for number in range(4)]
    began = time.monotonic()
    events = events_of(Listed((), pictures=(*dead, *alive)))
    assert len(of(events, Fetched)) == 4
    missed = of(events, Missed)
    assert len(missed) == 40
    assert {one.reason for one in missed} == {Reason.NOT_REACHED}, "its robots.txt could not be reached either"
    assert time.monotonic() - began < 5


def test_a_host_that_always_wants_to_be_left_alone_is(site: LocalSite) -> None:
    names = [f"/busy{number}.jpg" for number in range(300)]
    site.paths |= dict.fromkeys(names, Reply(status=429))
    events = events_of(listed(site, *names))
    missed = of(events, Missed)
    assert len(missed) == 300
    assert sum(site.counts().values()) < 300, "most of them were not even asked for"
    unasked = [one.detail for one in missed if one.reason is Reason.NOT_REACHED]
    assert "127.0.0.1 failed 8 times in a row (429), so it was not asked any more" in unasked
    assert len(unasked) > 200


def failing_names(wants_failure: Callable[[int], bool], kind: int) -> tuple[Callable[[str, int], list[str]], list[str]]:
    """Return a resolver that knows every host as this machine, but fails where it is wanted; and whom it was asked."""
    asked: list[str] = []

    def resolver(host: str, _port: int) -> list[str]:
        asked.append(host)
        if wants_failure(len(asked)):
            raise socket.gaierror(kind, "it failed")
        return ["127.0.0.1"]

    return resolver, asked


def test_names_that_are_not_found_for_a_moment_cost_no_picture(site: LocalSite) -> None:
    resolver, asked = failing_names(lambda times: times % 2 == 1, socket.EAI_AGAIN)
    pictures = tuple(FoundPicture((site.address(f"/{number}.jpg", "far.test"),)) for number in range(12))
    events = events_of(Listed((), pictures=pictures), resolver=resolver)
    assert len(of(events, Fetched)) == 12
    assert len(asked) > 1


@pytest.mark.parametrize(("kind", "most"), [(socket.EAI_AGAIN, 4), (socket.EAI_NONAME, 1)])
def test_a_host_that_is_never_found_is_given_up(site: LocalSite, kind: int, most: int) -> None:
    resolver, asked = failing_names(lambda _: True, kind)
    pictures = tuple(FoundPicture((site.address(f"/{number}.jpg", "far.test"),)) for number in range(40))
    missed = of(events_of(Listed((), pictures=pictures), resolver=resolver), Missed)
    assert len(asked) == most, "asked for its robots.txt, and again only where that may pass"
    assert {one.reason for one in missed} == {Reason.NOT_REACHED}
    assert any("far.test failed" in one.detail for one in missed)


def test_a_host_that_leads_to_a_silent_one_is_not_taken_for_silent(site: LocalSite) -> None:
    with served({}) as gone:
        pass
    led = [f"/led/{number}.jpg" for number in range(10)]
    dead = [f"http://localhost:{gone.port}/{number}.jpg" for number in range(10)]
    site.paths |= {one: Reply(status=302, headers={"Location": to}) for one, to in zip(led, dead, strict=True)}
    names = [f"/{number}.jpg" for number in range(12)]
    # Without a second try nothing of the host's own comes between the failures.
    events = events_of(listed(site, *led, *names), limits=FetchLimits(retries=0).faster(20))
    assert fetched(events) == sorted(names)
    told = reasons(events)
    assert sorted(told) == sorted(led)
    assert all("localhost does not answer" in detail for _, detail in told.values())
    also = tuple(FoundPicture((f"http://localhost:{gone.port}/also/{number}.jpg",)) for number in range(40))
    missed = of(events_of(Listed((), pictures=(*listed(site, *led).pictures, *also))), Missed)
    assert len(missed) == 50
    assert not any("127.0.0.1 failed" in one.detail for one in missed)
    assert any("localhost failed" in one.detail for one in missed)


def test_who_asks_to_be_left_alone_is_the_host_that_a_redirect_leads_to(site: LocalSite) -> None:
    site.paths |= {
        "/open.jpg": Reply(status=302, headers={"Location": site.address("/0.jpg", "localhost")}),
        "/robots.txt": lambda before: Reply(status=503 if before == 1 else 404),
    }
    events = events_of(listed(site, "/open.jpg", "/1.jpg"))
    assert fetched(events) == ["/1.jpg", "/open.jpg"], "the other host's robots.txt was to be had a moment later"
    assert [one.host for one in of(events, Waiting)] == ["localhost"]
