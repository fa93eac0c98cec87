"""What the decoder and its worker say to each other: a small JSON header and a body of bytes."""

from __future__ import annotations

import enum
import struct
from dataclasses import dataclass
from io import BufferedReader, BufferedWriter
from typing import TypeVar

from winnow.base.codec import from_json, to_json
from winnow.base.errors import ContractError, WinnowError
from winnow.domain.frame import Frame
from winnow.domain.image import ImageFacts, Reason

MAX_HEADER_BYTES = 1 << 20
MAX_BODY_BYTES = 1 << 28
_LENGTHS = struct.Struct("!II")


class Task(enum.Enum):
    """What the worker can do."""

    EXAMINE = "examine"
    PIXELS = "pixels"
    FRAME_THUMBNAIL = "frame_thumbnail"


@dataclass(frozen=True, slots=True)
class Request:
    """One task; the picture's bytes are the body."""

    task: Task
    name: str = ""
    shorter_side: int | None = None
    frame: Frame | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to one request; a thumbnail or pixels of *shape* are the body."""

    facts: ImageFacts | None = None
    shape: tuple[int, ...] = ()
    scale: float = 1.0
    reason: Reason | None = None
    """Set where the picture was refused."""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Hello:
    """What the worker says once it is ready: which protections are in force."""

    in_force: tuple[str, ...]


T = TypeVar("T")


class Hangup(WinnowError):
    """The other side is gone."""


def send(stream: BufferedWriter, header: object, body: bytes | memoryview = b"") -> None:
    """Write one message and flush it."""
    text = to_json(header).encode()
    stream.write(_LENGTHS.pack(len(text), len(body)))
    stream.write(text)
    stream.write(body)
    stream.flush()


def receive(stream: BufferedReader, kind: type[T]) -> tuple[T, bytearray]:
    """Read one message whose header is a *kind*.

    Raises:
        Hangup: the stream ended.
        ContractError: it is not such a message.
    """
    header_length, body_length = _LENGTHS.unpack(_exactly(stream, _LENGTHS.size))
    if header_length > MAX_HEADER_BYTES or body_length > MAX_BODY_BYTES:
        raise ContractError(f"a message of {header_length} + {body_length} bytes is over the limit")
    header = from_json(kind, _exactly(stream, header_length).decode())
    return header, _exactly(stream, body_length)


def _exactly(stream: BufferedReader, count: int) -> bytearray:
    found = bytearray(count)
    view = memoryview(found)
    at = 0
    while at < count:
        more = stream.readinto(view[at:])
        if not more:
            raise Hangup
        at += more
    return found
