"""Asks a child that stays where a run looked, and for what strangers' pictures are taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from winnow.app.jobs import Job
from winnow.app.pipelines.explaining import (
    Explained,
    Explainer,
    Tried,
    explain_frame,
    explainer,
    try_pictures,
)
from winnow.app.session import Session
from winnow.base.errors import WinnowError
from winnow.base.outcomes import Failed, Steps
from winnow.domain.ids import RunId
from winnow.qt.bridge import Bridge
from winnow.qt.core_words import core_words
from winnow.qt.jobs.board import RunningJob
from winnow.qt.widgets.offered import Offered

_SOON_MS = 90
"""Somebody who walks through pictures by the arrows wants the last one only."""


@dataclass(frozen=True, slots=True)
class _Wish:
    run_id: RunId
    image_id: int
    key: bytes


class Looking(QObject):
    """The child is started at the first question, and rests while the room is not shown."""

    explained = Signal(object)  # Explained, or a str: why there is none
    tried = Signal(object)  # Tried
    trying_ended = Signal(str)  # empty, or what went wrong

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._child = explainer()
        self._wish: _Wish | None = None
        self._job: RunningJob | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._ask)
        bridge.closing.connect(self._child.close)

    @property
    def is_trying(self) -> bool:
        """Whether pictures are being tried."""
        return self._job is not None and not self._job.view.state.is_over

    def look_at(self, run_id: RunId, image_id: int, key: bytes) -> None:
        """Explain a frame of the project; `explained` follows."""
        self._wish = _Wish(run_id, image_id, key)
        self._soon.start()

    def rest(self) -> None:
        """Nothing is looked at for now."""
        self._soon.stop()
        # Not while pictures are tried: those go on while the person is elsewhere.
        if not self.is_trying:
            self._bridge.fetch("test.rest", _nothing, self._child.rest)

    def try_paths(self, run_id: RunId, paths: Sequence[Path]) -> None:
        """Try files and folders."""
        steps = partial(try_pictures, self._bridge.session, self._child, run_id, tuple(paths))
        self._start(steps)

    def try_offered(self, run_id: RunId, found: Offered, name: str) -> None:
        """Try a picture that was dropped or pasted without a file; it is called *name*."""
        self._start(partial(_try_offered, self._bridge.session, self._child, run_id, found, name))

    def stop(self) -> None:
        """Try no more."""
        if self._job is not None:
            self._job.stop()

    def _start(self, steps: partial[Steps]) -> None:
        self._job = self._bridge.jobs.start(Job(self.tr("Try pictures"), steps), at_once=True)
        self._job.stepped.connect(self._take_step)
        self._job.ended.connect(self._take_end)

    @Slot()
    def _ask(self) -> None:
        if self._wish is not None:
            session, child = self._bridge.session, self._child
            self._bridge.fetch("test.explain", self._tell, _explained, session, child, self._wish)

    def _tell(self, found: Explained | str) -> None:
        self.explained.emit(found)

    @Slot(object)
    def _take_step(self, event: object) -> None:
        if isinstance(event, Tried):
            self.tried.emit(event)

    @Slot(object)
    def _take_end(self, outcome: object) -> None:
        self.trying_ended.emit(core_words(str(outcome.error)) if isinstance(outcome, Failed) else "")


def _explained(session: Session, child: Explainer, wish: _Wish) -> Explained | str:
    try:
        return explain_frame(session, child, wish.run_id, wish.image_id, wish.key)
    except WinnowError as error:
        return core_words(str(error))


def _try_offered(session: Session, child: Explainer, run_id: RunId, found: Offered, name: str) -> Steps:
    content = found.picture or (b"" if found.pixels is None else _encoded(found.pixels))
    yield from try_pictures(session, child, run_id, content=content, name=name)


def _encoded(pixels: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixels.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _nothing(_answer: object) -> None:
    """Nobody waits for it."""
