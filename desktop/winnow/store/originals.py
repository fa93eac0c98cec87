"""Pictures as they came, stored once by content and never rewritten."""

from __future__ import annotations

import hashlib
from pathlib import Path

from winnow.base.errors import OutsideError
from winnow.base.files import write_atomically


class OriginalMissing(OutsideError):
    """A picture's file is not where the project keeps it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path} is missing. Bring the file back from a copy of the project; its label is kept.")


class Originals:
    """The content-addressed store ``originals/ab/abcdef….ext``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, sha256: str, kind: str) -> Path:
        """Return where the picture with this content and format (e.g. ``jpeg``) lies or would lie."""
        return self._folder / sha256[:2] / f"{sha256}.{kind}"

    def put(self, sha256: str, kind: str, content: bytes) -> Path:
        """Store *content*, durable before this returns; what is there already is left alone."""
        path = self.path(sha256, kind)
        if not path.exists():
            write_atomically(path, content)
        return path

    def read(self, sha256: str, kind: str) -> bytes:
        """Return the bytes of a picture.

        Raises:
            OriginalMissing: the file is not there.
        """
        path = self.path(sha256, kind)
        try:
            return path.read_bytes()
        except FileNotFoundError as error:
            raise OriginalMissing(path) from error

    def is_sound(self, sha256: str, kind: str) -> bool:
        """Say whether the file is there and has the content its name says."""
        path = self.path(sha256, kind)
        return path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256
