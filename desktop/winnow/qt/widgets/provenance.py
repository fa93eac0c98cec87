"""Where a picture came from, in rows; an address opens in the browser."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from winnow.qt.dates import time_words
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.form import FactRow
from winnow.qt.widgets.label import Label, plain_tip

_NAME_PX = 64


class ProvenanceRows(QWidget):
    """Source, title, page, author, licence, time: what is known of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_facts(self, source: str, facts: Mapping[str, str]) -> None:
        """Show the name of the *source* and what *facts*, a picture's provenance, say."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._add(self.tr("Source"), " · ".join(part for part in (source, facts.get("origin", "")) if part))
        self._add(self.tr("Title"), facts.get("title") or facts.get("alt", ""))
        self._add_link(self.tr("Page"), facts.get("page", ""))
        self._add_link(self.tr("Address"), facts.get("fetched_from", ""))
        self._add(self.tr("Author"), facts.get("author", ""))
        if facts.get("licence_url"):
            self._add_link(self.tr("Licence"), facts["licence_url"], facts.get("licence") or facts["licence_url"])
        else:
            self._add(self.tr("Licence"), facts.get("licence", ""))
        self._add(self.tr("Fetched"), time_words(facts.get("fetched_at", "")))

    def _add(self, name: str, fact: str) -> None:
        if fact:
            self._column.addWidget(FactRow(name, fact, self, _NAME_PX))

    def _add_link(self, name: str, address: str, words: str = "") -> None:
        if not address:
            return
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        named = Label(name, Type.SMALL, "text-2", line)
        named.setFixedWidth(_NAME_PX)
        row.addWidget(named)
        row.addWidget(AddressLink(address, words, line), 1)
        self._column.addWidget(line)


class AddressLink(Button):
    """An address that opens in the browser; only http and https, for it came from outside."""

    def __init__(self, address: str, words: str = "", parent: QWidget | None = None) -> None:
        shown = words or address.removeprefix("https://").removeprefix("http://")
        super().__init__(shown.replace("&", "&&"), parent, Role.LINK)
        self._address = address
        self.setToolTip(plain_tip(address))
        self.setAccessibleName(shown)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)

    def _open(self, _checked: bool = False) -> None:
        open_address(self._address)


def open_address(address: str) -> None:
    """Open a web address in the browser; anything else is left alone."""
    url = QUrl(address)
    if url.scheme() in ("http", "https") and url.isValid():
        QDesktopServices.openUrl(url)
