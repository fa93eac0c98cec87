"""The one table of colours. Widgets name a token; only this module knows its value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from dataclasses import field as made_by
from functools import lru_cache

from PySide6.QtGui import QColor

from winnow.domain import colour as colours
from winnow.domain.class_colours import OKABE_ITO


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours of one mode as ``#RRGGBB``, or ``#AARRGGBB`` where they let through."""

    dark: bool
    bg: str
    panel: str
    ctl: str
    ctl_hover: str
    ctl_press: str
    field: str
    seg_on: str
    pop: str
    pop_line: str
    canvas: str
    line: str
    line_strong: str
    grid: str
    text: str
    text_2: str
    text_3: str
    accent: str
    accent_fill: str
    accent_fill_hover: str
    accent_fill_press: str
    on_accent: str
    accent_soft: str
    link: str
    good: str
    good_soft: str
    warn: str
    warn_mark: str
    warn_soft: str
    bad: str
    bad_soft: str
    tip: str
    tip_text: str
    unlabelled: str
    rejected: str
    scrim: str
    badge: str
    badge_on_photo: str
    train: str
    valid: str
    test: str
    test_stripe: str
    knob: str
    runs: tuple[str, ...]
    cluster_points: tuple[str, ...]
    surface: tuple[str, ...]
    best: str = "#FFB733"
    classes: tuple[str, ...] = OKABE_ITO.colours
    """As the person chose, in every mode."""
    own_classes: Mapping[int, str] = made_by(default_factory=dict, hash=False)
    """What the open project's classes have instead, by their place."""
    name: str = ""
    """What tells this set from the others."""

    def colour(self, name: str) -> QColor:
        """Return the token *name* ("text-2" or "text_2") as a colour of its own."""
        value: str = getattr(self, name.replace("-", "_"))
        return colour(value)

    def run_colour(self, newest_first: int) -> QColor:
        """Return the colour of the run at this place, 0 being the newest; they repeat."""
        return colour(self.runs[newest_first % len(self.runs)])

    def class_colour(self, index: int) -> QColor:
        """Return the colour of the class at *index* (from 0): its own, else that of the set; those repeat."""
        return colour(self._of_class(index))

    def letter_on_class(self, index: int) -> QColor:
        """Return the colour of the letter on `class_colour`: dark, or white where dark cannot be read."""
        return colour(colours.ink_on(self._of_class(index)))

    def _of_class(self, index: int) -> str:
        return self.own_classes.get(index) or self.classes[index % len(self.classes)]

    def cluster_point(self, number: int) -> QColor:
        """Return the colour of a point of cluster *number* (from 1) on a map."""
        return colour(self.cluster_points[(number - 1) % len(self.cluster_points)])


@lru_cache(maxsize=512)
def _parsed(value: str) -> QColor:
    return QColor(value)


def colour(value: str) -> QColor:
    """Return *value* (``#RRGGBB`` or ``#AARRGGBB``) parsed; a copy, so that it may be changed."""
    return QColor(_parsed(value))


CLUSTERS = ("#4A75A3", "#44843A", "#96618E", "#CB4447", "#33807C", "#8B654F", "#BC5079", "#79706E")
"""Chips of clusters, and their points in light: the Tableau hues darkened, 4.5 : 1 under white."""


LIGHT = Tokens(
    name="light",
    dark=False,
    bg="#FFFFFF",
    panel="#F6F7F9",
    ctl="#ECEEF2",
    ctl_hover="#E2E5EB",
    ctl_press="#D6DAE2",
    field="#FFFFFF",
    seg_on="#FFFFFF",
    pop="#FFFFFF",
    pop_line="#D3D8E0",
    canvas="#DDE0E6",
    line="#E3E6EB",
    line_strong="#CDD3DC",
    grid="#EBEDF1",
    text="#1B1F27",
    text_2="#5B6472",
    text_3="#8B94A3",
    accent="#3B6FF5",
    accent_fill="#2F63E8",
    accent_fill_hover="#2857D4",
    accent_fill_press="#214AB8",
    on_accent="#FFFFFF",
    accent_soft="#E4EBFE",
    link="#2757D6",
    good="#16794A",
    good_soft="#DDF1E6",
    warn="#8F5600",
    warn_mark="#E0A020",
    warn_soft="#FBEFD3",
    bad="#BE2C44",
    bad_soft="#FBE3E7",
    tip="#1B1F27",
    tip_text="#FFFFFF",
    unlabelled="#D3D8E0",
    rejected="#9AA1AD",
    scrim="#94F6F7F9",
    badge="#C714161C",
    badge_on_photo="#D114161C",
    train="#2F63E8",
    valid="#9DB7FA",
    test="#E3E6EB",
    test_stripe="#CDD3DC",
    knob="#FFFFFF",
    runs=("#3B6FF5", "#9C755F", "#B07AA1", "#499894"),
    cluster_points=CLUSTERS,
    surface=(
        *("#163A9E", "#3C5AAF", "#5872BB", "#7188C6", "#889CD1"),
        *("#9FAFDB", "#B4C1E4", "#C9D3ED", "#DDE4F6", "#F1F5FF"),
    ),
)

DARK = Tokens(
    name="dark",
    dark=True,
    bg="#16181D",
    panel="#1D2027",
    ctl="#262A33",
    ctl_hover="#2F343F",
    ctl_press="#39404D",
    field="#16181D",
    seg_on="#3A414E",
    pop="#262A33",
    pop_line="#3B414D",
    canvas="#0E1014",
    line="#2A2E37",
    line_strong="#3B414D",
    grid="#242830",
    text="#E8EAF0",
    text_2="#9AA3B2",
    text_3="#69727F",
    accent="#7AA2FF",
    accent_fill="#7AA2FF",
    accent_fill_hover="#8FB1FF",
    accent_fill_press="#6690F0",
    on_accent="#0F1420",
    accent_soft="#25304A",
    link="#8DB0FF",
    good="#5CC490",
    good_soft="#1B3328",
    warn="#E8B75A",
    warn_mark="#E8B75A",
    warn_soft="#3A2F18",
    bad="#F27F92",
    bad_soft="#3E2127",
    tip="#343A46",
    tip_text="#F2F4F8",
    unlabelled="#3B414D",
    rejected="#69727F",
    scrim="#9E0E1014",
    badge="#C714161C",
    badge_on_photo="#D114161C",
    train="#7AA2FF",
    valid="#3E5796",
    test="#2A2E37",
    test_stripe="#3B414D",
    knob="#E8EAF0",
    runs=("#7AA2FF", "#BD9A8E", "#C79ABF", "#6DB9B6"),
    cluster_points=("#7FA6D3", "#7CC272", "#C79ABF", "#EF8083", "#6DB9B6", "#BD9A8E", "#E09BBB", "#A39C99"),
    surface=(
        *("#A9C4FF", "#849ACB", "#7184AF", "#617298", "#536184"),
        *("#465371", "#3A4560", "#2F3950", "#242C41", "#1A2133"),
    ),
)


# High contrast: text at 7 : 1 or more on every fill, lines and edges of controls at 3 : 1 or more (WCAG 2.1, AAA and
# 1.4.11), and focus in a colour that nothing else has.
CONTRAST_LIGHT = replace(
    LIGHT,
    name="light-contrast",
    panel="#FFFFFF",
    ctl="#F2F2F2",
    ctl_hover="#DADADA",
    ctl_press="#C8C8C8",
    seg_on="#FFFFFF",
    pop_line="#000000",
    canvas="#D0D0D0",
    line="#6E6E6E",
    line_strong="#000000",
    grid="#B4B4B4",
    text="#000000",
    text_2="#1F1F1F",
    text_3="#5E5E5E",
    accent="#0037C4",
    accent_fill="#0037C4",
    accent_fill_hover="#002A99",
    accent_fill_press="#001F73",
    accent_soft="#DCE6FF",
    link="#00249C",
    good="#00471F",
    good_soft="#DDF5E6",
    warn="#5A3300",
    warn_mark="#B36B00",
    warn_soft="#FFF0CC",
    bad="#8A0018",
    bad_soft="#FFE1E6",
    tip="#000000",
    unlabelled="#8A8A8A",
    rejected="#4A4A4A",
    badge="#FF000000",
    badge_on_photo="#FF000000",
    train="#0037C4",
    valid="#5B87FF",
    test="#FFFFFF",
    test_stripe="#6E6E6E",
    runs=("#0037C4", "#6B3A1E", "#7A2E73", "#005F5B"),
)
CONTRAST_DARK = replace(
    DARK,
    name="dark-contrast",
    bg="#000000",
    panel="#000000",
    ctl="#1C1C1C",
    ctl_hover="#333333",
    ctl_press="#4A4A4A",
    field="#000000",
    seg_on="#3D3D3D",
    pop="#000000",
    pop_line="#FFFFFF",
    canvas="#000000",
    line="#9A9A9A",
    line_strong="#FFFFFF",
    grid="#4A4A4A",
    text="#FFFFFF",
    text_2="#E6E6E6",
    text_3="#A8A8A8",
    accent="#FFD60A",
    accent_fill="#FFD60A",
    accent_fill_hover="#FFE566",
    accent_fill_press="#E0B800",
    on_accent="#000000",
    accent_soft="#3A3300",
    link="#FFE566",
    good="#7CF0B0",
    good_soft="#00331B",
    warn="#FFC861",
    warn_mark="#FFC861",
    warn_soft="#3D2B00",
    bad="#FFA3B1",
    bad_soft="#4A0A16",
    tip="#FFFFFF",
    tip_text="#000000",
    unlabelled="#8A8A8A",
    rejected="#BDBDBD",
    badge="#FF000000",
    badge_on_photo="#FF000000",
    train="#FFD60A",
    valid="#A38A00",
    test="#000000",
    test_stripe="#9A9A9A",
    knob="#FFFFFF",
    runs=("#FFD60A", "#FFB380", "#F0A8E8", "#7CE8E2"),
)


def cluster_colour(number: int) -> QColor:
    """Return the colour of the chip of cluster *number* (from 1), under a white number."""
    return colour(CLUSTERS[(number - 1) % len(CLUSTERS)])


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio, 1 to 21."""
    return colours.contrast(one.name(), other.name())
