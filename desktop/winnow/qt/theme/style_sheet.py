"""The one style sheet, made from the tokens. It dresses Qt's own controls; our widgets paint themselves.

Widgets choose by property: ``tone`` (a token's name) is a label's colour,
``surface`` (bg, panel, ctl, pop) a pane's fill, ``edge`` (top, bottom, left,
right) the side on which a pane has its line, ``dense`` an input in a sub-bar,
``wrong`` an input whose value cannot be taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from string import Template

from winnow.qt.theme.tokens import Tokens

GLYPHS: Mapping[str, tuple[str, str]] = {
    "check": ("check", "on-accent"),
    "check_off": ("check", "text-3"),
    "dash": ("dash", "on-accent"),
    "down": ("chevron-down", "text-2"),
    "down_off": ("chevron-down", "text-3"),
    "up": ("chevron-up", "text-2"),
    "up_off": ("chevron-up", "text-3"),
    "right": ("chevron-right", "text-2"),
}
"""What the sheet shows as pictures: glyph to (icon, token)."""

_TONES = ("text", "text-2", "text-3", "link", "good", "warn", "bad", "on-accent")

_SHEET = Template("""
QMainWindow, QDialog { background: $bg; }
QToolTip { background: $tip; color: $tip_text; border: 0; border-radius: 6px; padding: 5px 8px; }
QLabel { background: transparent; color: $text; }
QLabel:disabled { color: $text_3; }

*[surface="bg"] { background: $bg; }
*[surface="panel"] { background: $panel; }
*[surface="ctl"] { background: $ctl; border-radius: 8px; }
*[surface="pop"] { background: $pop; border: 1px solid $pop_line; border-radius: 6px; }
*[edge="top"] { border-top: 1px solid $line; }
*[edge="bottom"] { border-bottom: 1px solid $line; }
*[edge="left"] { border-left: 1px solid $line; }
*[edge="right"] { border-right: 1px solid $line; }

QPushButton { background: $ctl; color: $text; border: 1px solid transparent; border-radius: 6px; padding: 0 10px;
  min-height: 26px; }
QPushButton:hover { background: $ctl_hover; }
QPushButton:pressed { background: $ctl_press; }
QPushButton:focus { border-color: $accent; }
QPushButton:default { background: $accent_fill; color: $on_accent; }
QPushButton:default:hover { background: $accent_fill_hover; }
QPushButton:disabled { background: $ctl; color: $text_3; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox { background: $field; color: $text;
  border: 1px solid $line_strong; border-radius: 6px; padding: 0 8px; selection-background-color: $accent_fill;
  selection-color: $on_accent; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 26px; max-height: 26px; }
QLineEdit[dense="true"], QComboBox[dense="true"], QAbstractSpinBox[dense="true"] { min-height: 24px;
  max-height: 24px; }
QLineEdit { placeholder-text-color: $text_2; }
QPlainTextEdit, QTextEdit { padding: 4px 5px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QComboBox:hover, QAbstractSpinBox:hover {
  border-color: $text_3; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QComboBox:on, QAbstractSpinBox:focus {
  border: 2px solid $accent; padding: 0 7px; }
QLineEdit:focus, QComboBox:focus, QComboBox:on, QAbstractSpinBox:focus { min-height: 24px; max-height: 24px; }
QLineEdit[dense="true"]:focus, QComboBox[dense="true"]:focus, QAbstractSpinBox[dense="true"]:focus {
  min-height: 22px; max-height: 22px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 3px 4px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
  background: $ctl; color: $text_3; border-color: $line; }
QLineEdit[wrong="true"], QComboBox[wrong="true"], QAbstractSpinBox[wrong="true"] { border-color: $bad; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit, QComboBox QLineEdit:focus {
  border: 0; padding: 0; min-height: 0; background: transparent; }
QComboBox { padding: 0 0 0 8px; }
QComboBox:focus, QComboBox:on { padding: 0 0 0 7px; }

QComboBox::drop-down { border: 0; width: 29px; }
QComboBox::down-arrow { image: url($down_file); width: 13px; height: 13px; }
QComboBox::down-arrow:disabled { image: url($down_off_file); }
QComboBox QAbstractItemView { background: $pop; color: $text; border: 1px solid $pop_line; border-radius: 6px;
  padding: 4px; outline: 0; selection-background-color: $accent_soft; selection-color: $link; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 6px; border-radius: 4px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; border: 0; width: 22px;
  background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; height: 10px; margin-top: 5px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; height: 10px; margin-bottom: 5px; }
QAbstractSpinBox::up-arrow { image: url($up_file); width: 13px; height: 13px; }
QAbstractSpinBox::down-arrow { image: url($down_file); width: 13px; height: 13px; }
QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::up-arrow:off { image: url($up_off_file); }
QAbstractSpinBox::down-arrow:disabled, QAbstractSpinBox::down-arrow:off { image: url($down_off_file); }

QCheckBox, QRadioButton { background: transparent; color: $text; spacing: 8px; min-height: 20px; }
QCheckBox:disabled, QRadioButton:disabled { color: $text_3; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $line_strong;
  border-radius: 4px; background: $field; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $text_3; }
QCheckBox::indicator:pressed, QRadioButton::indicator:pressed { background: $ctl_press; }
QCheckBox::indicator:checked, QCheckBox::indicator:indeterminate { background: $accent_fill;
  border-color: $accent_fill; }
QCheckBox::indicator:checked { image: url($check_file); }
QCheckBox::indicator:indeterminate { image: url($dash_file); }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent_fill; background: $on_accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: $ctl; border-color: $line; }
QCheckBox::indicator:checked:disabled { image: url($check_off_file); }

QSlider { background: transparent; min-height: 20px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $ctl_press; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $accent; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -5px 0; border-radius: 7px; background: $knob;
  border: 1px solid $line_strong; }
QSlider::handle:horizontal:hover { border-color: $accent; }
QSlider::handle:horizontal:pressed { width: 14px; height: 14px; margin: -6px 0; border-radius: 8px;
  border-color: $accent; }
QSlider::handle:horizontal:focus { border: 2px solid $accent; width: 10px; height: 10px; }
QSlider::handle:horizontal:disabled, QSlider::sub-page:horizontal:disabled { background: $line_strong; }

QScrollArea, QAbstractScrollArea { border: 0; background: transparent; }
QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $line_strong; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $text_3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: $pop; color: $text; border: 1px solid $pop_line; border-radius: 6px; padding: 4px; }
QMenu::item { min-height: 26px; padding: 0 22px 0 10px; border-radius: 4px; background: transparent; }
QMenu::item:selected { background: $accent_soft; color: $link; }
QMenu::item:disabled { color: $text_3; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: 4px 6px; }
QMenu::icon { padding-left: 8px; }
QMenu::right-arrow { image: url($right_file); width: 14px; height: 14px; }

QTableView, QTreeView, QListView { background: $bg; color: $text; border: 0; outline: 0; gridline-color: $line;
  alternate-background-color: $panel; selection-background-color: $accent_soft; selection-color: $text; }
QTableView::item, QTreeView::item, QListView::item { border: 0; padding: 0 6px; }
QTableView::item:hover, QTreeView::item:hover, QListView::item:hover { background: $panel; }
QListView[sections="true"] { background: transparent; }
QListView[sections="true"]::item { border-radius: 6px; padding: 0 10px; margin: 1px 0; }
QListView[sections="true"]::item:hover { background: $ctl; }
QListView[sections="true"]::item:selected { background: $accent_soft; color: $link; }
QListView[sections="true"]:focus { border: 1px solid $accent; border-radius: 6px; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected { background: $accent_soft; }
QHeaderView { background: $bg; border: 0; }
QHeaderView::section { background: $bg; color: $text_2; border: 0; border-bottom: 1px solid $line; padding: 0 6px;
  height: 27px; }
QTableCornerButton::section { background: $bg; border: 0; }

QProgressBar { background: $ctl_press; border: 0; border-radius: 2px; min-height: 4px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $accent; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
""")


def style_sheet(tokens: Tokens, files: Mapping[str, str]) -> str:
    """Return the sheet for *tokens*; *files* gives the picture of each of `GLYPHS`."""
    values = {**asdict(tokens), **{f"{glyph}_file": file for glyph, file in files.items()}}
    return _SHEET.substitute(values) + "".join(
        f'QLabel[tone="{tone}"] {{ color: {tokens.colour(tone).name()}; }}\n' for tone in _TONES
    )
