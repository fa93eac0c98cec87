"""The core's sentences in the person's language: known again by the templates they were made from.

The core speaks plain English and does not know that there are languages; a sentence may come from another process,
or out of a project where it was kept for months. So the window looks which template of `core.json` a text was made
from, translates the template, and puts the same parts in; parts that are sentences themselves are treated likewise.
What no template fits stays as it is.
"""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache

from PySide6.QtCore import QCoreApplication

from winnow.base.paths import resource

_CONTEXT = "Core"
_SLOT = re.compile(r"\{\d+\}|\{n\}")
_COUNT = "{n} "
"""What a counted noun begins with: a number, and nothing else."""
_NUMBER = re.compile(r"\d[\d,]*")
_BREAK = re.compile(r"(?<=[.:;,!?\d]) ")
_NEXT_SENTENCE = re.compile(r"[.!?] (?=[A-Z])")

_KNOWN = "the file is empty"
"""A sentence that every translation has."""

_Template = tuple[str, tuple[str, ...]]  # as written, and what stands between its slots


def core_words(text: str) -> str:
    """Return *text*, which the core made, in the person's language."""
    return _translated(text) if text and QCoreApplication.translate(_CONTEXT, _KNOWN) != _KNOWN else text


def forget() -> None:
    """Forget what was translated: the language is another one."""
    _translated.cache_clear()


@lru_cache(maxsize=2048)
def _translated(text: str) -> str:
    bare = text.strip()
    if bare != text:
        return text.replace(bare, _translated(bare)) if bare else text
    whole = _by_template(text) or _but_its_mark(text)
    if whole:
        return whole
    for found in reversed(list(_BREAK.finditer(text))):
        head = text[: found.start()]
        said = _by_template(head) or _but_its_mark(head) or ("" if any(map(str.isalpha, head)) else head)
        if said:
            return f"{said} {_translated(text[found.end() :])}"
    return _by_template(text, spans=True) or text


def _but_its_mark(head: str) -> str:
    said = _by_template(head[:-1]) if head.endswith((".", ",", ";", ":")) else ""
    return said and said + head[-1]


def _by_template(text: str, spans: bool = False) -> str:
    """Return *text* translated, if a template fits; a part of it has the end of a sentence in it only where it *spans*.

    Two sentences of the core one after the other would else be taken for the first, with all that follows as its part.
    """
    for template, pieces in _templates():
        slots = _slots(text, pieces)
        if slots is not None and not spans and any(map(_NEXT_SENTENCE.search, slots)):
            continue
        if slots is not None and template.startswith(_COUNT):
            if _NUMBER.fullmatch(slots[0]):
                return QCoreApplication.translate(_CONTEXT, template).format(n=slots[0])
        elif slots is not None:
            said = QCoreApplication.translate(_CONTEXT, template)
            return said.format(*map(_translated, slots)) if slots else said
    return ""


def _slots(text: str, pieces: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return what stands between *pieces* in *text*; None where it is not made of them."""
    first, last = pieces[0], pieces[-1]
    if len(pieces) == 1:
        return () if text == first else None
    if not (text.startswith(first) and text.endswith(last)):
        return None
    at, end, slots = len(first), len(text) - len(last), []
    for piece in pieces[1:-1]:
        found = text.find(piece, at, end)
        if found < 0:
            return None
        slots.append(text[at:found])
        at = found + len(piece)
    return (*slots, text[at:end]) if at <= end else None


@cache
def _templates() -> tuple[_Template, ...]:
    """Return them with the most telling first."""
    known = json.loads(resource("i18n", "core.json").read_text("utf-8"))
    split = [(one, tuple(_SLOT.split(one))) for one in known]
    return tuple(sorted(split, key=lambda one: -sum(map(len, one[1]))))
