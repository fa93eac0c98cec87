"""What Sort does to pictures: label, unlabel, reject; a name is asked for where a key has no label yet."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from winnow.app.commands.labelling import LabelAsNew, LabelImages, RejectImages
from winnow.app.grid_rows import Mark
from winnow.app.queries.grid import SortView
from winnow.app.session import Session
from winnow.domain.label import letters
from winnow.qt.bridge import Bridge
from winnow.qt.looking_only import changes_project

Ids = npt.NDArray[np.int64]

_KEYS = 9


class Labelling(QObject):
    """Turns wishes about ids into commands; labels past the last are made by typing their name."""

    typing_wanted = Signal(object)  # ids that a label is to be typed for

    def __init__(self, bridge: Bridge, view: SortView, window: QWidget) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._view = view
        self._window = window

    def show_view(self, view: SortView) -> None:
        """Know the labels and marks of *view* from now on."""
        self._view = view

    def label(self, ids: Ids, number: int) -> None:
        """Give *ids* the label of the key *number*, from 1; past the last label, one to be typed."""
        wanted = tuple(ids.tolist())
        if not wanted:
            return
        if number <= len(self._view.labels):
            self._bridge.do(LabelImages(wanted, self._view.labels[number - 1].id))
        else:
            self.typing_wanted.emit(ids)

    def label_called(self, ids: Ids, name: str) -> None:
        """Give *ids* the label *name*, made if it is missing."""
        known = {label.name: label.id for label in self._view.labels}
        folded, wanted = " ".join(name.split()), tuple(ids.tolist())
        if folded in known and wanted:
            self._bridge.do(LabelImages(wanted, known[folded]))
        elif folded and wanted:
            self._bridge.do(LabelAsNew(folded, wanted))

    def unlabel(self, ids: Ids) -> None:
        """Take the labels of *ids* away."""
        if len(ids):
            self._bridge.do(LabelImages(tuple(ids.tolist()), None))

    def reject(self, ids: Ids) -> None:
        """Reject *ids*; where all of them are rejected already, bring them back."""
        if not len(ids):
            return
        rows = self._view.rows
        marks = rows.marks[np.isin(rows.ids, ids)]
        wanted = tuple(ids.tolist())
        if np.all(marks & Mark.REJECTED):
            self._bridge.change(None, _bring_back, self._bridge.session, wanted)
        else:
            self._bridge.do(RejectImages(wanted))

    def open_menu(self, ids: Ids, at: QPoint) -> QMenu:
        """Offer the labels for *ids* in a menu at the point *at* of the screen; return it, to be added to."""
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        self.fill_menu(menu, lambda: ids)
        menu.popup(at)
        return menu

    def fill_menu(self, menu: QMenu, ids: Callable[[], Ids]) -> None:
        """Put the labels into *menu*, for what *ids* gives when one is chosen."""
        menu.clear()
        names = [label.name for label in self._view.labels]
        for number, (letter, name) in enumerate(zip(letters(names), names, strict=True), start=1):
            self._add(menu, f"{letter}   {name}".replace("&", "&&"), number, partial(self._label_later, ids, number))
        number = len(names) + 1
        menu.addSeparator()
        self._add(menu, self.tr("New label\u2026"), number, partial(self._label_later, ids, number))
        unlabel = changes_project(menu.addAction(self.tr("Unlabel") + "\tU"))
        unlabel.triggered.connect(partial(self._unlabel_later, ids))

    def _add(self, menu: QMenu, words: str, number: int, then: Callable[..., None]) -> None:
        action = changes_project(menu.addAction(f"{words}\t{number}" if number <= _KEYS else words))
        action.triggered.connect(then)

    def _label_later(self, ids: Callable[[], Ids], number: int, _checked: bool = False) -> None:
        self.label(ids(), number)

    def _unlabel_later(self, ids: Callable[[], Ids], _checked: bool = False) -> None:
        self.unlabel(ids())


def _bring_back(session: Session, ids: tuple[int, ...]) -> None:
    # Only here: cleaning loads what decodes, which the grid does not need to be shown.
    from winnow.app.pipelines.cleaning import bring_back

    bring_back(session, ids)
