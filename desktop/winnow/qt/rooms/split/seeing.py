"""Keeps 'What the network sees' up to date: one question at a time, and the newest wish after it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from winnow.app.kept_child import Ended
from winnow.app.pipelines.network_view import (
    BatchWish,
    SeenBatch,
    View,
    example_frame,
    fit_examples,
    network_view,
    seen_batch,
)
from winnow.app.queries.preparing import Learnable, learnable_part
from winnow.app.session import Session
from winnow.base.errors import WinnowError
from winnow.domain.fit import FitMode
from winnow.domain.frame import Fill
from winnow.domain.label import letters
from winnow.domain.preparation import Preparation
from winnow.domain.split import Part
from winnow.qt.bridge import Bridge
from winnow.qt.canvas.picture import Pixels, qimage
from winnow.qt.core_words import core_words
from winnow.qt.rooms.split.batch_grid import Square
from winnow.qt.rooms.split.fit_cards import EXAMPLE_PX

_REST_MS = 60_000
"""So long after the room was left the child is let go: it holds torch in memory."""


@dataclass(frozen=True, slots=True)
class NotSeen:
    """A batch could not be made; *words* say why."""

    wish: BatchWish
    words: str


def _batch(session: Session, view: View, there: Learnable, wish: BatchWish) -> SeenBatch | NotSeen | None:
    try:
        return seen_batch(session, view, there, wish)
    except Ended:
        return None
    except WinnowError as error:
        return NotSeen(wish, core_words(str(error)))


def _examples(image: Pixels, preparation: Preparation) -> dict[FitMode, Pixels]:
    return fit_examples(image, preparation, EXAMPLE_PX)


def _shown_on_cards(wish: BatchWish) -> tuple[Fill, float]:
    return wish.preparation.fit.fill, wish.preparation.augmentation.min_area


class Seeing(QObject):
    """Asks for batches and examples, off the GUI thread."""

    seen = Signal(object, int, int)  # tuple of Square, of how many frames, size of the whole batch
    failed = Signal(str)
    waiting = Signal()
    examples = Signal(object)  # dict of QImage by FitMode

    def __init__(self, bridge: Bridge, parent: QObject, view: View | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._view = network_view() if view is None else view
        self._there: dict[Part, Learnable] = {}
        self._wish: BatchWish | None = None
        self._asked: BatchWish | None = None
        self._example: Pixels | None = None
        self._is_shown = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._let_go)
        bridge.closing.connect(self._close)

    def enter(self) -> None:
        """The room is shown: ask for the frames again."""
        self._is_shown = True
        self._asked = None  # what failed outright has not been answered
        self._rest.stop()
        self.look_again()

    def leave(self) -> None:
        """The room is not shown any more."""
        self._is_shown = False
        self._rest.start()

    @Slot()
    def look_again(self) -> None:
        """Frames, labels or the split may have changed."""
        if self._is_shown:
            for part, then in ((Part.TRAIN, self._take_train), (Part.VALID, self._take_valid)):
                self._bridge.ask(f"split.learnable-{part.value}", then, learnable_part, part)

    def wish(self, wish: BatchWish) -> None:
        """Show the batch *wish* as soon as it can be."""
        before, self._wish = self._wish, wish
        if before is None or _shown_on_cards(before) != _shown_on_cards(wish):
            self._ask_examples()
        self._ask_batch()

    def _take_train(self, there: Learnable) -> None:
        self._there[Part.TRAIN] = there
        self._bridge.fetch("split.example", self._take_example, example_frame, self._bridge.session, there)
        self._ask_batch()

    def _take_valid(self, there: Learnable) -> None:
        self._there[Part.VALID] = there
        self._ask_batch()

    def _take_example(self, image: Pixels | None) -> None:
        self._example = image
        self._ask_examples()

    def _ask_examples(self) -> None:
        if self._example is not None and self._wish is not None:
            self._bridge.fetch("split.examples", self._take_examples, _examples, self._example, self._wish.preparation)

    def _take_examples(self, found: dict[FitMode, Pixels]) -> None:
        self.examples.emit({mode: qimage(pixels) for mode, pixels in found.items()})

    def _ask_batch(self) -> None:
        wish = self._wish
        there = None if wish is None else self._there.get(wish.part)
        if wish is None or there is None or self._asked is not None or not self._is_shown:
            return
        if not there.rows:
            self.seen.emit((), 0, 0)
            return
        self._asked = wish
        self.waiting.emit()
        self._bridge.fetch("split.batch", self._take_batch, _batch, self._bridge.session, self._view, there, wish)

    def _take_batch(self, found: SeenBatch | NotSeen | None) -> None:
        asked, self._asked = self._asked, None
        if isinstance(found, NotSeen):
            self.failed.emit(found.words)
        elif found is not None:
            self._show(found)
        if self._wish != asked:
            self._ask_batch()

    def _show(self, found: SeenBatch) -> None:
        labels = self._there[found.wish.part].labels
        marks = dict(zip([label.id for label in labels], letters([label.name for label in labels]), strict=True))
        positions = {label.id: label.position for label in labels}
        squares = tuple(
            Square(qimage(pixels), marks.get(label, "?"), positions.get(label, 0))
            for pixels, label in zip(found.pixels, found.labels, strict=True)
        )
        self.seen.emit(squares, found.samples, found.whole)

    @Slot()
    def _let_go(self) -> None:
        self._view.rest()

    @Slot()
    def _close(self) -> None:
        self._rest.stop()
        self._view.close()
