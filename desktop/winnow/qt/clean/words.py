"""What checks look for and what the rules keep, in words."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from winnow.domain.cleaning import Check, Copy, KeepRule
from winnow.qt.dates import time_words
from winnow.qt.figures import THIN_SPACE, count_words

_HINTS = {
    Check.DARK: QT_TRANSLATE_NOOP("CheckHint", "Even the brightest hundredth is dark."),
    Check.LIGHT: QT_TRANSLATE_NOOP("CheckHint", "Even the darkest twentieth is bright."),
    Check.BLURRY: QT_TRANSLATE_NOOP("CheckHint", "No sharp edges, seen at 64 pixels."),
    Check.LOW_INFORMATION: QT_TRANSLATE_NOOP("CheckHint", "Hardly any variety of tones."),
    Check.GRAYSCALE: QT_TRANSLATE_NOOP("CheckHint", "No colour, or next to none."),
    Check.ODD_SIZE: QT_TRANSLATE_NOOP("CheckHint", "Far larger or smaller than the others."),
    Check.ODD_ASPECT_RATIO: QT_TRANSLATE_NOOP("CheckHint", "Very wide or very tall."),
    Check.TEXT_OR_LOGO: QT_TRANSLATE_NOOP(
        "CheckHint", "Flat colours and no soft texture: drawings, text, logos. Pictures on white may come along."
    ),
    Check.SCREENSHOT: QT_TRANSLATE_NOOP(
        "CheckHint", "Long level and upright lines between flat fields. Windows and fences may come along."
    ),
    Check.BORDER: QT_TRANSLATE_NOOP("CheckHint", "Bars of one colour at two opposite sides."),
    Check.DOES_NOT_BELONG: QT_TRANSLATE_NOOP(
        "CheckHint", "Far from its most similar pictures, those of its label once there are two labels."
    ),
}

_RULES = {
    KeepRule.LARGEST: QT_TRANSLATE_NOOP("KeepRule", "The largest"),
    KeepRule.SHARPEST: QT_TRANSLATE_NOOP("KeepRule", "The sharpest"),
    KeepRule.OLDEST: QT_TRANSLATE_NOOP("KeepRule", "The one found first"),
    KeepRule.LABELLED: QT_TRANSLATE_NOOP("KeepRule", "A labelled one"),
    KeepRule.LICENCE: QT_TRANSLATE_NOOP("KeepRule", "The freest licence"),
}


def hint_words(check: Check) -> str:
    """Say what *check* looks for."""
    return QCoreApplication.translate("CheckHint", str(_HINTS[check]))


def rule_words(rule: KeepRule) -> str:
    """Say which copy *rule* keeps."""
    return QCoreApplication.translate("KeepRule", str(_RULES[rule]))


def search_words(at: str, pictures: int) -> str:
    """Say when the newest search was, the UTC time *at*, and how many pictures have been looked at."""
    words = QCoreApplication.translate("LastSearch", "Searched {0}: {1} pictures.", n=pictures)
    return words.format(time_words(at), count_words(pictures))


def copy_words(copy: Copy) -> str:
    """Say of what size a copy is, and how it is labelled and licensed."""
    size = f"{copy.width} \u00d7 {copy.height}".replace(" ", THIN_SPACE)
    kilobytes = f"{max(1, round(copy.size_bytes / 1000))}{THIN_SPACE}kB"
    return " \u00b7 ".join(part for part in (copy.file, size, kilobytes, copy.label, copy.licence) if part)
