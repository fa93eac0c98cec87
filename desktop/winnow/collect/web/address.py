"""Addresses as pages write them, made absolute the way browsers do it."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import SplitResult, quote, urljoin, urlsplit

LONGEST = 4096
"""Characters of an address at most."""

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
_SPECIAL = re.compile(r"(https?):[/\\]*", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}
# What the WHATWG URL standard leaves as it is in a path and in a query; "%" may begin an escape.
_PATH_SAFE = "!$%&'()*+,-./:;=@[]_|~^\\"
_QUERY_SAFE = "!$%&()*+,-./:;=?@[\\]^_`{|}~"


def absolute(base: str, text: str) -> str | None:
    """Return the http or https address that *text* means on a page at *base*, None where it means none.

    Scheme and host are in lower case, the host in IDNA's form, the default
    port and the fragment dropped, dot segments resolved, path and query
    percent-encoded as UTF-8. A name and password stay: fetching refuses them.
    Source: the URL standard of the WHATWG (backslashes, white space).
    """
    text = text.strip(_AROUND)
    for white in "\t\n\r":
        text = text.replace(white, "")
    if not text or text[0] == "#" or len(text) > LONGEST:
        return None
    scheme = _SCHEME.match(text)
    if scheme is not None and scheme[0].lower() not in ("http:", "https:"):
        return None
    try:
        parts = urlsplit(urljoin(base, _slashed(base, text)))
        whole = _rebuilt(parts)
    except ValueError:
        return None
    return whole if len(whole) <= LONGEST else None


def _slashed(base: str, text: str) -> str:
    """Return *text* with backslashes before the query read as slashes, and exactly two after its scheme."""
    end = min((at for at in (text.find("?"), text.find("#")) if at >= 0), default=len(text))
    text = text[:end].replace("\\", "/") + text[end:]
    special = _SPECIAL.match(text)
    if special is None:
        return text
    same = base.lower().startswith(special[1].lower() + ":") and not special[0].endswith("/")
    return text[special.end() :] if same else f"{special[1]}://{text[special.end() :]}"


def _rebuilt(parts: SplitResult) -> str:
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ValueError("no http address")
    port = "" if parts.port in (None, _PORTS[parts.scheme]) else f":{parts.port}"
    user, at, _ = parts.netloc.rpartition("@")
    path = _without_dots(parts.path) or "/"
    query = f"?{quote(parts.query, _QUERY_SAFE)}" if parts.query else ""
    return f"{parts.scheme}://{user}{at}{_ascii_host(parts.hostname)}{port}{quote(path, _PATH_SAFE)}{query}"


def _without_dots(path: str) -> str:
    if "." not in path:
        return path
    kept: list[str] = []
    segments = path.split("/")
    for number, segment in enumerate(segments):
        dots = segment.lower().replace("%2e", ".")
        last = number == len(segments) - 1
        if dots == "..":
            if len(kept) > 1:
                kept.pop()
            kept += [""] if last else []
        elif dots == ".":
            kept += [""] if last else []
        else:
            kept.append(segment)
    return "/".join(kept)


def _ascii_host(host: str) -> str:
    if ":" in host:
        return f"[{host}]"
    if host.isascii():
        return host.lower()
    import idna

    return idna.encode(host, uts46=True).decode("ascii")


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
