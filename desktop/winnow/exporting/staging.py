"""New folders that appear whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from winnow.base.errors import OutsideError, UserError
from winnow.base.files import sync_folder

_SUFFIX = ".unfinished"


class TargetTaken(UserError):
    """An export was to go where something already is."""

    def __init__(self, target: Path) -> None:
        self.target = target
        super().__init__(f"{target} already exists and is not empty. Choose a new folder: nothing is overwritten.")


class FileTaken(UserError):
    """A file was to be written where something is already."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path} exists already. Choose another name: nothing is overwritten.")


class ExportFailed(OutsideError):
    """The disk did not take an export; what was written of it is removed, or *is_kept* for the next attempt."""

    def __init__(self, target: Path, why: str, is_kept: bool = False) -> None:
        self.target, self.why = target, why
        then = "Export there again to go on where it stopped." if is_kept else "Nothing was left there."
        super().__init__(f"The export to {target} could not be written: {why}. {then}")


@contextmanager
def staged(target: Path) -> Iterator[Path]:
    """Give a temporary folder beside *target*; on a clean exit it becomes *target*, else it is removed.

    Raises:
        TargetTaken: *target* exists and is not an empty folder.
        ExportFailed: the disk did not take it.
    """
    check_free(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{target.name[:40]}-", suffix=_SUFFIX, dir=target.parent))
    except OSError as error:
        raise ExportFailed(target, error.strerror or str(error)) from error
    try:
        yield folder
        # Again, since it may have taken long.
        check_free(target)
        folder.chmod(0o755)
        if target.exists():
            target.rmdir()
        folder.rename(target)
        sync_folder(target.parent)
    except OSError as error:
        raise ExportFailed(target, error.strerror or str(error)) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def check_free(target: Path) -> None:
    """Say whether an export may go to *target*.

    Raises:
        TargetTaken: it exists and is not an empty folder. ExportFailed: it cannot even be looked at.
    """
    try:
        taken = target.is_file() or (target.is_dir() and any(target.iterdir()))
    except OSError as error:
        raise ExportFailed(target, error.strerror or str(error)) from error
    if taken:
        raise TargetTaken(target)
