"""New folders that appear whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import gethostname

from winnow.base.errors import OutsideError, UserError
from winnow.base.files import sync_folder
from winnow.base.lock import AlreadyOpen, Lock, holder

_SUFFIX = ".unfinished"
_LOCK = "winnow.lock"


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

    What a program left there that was killed is removed first, see `sweep`.

    Raises:
        TargetTaken: *target* exists and is not an empty folder.
        ExportFailed: the disk did not take it.
    """
    check_free(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        sweep(target.parent)
        outer = Path(tempfile.mkdtemp(prefix=f".{target.name[:40]}-", suffix=_SUFFIX, dir=target.parent))
    except OSError as error:
        raise ExportFailed(target, error.strerror or str(error)) from error
    lock = _locked(outer)
    try:
        # The lock lies beside it, not in it: it belongs to this process, not to the export.
        folder = outer / "export"
        folder.mkdir()
        yield folder
        # Again, since it may have taken long.
        check_free(target)
        if target.exists():
            target.rmdir()
        folder.rename(target)
        sync_folder(target.parent)
    except OSError as error:
        raise ExportFailed(target, error.strerror or str(error)) from error
    finally:
        if lock is not None:
            lock.release()
        shutil.rmtree(outer, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Remove from *folder* the temporary folders of exports whose process is dead.

    That it is dead is proved by its lock, which the system frees with the
    process: one that is held, or was made on another computer, stays where it
    is, and so does whatever has no lock.
    """
    for outer in folder.glob(f".*{_SUFFIX}"):
        if outer.is_symlink() or not (outer / _LOCK).is_file() or holder(outer / _LOCK).get("host") != gethostname():
            continue
        try:
            Lock(outer / _LOCK).release()
        except (AlreadyOpen, OSError):
            continue
        shutil.rmtree(outer, ignore_errors=True)


def _locked(outer: Path) -> Lock | None:
    try:
        return Lock(outer / _LOCK)
    except OSError:
        return None  # a disk that knows no locks: what is left there cannot be told from what is at work


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
