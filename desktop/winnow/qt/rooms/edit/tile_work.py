"""Laying tiles over the picture on the canvas, until they are added or dropped."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from winnow.app.pipelines.editing import SURE, tile_scores
from winnow.app.pipelines.framing import tile_origin
from winnow.domain.frame import StoredFrame
from winnow.domain.label import Label, letters
from winnow.domain.tiling import Tiles, TilingUnusable, tiled
from winnow.qt.bridge import Bridge
from winnow.qt.canvas.canvas import FrameCanvas
from winnow.qt.canvas.painting import CanvasFrame
from winnow.qt.canvas.tile_painting import CanvasTile
from winnow.qt.rooms.edit.fetching import Loaded, miniatures
from winnow.qt.rooms.edit.tiles_panel import TilesPanel


class TileWork(QObject):
    """Between the panel that says how tiles are laid and the canvas that shows them."""

    added = Signal(object)  # tuple of StoredFrame
    ended = Signal()

    def __init__(self, bridge: Bridge, canvas: FrameCanvas, panel: TilesPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._canvas = canvas
        self._panel = panel
        self._loaded: Loaded | None = None
        self._like: StoredFrame | None = None
        self._picture_label: Label | None = None
        self._labels: tuple[Label, ...] = ()
        self._laid: Tiles | None = None
        self._kept: list[bool] = []
        self._by_hand: dict[int, bool] = {}
        self._scores: tuple[float, ...] = ()
        self._picked = 0
        panel.changed.connect(self._lay)
        panel.picked.connect(self._pick)
        panel.kept.connect(self._keep)
        panel.closed.connect(self.end)
        panel.add_wanted.connect(self._add)
        canvas.tile_picked.connect(self._pick)
        canvas.tiles_ended.connect(self._end_by_key)

    @property
    def is_on(self) -> bool:
        """Whether tiles are being laid."""
        return self._loaded is not None

    def begin(self, loaded: Loaded, like: StoredFrame, label: Label | None, labels: tuple[Label, ...]) -> None:
        """Lay tiles over a picture whose own label is *label*, filled and labelled as *like*."""
        self._loaded, self._like, self._picture_label, self._labels = loaded, like, label, labels
        self._picked = 0
        self._lay()

    @Slot()
    def end(self) -> None:
        """Drop the tiles."""
        if self._loaded is not None:
            self._loaded, self._laid = None, None
            self._canvas.show_tiles(())
            self.ended.emit()

    @Slot(bool)
    def _end_by_key(self, adds: bool) -> None:
        if adds:
            self._add()
        else:
            self.end()

    @Slot()
    def _lay(self) -> None:
        if self._loaded is None or self._like is None:
            return
        picture = self._loaded.picture
        self._laid, self._scores, self._by_hand = None, (), {}
        try:
            self._laid = tiled(picture.full_size, self._panel.tiling, self._like.frame)
        except TilingUnusable as error:
            self._canvas.show_tiles(())
            self._panel.show_wrong(error)
            return
        self._picked = min(self._picked, len(self._laid.tiles) - 1)
        frames = [tile.frame for tile in self._laid.tiles]
        small, size = self._loaded.small, picture.full_size
        self._bridge.fetch("edit-tile-scores", self._score, tile_scores, small, size, frames)
        self._bridge.fetch("edit-tile-images", self._show_images, miniatures, small, size, frames)
        self._show()

    def _score(self, scores: tuple[float, ...]) -> None:
        if self._laid is not None and len(scores) == len(self._laid.tiles):
            self._scores = scores
            self._show()

    def _show_images(self, images: list[QImage]) -> None:
        if self._laid is not None and len(images) == len(self._laid.tiles):
            self._panel.show_images(images)

    @Slot(int)
    def _pick(self, at: int) -> None:
        if self._laid is not None:
            self._picked = at
            self._show()

    @Slot(int, bool)
    def _keep(self, at: int, is_kept: bool) -> None:
        self._by_hand[at] = is_kept
        self._show()

    def _show(self) -> None:
        if self._laid is None:
            return
        leaves_out = self._panel.leaves_out_empty and bool(self._scores)
        self._kept = [
            self._by_hand.get(at, not leaves_out or self._scores[at] >= SURE) for at in range(len(self._laid.tiles))
        ]
        label = self._shown_label()
        marks = dict(zip((one.id for one in self._labels), letters([one.name for one in self._labels]), strict=True))
        shown = []
        for tile, is_kept in zip(self._laid.tiles, self._kept, strict=True):
            if not is_kept:
                said = CanvasFrame(tile.frame, None, "", self.tr("left out"))
            elif label is not None:
                said = CanvasFrame(tile.frame, label.position, marks[label.id], label.name)
            else:
                said = CanvasFrame(tile.frame)
            shown.append(CanvasTile(said, is_kept))
        self._canvas.show_tiles(shown, self._picked)
        self._panel.show_tiles(self._laid, self._kept, self._picked, self._scores)

    def _own_label(self) -> Label | None:
        """Return the label of its own that each tile gets."""
        number = self._like.label_id if self._like is not None and self._panel.keeps_label else None
        return next((label for label in self._labels if label.id == number), None)

    def _shown_label(self) -> Label | None:
        return self._own_label() or self._picture_label

    @Slot()
    def _add(self) -> None:
        if self._laid is None or not any(self._kept):
            return
        label = self._own_label()
        made = tuple(
            StoredFrame(
                tile.frame,
                None if label is None else label.id,
                tile_origin(self._laid.rows, self._laid.columns, tile.row, tile.column),
            )
            for tile, is_kept in zip(self._laid.tiles, self._kept, strict=True)
            if is_kept
        )
        self.end()
        self.added.emit(made)
