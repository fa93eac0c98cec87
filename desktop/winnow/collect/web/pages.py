"""Web pages as a source of pictures.

`WebPages` is frozen and does no parsing of its own: it hands each answer to
the reader that it was given. Whoever makes the source makes the reader, and
closes it when the crawl is over::

    with Reader() as reader:
        source = WebPages(addresses, depth=1, same_site=True, reader=reader)
        ...

`read` may be called from several threads; one process reads for all of them.
A reader starts its process when it is first asked, and may be pickled.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from w3lib.encoding import http_content_type_encoding

from winnow.base.errors import UserError
from winnow.collect.finds import Answer, Finds, FoundPicture, Manners, Visit
from winnow.collect.net.addresses import canonical
from winnow.collect.reading.reader import Reads
from winnow.collect.reading.task import ReadingRefused
from winnow.collect.web.address import names_picture_file
from winnow.collect.web.page import Page, PageAt
from winnow.collect.web.tasks import PAGE, SHEET
from winnow.domain.image import Reason
from winnow.vision.refusal import PictureRefused
from winnow.vision.sniff import sniff

_BEYOND_FOR_SHEETS = 2
"""A sheet counts as one link away from its page, and so does what it imports: a chain of imports must end."""


class NoAddress(UserError):
    """Pages were to be crawled, and none was named."""

    def __init__(self) -> None:
        super().__init__("No page was named. Give the address of at least one.")


@dataclass(frozen=True)
class WebPages:
    """Pages from *addresses* on, breadth first.

    Pictures are taken wherever they lie; only pages are bound to the site. A
    page is on the same site when its host is that of an address one began
    with, or a sub-domain of it, ``www.`` not counted: from www.example.org
    on, that is example.org and everything below it, from cats.example.org on
    it is cats.example.org and everything below that.
    """

    addresses: tuple[str, ...]
    depth: int
    """How many links away from *addresses* pages are read; 0 is those pages alone."""
    same_site: bool
    reader: Reads = field(compare=False, repr=False)
    """What reads the pages, in another process."""

    @property
    def manners(self) -> Manners:
        """Robots' rules hold."""
        return Manners()

    def start(self) -> Finds:
        """Return the pages to begin with; an address that ends as a picture file does is a picture.

        Raises:
            NoAddress: there is none.
            FetchRefused: one is no address of a page.
        """
        begin = [canonical(one) for one in self.addresses]
        if not begin:
            raise NoAddress
        pictures = tuple(FoundPicture((one,)) for one in begin if names_picture_file(one))
        visits = tuple(Visit(one) for one in begin if not names_picture_file(one))
        return Finds(pictures, visits)

    def read(self, visit: Visit, answer: Answer) -> Finds:
        """Return the pictures of a page or a style sheet, and the pages and sheets to go on with.

        Raises:
            ReadingRefused: it is none of both, or cannot be read.
            WorkerUnavailable: the reading process cannot be started.
        """
        if _is_picture(answer.content):
            return Finds((FoundPicture((answer.address,), visit.address),))
        kind = answer.headers.get("content-type", "")
        at = PageAt(answer.address, http_content_type_encoding(kind) or "", answer.headers.get("x-robots-tag", ""))
        if "text/css" in kind.lower():
            sheet, _ = self.reader.read(SHEET, at, answer.content, answer.address)
            return self._finds(sheet, visit, ())
        if visit.depth > self.depth:
            raise ReadingRefused(Reason.UNSUPPORTED, "it is no style sheet", answer.address)
        if not _may_be_page(kind.lower(), answer.content):
            raise ReadingRefused(Reason.UNSUPPORTED, f"it is no page ({kind.split(';')[0].strip()})", answer.address)
        sites = self._sites(visit, answer)
        if self.same_site and not _is_on(_host(answer.address), sites):
            raise ReadingRefused(Reason.UNSUPPORTED, "it was moved to another site", visit.address)
        page, _ = self.reader.read(PAGE, at, answer.content, answer.address)
        return self._finds(page, visit, self._onward(page.links, visit, sites))

    def _finds(self, page: Page, visit: Visit, links: Iterable[str]) -> Finds:
        further = visit.depth + 1
        visits = [Visit(link, further) for link in links]
        if further <= self.depth + _BEYOND_FOR_SHEETS:
            # Beyond the depth, so that a page that answers for a sheet is not read as one.
            visits += [Visit(sheet, max(further, self.depth + 1)) for sheet in page.sheets]
        return Finds(page.pictures, tuple(visits), page.withheld, page.notes)

    def _onward(self, links: Iterable[str], visit: Visit, sites: frozenset[str]) -> Iterable[str]:
        if visit.depth >= self.depth:
            return ()
        if not self.same_site:
            return links
        return [link for link in links if _is_on(_host(link), sites)]

    def _sites(self, visit: Visit, answer: Answer) -> frozenset[str]:
        # Where a first page was moved to another host, that is the site, and it was when *visit* was named.
        homes = [*map(canonical, self.addresses), visit.address, *((answer.address,) if visit.depth == 0 else ())]
        return frozenset(_site(home) for home in homes)


def _is_picture(content: bytes) -> bool:
    try:
        sniff(content)
    except PictureRefused:
        return False
    return True


def _may_be_page(kind: str, content: bytes) -> bool:
    if "html" in kind or "xml" in kind:
        return "svg" not in kind
    unsure = not kind or kind.startswith(("text/plain", "application/octet-stream"))
    return unsure and b"<" in content[:1024]


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removesuffix(".")


def _site(address: str) -> str:
    return _host(address).removeprefix("www.")


def _is_on(host: str, sites: frozenset[str]) -> bool:
    parts = host.split(".")
    return any(".".join(parts[at:]) in sites for at in range(len(parts)))
