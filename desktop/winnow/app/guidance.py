"""What to do next in each room, from the facts of the project; and where the person wants to hear no more of it."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window guides before a project is there, and loads nothing for it
    from winnow.app.queries.overview import Overview
    from winnow.app.session import Session
    from winnow.store.database import Reader

_HIDDEN = "guide_hidden"
_LEAST_LABELS = 2
"""A classifier tells at least two things apart."""


class Advice(enum.Enum):
    """What the guide says."""

    COLLECT = "collect"
    SORT_WHAT_CAME = "sort_what_came"
    COLLECT_FIRST = "collect_first"
    SPLIT_WHAT_IS_LABELLED = "split_what_is_labelled"
    CLUSTER = "cluster"
    LABEL = "label"
    LABEL_FIRST = "label_first"
    FRAME = "frame"
    SPLIT_WHAT_IS_FRAMED = "split_what_is_framed"
    TRAIN_ON_SPLIT = "train_on_split"
    SPLIT = "split"
    LABEL_BEFORE_SPLIT = "label_before_split"
    TEST_WHAT_IS_TRAINED = "test_what_is_trained"
    TRAIN = "train"
    SPLIT_FIRST = "split_first"
    EXPORT_WHAT_IS_TESTED = "export_what_is_tested"
    TEST = "test"
    TRAIN_FIRST = "train_first"
    GO_ROUND = "go_round"
    EXPORT = "export"
    LABEL_BEFORE_EXPORT = "label_before_export"
    TRAIN_BEFORE_EXPORT = "train_before_export"

    @property
    def room(self) -> str:
        """The room that it is said in."""
        return next(room for one, room, _leads_to, _holds in _PATH if one is self)

    @property
    def leads_to(self) -> str:
        """The room that it leads to; empty where the thing is done in its own."""
        return next(leads_to for one, _room, leads_to, _holds in _PATH if one is self)


@dataclass(frozen=True, slots=True)
class _Project:
    """What the advice depends on."""

    facts: Overview

    @property
    def there(self) -> int:
        return self.facts.kept + self.facts.rejected

    @property
    def labels(self) -> int:
        return sum(count > 0 for _label, count in self.facts.labels)

    @property
    def is_labelled(self) -> bool:
        return self.labels >= _LEAST_LABELS and 2 * self.facts.labelled >= self.facts.kept

    @property
    def is_grouped(self) -> bool:
        return self.facts.clustering is not None or self.facts.labelled > 0

    @property
    def is_split(self) -> bool:
        return self.facts.split is not None


_PATH: tuple[tuple[Advice, str, str, Callable[[_Project], bool]], ...] = (
    (Advice.COLLECT, "collect", "", lambda now: not now.there),
    (Advice.SORT_WHAT_CAME, "collect", "sort", lambda _now: True),
    (Advice.COLLECT_FIRST, "sort", "collect", lambda now: not now.there),
    (Advice.SPLIT_WHAT_IS_LABELLED, "sort", "split", lambda now: now.is_labelled),
    (Advice.CLUSTER, "sort", "", lambda now: not now.is_grouped),
    (Advice.LABEL, "sort", "", lambda _now: True),
    (Advice.LABEL_FIRST, "edit", "sort", lambda now: not now.facts.labelled),
    (Advice.FRAME, "edit", "split", lambda now: not now.facts.edited),
    (Advice.SPLIT_WHAT_IS_FRAMED, "edit", "split", lambda _now: True),
    (Advice.TRAIN_ON_SPLIT, "split", "train", lambda now: now.is_split),
    (Advice.SPLIT, "split", "", lambda now: now.labels >= _LEAST_LABELS),
    (Advice.LABEL_BEFORE_SPLIT, "split", "sort", lambda _now: True),
    (Advice.TEST_WHAT_IS_TRAINED, "train", "test", lambda now: now.facts.runs > 0),
    (Advice.TRAIN, "train", "", lambda now: now.is_split),
    (Advice.SPLIT_FIRST, "train", "split", lambda _now: True),
    (Advice.EXPORT_WHAT_IS_TESTED, "test", "export", lambda now: now.facts.openings > 0),
    (Advice.TEST, "test", "", lambda now: now.facts.runs > 0),
    (Advice.TRAIN_FIRST, "test", "train", lambda _now: True),
    (Advice.GO_ROUND, "export", "collect", lambda now: now.facts.exported > 0),
    (Advice.EXPORT, "export", "", lambda now: now.facts.runs > 0),
    (Advice.LABEL_BEFORE_EXPORT, "export", "sort", lambda now: not now.facts.labelled),
    (Advice.TRAIN_BEFORE_EXPORT, "export", "train", lambda _now: True),
)
"""Each with its room, the room that it leads to, and when it holds; the first of a room that holds is said."""


_DONE: dict[Advice, Callable[[_Project], bool]] = {
    Advice.SORT_WHAT_CAME: lambda now: now.is_labelled,
    Advice.SPLIT_WHAT_IS_LABELLED: lambda now: now.is_split,
    Advice.FRAME: lambda now: now.is_split,
    Advice.SPLIT_WHAT_IS_FRAMED: lambda now: now.is_split,
    Advice.TRAIN_ON_SPLIT: lambda now: now.facts.runs > 0,
    Advice.TEST_WHAT_IS_TRAINED: lambda now: now.facts.openings > 0,
    Advice.EXPORT_WHAT_IS_TESTED: lambda now: now.facts.exported > 0,
}
"""When what an advice leads on to was done already."""


def advice(room: str, now: Overview) -> Advice | None:
    """Return what to do next in *room*, a room's key; None where that was done, and nothing is left to say."""
    project = _Project(now)
    found = next(one for one, where, _leads_to, holds in _PATH if where == room and holds(project))
    return None if found in _DONE and _DONE[found](project) else found


def hidden_in(connection: Reader) -> frozenset[str]:
    """Return the rooms in which the guide is put away."""
    from winnow.store import settings

    return frozenset(filter(None, (settings.get(connection, _HIDDEN) or "").split(",")))


def hide_in(session: Session, rooms: frozenset[str]) -> None:
    """Put the guide away in *rooms* of this project, and in no others; kept with it, unless it is only looked at."""
    from winnow.store import settings

    if not session.read_only:
        session.record(lambda tx: settings.put(tx.connection, _HIDDEN, ",".join(sorted(rooms)) or None)).result()
