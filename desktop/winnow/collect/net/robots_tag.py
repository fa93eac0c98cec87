"""What a server's X-Robots-Tag forbids."""

from __future__ import annotations

import re
from collections.abc import Mapping

FORBIDDING = ("noimageai", "noai", "noimageindex", "noindex", "none")
"""Directives by which a site asks that a picture be left alone, the plainest first."""

_WORD = re.compile(r"[^,;\s]+")


def forbids(headers: Mapping[str, str]) -> str | None:
    """Return the directive of *headers* (names in lower case) that asks to leave this alone, or None.

    ``botname: directive`` counts whoever the bot is: a site that shuts out
    one collector of pictures does not mean to welcome another.
    """
    value = headers.get("x-robots-tag", "")
    # "unavailable_after: 25 Jun 2027 15:00:00 GMT" holds colons, but no word of the list.
    words = {part.casefold() for word in _WORD.findall(value) for part in word.split(":")}
    return next((directive for directive in FORBIDDING if directive in words), None)
