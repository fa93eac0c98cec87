"""Tables as CSV that no spreadsheet computes, and what each row tells of a sample."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from winnow.base.files import write_atomically
from winnow.domain.frame import Frame
from winnow.exporting.samples import Entry, ExportSample

Cell = str | int | float

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")

COLUMNS = ("file", "label", "part", "frame", "name", "address", "licence", "author", "sha256")
BOX_COLUMNS = ("left", "top", "right", "bottom", "angle", "flip_x", "flip_y", "width", "height")
ATTRIBUTION_COLUMNS = ("file", "title", "author", "licence", "licence_url", "page", "address", "sha256")


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Write a CSV file of *rows*, in UTF-8 with its mark: without it Excel reads something else."""
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(columns)
    table.writerows([[inert(cell) for cell in row] for row in rows])
    write_atomically(path, text.getvalue().encode("utf-8-sig"))


def rows_of(entry: Entry, file: str, as_boxes: bool) -> list[tuple[Cell, ...]]:
    """Return a row of `COLUMNS` for each sample, with `BOX_COLUMNS` behind where it is told *as_boxes*."""
    return [_row(entry, sample, file) + (_box(entry, sample) if as_boxes else ()) for sample in entry.samples]


def attribution_of(entry: Entry, file: str) -> tuple[str, ...]:
    """Return the row of `ATTRIBUTION_COLUMNS`."""
    one = entry.first
    return (file, one.title, one.author, one.licence, one.licence_url, one.page, one.address, entry.sha256)


def _row(entry: Entry, sample: ExportSample, file: str) -> tuple[Cell, ...]:
    return (
        file, sample.label, sample.part, frame_words(sample.frame), sample.name,
        sample.address, sample.licence, sample.author, entry.sha256,
    )  # fmt: skip


def _box(entry: Entry, sample: ExportSample) -> tuple[Cell, ...]:
    frame = entry.frame_of(sample)
    turned = (frame.angle, int(frame.flip_x), int(frame.flip_y))
    return (frame.left, frame.top, frame.right, frame.bottom, *turned, entry.width, entry.height)


def frame_words(frame: Frame | None) -> str:
    """Return *frame* in words, empty for a whole picture."""
    if frame is None:
        return ""
    turns = f" angle {frame.angle:g}" if frame.angle % 360 else ""
    flips = " flip-x" * frame.flip_x + " flip-y" * frame.flip_y
    return f"left {frame.left} top {frame.top} right {frame.right} bottom {frame.bottom}{turns}{flips}"


def inert(cell: Cell) -> Cell:
    """Return *cell* so that no spreadsheet computes it; numbers stay numbers. Source: OWASP, "CSV Injection"."""
    return "'" + cell if isinstance(cell, str) and cell.startswith(_BEGINS_A_FORMULA) else cell
