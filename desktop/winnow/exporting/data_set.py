"""A data set on disk: pictures in one of the layouts, a data card, and who made what under which licence."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from winnow import __version__
from winnow.base.counted import counted
from winnow.base.errors import UserError
from winnow.base.files import write_atomically
from winnow.base.outcomes import Note, Progress
from winnow.domain.data_set import DataSetOptions, Layout
from winnow.exporting.card import CardFacts, Counts, card
from winnow.exporting.resuming import Unfinished, Written, resumable
from winnow.exporting.samples import Entry, ExportSample, entries_ahead, entry_of, grouped
from winnow.exporting.shards import ParquetSink, WebDatasetSink
from winnow.exporting.sinks import CocoSink, HuggingFaceSink, Sink, TableSink
from winnow.exporting.tables import ATTRIBUTION_COLUMNS, Cell, attribution_of, write_table

ATTRIBUTION = "ATTRIBUTION.csv"
CARD = "README.md"


@dataclass(frozen=True, slots=True)
class DataSetExported:
    """The export is in *folder*: how many picture files, how many of them are untouched copies, and what stayed."""

    folder: Path
    files: int
    copied: int
    left_out: int = 0
    """Pictures left out since no licence is known of them."""


class NothingLeft(UserError):
    """There is no sample to write."""

    def __init__(self, left_out: int) -> None:
        self.left_out = left_out
        why = f"No licence is known of {counted(left_out, 'picture')}" if left_out else "No picture has a label"
        super().__init__(f"{why}, so there is nothing to export. Label pictures, or keep those of unknown licence in.")


def export_data_set(
    samples: Sequence[ExportSample],
    target: Path,
    options: DataSetOptions = DataSetOptions(),
    facts: CardFacts = CardFacts(),
) -> Generator[object, None, None]:
    """Write *samples* to the new folder *target*; yield `Progress` in "pictures", at last `DataSetExported`.

    A whole picture is copied byte for byte (GIF, AVIF and QOI, which few
    loaders open, become PNG), unless another size or format is asked for;
    what a frame cuts becomes JPEG where the picture was JPEG, else PNG.
    As many pictures as there are cores are in memory. *target* appears when all is written.
    What was stopped, or ended by something outside, goes on where it was when
    the same is exported there again.

    Args:
        samples: Those of a picture one after another.

    Raises:
        NothingLeft: there is no sample, or none of a known licence where only those are wanted.
        TargetTaken: *target* exists and is not an empty folder.
        ExportFailed: the disk did not take it.
        ExportUnderWay: another program exports there.
        PictureGone: a file is gone.
        PictureRefused: a file is no picture any more.
        ParquetMissing: pyarrow is not installed.
    """
    kept = [one for one in samples if one.licence.strip() or not options.only_known_licences]
    left_out = len({one.path for one in samples} - {one.path for one in kept})
    if not kept:
        raise NothingLeft(left_out)
    together = list(grouped(kept, options))
    counts = Counts(left_out)
    attributions: list[tuple[Cell, ...]] = []
    with (
        resumable(target, _mark(kept, options)) as there,
        closing(_sink(there.folder, kept, options)) as sink,
        closing(entries_ahead(together, options, there.before.__contains__)) as made,
    ):
        if there.before:
            yield Note(f"Going on after {len(there.before):,} of {len(together):,} that are written already.")
        for at, (of_one, new) in enumerate(zip(together, made, strict=True)):
            entry, file = _taken_over(there, sink, at, of_one, options) or _written(
                there, sink, at, new or entry_of(of_one, options)
            )
            counts.add(entry)
            attributions.append(attribution_of(entry, file))
            yield Progress(at + 1, len(together), "pictures")
        sink.finish()
        if options.with_attribution:
            write_table(there.folder / ATTRIBUTION, ATTRIBUTION_COLUMNS, attributions)
        write_atomically(there.folder / CARD, card(facts, options, counts).encode())
    yield DataSetExported(target, len(together), counts.copied, left_out)


def _written(there: Unfinished, sink: Sink, at: int, entry: Entry) -> tuple[Entry, str]:
    """Write the file number *at*, and note it."""
    file = sink.write(entry)
    there.note(Written(at, file, entry.sha256, entry.extension, entry.is_copy, entry.width, entry.height, sink.end))
    return entry, file


def _taken_over(
    there: Unfinished, sink: Sink, at: int, samples: tuple[ExportSample, ...], options: DataSetOptions
) -> tuple[Entry, str] | None:
    """Take the file number *at* from an earlier attempt; None where it has to be made."""
    was = there.before.get(at)
    if was is None:
        return None
    entry = Entry(samples, b"", was.extension, was.is_copy, was.width, was.height, options.as_boxes, was.sha256)
    return (entry, was.file) if sink.again(entry, was) else None


def _mark(samples: Sequence[ExportSample], options: DataSetOptions) -> str:
    """Return what only the very same export has."""
    told = hashlib.sha256(f"{__version__} {options!r}".encode())
    for one in samples:
        told.update(repr(one).encode())
    return told.hexdigest()


def _sink(folder: Path, samples: Sequence[ExportSample], options: DataSetOptions) -> Sink:
    labels = sorted({one.label for one in samples})
    match options.layout:
        case Layout.FOLDERS | Layout.CSV:
            has_parts = any(one.part for one in samples)
            return TableSink(folder, options, options.layout is Layout.FOLDERS, has_parts)
        case Layout.COCO:
            return CocoSink(folder, labels)
        case Layout.HUGGING_FACE:
            return HuggingFaceSink(folder, labels)
        case Layout.WEBDATASET:
            return WebDatasetSink(folder, labels)
        case Layout.PARQUET:
            return ParquetSink(folder, labels, options.as_boxes)
