"""Type: Inter where it is installed, then the system's own font; sizes in pixels, figures tabular."""

from __future__ import annotations

from enum import Enum
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

_FAMILIES = ("Inter", "Inter Variable", "Pretendard")
_KOREAN = ("Pretendard", "Noto Sans KR", "Noto Sans CJK KR")
_TABULAR = QFont.Tag("tnum")


class Type(Enum):
    """The styles of text; each value is (pixels, line height in pixels, weight, letter spacing in percent)."""

    DISPLAY = (26, 30, QFont.Weight.DemiBold, 98.0)
    FIGURE = (20, 28, QFont.Weight.DemiBold, 98.5)
    HEADING = (15, 20, QFont.Weight.DemiBold, 99.0)
    BODY = (13, 18, QFont.Weight.Normal, 100.0)
    BUTTON = (13, 18, QFont.Weight.Medium, 100.0)
    NAME = (13, 18, QFont.Weight.DemiBold, 100.0)
    SMALL = (12, 16, QFont.Weight.Normal, 100.0)
    CHIP = (12, 16, QFont.Weight.Medium, 100.0)
    GROUP = (12, 16, QFont.Weight.DemiBold, 100.0)
    CAPTION = (11, 14, QFont.Weight.Normal, 100.0)
    LETTER = (10, 16, QFont.Weight.Bold, 100.0)
    NUMBER = (12, 20, QFont.Weight.Bold, 100.0)

    @property
    def line_px(self) -> int:
        """The height of a line."""
        return self.value[1]


@cache
def _families() -> tuple[str, ...]:
    """Return the families to try in turn; asked once, a list of fonts costs milliseconds."""
    installed = set(QFontDatabase.families())
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    latin = next((name for name in _FAMILIES if name in installed), system)
    korean = next((name for name in _KOREAN if name in installed), system)
    return tuple(dict.fromkeys((latin, korean, system)))


@cache
def _made(style: Type) -> QFont:
    pixels, _, weight, spacing = style.value
    made = QFont(list(_families()))
    made.setPixelSize(pixels)
    made.setWeight(weight)
    if spacing != 100.0:
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, spacing)
    made.setFeature(_TABULAR, 1)
    return made


def font(style: Type = Type.BODY) -> QFont:
    """Return the font of *style*; a copy, so that it may be changed."""
    return QFont(_made(style))


def code_font() -> QFont:
    """Return the system's monospace font, 11 px."""
    made = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    made.setPixelSize(11)
    return made
