"""What is to be exported, and the files that come of it."""

from __future__ import annotations

import hashlib
import io
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from PIL import Image

from winnow.base.errors import OutsideError
from winnow.base.machine import cores
from winnow.domain.data_set import DataSetOptions, FileFormat, Layout
from winnow.domain.frame import Frame
from winnow.vision.decode import load_rgb
from winnow.vision.framing import Pixels, cut, shrunk
from winnow.vision.sniff import sniff

COPIED = {"jpeg": ".jpg", "png": ".png", "webp": ".webp", "bmp": ".bmp", "tiff": ".tif"}
"""Formats that most loaders open, with the extension they get; others become PNG."""


_ORIENTATION = 0x0112
"""EXIF's tag; values from 5 on lie on a side."""


@dataclass(frozen=True, slots=True)
class ExportSample:
    """A frame over the picture in the file *path* (None: the whole of it), and what is told about it."""

    path: Path
    frame: Frame | None
    label: str
    part: str
    """"train", "valid", "test" or "" for none."""
    name: str
    """The file's name as it came."""
    address: str = ""
    licence: str = ""
    author: str = ""
    licence_url: str = ""
    page: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file to write: its content, and the samples that it stands for (several only as boxes)."""

    samples: tuple[ExportSample, ...]
    content: bytes
    extension: str
    is_copy: bool
    width: int
    height: int
    """Size in pixels, upright."""
    as_boxes: bool = False
    known_sha256: str = ""
    """Of the content, where that is not here any more: it was written before."""

    @property
    def first(self) -> ExportSample:
        return self.samples[0]

    @property
    def stem(self) -> str:
        """Its name without the extension, which the content gives anew."""
        stem, dot, extension = self.first.name.rpartition(".")
        return stem if stem and dot and len(extension) <= 5 else self.first.name

    @property
    def sha256(self) -> str:
        return self.known_sha256 or hashlib.sha256(self.content).hexdigest()

    @property
    def whole(self) -> Frame:
        return Frame.whole(self.width, self.height)

    def frame_of(self, sample: ExportSample) -> Frame:
        """Return the frame of *sample* in pixels of this file."""
        return sample.frame or self.whole


class PictureGone(OutsideError):
    """The file of a sample is gone or cannot be read."""

    def __init__(self, path: Path, why: str) -> None:
        self.path = path
        super().__init__(f"The picture {path} cannot be read: {why}. Put it back, or reject it, and export again.")


def grouped(samples: Sequence[ExportSample], options: DataSetOptions) -> Iterator[tuple[ExportSample, ...]]:
    """Give the samples of each file; frames of a picture stand one after another in *samples*.

    As boxes all frames of a picture share its file, in class folders those of one label.
    """
    if not options.as_boxes:
        yield from ((one,) for one in samples)
        return
    by_label = options.layout is Layout.FOLDERS
    for _, frames_of_one in groupby(samples, lambda one: (one.path, one.part)):
        of_one = list(frames_of_one)
        if by_label:
            of_one.sort(key=lambda one: one.label)
        for _, together in groupby(of_one, lambda one: one.label if by_label else ""):
            yield tuple(together)


def entry_of(samples: tuple[ExportSample, ...], options: DataSetOptions) -> Entry:
    """Read the picture of *samples* and make the file of it.

    Raises:
        PictureGone: its file is gone.
        PictureRefused: it is no picture any more.
    """
    data = _bytes_of(samples[0].path)
    kind = sniff(data)
    frame = None if options.as_boxes else samples[0].frame
    wanted = _format_of(kind, options)
    if wanted == kind and (frame is None or frame.is_whole(*_size_of(data))):
        width, height = _size_of(data)
        if options.longest_side_px is None or max(width, height) <= options.longest_side_px:
            return Entry(samples, data, COPIED[kind], True, width, height, options.as_boxes)
    image = load_rgb(data)
    seen = image if frame is None else cut(image, frame)
    if options.longest_side_px is not None:
        seen = shrunk(seen, options.longest_side_px, options.longest_side_px)
    content, extension = _encoded(seen, wanted, options.quality)
    return Entry(samples, content, extension, False, seen.shape[1], seen.shape[0], options.as_boxes)


def entries_ahead(
    groups: Sequence[tuple[ExportSample, ...]], options: DataSetOptions, is_done: Callable[[int], bool]
) -> Generator[Entry | None, None, None]:
    """Yield the entry of each of *groups* in turn, None for a number that *is_done*; see `entry_of`.

    The next ones are made on threads meanwhile, as many as there are cores: decoding lets go of Python's lock.
    """
    count = cores()
    waiting: deque[Future[Entry] | None] = deque()
    pool = ThreadPoolExecutor(count, thread_name_prefix="winnow-export")
    try:
        for at, samples in enumerate(groups):
            waiting.append(None if is_done(at) else pool.submit(entry_of, samples, options))
            if len(waiting) > count:
                first = waiting.popleft()
                yield None if first is None else first.result()
        for left in waiting:
            yield None if left is None else left.result()
    finally:
        pool.shutdown(cancel_futures=True)


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PictureGone(path, error.strerror or str(error)) from error


def _size_of(data: bytes) -> tuple[int, int]:
    """Return (width, height), upright, by the header: what is copied need not be decoded."""
    try:
        with Image.open(io.BytesIO(data)) as picture:
            width, height = picture.size
            lies = picture.getexif().get(_ORIENTATION, 1) >= 5
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        height, width = load_rgb(data).shape[:2]
        lies = False
    return (height, width) if lies else (width, height)


def _format_of(kind: str, options: DataSetOptions) -> str:
    if options.file_format is FileFormat.AS_IS:
        return kind if kind in COPIED else "png"
    return str(options.file_format.value)


def _encoded(image: Pixels, wanted: str, quality: int) -> tuple[bytes, str]:
    """Return *image* as *wanted*; formats that are only ever copied become PNG."""
    stream = io.BytesIO()
    picture = Image.fromarray(image)
    if wanted == "jpeg":
        picture.save(stream, "JPEG", quality=quality, subsampling=0)
        return stream.getvalue(), ".jpg"
    if wanted == "webp":
        picture.save(stream, "WEBP", quality=quality)
        return stream.getvalue(), ".webp"
    picture.save(stream, "PNG")
    return stream.getvalue(), ".png"
