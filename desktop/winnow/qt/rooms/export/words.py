"""The choices of this room in words."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from winnow.domain.data_set import FileFormat, Layout
from winnow.domain.model_format import ModelFormat
from winnow.domain.report import ReportPart

_LAYOUTS = {
    Layout.FOLDERS: (
        QT_TRANSLATE_NOOP("ExportRoom", "Image folders"),
        QT_TRANSLATE_NOOP("ExportRoom", "one folder a class"),
    ),
    Layout.HUGGING_FACE: (
        QT_TRANSLATE_NOOP("ExportRoom", "Hugging Face"),
        QT_TRANSLATE_NOOP("ExportRoom", "folder + metadata"),
    ),
    Layout.CSV: (QT_TRANSLATE_NOOP("ExportRoom", "CSV"), QT_TRANSLATE_NOOP("ExportRoom", "table and pictures")),
    Layout.PARQUET: (
        QT_TRANSLATE_NOOP("ExportRoom", "Parquet"),
        QT_TRANSLATE_NOOP("ExportRoom", "pictures in the table"),
    ),
    Layout.COCO: (QT_TRANSLATE_NOOP("ExportRoom", "COCO"), QT_TRANSLATE_NOOP("ExportRoom", "boxes in JSON")),
    Layout.WEBDATASET: (QT_TRANSLATE_NOOP("ExportRoom", "WebDataset"), QT_TRANSLATE_NOOP("ExportRoom", "tar shards")),
}
_FILE_FORMATS = {
    FileFormat.AS_IS: QT_TRANSLATE_NOOP("ExportRoom", "As it is"),
    FileFormat.JPEG: QT_TRANSLATE_NOOP("ExportRoom", "JPEG"),
    FileFormat.PNG: QT_TRANSLATE_NOOP("ExportRoom", "PNG"),
    FileFormat.WEBP: QT_TRANSLATE_NOOP("ExportRoom", "WebP"),
}
_MODEL_FORMATS = {
    ModelFormat.ONNX: QT_TRANSLATE_NOOP("ExportRoom", "ONNX"),
    ModelFormat.SAFETENSORS: QT_TRANSLATE_NOOP("ExportRoom", "Weights (safetensors)"),
    ModelFormat.TORCH: QT_TRANSLATE_NOOP("ExportRoom", "torch export (.pt2)"),
}
_REPORT_PARTS = {
    ReportPart.DATA_CARD: QT_TRANSLATE_NOOP("ExportRoom", "Data card"),
    ReportPart.COLLECTED: QT_TRANSLATE_NOOP("ExportRoom", "How it was collected"),
    ReportPart.CLUSTERS: QT_TRANSLATE_NOOP("ExportRoom", "Clusters and labels"),
    ReportPart.SPLIT: QT_TRANSLATE_NOOP("ExportRoom", "Split and its proof"),
    ReportPart.TRAINING: QT_TRANSLATE_NOOP("ExportRoom", "Training curves"),
    ReportPart.TEST: QT_TRANSLATE_NOOP("ExportRoom", "Test result"),
    ReportPart.SUSPECTS: QT_TRANSLATE_NOOP("ExportRoom", "Suspected wrong labels"),
}


def layout_words(layout: Layout) -> tuple[str, str]:
    """Return the name of *layout*, and what it is made of."""
    name, words = _LAYOUTS[layout]
    return _tr(name), _tr(words)


def file_format_words(file_format: FileFormat) -> str:
    """Return the name of *file_format*."""
    return _tr(_FILE_FORMATS[file_format])


def model_format_words(model_format: ModelFormat) -> str:
    """Return the name of *model_format*."""
    return _tr(_MODEL_FORMATS[model_format])


def report_part_words(part: ReportPart) -> str:
    """Return the name of a chapter."""
    return _tr(_REPORT_PARTS[part])


def size_words(size_bytes: int) -> str:
    """Return a size in megabytes of a million bytes, as file managers show it."""
    megabytes = size_bytes / 1e6
    return f"{megabytes:.1f} MB" if megabytes < 100 else f"{megabytes:.0f} MB"


def _tr(text: object) -> str:
    return QCoreApplication.translate("ExportRoom", str(text))
