"""Shares, intervals, times and classes as the Test room says them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from winnow.domain.label import Label, letters


@dataclass(frozen=True, slots=True)
class ClassMark:
    """An output of the network as it is drawn: its name, its letter, and its place among the labels for the colour."""

    name: str
    letter: str
    index: int


def marks_of(outputs: Sequence[tuple[int, str]], labels: Sequence[Label]) -> tuple[ClassMark, ...]:
    """Return a mark for each output, (label id, name); one whose label is gone keeps its name."""
    short = dict(zip([label.id for label in labels], letters([label.name for label in labels]), strict=True))
    place = {label.id: label.position for label in labels}
    return tuple(
        ClassMark(name, short.get(number, name[:1].upper()), place.get(number, at))  # type: ignore[call-overload]
        for at, (number, name) in enumerate(outputs)
    )


def percent_words(share: float) -> str:
    """Return a share, 0 to 1, as ``96.0 %``."""
    return f"{100 * share:.1f} %"


def whole_percent(share: float) -> str:
    """Return a share, 0 to 1, as ``96 %``."""
    return f"{100 * share:.0f} %"


def interval_words(interval: tuple[float, float]) -> str:
    """Return an interval of shares as ``91.0–98.3 %``."""
    low, high = interval
    return f"{100 * low:.1f}–{100 * high:.1f} %"


def bounds_words(interval: tuple[float, float]) -> str:
    """Return an interval of shares as ``91.0–98.3``, where what it is stands beside it."""
    return f"{100 * interval[0]:.1f}–{100 * interval[1]:.1f}"


def points_words(difference: float) -> str:
    """Return a difference of shares as ``+1.2``, with a true minus, in percentage points."""
    return f"{100 * difference:+.1f}".replace("-", "−")
