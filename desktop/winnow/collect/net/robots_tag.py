"""What a server's X-Robots-Tag forbids."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

FORBIDDING = ("noimageai", "noai", "noimageindex", "noindex", "none")
"""Directives by which a site asks that a picture be left alone, the plainest first."""

_WORD = re.compile(r"[^,;\s]+")


def forbids(headers: Mapping[str, str]) -> str | None:
    """Return the directive of *headers* (names in lower case) that asks to leave this alone, or None.

    ``botname: directive`` counts whoever the bot is: a site that shuts out
    one collector of pictures does not mean to welcome another.
    """
    return forbidding(directives(headers.get("x-robots-tag", "")))


def directives(value: str) -> frozenset[str]:
    """Return the words of an X-Robots-Tag header, or of a robots meta element, in lower case."""
    # "unavailable_after: 25 Jun 2027 15:00:00 GMT" holds colons, but no word of the list.
    return frozenset(part.casefold() for word in _WORD.findall(value) for part in word.split(":"))


def forbidding(words: Container[str]) -> str | None:
    """Return the directive among *words* that asks to leave pictures alone, or None."""
    return next((directive for directive in FORBIDDING if directive in words), None)
