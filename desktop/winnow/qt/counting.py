"""Counted nouns: the form that goes with the number, in the language of the window.

A text that counts is translated with its number, ``tr("{0} images", n=count)``: Qt picks the form that the language
has for it, English from ``en.ts``. One text has one number; where it counts two things, the second is put in from here.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication

from winnow.qt.figures import count_words

Noun = Literal["classes", "clusters", "frames", "groups", "images", "pairs"]


def QT_TRANSLATE_N_NOOP(context: str, text: str) -> str:  # noqa: ARG001 (read from the syntax tree)
    """Mark *text* of *context* as one that is translated with its number later; PySide has no such mark."""
    return text


_NOUNS: dict[Noun, str] = {
    "classes": QT_TRANSLATE_N_NOOP("Counted", "{0} classes"),
    "clusters": QT_TRANSLATE_N_NOOP("Counted", "{0} clusters"),
    "frames": QT_TRANSLATE_N_NOOP("Counted", "{0} frames"),
    "groups": QT_TRANSLATE_N_NOOP("Counted", "{0} groups"),
    "images": QT_TRANSLATE_N_NOOP("Counted", "{0} images"),
    "pairs": QT_TRANSLATE_N_NOOP("Counted", "{0} pairs"),
}


def counted(count: int, noun: Noun) -> str:
    """Return *count* with its noun: ``1 image``, ``2 images``."""
    return QCoreApplication.translate("Counted", _NOUNS[noun], n=count).format(count_words(count))
