"""The pictures that a typed filter lets through, and the filters that are saved."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from winnow.app.queries.clean import quality_view
from winnow.domain.cleaning import CHECKS, NO_GROUP
from winnow.domain.expression import mentions, parse
from winnow.store import clean, filtering, filters
from winnow.store.database import Reader

NEAR_DUPLICATE = "near_duplicate"
"""What a picture that has copies is flagged by, besides the quality checks."""


def filtered(connection: Reader, text: str, with_fallen_out: bool = False) -> npt.NDArray[np.int64]:
    """Return the ids, ascending, of the pictures that meet the filter *text*; see `domain.expression`.

    Raises:
        FilterUnreadable, ClusterNotThere, LabelNotThere: in words for the person.
    """
    expression = parse(text)
    quality = _flagged(connection) if mentions(expression, "quality") else None
    return filtering.matching(connection, expression, quality, with_fallen_out)


def _flagged(connection: Reader) -> dict[str, npt.NDArray[np.int64]]:
    """Return the pictures that each quality check flags by the person's thresholds."""
    view = quality_view(connection)
    flagged = {check.value: view.flagged(check, view.cleaning.threshold(check)) for check in CHECKS}
    copies = clean.duplicates(connection)
    if copies is not None:
        flagged[NEAR_DUPLICATE] = copies.ids[np.flatnonzero(copies.groups != NO_GROUP)]
    return flagged


def saved_filters(connection: Reader) -> dict[str, str]:
    """Return the saved expressions by their names, in alphabetical order."""
    return filters.all_filters(connection)
