"""A lock file that names its holder and dies with it."""

from __future__ import annotations

import errno
import json
import os
import socket
import sys
from pathlib import Path
from typing import Any

from winnow.base.clock import now_utc
from winnow.base.errors import UserError


class AlreadyOpen(UserError):
    """Another program holds the lock; *holder* says which, as far as it is known."""

    def __init__(self, path: Path, holder: dict[str, Any]) -> None:
        self.path = path
        self.holder = holder
        who = f"process {holder.get('pid', '?')} on {holder.get('host', 'this computer')}"
        super().__init__(f"{path.parent} is already open in another window or command ({who}). Close it there first.")


class Lock:
    """An exclusive lock of the operating system on *path*, freed by the system if this process dies.

    Raises:
        AlreadyOpen: somebody else holds it. OSError: the folder cannot be written, or its disk knows no locks.
    """

    def __init__(self, path: Path) -> None:
        # The file stays when the lock is freed: removing it would let two
        # processes lock two different files of the same name.
        self._path = path
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            _lock(self._handle)
        except OSError as error:
            os.close(self._handle)
            if error.errno in _HELD:
                raise AlreadyOpen(path, holder(path)) from error
            raise  # a disk that knows no locks
        text = json.dumps({"pid": os.getpid(), "host": socket.gethostname(), "since": now_utc()})
        try:
            os.ftruncate(self._handle, 0)
            os.write(self._handle, text.encode())
        except OSError:
            self.release()  # or this process itself would keep everybody out, also after the disk has room again
            raise

    def release(self) -> None:
        """Free it. Safe to call more than once."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


_HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


def holder(path: Path) -> dict[str, Any]:
    """Return who held the lock on *path* last: pid, host, since; nothing where that cannot be read."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


if sys.platform == "win32":
    import msvcrt

    # Locked far past the text, so that others can still read who holds it.
    _FAR = 1 << 30

    def _lock(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
