"""Files to thumbnails, scores and hashes on a cluster."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from winnow.app.engine.choice import Cluster
from winnow.app.engine.cluster import Finished, mapped
from winnow.base.outcomes import Steps
from winnow.collect.local import LocalPicture
from winnow.domain.image import Reason
from winnow.vision.decode import Examined
from winnow.vision.decoder import Decoder
from winnow.vision.refusal import PictureRefused

_AT_ONCE = 16
_BYTES_AT_ONCE = 8 << 20


@dataclass(frozen=True, slots=True)
class _Refused:
    """A `PictureRefused` on its way."""

    reason: Reason
    detail: str
    name: str


Piece = list[tuple[int, str, bytes | OSError | _Refused]]
"""Which of the pictures, its name, and its bytes or why they could not be read."""


def examined_on(cluster: Cluster, wanted: Sequence[LocalPicture]) -> Generator[object, None, None]:
    """Yield (one of *wanted*, what decoding gave or why it gave nothing, its bytes) as they come back, see `mapped`.

    Every worker decodes in a confined process of its own, as this machine does.
    """
    for event in mapped(cluster, (_pieces, (list(wanted),)), _examined):
        if isinstance(event, Finished):
            for at, found in event.value:
                yield wanted[at], *_with_bytes(wanted[at], found)
        else:
            yield event


def _with_bytes(picture: LocalPicture, found: Examined | OSError | _Refused) -> tuple[Examined | Exception, bytes]:
    if isinstance(found, _Refused):
        return PictureRefused(found.reason, found.detail, found.name), b""
    if isinstance(found, OSError):
        return found, b""
    # Read once more, for what came back is small: it must be what was looked at.
    try:
        content = picture.read()
    except (PictureRefused, OSError) as error:
        return error, b""
    if hashlib.sha256(content).hexdigest() != found.facts.sha256:
        return PictureRefused(
            Reason.UNREADABLE, "the file changed while it was read; import it again", picture.file
        ), b""
    return found, content


def _pieces(wanted: Sequence[LocalPicture]) -> Iterator[Piece]:
    piece: Piece = []
    size = 0
    for at, picture in enumerate(wanted):
        content: bytes | OSError | _Refused
        try:
            content = picture.read()
        except PictureRefused as refused:
            content = _Refused(refused.reason, refused.detail, refused.name)
        except OSError as error:
            content = OSError(error.errno, error.strerror)
        piece.append((at, picture.opened_as or picture.file, content))
        size += len(content) if isinstance(content, bytes) else 0
        if len(piece) >= _AT_ONCE or size >= _BYTES_AT_ONCE:
            yield piece
            piece, size = [], 0
    if piece:
        yield piece


def _examined(piece: Piece) -> Steps:
    found: list[tuple[int, Examined | OSError | _Refused]] = []
    for at, name, content in piece:
        if not isinstance(content, bytes):
            found.append((at, content))
            continue
        try:
            found.append((at, _decoder().examine(content, name)))
        except PictureRefused as refused:
            found.append((at, _Refused(refused.reason, refused.detail, refused.name)))
    yield Finished(len(piece), found)


@lru_cache(maxsize=1)
def _decoder() -> Decoder:
    """Return this worker's decoder; it ends with the worker."""
    return Decoder()
