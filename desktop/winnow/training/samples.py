"""What a network learns from or is tested on, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from winnow.domain.frame import Frame


@dataclass(frozen=True, slots=True)
class Sample:
    """A frame over the picture in the file *path* (None: the whole of it), with its class."""

    path: Path
    frame: Frame | None
    label: int
    """Index of the network's output, from 0."""
    image_id: int
    sha256: str = ""
    """Of the file, where it is known: prepared pixels are found again by it wherever the file lies."""
