"""Picture addresses in style sheets and style attributes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r"""(?P<comment>/\*.*?(?:\*/|\Z))
    |(?P<url>url\(\s*(?:"(?P<double>(?:[^"\\\n]|\\.)*)"?|'(?P<single>(?:[^'\\\n]|\\.)*)'?|(?P<bare>(?:[^\s"'()\\]|\\.)*))\s*\)?)
    |(?P<string>"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?)
    |(?P<at>@[-\w]+)
    |(?P<word>-?-?[A-Za-z_][-\w]*)
    |(?P<mark>[{};:(),])
    |\\.|\s+|[^\s"'/@\w\-{};:(),\\]+|.""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(\n)|(.))", re.DOTALL)
_WITH_PICTURES = ("background", "background-image", "content", "list-style", "list-style-image", "border-image")
_SETS = ("image-set", "-webkit-image-set")


@dataclass(slots=True)
class Sheet:
    """What a sheet names, as written: pictures, each with its files of an image-set, and further sheets."""

    pictures: list[tuple[str, ...]] = field(default_factory=list)
    imports: list[str] = field(default_factory=list)


def declarations(text: str) -> Sheet:
    """Read the declarations of a style attribute; see `rules`."""
    return _read(text, in_block=True)


def rules(text: str) -> Sheet:
    """Read a whole sheet. Fonts, filters, cursors and masks name no pictures; it never raises."""
    return _read(text, in_block=False)


def _read(text: str, in_block: bool) -> Sheet:
    reading = _Reading(in_block)
    for token in _TOKEN.finditer(text):
        reading.take(token)
    reading.end_value()
    return reading.sheet


class _Reading:
    """Where in a sheet the reader is: which property's value, in which at-rule, in an image-set or not."""

    def __init__(self, in_block: bool) -> None:
        self.sheet = Sheet()
        self._in_block = in_block
        self._at_rule = ""
        self._word = ""
        self._property = ""
        self._set_depth = 0
        self._depth = 0
        self._files: list[str] = []

    def take(self, token: re.Match[str]) -> None:
        kind = token.lastgroup
        if kind in ("double", "single", "bare") or token["url"]:
            self._take_address(next((_unescaped(token[one]) for one in ("double", "single", "bare") if token[one]), ""))
        elif kind == "string":
            if self._set_depth or self._at_rule == "@import":
                self._take_address(_unescaped(token["string"][1:].rstrip(token["string"][0])))
        elif kind == "at":
            self._at_rule, self._word = token["at"].lower(), ""
        elif kind == "word":
            self._word = token["word"].lower()
        elif kind == "mark":
            self._take_mark(token["mark"])

    def _take_mark(self, mark: str) -> None:
        if mark == ":" and not self._depth and not self._property:
            self._property = self._word
        elif mark == "(":
            self._depth += 1
            if self._word in _SETS:
                self._set_depth = self._depth
        elif mark == ")":
            if self._depth == self._set_depth:
                self._end_set()
            self._depth = max(0, self._depth - 1)
        elif mark == "{":
            # Where a rule begins, what looked like a property was part of its selector.
            self._property, self._depth, self._set_depth, self._files = "", 0, 0, []
        elif mark in ";}":
            self.end_value()
            self._at_rule = self._at_rule if mark == ";" and self._at_rule == "@font-face" else ""
        self._word = ""

    def end_value(self) -> None:
        """Leave the property that was being read."""
        self._end_set()
        self._property, self._depth = "", 0

    def _end_set(self) -> None:
        if self._files:
            self.sheet.pictures.append(tuple(self._files))
        self._files, self._set_depth = [], 0

    def _take_address(self, address: str) -> None:
        if not address:
            return
        if self._at_rule == "@import":
            self.sheet.imports.append(address)
        elif self._at_rule not in ("@font-face", "@namespace") and self._shows_pictures():
            if self._set_depth:
                self._files.append(address)
            else:
                self.sheet.pictures.append((address,))

    def _shows_pictures(self) -> bool:
        return self._property in _WITH_PICTURES or self._property.startswith(("--", "border-image"))


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(escape: re.Match[str]) -> str:
    if escape[1]:
        number = int(escape[1], 16)
        return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
    return "" if escape[2] else escape[3]
