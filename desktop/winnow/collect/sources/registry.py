"""The searches that there are. A further one is one module with a `SearchKind`, and its line here."""

from __future__ import annotations

from winnow.base.errors import UserError
from winnow.collect.finds import Source
from winnow.collect.sources import commons, inaturalist, openverse
from winnow.collect.sources.interface import SearchKind, SearchQuery

SEARCHES: tuple[SearchKind, ...] = (openverse.KIND, commons.KIND, inaturalist.KIND)
"""In the order in which they are offered."""


class SearchUnknown(UserError):
    """A search was named that is not in the registry."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"There is no search called '{key}'. Choose one of {', '.join(one.key for one in SEARCHES)}.")


def search_kind(key: str) -> SearchKind:
    """Return the search called *key*, in upper or lower case.

    Raises:
        SearchUnknown: there is none.
    """
    for one in SEARCHES:
        if one.key == key.strip().lower():
            return one
    raise SearchUnknown(key)


def search_source(key: str, query: SearchQuery) -> Source:
    """Return the source that asks *query* of the search called *key*.

    Raises:
        SearchUnknown, LicenceUnknown: there is no such search, or no such licence.
        FetchRefused: the query's endpoint is no address.
    """
    return search_kind(key).make(query)
