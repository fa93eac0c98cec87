"""What a page or an answer says about being indexed, followed, and used to train."""

from __future__ import annotations

import re
from collections.abc import Iterable

WITHHOLDING = ("noai", "noimageai", "noindex", "noimageindex", "none")
"""Directives by which pictures are not to be collected; ``none`` is noindex and nofollow in one."""
_NAMED = re.compile(r"\s*([\w.\-/]+)\s*:(.*)", re.DOTALL)
_WITH_VALUES = ("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview")


def directives_of_meta(content: str) -> frozenset[str]:
    """Return the directives of a ``<meta name="robots">`` element, in lower case."""
    return frozenset(word for word in re.split(r"[\s,]+", content.lower()) if word)


def directives_of_header(value: str, agent: str) -> frozenset[str]:
    """Return the directives of an X-Robots-Tag header that hold for *agent* or for everybody.

    ``otherbot: noindex, nofollow`` is for that robot alone, up to the next name.
    Source: Google's description of the header, which the other robots follow.
    """
    found: set[str] = set()
    holds = True
    for piece in value.lower().split(","):
        words = piece
        named = _NAMED.match(piece)
        if named is not None and named[1] not in _WITH_VALUES:
            holds = bool(named[1]) and named[1] in agent.lower()
            words = named[2]
        if holds:
            found.update(words.split())
    return frozenset(found)


def withholds(directives: Iterable[str]) -> str:
    """Return the directive by which pictures are not to be collected, or nothing."""
    said = frozenset(directives)
    return next((one for one in WITHHOLDING if one in said), "")


def forbids_following(directives: Iterable[str]) -> bool:
    """Whether links are not to be followed."""
    return not {"nofollow", "none"}.isdisjoint(directives)
