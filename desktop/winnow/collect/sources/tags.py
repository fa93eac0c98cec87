"""Splits HTML into tags in one pass, in time proportional to its length whatever is in it.

For pages of known services and pieces of text, of which little is wanted. The
standard library's parser takes quadratic time on pages that are made for it,
and whole parsers are for whole pages: see `winnow.collect.web`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_QUOTED = re.compile(r"""("[^"]*"|'[^']*')""")
_BEGINS_A_TAG = re.compile(r"[a-zA-Z/!?]")
_RAW = ("script", "style", "template")
_NAME = re.compile(r"/?[a-zA-Z][a-zA-Z0-9-]*")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag, and the text between it and the next one; the text before all tags is that of one without a name."""

    name: str
    """Lower case; a closing one begins with a slash."""
    attributes: Mapping[str, str]
    text: str


def tags_of(text: str) -> Iterator[Tag]:
    """Yield the tags of *text*; comments, scripts and styles are left out."""
    start = text.find("<")
    yield Tag("", {}, unescaped(text if start < 0 else text[:start]))
    closing = ""
    while start >= 0:
        end = text.find("<", start + 1)
        piece = text[start + 1 : end if end >= 0 else len(text)]
        start = end
        if closing:
            # Within a comment or a script everything is text that nobody sees, up to its own end.
            if not _ends(piece, closing):
                continue
            piece = piece if closing != "-->" else "!>" + piece.partition("-->")[2]
            closing = ""
        if not _BEGINS_A_TAG.match(piece):
            yield Tag("", {}, "<" + unescaped(piece))
            continue
        if piece.startswith("!--") and "-->" not in piece:
            closing = "-->"
            continue
        within, _, after = piece.partition("-->" if piece.startswith("!--") else ">")
        name = _NAME.match(within)
        told = name[0].lower() if name else "!"
        if told in _RAW:
            closing = f"/{told}"
            continue
        yield Tag(told, _attributes(within), unescaped(after))


def unescaped(text: str) -> str:
    """Return *text* with its character references as characters."""
    try:
        return html.unescape(text)
    except ValueError:  # a reference by a number of thousands of digits
        return text


def _ends(piece: str, closing: str) -> bool:
    return "-->" in piece if closing == "-->" else piece[: len(closing)].lower() == closing


def _attributes(within: str) -> dict[str, str]:
    """Return the attributes of what stands between a tag's brackets; of one that comes twice the first counts."""
    attributes: dict[str, str] = {}
    parts = _QUOTED.split(within)
    for place in range(0, len(parts), 2):
        words = parts[place].split()
        value = unescaped(parts[place + 1][1:-1]) if place + 1 < len(parts) else ""
        if words and words[-1].endswith("="):
            attributes.setdefault(words.pop()[:-1].lower(), value)
        for word in words:
            name, equals, plain = word.partition("=")
            if equals:
                attributes.setdefault(name.lower(), unescaped(plain))
    return attributes
