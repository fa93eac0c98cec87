"""Reads the pages that Google Drive shows for shared folders, and in place of a file."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from winnow.collect.sources.interface import line
from winnow.collect.sources.tags import Tag, tags_of

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
    seen = _seen(content.decode("utf-8", "replace"))
    entries: dict[str, tuple[Target, str]] = {}
    for address, name in seen.links:
        target = target_of(address)
        if target is not None:
            entries.setdefault(target.id, (target, line(name)))
    return FolderPage(line(seen.title), tuple(entries.values()))


def in_place_of_file(content: bytes, address: str) -> InPlaceOfFile:
    """Return what a page says that came from *address* in place of a file."""
    text = content.decode("utf-8", "replace")
    seen = _seen(text)
    title = line(seen.title)
    if seen.refusal:
        return InPlaceOfFile(refusal=line(seen.refusal), title=title)
    if seen.form_action:
        parts = urlsplit(urljoin(address, seen.form_action))
        query = dict(parse_qsl(parts.query)) | seen.fields
        return InPlaceOfFile(parts._replace(query=urlencode(query), fragment="").geturl(), title=title)
    for link, _name in seen.links:
        if "/uc?" in link and "confirm=" in link:
            return InPlaceOfFile(urljoin(address, link), title=title)
    if match := _SCRIPTED.search(text):
        plain = match[1].replace("\\u003d", "=").replace("\\u0026", "&").replace("\\/", "/")
        return InPlaceOfFile(urljoin(address, plain), title=title)
    return InPlaceOfFile(title=title)


@dataclass(slots=True)
class _Seen:
    """What a page holds of what is looked for."""

    title: str = ""
    links: list[tuple[str, str]] = field(default_factory=list)
    """Where each leads, and its text."""
    form_action: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    """Of the form that asks for confirmation."""
    refusal: str = ""


def _seen(text: str) -> _Seen:
    seen = _Seen()
    within = ""
    for tag in tags_of(text):
        within = _within(tag, within)
        _look(tag, within, seen)
    return seen


def _within(tag: Tag, before: str) -> str:
    """Return which of the elements that matter the text after *tag* lies in."""
    if tag.name in ("a", "title"):
        return tag.name
    if tag.name == "form" and tag.attributes.get("id") == "download-form":
        return "form"
    if "uc-error-subcaption" in tag.attributes.get("class", "").split():
        return "refusal"
    ends = {"a": ("/a",), "title": ("/title",), "form": ("/form",), "refusal": ("/p", "/div")}
    return "" if tag.name in ends.get(before, ()) else before


def _look(tag: Tag, within: str, seen: _Seen) -> None:
    if within == "title":
        seen.title += tag.text
    elif within == "refusal":
        seen.refusal += tag.text
    elif within == "a":
        address, name = (tag.attributes.get("href", ""), "") if tag.name == "a" else seen.links.pop()
        seen.links.append((address, name + tag.text))
    elif within == "form" and tag.name == "form":
        seen.form_action = tag.attributes.get("action", "")
    elif within == "form" and tag.name == "input" and tag.attributes.get("name"):
        seen.fields[tag.attributes["name"]] = tag.attributes.get("value", "")
