"""Labelled pictures into train, valid and test."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from winnow.app.commands.arranging import AddSplit
from winnow.app.queries.kinship import dividable, near_pairs, together
from winnow.app.session import Session
from winnow.domain.borders import LeakReport, leak_report
from winnow.domain.split import Ids, Keeping, Part, Ratios, Split, TooFewApart, make_split
from winnow.store import labels, splits
from winnow.store.database import Reader


def split(session: Session, ratios: Ratios, seed: int, k_fold: int = 0, keeping: Keeping = Keeping()) -> Split:
    """Divide what is labelled and kept, what belongs together kept together, and put it in force.

    With *keeping*.test_locked the test part in force stays as it is.

    Raises:
        SplitImpossible: see `make_split`.
    """
    made = session.ask(divided, ratios, seed, k_fold, keeping)
    session.do(AddSplit(made)).result()
    return made


def divided(connection: Reader, ratios: Ratios, seed: int, k_fold: int, keeping: Keeping) -> Split:
    """Return what `split` would put in force.

    Raises:
        SplitImpossible: see `make_split`.
    """
    frames = dividable(connection)
    locked = _test_in_force(connection) if keeping.test_locked else None
    if locked is None:
        keeping = replace(keeping, test_locked=False)
    groups = together(connection, frames.ids, keeping)
    try:
        return make_split(frames.ids, frames.labels, groups, ratios, seed, k_fold, keeping, locked)
    except TooFewApart as error:
        names = {int(label.id): label.name for label in labels.all_labels(connection)}
        raise TooFewApart(error.label, error.groups, error.parts, names.get(error.label, "")) from error


def check(session: Session) -> LeakReport | None:
    """Prove the split in force anew, near duplicates compared again; None where there is no split."""
    return session.ask(checked)


def checked(connection: Reader) -> LeakReport | None:
    """Return the report on the split in force, None where there is none."""
    number = splits.current_id(connection)
    if number is None:
        return None
    made = splits.get(connection, number)
    pairs = near_pairs(connection) if made.keeping.near_duplicates else np.empty((0, 2), np.int64)
    return leak_report(made, pairs)


def _test_in_force(connection: Reader) -> Ids | None:
    number = splits.current_id(connection)
    return None if number is None else splits.get(connection, number).ids_of(Part.TEST)
