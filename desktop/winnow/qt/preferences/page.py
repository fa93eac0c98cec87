"""The preferences as one scrolling page; what is chosen holds at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QVBoxLayout, QWidget

from winnow.app.preferences import Preferences
from winnow.domain.label import Label as ClassLabel
from winnow.domain.label import by_position, letters
from winnow.qt.preferences.class_preview import ClassPreview
from winnow.qt.preferences.fields import Fields
from winnow.qt.preferences.picture_preview import PicturePreview, Shown
from winnow.qt.preferences.settings import Section, Setting, section_words, settings
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.icons import icon
from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.contents_list import ContentsList
from winnow.qt.widgets.filter_field import FilterField
from winnow.qt.widgets.form import Separator
from winnow.qt.widgets.label import Label
from winnow.qt.widgets.scrolling_page import ScrollingPage

_WIDTH_PX = 760
_ROW_PX = 46
_LEFT_PX = 236
_RIGHT_PX = 232
_SECTION_PX = 34
_INSET_PX = 8


class PreferencesPage(ScrollingPage):
    """Shows preferences; emits each new state of them."""

    changed = Signal(object)  # Preferences
    clearing_wanted = Signal()  # what can be made again is to go

    def __init__(
        self,
        now: Preferences,
        languages: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        words = QCoreApplication.translate("PreferencesPage", "saved as you change them")
        super().__init__(QCoreApplication.translate("PreferencesPage", "Preferences"), words, parent)
        self._now = now
        self._rows: dict[str, QWidget] = {}
        self._headings: dict[Section, QWidget] = {}
        self.fields = Fields(now, languages, self)
        self.fields.chosen.connect(self._take)
        self.fields.clearing_wanted.connect(self.clearing_wanted)
        self._settings = [one for one in settings() if one.key in self.fields.widgets]
        self.held.setMaximumWidth(_WIDTH_PX + 108)
        self.column.setContentsMargins(56, 4, 52, 24)
        self._fill()
        self.finder = FilterField(self.tr("Find a setting"), self)
        self.sections = ContentsList(self.tr("Sections"), _SECTION_PX, self)
        self.sections.setIconSize(QSize(16, 16))
        for section in self._headings:
            item = self.sections.add(section_words(section), icon(section.value, "text-2"))
            item.setData(Qt.ItemDataRole.UserRole, section)
        self.set_left(self.sections.pane(_LEFT_PX, self, self.finder, _INSET_PX))
        self.classes = ClassPreview(self)
        self._right = QWidget(self)
        self._right.setFixedWidth(_RIGHT_PX)
        beside = QVBoxLayout(self._right)
        beside.setContentsMargins(0, 22, 16, 16)
        self.pictures = PicturePreview(self)
        beside.setSpacing(12)
        beside.addWidget(self.pictures)
        beside.addWidget(self.classes)
        beside.addStretch(1)
        self.set_right(self._right)
        self.reset_button = Button(self.tr("Reset all"), self, Role.QUIET, "undo")
        self.reset_button.setToolTip(self.tr("Every setting as it was at first"))
        self.reset_button.clicked.connect(self._reset)
        self.add_action(self.reset_button)
        self.finder.textChanged.connect(self._filter)
        self.sections.itemClicked.connect(self._go)
        self.sections.currentItemChanged.connect(self._go)

    def show_setting(self, key: str) -> None:
        """Scroll to the setting *key* and give it the focus."""
        if key in self._rows:
            # Rows have no places before the page was laid out.
            QTimer.singleShot(0, self, lambda: self.show_part(self._rows[key]))
            self.fields.widgets[key].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_project(self, labels: Sequence[ClassLabel], pictures: Sequence[Shown]) -> None:
        """Show what is chosen on the classes and on some *pictures* of the open project."""
        in_order = sorted(labels, key=lambda one: one.position)
        self.classes.show_labels(in_order)
        self.pictures.show_pictures(pictures, by_position(in_order, letters([one.name for one in in_order])))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._right.setVisible(self.width() >= _LEFT_PX + _WIDTH_PX + _RIGHT_PX)

    def _fill(self) -> None:
        for section in Section:
            there = [one for one in self._settings if one.section is section]
            if not there:
                continue
            heading = Label(section_words(section), Type.HEADING)
            heading.setContentsMargins(0, 18, 0, 4)
            heading.setMinimumHeight(heading.sizeHint().height())
            self._headings[section] = heading
            self.column.addWidget(heading)
            for one in there:
                self._rows[one.key] = self._row(one)
                self.column.addWidget(self._rows[one.key])
        self.column.addStretch(1)

    def _row(self, setting: Setting) -> QWidget:
        field = self.fields.widgets[setting.key]
        whole = QWidget()
        outside = QVBoxLayout(whole)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        line = QWidget(whole)
        line.setMinimumHeight(_ROW_PX)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 4, 2, 4)  # room for the ring of the focus
        about = QVBoxLayout()
        about.setSpacing(0)
        about.addWidget(Label(setting.name, Type.BUTTON))
        about.addWidget(self.fields.about.get(setting.key) or Label(setting.about, Type.CAPTION, "text-2"))
        row.addLayout(about, 1)
        row.addSpacing(16)
        row.addWidget(field)
        if not isinstance(field, Label | Button):
            field.setAccessibleName(setting.name)
            field.setAccessibleDescription(setting.about)
        outside.addWidget(line)
        outside.addWidget(Separator())
        return whole

    @Slot()
    def _go(self, item: QListWidgetItem | None, _before: QListWidgetItem | None = None) -> None:
        if item is not None:
            self.show_part(self._headings[item.data(Qt.ItemDataRole.UserRole)], at_top=True)

    @Slot(str)
    def _filter(self, typed: str) -> None:
        wanted = typed.casefold().split()
        shown = set()
        for one in self._settings:
            said = f"{one.name} {one.about} {section_words(one.section)}".casefold()
            is_shown = all(word in said for word in wanted)
            self._rows[one.key].setVisible(is_shown)
            if is_shown:
                shown.add(one.section)
        for section, heading in self._headings.items():
            heading.setVisible(section in shown)

    @Slot()
    def _reset(self, _checked: bool = False) -> None:
        self.fields.show_preferences(Preferences())
        self._tell(Preferences())

    @Slot(str, object)
    def _take(self, key: str, value: object) -> None:
        self._tell(replace(self._now, **{key: value}))  # type: ignore[arg-type] # a field says its own type

    def _tell(self, wanted: Preferences) -> None:
        if wanted != self._now:
            self._now = wanted
            self.changed.emit(wanted)
