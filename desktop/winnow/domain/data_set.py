"""How a data set leaves the project."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from winnow.base.errors import ContractError


class Layout(enum.Enum):
    """Who is to read it."""

    FOLDERS = "folders"
    """A folder for each class, as torchvision's ImageFolder and Keras read them."""
    CSV = "csv"
    """Pictures in one folder, and a table."""
    PARQUET = "parquet"
    """Pictures inside the table."""
    COCO = "coco"
    """Pictures, and a JSON file of boxes for each part."""
    WEBDATASET = "webdataset"
    """Tar shards."""
    HUGGING_FACE = "hf"
    """A folder for each part with its metadata.jsonl."""


class FileFormat(enum.Enum):
    """What pictures are written as; AS_IS copies whole ones byte for byte."""

    AS_IS = "as-is"
    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"


@dataclass(frozen=True, slots=True)
class DataSetOptions:
    """What a person chooses; *as_boxes* writes pictures untouched and tells of their frames."""

    layout: Layout = Layout.FOLDERS
    as_boxes: bool = False
    longest_side_px: int | None = None
    """Larger pictures are made smaller, smaller ones stay."""
    file_format: FileFormat = FileFormat.AS_IS
    quality: int = 95
    """Of JPEG and WebP, 1 to 100."""
    with_parts: bool = True
    """Train, valid and test apart."""
    with_attribution: bool = True
    only_known_licences: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.quality <= 100:
            raise ContractError(f"quality {self.quality} is outside 1..100")
        if self.longest_side_px is not None and self.longest_side_px < 1:
            raise ContractError(f"a longest side of {self.longest_side_px} pixels")
        if self.as_boxes and (self.longest_side_px or self.file_format is not FileFormat.AS_IS):
            raise ContractError("boxes lie over untouched originals")
