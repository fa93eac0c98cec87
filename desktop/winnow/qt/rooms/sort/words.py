"""What Sort calls groupings, orders and kinds of features."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from winnow.app.queries.grouping import SectionWords
from winnow.qt.flag_words import FLAG_ORDER, flag_words

_FEATURES = {
    "embedding": QT_TRANSLATE_NOOP("Features", "Embedding"),
    "colour": QT_TRANSLATE_NOOP("Features", "Colour"),
    "pixels": QT_TRANSLATE_NOOP("Features", "Pixels"),
}


def features_words(name: str) -> str:
    """Return what the kind of features *name* is called; a network goes by its own name."""
    return QCoreApplication.translate("Features", str(_FEATURES[name])) if name in _FEATURES else name


_SECTIONS = {
    "cluster": QT_TRANSLATE_NOOP("Sections", "Cluster {0}"),
    "unclustered": QT_TRANSLATE_NOOP("Sections", "In no cluster"),
    "unlabelled": QT_TRANSLATE_NOOP("Sections", "Unlabelled"),
    "duplicates": QT_TRANSLATE_NOOP("Sections", "Near duplicates {0}"),
    "unique": QT_TRANSLATE_NOOP("Sections", "No near duplicates"),
    "unsearched": QT_TRANSLATE_NOOP("Sections", "Not searched yet"),
    "sound": QT_TRANSLATE_NOOP("Sections", "Nothing noticed"),
    "train": QT_TRANSLATE_NOOP("Sections", "Train"),
    "valid": QT_TRANSLATE_NOOP("Sections", "Valid"),
    "test": QT_TRANSLATE_NOOP("Sections", "Test"),
    "undivided": QT_TRANSLATE_NOOP("Sections", "In no part"),
}


def section_words() -> SectionWords:
    """Return the words for sections that have no name of their own."""
    said = {name: QCoreApplication.translate("Sections", str(words)) for name, words in _SECTIONS.items()}
    parts = (said.pop("train"), said.pop("valid"), said.pop("test"))
    return SectionWords(**said, parts=parts, flags={name: flag_words(name) for name in FLAG_ORDER})
