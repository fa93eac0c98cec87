"""Folders and single files.

What is passed over, and how the person learns of it: hidden and system files
and folders are counted in a note, projects of Winnow are named in one; links,
devices and folders that cannot be read are entries with a reason.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from winnow.base.outcomes import Note
from winnow.collect.local import LocalPicture, is_of_the_system, passed_over, path_text, refused
from winnow.domain.image import Reason
from winnow.domain.source import SourceKind
from winnow.vision.refusal import Limits, PictureRefused

_LINK = "it is a link, and links are not followed, for they may lead anywhere; import what it points to"


@dataclass(frozen=True, slots=True)
class FolderSource:
    """Every file at or below *path*; the name of its folder goes with each."""

    path: Path
    kind: SourceKind = SourceKind.FOLDER

    @property
    def name(self) -> str:
        """The folder's name."""
        return path_text(self.path.name or str(self.path))

    @property
    def address(self) -> str:
        """The folder's path."""
        return path_text(self.path)

    def pictures(self) -> Iterator[LocalPicture | Note]:
        """See `LocalSource.pictures`."""
        for one in self.files():
            yield self.picture(one) if isinstance(one, Path) else one

    def picture(self, file: Path) -> LocalPicture:
        """Return the entry of one of its files."""
        return LocalPicture(path_text(file), path_text(file.name), partial(read_file, file), self._folder(file))

    def files(self) -> Iterator[Path | LocalPicture | Note]:
        """Yield what lies below: files by their paths, what is not read as the entry that says so, and notes."""
        if self.path.is_file():
            yield self.path
            return
        hidden = 0
        troubles: list[OSError] = []
        for place, folders, names in os.walk(self.path, onerror=troubles.append):
            yield from map(self._closed_folder, troubles)
            troubles.clear()
            yield from (Note(f"{Path(place, one)} is a project of Winnow and was passed over.") for one in folders
                        if one.endswith(".winnow"))  # fmt: skip
            links = [one for one in folders if Path(place, one).is_symlink()]
            hidden += sum(map(is_of_the_system, (*folders, *names)))
            folders[:] = sorted(
                one for one in folders if not (is_of_the_system(one) or one.endswith(".winnow") or one in links)
            )
            for name in sorted((*names, *links)):
                if not is_of_the_system(name):
                    yield self._looked_at(Path(place, name))
        yield from map(self._closed_folder, troubles)
        if hidden:
            yield passed_over(hidden, self.name)

    def _looked_at(self, file: Path) -> Path | LocalPicture:
        try:
            mode = file.lstat().st_mode
        except OSError:
            return file  # the reading says what is wrong with it
        if stat.S_ISREG(mode):
            return file
        if stat.S_ISLNK(mode):
            return self._refused(file, Reason.REFUSED_ADDRESS, _LINK)
        return self._refused(file, Reason.NOT_AN_IMAGE, "it is a device or a pipe, not a file")

    def _closed_folder(self, trouble: OSError) -> LocalPicture:
        folder = Path(os.fsdecode(trouble.filename or self.path))
        what = f"the folder cannot be read ({trouble.strerror or trouble}); check who may open it, and import again"
        return self._refused(folder, Reason.UNREADABLE, what)

    def _refused(self, file: Path, reason: Reason, detail: str) -> LocalPicture:
        return refused(path_text(file), path_text(file.name), reason, detail, self._folder(file))

    def _folder(self, file: Path) -> str:
        return "" if self.path in (file, file.parent) else path_text(file.parent.name)


def read_file(file: Path) -> bytes:
    """Return the bytes of *file*.

    Raises:
        PictureRefused: it is larger than a picture may be. OSError: it cannot be read.
    """
    size = file.stat().st_size
    if size > Limits().bytes:
        what = f"it has {size / 2**20:.0f} MiB, and at most {Limits().bytes >> 20} MiB are opened"
        raise PictureRefused(Reason.TOO_MANY_BYTES, what, path_text(file.name))
    return file.read_bytes()
