"""What the reading process does with pages and sheets."""

from __future__ import annotations

from winnow.collect.reading.task import Task
from winnow.collect.web.extraction import read_page, read_sheet
from winnow.collect.web.page import Page, PageAt


def _page(at: PageAt, data: bytes) -> tuple[Page, bytes]:
    return read_page(at, data), b""


def _sheet(at: PageAt, data: bytes) -> tuple[Page, bytes]:
    return read_sheet(at, data), b""


_EXAMPLE = """<!doctype html><meta charset=latin1><meta name=robots content="noai, nofollow">
<base href=/a/><link rel=stylesheet href=a.css><style>a{background:url('b.png')}</style>
<a href="//b\u00fccher.test/c.jpg"><picture>
<source srcset="d.webp 2x"><img src=e.jpg alt=f data-src=g.jpg></picture></a>
<p>&eacute;<noscript><img src=h.jpg></noscript><template><img></template><a href=i>"""
_AT = PageAt("http://example.test/", robots_tag="noindex")

PAGE = Task(
    "page", PageAt, Page, _page, tuple((_AT, _EXAMPLE.encode(codec)) for codec in ("utf-8", "latin-1", "utf-16"))
)
"""HTML to its pictures and links."""

SHEET = Task("sheet", PageAt, Page, _sheet, ((_AT, b'@charset "big5"; a{background:url(a.png)}'),))
"""CSS to its pictures."""
