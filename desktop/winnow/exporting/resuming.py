"""Large exports that go on where they were stopped, or where the program died.

While it is written an export is a hidden folder beside its target: the files
so far, and a list of them with their hashes. The same export to the same
target takes over what is in the list and still as it says.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from winnow.base.codec import from_json
from winnow.base.errors import ContractError, OutsideError, UserError
from winnow.base.files import sync_folder
from winnow.base.lock import AlreadyOpen, Lock
from winnow.exporting.staging import ExportFailed, check_free

_FILES, _DONE, _LOCK = "files", "done.jsonl", "lock"
_SUFFIX = ".unfinished"


@dataclass(frozen=True, slots=True)
class Written:
    """A file of an export: its path in it, and what must be known to tell of it without reading it again."""

    at: int
    """Which of the export's files it is, from 0."""
    file: str
    sha256: str
    """Of its content."""
    extension: str
    is_copy: bool
    width: int
    height: int
    place: int = 0
    """Where it ends in its shard, in bytes; 0 where it is a file of its own."""


class ExportUnderWay(UserError):
    """Another window or command is writing an export to the same place."""

    def __init__(self, target: Path) -> None:
        self.target = target
        super().__init__(f"Another window or command is exporting to {target} at this moment. Wait for it, or stop it.")


class Unfinished:
    """An export on its way: *folder* is where its files go, *before* what an earlier attempt wrote, by number."""

    def __init__(self, folder: Path, before: dict[int, Written], done: IO[str]) -> None:
        self.folder, self.before, self._done = folder, before, done

    def note(self, written: Written) -> None:
        """Put a file on the list, once it is written."""
        self._done.write(json.dumps(asdict(written), ensure_ascii=False) + "\n")
        self._done.flush()


def unfinished_files(target: Path) -> int:
    """Return how many files an unfinished export to *target* has; 0 where there is none."""
    try:
        return len(_listed(_place_of(target) / _DONE)[1])
    except OSError:
        return 0


def discard_unfinished(target: Path) -> None:
    """Remove what an unfinished export to *target* left."""
    shutil.rmtree(_place_of(target), ignore_errors=True)


@contextmanager
def resumable(target: Path, mark: str) -> Iterator[Unfinished]:
    """Give what an export to *target* is written to; on a clean exit it becomes *target*.

    What was stopped, or failed by something outside, is kept for the next
    attempt with the same *mark*; with another mark it begins anew.

    Raises:
        TargetTaken: *target* exists and is not an empty folder. ExportFailed: the disk did not take it.
        ExportUnderWay: another program is at it.
    """
    check_free(target)
    place = _place_of(target)
    try:
        place.mkdir(parents=True, exist_ok=True)
        lock = Lock(place / _LOCK)
    except AlreadyOpen as error:
        raise ExportUnderWay(target) from error
    except OSError as error:
        raise ExportFailed(target, error.strerror or str(error)) from error
    keeps = False
    try:
        with _begun(place, mark) as made:
            try:
                yield made
            except (GeneratorExit, KeyboardInterrupt, OutsideError, OSError):
                keeps = True
                raise
        # Again, since it may have taken long.
        check_free(target)
        if target.exists():
            target.rmdir()
        made.folder.rename(target)
        sync_folder(target.parent)
    except OSError as error:
        raise ExportFailed(target, error.strerror or str(error), is_kept=keeps) from error
    finally:
        keeps = keeps and unfinished_files(target) > 0
        lock.release()
        if not keeps:
            discard_unfinished(target)


@contextmanager
def _begun(place: Path, mark: str) -> Iterator[Unfinished]:
    was, before = _listed(place / _DONE)
    if was != mark:
        before = {}
        shutil.rmtree(place / _FILES, ignore_errors=True)
        (place / _DONE).write_text(json.dumps({"mark": mark}) + "\n", "utf-8")
    (place / _FILES).mkdir(exist_ok=True)
    with (place / _DONE).open("a", encoding="utf-8") as done:
        # A line that a crash cut off must not swallow the next.
        done.write("\n")
        yield Unfinished(place / _FILES, before, done)


def _listed(path: Path) -> tuple[str, dict[int, Written]]:
    """Return the mark, "" where there is no list, and the files by number; of several lines for one the last counts."""
    if not path.is_file():
        return "", {}
    first, *lines = path.read_text("utf-8", errors="replace").splitlines() or [""]
    mark = ""
    with contextlib.suppress(ValueError, KeyError, TypeError):
        mark = str(json.loads(first)["mark"])
    found: dict[int, Written] = {}
    for line in lines:
        with contextlib.suppress(ContractError, ValueError):
            one = from_json(Written, line)
            found[one.at] = one
    return mark, found


def _place_of(target: Path) -> Path:
    """Return the hidden folder of an export to *target*; the same each time, and no other's."""
    number = hashlib.sha256(target.name.encode(errors="surrogatepass")).hexdigest()[:8]
    short = target.name.encode(errors="surrogatepass")[:60].decode(errors="ignore")
    return target.with_name(f".{short}-{number}{_SUFFIX}")
