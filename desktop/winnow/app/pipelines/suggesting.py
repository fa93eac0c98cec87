"""Labels suggested for the pictures that have none, learned from those that have one."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from functools import partial

import numpy as np
import numpy.typing as npt

from winnow.app.children import in_child
from winnow.app.commands.labelling import AcceptSuggestions
from winnow.app.pipelines.embedding import EMBEDDING, FeatureTable, features
from winnow.app.session import Session
from winnow.clustering.suggesting import suggest_labels
from winnow.clustering.threads import leave_a_core
from winnow.domain.ids import ImageId, LabelId
from winnow.domain.suggestion import Suggestions
from winnow.store import suggestions as store
from winnow.store.database import Reader

_KILLED_AFTER_S = 0.3


def suggest(session: Session, features_name: str = EMBEDDING, seed: int = 0) -> Generator[object, None, None]:
    """Learn from the labels so far and suggest one for each other kept picture; yield at last the `Suggestions`.

    They take the place of earlier ones, and are no labels before they are
    accepted (`accept`, or the command `AcceptSuggestions`). With them come
    the labels that are doubted.

    Raises:
        TooFewLabels, FeaturesUnknown, NothingToCluster.
    """
    table = yield from features(session, features_name)
    given = dict(session.ask(_labels))
    labels = np.array([given.get(image, 0) for image in table.ids.tolist()], np.int64)
    for event in in_child(_suggest_in_child, table, labels, seed, end_within_s=_KILLED_AFTER_S):
        if isinstance(event, Suggestions):
            session.record(partial(store.replace, suggestions=event)).result()
        yield event


def accept(session: Session, ids: Iterable[int] | None = None, at_least: float = 0.0) -> int:
    """Make the standing suggestions labels, one step to undo; return how many.

    Args:
        ids: Of these pictures, whether they have another label or none; None: of all that have no label.
        at_least: Only with this confidence, 0 to 1.
    """
    found = [session.ask(store.standing)]
    if ids is not None:
        found.append(session.ask(store.doubted))
    wanted = None if ids is None else set(ids)
    accepted: dict[ImageId, LabelId | None] = {
        ImageId(image): LabelId(label)
        for some in found
        for image, label, confidence in zip(
            some.ids.tolist(), some.labels.tolist(), some.confidence.tolist(), strict=True
        )
        if confidence >= at_least and (wanted is None or image in wanted)
    }
    return session.do(AcceptSuggestions(accepted)).result() if accepted else 0


def _suggest_in_child(table: FeatureTable, labels: npt.NDArray[np.int64], seed: int) -> Generator[object, None, None]:
    leave_a_core()
    yield (yield from suggest_labels(table.ids, table.rows(), labels, seed))


def _labels(connection: Reader) -> list[tuple[int, int]]:
    return connection.execute("SELECT id, label_id FROM image WHERE label_id IS NOT NULL").fetchall()
