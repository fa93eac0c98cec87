"""What the flags of a picture are called."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

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
