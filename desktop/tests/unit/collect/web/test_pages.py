from __future__ import annotations

import pickle

import pytest
from unit.vision.pictures import encoded, scene

from winnow.collect.finds import Answer, Finds, FoundPicture, Visit
from winnow.collect.net.refusal import FetchRefused
from winnow.collect.reading.reader import Reader, ReadsHere
from winnow.collect.reading.task import ReadingRefused
from winnow.collect.web.pages import NoAddress, WebPages
from winnow.domain.image import Reason

START = "http://www.a.test/"


def source(*addresses: str, depth: int = 1, same_site: bool = False) -> WebPages:
    return WebPages(addresses or (START,), depth, same_site, ReadsHere())


def read(one: WebPages, text: str | bytes, visit: Visit | None = None, at: str = "", kind: str = "text/html") -> Finds:
    visit = visit or Visit(START)
    content = text.encode() if isinstance(text, str) else text
    return one.read(visit, Answer(at or visit.address, 200, {"content-type": kind}, content))


def visits(finds: Finds) -> list[tuple[str, int]]:
    return [(one.address, one.depth) for one in finds.visits]


def test_begins_at_its_addresses():
    begun = source("http://a.test/", "http://a.test/cat.JPG").start()
    assert begun.visits == (Visit("http://a.test/"),)
    assert begun.pictures == (FoundPicture(("http://a.test/cat.JPG",)),)
    assert source("http://bücher.test").start().visits == (Visit("http://xn--bcher-kva.test/"),)
    with pytest.raises(FetchRefused):
        source("ftp://a.test/").start()
    with pytest.raises(NoAddress):
        WebPages((), 1, False, ReadsHere()).start()


def test_goes_as_deep_as_it_was_told():
    html = "<a href=/b>b</a><img src=/i.jpg>"
    for depth, at, expected in (
        (0, 0, []),
        (1, 0, [("http://www.a.test/b", 1)]),
        (1, 1, []),
        (2, 1, [("http://www.a.test/b", 2)]),
    ):
        found = read(source(depth=depth), html, Visit("http://www.a.test/x", at))
        assert visits(found) == expected
        assert found.pictures[0].addresses == ("http://www.a.test/i.jpg",)


def test_the_same_site_is_the_host_and_what_is_below_it():
    links = "".join(
        f"<a href=//{host}/x>1</a>" for host in ("a.test", "b.a.test", "WWW.A.test", "ba.test", "test", "b.test")
    )
    html = links + "<img src=//cdn.test/i.jpg><link rel=stylesheet href=//cdn.test/s.css>"
    found = read(source(same_site=True), html)
    assert [one.address for one in found.visits] == [
        f"http://{one}" for one in ("a.test/x", "b.a.test/x", "www.a.test/x", "cdn.test/s.css")
    ]
    assert found.pictures[0].addresses == ("http://cdn.test/i.jpg",)
    assert len(read(source(), html).visits) == 7


def test_where_the_first_page_was_moved_is_the_site():
    one = source(same_site=True, depth=3)
    html = "<a href=//new.test/y>1</a>"
    assert visits(read(one, html, at="http://new.test/")) == [("http://new.test/y", 1)]
    assert visits(read(one, html, Visit("http://new.test/x", 1))) == [("http://new.test/y", 2)]
    with pytest.raises(ReadingRefused, match="another site"):
        read(one, html, Visit("http://a.test/x", 1), at="http://new.test/x")
    assert read(source(depth=3), html, Visit("http://a.test/x", 1), at="http://new.test/x").visits


def test_a_picture_that_answers_for_a_page_is_one():
    found = read(source(), encoded(scene(64, 64)), at="http://a.test/moved")
    assert found.pictures == (FoundPicture(("http://a.test/moved",), START),)


def test_style_sheets_are_read_for_their_backgrounds_and_a_chain_of_them_ends():
    one = source(depth=0)
    found = read(one, "<link rel=stylesheet href=/s0.css>")
    steps = 0
    while found.visits:
        (visit,) = found.visits
        steps += 1
        found = read(
            one, f"@import '/s{steps}.css'; a{{background:url(/{steps}.png)}}", visit, kind="text/css; charset=utf-8"
        )
        assert found.pictures[0].addresses == (f"http://www.a.test/{steps}.png",)
    assert steps == 2
    with pytest.raises(ReadingRefused):
        read(one, "<a href=/x><img src=y>", Visit("http://www.a.test/s0.css", 1))


@pytest.mark.parametrize("kind", ["application/pdf", "video/mp4", "application/json", "image/svg+xml", "text/plain"])
def test_what_is_no_page_is_refused_in_words(kind):
    with pytest.raises(ReadingRefused) as caught:
        read(source(), "no page at all", kind=kind)
    assert caught.value.reason is Reason.UNSUPPORTED
    assert kind in str(caught.value)
    assert START in str(caught.value)


def test_a_page_without_a_type_is_still_a_page():
    answer = Answer(START, 200, {}, b"<!doctype html><img src=a.jpg>")
    assert source().read(Visit(START), answer).pictures


def test_headers_count():
    answer = Answer(
        START,
        200,
        {"content-type": "text/html; charset=koi8-r", "x-robots-tag": "noai"},
        "<img src=a alt=кот>".encode("koi8-r"),
    )
    ((picture, reason, _),) = source().read(Visit(START), answer).withheld
    assert (picture.alt, reason) == ("кот", Reason.NO_AI)


def test_it_can_be_sent_to_another_process():
    with Reader() as reader:
        one = WebPages((START,), 1, True, reader)
        two = pickle.loads(pickle.dumps(one))
        assert two == one
        assert read(two, "<img src=a.jpg>").pictures[0].addresses == ("http://www.a.test/a.jpg",)
        assert reader.pid() is None
        two.reader.close()
