"""What was found on a page so far: each picture once, within limits."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from winnow.base.counted import counted
from winnow.collect.finds import FoundPicture
from winnow.collect.net.robots_tag import forbidding
from winnow.collect.web.address import LONGEST, absolute
from winnow.collect.web.candidates import MOST as MOST_FILES
from winnow.collect.web.page import Page
from winnow.domain.image import Reason

MOST_LINKS = 5_000
_MOST_LINKS_SEEN = 4 * MOST_LINKS
"""Repetitions and links to picture files among them."""

MOST_PICTURES = 5_000
MOST_SHEETS = 50
MOST_CHARACTERS = 16 << 20
"""Of all addresses together: a long base address would multiply without end."""

_TEXT = 512
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]+")


def plain(text: str | None) -> str:
    """Return *text* on one line, without control characters and marks of direction, 512 characters at most."""
    return " ".join(_UNSEEN.sub(" ", (text or "")[: 8 * _TEXT]).split())[:_TEXT]


@dataclass(slots=True)
class _Picture:
    addresses: tuple[str, ...]
    place_holder: str
    title: str
    alt: str


class Gathered:
    """Pictures, links and sheets of one page as they come."""

    def __init__(self, page: str, directives: Iterable[str] = ()) -> None:
        self._page = page
        self._directives = set(directives)
        self._pictures: list[_Picture] = []
        self._refused: dict[str, tuple[str, str]] = {}
        self._links: dict[str, None] = {}
        self._sheets: dict[str, None] = {}
        self._notes: dict[str, None] = {}
        self._characters = 0
        self._inline = 0
        self._links_seen = 0

    @property
    def is_full(self) -> bool:
        """Whether nothing more is taken."""
        return self._characters >= MOST_CHARACTERS or (
            len(self._pictures) >= MOST_PICTURES and len(self._links) >= MOST_LINKS
        )

    def is_full_of(self, tag: str) -> bool:
        """Whether no more of what elements of *tag* name is taken; the first that is left out is noted."""
        if tag in ("img", "amp-img") and len(self._pictures) >= MOST_PICTURES:
            self._note_pictures()
            return True
        if tag in ("a", "area"):
            self._links_seen += 1
            if len(self._links) >= MOST_LINKS or self._links_seen > _MOST_LINKS_SEEN:
                self._note_links()
                return True
        return False

    def _note_pictures(self) -> None:
        self.note(f"only its first {MOST_PICTURES:,} pictures were taken")

    def _note_links(self) -> None:
        self.note(f"only its first {MOST_LINKS:,} links were taken")

    def direct(self, directives: Iterable[str]) -> None:
        """Take what a meta element says to robots."""
        self._directives.update(directives)

    def note(self, words: str) -> None:
        """Take a remark about the page, once."""
        self._notes[words] = None

    def add(self, addresses: tuple[str, ...], title: str = "", alt: str = "", place_holder: str = "") -> None:
        """Take a picture; *place_holder* is the one among *addresses* that a script replaces."""
        if not addresses:
            return
        if len(self._pictures) >= MOST_PICTURES:
            self._note_pictures()
            return
        if not self._has_room(addresses):
            return
        self._pictures.append(_Picture(addresses[:MOST_FILES], place_holder, plain(title), plain(alt)))

    def add_files(self, base: str, files: Iterable[str], title: str = "") -> None:
        """Take the files of one picture as a style sheet or a meta element writes them."""
        found = (absolute(base, file) for file in files)
        self.add(tuple(dict.fromkeys(one for one in found if one is not None)), title)

    def add_inline(self) -> None:
        """Count a picture that is written into the page itself."""
        self._inline += 1

    def refuse(self, written: str, title: str, alt: str) -> None:
        """Take the address of a picture that is none of http or https, or that cannot be understood."""
        if len(self._refused) < MOST_PICTURES and self._has_room((written,)):
            self._refused.setdefault(plain(written[:LONGEST]), (plain(title), plain(alt)))

    def add_link(self, address: str | None) -> None:
        """Take a link to another page."""
        if address is None or address in self._links or address == self._page:
            return
        if len(self._links) >= MOST_LINKS:
            self._note_links()
        elif self._has_room((address,)):
            self._links[address] = None

    def add_sheet(self, address: str | None) -> None:
        """Take a style sheet."""
        if address is None or address in self._sheets:
            return
        if len(self._sheets) >= MOST_SHEETS:
            self.note(f"only its first {MOST_SHEETS} style sheets were taken")
        elif self._has_room((address,)):
            self._sheets[address] = None

    def _has_room(self, addresses: tuple[str, ...]) -> bool:
        self._characters += sum(map(len, addresses))
        if self._characters >= MOST_CHARACTERS:
            self.note("its addresses are so long that the rest of it was not read")
            return False
        return True

    def page(self) -> Page:
        """Return all of it, with what the page itself forbids withheld."""
        pictures = tuple(
            FoundPicture(one.addresses, self._page, one.title, one.alt) for one in _each_once(self._pictures)
        )
        refused = tuple(
            (FoundPicture((address,), self._page, title, alt), Reason.REFUSED_ADDRESS, "it is no http or https address")
            for address, (title, alt) in self._refused.items()
        )
        forbidden = forbidding(self._directives)
        if forbidden:
            refused += tuple((one, Reason.NO_AI, f"the page says {forbidden}") for one in pictures)
            pictures = ()
        if self._inline:
            count = counted(self._inline, "picture is", "pictures are")
            self.note(f"{count} written into the page itself (data:) and not collected")
        follows = {"nofollow", "none"}.isdisjoint(self._directives)
        notes = tuple(f"{self._page}: {words}." for words in self._notes)
        sheets = () if forbidden else tuple(self._sheets)
        return Page(pictures, refused, tuple(self._links) if follows else (), sheets, notes)


def _each_once(pictures: list[_Picture]) -> list[_Picture]:
    """Return the pictures without repetitions: those that begin alike are one, and those all of whose files
    belong to another are none. A place holder that several share is a picture of its own, not a file of theirs.
    """
    shared = _shared_place_holders(pictures)
    merged: dict[str, _Picture] = {}
    for picture in [one for old in pictures for one in _parted(old, shared)]:
        first = picture.addresses[0]
        known = merged.get(first)
        if known is None:
            merged[first] = picture
        else:
            both = tuple(dict.fromkeys(known.addresses + picture.addresses))[:MOST_FILES]
            merged[first] = replace(
                known, addresses=both, title=known.title or picture.title, alt=known.alt or picture.alt
            )
    owners: dict[str, list[str]] = {}
    for first, picture in merged.items():
        for address in picture.addresses[1:]:
            owners.setdefault(address, []).append(first)
    return [one for one in merged.values() if not _belongs_to_another(one, merged, owners)]


def _shared_place_holders(pictures: list[_Picture]) -> set[str]:
    users: dict[str, set[str]] = {}
    for picture in pictures:
        if picture.place_holder and picture.place_holder != picture.addresses[0]:
            users.setdefault(picture.place_holder, set()).add(picture.addresses[0])
    return {address for address, firsts in users.items() if len(firsts) > 1}


def _parted(picture: _Picture, shared: set[str]) -> list[_Picture]:
    if picture.place_holder not in shared or picture.place_holder == picture.addresses[0]:
        return [picture]
    rest = tuple(one for one in picture.addresses if one != picture.place_holder)
    return [replace(picture, addresses=rest), _Picture((picture.place_holder,), "", "", "")]


def _belongs_to_another(picture: _Picture, merged: dict[str, _Picture], owners: dict[str, list[str]]) -> bool:
    """Whether all files of *picture* are further files of one other picture."""
    files = frozenset(picture.addresses)
    candidates = owners.get(picture.addresses[0], ())
    return any(files <= frozenset(merged[owner].addresses) for owner in candidates[:8])
