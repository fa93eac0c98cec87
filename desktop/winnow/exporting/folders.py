"""A data set as class folders, one for each part, with a table of what came from where."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from winnow.base.errors import OutsideError
from winnow.base.files import write_atomically
from winnow.base.outcomes import Progress
from winnow.domain.frame import Frame
from winnow.exporting.names import safe_name
from winnow.exporting.staging import staged
from winnow.vision.decode import load_rgb
from winnow.vision.framing import cut
from winnow.vision.sniff import sniff

TABLE = "labels.csv"
_COLUMNS = ("file", "label", "part", "frame", "name", "address", "licence", "author", "sha256")

_COPIED = {"jpeg": ".jpg", "png": ".png", "webp": ".webp", "bmp": ".bmp", "tiff": ".tif"}
"""Formats that loaders of class folders open, with the extension they get; others become PNG."""

_JPEG_QUALITY = 95
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


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


@dataclass(frozen=True, slots=True)
class DataSetExported:
    """The export is in *folder*: how many pictures, and how many of them are untouched copies."""

    folder: Path
    files: int
    copied: int


class PictureGone(OutsideError):
    """The file of a sample is gone or cannot be read."""

    def __init__(self, path: Path, why: str) -> None:
        self.path = path
        super().__init__(f"The picture {path} cannot be read: {why}. Put it back, or reject it, and export again.")


def export_folders(samples: Sequence[ExportSample], target: Path) -> Generator[object, None, None]:
    """Write *samples* as ``target/PART/LABEL/NAME`` with a table; yield `Progress`, at last `DataSetExported`.

    A whole picture is copied byte for byte (GIF and AVIF, which few loaders
    open, become PNG); what a frame cuts becomes JPEG of quality 95 where the
    picture was JPEG, else PNG. *target* appears when all is written; stopping
    leaves nothing.

    Raises:
        TargetTaken: *target* exists and is not an empty folder.
        ExportFailed: the disk did not take it.
        PictureGone: a file is gone.
        PictureRefused: a file is no picture any more.
    """
    with staged(target) as folder:
        writer = _Writer(folder)
        for at, sample in enumerate(samples, start=1):
            writer.write(sample)
            yield Progress(at, len(samples), "pictures")
        writer.write_table()
    yield DataSetExported(target, len(samples), writer.copied)


class _Writer:
    """Writes pictures one by one and remembers the names that are taken."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._label_folders: dict[str, str] = {}
        self._taken_labels: set[str] = set()
        self._taken: dict[Path, set[str]] = {}
        self._rows: list[tuple[str, ...]] = []
        self.copied = 0

    def write(self, sample: ExportSample) -> None:
        data = _bytes_of(sample.path)
        content, extension, is_copy = _exported(data, sample.frame)
        self.copied += is_copy
        if sample.label not in self._label_folders:
            self._label_folders[sample.label] = safe_name(sample.label, self._taken_labels)
        inside = Path(sample.part, self._label_folders[sample.label])
        (self._folder / inside).mkdir(parents=True, exist_ok=True)
        name = safe_name(_stem(sample.name) + extension, self._taken.setdefault(inside, set()))
        (self._folder / inside / name).write_bytes(content)
        self._rows.append(
            (
                (inside / name).as_posix(), sample.label, sample.part, _frame_words(sample.frame), sample.name,
                sample.address, sample.licence, sample.author, hashlib.sha256(content).hexdigest(),
            )
        )  # fmt: skip

    def write_table(self) -> None:
        text = io.StringIO(newline="")
        table = csv.writer(text)
        table.writerow(_COLUMNS)
        table.writerows([[_inert(cell) for cell in row] for row in self._rows])
        # With its mark: without it Excel reads UTF-8 as something else.
        write_atomically(self._folder / TABLE, text.getvalue().encode("utf-8-sig"))


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PictureGone(path, error.strerror or str(error)) from error


def _exported(data: bytes, frame: Frame | None) -> tuple[bytes, str, bool]:
    """Return a file's content, its extension, and whether it is a copy of *data*."""
    kind = sniff(data)
    if frame is None and kind in _COPIED:
        return data, _COPIED[kind], True
    image = load_rgb(data)
    if frame is not None:
        if frame.is_whole(image.shape[1], image.shape[0]) and kind in _COPIED:
            return data, _COPIED[kind], True
        image = cut(image, frame)
    stream = io.BytesIO()
    if kind == "jpeg":
        Image.fromarray(image).save(stream, "JPEG", quality=_JPEG_QUALITY, subsampling=0)
        return stream.getvalue(), ".jpg", False
    Image.fromarray(image).save(stream, "PNG")
    return stream.getvalue(), ".png", False


def _stem(name: str) -> str:
    """Return *name* without its extension, which the content gives anew."""
    stem, dot, extension = name.rpartition(".")
    return stem if stem and dot and len(extension) <= 5 else name


def _frame_words(frame: Frame | None) -> str:
    if frame is None:
        return ""
    turns = f" angle {frame.angle:g}" if frame.angle % 360 else ""
    flips = " flip-x" * frame.flip_x + " flip-y" * frame.flip_y
    return f"left {frame.left} top {frame.top} right {frame.right} bottom {frame.bottom}{turns}{flips}"


def _inert(cell: str) -> str:
    """Return *cell* so that no spreadsheet computes it. Source: OWASP, "CSV Injection"."""
    return "'" + cell if cell.startswith(_BEGINS_A_FORMULA) else cell
