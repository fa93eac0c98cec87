"""Where files of a data set go: one sink for each layout of pictures beside tables."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from winnow.base.files import write_atomically
from winnow.domain.data_set import DataSetOptions
from winnow.exporting.boxes import box, corners
from winnow.exporting.names import safe_name
from winnow.exporting.resuming import Written
from winnow.exporting.samples import Entry
from winnow.exporting.tables import BOX_COLUMNS, COLUMNS, Cell, rows_of, write_table

TABLE = "labels.csv"
NO_PART = "unsplit"
"""The folder of what is in no part, where there are parts."""

_AT_THE_TOP = (TABLE, "ATTRIBUTION.csv", "README.md", "train", "valid", "test", NO_PART)


class Sink(Protocol):
    """Takes files one by one."""

    end: int
    """Where what was written last ends in its shard, in bytes; 0 where files are not appended to."""

    def write(self, entry: Entry) -> str:
        """Write *entry*, in the system's hands before this returns; return its path in the export, with slashes."""

    def again(self, entry: Entry, written: Written) -> bool:
        """Take over what an earlier attempt wrote of *entry*, if it is still so; else it is to be written again.

        Called for all entries in their order, beside `write`.
        """

    def finish(self) -> None:
        """Write what can only be written when all is known."""

    def close(self) -> None:
        """Let go of open files, finished or not."""


class Places:
    """Gives free names in *folder* and writes there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._taken: dict[Path, set[str]] = {}
        self._label_folders: dict[str, str] = {}
        self._taken_labels: set[str] = set()
        for name in _AT_THE_TOP:
            safe_name(name, self._taken_labels)

    def label_folder(self, label: str) -> str:
        """Return the name that *label* has in every part."""
        if label not in self._label_folders:
            self._label_folders[label] = safe_name(label, self._taken_labels)
        return self._label_folders[label]

    def write(self, inside: Path, entry: Entry) -> str:
        """Write *entry* under a free name in the folder *inside*; return its path in the export."""
        (self.folder / inside).mkdir(parents=True, exist_ok=True)
        file = self._claimed(inside, entry)
        (self.folder / file).write_bytes(entry.content)
        return file

    def again(self, inside: Path, entry: Entry, written: Written) -> bool:
        """Take the name of a file that an earlier attempt wrote, if its content is still the same."""
        try:
            with (self.folder / written.file).open("rb") as stream:
                is_sound = hashlib.file_digest(stream, "sha256").hexdigest() == written.sha256
        except OSError:
            return False
        # Names are given in the same order each time, so it is the same again.
        return is_sound and self._claimed(inside, entry) == written.file

    def _claimed(self, inside: Path, entry: Entry) -> str:
        name = safe_name(entry.stem + entry.extension, self._taken.setdefault(inside, set()))
        return (inside / name).as_posix()


class _FileSink:
    """A file for each entry, in a folder of its part, and something that is told of it; a subclass says what."""

    end = 0

    def __init__(self, folder: Path) -> None:
        self._places = Places(folder)

    def write(self, entry: Entry) -> str:
        file = self._places.write(self._inside(entry), entry)
        self._tell(entry, file)
        return file

    def again(self, entry: Entry, written: Written) -> bool:
        if not self._places.again(self._inside(entry), entry, written):
            return False
        self._tell(entry, written.file)
        return True

    def close(self) -> None:
        """Nothing is held open."""

    def _inside(self, entry: Entry) -> Path:
        return Path(entry.first.part or NO_PART)

    def _tell(self, entry: Entry, file: str) -> None:
        raise NotImplementedError


class TableSink(_FileSink):
    """Pictures in folders of parts and classes, or in one, and a table."""

    def __init__(self, folder: Path, options: DataSetOptions, by_label: bool, has_parts: bool) -> None:
        super().__init__(folder)
        self._as_boxes, self._by_label, self._has_parts = options.as_boxes, by_label, has_parts
        self._rows: list[tuple[Cell, ...]] = []

    def finish(self) -> None:
        columns = COLUMNS + (BOX_COLUMNS if self._as_boxes else ())
        write_table(self._places.folder / TABLE, columns, self._rows)

    def _tell(self, entry: Entry, file: str) -> None:
        self._rows.extend(rows_of(entry, file, self._as_boxes))

    def _inside(self, entry: Entry) -> Path:
        if not self._by_label:
            return Path("images")
        part = (entry.first.part or NO_PART) if self._has_parts else ""
        return Path(part, self._places.label_folder(entry.first.label))


class CocoSink(_FileSink):
    """``PART/NAME`` and ``annotations/instances_PART.json``; boxes are [x, y, width, height] inside the picture.

    Source: COCO, "Data format". What is told beyond it: "frame" (the frame as it is, it may reach past the picture).
    """

    def __init__(self, folder: Path, labels: Sequence[str]) -> None:
        super().__init__(folder)
        self._categories = {label: number for number, label in enumerate(labels, start=1)}
        self._licences: dict[str, int] = {}
        self._urls: dict[str, str] = {}
        self._images: dict[str, list[dict[str, Any]]] = {}
        self._boxes: dict[str, list[dict[str, Any]]] = {}

    def _tell(self, entry: Entry, file: str) -> None:
        part = entry.first.part or NO_PART
        images, boxes = self._images.setdefault(part, []), self._boxes.setdefault(part, [])
        one = entry.first
        licence = self._licences.setdefault(one.licence, len(self._licences))
        self._urls.setdefault(one.licence, one.licence_url)
        images.append(
            {
                "id": len(images) + 1, "file_name": file.partition("/")[2], "width": entry.width,
                "height": entry.height, "license": licence, "coco_url": one.address, "author": one.author,
            }
        )  # fmt: skip
        boxes.extend(self._annotations(entry, len(images), len(boxes)))

    def finish(self) -> None:
        folder = self._places.folder / "annotations"
        folder.mkdir(exist_ok=True)
        licences = [
            {"id": number, "name": name or "unknown", "url": self._urls[name]}
            for name, number in self._licences.items()
        ]
        categories = [{"id": number, "name": name, "supercategory": ""} for name, number in self._categories.items()]
        for part, images in self._images.items():
            told = {
                "info": {"description": part, "version": "1.0"},
                "licenses": licences,
                "categories": categories,
                "images": images,
                "annotations": self._boxes[part],
            }
            write_atomically(folder / f"instances_{part}.json", json.dumps(told, ensure_ascii=False).encode())

    def _annotations(self, entry: Entry, image: int, before: int) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        for number, sample in enumerate(entry.samples, start=before + 1):
            # What was cut out is a picture of its own, and its box is all of it.
            applied = sample.frame is not None and not entry.as_boxes
            frame = entry.whole if applied else entry.frame_of(sample)
            inside = box(frame, entry.width, entry.height)
            found.append(
                {
                    "id": number, "image_id": image, "category_id": self._categories[sample.label],
                    "bbox": list(inside), "area": inside[2] * inside[3], "iscrowd": 0,
                    "segmentation": [[round(value, 3) for point in corners(frame) for value in point]],
                    "frame": [frame.left, frame.top, frame.right, frame.bottom],
                    "angle": frame.angle, "flip_x": frame.flip_x, "flip_y": frame.flip_y,
                }
            )  # fmt: skip
        return found


class HuggingFaceSink(_FileSink):
    """``PART/NAME`` and ``PART/metadata.jsonl``, a line for each file.

    Source: Hugging Face Datasets, "Create an image dataset", ImageFolder with metadata.
    """

    def __init__(self, folder: Path, labels: Sequence[str]) -> None:
        super().__init__(folder)
        self._labels = labels
        self._lines: dict[str, list[str]] = {}

    def _tell(self, entry: Entry, file: str) -> None:
        part = entry.first.part or NO_PART
        told = {"file_name": file.partition("/")[2]} | told_of(entry, self._labels)
        self._lines.setdefault(part, []).append(json.dumps(told, ensure_ascii=False))

    def finish(self) -> None:
        for part, lines in self._lines.items():
            write_atomically(self._places.folder / part / "metadata.jsonl", ("\n".join(lines) + "\n").encode())


def told_of(entry: Entry, labels: Sequence[str]) -> dict[str, Any]:
    """Return what is told of a file in JSON; as boxes "objects" has "bbox" ([x, y, w, h]) and "categories"."""
    one = entry.first
    told: dict[str, Any] = {
        "label": one.label, "name": one.name, "address": one.address, "page": one.page, "title": one.title,
        "licence": one.licence, "licence_url": one.licence_url, "author": one.author, "sha256": entry.sha256,
    }  # fmt: skip
    if entry.as_boxes:
        told["objects"] = {
            "bbox": [list(box(entry.frame_of(sample), entry.width, entry.height)) for sample in entry.samples],
            "categories": [labels.index(sample.label) for sample in entry.samples],
        }
    return told
