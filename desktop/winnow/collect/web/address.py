"""Addresses as pages write them."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from winnow.collect.net.addresses import joined
from winnow.collect.net.refusal import FetchRefused

LONGEST = 4096
"""Bytes of an address at most."""

_PICTURE_ENDINGS = frozenset((
    ".jpg", ".jpeg", ".jpe", ".jfif", ".pjpeg", ".png", ".apng", ".gif", ".webp", ".bmp", ".dib", ".tif", ".tiff",
    ".avif", ".avifs",
))  # fmt: skip
_NOT_PAGES = frozenset((
    ".pdf", ".zip", ".gz", ".bz2", ".xz", ".7z", ".rar", ".tar", ".exe", ".dmg", ".iso", ".deb", ".rpm", ".apk", ".mp3",
    ".mp4", ".m4a", ".m4v", ".mov", ".avi", ".mkv", ".webm", ".ogg", ".wav", ".flac", ".doc", ".docx", ".xls", ".xlsx",
    ".ppt", ".pptx", ".odt", ".epub", ".css", ".js", ".json", ".xml", ".rss", ".atom", ".ics", ".svg", ".ico", ".woff",
    ".woff2", ".ttf", ".otf", ".psd", ".eps",
))  # fmt: skip
_AROUND = "".join(map(chr, range(33)))
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")


def absolute(base: str, text: str) -> str | None:
    """Return the canonical http or https address that *text* means on a page at *base*, None where it means none.

    An empty text and a mere fragment mean none: they are the page itself.
    """
    text = text.strip(_AROUND)
    if not text or text[0] == "#" or len(text) > LONGEST:
        return None
    scheme = _SCHEME.match(text)
    if scheme is not None and scheme[0].lower() not in ("http:", "https:"):
        return None
    try:
        return joined(base, text, LONGEST)
    except FetchRefused:
        return None


def names_picture_file(address: str) -> bool:
    """Whether the last part of *address* ends as a picture's file name does. ``File:cat.jpg`` is a wiki's page."""
    name = urlsplit(address).path.rpartition("/")[2]
    return ":" not in name and "%3a" not in name.lower() and _ending(name) in _PICTURE_ENDINGS


def may_be_page(address: str) -> bool:
    """Whether *address* can be a page, as far as its ending tells."""
    name = urlsplit(address).path.rpartition("/")[2]
    ending = _ending(name)
    return ending not in _NOT_PAGES and (ending not in _PICTURE_ENDINGS or not names_picture_file(address))


def _ending(name: str) -> str:
    return PurePosixPath(name).suffix.lower()
