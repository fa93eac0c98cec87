"""What Sort calls groupings, orders, checks and kinds of features."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from winnow.app.queries.grouping import SectionWords
from winnow.app.queries.pictures import NEAR_DUPLICATE
from winnow.domain.cleaning import Check

_FLAGS = {
    Check.BLURRY.value: QT_TRANSLATE_NOOP("Flag", "Blurred"),
    Check.DARK.value: QT_TRANSLATE_NOOP("Flag", "Dark"),
    Check.LIGHT.value: QT_TRANSLATE_NOOP("Flag", "Over-exposed"),
    Check.ODD_ASPECT_RATIO.value: QT_TRANSLATE_NOOP("Flag", "Odd aspect"),
    Check.ODD_SIZE.value: QT_TRANSLATE_NOOP("Flag", "Odd size"),
    Check.LOW_INFORMATION.value: QT_TRANSLATE_NOOP("Flag", "Almost empty"),
    Check.GRAYSCALE.value: QT_TRANSLATE_NOOP("Flag", "Greyscale"),
    Check.TEXT_OR_LOGO.value: QT_TRANSLATE_NOOP("Flag", "Text or logo"),
    Check.SCREENSHOT.value: QT_TRANSLATE_NOOP("Flag", "Like a screenshot"),
    Check.BORDER.value: QT_TRANSLATE_NOOP("Flag", "Border"),
    Check.DOES_NOT_BELONG.value: QT_TRANSLATE_NOOP("Flag", "Does not belong"),
    NEAR_DUPLICATE: QT_TRANSLATE_NOOP("Flag", "Near duplicate"),
}
FLAG_ORDER = tuple(_FLAGS)
"""The order in which flags are listed."""


def flag_words(name: str) -> str:
    """Say in words what the flag *name* means."""
    return QCoreApplication.translate("Flag", str(_FLAGS[name])) if name in _FLAGS else name


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
    return SectionWords(**said, parts=parts, flags={name: flag_words(name) for name in _FLAGS})
