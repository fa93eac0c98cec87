"""The image searches that there are, for a form to offer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OfferedSearch:
    """A search: what a wish calls it, its own name, and in words what it searches."""

    key: str
    name: str
    hint: str


def offered_searches() -> tuple[OfferedSearch, ...]:
    """Return them in the order in which they are offered."""
    # A search is a small module of its own, and needs what reads addresses and pages.
    from winnow.collect.sources.registry import SEARCHES

    return tuple(OfferedSearch(one.key, one.name, one.hint) for one in SEARCHES)
