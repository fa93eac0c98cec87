"""What a report may tell."""

from __future__ import annotations

import enum
from dataclasses import dataclass


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
