"""Labelled pictures into train, valid and test."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from winnow.app.commands.arranging import AddSplit
from winnow.app.session import Session
from winnow.domain.split import Ratios, Split, make_split
from winnow.store.database import Reader
from winnow.vision.hashes import HASH_BYTES, near_duplicate_groups


def split(session: Session, ratios: Ratios, seed: int, k_fold: int = 0) -> Split:
    """Divide what is labelled and kept, near duplicates together, and put it in force.

    Raises:
        SplitImpossible: see `make_split`.
    """
    ids, labels, hashes = session.ask(_labelled)
    made = make_split(ids, labels, near_duplicate_groups(hashes), ratios, seed, k_fold)
    session.do(AddSplit(made)).result()
    return made


def _labelled(
    connection: Reader,
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.uint8]]:
    rows = connection.execute(
        "SELECT id, label_id, dhash FROM image WHERE state = 'kept' AND label_id IS NOT NULL ORDER BY id"
    ).fetchall()
    hashes = np.frombuffer(b"".join(row[2] for row in rows), np.uint8).reshape(len(rows), HASH_BYTES)
    return np.array([row[0] for row in rows], np.int64), np.array([row[1] for row in rows], np.int64), hashes
