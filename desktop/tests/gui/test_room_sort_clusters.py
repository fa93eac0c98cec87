"""Clusters in Sort: made by any method, named, split, merged, looked at closely, compared, turned into labels."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator

import pytest
from gui.sorting import EACH, shown, sorted_copy
from gui.studied import k_choice
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu

from winnow.app.commands.labelling import LabelImages
from winnow.app.preferences import Preferences, keep
from winnow.app.queries.grid import sort_view
from winnow.qt.bridge import Bridge
from winnow.qt.grid.headers import SectionAction
from winnow.qt.rooms.sort.contingency import COLUMN_SHARES, letters_of
from winnow.qt.rooms.sort.room import SortRoom

pytestmark = [
    pytest.mark.usefixtures("theme"),
    pytest.mark.qt_log_ignore("This plugin does not support"),  # a menu on a screen that is not there
]

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
JOB_MS = 30_000


@pytest.fixture
def room(qtbot, tmp_path) -> Iterator[SortRoom]:
    """Sort over twelve pictures in two clusters by colour; another clustering, in three by pixels, is kept too."""
    with shown(qtbot, Bridge(sorted_copy(tmp_path))) as made:
        qtbot.waitUntil(lambda: len(made.grid.rows) == 2 * EACH)
        made.grid.setFocus()
        yield made


def counts(room) -> list[int]:
    return [one.count for one in room.grid.rows.sections]


def titles(room) -> list[str]:
    return [one.title for one in room.grid.rows.sections]


def menu_of(qtbot, room) -> QMenu:
    menu = [one for one in room.findChildren(QMenu) if one.isVisible()]
    assert menu, "no menu is open"
    return menu[-1]


def choose(qtbot, room, at: int) -> None:
    menu = menu_of(qtbot, room)
    menu.actions()[at].trigger()
    menu.close()


def test_shift_s_splits_the_cluster_and_shift_m_merges_it_back_and_both_are_undone(qtbot, room):
    assert counts(room) == [EACH, EACH]
    room.grid.go_to(int(room.grid.rows.ids[0]))
    QTest.keyClick(room.grid, KEY.Key_S, SHIFT)
    choose(qtbot, room, 0)
    qtbot.waitUntil(lambda: len(counts(room)) == 3, timeout=JOB_MS)
    assert sum(counts(room)) == 2 * EACH
    room.activateWindow()
    qtbot.waitUntil(room.isActiveWindow)
    room.grid.setFocus()
    QTest.keyClick(room.grid, KEY.Key_M, SHIFT)
    choose(qtbot, room, 0)
    qtbot.waitUntil(lambda: len(counts(room)) == 2, timeout=JOB_MS)
    room._bridge.undo()
    qtbot.waitUntil(lambda: len(counts(room)) == 3)
    room._bridge.undo()
    qtbot.waitUntil(lambda: counts(room) == [EACH, EACH])


def test_a_cluster_is_named_in_its_header_and_a_label_renamed_in_its(qtbot, room):
    room.grid.go_to(int(room.grid.rows.ids[0]))
    QTest.keyClick(room.grid, KEY.Key_F2)
    editor = room.grid._name_editor
    QTest.keyClicks(editor, "Warm ones")
    QTest.keyClick(editor, KEY.Key_Return)
    qtbot.waitUntil(lambda: titles(room)[0] == "Warm ones")
    QTest.keyClick(room.grid, KEY.Key_1)
    room.groups.group("label")
    qtbot.waitUntil(lambda: titles(room) == ["cat", "Unlabelled"])
    room.grid.section_renamed.emit(room.grid.rows.sections[0].key, "tiger")
    qtbot.waitUntil(lambda: titles(room) == ["tiger", "Unlabelled"])


@pytest.mark.usefixtures("inline")
def test_a_closer_look_estimates_purity_and_a_mixed_cluster_offers_to_split_first(qtbot, room):
    room.grid.go_to(int(room.grid.rows.ids[0]))
    QTest.keyClick(room.grid, KEY.Key_C)
    panel = room.sections.check_panel
    assert panel.isVisible()
    qtbot.waitUntil(lambda: len(panel.spots.pictures) == EACH)
    typical = [one.id for one in panel.typical.pictures]
    assert typical == room.grid.rows.ids[:EACH].tolist()
    assert [one.id for one in panel.least.pictures] == typical[::-1]
    assert panel.purity_words.startswith("6 of 6 belong: 100 % pure, 61")
    assert panel.split_button.text() == "Split further"
    QTest.mouseClick(panel.spots, LEFT, pos=panel.spots.spot(0).center())
    panel.spots.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(panel.spots, KEY.Key_Right)
    QTest.keyClick(panel.spots, KEY.Key_Space)
    assert panel.purity_words.startswith("4 of 6 belong: 67 % pure")
    assert panel.split_button.text() == "Mixed: split further"
    QTest.mouseClick(panel.split_button, LEFT)
    qtbot.waitUntil(lambda: len(counts(room)) == 3, timeout=JOB_MS)
    room.grid.setFocus()
    QTest.keyClick(room.grid, KEY.Key_Escape)
    assert panel.isHidden()


def test_the_label_menu_of_a_mixed_cluster_begins_with_splitting_it(qtbot, room):
    rows = room.grid.rows
    session = room._bridge.session
    session.do(LabelImages(tuple(rows.ids[:3].tolist()), 1)).result()
    session.do(LabelImages(tuple(rows.ids[3:EACH].tolist()), 2)).result()
    qtbot.waitUntil(lambda: len(room.grid.rows.sections[0].label_counts) == 2)
    room.grid.section_action.emit(rows.sections[0].key, SectionAction.LABEL_AS, QPoint(300, 200))
    menu = menu_of(qtbot, room)
    assert menu.actions()[0].text() == "Mixed: split further"
    menu.close()
    room.grid.section_action.emit(rows.sections[1].key, SectionAction.LABEL_AS, QPoint(300, 200))
    menu = menu_of(qtbot, room)
    assert "cat" in menu.actions()[0].text()
    menu.close()


def test_two_clusterings_are_compared_by_arrow_keys_and_a_cells_pictures_are_labelled(qtbot, room):
    QTest.keyClick(room.tools.tabs, KEY.Key_End)
    page = room.compare
    qtbot.waitUntil(lambda: page._compared is not None)
    assert page._compared.counts.sum() == 2 * EACH
    assert page.figures["ari"].value.text() == f"{page._compared.ari:.2f}".replace("-", "−")
    assert room.tools.use_button.text() == "Use K-Means"
    page.table.setFocus()
    for key in (KEY.Key_Down, KEY.Key_Right, KEY.Key_Left, KEY.Key_Up):
        QTest.keyClick(page.table, key)
    assert page.table.picked == (0, 0)
    row = next(at for at in range(3) if page._compared.counts[0, at])
    QTest.mouseClick(page.table, LEFT, pos=page.table.cell_rect(0, row).center())
    wanted = page._compared.cell(0, row)
    assert sorted(room.grid.selected_ids()) == sorted(wanted)
    qtbot.waitUntil(room.picture.many.isVisible)
    assert f"of cluster {letters_of(3)[row]}" in room.picture.many._words.text()
    QTest.keyClick(page.table, KEY.Key_2)
    qtbot.waitUntil(lambda: sum(count for _, count in room.grid.rows.sections[0].label_counts) == len(wanted))
    page.cells.choose(COLUMN_SHARES)
    page.table.show_as(COLUMN_SHARES)
    assert page.table._words(0, row).endswith("%")
    QTest.mouseClick(room.tools.use_button, LEFT)
    qtbot.waitUntil(lambda: room._view.arrangement.features == "pixels")


@pytest.mark.usefixtures("inline")
def test_the_pane_says_what_a_method_costs_and_sets_its_settings(qtbot, room):
    pane = room.groups
    pane.methods.setCurrentIndex(pane.methods.findData("HDBSCAN"))
    assert not pane.k_field.isEnabled()
    assert "12 images" in pane._cost.text()
    QTest.mouseClick(pane.settings_button, LEFT)
    field = pane.settings.field("min_cluster_size")
    field.setValue(3)
    assert pane.chosen_settings["min_cluster_size"] == 3
    pane.methods.setCurrentIndex(pane.methods.findData("AgglomerativeClustering"))
    pane.methods.setCurrentIndex(pane.methods.findData("HDBSCAN"))
    assert pane.chosen_settings["min_cluster_size"] == 3
    pane.methods.setCurrentIndex(pane.methods.findData("AgglomerativeClustering"))
    assert pane.k_field.isEnabled()
    pane.features.choose("pixels")
    pane.k_field.setValue(4)
    QTest.mouseClick(pane.cluster_button, LEFT)
    qtbot.waitUntil(lambda: len(counts(room)) == 4, timeout=JOB_MS)
    assert room._view.arrangement.method == "AgglomerativeClustering"
    assert "4 clusters" in room.toolbar._words.text()


@pytest.mark.usefixtures("inline")
def test_suggest_k_draws_the_scores_and_its_suggestion_is_used(qtbot, room):
    room.groups.features.choose("colour")
    room.k_panel.high.setValue(4)
    room.k_panel.restarts.setValue(2)
    QTest.mouseClick(room.groups.suggest_button, LEFT)
    assert room.k_panel.isVisible()
    qtbot.waitUntil(room.k_panel.use_button.isEnabled, timeout=JOB_MS)
    assert "2 clusters" in room.k_panel.sentence.text()
    assert [one.k for one in room.k_panel.table.shown] == [2, 3, 4]
    room.k_panel.show_choice(k_choice())
    assert room.k_panel.use_button.text() == "Use 3"
    assert [one.k for one in room.k_panel.table.shown] == [2, 3, 4, 5]
    QTest.mouseClick(room.k_panel.use_button, LEFT)
    assert room.groups.k == 3
    assert room.k_panel.isHidden()
    assert not room.groups.suggest_button.isChecked()
    qtbot.waitUntil(lambda: len(counts(room)) == 3, timeout=JOB_MS)


def test_clusters_become_labels_in_one_step(qtbot, room):
    action = next(one for one in room.room_actions if one.text() == "Use the clusters as labels")
    action.trigger()
    qtbot.waitUntil(lambda: set(room.grid.rows.label_names[2:]) == {"Cluster 1", "Cluster 2"})
    qtbot.waitUntil(lambda: all(one.labelled == EACH for one in room.grid.rows.sections))
    room._bridge.undo()
    qtbot.waitUntil(lambda: not any(one.labelled for one in room.grid.rows.sections))


def test_a_contact_sheet_is_seen_and_written_as_png(qtbot, room, tmp_path):
    action = next(one for one in room.room_actions if one.text() == "Contact sheet of the cluster")
    action.trigger()
    qtbot.waitUntil(lambda: not room.sheets.sheet.isNull())
    assert room.sheets.mean.width() == 256
    room.sheets.save_in(tmp_path, all_clusters=True)
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("*.png"))) == 4, timeout=JOB_MS)
    QTest.keyClick(room.sheets, KEY.Key_Escape)
    assert room.sheets.isHidden()
    assert room.grid.hasFocus()


def test_shift_c_closes_all_sections_and_opens_them(qtbot, room):
    QTest.keyClick(room.grid, KEY.Key_C, SHIFT)
    assert not room.grid.layout_now.shown_ranges()
    QTest.keyClick(room.grid, KEY.Key_C, SHIFT)
    assert room.grid.layout_now.shown_ranges() == [(0, 2 * EACH - 1)]


def test_grouped_by_quality_and_duplicates_their_panels_take_the_place_of_what_clusters(qtbot, room):
    room.groups.group("duplicates")
    qtbot.waitUntil(lambda: room.cleaning.cleaner is not None)
    assert room.cleaning.cleaner.copies.isVisible()
    assert not room.groups.methods.isVisible()
    room.groups.group("quality")
    qtbot.waitUntil(room.cleaning.cleaner.quality.isVisible)
    assert not room.cleaning.cleaner.copies.isVisible()
    room.groups.group("cluster")
    qtbot.waitUntil(room.groups.methods.isVisible)
    assert not room.cleaning.cleaner.quality.isVisible()
    assert room._bridge.session.ask(sort_view).in_all == 2 * EACH


@pytest.fixture
def cluster_that_is_gone():
    keep(Preferences(engine="ray://127.0.0.1:1"))


@pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="Ray is not installed (extra 'cluster')")
@pytest.mark.usefixtures("cluster_that_is_gone")
def test_a_cluster_that_was_preferred_is_offered_and_its_silence_is_told(qtbot, tmp_path):
    with shown(qtbot, Bridge(sorted_copy(tmp_path))) as room:
        pane = room.groups
        qtbot.waitUntil(pane.cluster_button.isEnabled)
        qtbot.mouseClick(pane.settings_button, LEFT)
        offered = [pane.engines.itemText(at) for at in range(pane.engines.count())]
        assert offered == ["This computer", "All cores, by Ray", "Cluster ray://127.0.0.1:1"]
        pane.engines.setCurrentIndex(2)
        pane.features.choose("embedding")
        qtbot.mouseClick(pane.cluster_button, LEFT)
        qtbot.waitUntil(lambda: "ray://127.0.0.1:1 cannot be used" in said(room), timeout=2 * JOB_MS)


def said(room) -> str:
    return " ".join(label.text() for label in room.groups.findChildren(QLabel) if label.isVisible())
