"""The crawl's engine against a real server: what is asked, how often, how politely, and what is told of it."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pytest
from unit.collect.crawled import Listed, Pages, events_of, fetched, listed, of, path_of, reasons
from unit.collect.sites import LocalSite, Reply, page, picture, served

from winnow.base.errors import UserError
from winnow.base.outcomes import Note, Tick
from winnow.collect.crawl.events import (
    Fetched,
    Found,
    Missed,
    Past,
    Plan,
    Unchanged,
    Validators,
    VisitMissed,
    Waiting,
)
from winnow.collect.crawl.gates import Gates
from winnow.collect.crawling import crawl
from winnow.collect.finds import Answer, ComeBackLater, Finds, FoundPicture, Manners, Pace, Visit
from winnow.collect.net.fetching import Fetcher
from winnow.collect.sources.addresses import AddressSource
from winnow.domain.image import Reason


class WatchedGates(Gates):
    """Notes when somebody went in and asked: a busy site may note a request late, and the next one not."""

    def __init__(self) -> None:
        super().__init__()
        self.asked_at: list[float] = []

    def enter(self, host: str, pace: Pace) -> float:
        seconds = super().enter(host, pace)
        self.asked_at += [] if seconds else [time.monotonic()]
        return seconds

    def leave(self, host: str, has_asked: bool = True) -> None:
        if not has_asked:
            self.asked_at.pop()
        super().leave(host, has_asked)


def check_paced(starts: list[float], gates: WatchedGates, gap_s: float) -> None:
    """Check that they are *gap_s* apart: each at the gate, all of them together at the site."""
    assert starts[-1] - starts[0] > gap_s * (len(starts) - 1) * 0.95
    assert min(b - a for a, b in pairwise(gates.asked_at[-len(starts) :])) > gap_s * 0.99


@pytest.fixture
def site() -> Iterator[LocalSite]:
    with served({f"/{number}.jpg": Reply(picture(number), etag=f'"{number}"') for number in range(12)}) as one:
        yield one


def test_a_small_site_is_crawled_whole_and_every_address_once(site: LocalSite) -> None:
    site.paths |= {
        "/robots.txt": Reply(b"User-agent: *\nDisallow: /private/\n"),
        "/": page("/0.jpg", "1.jpg", "/private/a.jpg", "/gone.jpg", links=("/second", "/", "/#top", "/private/")),
        "/second": page("/1.jpg", "/moved.jpg", "/busy.jpg", "/0.jpg#again", links=("/",)),
        "/moved.jpg": Reply(status=302, headers={"Location": "/2.jpg"}),
        "/busy.jpg": lambda before: Reply(status=429) if not before else Reply(picture(50)),
    }
    events = events_of(Pages((site.address("/"),)))
    assert fetched(events) == ["/0.jpg", "/1.jpg", "/busy.jpg", "/moved.jpg"]
    assert reasons(events) == {
        "/private/a.jpg": (Reason.ROBOTS, "robots.txt does not allow it"),
        "/gone.jpg": (Reason.HTTP_STATUS, "404"),
    }
    named = [one for found in of(events, Found) for one in found.new.pictures]
    assert len(named) == len(of(events, Fetched)) + len(of(events, Missed))
    assert site.counts() == Counter({"/busy.jpg": 2} | dict.fromkeys(
        ("/", "/second", "/0.jpg", "/1.jpg", "/moved.jpg", "/2.jpg", "/gone.jpg"), 1
    ))  # fmt: skip
    assert len(site.asked("/robots.txt")) == 1
    (blocked,) = of(events, VisitMissed)
    assert (blocked.visit.address, blocked.reason) == (site.address("/private/"), Reason.ROBOTS)


def test_a_host_is_asked_by_four_connections_at_a_time_at_most_and_hosts_side_by_side(site: LocalSite) -> None:
    for number in range(12):
        site.paths[f"/{number}.jpg"] = Reply(picture(number), delay_s=0.05)
    names = [f"/{number}.jpg" for number in range(12)]
    pictures = [FoundPicture((site.address(name, host),)) for host in ("127.0.0.1", "localhost") for name in names]
    events = events_of(Listed((), pictures=tuple(pictures)))
    assert len(of(events, Fetched)) == 24
    assert 1 < site.most_at_once("127.0.0.1") <= 4
    assert 1 < site.most_at_once("localhost") <= 4
    assert site.most_at_once() > 4, "the two hosts were not asked side by side"


def test_two_crawls_of_one_host_keep_to_its_limit_together(site: LocalSite) -> None:
    for number in range(12):
        site.paths[f"/{number}.jpg"] = Reply(picture(number), delay_s=0.03)
    gates = Gates()
    with Fetcher(allow_private=True) as one, Fetcher(allow_private=True) as other:
        crawls = [
            crawl(listed(site, *[f"/{number}.jpg" for number in half]), fetcher, Plan(), gates=gates)
            for half, fetcher in ((range(6), one), (range(6, 12), other))
        ]
        got = 0
        while crawls:
            for running in list(crawls):
                event = next(running, None)
                got += isinstance(event, Fetched)
                if event is None:
                    crawls.remove(running)
    assert got == 12
    assert site.most_at_once("127.0.0.1") <= 4


def test_the_pace_that_a_source_or_the_person_sets_and_the_crawl_delay_are_kept(site: LocalSite) -> None:
    names = ("/0.jpg", "/1.jpg", "/2.jpg", "/3.jpg")
    gates = WatchedGates()
    events_of(listed(site, *names, manners=Manners(at_hosts={"127.0.0.1": Pace(1, 0.15)})), gates=gates)
    starts = [one.begun for one in site.requests]
    check_paced(starts, gates, 0.15)
    assert site.most_at_once("127.0.0.1") == 1
    site.requests.clear()
    gates = WatchedGates()
    events_of(listed(site, *names), plan=Plan(gap_s=0.1), gates=gates)
    check_paced([one.begun for one in site.requests], gates, 0.1)
    site.requests.clear()
    site.paths["/robots.txt"] = Reply(b"User-agent: *\nCrawl-delay: 0.2\nDisallow: /no/")
    gates = WatchedGates()
    events = events_of(listed(site, *names[:3], *[f"/no/{number}.jpg" for number in range(20)]), gates=gates)
    starts = [one.begun for one in site.requests]
    check_paced(starts[1:], gates, 0.2)
    assert len(of(events, Missed)) == 20, "what is not asked for must keep nobody waiting"


def test_a_crawl_that_is_not_advanced_rests(site: LocalSite) -> None:
    names = [f"/more/{number}.jpg" for number in range(80)]
    site.paths |= {name: Reply(b"x" * 1000) for name in names}
    with Fetcher(allow_private=True) as fetcher:
        running = crawl(listed(site, *names), fetcher, Plan(), gates=Gates())
        while not isinstance(next(running), Fetched):
            pass
        before = -1
        while before != len(site.asked()):
            before = len(site.asked())
            time.sleep(0.2)
        assert before < 40, "it went on asking while it was held"
        assert sum(isinstance(event, Fetched) for event in running) == 79


def test_a_crawl_is_stopped_within_a_second_whatever_a_server_does(site: LocalSite) -> None:
    names = [f"/slow/{number}.jpg" for number in range(20)]
    site.paths |= {name: Reply(b"x", delay_s=60) for name in names}
    with Fetcher(allow_private=True) as fetcher:
        running = crawl(listed(site, *names), fetcher, Plan(), gates=Gates())
        last, longest = time.monotonic(), 0.0
        for event in running:
            longest, last = max(longest, time.monotonic() - last), time.monotonic()
            if isinstance(event, Tick) and site.asked():
                break
        began = time.monotonic()
        running.close()
        assert time.monotonic() - began < 1.0
    assert longest < 0.5


def test_a_long_list_is_fetched_from_while_it_is_read_and_stopped_within_a_second(site: LocalSite) -> None:
    text = "".join(f"{site.address(f'/{number}.jpg')},cat\n" for number in range(100_000))
    found = 0
    with Fetcher(allow_private=True) as fetcher:
        running = crawl(AddressSource("list.csv", text), fetcher, Plan(max_images=0), gates=Gates())
        for event in running:
            found += len(event.new.pictures) if isinstance(event, Found) else 0
            if isinstance(event, Fetched):
                break
        began = time.monotonic()
        running.close()
        assert time.monotonic() - began < 1.0
    assert 0 < found < 100_000


def test_other_addresses_of_a_picture_are_tried_when_the_largest_fails(site: LocalSite) -> None:
    site.paths |= dict.fromkeys(("/page.jpg", "/html.jpg"), Reply(b"<!doctype html><p>no picture"))
    events = events_of(
        listed(
            site,
            "/gone.jpg|/0.jpg",
            "/page.jpg|/gone.jpg|/1.jpg",
            "/gone-too.jpg|/html.jpg",
            "/lost.jpg|/2.jpg",
            "/2.jpg",
        )
    )
    by_picture = {path_of(one): one.address.rpartition("/")[2] for one in of(events, Fetched)}
    assert by_picture == {"/2.jpg": "2.jpg", "/gone.jpg": "0.jpg", "/page.jpg": "1.jpg", "/gone-too.jpg": "html.jpg"}
    assert reasons(events) == {"/lost.jpg": (Reason.HTTP_STATUS, "404")}
    assert site.counts()["/2.jpg"] == 1, "a picture of its own was asked for twice"


def test_a_server_that_is_overloaded_is_left_alone_and_asked_again(site: LocalSite) -> None:
    site.paths["/busy.jpg"] = lambda before: (
        Reply(status=503, headers={"Retry-After": "1"})
        if before == 0
        else Reply(picture(1))
        if before > 1
        else Reply(status=500)
    )
    names = [f"/more/{number}.jpg" for number in range(30)]
    site.paths |= {name: Reply(picture(3), delay_s=0.02) for name in names}
    events = events_of(listed(site, "/busy.jpg", *names))
    assert len(of(events, Fetched)) == 31
    (told,) = of(events, Waiting)
    assert (told.host, told.seconds) == ("127.0.0.1", 1.0)
    assert "overloaded" in told.why
    refused = site.asked("/busy.jpg")[0]
    # What was under way when it said so may still arrive.
    after = [one.begun - refused.begun for one in site.asked() if one.begun - refused.begun > 0.4]
    assert min(after) > 0.95, "the host was asked while it wanted to be left alone"


@pytest.mark.parametrize(
    ("robots", "reason"),
    [(Reply(status=500), Reason.ROBOTS), (Reply(status=429), Reason.ROBOTS), (Reply(status=404), None)],
)
def test_a_robots_txt_that_fails_forbids_all_and_one_that_is_not_there_nothing(
    site: LocalSite, robots: Reply, reason: Reason | None
) -> None:
    site.paths["/robots.txt"] = robots
    events = events_of(listed(site, "/0.jpg"))
    assert [one.reason for one in of(events, Missed)] == ([reason] if reason else [])
    assert len(site.asked()) == (0 if reason else 1)


def test_a_redirect_does_not_lead_around_robots_txt(site: LocalSite) -> None:
    site.paths |= {
        "/robots.txt": Reply(b"User-agent: *\nDisallow: /private/\n"),
        "/open.jpg": Reply(status=302, headers={"Location": "/private/a.jpg"}),
        "/private/a.jpg": Reply(picture(1)),
    }
    assert reasons(events_of(listed(site, "/open.jpg")))["/open.jpg"][0] is Reason.ROBOTS
    site.paths["/open.jpg"] = Reply(status=302, headers={"Location": site.address("/private/a.jpg")})
    site.paths["/robots.txt"] = lambda _: Reply(b"User-agent: *\nDisallow: /private/")
    site.requests.clear()
    elsewhere = Listed((), pictures=(FoundPicture((site.address("/open.jpg", "localhost"),)),))
    assert reasons(events_of(elsewhere))["/open.jpg"][0] is Reason.ROBOTS
    assert [one.host for one in site.asked("/robots.txt")] == ["localhost", "127.0.0.1"]


def test_a_picture_that_the_server_wants_left_alone_is_counted_as_such(site: LocalSite) -> None:
    site.paths["/0.jpg"] = Reply(picture(0), headers={"X-Robots-Tag": "noai"})
    assert reasons(events_of(listed(site, "/0.jpg"))) == {"/0.jpg": (Reason.NO_AI, "the server says noai")}


def test_pictures_beyond_the_limit_are_not_found_and_no_further_page_is_read(site: LocalSite) -> None:
    site.paths |= {
        "/": page(*[f"/{number}.jpg" for number in range(8)], links=("/second",)),
        "/second": page("/9.jpg"),
    }
    events = events_of(Pages((site.address("/"),)), Plan(max_images=5))
    assert fetched(events) == [f"/{number}.jpg" for number in range(5)]
    assert sum(len(found.new.pictures) for found in of(events, Found)) == 5
    assert not site.asked("/second")


def test_pages_without_end_come_to_an_end(site: LocalSite) -> None:
    site.paths |= {
        f"/page/{number}": page(links=(f"/page/{number + 1}", f"/page/{number + 2}")) for number in range(40)
    }
    events = events_of(Pages((site.address("/page/0"),)), Plan(max_pages=10))
    assert len(site.asked()) == 10
    assert "more pages" in of(events, Note)[-1].text


def test_a_second_crawl_asks_whether_pages_have_changed_and_for_nothing_that_is_settled(site: LocalSite) -> None:
    site.paths |= {
        "/": page("/0.jpg", links=("/second",), etag='"a"'),
        "/second": page("/1.jpg", "/2.jpg", etag='"b"'),
    }
    first = events_of(Pages((site.address("/"),)))
    reads = {found.visit.address: found for found in of(first, Found) if found.visit is not None}

    class Recalled:
        def of_visit(self, address: str) -> Validators:
            return reads[address].validators if address in reads else Validators()

        def of_picture(self, address: str) -> Validators:
            return Validators('"2"') if address.endswith("/2.jpg") else Validators()

        def finds(self, address: str) -> Finds:
            return reads[address].finds

    found = {one.picture.addresses[0] for one in of(first, Fetched)}
    settled = {one for one in found if not one.endswith("/2.jpg")}
    site.requests.clear()
    site.paths["/second"] = page("/1.jpg", "/2.jpg", "/3.jpg", etag='"c"')
    again = events_of(Pages((site.address("/"),)), past=Past(found, settled, recall=Recalled()))
    assert [(one.path, one.status) for one in sorted(site.asked(), key=lambda one: one.path)] == [
        ("/", 304), ("/2.jpg", 304), ("/3.jpg", 200), ("/second", 200),
    ]  # fmt: skip
    assert fetched(again) == ["/3.jpg"]
    assert [path_of(one) for one in of(again, Unchanged)] == ["/2.jpg"]
    assert [found.is_unchanged for found in of(again, Found) if found.visit] == [True, False]


def test_an_interface_is_asked_by_its_own_terms_and_its_key_goes_nowhere_else(site: LocalSite) -> None:
    site.paths |= {
        "/robots.txt": Reply(b"User-agent: *\nDisallow: /\n"),
        "/api": page(site.address("/0.jpg", "localhost"), "/1.jpg"),
    }
    source = Pages((site.address("/api"),), Manners(obeys_robots=False, headers={"Authorization": "secret"}))
    events = events_of(source)
    assert fetched(events) == ["/1.jpg"]
    assert [one.reason for one in of(events, Missed)] == [Reason.ROBOTS]
    told = {(one.host, one.path): one.headers.get("authorization") for one in site.requests}
    assert told == {
        ("127.0.0.1", "/api"): "secret",
        ("127.0.0.1", "/1.jpg"): "secret",
        ("localhost", "/robots.txt"): None,
    }


@dataclass(frozen=True)
class Leading(Listed):
    """Takes every answer for a page that leads on."""

    def further_address(self, picture: FoundPicture, answer: Answer) -> str:
        return picture.addresses[0] if answer.content == b"a page" else ""


def test_pages_that_lead_on_to_a_picture_for_ever_come_to_an_end(site: LocalSite) -> None:
    site.paths |= {
        "/ever": lambda before: Reply(b"a page") if before < 50 else Reply(picture(1)),
        "/twice": lambda before: Reply(b"a page") if before < 2 else Reply(picture(2)),
    }
    events = events_of(Leading((), pictures=listed(site, "/ever", "/twice").pictures))
    assert fetched(events) == ["/twice"]
    (reason, detail) = reasons(events)["/ever"]
    assert reason is Reason.NOT_REACHED
    assert "one page after another" in detail
    assert site.counts()["/ever"] == 5


class Refusing(UserError):
    """The source's own words."""


@dataclass(frozen=True)
class Moody(Pages):
    """Says 'later' twice; or never gets over it."""

    is_lasting: bool = False

    def read(self, visit: Visit, answer: Answer) -> Finds:
        if self.is_lasting or answer.content == b"later":
            raise ComeBackLater(0.05, "It is busy.")
        if answer.content == b"closed":
            raise Refusing("It is closed.")
        if answer.content == b"bug":
            raise ZeroDivisionError
        return super().read(visit, answer)


def test_an_answer_that_says_later_is_asked_again_and_its_words_are_the_last(site: LocalSite) -> None:
    site.paths["/"] = lambda before: Reply(b"later") if before < 2 else page("/0.jpg")
    assert fetched(events_of(Moody((site.address("/"),)))) == ["/0.jpg"]
    (missed,) = of(events_of(Moody((site.address("/"),), is_lasting=True)), VisitMissed)
    assert (missed.detail, str(missed.error)) == ("It is busy", "It is busy.")


def test_a_sources_own_refusal_is_told_and_its_bug_is_raised(site: LocalSite) -> None:
    site.paths |= {"/": Reply(b"closed"), "/bug": Reply(b"bug")}
    (missed,) = of(events_of(Moody((site.address("/"),))), VisitMissed)
    assert isinstance(missed.error, Refusing)
    with pytest.raises(ZeroDivisionError):
        events_of(Moody((site.address("/bug"),)))


def test_an_address_that_is_none_is_a_picture_that_falls_out(site: LocalSite) -> None:
    bad = FoundPicture(("http://a..b/", "ftp://x/y"))
    half = FoundPicture(("http://a..b/", site.address("/0.jpg")))
    events = events_of(Listed((), pictures=(bad, half)))
    assert fetched(events) == ["/0.jpg"]
    (missed,) = of(events, Missed)
    assert (missed.picture.addresses[0], missed.reason) == ("http://a..b/", Reason.REFUSED_ADDRESS)
