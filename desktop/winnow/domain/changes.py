"""What a commit changed, in the domain's words."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field


class Topic(enum.Enum):
    """What views may want to look at again."""

    IMAGES = "images"
    """Pictures came, were rejected, or came back."""
    LABELS = "labels"
    """Which labels there are, and which picture has which."""
    FRAMES = "frames"
    CLUSTERS = "clusters"
    SUGGESTIONS = "suggestions"
    """What the labels so far suggest for the others."""
    MAP = "map"
    """Pictures were laid out on a plane."""
    FILTERS = "filters"
    """Which filters are saved."""
    SPLIT = "split"
    RUNS = "runs"
    TESTS = "tests"
    STUDIES = "studies"
    SOURCES = "sources"
    EXPORTS = "exports"
    JOURNAL = "journal"
    """What can be undone or redone."""


@dataclass(frozen=True, slots=True)
class Changes:
    """One commit: its topics, and the images concerned (empty: all, or none in particular)."""

    topics: frozenset[Topic]
    ids: frozenset[int] = field(default_factory=frozenset)
    origin: str = ""
    """The kind of the command, e.g. ``SetLabels``."""

    def touches(self, *topics: Topic) -> bool:
        """Say whether any of *topics* changed."""
        return not self.topics.isdisjoint(topics)
