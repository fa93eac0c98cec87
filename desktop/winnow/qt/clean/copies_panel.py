"""Copies in groups: which one stays by the rule, looked at group by group, and settled in one step."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from winnow.app.queries.clean import CopiesView, CopyGroup
from winnow.domain.cleaning import Cleaning, Copy, KeepRule
from winnow.qt.clean.words import copy_words, rule_words, search_words
from winnow.qt.figures import count_words
from winnow.qt.grid.thumbs import Small, Smalls, Thumbs
from winnow.qt.looking_only import changes_project
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.button import Button, IconButton, Role, Size
from winnow.qt.widgets.form import FormRow, SectionHeading
from winnow.qt.widgets.label import ElidedLabel, Label

_EDGE_PX, _GAP_PX, _LEAST_COLUMNS = 92, 6, 2
_LINES_OF_WORDS = 8


class CopiesPanel(QWidget):
    """Shows one group at a time; what the person picks outlives the walk through them."""

    search_wanted = Signal()
    rule_chosen = Signal(object)  # KeepRule
    settle_wanted = Signal(object)  # groups, tuple of CopyGroup
    picture_chosen = Signal(int)  # id, of the group that is looked at
    group_changed = Signal()
    """Other pictures are shown: their squares may be missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = CopiesView((), Cleaning().rule, 0, 0, 0)
        self._view = self._asked
        self._picked: frozenset[int] = frozenset()
        self._at = 0
        self._is_searching = False
        self.search_button = Button("", self, icon_name="search", size=Size.SMALL)
        changes_project(self.search_button)
        self._state = Label("", Type.SMALL, "text-2", self, wrap=True)
        self.rule = QComboBox(self)
        for rule in KeepRule:
            self.rule.addItem(rule_words(rule), rule.value)
        changes_project(self.rule)
        self._where = SectionHeading("", "", self, action=self._steps())
        self.copies = Thumbs(self, _LEAST_COLUMNS, _EDGE_PX, _GAP_PX)
        self.copies.setAccessibleName(self.tr("Copies in this group: pick the one that stays"))
        self._words = [ElidedLabel("", Type.CAPTION, "text-2", self) for _ in range(_LINES_OF_WORDS)]
        self._conflict = Label("", Type.SMALL, "warn", self, wrap=True)
        self.conflict_button = Button(self.tr("Next conflict"), self, icon_name="warning", size=Size.SMALL)
        self.settle_button = Button("", self, Role.PRIMARY, "reject")
        changes_project(self.settle_button)
        self._lay_out()
        self._connect()
        self._show()

    @property
    def view(self) -> CopiesView:
        """What is shown, with what the person picked."""
        return self._view

    @property
    def group(self) -> CopyGroup | None:
        """The group that is looked at."""
        return self._view.groups[self._at] if self._at < len(self._view.groups) else None

    def show_view(self, view: CopiesView) -> None:
        """Show the newest groups; what was picked stays picked."""
        self._asked = view
        self.rule.blockSignals(True)
        self.rule.setCurrentIndex(self.rule.findData(view.rule.value))
        self.rule.blockSignals(False)
        self._at = min(self._at, max(0, len(view.groups) - 1))
        self._show()

    def show_searching(self, is_searching: bool) -> None:
        """Say whether a search runs."""
        self._is_searching = is_searching
        self._say_search()

    def _say_search(self) -> None:
        self.search_button.setEnabled(not self._is_searching)
        again = self.tr("Search anew") if self._view.searched else self.tr("Search")
        self.search_button.setText(self.tr("Searching\u2026") if self._is_searching else again)

    def show_group_of(self, image_id: int) -> None:
        """Look at the group of a picture, if it is in one."""
        for at, group in enumerate(self._view.groups):
            if any(copy.image_id == image_id for copy in group.copies):
                self._go_to(at)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.copies.show_columns(max(_LEAST_COLUMNS, (self.width() - 4) // (_EDGE_PX + _GAP_PX)))

    def _steps(self) -> QWidget:
        made = QWidget(self)
        self.back_button = IconButton("chevron-left", self.tr("Group before"), made, size=Size.SMALL)
        self.on_button = IconButton("chevron-right", self.tr("Next group"), made, size=Size.SMALL)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.back_button)
        row.addWidget(self.on_button)
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading(self.tr("Copies"), "", self, action=self.search_button))
        column.addWidget(self._state)
        column.addWidget(FormRow(self.tr("Which one stays"), self.rule, self))
        column.addWidget(self._where)
        column.addWidget(self.copies)
        for words in self._words:
            column.addWidget(words)
        column.addWidget(self._conflict)
        column.addWidget(self.conflict_button)
        column.addWidget(self.settle_button)
        column.addStretch()

    def _connect(self) -> None:
        self.search_button.clicked.connect(self._search)
        self.rule.currentIndexChanged.connect(self._choose_rule)
        self.back_button.clicked.connect(self._go_back)
        self.on_button.clicked.connect(self._go_on)
        self.copies.picked.connect(self._pick)
        self.conflict_button.clicked.connect(self._go_to_conflict)
        self.settle_button.clicked.connect(self._settle)

    def _show(self) -> None:
        self._view = self._asked.choosing(self._picked)
        surplus = sum(len(group.surplus) for group in self._view.open_groups)
        self._state.setText(self._said())
        self._say_search()
        self.settle_button.setText(self.tr("Reject {0} copies", n=surplus).format(count_words(surplus)))
        self.settle_button.setEnabled(surplus > 0)
        self.conflict_button.setVisible(bool(self._view.conflicts))
        self._show_group()

    def _said(self) -> str:
        view = self._view
        if not view.searched and not view.unsearched:
            return self.tr("There are no pictures yet.")
        if not view.searched:
            return self.tr("Not searched yet.")
        exact = sum(group.is_exact for group in view.groups)
        words = self.tr("{0} groups of copies, {1} of equal pixels.", n=len(view.groups)).format(
            count_words(len(view.groups)), count_words(exact)
        )
        if view.same_bytes:
            words += " " + self.tr("{0} files fell out as the same file.", n=view.same_bytes).format(
                count_words(view.same_bytes)
            )
        if view.conflicts:
            words += " " + self.tr("In {0} the labels contradict each other; these are left alone.").format(
                count_words(len(view.conflicts))
            )
        if view.unsearched:
            words += " " + self.tr("{0} pictures came since.", n=view.unsearched).format(count_words(view.unsearched))
        return f"{words}\n{search_words(view.searched_at, view.searched)}"

    def _show_group(self) -> None:
        group = self.group
        there = group is not None
        for widget in (self._where, self.copies):
            widget.setVisible(there)
        self.back_button.setEnabled(self._at > 0)
        self.on_button.setEnabled(self._at + 1 < len(self._view.groups))
        copies: tuple[Copy, ...] = group.copies if group is not None else ()
        for label, copy in zip(self._words, copies, strict=False):
            label.setText(copy_words(copy))
            label.set_tone("text" if copy is copies[0] else "text-2")
        for at, label in enumerate(self._words):
            label.setVisible(at < len(copies))
        self._conflict.setVisible(group is not None and group.conflicts)
        if group is not None:
            self._show_copies(group)
        self.group_changed.emit()

    def _show_copies(self, group: CopyGroup) -> None:
        self._where.show_name(self.tr("Group {0} of {1}").format(self._at + 1, len(self._view.groups)))
        self._where.show_words(self.tr("equal pixels") if group.is_exact else "")
        self._conflict.setText(
            self.tr("Labels contradict each other: {0}. Pick the picture that stays, or leave the group alone.").format(
                ", ".join(group.labels)
            )
        )
        self.copies.show_smalls(
            Smalls(tuple(Small(int(one.image_id), one.key, copy_words(one)) for one in group.copies))
        )
        stays = frozenset() if group.conflicts else frozenset({int(group.copies[0].image_id)})
        self.copies.show_chosen(stays)
        gone = group.copies[1:] if not group.conflicts else tuple(one for one in group.copies if one.is_rejected)
        self.copies.show_wrong(frozenset(int(one.image_id) for one in gone))

    def _go_to(self, at: int) -> None:
        self._at = at
        self._show_group()

    @Slot()
    def _go_back(self, _checked: bool = False) -> None:
        self._go_to(max(0, self._at - 1))

    @Slot()
    def _go_on(self, _checked: bool = False) -> None:
        self._go_to(min(self._at + 1, len(self._view.groups) - 1))

    @Slot()
    def _go_to_conflict(self, _checked: bool = False) -> None:
        """Look at the next group with a conflict, from the first again after the last."""
        found = [at for at, group in enumerate(self._view.groups) if group.conflicts]
        if found:
            self._go_to(next((at for at in found if at > self._at), found[0]))

    @Slot(int)
    def _pick(self, image_id: int) -> None:
        group = self.group
        if group is not None:
            self._picked = self._picked - {int(copy.image_id) for copy in group.copies} | {image_id}
            self._show()
            self.picture_chosen.emit(image_id)

    @Slot(int)
    def _choose_rule(self, _at: int) -> None:
        self.rule_chosen.emit(KeepRule(self.rule.currentData()))

    @Slot()
    def _settle(self, _checked: bool = False) -> None:
        self.settle_wanted.emit(self._view.open_groups)

    @Slot()
    def _search(self, _checked: bool = False) -> None:
        self.search_wanted.emit()
