"""What a file of CIFAR-10 or CIFAR-100 (python version) holds: a batch of pictures, or the names of the classes.

Pure functions over foreign bytes, done in the reading process as the task `CIFAR_FILE`.
Source of the layout: https://www.cs.toronto.edu/~kriz/cifar.html.
"""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from winnow.base.errors import UserError
from winnow.collect.local import foreign_text
from winnow.collect.reading.task import Task
from winnow.collect.sources.pickled import PlainArray, read_pickle

EDGE_PX = 32
ROW_BYTES = 3 * EDGE_PX * EDGE_PX
FILE_BYTES = 192 << 20
"""CIFAR-100's training pictures, the largest such file, have 155 MB."""

HEAD_BYTES = 1024
CIFAR_10 = ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck")
"""The classes of CIFAR-10, for a batch that has lost its batches.meta."""

_KEYS = re.compile(rb"batch_label|label_names|fine_labels|coarse_label|labels|filenames|data|num_vis")
_MOST_CLASSES = 1000


class NotOfCifar(UserError):
    """A pickle does not hold what a file of CIFAR does."""

    def __init__(self, why: str) -> None:
        super().__init__(f"it is no file of CIFAR-10 or CIFAR-100: {why}")


@dataclass(frozen=True, slots=True)
class Options:
    """There is nothing to choose."""


@dataclass(frozen=True, slots=True)
class CifarFile:
    """A batch has *labels* and *files*, one a picture; a meta file has *names*, one a class."""

    labels: tuple[int, ...] = ()
    files: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    classes: int = 0
    """How many classes its kind has: 10 or 100; 0 for a meta file."""


def looks_like_cifar(head: bytes) -> bool:
    """Say whether a file that begins with *head* may be a batch or its meta file: a pickle with such keys."""
    return head[:1] == b"\x80" and head[1:2] in (b"\2", b"\3", b"\4", b"\5") and bool(_KEYS.search(head[:HEAD_BYTES]))


def read_cifar_file(data: bytes) -> tuple[CifarFile, bytes]:
    """Return what *data* holds, and the pixels of its pictures: a row of 3,072 bytes each, planes R, G, B.

    Raises:
        PickleRefused: it holds more than values and arrays. NotOfCifar: it holds other values.
    """
    held = read_pickle(data)
    if not isinstance(held, dict):
        raise NotOfCifar("it holds no dictionary")
    names = held.get("label_names", held.get("fine_label_names"))
    if names is not None and "data" not in held:
        return CifarFile(names=_names(names)), b""
    pixels = _pixels(held.get("data"))
    count = len(pixels) // ROW_BYTES
    fine = "fine_labels" in held
    classes = 100 if fine else 10
    labels = _labels(held.get("fine_labels" if fine else "labels"), count, classes)
    return CifarFile(labels, _files(held.get("filenames"), count), classes=classes), bytes(pixels)


def _pixels(array: object) -> memoryview:
    if not isinstance(array, PlainArray) or array.type_code != "u1" or array.by_columns:
        raise NotOfCifar("its data is not an array of bytes, row by row")
    shape = array.shape
    if len(shape) != 2 or shape[1] != ROW_BYTES or type(shape[0]) is not int or shape[0] < 1:
        raise NotOfCifar(f"its pictures are not rows of {ROW_BYTES:,} bytes")
    if len(array.data) != shape[0] * ROW_BYTES:
        raise NotOfCifar("it has more or fewer pixels than it says")
    return array.data


def _labels(labels: object, count: int, classes: int) -> tuple[int, ...]:
    if not isinstance(labels, list) or len(labels) != count:
        raise NotOfCifar("it has not one label for each picture")
    if not all(type(one) is int and 0 <= one < classes for one in labels):
        raise NotOfCifar(f"it has labels that are not 0 to {classes - 1}")
    return tuple(labels)


def _files(files: object, count: int) -> tuple[str, ...]:
    if files is None:
        return tuple(f"{number:05d}.png" for number in range(count))
    if not isinstance(files, list) or len(files) != count:
        raise NotOfCifar("it has not one file name for each picture")
    return tuple(_name(one) for one in files)


def _names(names: object) -> tuple[str, ...]:
    if not isinstance(names, list) or not 0 < len(names) <= _MOST_CLASSES:
        raise NotOfCifar("it has no list of classes")
    found = tuple(" ".join(_name(one).split())[:100] for one in names)
    if not all(found):
        raise NotOfCifar("a class has no name")
    return found


def _name(value: Any) -> str:
    if isinstance(value, memoryview):
        value = bytes(value[:4096]).decode("utf-8", "replace")
    if not isinstance(value, str):
        raise NotOfCifar("a name is no text")
    return foreign_text(value)


def png_of(row: bytes | memoryview) -> bytes:
    """Return one picture's 3,072 bytes as a PNG file, the same bytes on every machine for ever.

    The pixels are stored and not compressed, for a compressor's output changes
    with its version, and photographs of this size shrink by a quarter only.
    Source: PNG (third edition), sections 5, 10 and 11; RFC 1950 and 1951.
    """
    planes: npt.NDArray[np.uint8] = np.frombuffer(row, np.uint8).reshape(3, EDGE_PX, EDGE_PX)
    lines = np.zeros((EDGE_PX, 1 + 3 * EDGE_PX), np.uint8)  # each line begins with its filter, 0: none
    lines[:, 1:] = planes.transpose(1, 2, 0).reshape(EDGE_PX, -1)
    plain = lines.tobytes()
    block = b"\x78\x01\x01" + struct.pack("<HH", len(plain), len(plain) ^ 0xFFFF) + plain
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", EDGE_PX, EDGE_PX, 8, 2, 0, 0, 0)),
            _chunk(b"IDAT", block + struct.pack(">I", zlib.adler32(plain))),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _run(_options: Options, data: bytes) -> tuple[CifarFile, bytes]:
    return read_cifar_file(data)


CIFAR_FILE = Task("cifar-file", Options, CifarFile, _run, ((Options(), b"\x80\2}."),), wall_s=30.0)
"""`read_cifar_file` for the reading process. 30 s: CIFAR-100 has 50,000 pictures in one file."""
