"""Reads the pages that Google Drive shows for shared folders, and in place of a file."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from winnow.collect.sources.interface import line

ID = r"[-\w]{10,}"
_FILE = re.compile(rf"/file/(?:u/\d+/)?d/({ID})", re.ASCII)
_FOLDER = re.compile(rf"/(?:drive|mobile)/(?:u/\d+/|mobile/)*folders/({ID})|/folders/({ID})", re.ASCII)
_NATIVE = re.compile(rf"^/(\w+)/(?:u/\d+/)?d/(?:e/)?({ID})", re.ASCII)
_SCRIPTED = re.compile(r'"downloadUrl":"([^"]+)"')
_SIGN_IN = ("/servicelogin", "/signin", "/v3/signin", "/accountchooser")


class EntryKind(enum.Enum):
    """What an entry of a folder is."""

    FILE = "file"
    FOLDER = "folder"
    NATIVE = "native"
    """A document of Google's own (Docs, Sheets, Slides, Forms), which has no bytes as a file."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a link of Drive leads to; *what* is the kind of a document of Google's own."""

    kind: EntryKind
    id: str
    what: str = ""
    key: str = ""
    """The resource key, which links to older files carry and need."""


@dataclass(frozen=True, slots=True)
class FolderPage:
    """A shared folder as its page lists it: its name, and (target, name) of each entry."""

    title: str
    entries: tuple[tuple[Target, str], ...]


@dataclass(frozen=True, slots=True)
class InPlaceOfFile:
    """A page that came where a file was asked for."""

    address: str = ""
    """Where the file itself is after all, absolute; "" where the page leads nowhere."""
    refusal: str = ""
    """Why there is no file, in Drive's words."""
    title: str = ""


def target_of(address: str) -> Target | None:
    """Return what a link leads to by its path alone, whatever its host; None for no link of Drive."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    query = dict(parse_qsl(parts.query))
    key = query.get("resourcekey", "")
    if match := _FOLDER.search(parts.path):
        return Target(EntryKind.FOLDER, match[1] or match[2], key=key)
    if match := _FILE.search(parts.path):
        return Target(EntryKind.FILE, match[1], key=key)
    if match := _NATIVE.match(parts.path):
        return Target(EntryKind.NATIVE, match[2], match[1], key)
    last = parts.path.rstrip("/").rpartition("/")[2]
    if not re.fullmatch(ID, query.get("id", ""), re.ASCII):
        return None
    if last in ("folderview", "embeddedfolderview"):
        return Target(EntryKind.FOLDER, query["id"], key=key)
    return Target(EntryKind.FILE, query["id"], key=key) if last in ("uc", "download", "thumbnail") else None


def asks_to_sign_in(address: str) -> bool:
    """Say whether an answer's *address* shows that a redirect led to Google's sign-in."""
    parts = urlsplit(address)
    return parts.hostname == "accounts.google.com" or parts.path.casefold().startswith(_SIGN_IN)


def says_automatic(address: str) -> bool:
    """Say whether a redirect led to the page on which Google asks whether a person is there."""
    return urlsplit(address).path.startswith("/sorry")


def folder_page(content: bytes) -> FolderPage:
    """Return what a folder's page lists, in its order, each entry once."""
    reader = _Links()
    reader.feed(content.decode("utf-8", "replace"))
    reader.close()
    entries: dict[str, tuple[Target, str]] = {}
    for address, name in reader.links:
        target = target_of(address)
        if target is not None:
            entries.setdefault(target.id, (target, line(name)))
    return FolderPage(line(reader.title), tuple(entries.values()))


def in_place_of_file(content: bytes, address: str) -> InPlaceOfFile:
    """Return what a page says that came from *address* in place of a file."""
    text = content.decode("utf-8", "replace")
    reader = _Links()
    reader.feed(text)
    reader.close()
    title = line(reader.title)
    if reader.refusal:
        return InPlaceOfFile(refusal=line(reader.refusal), title=title)
    if reader.form_action:
        parts = urlsplit(urljoin(address, reader.form_action))
        query = dict(parse_qsl(parts.query)) | reader.fields
        return InPlaceOfFile(parts._replace(query=urlencode(query), fragment="").geturl(), title=title)
    for link, _name in reader.links:
        if "/uc?" in link and "confirm=" in link:
            return InPlaceOfFile(urljoin(address, link), title=title)
    if match := _SCRIPTED.search(text):
        plain = match[1].replace("\\u003d", "=").replace("\\u0026", "&").replace("\\/", "/")
        return InPlaceOfFile(urljoin(address, plain), title=title)
    return InPlaceOfFile(title=title)


class _Links(HTMLParser):
    """Gathers title, links with their text, the download form and the words of a refusal."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ""
        self.links: list[tuple[str, str]] = []
        self.form_action = ""
        self.fields: dict[str, str] = {}
        self.refusal = ""
        self._within = ""
        self._link: str | None = None
        self._text: list[str] = []
        self._in_form = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "a":
            self._end_link()
            self._link = told.get("href", "")
        elif tag == "title":
            self._within = "title"
        elif tag == "form" and told.get("id") == "download-form":
            self.form_action, self._in_form = told.get("action", ""), True
        elif tag == "input" and self._in_form and told.get("name"):
            self.fields[told["name"]] = told.get("value", "")
        elif "uc-error-subcaption" in told.get("class", "").split():
            self._within = "refusal"

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._end_link()
        elif tag == "form":
            self._in_form = False
        if (tag == "title" and self._within == "title") or (tag in ("p", "div") and self._within == "refusal"):
            self._within = ""

    def handle_data(self, data: str) -> None:
        if self._within == "title":
            self.title += data
        elif self._within == "refusal":
            self.refusal += data
        elif self._link is not None:
            self._text.append(data)

    def close(self) -> None:
        super().close()
        self._end_link()

    def _end_link(self) -> None:
        if self._link:
            self.links.append((self._link, "".join(self._text)))
        self._link = None
        self._text = []
