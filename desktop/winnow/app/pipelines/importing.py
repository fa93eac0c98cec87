"""Files and folders into the project: one read, one decode, one account of what became of each."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path

from winnow.app.session import Session
from winnow.base.errors import UserError
from winnow.base.outcomes import Progress
from winnow.domain.ids import SourceId
from winnow.domain.image import Reason
from winnow.domain.source import SourceKind, SourceState
from winnow.store import images, sources
from winnow.store.images import FoundImage
from winnow.vision.decode import Examined
from winnow.vision.decoders import DecoderPool
from winnow.vision.refusal import Limits, PictureRefused

_BATCH = 64
_BATCH_S = 0.5


class NothingThere(UserError):
    """A path to import does not exist."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path} does not exist. Check the path, or whether its disk is connected.")


def import_path(session: Session, path: Path, kind: SourceKind | None = None) -> Generator[object, None, None]:
    """Bring in every file at or below *path*; yield `Progress`, at last the source's number.

    What is settled already is passed over, so a stopped or killed import goes
    on where it was. Originals are durable before their rows are.

    Raises:
        NothingThere: there is no such file or folder.
    """
    path = path.resolve()
    if not path.exists():
        raise NothingThere(path)
    kind = kind or (SourceKind.FOLDER if path.is_dir() else SourceKind.FILES)
    source = session.record(lambda tx: sources.begin(tx, kind, _text(path.name), _text(path))).result()
    state, error = SourceState.STOPPED, ""
    try:
        yield from _import_all(session, source, path)
        state = SourceState.DONE
    except Exception as failure:
        state, error = SourceState.FAILED, str(failure)
        raise
    finally:
        session.record(lambda tx: sources.end(tx, source, state, error)).result()
    yield source


def _import_all(session: Session, source: SourceId, path: Path) -> Generator[object, None, None]:
    root = path if path.is_dir() else path.parent
    files = sorted(_files_below(path))
    known = session.ask(images.known_addresses, source)
    # What came earlier counts as found, even if the file has gone since: the funnel must add up.
    found_in_all = len(known.union(map(_text, files)))
    session.record(lambda tx: sources.set_found(tx, source, found_in_all)).result()
    session.record(lambda tx: images.forget_unreadable(tx, source)).result()
    wanted = [file for file in files if _text(file) not in known]
    done = len(files) - len(wanted)
    yield Progress(done, len(files), "files")
    batch = _Batch(session, source, root)
    read: dict[Path, bytes] = {}
    pool = DecoderPool()
    try:
        for file, found in pool.examine_many((file, _text(file.name), _reader(file, read)) for file in wanted):
            batch.add(file, found, read.pop(file, b""))
            done += 1
            yield Progress(done, len(files), "files")
        batch.flush()
    finally:
        pool.close()


def _files_below(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".") and not name.endswith(".winnow")]
        for name in names:
            file = Path(folder) / name
            # Links may lead anywhere, and hidden files are the system's.
            if not name.startswith(".") and not file.is_symlink() and file.is_file():
                yield file


def _text(path: Path | str) -> str:
    """Return *path* as text that can be stored: bytes of a name that are no UTF-8 become escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _reader(file: Path, read: dict[Path, bytes]) -> Callable[[], bytes]:
    def content() -> bytes:
        if file.stat().st_size > Limits().bytes:
            raise PictureRefused(Reason.TOO_MANY_BYTES, f"{file.stat().st_size >> 20} MiB", _text(file.name))
        read[file] = file.read_bytes()
        return read[file]

    return content


class _Batch:
    """Rows that wait to be committed together."""

    def __init__(self, session: Session, source: SourceId, root: Path) -> None:
        self._session = session
        self._source = source
        self._root = root
        self._found: list[FoundImage] = []
        self._thumbnails: list[tuple[bytes, bytes]] = []
        self._since = time.monotonic()

    def add(self, file: Path, found: Examined | Exception, content: bytes) -> None:
        """Store the original of *file*, if it is sound, and note its row."""
        folder = "" if file.parent == self._root else _text(file.parent.name)
        row = FoundImage(source_id=self._source, file=_text(file.name), address=_text(file), folder=folder)
        self._found.append(self._judged(row, found, content))
        if len(self._found) >= _BATCH or time.monotonic() - self._since > _BATCH_S:
            self.flush()

    def flush(self) -> None:
        """Commit what waits."""
        found, self._found = self._found, []
        if self._thumbnails:
            self._session.thumbnails.put(self._thumbnails)
            self._thumbnails = []
        if found:
            self._session.record(lambda tx: images.add(tx, found)).result()
        self._since = time.monotonic()

    def _judged(self, row: FoundImage, found: Examined | Exception, content: bytes) -> FoundImage:
        if isinstance(found, Examined):
            facts = found.facts
            self._session.originals.put(facts.sha256, facts.format, content)
            self._thumbnails.append((bytes.fromhex(facts.sha256), found.thumbnail))
            return FoundImage(row.source_id, row.file, row.address, row.folder, facts)
        if isinstance(found, PictureRefused):
            reason, detail = found.reason, found.detail
        else:
            reason, detail = Reason.UNREADABLE, str(found)
        return FoundImage(row.source_id, row.file, row.address, row.folder, None, reason, detail)


def import_paths(
    session: Session, paths: Sequence[Path], kind: SourceKind | None = None
) -> Generator[object, None, None]:
    """Bring in several paths, one source each."""
    for path in paths:
        yield from import_path(session, path, kind)
