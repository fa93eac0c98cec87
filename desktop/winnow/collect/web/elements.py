"""Which element of a page says what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from winnow.collect.net.robots_tag import directives
from winnow.collect.web import css
from winnow.collect.web.address import absolute, may_be_page, names_picture_file
from winnow.collect.web.candidates import best_first, files_of, is_inline
from winnow.collect.web.gathered import MOST_PICTURES, Gathered, plain

_BACKGROUNDS = ("data-bg", "data-background", "data-background-image", "data-background-src", "data-bg-src")
_LAZY_BACKGROUNDS = (*_BACKGROUNDS, "data-src", "data-lazy-bg", "data-hires", "data-image")
"""On elements that are no img; the last three only where they end as a picture file does."""

SELECTOR = ", ".join(
    (
        "base[href], meta[content], link[href], style, img, image, amp-img, a[href], area[href], frame[src]",
        "[style]",
        "body[background], table[background], td[background], th[background]",
        *(f"[{name}]" for name in _LAZY_BACKGROUNDS),
    )
)
_CLIMB = 24
"""How far up from an img its link and figure are looked for: pages can be nested without end."""

_SIBLINGS = 64
_STYLE_CHARACTERS = 1 << 20
_ROBOTS = ("robots", "winnow")
"""Names of a meta element that speaks to us."""

_META_PICTURES = ("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src")
_REFRESH = re.compile(r"\s*[\d.]+\s*[;,]?\s*url\s*=\s*[\"']?([^\"']+)", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"\s*(?:ftp|file|[a-z]):", re.IGNORECASE)


class Reading:
    """Takes a page's elements in their order and puts what they name into *gathered*."""

    def __init__(self, gathered: Gathered, address: str) -> None:
        self._gathered = gathered
        self._address = self._base = address
        self._has_base = False
        self._seen = 0
        self._full_size: dict[int, tuple[str, str]] = {}
        """Links to picture files that no img was found in yet: by the element, address and title."""
        self._og_title = ""
        self._shared_pictures: list[list[str]] = []
        """Those for when the page is shared, each with its address for https; the title may come after them."""
        self._captions: dict[int, str] = {}
        self._style_left = _STYLE_CHARACTERS

    def take(self, node: LexborNode) -> None:
        """Take the next element; one that the selector gave twice is taken once."""
        if node.mem_id == self._seen:
            return
        self._seen = node.mem_id
        tag = node.tag or ""
        if self._gathered.is_full_of(tag):
            return
        attributes = node.attributes
        if tag in ("img", "amp-img"):
            self._take_img(node, attributes)
        elif tag in ("a", "area"):
            self._take_link(node, attributes)
        elif tag == "style":
            self._take_style(node.text())
        elif tag in ("base", "meta", "link", "frame"):
            self._take_head(tag, attributes)
        if tag not in ("img", "amp-img", "source"):
            self._take_backgrounds(attributes)
        style = attributes.get("style")
        if style and "(" in style:
            self._take_sheet(css.declarations(style))

    def end(self) -> None:
        """Take what had to wait for the whole page: pictures for sharing it, links to picture files without an img."""
        for files in self._shared_pictures:
            self._gathered.add_files(self._base, files[:_SIBLINGS], self._og_title)
        for address, title in self._full_size.values():
            self._gathered.add((address,), title)

    def _take_img(self, node: LexborNode, attributes: dict[str, str | None]) -> None:
        files = list(files_of(self._base, attributes))
        for source in _sources_of(node):
            files += files_of(self._base, source)
        addresses = best_first(files)
        title = attributes.get("title") or ""
        alt = attributes.get("alt") or ""
        written = attributes.get("src")
        if not addresses:
            self._take_unusable(written, title, alt)
            return
        place_holder = absolute(self._base, written or "") or ""
        for parent in _ancestors(node):
            if parent.tag == "figure" and not title:
                title = self._caption_of(parent)
            elif parent.tag == "a" and parent.mem_id in self._full_size:
                full, words = self._full_size.pop(parent.mem_id)
                addresses = tuple(dict.fromkeys((full, *addresses)))
                title = title or words
        self._gathered.add(addresses, title, alt, place_holder)

    def _caption_of(self, figure: LexborNode) -> str:
        if figure.mem_id not in self._captions:
            caption = figure.css_first("figcaption")
            self._captions[figure.mem_id] = plain(caption.text()) if caption is not None else ""
        return self._captions[figure.mem_id]

    def _take_unusable(self, written: str | None, title: str, alt: str) -> None:
        if is_inline(written):
            self._gathered.add_inline()
        elif written and (_OTHER_SCHEME.match(written) or re.match(r"\s*(?:https?:)?//", written)):
            self._gathered.refuse(written, title, alt)

    def _take_link(self, node: LexborNode, attributes: dict[str, str | None]) -> None:
        if "nofollow" in (attributes.get("rel") or "").lower().split():
            return
        address = absolute(self._base, attributes.get("href") or "")
        if address is None:
            return
        if names_picture_file(address):
            if len(self._full_size) < MOST_PICTURES:
                self._full_size[node.mem_id] = (address, attributes.get("title") or "")
        elif may_be_page(address):
            self._gathered.add_link(address)

    def _take_head(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag == "base":
            if not self._has_base:
                self._has_base = True
                self._base = absolute(self._address, attributes.get("href") or "") or self._address
        elif tag == "meta":
            self._take_meta(attributes)
        elif tag == "frame":
            self._gathered.add_link(absolute(self._base, attributes.get("src") or ""))
        else:
            self._take_relation(attributes)

    def _take_meta(self, attributes: dict[str, str | None]) -> None:
        name = (attributes.get("property") or attributes.get("name") or "").strip().lower()
        content = attributes.get("content") or ""
        if name in _ROBOTS:
            self._gathered.direct(directives(content))
        elif name in ("og:title", "twitter:title"):
            self._og_title = self._og_title or content
        elif name == "og:image:secure_url" and self._shared_pictures:
            self._shared_pictures[-1].append(content)
        elif name in _META_PICTURES and len(self._shared_pictures) < _SIBLINGS:
            self._shared_pictures.append([content])
        elif (attributes.get("http-equiv") or "").strip().lower() == "refresh":
            target = _REFRESH.match(content)
            self._gathered.add_link(absolute(self._base, target[1]) if target else None)

    def _take_relation(self, attributes: dict[str, str | None]) -> None:
        relations = (attributes.get("rel") or "").lower().split()
        address = absolute(self._base, attributes.get("href") or "")
        if address is None:
            return
        if "image_src" in relations:
            self._gathered.add((address,), self._og_title)
        elif "stylesheet" in relations and "alternate" not in relations:
            self._gathered.add_sheet(address)
        elif "next" in relations or "prev" in relations:
            self._gathered.add_link(address)

    def _take_backgrounds(self, attributes: dict[str, str | None]) -> None:
        for name in ("background", *_LAZY_BACKGROUNDS):
            value = attributes.get(name)
            if not value or len(value) > 2 * 4096:
                continue
            if "url(" in value:
                self._take_sheet(css.declarations(f"background:{value}"))
                continue
            address = absolute(self._base, value)
            if address is not None and (name in _BACKGROUNDS or name == "background" or names_picture_file(address)):
                self._gathered.add((address,))

    def _take_style(self, text: str) -> None:
        if len(text) > self._style_left:
            self._gathered.note(f"only the first {_STYLE_CHARACTERS >> 10} KiB of its styles were read")
        self._take_sheet(css.rules(text[: self._style_left]))
        self._style_left -= min(len(text), self._style_left)

    def _take_sheet(self, sheet: css.Sheet) -> None:
        for files in sheet.pictures:
            self._gathered.add_files(self._base, files)
        for address in sheet.imports:
            self._gathered.add_sheet(absolute(self._base, address))


def _ancestors(node: LexborNode) -> Iterator[LexborNode]:
    parent = node.parent
    for _ in range(_CLIMB):
        if parent is None:
            return
        yield parent
        parent = parent.parent


def _sources_of(node: LexborNode) -> Iterator[dict[str, str | None]]:
    """Yield the attributes of the source elements before an img in its picture."""
    parent = node.parent
    if parent is None or parent.tag != "picture":
        return
    before = node.prev
    for _ in range(_SIBLINGS):
        if before is None:
            return
        if before.tag == "source":
            yield before.attributes
        before = before.prev
