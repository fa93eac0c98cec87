"""What a report may tell."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass

from winnow.domain.image import Reason
from winnow.domain.source import SourceKind


class ReportPart(enum.Enum):
    """A chapter of the report, in its order."""

    DATA_CARD = "data-card"
    COLLECTED = "collected"
    CLUSTERS = "clusters"
    SPLIT = "split"
    TRAINING = "training"
    TEST = "test"
    SUSPECTS = "suspects"


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What a person chooses; *with_pictures* puts small thumbnails in, never originals."""

    parts: frozenset[ReportPart] = frozenset(ReportPart)
    with_pictures: bool = True


def _reason_in_english(reason: Reason) -> str:
    return reason.value.replace("_", " ")


def _kind_in_english(kind: SourceKind) -> str:
    return kind.value


@dataclass(frozen=True, slots=True)
class Wording:
    """The language of a report: how what is said in English is said in it.

    *own* translates a text of the report's table, *core* a sentence that the core made.
    """

    own: Callable[[str], str] = str
    core: Callable[[str], str] = str
    reason: Callable[[Reason], str] = _reason_in_english
    kind: Callable[[SourceKind], str] = _kind_in_english


ENGLISH = Wording()
