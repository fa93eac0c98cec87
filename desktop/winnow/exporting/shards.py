"""Shards: tar files for WebDataset, and Parquet files with the pictures inside."""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import io
import json
import tarfile
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

from winnow.base.errors import UserError
from winnow.exporting.resuming import Written
from winnow.exporting.samples import Entry
from winnow.exporting.sinks import NO_PART, told_of

SHARD_BYTES = 500_000_000
"""A shard is closed when it has so many: large enough to be read in one go, small enough to be shuffled."""

_GROUP_BYTES = 32_000_000
"""Of a Parquet row group, which is held in memory until it is written."""


_OPEN = ".open"


class ParquetMissing(UserError):
    """Parquet was asked for, and the package that writes it is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "Parquet files are written by the package pyarrow, which is not here: choose another format. "
            "Where Winnow was installed by pip, 'pip install winnow[parquet]' adds it; Winnow from "
            "an installer comes without it."
        )


class WebDatasetSink:
    """``PART-000000.tar``: for each sample KEY.jpg (or its format), KEY.cls (its class by number) and KEY.json.

    Keys rise through all shards; ``classes.json`` has the names of the classes by number.
    Source: WebDataset, "The WebDataset Format".
    """

    def __init__(self, folder: Path, labels: Sequence[str], shard_bytes: int = SHARD_BYTES) -> None:
        self._folder, self._labels, self._shard_bytes = folder, labels, shard_bytes
        self._open: dict[str, tuple[tarfile.TarFile, IO[bytes]]] = {}
        self._shards: dict[str, int] = {}
        self._number = 0
        self.end = 0
        self._ends: dict[str, int] = {}
        """By part: where what was taken over of its shard ends."""
        self._torn: set[str] = set()
        """Parts of whose shard the end was lost."""
        self._sound: dict[str, set[str]] = {}
        """Shards of an earlier attempt, and what is whole in each."""

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
        self._open[part][1].flush()
        self.end = shard.offset
        return f"{part}-{self._shards[part]:06d}.tar/{key}{entry.extension}"

    def again(self, entry: Entry, written: Written) -> bool:
        part = entry.first.part or NO_PART
        shard, _, name = written.file.partition("/")
        if shard not in self._sound:
            self._sound[shard] = _hashes_in(self._folder / shard)
        if part in self._torn or f"{name} {written.sha256}" not in self._sound[shard]:
            self._torn.add(part)
            return False
        self._number += 1
        self._shards[part] = int(shard.removesuffix(".tar").rpartition("-")[2])
        self._ends[part] = written.place
        return True

    def finish(self) -> None:
        self.close()
        names = json.dumps(list(self._labels), ensure_ascii=False, indent=1)
        (self._folder / "classes.json").write_text(names, encoding="utf-8")

    def close(self) -> None:
        for part in list(self._open):
            self._close(part)

    def _shard(self, part: str) -> tarfile.TarFile:
        if part in self._open:
            if self._open[part][0].offset < self._shard_bytes:
                return self._open[part][0]
            self._close(part)
        end = self._ends.pop(part, 0)
        goes_on = 0 < end < self._shard_bytes
        if not goes_on:
            self._shards[part] = self._shards.get(part, -1) + 1
        path = self._folder / f"{part}-{self._shards[part]:06d}.tar"
        stream = path.open("r+b" if goes_on else "wb")
        if goes_on:
            stream.truncate(end)
            stream.seek(end)
        made = tarfile.open(fileobj=stream, mode="w", format=tarfile.USTAR_FORMAT)  # noqa: SIM115 - held over calls
        self._open[part] = made, stream
        return made

    def _close(self, part: str) -> None:
        shard, stream = self._open.pop(part)
        # A file that it was given it leaves open.
        shard.close()
        stream.close()


def _hashes_in(path: Path) -> set[str]:
    """Return "NAME SHA256" of the members of a shard, as far as it can be read."""
    found: set[str] = set()
    with contextlib.suppress(tarfile.TarError, OSError), tarfile.open(path) as shard:
        for member in shard:
            content = shard.extractfile(member)
            if content is not None:
                found.add(f"{member.name} {hashlib.sha256(content.read()).hexdigest()}")
    return found


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

    end = 0

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
        self._folder.mkdir(exist_ok=True)

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

    def again(self, entry: Entry, written: Written) -> bool:
        # A shard has its name once it is whole; what was in an open one is made again.
        if not (self._folder.parent / written.file).is_file():
            return False
        number = int(written.file.removesuffix(".parquet").rpartition("-")[2])
        self._shards[entry.first.part or NO_PART] = number + 1
        return True

    def finish(self) -> None:
        for part in list(self._rows):
            self._flush(part)
        for part in list(self._open):
            self._complete(part)

    def close(self) -> None:
        for writer in self._open.values():
            writer.close()
        self._open.clear()

    def _flush(self, part: str) -> None:
        rows = self._rows.pop(part, [])
        if not rows:
            return
        if part not in self._open:
            self._shards.setdefault(part, 0)
            self._open[part] = self._parquet.ParquetWriter(self._path(part, _OPEN), self._schema)
        self._open[part].write_table(self._arrow.Table.from_pylist(rows, schema=self._schema))
        self._written[part] = self._written.get(part, 0) + self._waiting.pop(part)
        if self._written[part] >= self._shard_bytes:
            self._complete(part)

    def _complete(self, part: str) -> None:
        """Close the shard of *part*, and give it its name: what has that is whole."""
        self._open.pop(part).close()
        self._path(part, _OPEN).replace(self._path(part))
        self._shards[part] += 1
        self._written[part] = 0

    def _path(self, part: str, suffix: str = "") -> Path:
        return self._folder / f"{part}-{self._shards[part]:05d}.parquet{suffix}"

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
