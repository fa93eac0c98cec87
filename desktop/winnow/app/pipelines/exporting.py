"""Data sets and models out of the project."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from winnow.app.children import in_child
from winnow.app.pipelines.training import folder_with_weights
from winnow.app.queries.exportable import left_behind
from winnow.app.queries.samples import labelled, labels_in_use
from winnow.app.session import Session
from winnow.base.outcomes import Steps
from winnow.domain.data_set import DataSetOptions
from winnow.domain.ids import RunId
from winnow.domain.model_format import ModelFormat
from winnow.domain.split import Part, Split
from winnow.exporting.card import CardFacts
from winnow.exporting.data_set import DataSetExported
from winnow.exporting.data_set import export_data_set as write_data_set
from winnow.exporting.model import ModelExported, export_model
from winnow.exporting.samples import ExportSample
from winnow.store import exports, runs, splits
from winnow.store.database import Reader, Tx
from winnow.store.originals import Originals
from winnow.training.evaluation import Predictions, predict
from winnow.training.samples import Sample

_PARITY_PICTURES = 32
_TOLD = ("licence", "author", "licence_url", "page", "title")


def export_data_set(
    session: Session, target: Path, options: DataSetOptions = DataSetOptions()
) -> Generator[object, None, None]:
    """Write the labelled frames as *options* say; yield events, at last `DataSetExported`."""
    samples, facts = session.ask(partial(_to_export, session.name, session.originals, options))
    for event in in_child(write_data_set, samples, target, options, facts):
        if isinstance(event, DataSetExported):
            session.record(partial(_note, "dataset", str(event.folder), event.files)).result()
        yield event


def _to_export(
    name: str, originals: Originals, options: DataSetOptions, connection: Reader
) -> tuple[list[ExportSample], CardFacts]:
    number = splits.current_id(connection) if options.with_parts else None
    split = None if number is None else splits.get(connection, number)
    rows = labelled(connection, split)
    names = {int(label.id): label.name for label in labels_in_use(connection, rows)}
    samples = [
        ExportSample(
            path=originals.path(row.sha256, row.format),
            frame=row.frame,
            label=names[row.label_id],
            part=row.part.value if row.part else "",
            name=row.file,
            address=row.address,
            **{told: row.provenance.get(told, "") for told in _TOLD},
        )
        for row in rows
    ]
    unlabelled, rejected = left_behind(connection)
    return samples, CardFacts(name, "" if split is None else _split_words(split), unlabelled, rejected)


def _split_words(split: Split) -> str:
    ratios = " / ".join(f"{share} %" for share in (split.ratios.train, split.ratios.valid, split.ratios.test))
    kept = "; near duplicates stay in one part" if split.keeping.near_duplicates else ""
    return f"Parts were drawn as {ratios} (train, valid, test) with the seed {split.seed}{kept}."


def export_trained(
    session: Session, run_id: RunId, target: Path, formats: Sequence[ModelFormat] = (ModelFormat.ONNX,)
) -> Generator[object, None, None]:
    """Write a run's network with an example, once its parity is checked in each format; at last `ModelExported`."""
    run = session.ask(runs.get, run_id)
    folder = folder_with_weights(session, run)
    split = session.ask(splits.get, run.split_id)
    rows = [row for row in session.ask(labelled, split) if row.part is Part.VALID][:_PARITY_PICTURES]
    pictures = [session.originals.path(row.sha256, row.format) for row in rows]
    labels = [name for _id, name in run.labels]
    for event in in_child(_export_in_child, session.name, folder, target, labels, tuple(formats), pictures):
        if isinstance(event, ModelExported):
            session.record(partial(_note, "model", str(target), event.pictures)).result()
        yield event


def _export_in_child(
    name: str,
    folder: Path,
    target: Path,
    labels: Sequence[str],
    formats: Sequence[ModelFormat],
    pictures: Sequence[Path],
) -> Steps:
    from winnow.training.model_files import write_program, write_weights
    from winnow.training.onnx_graph import write_onnx

    writing = {
        ModelFormat.ONNX: write_onnx,
        ModelFormat.TORCH: write_program,
        ModelFormat.SAFETENSORS: write_weights,
    }
    writers = {one: partial(writing[one], folder) for one in formats}
    expected: npt.NDArray[np.float32] | None = None
    for event in predict(folder, [Sample(path, None, 0, 0) for path in pictures]):
        if isinstance(event, Predictions):
            expected = event.probabilities
        else:
            yield event
    if expected is not None:
        yield from export_model(name, target, labels, writers, pictures, expected)


def _note(kind: str, folder: str, files: int, tx: Tx) -> None:
    exports.add(tx, kind, folder, files)
