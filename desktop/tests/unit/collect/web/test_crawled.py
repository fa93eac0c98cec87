"""Real pages of a real server through the crawl and the reading process."""

from __future__ import annotations

import pytest
from unit.collect.sites import LocalSite, Reply, page, picture, served

from winnow.collect.crawl.events import Fetched, Found, Missed, Plan, VisitMissed
from winnow.collect.crawl.gates import Gates
from winnow.collect.crawling import crawl
from winnow.collect.net.fetching import Fetcher
from winnow.collect.net.limits import FetchLimits
from winnow.collect.reading.reader import Reader
from winnow.collect.web.pages import WebPages
from winnow.domain.image import Reason

FAST = FetchLimits().faster(20)


@pytest.fixture(scope="module")
def reader():
    with Reader() as one:
        one.protections()
        yield one


def crawled(site: LocalSite, reader: Reader, depth: int) -> list[object]:
    source = WebPages((site.address("/"),), depth, True, reader)
    with Fetcher(limits=FAST, allow_private=True) as fetcher:
        return list(crawl(source, fetcher, Plan(), limits=FAST, gates=Gates()))


def test_a_site_is_read_to_its_depth_and_everything_is_accounted_for(reader):
    html = {"Content-Type": "text/html"}
    paths = {
        "/": page("/0.jpg", links=("/gallery",), head="<link rel=stylesheet href=/s.css>"),
        "/s.css": Reply(b"body{background:url(bg.jpg)}", headers={"Content-Type": "text/css"}),
        "/gallery": Reply(
            b"<a href=/full.jpg><img src=/thumb.jpg></a><img src=/1.jpg srcset='/gone.jpg 900w, /1.jpg 300w'>"
            b"<a href=/deeper>x</a><a href=/closed>y</a><a href=/file>z</a>",
            headers=html,
        ),
        "/closed": Reply(b"<meta name=robots content=noai><img src=/2.jpg>", headers=html),
        "/file": Reply(b"%PDF-1.7", headers={"Content-Type": "application/pdf"}),
        "/deeper": Reply(b"<img src=/3.jpg><a href=/toodeep>x</a>", headers=html),
    }
    paths |= {f"/{name}.jpg": Reply(picture(at)) for at, name in enumerate(("0", "1", "2", "3", "bg", "full", "thumb"))}
    with served(paths) as site:
        events = crawled(site, reader, depth=2)
        named = [one for found in events if isinstance(found, Found) for one in found.new.pictures]
        got = {one.address: one for one in events if isinstance(one, Fetched)}
        assert sorted(got) == sorted(site.address(f"/{one}.jpg") for one in ("0", "1", "3", "bg", "full"))
        (missed,) = [one for one in events if isinstance(one, Missed)]
        assert (missed.picture.addresses, missed.reason) == ((site.address("/2.jpg"),), Reason.NO_AI)
        assert len(named) == len(got)
        (no_page,) = [one for one in events if isinstance(one, VisitMissed)]
        assert "application/pdf" in no_page.detail
        asked = {one.path for one in site.asked()}
        assert not {"/2.jpg", "/thumb.jpg", "/toodeep"} & asked
        assert "/gone.jpg" in asked
