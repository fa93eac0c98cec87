"""The handbook as a page in the place of the room: chapters on the left, the text of one on the right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidgetItem, QTextBrowser, QWidget

from winnow.qt.help.chapters import ENGLISH, Chapter, chapters
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import current_theme
from winnow.qt.widgets.contents_list import ContentsList
from winnow.qt.widgets.filter_field import FilterField
from winnow.qt.widgets.scrolling_page import ScrollingPage

_LEFT_PX = 260
_TEXT_PX = 760
_ROW_PX = 32
_LETTER_PX, _LINE_PERCENT = 14, 135
_ABOVE_HEADING_PX, _BELOW_PX = 18, 6
"""Larger and wider than elsewhere: it is read, not glanced at."""


class Handbook(ScrollingPage):
    """Shows the chapter *key* in *language*; what is typed leaves the chapters in which it stands."""

    def __init__(self, key: str, language: str = ENGLISH, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Handbook", "Handbook"), "", parent)
        self._chapters: tuple[Chapter, ...] = chapters(language)
        self.finder: QLineEdit = FilterField(self.tr("Find in the handbook"), self)
        self.list = ContentsList(self.tr("Chapters"), _ROW_PX, self)
        for one in self._chapters:
            item = self.list.add(one.title)
            item.setData(Qt.ItemDataRole.UserRole, one.key)
            item.setToolTip(one.title)
        self.browser = QTextBrowser(self)
        self.set_left(self.list.pane(_LEFT_PX, self, self.finder))
        self._lay_out()
        self._dress()
        self.finder.textChanged.connect(self._filter)
        self.list.currentItemChanged.connect(self._show_item)
        self.browser.anchorClicked.connect(self._follow)
        current_theme().changed.connect(self._dress)
        self.show_chapter(key)
        self.setFocusProxy(self.browser)

    @property
    def key(self) -> str:
        """Which chapter is shown."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def show_chapter(self, key: str) -> None:
        """Show the chapter *key*; one that there is not leaves what is shown."""
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.data(Qt.ItemDataRole.UserRole) == key:
                item.setHidden(False)
                self.list.setCurrentItem(item)

    def _lay_out(self) -> None:
        self.browser.setFrameShape(QFrame.Shape.NoFrame)
        self.browser.setOpenLinks(False)
        self.browser.setAccessibleName(self.tr("Text of the chapter"))
        self.browser.setMaximumWidth(_TEXT_PX)
        self.browser.viewport().setAutoFillBackground(False)
        self.column.addWidget(self.browser, 1)

    @Slot()
    def _dress(self) -> None:
        letters = font(Type.BODY)
        letters.setPixelSize(_LETTER_PX)
        self.browser.document().setDefaultFont(letters)
        self._show_item(self.list.currentItem())

    @Slot(str)
    def _filter(self, typed: str) -> None:
        first = None
        for row, one in enumerate(self._chapters):
            item = self.list.item(row)
            item.setHidden(not one.has(typed))
            if first is None and not item.isHidden():
                first = item
        if first is not None and self.list.currentItem().isHidden():
            self.list.setCurrentItem(first)
        self._mark(typed)

    @Slot()
    def _show_item(self, item: QListWidgetItem | None, _before: QListWidgetItem | None = None) -> None:
        if item is None:
            return
        self.browser.setMarkdown(self._chapters[self.list.row(item)].text)
        self._space()
        self._mark(self.finder.text())

    def _space(self) -> None:
        """Give lines room, and headings more above than below."""
        block = self.browser.document().begin()
        while block.isValid():
            spaced = QTextBlockFormat()
            spaced.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            is_heading = block.blockFormat().headingLevel() > 0
            spaced.setTopMargin(_ABOVE_HEADING_PX if is_heading and block.blockNumber() else 0)
            spaced.setBottomMargin(_BELOW_PX)
            QTextCursor(block).mergeBlockFormat(spaced)
            block = block.next()

    def _mark(self, typed: str) -> None:
        """Select the first place where what was typed stands, so that it is seen."""
        self.browser.moveCursor(QTextCursor.MoveOperation.Start)
        for words in (typed.strip(), *typed.split()[:1]):
            if words and self.browser.find(words):
                return

    @Slot(QUrl)
    def _follow(self, address: QUrl) -> None:
        if address.isRelative():
            self.show_chapter(address.path().removesuffix(".md"))
        elif address.scheme() == "https":
            QDesktopServices.openUrl(address)
