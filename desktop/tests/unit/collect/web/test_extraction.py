from __future__ import annotations

from collections import defaultdict

import pytest
from unit.collect.web.material import material, rows

from winnow.collect.net.addresses import canonical
from winnow.collect.net.refusal import FetchRefused
from winnow.collect.web.extraction import read_page, read_sheet
from winnow.collect.web.gathered import MOST_LINKS, MOST_PICTURES
from winnow.collect.web.page import Page, PageAt
from winnow.domain.image import Reason

AT = "http://a.test/dir/page.html"


def page(html: str | bytes, at: str = AT, **known: str) -> Page:
    return read_page(PageAt(at, **known), html.encode() if isinstance(html, str) else html)


def files(html: str | bytes, **known: str) -> list[tuple[str, ...]]:
    """The files of each picture; of those in the page's own folder, their names only."""
    found = page(html, **known).pictures
    return [tuple(one.removeprefix("http://a.test/dir/") for one in picture.addresses) for picture in found]


def same_form(address: str) -> str:
    try:
        return canonical(address)
    except FetchRefused:
        return address  # one with a user name, which is never asked for


def test_every_required_address_of_31_pages_and_none_that_is_not_there():
    expected: dict[str, dict[str, bool]] = defaultdict(dict)
    for row in rows("expected.csv"):
        expected[row["page"]][same_form(row["expected_url"])] = row["required"] == "1"
    missed, invented, count = [], [], 0
    for row in rows("pages.csv"):
        found = page(material(row["page"]).read_bytes(), row["page_url"])
        withheld = [one for one, reason, _ in found.withheld if reason is Reason.NO_AI]
        named = {address for one in (*found.pictures, *withheld) for address in one.addresses}
        wanted = expected[row["page"]]
        missed += [one for one, is_required in wanted.items() if is_required and one not in named]
        invented += [one for one in named if one not in wanted]
        count += sum(wanted.values())
    assert (missed, invented) == ([], [])
    assert count == 1343


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<img src=a.jpg>", [("a.jpg",)]),
        ("<img src=s.jpg srcset='s.jpg 300w, l.jpg 900w, m.jpg 600w'>", [("l.jpg", "m.jpg", "s.jpg")]),
        ("<img src=s.jpg srcset='m.jpg 1.5x, l.jpg 2x'>", [("l.jpg", "m.jpg", "s.jpg")]),
        (
            "<picture><source srcset='x.avif 900w' type=image/avif><source type=image/jxl srcset='x.jxl 2000w'>"
            "<img src=x.jpg></picture>",
            [("x.avif", "x.jpg", "x.jxl")],
        ),
        ("<img src='data:image/gif;base64,R0lG' data-src=a.jpg>", [("a.jpg",)]),
        ("<img src=blank.gif data-original=a.jpg data-srcset='b.jpg 700w'>", [("b.jpg", "a.jpg", "blank.gif")]),
        ("<img src=t.jpg data-large-file=l.jpg data-medium-file=m.jpg>", [("l.jpg", "t.jpg", "m.jpg")]),
        ("<img data-lazy-src=a data-note='see x.jpg' data-json='{\"large\":\"y.jpg\"}'>", [("a",)]),
        ("<img data-src=a.jpg><noscript><img src=a.jpg></noscript>", [("a.jpg",)]),
        ("<noscript><img src=a.jpg></noscript>", [("a.jpg",)]),
        ("<a href=full.jpg><img src=thumb.jpg></a>", [("full.jpg", "thumb.jpg")]),
        ("<a href=full.jpg><span><img src=t1.jpg></span><img src=t2.jpg></a>", [("full.jpg", "t1.jpg"), ("t2.jpg",)]),
        ("<a href=alone.png>x</a><a href='/wiki/File:cat.jpg'>y</a>", [("alone.png",)]),
        ("<a href=page.html><img src=t.jpg></a>", [("t.jpg",)]),
        ("<a rel=nofollow href=full.jpg><img src=t.jpg></a>", [("t.jpg",)]),
        ("<div style=\"background:#fff url('b.png') no-repeat\"></div>", [("b.png",)]),
        ("<style>@font-face{src:url(f.woff)} .a{background-image:url(c.png)}</style>", [("c.png",)]),
        ("<div data-bg=b.jpg></div><div data-src=c.js></div><div data-src=d.jpg></div>", [("b.jpg",), ("d.jpg",)]),
        ("<meta property=og:image content=o.jpg><meta name=twitter:image content=t.jpg>", [("o.jpg",), ("t.jpg",)]),
        (
            "<meta property=og:image content=http://b.test/o.jpg>"
            "<meta property=og:image:secure_url content=https://b.test/o.jpg>",
            [("http://b.test/o.jpg", "https://b.test/o.jpg")],
        ),
        ("<link rel=image_src href=l.jpg><link rel=icon href=i.png>", [("l.jpg",)]),
        ("<meta property=og:image content=s.jpg><img src=s.jpg srcset='l.jpg 900w'>", [("l.jpg", "s.jpg")]),
        ("<img src=a.jpg><img src='a.jpg#x'><img src=./a.jpg>", [("a.jpg",)]),
        ("<!-- <img src=a.jpg> --><script>'<img src=b.jpg>'</script><template><img src=c.jpg></template>", []),
        ("<img src=''><img><img src=#x><img src='javascript:x'><img src=about:blank>", []),
    ],
)  # fmt: skip
def test_what_is_a_picture_and_which_file_is_tried_first(html, expected):
    assert files(html) == expected


def test_a_place_holder_of_many_is_no_file_of_theirs():
    html = "".join(f"<img src=wait.gif data-src={number}.jpg>" for number in range(3))
    assert files(html) == [("0.jpg",), ("wait.gif",), ("1.jpg",), ("2.jpg",)]


def test_title_alt_and_caption_come_along_as_plain_text():
    html = (
        "<figure><img src=a.jpg alt=' A\n cat\u202e '><figcaption>On <b>the</b> roof</figcaption></figure>"
        "<img src=b.jpg title=T alt=" + "x" * 2000 + ">"
    )
    first, second = page(html).pictures
    assert (first.alt, first.title, first.page) == ("A cat", "On the roof", AT)
    assert (second.title, len(second.alt)) == ("T", 512)


@pytest.mark.parametrize(
    ("html", "known", "alt"),
    [
        ("<meta charset=windows-1251><img src=a alt=кот>".encode("cp1251"), {}, "кот"),
        ("<meta http-equiv=Content-Type content='text/html; charset=euc-kr'><img src=a alt=고양이>".encode("euc-kr"),
         {}, "고양이"),
        ("<img src=a alt=猫>".encode("shift-jis"), {"charset": "Shift_JIS"}, "猫"),
        ("<meta charset=latin1><img src=a alt=кот>".encode(), {"charset": "utf-8"}, "кот"),
        ("<img src=a alt=кот>".encode("utf-16"), {"charset": "latin1"}, "кот"),
        ("<meta charset=utf-16><img src=a alt=кот>".encode(), {}, "кот"),
        ("<img src=a alt=кот>".encode(), {"charset": "utf-7"}, "кот"),
        ("<img src=a alt=кот>".encode(), {"charset": "no-such-thing"}, "кот"),
        ("<img src=a alt=Müller>".encode("cp1252"), {}, "Müller"),
        ("<img src=a alt=猫>".encode("gbk"), {"charset": "gb2312"}, "猫"),
        ("<img src=a alt=cat>".encode("utf-16-le"), {"charset": "UTF-16"}, "cat"),
    ],
)  # fmt: skip
def test_any_charset(html, known, alt):
    assert page(html, **known).pictures[0].alt == alt


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("<base href=/m/>", "http://a.test/m/x.jpg"),
        ("<base href='//b.test/'><base href=/ignored/>", "http://b.test/x.jpg"),
        ("<base href='file:///etc/'>", "http://a.test/dir/x.jpg"),
        ("<base href='data:text/html,'>", "http://a.test/dir/x.jpg"),
        ("<base href='https://bücher.test/ä/'>", "https://xn--bcher-kva.test/%C3%A4/x.jpg"),
    ],
)
def test_the_base_address(base, expected):
    assert page(f"{base}<img src=x.jpg>").pictures[0].addresses == (expected,)


@pytest.mark.parametrize("word", ["noai", "noimageai", "noindex", "noimageindex", "none"])
def test_what_a_page_forbids_is_withheld_and_named(word):
    html = "<meta name=Robots content='{}'><img src=a.jpg><a href=b.html>b</a><link rel=stylesheet href=s.css>"
    by_meta, by_header = page(html.format(word.upper())), page(html.format(""), robots_tag=f"otherbot: {word}")
    for found in (by_meta, by_header):
        assert found.pictures == found.sheets == ()
        (picture, reason, detail), *more = found.withheld
        assert (picture.addresses, reason, more) == (("http://a.test/dir/a.jpg",), Reason.NO_AI, [])
        assert word in detail
    assert by_meta.links == (() if word == "none" else ("http://a.test/dir/b.html",))


def test_links_are_pages_each_once_and_not_where_they_must_not_be_followed():
    html = (
        "<a href=b.html#x>1</a><a href=b.html>2</a><a href=#top>3</a><a href='mailto:a@b'>4</a><a href=d.zip>5</a>"
        "<a href=e.html rel='nofollow noopener'>6</a><area href=//c.test/f><a href='javascript:g()'>7</a>"
        "<meta http-equiv=refresh content='5; url=h.html'><link rel=next href=?page=2><a href=page.html>self</a>"
    )
    assert page(html).links == tuple(
        f"http://{one}" for one in ("a.test/dir/b.html", "c.test/f", "a.test/dir/h.html", "a.test/dir/page.html?page=2")
    )
    assert page("<meta name=robots content=nofollow>" + html).links == ()
    assert page(html, robots_tag="nofollow").links == ()


def test_a_picture_that_no_web_address_leads_to_is_told_not_dropped():
    found = page("<img src='ftp://b.test/a.jpg' alt=A><img src='http://[::1/b.jpg'>")
    assert [(one.addresses, reason) for one, reason, _ in found.withheld] == [
        (("ftp://b.test/a.jpg",), Reason.REFUSED_ADDRESS),
        (("http://[::1/b.jpg",), Reason.REFUSED_ADDRESS),
    ]
    (note,) = page(f"<img src='data:image/png;base64,{'A' * 5000}'>").notes
    assert "1 picture" in note


def test_more_than_the_limits_is_said():
    found = page("".join(f"<img src={number}><a href=p{number}>x</a>" for number in range(6000)))
    assert (len(found.pictures), len(found.links)) == (MOST_PICTURES, MOST_LINKS)
    assert "was not read" in found.notes[0]
    only_pictures = page("".join(f"<img src={number}>" for number in range(6000)))
    assert only_pictures.notes == (f"{AT}: only its first 5,000 pictures were taken.",)
    long = page(b"<img src=a.jpg>" + b" " * (5 << 20) + b"<img src=b.jpg>")
    assert len(long.pictures) == 1
    assert "5 MiB" in long.notes[0]


def test_a_long_base_does_not_multiply():
    html = f"<base href='http://a.test/{'a' * 4000}/'>" + "".join(f"<img src=a{number}>" for number in range(9000))
    found = page(html)
    assert sum(len(address) for one in found.pictures for address in one.addresses) < 17 << 20
    assert found.notes


def test_one_picture_has_no_more_files_than_can_be_tried():
    same = "".join(f"<img srcset='same.jpg 9w, {number}.jpg 2w, {number}a.jpg 1w'>" for number in range(3000))
    style = f"<p style='background:image-set({','.join(f'url({number}.png) 1x' for number in range(3000))})'>"
    assert [len(one.addresses) for one in page(same + style).pictures] == [64, 64]


def test_a_style_sheet():
    text = (
        '@charset "utf-8"; @import url(more.css); @import "m2.css" screen; /* url(no.png) */'
        "@font-face { font-family: x; src: url(f.woff2) format('woff2'), url(f.jpg) }"
        ".a:hover { background: url( 'b\\41.png' ), image-set('s.png' 1x, url(l.png) 2x); cursor: url(c.cur) }"
        "@media (min-width: 3px) { .b { --image: url(y.jpg); mask: url(m.svg) } } .c { background: url(end"
    )
    found = read_sheet(PageAt("http://a.test/css/s.css"), text.encode())
    names = [tuple(one.removeprefix("http://a.test/css/") for one in each.addresses) for each in found.pictures]
    assert names == [("bA.png",), ("s.png", "l.png"), ("y.jpg",), ("end",)]
    assert found.sheets == ("http://a.test/css/more.css", "http://a.test/css/m2.css")
