"""Exports into new folders below one that the person chose: nothing is ever overwritten."""

from __future__ import annotations

import importlib.util
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from winnow.app.pipelines.exporting import export_data_set, export_trained
from winnow.app.pipelines.packing import pack
from winnow.app.pipelines.reporting import NEWEST, Printer, ReportWritten, print_report, write_report
from winnow.app.session import Session
from winnow.base.outcomes import Steps
from winnow.domain.data_set import DataSetOptions
from winnow.domain.ids import RunId
from winnow.domain.model_format import ModelFormat
from winnow.domain.report import ENGLISH, ReportOptions, Wording
from winnow.exporting.data_set import DataSetExported
from winnow.exporting.model import ModelExported
from winnow.exporting.names import safe_name
from winnow.exporting.packing import SUFFIX, Packed
from winnow.exporting.resuming import discard_unfinished, unfinished_files


@dataclass(frozen=True, slots=True)
class Exported:
    """An export is in *folder*, which is new; a report or a packed project is that file."""

    folder: Path
    files: int
    """Pictures written, pictures that the model was checked with, or files that were packed."""
    max_abs_difference: float | None = None
    """Of a model: how far its probabilities are from the run's, at most."""
    left_out: int = 0
    """Pictures of unknown licence that were left out."""
    differences: tuple[tuple[ModelFormat, float], ...] = ()
    """Of a model: the same by format."""


def export_data_set_into(
    session: Session, folder: Path, options: DataSetOptions = DataSetOptions()
) -> Generator[object, None, None]:
    """Write the data set to a new folder in *folder*; yield events, at last `Exported`."""
    for event in export_data_set(session, free_target(folder, f"{session.name}-images"), options):
        if isinstance(event, DataSetExported):
            yield Exported(event.folder, event.files, left_out=event.left_out)
        else:
            yield event


def unfinished_data_set(session: Session, folder: Path) -> int:
    """Return how many files a data set export to *folder* that was stopped has; the next one goes on after them.

    If the same is exported: with other options, or after a change of the pictures, it begins anew.
    """
    return unfinished_files(free_target(folder, f"{session.name}-images"))


def discard_unfinished_data_set(session: Session, folder: Path) -> None:
    """Remove what a data set export to *folder* that was stopped left there."""
    discard_unfinished(free_target(folder, f"{session.name}-images"))


def export_model_into(
    session: Session,
    run_id: RunId,
    run_name: str,
    folder: Path,
    formats: Sequence[ModelFormat] = (ModelFormat.ONNX,),
) -> Generator[object, None, None]:
    """Write a run's model to a new folder in *folder*; yield events, at last `Exported`."""
    for event in export_trained(session, run_id, free_target(folder, f"{session.name}-{run_name}"), formats):
        if isinstance(event, ModelExported):
            yield Exported(event.folder, event.pictures, event.max_abs_difference, differences=event.differences)
        else:
            yield event


def write_report_into(
    session: Session,
    folder: Path,
    run_id: RunId = NEWEST,
    options: ReportOptions = ReportOptions(),
    wording: Wording = ENGLISH,
) -> Generator[object, None, None]:
    """Write the report as a new HTML file in *folder*; yield events, at last `Exported` with the file."""
    target = free_target(folder, f"{session.name}-report.html")
    yield from _report_steps(write_report(session, target, run_id, options, wording))


def print_report_into(
    session: Session,
    folder: Path,
    printer: Printer,
    run_id: RunId = NEWEST,
    options: ReportOptions = ReportOptions(),
    wording: Wording = ENGLISH,
) -> Generator[object, None, None]:
    """Write the report as a new PDF file in *folder* by *printer*; yield events, at last `Exported` with the file."""
    target = free_target(folder, f"{session.name}-report.pdf")
    yield from _report_steps(print_report(session, target, printer, run_id, options, wording))


def _report_steps(steps: Steps) -> Steps:
    for event in steps:
        yield Exported(event.path, 1) if isinstance(event, ReportWritten) else event


def pack_into(session: Session, folder: Path) -> Generator[object, None, None]:
    """Pack the whole project into a new ``.winnowz`` file in *folder*; yield events, at last `Exported` with it."""
    for event in pack(session, free_target(folder, f"{session.name}{SUFFIX}")):
        yield Exported(event.path, event.files) if isinstance(event, Packed) else event


def parquet_is_there() -> bool:
    """Return whether the package that writes Parquet is installed; it is not loaded for that."""
    return importlib.util.find_spec("pyarrow") is not None


def free_target(folder: Path, name: str) -> Path:
    """Return *name* in *folder*, with a number behind it where that is taken."""
    taken: set[str] = set()
    while True:
        target = folder / safe_name(name, taken)
        try:
            if not target.exists():
                return target
        except OSError:
            # Not even looked at: the export itself says why.
            return target
