"""What is the matter with a disk, in words; and whether it is one of another computer."""

from __future__ import annotations

import errno
import os
import re
import shutil
import sys
from pathlib import Path

from winnow.base.errors import OutsideError

_ALMOST_NOTHING = 1 << 20
_FULL = {errno.ENOSPC, errno.EDQUOT}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}
_NETWORK_KINDS = re.compile(
    r"nfs4?|cifs|smb[23]?|smbfs|9p|afs|ceph|lustre|ncpfs|davfs|fuse\.(sshfs|rclone|gvfsd-fuse|glusterfs|s3fs|davfs2)"
)


class DiskNearlyFull(OutsideError):
    """Little is free on the disk of *folder*, and what was running is held."""

    def __init__(self, folder: Path, free: int) -> None:
        self.folder = folder
        super().__init__(
            f"The disk of {folder} has only {free / 1e6:.0f} MB left. What was running is held, so that your own "
            "work can still be saved. Free some space on it, then let it go on."
        )


def disk_words(folder: Path, number: int | None = None, why: str = "") -> str:
    """Say why *folder* could not be written, and what to do: one or two sentences.

    Args:
        folder: What was written to, or below.
        number: The errno, where the system gave one.
        why: The words that came with it, said where the disk itself shows no cause.
    """
    if not _is_there(folder):
        return (
            f"{folder} is no longer there: its disk was taken out, or the folder was moved. "
            "Bring it back to where it was, then open it again."
        )
    if number in _CLOSED or not os.access(folder, os.W_OK):
        return (
            f"{folder} can be read but not written: the disk is write-protected, or the folder belongs to somebody "
            "else. Change that, or copy the project to a folder of your own and open it there."
        )
    free = free_bytes(folder)
    if number in _FULL or (free is not None and free < _ALMOST_NOTHING):
        room = "" if free is None else f" ({free / 1e6:.0f} MB are free)"
        return f"The disk of {folder} is full{room}. Free some space on it, then try again."
    if number == errno.EFBIG:
        return (
            f"A file in {folder} would be larger than its disk allows. "
            "Move the project to a disk with another file system, then open it there."
        )
    cause = f" ({why})" if why else ""
    return f"{folder} could not be written{cause}. Check that its disk is connected and in order, then try again."


def _is_there(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except OSError:
        return True  # something is, that cannot even be looked at


def free_bytes(folder: Path) -> int | None:
    """Return how much the disk of *folder* can still take, None where it does not say."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def is_on_network(folder: Path) -> bool:
    """Say whether *folder* lies on a disk of another computer, as far as the system tells."""
    if sys.platform == "win32":
        import ctypes

        remote = 4
        drive = os.path.splitdrive(folder.resolve())[0]
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(drive + "\\") == remote
    try:
        mounts = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape")
    except OSError:
        return False  # a system that does not list its disks in this way
    return _NETWORK_KINDS.fullmatch(file_system(folder.resolve(), mounts)) is not None


def file_system(folder: Path, mounts: str) -> str:
    """Return the kind of the file system that *folder* lies on, "" if unknown; *mounts* is as in proc(5) mountinfo."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        parts = line.split(" ")
        if "-" not in parts[6:] or len(parts) < 9:
            continue
        point = parts[4].encode("utf-8", "surrogateescape").decode("unicode_escape", "surrogateescape")
        point = point.encode("latin-1", "surrogateescape").decode("utf-8", "surrogateescape")
        if folder.is_relative_to(point) and len(point) >= best:
            best, kind = len(point), parts[parts.index("-", 6) + 1]
    return kind
