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


def section_words() -> SectionWords:
    """Return the words for sections that have no name of their own."""

    def say(words: str) -> str:
        return QCoreApplication.translate("Sections", words)

    return SectionWords(
        cluster=say("Cluster {0}"),
        unclustered=say("In no cluster"),
        unlabelled=say("Unlabelled"),
        duplicates=say("Near duplicates {0}"),
        unique=say("No near duplicates"),
        sound=say("Nothing noticed"),
        parts=(say("Train"), say("Valid"), say("Test")),
        undivided=say("In no part"),
        flags={name: flag_words(name) for name in _FLAGS},
    )
