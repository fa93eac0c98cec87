"""The report's plots as SVG of their own: no script, no font, nothing from elsewhere."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence

from winnow.domain.judgement import Bin

INK, SOFT, GRID = "#1B1F27", "#5B6472", "#E3E6EB"
TRAIN, VALID = "#8B94A3", "#2F63E8"
FONT = "font-family='-apple-system, Segoe UI, Roboto, Helvetica, Arial, Apple SD Gothic Neo, Malgun Gothic, sans-serif'"

Points = Sequence[tuple[float, float]]
_WIDTH, _HEIGHT = 380, 220
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 22, 16, 34
_BAR_HEIGHT = 22


def curves(
    title: str, across: str, lines: Sequence[tuple[str, Points, str, bool]], best: float, is_share: bool = False
) -> str:
    """Return lines, (name, points, colour, whether dashed), over whole numbers across; *best* is marked by a rule."""
    points = [point for _name, some, _colour, _dashed in lines for point in some if math.isfinite(point[1])]
    low_x, high_x = _span([x for x, _ in points], 1.0)
    low_y, high_y = _span([y for _, y in points], 0.05)
    frame = _Frame(low_x, high_x, low_y, high_y)
    parts = [frame.grid(across, title, is_share, is_whole=True)]
    if low_x <= best <= high_x:
        parts.append(
            f"<line x1='{frame.x(best):.1f}' y1='{_TOP}' x2='{frame.x(best):.1f}' y2='{_HEIGHT - _BOTTOM}'"
            f" stroke='{SOFT}' stroke-width='1' stroke-dasharray='2 3'/>"
        )
    for _name, some, colour, dashed in lines:
        there = [point for point in some if math.isfinite(point[1])]
        path = " ".join(f"{frame.x(x):.1f},{frame.y(y):.1f}" for x, y in there)
        dashes = " stroke-dasharray='5 4'" if dashed else ""
        parts.append(f"<polyline points='{path}' fill='none' stroke='{colour}' stroke-width='2'{dashes}/>")
        if len(there) == 1:
            parts.append(
                f"<circle cx='{frame.x(there[0][0]):.1f}' cy='{frame.y(there[0][1]):.1f}' r='3' fill='{colour}'/>"
            )
    return _svg(_WIDTH, _HEIGHT, "".join(parts), title)


def reliability(title: str, across: str, up: str, bins: Sequence[Bin]) -> str:
    """Return bars of how often it was right, over how sure it was, with the diagonal and the number in each bin."""
    frame = _Frame(0.0, 1.0, 0.0, 1.0)
    parts = [frame.grid(across, up, is_share=True)]
    for one in bins:
        if not one.n:
            continue
        left, right, top = frame.x(one.low), frame.x(one.high), frame.y(one.accuracy)
        parts.append(
            f"<rect x='{left + 1:.1f}' y='{top:.1f}' width='{max(1.0, right - left - 2):.1f}'"
            f" height='{max(0.0, _HEIGHT - _BOTTOM - top):.1f}' fill='#C9D8FC'/>"
            f"<circle cx='{frame.x(one.confidence):.1f}' cy='{top:.1f}' r='3' fill='{VALID}'/>"
            + _text((left + right) / 2, _HEIGHT - _BOTTOM - 5, str(one.n), "middle", 9)
        )
    parts.append(
        f"<line x1='{frame.x(0):.1f}' y1='{frame.y(0):.1f}' x2='{frame.x(1):.1f}' y2='{frame.y(1):.1f}'"
        f" stroke='{SOFT}' stroke-dasharray='3 3'/>"
    )
    return _svg(_WIDTH, _HEIGHT, "".join(parts), title)


def intervals(title: str, rows: Sequence[tuple[str, float, tuple[float, float], str]]) -> str:
    """Return a row for each share, (name, share, 95 % interval, colour or ""), on one axis from 0 to 1."""
    name_width, width = 150, 2 * _WIDTH
    span = width - name_width - 110
    parts = []
    for at, (name, share, (low, high), colour) in enumerate(rows):
        middle = at * _BAR_HEIGHT + _BAR_HEIGHT / 2
        mark = f"<rect x='0' y='{middle - 5}' width='10' height='10' rx='3' fill='{colour}'/>" if colour else ""
        left, right, here = (name_width + span * value for value in (low, high, share))
        parts.append(
            mark
            + _text(16 if mark else 0, middle + 4, name if len(name) <= 20 else name[:19] + "…", "start", 12, INK)
            + f"<rect x='{name_width}' y='{middle - 2}' width='{span}' height='4' rx='2' fill='{GRID}'/>"
            f"<rect x='{left:.1f}' y='{middle - 2}' width='{max(1.0, right - left):.1f}' height='4' rx='2'"
            " fill='#9DB8F8'/>"
            f"<circle cx='{here:.1f}' cy='{middle}' r='5' fill='{VALID}'/>"
            + _text(width, middle + 4, f"{100 * low:.1f} – {100 * high:.1f} %", "end", 11)
        )
    return _svg(width, max(1, len(rows)) * _BAR_HEIGHT, "".join(parts), title)


def bars(title: str, rows: Sequence[tuple[str, int, str]]) -> str:
    """Return a bar for each count, (name, count, colour), the longest as wide as there is room."""
    name_width, width = 150, 2 * _WIDTH
    span, most = width - name_width - 60, max((count for _name, count, _colour in rows), default=0) or 1
    parts = []
    for at, (name, count, colour) in enumerate(rows):
        middle = at * _BAR_HEIGHT + _BAR_HEIGHT / 2
        parts.append(
            _text(0, middle + 4, name if len(name) <= 24 else name[:23] + "…", "start", 12, INK)
            + f"<rect x='{name_width}' y='{middle - 4}' width='{span}' height='8' rx='4' fill='{GRID}'/>"
            f"<rect x='{name_width}' y='{middle - 4}' width='{max(2.0, span * count / most):.1f}' height='8' rx='4'"
            f" fill='{colour}'/>" + _text(width, middle + 4, str(count), "end", 12, INK)
        )
    return _svg(width, max(1, len(rows)) * _BAR_HEIGHT, "".join(parts), title)


class _Frame:
    """Axes around the area of a plot."""

    def __init__(self, low_x: float, high_x: float, low_y: float, high_y: float) -> None:
        self._low_x, self._high_x, self._low_y, self._high_y = low_x, high_x, low_y, high_y

    def x(self, value: float) -> float:
        return _LEFT + (value - self._low_x) / (self._high_x - self._low_x) * (_WIDTH - _LEFT - _RIGHT)

    def y(self, value: float) -> float:
        return _HEIGHT - _BOTTOM - (value - self._low_y) / (self._high_y - self._low_y) * (_HEIGHT - _TOP - _BOTTOM)

    def grid(self, across: str, up: str = "", is_share: bool = False, is_whole: bool = False) -> str:
        parts = []
        for value in _ticks(self._low_y, self._high_y):
            at = self.y(value)
            parts.append(f"<line x1='{_LEFT}' y1='{at:.1f}' x2='{_WIDTH - _RIGHT}' y2='{at:.1f}' stroke='{GRID}'/>")
            parts.append(_text(_LEFT - 6, at + 3.5, f"{100 * value:.0f} %" if is_share else f"{value:g}", "end", 10))
        for value in _ticks(self._low_x, self._high_x, is_whole):
            said = f"{value:g}" if is_whole else f"{100 * value:.0f} %"
            parts.append(_text(self.x(value), _HEIGHT - _BOTTOM + 14, said, "middle", 10))
        parts.append(_text((_LEFT + _WIDTH - _RIGHT) / 2, _HEIGHT - 4, across, "middle", 10))
        if up:
            parts.append(_text(_LEFT, _TOP - 3, up, "start", 10))
        return "".join(parts)


def _ticks(low: float, high: float, is_whole: bool = False) -> list[float]:
    """Return three to seven round numbers within *low* and *high*."""
    rough = (high - low) / 5
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    if is_whole:
        step = max(1.0, step)
    first = math.ceil(low / step - 1e-9)
    return [round(number * step, 10) for number in range(first, math.floor(high / step + 1e-9) + 1)]


def _span(values: Sequence[float], least: float) -> tuple[float, float]:
    """Return the ends of an axis for *values*, at least *least* apart."""
    low, high = min(values, default=0.0), max(values, default=0.0)
    if high - low < least:
        low, high = low - least / 2, high + least / 2
    return low, high


def _text(x: float, y: float, words: str, anchor: str, size: int, colour: str = SOFT) -> str:
    return (
        f"<text x='{x:.1f}' y='{y:.1f}' text-anchor='{anchor}' font-size='{size}' fill='{colour}'>"
        f"{html.escape(words)}</text>"
    )


def _svg(width: int, height: int, content: str, title: str) -> str:
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}' width='{width}' height='{height}'"
        f" role='img' {FONT}><title>{html.escape(title)}</title>{content}</svg>"
    )
