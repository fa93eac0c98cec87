"""The widgets of every room."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from winnow.qt.theme.tokens import LIGHT
from winnow.qt.widgets.banner import WarningBanner
from winnow.qt.widgets.bars import MeterBar, StackedBar
from winnow.qt.widgets.button import Button, IconButton
from winnow.qt.widgets.card import Card, OptionCard
from winnow.qt.widgets.chip import Chip, ClassChip, ClusterChip
from winnow.qt.widgets.drop_target import DropTarget
from winnow.qt.widgets.empty_state import EmptyState
from winnow.qt.widgets.file_dialog import ask_once
from winnow.qt.widgets.filter_field import FilterField
from winnow.qt.widgets.form import FormRow
from winnow.qt.widgets.key_cap import KeyCap
from winnow.qt.widgets.label import ElidedLabel, Label
from winnow.qt.widgets.label_button import LabelButton
from winnow.qt.widgets.rail import Rail, RailItem
from winnow.qt.widgets.segmented import Segmented, Tabs
from winnow.qt.widgets.switch import Switch

pytestmark = pytest.mark.usefixtures("theme")


def _count(widget: QWidget, wanted: QColor) -> int:
    """Return how many pixels of *widget* have exactly the colour *wanted*."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return sum(
        image.pixelColor(x, y).name() == wanted.name() for x in range(image.width()) for y in range(image.height())
    )


@pytest.fixture
def shown(qtbot):
    """Show a widget in a window of its own and return it."""

    def show(widget):
        qtbot.addWidget(widget)
        widget.show()
        qtbot.waitExposed(widget)
        return widget

    return show


@pytest.mark.parametrize("kind", [Segmented, Tabs])
def test_the_keyboard_chooses_a_part(qtbot, shown, kind):
    parts = shown(kind((("grid", "Grid"), ("map", "Map"), ("compare", "Compare"))))
    with qtbot.waitSignal(parts.chosen, check_params_cb=lambda key: key == "map"):
        qtbot.keyClick(parts, Qt.Key.Key_Right)
    with qtbot.waitSignal(parts.chosen, check_params_cb=lambda key: key == "compare"):
        qtbot.keyClick(parts, Qt.Key.Key_End)
    with qtbot.assertNotEmitted(parts.chosen):
        qtbot.keyClick(parts, Qt.Key.Key_Right)
    assert parts.accessibleDescription() == "Compare"


@pytest.mark.parametrize("kind", [Segmented, Tabs])
def test_a_click_chooses_a_part(qtbot, shown, kind):
    parts = shown(kind((("grid", "Grid"), ("map", "Map"))))
    with qtbot.waitSignal(parts.chosen, check_params_cb=lambda key: key == "map"):
        qtbot.mouseClick(parts, Qt.MouseButton.LeftButton, pos=parts.part_rect("map").center())
    assert parts.key == "map"


def test_choosing_by_program_says_nothing(qtbot):
    parts = Segmented((("grid", "Grid"), ("map", "Map")))
    qtbot.addWidget(parts)
    with qtbot.assertNotEmitted(parts.chosen):
        parts.choose("map")
    assert parts.key == "map"


def test_the_chosen_part_stays_when_the_parts_change(qtbot):
    parts = Segmented((("a", "A"), ("b", "B")))
    qtbot.addWidget(parts)
    parts.choose("b")
    parts.show_parts((("b", "B"), ("c", "C")))
    assert parts.key == "b"
    parts.show_parts((("c", "C"),))
    assert parts.key == "c"


def test_the_ring_of_a_room_grows_with_its_work(qtbot):
    item = RailItem("Sort", "sort")
    qtbot.addWidget(item)
    counts = []
    for share in (None, 0.25, 0.75):
        item.show_state(share)
        counts.append(_count(item, LIGHT.colour("accent")))
    assert counts[0] == 0 < counts[1] < counts[2]
    item.show_state(1.0)
    assert _count(item, LIGHT.colour("accent")) == 0
    assert _count(item, LIGHT.colour("good")) > counts[2]


def test_a_room_that_is_out_of_date_has_a_dot_and_says_so(qtbot):
    item = RailItem("Train", "train")
    qtbot.addWidget(item)
    assert _count(item, LIGHT.colour("warn-mark")) == 0
    item.show_state(1.0, "4 runs", out_of_date=True)
    assert _count(item, LIGHT.colour("warn-mark")) > 30
    assert item.accessibleDescription() == "4 runs, out of date"


def test_a_click_on_the_rail_chooses_a_room(qtbot, shown):
    rail = shown(Rail())
    sort, edit = rail.add_room("sort", "Sort", "sort"), rail.add_room("edit", "Edit", "edit")
    rail.choose("sort")
    with qtbot.waitSignal(rail.chosen, check_params_cb=lambda key: key == "edit"):
        qtbot.mouseClick(edit, Qt.MouseButton.LeftButton)
    assert (sort.isChecked(), edit.isChecked()) == (False, True)
    rail.choose("")
    assert not edit.isChecked()


def test_preferences_are_asked_for_and_shown_open_only_by_the_window(qtbot, shown):
    rail = shown(Rail())
    with qtbot.waitSignal(rail.preferences_wanted):
        qtbot.mouseClick(rail.preferences_button, Qt.MouseButton.LeftButton)
    assert not rail.preferences_button.isChecked()
    rail.show_preferences_open(True)
    assert rail.preferences_button.isChecked()


def test_names_from_outside_are_never_mark_up(qtbot):
    label = Label("<b>bold</b><img src=x>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_text_that_is_cut_short_is_whole_in_the_tooltip(qtbot, shown):
    label = shown(ElidedLabel("a-very-long-name-of-a-picture-that-nobody-needs.jpg"))
    label.resize(400, 18)
    assert label.toolTip() == ""
    label.resize(80, 18)
    assert label.toolTip() == f"<qt>{label.text()}</qt>"


def test_an_icon_alone_says_what_it_does(qtbot):
    button = IconButton("undo", "Undo", shortcut="Ctrl+Z")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("Undo", "Undo  Ctrl+Z")
    button.say("Undo", "Nothing to undo")
    assert button.toolTip() == "Undo  Ctrl+Z  Nothing to undo"


def test_a_button_is_wide_enough_for_its_words(qtbot):
    bare, whole = Button("Label as"), Button("Label as", icon_name="tag", arrow=True, key="Enter")
    for button in (bare, whole):
        qtbot.addWidget(button)
    assert bare.sizeHint().height() == 28
    assert whole.sizeHint().width() > bare.sizeHint().width() + 60


def test_a_switch_follows_the_space_bar(qtbot, shown):
    switch = shown(Switch("Leave them out"))
    with qtbot.waitSignal(switch.toggled, check_params_cb=bool):
        qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert _count(switch, LIGHT.colour("accent-fill")) > 100


def test_a_card_is_chosen_by_mouse_and_keyboard(qtbot, shown):
    card = shown(Card("Shelter galleries"))
    card.resize(200, 80)
    with qtbot.waitSignal(card.clicked):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(card.clicked):
            qtbot.keyClick(card, key)


def test_a_press_that_leaves_the_card_is_no_click(qtbot, shown):
    card = shown(Card("Shelter galleries"))
    card.resize(200, 80)
    qtbot.mousePress(card, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(card.clicked):
        qtbot.mouseRelease(card, Qt.MouseButton.LeftButton, pos=QPoint(400, 400))


def test_an_option_that_is_chosen_looks_so(qtbot):
    card = OptionCard("CSV", "table and pictures")
    qtbot.addWidget(card)
    before = _count(card, LIGHT.colour("accent-soft"))
    card.show_chosen(True)
    assert card.is_chosen
    assert before == 0 < _count(card, LIGHT.colour("accent-soft"))


def test_a_bar_shows_its_share(qtbot):
    bar = MeterBar(height_px=8)
    qtbot.addWidget(bar)
    bar.resize(100, 8)
    bar.show_share(0.5)
    half = _count(bar, LIGHT.colour("accent"))
    bar.show_share(7.0)
    assert bar.share == 1.0
    assert half == pytest.approx(_count(bar, LIGHT.colour("accent")) / 2, rel=0.1)


def test_a_stacked_bar_parts_its_width_by_counts(qtbot):
    bar = StackedBar()
    qtbot.addWidget(bar)
    bar.resize(92, 8)
    cat, dog = LIGHT.class_colour(0), LIGHT.class_colour(1)
    bar.show_parts(((30, cat), (10, dog), (0, "rejected")))
    assert _count(bar, cat) == pytest.approx(3 * _count(bar, dog), rel=0.15)
    assert _count(bar, LIGHT.colour("rejected")) == 0


@pytest.mark.parametrize(
    ("chip", "fill"),
    [(lambda: ClassChip("C", 0), "#e69f00"), (lambda: ClusterChip(2), "#44843a"), (lambda: KeyCap("X"), "#ffffff")],
)
def test_marks_show_their_colour(qtbot, chip, fill):
    made = chip()
    qtbot.addWidget(made)
    made.resize(made.sizeHint().expandedTo(made.minimumSize()))
    assert _count(made, QColor(fill)) > 60


def test_a_chip_made_a_filter_can_be_switched_on(qtbot, shown):
    chip = shown(Chip("Blurred"))
    assert not chip.isCheckable()
    chip.make_filter()
    with qtbot.waitSignal(chip.toggled):
        qtbot.keyClick(chip, Qt.Key.Key_Space)


def test_a_label_button_says_name_and_key(qtbot, shown):
    button = shown(LabelButton("cat", "1", ("C", 0)))
    assert button.toolTip() == "<qt>cat  1</qt>"
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_a_value_that_cannot_be_taken_is_marked_and_explained(qtbot):
    row = FormRow("Seed", QLineEdit(), hint="any whole number")
    qtbot.addWidget(row)
    row.show_wrong("This is not a whole number.")
    said = [label.text() for label in row.findChildren(Label)]
    assert said == ["Seed", "This is not a whole number."]
    assert row.field.property("wrong") is True
    row.show_wrong("")
    assert [label.text() for label in row.findChildren(Label)] == ["Seed", "any whole number"]
    assert row.field.accessibleName() == "Seed"


def test_files_and_text_that_are_dropped_are_told_apart(qtbot, tmp_path):
    target = DropTarget()
    qtbot.addWidget(target)
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.zip")), QUrl("https://example.org/b.jpg")])
    with qtbot.waitSignal(target.dropped, check_params_cb=lambda paths: paths == [Path(tmp_path / "a.zip")]):
        target.take(files)
    words = QMimeData()
    words.setText("https://example.org/b.jpg")
    with qtbot.waitSignal(
        target.offered, check_params_cb=lambda found: found.addresses == ("https://example.org/b.jpg",)
    ):
        target.take(words)


def test_an_empty_room_shows_its_keys(qtbot):
    state = EmptyState("Nothing to sort yet", "Collect first.", keys=(("Ctrl Z", "undo"), ("X", "reject")))
    qtbot.addWidget(state)
    assert [cap.accessibleName() for cap in state.findChildren(KeyCap)] == ["Ctrl", "Z", "X"]


def test_a_banner_says_its_words_to_a_screen_reader(qtbot):
    banner = WarningBanner("83 images have no known licence.", "Think before you pass them on.")
    qtbot.addWidget(banner)
    assert banner.accessibleName() == "83 images have no known licence."
    assert banner.accessibleDescription() == "Think before you pass them on."


def test_a_filter_is_reached_by_its_key_and_emptied_by_esc(qtbot, shown):
    window = QWidget()
    field = FilterField("Filter projects", window)
    other = QLineEdit(window)
    other.setReadOnly(True)
    shown(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Slash)
    assert field.hasFocus()
    qtbot.keyClicks(field, "cat")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_a_file_dialogue_goes_once_it_is_answered(qtbot, tmp_path):
    window = QWidget()
    qtbot.addWidget(window)
    chosen: list[str] = []
    dialog = QFileDialog(window, "Choose", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.fileSelected.connect(chosen.append)
    ask_once(dialog)
    dialog.accept()
    qtbot.waitUntil(lambda: not window.findChildren(QFileDialog))
    assert chosen == [str(tmp_path)]


@pytest.mark.parametrize("letter", ["W", "Cow"])
def test_the_letters_of_a_class_stay_within_its_chip(theme, qtbot, letter):
    shown = ClassChip(letter, 0)
    qtbot.addWidget(shown)
    image, fill = shown.grab().toImage(), theme.tokens.class_colour(0)
    # A column of the colour alone on both sides: nothing of a letter was cut off.
    assert all(image.pixelColor(x, y) == fill for x in (0, 15) for y in range(5, 11))
    assert any(image.pixelColor(x, 8) != fill for x in range(2, 14))
