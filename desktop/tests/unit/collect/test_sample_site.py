"""The sample site as a browser meets it: every picture that is planned can be had, and only while it is served."""

from __future__ import annotations

import hashlib
import re
import socket
import threading
import time
from http import HTTPStatus
from urllib.parse import urljoin

import psutil
import pytest
import requests

from winnow.collect.sample import make_sample
from winnow.collect.sample.catalogue import Serving, Showing, Sort, catalogue
from winnow.collect.sample.site import HOST, Site, SiteServer

N, SEED = 30, 3


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return Site(tmp_path_factory.mktemp("site"), N, SEED)


@pytest.fixture
def served(site):
    with SiteServer(site) as server:
        yield server


def entries(sort=None, serving=Serving.AT_ONCE):
    return [one for one in catalogue(N, SEED) if sort in (None, one.sort) and one.serving is serving]


def get(served, path, **options):
    with requests.get(urljoin(served.address, path), timeout=10, **options) as answer:
        _ = answer.content
        return answer


def pages_of(served):
    """Return every page's text by its address, found by following links from the first."""
    texts, todo = {}, [served.address]
    while todo:
        address = todo.pop()
        if address in texts:
            continue
        texts[address] = get(served, address).text
        links = re.findall(r'href="([^"]+)"', texts[address])
        todo += [urljoin(address, link) for link in links if link.startswith("/") and link.endswith(("/", ".html"))]
    return texts


def test_every_picture_is_named_by_a_page_and_every_page_is_linked(site, served):
    texts = pages_of(served)
    assert {address.removeprefix(f"http://{HOST}:{served.port}") for address in texts} == set(site.pages.by_path)
    everything = "".join(texts.values())
    missing = [one for one in entries() if f"{site.pages.path_of(one)}" not in everything]
    assert missing == []


def test_galleries_have_a_second_page(site):
    for kind in ("cat", "dog"):
        assert f"{site.root}gallery/{kind}/page-2.html" in site.pages.by_path


def test_pictures_on_a_page_that_says_noai_are_on_no_other(site):
    for one in entries(Sort.WITHHELD):
        there = [text for text in site.pages.by_path.values() if site.pages.path_of(one) in text]
        assert len(there) == 1
        assert "noimageai" in there[0]


def test_robots_closes_the_folder_of_what_is_blocked(site, served):
    lines = get(served, "/robots.txt").text.splitlines()
    (closed,) = (line.removeprefix("Disallow: ") for line in lines if line.startswith("Disallow"))
    blocked = {one.number for one in entries() if site.pages.path_of(one).startswith(closed)}
    assert blocked == {one.number for one in entries(Sort.BLOCKED)}


def test_the_last_folder_of_each_address_is_the_kind(site):
    for one in catalogue(N, SEED):
        assert site.pages.path_of(one).split("/")[-2] == one.kind


def test_what_is_missing_is_not_found_and_so_is_what_was_never_there(site, served):
    (gone,) = entries(Sort.MISSING)
    for path in (site.pages.path_of(gone), "/", "/x/../../etc/passwd", f"{site.root}pictures/cat/"):
        assert get(served, path).status_code == HTTPStatus.NOT_FOUND


def test_a_second_address_answers_with_the_same_file(site, served):
    (again,) = entries(Sort.SECOND_ADDRESS)
    original = catalogue(N, SEED)[again.of]
    one, other = (get(served, site.pages.path_of(entry)) for entry in (again, original))
    assert one.url.split("?")[0] != other.url
    assert hashlib.sha256(one.content).digest() == hashlib.sha256(other.content).digest()


def test_a_redirect_leads_to_the_picture(site, served):
    (moved,) = entries(serving=Serving.REDIRECTED)
    answer = get(served, site.pages.path_of(moved))
    assert [step.status_code for step in answer.history] == [HTTPStatus.FOUND]
    assert answer.headers["Content-Type"].startswith("image/")


def test_one_is_throttled_at_first(tmp_path):
    site = Site(tmp_path, N, SEED)
    (throttled,) = entries(serving=Serving.THROTTLED)
    first, second = (site.reply(site.pages.path_of(throttled)) for _ in range(2))
    assert (first.status, first.headers["Retry-After"]) == (HTTPStatus.TOO_MANY_REQUESTS, "1")
    assert second.status == HTTPStatus.OK


def test_one_comes_slowly_but_whole(site, served):
    (slow,) = entries(serving=Serving.SLOWLY)
    began = time.monotonic()
    body = get(served, site.pages.path_of(slow)).content
    assert time.monotonic() - began > 1
    assert body == site.reply(site.pages.path_of(slow)).body


def test_a_page_that_calls_itself_a_picture(site, served):
    (page,) = entries(Sort.WEB_PAGE)
    answer = get(served, site.pages.path_of(page))
    assert answer.url.endswith(".jpg")
    assert answer.headers["Content-Type"].startswith("text/html")


def test_a_small_version_is_there_for_what_is_shown_small(site, served):
    shown = [one for one in entries(Sort.DRAWING) if one.showing in (Showing.SRCSET, Showing.LINKED, Showing.CHOICE)]
    small = get(served, site.pages.small_path_of(shown[0]))
    assert small.content.startswith(b"\xff\xd8")
    assert len(small.content) < len(get(served, site.pages.path_of(shown[0])).content)


def test_what_is_had_already_is_not_sent_again_nor_drawn(tmp_path, site, served):
    one = entries(Sort.DRAWING)[0]
    tag = get(served, site.pages.path_of(one)).headers["ETag"]
    assert get(served, site.pages.path_of(one), headers={"If-None-Match": tag}).status_code == HTTPStatus.NOT_MODIFIED
    fresh = Site(tmp_path, N, SEED)
    assert fresh.reply(fresh.pages.path_of(one), tag).status == HTTPStatus.NOT_MODIFIED
    assert not list(tmp_path.iterdir())


def test_the_same_seed_gives_the_same_bytes_whatever_is_asked_first(site, tmp_path):
    for _step in make_sample(tmp_path, N, SEED):
        pass
    for one in reversed([one for one in entries() if one.sort.is_fetched]):
        file = tmp_path / one.kind / one.name
        assert site.reply(site.pages.direct_path_of(one)).body == file.read_bytes(), one.name


def test_a_picture_that_has_gone_from_the_cache_is_drawn_again(tmp_path):
    site = Site(tmp_path, 4, SEED)
    path = site.pages.path_of(catalogue(4, SEED)[0])
    first = site.reply(path).body
    (file,) = tmp_path.rglob("*.*")
    file.unlink()
    assert site.reply(path).body == first


def test_a_cache_that_cannot_be_written_does_not_matter(tmp_path):
    blocked = tmp_path / "cache"
    blocked.write_text("no folder")
    site = Site(blocked, 4, SEED)
    assert site.reply(site.pages.path_of(catalogue(4, SEED)[0])).status == HTTPStatus.OK


def test_an_empty_sample_has_pages_and_no_pictures(tmp_path):
    site = Site(tmp_path, 0, SEED)
    assert "<img" not in "".join(site.pages.by_path.values())


def test_it_listens_on_loopback_only(served):
    assert served.address.startswith("http://127.0.0.1:")
    heard = {one.laddr.ip for one in psutil.Process().net_connections() if one.laddr.port == served.port}
    assert heard == {"127.0.0.1"}


def test_a_port_can_be_had_again_but_not_twice(site):
    with SiteServer(site) as server:
        get(server, server.address)
        with pytest.raises(OSError, match="in use"):
            SiteServer(site, server.port)
    with SiteServer(site, server.port) as again:
        assert again.port == server.port


def test_nothing_of_it_is_left_once_it_is_closed(site):
    (slow,) = entries(serving=Serving.SLOWLY)
    with SiteServer(site) as server, requests.Session() as idle, socket.create_connection((HOST, server.port)) as busy:
        idle.get(server.address, timeout=10)
        busy.sendall(f"GET {site.pages.path_of(slow)} HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode())
        assert busy.recv(1)
        began = time.monotonic()
        server.__exit__(None, None, None)
        assert time.monotonic() - began < 2
        assert not [one for one in threading.enumerate() if one.name.startswith(("sample-site", "Thread-"))]
        with socket.socket() as late:
            assert late.connect_ex((HOST, server.port)) != 0
        server.__exit__(None, None, None)
