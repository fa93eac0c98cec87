"""Pictures as they came, stored once by content and never rewritten."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from winnow.base.errors import OutsideError
from winnow.base.files import write_atomically

_NAME = re.compile(r"[0-9a-f]{64}\.[a-z0-9]{1,8}")


class OriginalMissing(OutsideError):
    """A picture's file is not where the project keeps it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path} is missing. Bring the file back from a copy of the project; its label is kept.")


class OriginalMisnamed(OutsideError):
    """The database names a picture in a way that no picture's file is called."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder
        super().__init__(
            f"The project names a picture {name[:80]!r}, which is no file of {folder}, so it is not read. "
            "The database is damaged or was made to harm; 'winnow doctor' looks at the rest of it."
        )


class Originals:
    """The content-addressed store ``originals/ab/abcdef….ext``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, sha256: str, kind: str) -> Path:
        """Return where the picture with this content and format (e.g. ``jpeg``) lies or would lie.

        Raises:
            OriginalMisnamed: they are no hash and format, as in a database that was made to read files elsewhere.
        """
        if not _NAME.fullmatch(f"{sha256}.{kind}"):
            raise OriginalMisnamed(self._folder, f"{sha256}.{kind}")
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
