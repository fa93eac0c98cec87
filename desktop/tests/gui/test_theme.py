"""Colours, type and icons."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtGui import QFontMetricsF, QIcon, QPalette
from PySide6.QtWidgets import QPushButton

from winnow.base.errors import ContractError
from winnow.domain.class_colours import SETS, class_colours
from winnow.domain.colour import TOLD_APART, Eyes, difference
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.icons import icon, icon_names, pixmap
from winnow.qt.theme.theme import Mode
from winnow.qt.theme.tokens import CLUSTERS, CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, colour, contrast
from winnow.qt.widgets.chip import ClassChip

_INKS = ("text", "text-2")
_GROUNDS = ("bg", "panel", "ctl")
_PAIRS = [
    *((ink, ground) for ink in _INKS for ground in _GROUNDS),
    ("link", "accent-soft"),
    ("link", "bg"),
    ("link", "panel"),
    ("good", "good-soft"),
    ("warn", "warn-soft"),
    ("bad", "bad-soft"),
    ("bad", "ctl"),
    ("bad", "panel"),
    ("on-accent", "accent-fill"),
    ("tip-text", "tip"),
]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), _PAIRS)
def test_text_can_be_read(tokens, ink, ground):
    assert contrast(tokens.colour(ink), tokens.colour(ground)) >= 4.5


@pytest.mark.parametrize("tokens", [CONTRAST_LIGHT, CONTRAST_DARK], ids=["light", "dark"])
def test_high_contrast_is_high(tokens):
    for ink, ground in _PAIRS:
        assert contrast(tokens.colour(ink), tokens.colour(ground)) >= 7, f"{ink} on {ground}"
    for edge in ("line_strong", "accent", "text_3", "line"):
        assert contrast(tokens.colour(edge), tokens.colour("bg")) >= 3, edge


def test_high_contrast_can_be_chosen(theme, qapp):
    theme.choose(Mode.CONTRAST)
    assert theme.tokens in (CONTRAST_LIGHT, CONTRAST_DARK)
    assert theme.tokens.line_strong in qapp.styleSheet()


@pytest.mark.parametrize("wanted", SETS, ids=[one.name for one in SETS])
def test_letters_on_classes_can_be_read(wanted):
    own = replace(LIGHT, classes=wanted.colours)
    assert min(contrast(own.letter_on_class(at), own.class_colour(at)) for at in range(len(wanted.colours))) >= 4.0


@pytest.mark.parametrize("wanted", SETS, ids=[one.name for one in SETS])
@pytest.mark.parametrize("eyes", Eyes)
def test_classes_are_told_apart_whatever_the_eyes(wanted, eyes):
    pairs = combinations(wanted.colours[: wanted.safe], 2)
    assert min(difference(one, other, eyes) for one, other in pairs) >= TOLD_APART


def test_other_colours_of_classes_hold_at_once_and_in_every_mode(theme, qtbot):
    chip = ClassChip("C", 0)
    qtbot.addWidget(chip)
    chip.show()
    bright = class_colours("bright")
    with qtbot.waitSignal(theme.changed):
        theme.choose_classes(bright)
    for mode in (Mode.DARK, Mode.LIGHT):
        theme.choose(mode)
        assert chip.grab().toImage().pixelColor(8, 2) == colour(bright.colours[0])
    theme.choose_classes(class_colours("no longer there"))
    assert theme.classes is SETS[0]


def test_a_class_has_a_colour_of_its_own_in_every_set_and_mode(theme, qtbot):
    chips = [ClassChip("C", 0), ClassChip("D", 1)]
    for chip in chips:
        qtbot.addWidget(chip)
        chip.show()
    with qtbot.waitSignal(theme.changed):
        theme.choose_own({1: "#332288"})
    theme.choose_classes(class_colours("bright"))
    theme.choose(Mode.DARK)
    seen = [chip.grab().toImage().pixelColor(8, 2).name().upper() for chip in chips]
    assert seen == [class_colours("bright").colours[0], "#332288"]
    assert theme.tokens.letter_on_class(1) == colour("#FFFFFF")
    theme.choose_own({})
    assert chips[1].grab().toImage().pixelColor(8, 2) == colour(class_colours("bright").colours[1])


def test_numbers_on_clusters_can_be_read():
    assert min(contrast(colour("#FFFFFF"), colour(fill)) for fill in CLUSTERS) >= 4.4


def test_black_on_white_has_the_largest_contrast():
    assert contrast(colour("#000000"), colour("#FFFFFF")) == pytest.approx(21)


def test_choosing_dark_changes_palette_sheet_and_icons_of_what_is_shown(theme, qapp, qtbot):
    button = QPushButton()
    qtbot.addWidget(button)
    button.setIcon(icon("undo", "text"))
    light = _darkest(button.icon())
    with qtbot.waitSignal(theme.changed):
        theme.choose(Mode.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window) == DARK.colour("bg")
    assert DARK.accent_fill in qapp.styleSheet()
    assert LIGHT.accent_fill not in qapp.styleSheet()
    assert (light, _darkest(button.icon())) == (LIGHT.text.lower(), DARK.text.lower())


def test_choosing_what_is_shown_already_says_nothing(theme, qtbot):
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(Mode.LIGHT)


def _darkest(shown: QIcon) -> str:
    """Return the colour of the most opaque pixel."""
    image = shown.pixmap(16, 16).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=lambda one: one.alpha()).name()


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_every_icon_can_be_seen(theme, mode):
    theme.choose(mode)
    ground = theme.tokens.colour("panel")
    for name in icon_names():
        image = pixmap(name, "text-2", 18, ratio=2.0).toImage()
        assert image.width() == 36
        inked = [image.pixelColor(x, y) for x in range(36) for y in range(36) if image.pixelColor(x, y).alpha() > 128]
        assert len(inked) > 10, name
        assert contrast(inked[0], ground) > 3, name


def test_icons_that_do_not_exist_are_refused(theme):
    with pytest.raises(ContractError, match="no-such-icon"):
        icon("no-such-icon")


def test_a_disabled_icon_is_grey(theme):
    shown = icon("undo", "accent").pixmap(16, 16, QIcon.Mode.Disabled)
    assert _darkest(QIcon(shown)) == LIGHT.text_3.lower()


def test_figures_stand_in_columns(theme):
    metrics = QFontMetricsF(font(Type.BODY))
    assert len({round(metrics.horizontalAdvance(digit), 2) for digit in "0123456789"}) == 1


def test_the_first_window_loads_nothing_heavy():
    code = (
        "import sys; import winnow.qt.main_window, winnow.qt.application, winnow.qt.rooms.start.page;"
        "print(*sorted({'torch', 'torchvision', 'sklearn', 'onnxruntime', 'pyqtgraph', 'numpy'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    assert told.stdout.split() == []


def test_the_application_is_dressed_as_a_whole():
    code = (
        "from winnow.qt.application import create_application;"
        "from winnow.qt.theme.theme import Mode;"
        "app = create_application(['winnow'], Mode.DARK);"
        "print(app.desktopFileName(), app.palette().window().color().name());"
        "print(app.font().pixelSize())"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert told.stdout.split() == ["winnow", DARK.bg.lower(), "13"], told.stderr
