"""The srcset attribute."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SPACES = "\t\n\f\r "
_BEFORE = re.compile(r"[\t\n\f\r ,]*")
_ADDRESS = re.compile(r"[^\t\n\f\r ]+")
_DESCRIPTOR_PART = re.compile(r"(?P<space>[\t\n\f\r ]+)|(?P<comma>,)|\([^)]*\)?|[^\t\n\f\r ,(]+")
_WHOLE = re.compile(r"[0-9]+", re.ASCII)
_DECIMAL = re.compile(r"-?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One file of a picture: its address as written, and its width in pixels or its density, if told."""

    address: str
    width_px: int | None = None
    density: float | None = None


def parsed(text: str) -> Iterator[Candidate]:
    """Yield the candidates of a srcset attribute, those with a wrong descriptor left out; it never raises.

    Source: "Parsing a srcset attribute", HTML standard of the WHATWG.
    """
    at = 0
    while True:
        start = _BEFORE.match(text, at)
        found = _ADDRESS.match(text, start.end() if start is not None else at)
        if found is None:
            return
        address, at = found[0], found.end()
        descriptors: list[str] = []
        if address.endswith(","):
            address = address.rstrip(",")
        else:
            descriptors, at = _descriptors(text, at)
        candidate = _described(address, descriptors)
        if candidate is not None:
            yield candidate


def _descriptors(text: str, at: int) -> tuple[list[str], int]:
    """Return what stands before the next comma outside of parentheses, split at spaces, and the place after it."""
    found: list[str] = []
    word = ""
    while (part := _DESCRIPTOR_PART.match(text, at)) is not None:
        at = part.end()
        if part["space"] or part["comma"]:
            found += [word] if word else []
            word = ""
            if part["comma"]:
                return found, at
        else:
            word += part[0]
    return [*found, word] if word else found, at


def _described(address: str, descriptors: list[str]) -> Candidate | None:
    width: int | None = None
    density: float | None = None
    height: int | None = None
    for one in descriptors:
        number, kind = one[:-1], one[-1]
        if kind == "w" and _WHOLE.fullmatch(number) and width is None and density is None and number.strip("0"):
            width = _bounded(number)
        elif kind == "h" and _WHOLE.fullmatch(number) and height is None and density is None and number.strip("0"):
            height = _bounded(number)
        elif kind == "x" and _DECIMAL.fullmatch(number) and (width, density, height) == (None, None, None):
            density = float(number)
            if density < 0:
                return None
        else:
            return None
    if height is not None and width is None:
        return None
    return Candidate(address, width, density)


def _bounded(digits: str) -> int:
    """Return the number, or one that is larger than any picture: a million digits would take long."""
    significant = digits.lstrip("0")
    return int(significant) if len(significant) < 10 else 10**9
