"""The filter that a person types: words and ``name:value`` terms, all of which a picture must meet.

::

    label:cat state:kept cluster:3 quality:blurred size>1000 -part:test "tabby on sofa"

A term begins with a minus where it must not hold, and lists several values
with commas where one of them is enough. Words without a name are looked for
in file, page, title and author. ``OR`` between terms and parentheses serve
for the rest. Nothing here knows SQL; see `store.filtering`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from winnow.base.errors import UserError

WORD_FIELDS = {
    "label": "a label's name, or 'none'",
    "state": "kept, rejected or fell_out",
    "cluster": "a cluster's number from 1 in the clustering that is shown, its name, or 'none'",
    "source": "part of a source's name or kind",
    "quality": "a quality flag, such as dark, blurry or near_duplicate, 'any' or 'none'",
    "part": "train, valid, test, or 'none'",
    "suggested": "a suggested label's name, 'any' or 'none'",
    "text": "part of file, page, title or author",
    "file": "part of the file's name",
    "page": "part of the page's address",
    "licence": "part of the licence, or 'none'",
    "author": "part of the author's name, or 'none'",
    "folder": "part of the folder's name",
    "format": "jpeg, png, gif, webp, bmp, tiff, avif or qoi",
    "edited": "yes or no: frames were changed",
}
"""Names that take words, and what they may be."""

NUMBER_FIELDS = {
    "id": "the picture's number",
    "width": "pixels",
    "height": "pixels",
    "size": "the shorter side in pixels",
    "aspect": "width over height",
    "bytes": "the file's size",
    "frames": "how many frames it has",
    "confidence": "of the suggested label, 0 to 1",
}
"""Names that take numbers, compared by : = < <= > >= or lo..hi."""

_CLOSED = {
    "state": ("kept", "rejected", "fell_out"),
    "part": ("train", "valid", "test", "none"),
    "edited": ("yes", "no"),
}


class FilterUnreadable(UserError):
    """A filter does not say what is meant; *at* is the place of the word, from 0."""

    def __init__(self, text: str, at: int, why: str) -> None:
        self.text, self.at, self.why = text, at, why
        super().__init__(f"The filter cannot be read at {text[at : at + 30] or 'its end'!r}: {why}.")


@dataclass(frozen=True, slots=True)
class Words:
    """*field* is, or holds, one of *values*."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Range:
    """*field* lies between two numbers, None: without end; both ends count unless *low_open* or *high_open*."""

    field: str
    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    inner: Expression


@dataclass(frozen=True, slots=True)
class All:
    """Each of them holds; with none, everything does."""

    parts: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of them holds."""

    parts: tuple[Expression, ...]


Expression = Words | Range | Not | All | AnyOf

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<open>\()|(?P<close>\))|(?P<or>OR\b)|(?P<minus>-(?=[^\s]))|
        (?P<field>[A-Za-z_]+)(?P<sign><=|>=|[:=<>])|
        "(?P<quoted>[^"]*)"|(?P<word>[^\s()"]+)
    )""",
    re.VERBOSE,
)
_VALUES = re.compile(r'(?:"[^"]*"|[^\s(),"]+)(?:,(?:"[^"]*"|[^\s(),"]+))*')
_DEEPEST = 50


def parse(text: str) -> Expression:
    """Return what *text* means; an empty one lets everything through.

    Raises:
        FilterUnreadable: a name is unknown, a value is missing or no number, a parenthesis has no other half.
    """
    reader = _Reader(text)
    found = reader.any_of(0)
    if reader.at < len(text):
        raise FilterUnreadable(text, reader.at, "a closing parenthesis has no opening one")
    return found


def mentions(expression: Expression, field: str) -> bool:
    """Say whether *field* stands anywhere in *expression*."""
    if isinstance(expression, Words | Range):
        return expression.field == field
    if isinstance(expression, Not):
        return mentions(expression.inner, field)
    return any(mentions(part, field) for part in expression.parts)


class _Reader:
    """Walks over a filter's text once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.at = 0

    def any_of(self, depth: int) -> Expression:
        """Read terms up to a closing parenthesis or the end."""
        if depth > _DEEPEST:
            raise FilterUnreadable(self._text, self.at, "its parentheses are nested too deeply")
        groups: list[list[Expression]] = [[]]
        while (match := self._next()) is not None and match.lastgroup != "close":
            if match.lastgroup == "or":
                if not groups[-1]:
                    raise FilterUnreadable(self._text, match.start("or"), "OR has nothing before it")
                self.at = match.end()
                groups.append([])
            else:
                groups[-1].append(self._term(match, depth))
        if len(groups) > 1 and not groups[-1]:
            raise FilterUnreadable(self._text, self.at, "OR has nothing after it")
        parts = [group[0] if len(group) == 1 else All(tuple(group)) for group in groups]
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def _next(self) -> re.Match[str] | None:
        if not self._text[self.at :].strip():
            self.at = len(self._text)
            return None
        match = _TOKEN.match(self._text, self.at)
        if match is None:
            raise FilterUnreadable(self._text, self.at, "a quotation mark has no second one")
        return match

    def _term(self, match: re.Match[str], depth: int) -> Expression:
        self.at = match.end()
        if match["minus"]:
            following = self._next()
            if following is None or following.lastgroup in ("close", "or"):
                raise FilterUnreadable(self._text, self.at, "a minus has nothing after it")
            return Not(self._term(following, depth))
        if match["open"]:
            inner = self.any_of(depth + 1)
            closing = self._next()
            if closing is None:
                raise FilterUnreadable(self._text, match.start("open"), "the parenthesis is not closed")
            self.at = closing.end()
            return inner
        if match["field"]:
            return self._compared(match)
        words = match["quoted"] if match["quoted"] is not None else match["word"]
        return Words("text", (words,))

    def _compared(self, match: re.Match[str]) -> Expression:
        field, sign = match["field"].lower(), match["sign"]
        start = match.start("field")
        if field not in WORD_FIELDS and field not in NUMBER_FIELDS:
            if match["field"] in ("http", "https"):
                raise FilterUnreadable(self._text, start, "put an address in quotation marks")
            names = ", ".join([*WORD_FIELDS, *NUMBER_FIELDS])
            raise FilterUnreadable(self._text, start, f"there is no {field!r}; there are {names}")
        found = _VALUES.match(self._text, self.at)
        if found is None:
            raise FilterUnreadable(self._text, start, f"{field} has no value")
        self.at = found.end()
        values = tuple(one.strip('"') for one in re.findall(r'"[^"]*"|[^,"]+', found[0]))
        if field in NUMBER_FIELDS:
            ranges = tuple(self._range(field, sign, value, found.start()) for value in values)
            return ranges[0] if len(ranges) == 1 else AnyOf(ranges)
        return self._named(field, sign, values, found.start())

    def _named(self, field: str, sign: str, values: tuple[str, ...], at: int) -> Expression:
        if sign not in (":", "="):
            raise FilterUnreadable(self._text, at, f"{field} takes words, so it cannot be compared by {sign}")
        closed = _CLOSED.get(field)
        for value in values if closed else ():
            if value not in (closed or ()):
                raise FilterUnreadable(self._text, at, f"{field} is {', '.join(closed or ())}")
        return Words(field, values)

    def _range(self, field: str, sign: str, value: str, at: int) -> Range:
        low, dots, high = value.partition("..")
        if dots and sign in (":", "="):
            return Range(
                field, self._number(field, low, at) if low else None, self._number(field, high, at) if high else None
            )
        number = self._number(field, value, at)
        if sign in ("<", "<="):
            return Range(field, None, number, high_open=sign == "<")
        if sign in (">", ">="):
            return Range(field, number, None, low_open=sign == ">")
        return Range(field, number, number)

    def _number(self, field: str, text: str, at: int) -> float:
        try:
            return float(text)
        except ValueError as error:
            raise FilterUnreadable(self._text, at, f"{field} takes a number, not {text!r}") from error
