"""The pictures and links of a page: a pure function of its bytes. Run it in the reading process only."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from winnow.collect.net.robots_tag import directives
from winnow.collect.web import css
from winnow.collect.web.address import absolute
from winnow.collect.web.charset import page_text, sheet_text
from winnow.collect.web.elements import SELECTOR, Reading
from winnow.collect.web.gathered import Gathered
from winnow.collect.web.page import Page, PageAt

MOST_BYTES = 5 << 20
"""Of a page or a sheet; what follows is not read."""


def read_page(at: PageAt, data: bytes) -> Page:
    """Return every picture of the page, with all its files, and its links.

    A picture is an img with its srcset, its picture's sources, the attributes
    of late-loading scripts and the full-size file that it links to; an
    og:image or twitter:image; a link that names a picture file; a CSS
    background. Only http and https addresses are named. Pictures written into
    the page itself (data:) are told in a note only.
    """
    gathered = Gathered(at.address, directives(at.robots_tag))
    _note_cut(gathered, data)
    tree = LexborHTMLParser(page_text(data[:MOST_BYTES], at.charset))
    reading = Reading(gathered, at.address)
    for node in tree.css(SELECTOR):
        if gathered.is_full:
            gathered.note("it names more than is taken of one page, and the rest of it was not read")
            break
        reading.take(node)
    reading.end()
    return gathered.page()


def read_sheet(at: PageAt, data: bytes) -> Page:
    """Return the pictures that a style sheet names, and the sheets that it imports."""
    gathered = Gathered(at.address, directives(at.robots_tag))
    _note_cut(gathered, data)
    sheet = css.rules(sheet_text(data[:MOST_BYTES], at.charset))
    for files in sheet.pictures:
        gathered.add_files(at.address, files)
    for address in sheet.imports:
        gathered.add_sheet(absolute(at.address, address))
    return gathered.page()


def _note_cut(gathered: Gathered, data: bytes) -> None:
    if len(data) > MOST_BYTES:
        gathered.note(f"only its first {MOST_BYTES >> 20} MiB were read")
