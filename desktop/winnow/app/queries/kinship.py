"""What belongs together among the labelled pictures: copies, frames of one picture, pages and folders of origin."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from winnow.app.queries.samples import TAKES_PART, labelled
from winnow.domain.cleaning import NO_GROUP
from winnow.domain.split import Ids, Keeping, Origin, joined
from winnow.store import clean
from winnow.store.database import Reader
from winnow.vision.hashes import HASH_BYTES, NEAR_BITS, components, distinct, hash_pairs

_ORIGINS = {
    Origin.PAGE: "coalesce(provenance ->> 'page', '')",
    # Names of folders repeat from source to source.
    Origin.FOLDER: "iif(folder = '', '', source_id || '/' || folder)",
}


@dataclass(frozen=True, slots=True, eq=False)
class Labelled:
    """The frames that can be divided; parallel arrays, (n,): their pictures, in id order, and their labels."""

    ids: Ids
    labels: Ids


def dividable(connection: Reader) -> Labelled:
    """Return every frame of every kept picture with a label."""
    rows = labelled(connection)
    return Labelled(
        np.array([row.image_id for row in rows], np.int64), np.array([row.label_id for row in rows], np.int64)
    )


def near_pairs(connection: Reader) -> Ids:
    """Return (m, 2) ids of labelled pictures that are near duplicates, by hash and by the newest search for copies.

    Of pictures that are all alike, each is paired with the next one only: that
    joins them, and crosses a border wherever any pair of theirs does.
    """
    rows = connection.execute(
        f"SELECT id, dhash FROM image WHERE state = 'kept' AND {TAKES_PART} ORDER BY id"
    ).fetchall()
    ids = np.array([row[0] for row in rows], np.int64)
    hashes = np.frombuffer(b"".join(row[1] for row in rows), np.uint8).reshape(len(rows), HASH_BYTES)
    kinds, kind_of = distinct(hashes)
    pairs, _bits = hash_pairs(kinds, NEAR_BITS)
    first_of_kind = np.unique(kind_of, return_index=True)[1]
    found = [ids[first_of_kind[pairs]].reshape(-1, 2), _chained(ids, kind_of)]
    search = clean.duplicates(connection)
    if search is not None:
        there = (search.groups != NO_GROUP) & np.isin(search.ids, ids)
        found.append(_chained(search.ids[there], search.groups[there].astype(np.int64)))
    return np.unique(np.sort(np.concatenate(found), axis=1), axis=0)


def together(connection: Reader, ids: Ids, keeping: Keeping) -> Ids:
    """Return (n,) group numbers of *ids* (pictures, repeated for each frame) by what *keeping* keeps together."""
    keys = [ids]
    if keeping.near_duplicates:
        pairs = near_pairs(connection)
        pictures = np.unique(np.concatenate([ids, pairs.ravel()]))
        places = np.searchsorted(pictures, pairs)
        keys.append(components(len(pictures), places)[np.searchsorted(pictures, ids)])
    if keeping.origin is not Origin.NONE:
        keys.append(_origins(connection, ids, keeping.origin))
    return joined(*keys)


def _origins(connection: Reader, ids: Ids, origin: Origin) -> Ids:
    """Return a number for each of *ids*, the same for those of one origin; what has none is alone."""
    numbers: dict[str, int] = {}
    number_of: dict[int, int] = {}
    for image, place in connection.execute(f"SELECT id, {_ORIGINS[origin]} FROM image WHERE state = 'kept'"):
        number_of[image] = numbers.setdefault(place, -len(numbers) - 1) if place else image
    return np.array([number_of[int(image)] for image in ids], np.int64)


def _chained(ids: Ids, groups: Ids) -> Ids:
    """Return (m, 2): in each of *groups* every one of *ids* with the next."""
    order = np.argsort(groups, kind="stable")
    same = groups[order][1:] == groups[order][:-1]
    return np.stack([ids[order][:-1][same], ids[order][1:][same]], axis=1).reshape(-1, 2)
