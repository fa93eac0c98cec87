"""Space that is set aside on the project's disk, and given up when that is full: for what the person does last.

A label takes about 9 kB of the log until it is tidied up, so that it lasts for
a good many; meanwhile the person is told, and makes room.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

BALLAST_BYTES = 16 << 20
_PIECE = 1 << 20


class Ballast:
    """The file *path*; it may be deleted at any time. Used by several threads only one after the other."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def keep(self) -> bool:
        """Set the space aside, unless it is already; return whether it is now.

        A disk that is nearly full is left what it has.

        Raises:
            OSError: the disk does not take it.
        """
        if self._path.is_file() and self._path.stat().st_size >= BALLAST_BYTES:
            return True
        if shutil.disk_usage(self._path.parent).free < 4 * BALLAST_BYTES:
            return False
        try:
            with self._path.open("wb") as stream:
                # Nothing that a disk could store in less, as some do with zeros.
                for _ in range(0, BALLAST_BYTES, _PIECE):
                    stream.write(os.urandom(min(_PIECE, BALLAST_BYTES)))
                stream.flush()
                os.fsync(stream.fileno())
        except OSError:
            self._path.unlink(missing_ok=True)
            raise
        return True

    def give_up(self) -> bool:
        """Let go of the space; return whether there was any."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True
