"""Pictures on their way into the project: originals first, then what is known of them, many in one commit."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from winnow.app.session import Session
from winnow.base.errors import OutsideError
from winnow.domain.image import Reason
from winnow.store import images
from winnow.store.database import Tx
from winnow.store.images import FoundImage
from winnow.vision.decode import Examined
from winnow.vision.refusal import PictureRefused

_MOST = 64
_LONGEST_S = 0.5


class NotStored(OutsideError):
    """A picture could not be written into the project; what came before it is kept."""

    def __init__(self, file: str, why: str) -> None:
        self.file = file
        super().__init__(
            f"{file} could not be stored in the project ({why}). What came before it is kept. "
            "Check that the project's disk is there and has room, then go on."
        )


class Arrivals:
    """What waits to be committed together: at most 64 pictures, and not for longer than half a second."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._found: list[FoundImage] = []
        self._facts: list[Callable[[Tx], None]] = []
        self._thumbnails: list[tuple[bytes, bytes]] = []
        self._since = time.monotonic()

    def add(self, row: FoundImage, found: Examined | Exception, content: bytes = b"") -> FoundImage:
        """Take what decoding *content* gave for *row*; a sound original is durable before this returns.

        Returns the row as it will be committed, but for an exact duplicate, which only the commit can tell.

        Raises:
            NotStored: the disk is full or gone.
        """
        judged = self._judged(row, found, content)
        self.add_settled(judged)
        return judged

    def add_settled(self, row: FoundImage) -> None:
        """Take a row that is judged already, such as one that was never fetched."""
        self._found.append(row)
        self.flush_when_due()

    def add_fact(self, work: Callable[[Tx], None]) -> None:
        """Have *work* done in the next commit, before its pictures."""
        self._facts.append(work)
        self.flush_when_due()

    def flush_when_due(self) -> None:
        """Commit if there is enough of it, or the first has waited long enough."""
        if not self._found and not self._facts:
            self._since = time.monotonic()
        elif len(self._found) + len(self._facts) >= _MOST or time.monotonic() - self._since > _LONGEST_S:
            self.flush()

    def flush(self) -> None:
        """Commit what waits."""
        found, self._found = self._found, []
        facts, self._facts = self._facts, []
        thumbnails, self._thumbnails = self._thumbnails, []
        self._since = time.monotonic()
        if thumbnails:
            self._session.thumbnails.put(thumbnails)

        def work(tx: Tx) -> None:
            for fact in facts:
                fact(tx)
            if found:
                images.add(tx, found)

        if found or facts:
            self._session.record(work).result()

    def _judged(self, row: FoundImage, found: Examined | Exception, content: bytes) -> FoundImage:
        if isinstance(found, Examined):
            facts = found.facts
            try:
                self._session.originals.put(facts.sha256, facts.format, content)
            except OSError as error:
                raise NotStored(row.file, error.strerror or str(error)) from error
            self._thumbnails.append((bytes.fromhex(facts.sha256), found.thumbnail))
            return replace(row, facts=facts)
        if isinstance(found, PictureRefused):
            return replace(row, reason=found.reason, detail=found.detail)
        return replace(row, reason=Reason.UNREADABLE, detail=str(found))
