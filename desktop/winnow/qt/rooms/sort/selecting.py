"""Keeps the inspector to what is selected: one picture with all that is known of it, or what many are made of."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from winnow.app.grid_rows import NO_LABEL, GridRows
from winnow.app.queries.grid import PictureFacts, SortView, picture_facts
from winnow.app.queries.pictures import NEAR_DUPLICATE
from winnow.domain.cleaning import NO_GROUP, Check
from winnow.domain.cluster import NOISE
from winnow.qt.bridge import Bridge
from winnow.qt.figures import count_words
from winnow.qt.flag_words import FLAG_ORDER, flag_words
from winnow.qt.grid.thumbnail import whole_of
from winnow.qt.grid.thumbs import ask_and_feed
from winnow.qt.grid.view import GridView
from winnow.qt.rooms.sort.counts import composition
from winnow.qt.rooms.sort.loupe import Loupe, Magnifier
from winnow.qt.rooms.sort.picture_pane import PicturePane, Surroundings

Ids = npt.NDArray[np.int64]

_FEW = 8
"""Up to so many selected ones the inspector shows the current one of them."""
_SAMPLES = 20
_SOON_MS = 30


class Selecting(QObject):
    """Follows the grid; the inspector and the loupe show what it finds out."""

    similar_wanted = Signal(int)  # id of the current picture

    def __init__(self, bridge: Bridge, grid: GridView, pane: PicturePane, loupe: Loupe) -> None:
        super().__init__(pane)
        self._bridge = bridge
        self._grid = grid
        self._pane = pane
        self._loupe = loupe
        self._magnifier = Magnifier(bridge, loupe)
        self._view = SortView(GridRows())
        self._shown_id = 0
        self._similar: tuple[int, ...] = ()
        self._explained: tuple[Ids, str] = (np.empty(0, np.int64), "")
        # A rubber band and a held key change the selection many times in a second.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.look)
        grid.selection_changed.connect(self._soon.start)
        grid.current_changed.connect(self._soon.start)

    @property
    def current(self) -> int | None:
        """The current picture, where it is selected."""
        current = self._grid.current_id()
        return current if current is not None and current in self._grid.selected_ids() else None

    def show_view(self, view: SortView) -> None:
        """Read from *view* from now on."""
        if view.labels != self._view.labels or not view.labels:
            self._pane.show_labels(view.labels)
        self._view = view
        self.look()

    def explain(self, ids: Ids, words: str) -> None:
        """Say *words* of exactly these pictures, and show what they are made of, few as they may be."""
        self._explained = (np.sort(ids), words)
        self.look()

    @Slot()
    def look(self) -> None:
        """Show what is selected now."""
        self._soon.stop()
        ids, current = self._grid.selected_ids(), self.current
        if not len(ids):
            self._shown_id = 0
            self._pane.show_nothing()
            self._loupe.close_loupe()
        elif len(ids) > _FEW or current is None or self._words_of(ids):
            self._shown_id = 0
            self._show_many(ids)
        else:
            self._bridge.ask("sort.picture", self._show_picture, picture_facts, current)
        if current is not None and not self._loupe.isHidden():
            self._say_loupe(current)

    @Slot(int, object)
    def show_similar(self, image_id: int, ids: Ids) -> None:
        """Show *ids* as what looks most like the picture *image_id*, if it is still the one that is shown."""
        if image_id == self._shown_id:
            self._similar = tuple(ids.tolist())
            self._feed_similar()

    def _feed_similar(self) -> None:
        below = self._pane.below
        ask_and_feed(self._bridge, below.similar, self._similar, below.show_similar)

    def toggle_loupe(self) -> None:
        """Open the large preview of the current picture, or close it."""
        current = self.current
        if not self._loupe.isHidden():
            self._loupe.close_loupe()
        elif current is not None:
            self._loupe.open()
            self._say_loupe(current)
            self._ask_preview(current)

    def _show_many(self, ids: Ids) -> None:
        of = composition(self._view, ids, self.tr("Unlabelled"), self.tr("Rejected"))
        heading = self.tr("{0} selected").format(count_words(len(ids)))
        self._pane.show_many(heading, self._words_of(ids), len(ids), of)
        samples = self._pane.samples
        samples.show_count(min(_SAMPLES, len(ids)), len(ids))
        samples.show_button.setVisible(not self._grid.isVisible())
        ask_and_feed(self._bridge, samples.pictures, ids[:_SAMPLES].tolist())

    def _words_of(self, ids: Ids) -> str:
        known, words = self._explained
        return words if len(known) and np.array_equal(known, np.sort(ids)) else ""

    def _show_picture(self, facts: PictureFacts) -> None:
        selected = self._grid.selected_ids()
        if facts.image_id != self.current or len(selected) > _FEW or self._words_of(selected):
            return
        self._pane.show_picture(facts, self._around(facts.image_id, selected), len(selected))
        if facts.image_id != self._shown_id:
            self._shown_id = facts.image_id
            self._similar = ()
            self._pane.below.show_similar(0)
            self.similar_wanted.emit(facts.image_id)
        elif self._similar:
            self._feed_similar()  # they may have another label by now
        self._ask_preview(facts.image_id)

    def _around(self, image_id: int, selected: Ids) -> Surroundings:
        view, row = self._view, self._view.row_of(image_id)
        if row < 0:
            return Surroundings()
        number = int(view.clusters[row])
        flags = [name for name in FLAG_ORDER if name in view.flags and view.flags[name][row]]
        group = int(view.copies[row])
        return Surroundings(
            cluster=number + 1 if number != NOISE else None,
            cluster_title=view.titles.get(number, ""),
            flags=tuple(flag_words(name) for name in flags if name != NEAR_DUPLICATE),
            copies=int((view.copies == group).sum()) - 1 if group != NO_GROUP else 0,
            is_sharp=Check.BLURRY.value in view.flags and Check.BLURRY.value not in flags,
            at=int(np.flatnonzero(selected == image_id)[0]) + 1,
        )

    def _ask_preview(self, image_id: int) -> None:
        row = self._view.row_of(image_id)
        if row >= 0:
            read = self._bridge.session.thumbnails.get
            self._bridge.fetch("sort.preview", self._show_preview, whole_of, read, self._view.rows.key(row))

    def _show_preview(self, image: QImage) -> None:
        self._pane.preview.show_image(image)
        current = self.current
        if not self._loupe.isHidden() and current is not None:
            self._magnifier.show_picture(current, image)

    def _say_loupe(self, image_id: int) -> None:
        rows, row = self._view.rows, self._view.row_of(image_id)
        if row < 0:
            return
        label = int(rows.labels[row])
        known = (rows.letters[label], label, rows.label_names[label]) if label != NO_LABEL else None
        self._loupe.show_words(rows.names[row] if rows.names else "", known)
