"""The pages of the sample site: an index, galleries by kind and page, a page each for some of the pictures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

import numpy as np

from winnow.collect.sample.catalogue import Entry, Serving, Showing, Sort
from winnow.collect.sample.drawing import KINDS

_MOST_ON_A_PAGE = 48
_ON_INDEX = 4
_NO_PICTURE = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
_LICENCE = '<a rel="license" href="https://creativecommons.org/publicdomain/zero/1.0/">CC0</a>'


class Pages:
    """All pages below one root, such as ``/240-7/``, as HTML by their path."""

    def __init__(self, root: str, entries: Sequence[Entry], seed: int) -> None:
        self._root = root
        rng = np.random.default_rng([seed, len(entries), 1])
        self._mixed = [entries[at] for at in rng.permutation(len(entries))]
        self.by_path = {root: self._index()}
        for kind in KINDS:
            self.by_path.update(self._galleries(kind))
        for entry in entries:
            if entry.showing is Showing.DETAIL:
                self.by_path[self._detail_path(entry)] = self._detail(entry)

    def path_of(self, entry: Entry) -> str:
        """Return the path that the pages name for *entry*; its last folder is its kind."""
        folder = _FOLDERS.get(entry.sort) or ("moved" if entry.serving is Serving.REDIRECTED else "pictures")
        return f"{self._root}{folder}/{entry.kind}/{entry.name}"

    def direct_path_of(self, entry: Entry) -> str:
        """Return the path that the file itself lies at, once all redirects were followed."""
        return self.path_of(entry).replace(f"{self._root}moved/", f"{self._root}pictures/", 1)

    def small_path_of(self, entry: Entry) -> str:
        """Return the path of a small version of *entry*."""
        return f"{self._root}small/{entry.kind}/{entry.name.rpartition('.')[0]}.jpg"

    def robots(self) -> str:
        """Return the site's robots.txt."""
        return f"User-agent: *\nDisallow: {self._root}private/\n"

    def _index(self) -> str:
        newest = [entry for entry in self._mixed if _is_ordinary(entry)][:_ON_INDEX]
        # The galleries name these once more: a picture that two pages show is one picture.
        shown = "".join(self._figure(entry, Showing.PLAIN) for entry in newest)
        shown += "".join(self._figure(one, one.showing) for one in self._mixed if one.sort is Sort.SECOND_ADDRESS)
        links = "".join(f'<li><a href="{self._root}gallery/{kind}/">All {kind}s</a></li>' for kind in KINDS)
        head = f'<meta property="og:image" content="{self.path_of(newest[0])}">' if newest else ""
        return _page("Cats and dogs", f"<ul>{links}</ul><h2>New here</h2>{shown}", head)

    def _galleries(self, kind: str) -> Iterable[tuple[str, str]]:
        here = [one for one in self._mixed if one.kind == kind and one.sort not in _ELSEWHERE]
        size = min(_MOST_ON_A_PAGE, -(-len(here) // 2)) or 1
        parts = [here[at : at + size] for at in range(0, len(here), size)] or [[]]
        paths = [
            f"{self._root}gallery/{kind}/" + (f"page-{at}.html" if at > 1 else "") for at in range(1, len(parts) + 1)
        ]
        withheld = [one for one in self._mixed if one.kind == kind and one.sort is Sort.WITHHELD]
        painted = f"{self._root}gallery/{kind}/painted.html"
        links = "".join(f'<a href="{path}">{at}</a> ' for at, path in enumerate(paths, start=1))
        if withheld:
            links += f'<a href="{painted}">painted ones</a>'
            shown = "".join(self._figure(one, one.showing) for one in withheld)
            yield painted, _page(f"Painted {kind}s", shown, '<meta name="robots" content="noai, noimageai">')
        for at, (path, part) in enumerate(zip(paths, parts, strict=True), start=1):
            shown = "".join(self._figure(one, one.showing) for one in part)
            yield path, _page(f"{kind.title()}s, page {at}", f"{shown}<nav>{links}</nav>")

    def _detail_path(self, entry: Entry) -> str:
        return f"{self._root}detail/{entry.kind}/{entry.number + 1}.html"

    def _detail(self, entry: Entry) -> str:
        head = f'<meta property="og:image" content="{self.path_of(entry)}">'
        return _page(entry.alt, f"{self._figure(entry, Showing.PLAIN)}<p>{_LICENCE}</p>", head)

    def _figure(self, entry: Entry, showing: Showing) -> str:
        if showing is Showing.DETAIL:
            return f'<p><a href="{self._detail_path(entry)}">{escape(entry.alt)}</a></p>\n'
        shown = self._shown(entry, showing)
        return f"<figure>{shown}<figcaption>{escape(entry.alt)}</figcaption></figure>\n"

    def _shown(self, entry: Entry, showing: Showing) -> str:
        large, small, alt = self.path_of(entry), self.small_path_of(entry), escape(entry.alt, quote=True)
        match showing:
            case Showing.SRCSET:
                return f'<img src="{small}" srcset="{small} 320w, {large} 1200w" sizes="50vw" alt="{alt}">'
            case Showing.LAZY:
                later = f'<noscript><img src="{large}" alt="{alt}"></noscript>'
                return f'<img src="{_NO_PICTURE}" data-src="{large}" loading="lazy" alt="{alt}">{later}'
            case Showing.LINKED:
                return f'<a href="{large}"><img src="{small}" alt="{alt}"></a>'
            case Showing.CHOICE:
                return f'<picture><source srcset="{small} 1x, {large} 3x"><img src="{small}" alt="{alt}"></picture>'
            case Showing.BACKGROUND:
                return f'<div role="img" aria-label="{alt}" style="background-image: url(\'{large}\')"></div>'
            case _:
                return f'<img src="{large}" alt="{alt}" title="{alt}">'


_FOLDERS = {Sort.BLOCKED: "private", Sort.SECOND_ADDRESS: "best"}
_ELSEWHERE = (Sort.WITHHELD, Sort.SECOND_ADDRESS)


def _is_ordinary(entry: Entry) -> bool:
    return entry.sort is Sort.DRAWING and entry.serving is Serving.AT_ONCE and entry.showing is Showing.PLAIN


def _page(title: str, body: str, head: str = "") -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>{head}</head>\n'
        f"<body><h1>{escape(title)}</h1>\n{body}</body></html>\n"
    )
