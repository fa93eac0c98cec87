"""Shards: tar files for WebDataset, and Parquet files with the pictures inside."""

from __future__ import annotations

import importlib
import io
import json
import tarfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from winnow.base.errors import UserError
from winnow.exporting.samples import Entry
from winnow.exporting.sinks import NO_PART, told_of

SHARD_BYTES = 500_000_000
"""A shard is closed when it has so many: large enough to be read in one go, small enough to be shuffled."""

_GROUP_BYTES = 32_000_000
"""Of a Parquet row group, which is held in memory until it is written."""


class ParquetMissing(UserError):
    """Parquet was asked for, and the package that writes it is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "Parquet files are written by the package pyarrow, which is not installed. "
            "Install it by 'pip install winnow[parquet]', or choose another format."
        )


class WebDatasetSink:
    """``PART-000000.tar``: for each sample KEY.jpg (or its format), KEY.cls (its class by number) and KEY.json.

    Keys rise through all shards; ``classes.json`` has the names of the classes by number.
    Source: WebDataset, "The WebDataset Format".
    """

    def __init__(self, folder: Path, labels: Sequence[str], shard_bytes: int = SHARD_BYTES) -> None:
        self._folder, self._labels, self._shard_bytes = folder, labels, shard_bytes
        self._open: dict[str, tarfile.TarFile] = {}
        self._shards: dict[str, int] = {}
        self._number = 0

    def write(self, entry: Entry) -> str:
        part = entry.first.part or NO_PART
        shard = self._shard(part)
        key = f"{self._number:09d}"
        self._number += 1
        told = json.dumps(told_of(entry, self._labels), ensure_ascii=False)
        number = str(self._labels.index(entry.first.label))
        # Sorted by their names, as readers want the files of a sample to stand together.
        files = {entry.extension: entry.content, ".cls": number.encode(), ".json": told.encode()}
        for extension, content in sorted(files.items()):
            _add(shard, key + extension, content)
        return f"{part}-{self._shards[part]:06d}.tar/{key}{entry.extension}"

    def finish(self) -> None:
        self.close()
        names = json.dumps(list(self._labels), ensure_ascii=False, indent=1)
        (self._folder / "classes.json").write_text(names, encoding="utf-8")

    def close(self) -> None:
        for shard in self._open.values():
            shard.close()
        self._open.clear()

    def _shard(self, part: str) -> tarfile.TarFile:
        shard = self._open.get(part)
        if shard is not None and shard.offset < self._shard_bytes:
            return shard
        if shard is not None:
            shard.close()
        self._shards[part] = self._shards.get(part, -1) + 1
        path = self._folder / f"{part}-{self._shards[part]:06d}.tar"
        self._open[part] = tarfile.open(path, "w", format=tarfile.USTAR_FORMAT)  # noqa: SIM115 - held over calls
        return self._open[part]


def _add(shard: tarfile.TarFile, name: str, content: bytes) -> None:
    member = tarfile.TarInfo(name)
    # No time and no owner: the same data set gives the same bytes.
    member.size = len(content)
    shard.addfile(member, io.BytesIO(content))


class ParquetSink:
    """``data/PART-00000.parquet`` with "image" ({bytes, path}), "label" by number, and what is told of each.

    Hugging Face Datasets reads pictures and class names by the schema's own words.

    Raises:
        ParquetMissing: pyarrow is not installed.
    """

    def __init__(self, folder: Path, labels: Sequence[str], as_boxes: bool, shard_bytes: int = SHARD_BYTES) -> None:
        try:
            self._arrow = importlib.import_module("pyarrow")
            self._parquet = importlib.import_module("pyarrow.parquet")
        except ImportError as error:
            raise ParquetMissing from error
        self._folder, self._labels, self._shard_bytes = folder / "data", labels, shard_bytes
        self._schema = self._made_schema(as_boxes)
        self._rows: dict[str, list[dict[str, Any]]] = {}
        self._waiting: dict[str, int] = {}
        self._written: dict[str, int] = {}
        self._open: dict[str, Any] = {}
        self._shards: dict[str, int] = {}
        self._folder.mkdir()

    def write(self, entry: Entry) -> str:
        part = entry.first.part or NO_PART
        told = told_of(entry, self._labels)
        name = told["label"]
        told |= {
            "image": {"bytes": entry.content, "path": entry.stem + entry.extension},
            "label": self._labels.index(name),
            "label_name": name,
            "part": entry.first.part,
        }
        self._rows.setdefault(part, []).append(told)
        self._waiting[part] = self._waiting.get(part, 0) + len(entry.content)
        number = self._shards.get(part, 0)
        if self._waiting[part] >= _GROUP_BYTES:
            self._flush(part)
        return f"data/{part}-{number:05d}.parquet"

    def finish(self) -> None:
        for part in list(self._rows):
            self._flush(part)
        self.close()

    def close(self) -> None:
        for writer in self._open.values():
            writer.close()
        self._open.clear()

    def _flush(self, part: str) -> None:
        rows = self._rows.pop(part, [])
        if not rows:
            return
        if part not in self._open:
            path = self._folder / f"{part}-{self._shards.setdefault(part, 0):05d}.parquet"
            self._open[part] = self._parquet.ParquetWriter(path, self._schema)
        self._open[part].write_table(self._arrow.Table.from_pylist(rows, schema=self._schema))
        self._written[part] = self._written.get(part, 0) + self._waiting.pop(part)
        if self._written[part] >= self._shard_bytes:
            self._open.pop(part).close()
            self._shards[part] += 1
            self._written[part] = 0

    def _made_schema(self, as_boxes: bool) -> Any:
        arrow = self._arrow
        columns: list[tuple[str, Any]] = [
            ("image", arrow.struct([("bytes", arrow.binary()), ("path", arrow.string())])),
            ("label", arrow.int64()),
        ]
        words = ("label_name", "part", "name", "address", "page", "title", "licence", "licence_url", "author", "sha256")
        columns += [(word, arrow.string()) for word in words]
        features: dict[str, Any] = {
            "image": {"_type": "Image"},
            "label": {"names": list(self._labels), "_type": "ClassLabel"},
        } | {word: {"dtype": "string", "_type": "Value"} for word in words}
        if as_boxes:
            inside = [("bbox", arrow.list_(arrow.list_(arrow.float64()))), ("categories", arrow.list_(arrow.int64()))]
            columns.append(("objects", arrow.struct(inside)))
        told = {} if as_boxes else {b"huggingface": json.dumps({"info": {"features": features}}).encode()}
        return arrow.schema(columns, metadata=told)
