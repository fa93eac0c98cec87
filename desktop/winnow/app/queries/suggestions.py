"""What the labels so far suggest for the other pictures."""

from __future__ import annotations

from winnow.domain.suggestion import Suggestions
from winnow.store import suggestions as store
from winnow.store.database import Reader


def suggestions(connection: Reader) -> Suggestions:
    """Return what is still suggested, surest first: of kept pictures without a label."""
    return store.standing(connection)


def doubted(connection: Reader) -> Suggestions:
    """Return the labelled pictures for which the labels of the others suggest another one, clearest first."""
    return store.doubted(connection)
