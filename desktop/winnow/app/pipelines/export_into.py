"""Exports into new folders below one that the person chose: nothing is ever overwritten."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from winnow.app.pipelines.exporting import export_data_set, export_trained
from winnow.app.session import Session
from winnow.domain.data_set import DataSetOptions
from winnow.domain.ids import RunId
from winnow.domain.model_format import ModelFormat
from winnow.exporting.data_set import DataSetExported
from winnow.exporting.model import ModelExported
from winnow.exporting.names import safe_name


@dataclass(frozen=True, slots=True)
class Exported:
    """An export is in *folder*, which is new."""

    folder: Path
    files: int
    """Pictures written, or pictures that the model was checked with."""
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
