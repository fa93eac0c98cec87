"""Pieces of a page. Whatever comes from outside goes through `escaped`; what is `Html` already is not touched again."""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from winnow.domain.colour import ink_on
from winnow.domain.report import Wording
from winnow.exporting.report.facts import Jpeg, LabelMark
from winnow.exporting.report.words import TEXTS

_SPACE = re.compile(r"[ \t\r\n]+")
_SIZE = re.compile(r"width='(\d+)' height='(\d+)'")
_PRINTED_PX = 330


class Html(str):
    """Text that is markup already."""

    __slots__ = ()


def escaped(words: str) -> Html:
    """Return *words* as they are to be read, on one line."""
    return words if isinstance(words, Html) else Html(html.escape(_SPACE.sub(" ", words)))


class Markup:
    """Makes pieces in the language of *wording*, for a browser or, *as_print*, for Qt's printing.

    *marks* are those of classes, by name. There plots are pictures by name, ``plot-N``, which `plots` has as SVG.
    """

    def __init__(self, wording: Wording, as_print: bool, marks: Mapping[str, LabelMark]) -> None:
        self.wording = wording
        self.marks = marks
        self.as_print = as_print
        self.plots: list[str] = []

    def say(self, key: str, **values: object) -> Html:
        """Return the words *key*, with *values* in their places."""
        return escaped(self.plain(key, **values))

    def plain(self, key: str, **values: object) -> str:
        """Return the words *key* before they are made markup."""
        said = self.wording.own(TEXTS[key])
        return said.format(**values) if values else said

    def counted(self, key: str, n: int, **values: object) -> str:
        """Return the words *key* in the form that goes with the number *n*, before they are made markup."""
        return self.plain(f"{key}_one" if n == 1 else key, n=f"{n:,}", **values)

    def named(self, code: str) -> str:
        """Return what *code*, a kind of features, recipe or score, is called; one that has no words goes as it is."""
        return self.plain(code) if code in TEXTS else code

    def heading(self, key: str, level: int = 2, **values: object) -> Html:
        """Return a heading."""
        return Html(f"<h{level}>{self.say(key, **values)}</h{level}>")

    def class_name(self, name: str) -> Html:
        """Return the class *name* behind its letter on its colour; of one that is no label any more the name alone."""
        mark = self.marks.get(name)
        if mark is None:
            return escaped(name)
        # No-break spaces are the edges of the colour where a page is printed, which knows no padding.
        letter = f"\u00a0{escaped(mark.letter)}\u00a0" if self.as_print else escaped(mark.letter)
        look = f"background-color:{mark.colour};color:{ink_on(mark.colour)}"
        return Html(f"<span class='mark' style='{look}'>{letter}</span>\u00a0{escaped(name)}")

    def class_colour(self, name: str) -> str:
        """Return the colour of the class *name*; of one that is no label any more ""."""
        return self.marks[name].colour if name in self.marks else ""

    def paragraph(self, words: str, kind: str = "") -> Html:
        """Return a paragraph; *kind* is soft, note, warn or good."""
        said = escaped(words)
        if self.as_print and kind in ("warn", "good"):
            # Its ground reaches around the words only in a cell.
            colour = "#FCF0D5" if kind == "warn" else "#E3F4E8"
            return Html(f"<table width='100%' cellpadding='6' bgcolor='{colour}'><tr><td>{said}</td></tr></table>")
        return Html(f"<p class='{kind}'>{said}</p>" if kind else f"<p>{said}</p>")

    def table(self, head: Sequence[str], rows: Sequence[Sequence[object]], words: int = 1) -> Html:
        """Return a table whose first *words* columns are words, and the others numbers."""
        if not rows:
            return Html("")
        shown = "".join(self._cell("th", at < words, one) for at, one in enumerate(head))
        lines = "".join(
            "<tr>" + "".join(self._cell("td", at < words, one) for at, one in enumerate(row)) + "</tr>" for row in rows
        )
        space = " width='100%' cellspacing='0' cellpadding='3'" if self.as_print else ""
        return Html(f"<table class='data'{space}><thead><tr>{shown}</tr></thead><tbody>{lines}</tbody></table>")

    def tiles(self, figures: Sequence[tuple[str, str]]) -> Html:
        """Return (number, what it is) side by side."""
        gap = "<br>" if self.as_print else ""
        cells = "".join(f"<td><b>{escaped(number)}</b>{gap}{escaped(what)}</td>" for number, what in figures)
        space = " width='100%' cellspacing='0'" if self.as_print else ""
        return Html(f"<table class='tiles'{space}><tr>{cells}</tr></table>")

    def cards(self, cards: Sequence[tuple[Jpeg | None, str]], across: int = 4) -> Html:
        """Return pictures with a line below each, *across* in a row."""
        lines = []
        for start in range(0, len(cards), across):
            some = [*cards[start : start + across]]
            cells = "".join(
                f"<td width='{100 // across}%'>{self.picture(jpeg, 120) if jpeg else ''}<br>{escaped(said)}</td>"
                for jpeg, said in some
            )
            lines.append(f"<tr>{cells}{'<td></td>' * (across - len(some))}</tr>")
        space = " width='100%' cellspacing='0' cellpadding='3'" if self.as_print else ""
        return Html(f"<table class='cards'{space}>{''.join(lines)}</table>")

    def strip(self, pictures: Sequence[Jpeg], edge_px: int) -> Html:
        """Return pictures one after another."""
        if not pictures:
            return Html("")
        gap = " " if self.as_print else ""
        return Html(f"<p class='strip'>{gap.join(self.picture(one, edge_px) for one in pictures)}</p>")

    def picture(self, jpeg: Jpeg, edge_px: int) -> Html:
        """Return a square picture that is inside the page itself."""
        content = base64.b64encode(jpeg).decode()
        return Html(f"<img src='data:image/jpeg;base64,{content}' width='{edge_px}' height='{edge_px}' alt=''>")

    def plot(self, svg: str) -> Html:
        """Return a plot."""
        if not self.as_print:
            return Html(svg)
        size = _SIZE.search(svg)
        width, height = (int(one) for one in size.groups()) if size else (1, 1)
        # Side by side they share the paper's width.
        shown = min(width, _PRINTED_PX * (2 if width > 1.5 * _PRINTED_PX else 1))
        self.plots.append(svg)
        return Html(f"<img src='plot-{len(self.plots) - 1}' width='{shown}' height='{height * shown // width}'>")

    def side_by_side(self, pieces: Sequence[Html]) -> Html:
        """Return two pieces beside each other."""
        cells = "".join(f"<td width='50%'>{one}</td>" for one in pieces)
        space = " width='100%' cellspacing='0'" if self.as_print else ""
        return Html(f"<table class='side'{space}><tbody><tr>{cells}</tr></tbody></table>")

    def _cell(self, tag: str, is_word: bool, content: object) -> str:
        kind = " class='word'" if is_word else ""
        aligned = f" align='{'left' if is_word else 'right'}'" if self.as_print else ""
        return f"<{tag}{kind}{aligned}>{escaped(content if isinstance(content, str) else str(content))}</{tag}>"


def percent(share: float) -> str:
    """Return a share, 0 to 1, as ``96.0 %``, which no line parts."""
    return f"{100 * share:.1f}\u00a0%"


def moment(at: str) -> str:
    """Return the UTC time *at*, as the store writes it, by the clock of this computer: ``2026-11-24 13:24``."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return at
