from __future__ import annotations

import time

import pytest

from winnow.collect.sources.drive_pages import folder_page, in_place_of_file
from winnow.collect.sources.interface import plain_line
from winnow.collect.sources.tags import Tag, tags_of


def test_tags_attributes_and_text():
    tags = list(tags_of("""a &amp; b<A HREF="x?a=1&amp;b=2" target='_blank' data-x=3 hidden>c<br/>d</A>e < f"""))
    assert tags == [
        Tag("", {}, "a & b"),
        Tag("a", {"href": "x?a=1&b=2", "target": "_blank", "data-x": "3"}, "c"),
        Tag("br", {}, "d"),
        Tag("/a", {}, "e "),
        Tag("", {}, "< f"),
    ]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a<!-- <b>x</b> -->b", "ab"),
        ("a<!-- x -->b<!-- y --><i>c</i>", "abc"),
        ("a<script>if (x < 1) { '<b>' }</script>b", "ab"),
        ("<style>p { }</style>a<p>b</p>c", "a b c"),
        ("a<br>b", "a b"),
        ("1 < 2 &lt; 3 &#38; 4", "1 < 2 < 3 & 4"),
        ("<b>never closed", "never closed"),
        ("<!DOCTYPE html>x", "x"),
        ("<script>never closed", ""),
    ],
)
def test_plain_text_is_what_a_reader_would_see(text, plain):
    assert plain_line(text) == plain


def test_a_reference_by_an_endless_number_stays_as_it_is():
    assert plain_line(f"&#{'9' * 6000};").startswith("&#999")


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<a ",
        "<!--",
        '<a href="',
        "&#",
        "</",
        "<script>",
        "<a" + "/" * 9,
        "<title>",
        "<?",
        "'",
        "<a x='\"",
        "&#9",
        "-->",
    ],
)
def test_pages_made_to_be_slow_are_not(piece):
    page = (piece * (100_000 // len(piece))).encode()
    begun = time.perf_counter()
    folder_page(page)
    in_place_of_file(page, "https://drive.google.com/uc")
    plain_line(page.decode())
    assert time.perf_counter() - begun < 5
