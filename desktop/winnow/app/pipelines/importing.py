"""Pictures of this computer into the project: one read, one decode, one account of what became of each.

One loop for every `LocalSource`: what is settled already is passed over, so a
stopped or killed import goes on where it was; originals are durable before
their rows are.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from pathlib import Path

from winnow.app.engine.choice import LOCAL, Cluster, cluster_of
from winnow.app.engine.examining import examined_on
from winnow.app.pipelines.arriving import Arrivals
from winnow.app.pipelines.labelling import label_as_told
from winnow.app.session import Session
from winnow.base.errors import UserError
from winnow.base.outcomes import Note, Progress, Tick
from winnow.collect.local import LocalPicture, LocalSource, head_of, path_text
from winnow.collect.reading.reader import Reader, Reads
from winnow.collect.sources.archive import ArchiveSource, is_archive
from winnow.collect.sources.cifar import CifarSource, is_cifar
from winnow.collect.sources.folder import FolderSource
from winnow.collect.sources.pasted import PastedSource
from winnow.domain.ids import SourceId
from winnow.domain.source import SourceBegan, SourceKind, SourceState
from winnow.store import images, sources
from winnow.store.images import FoundImage
from winnow.vision.decoders import DecoderPool
from winnow.vision.refusal import PictureRefused

_TICK_S = 0.1
_LOOKED_AT = 1 << 16


class NothingThere(UserError):
    """A path to import does not exist."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path} does not exist. Check the path, or whether its disk is connected.")


class HasNoClasses(UserError):
    """Classes were chosen of a path that is no CIFAR data set."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path} is no CIFAR data set, so no classes of it can be chosen. Import it without them.")


class SeveralFailed(UserError):
    """Some of the paths to import cannot be read; the others came in."""

    def __init__(self, failures: Sequence[UserError]) -> None:
        self.failures = tuple(failures)
        super().__init__(" ".join(map(str, failures)))


def import_paths(
    session: Session,
    paths: Sequence[Path],
    kind: SourceKind | None = None,
    classes: Collection[str] = (),
    allow_private: bool = False,
    engine: str = LOCAL,
) -> Generator[object, None, None]:
    """Bring in several paths, one source each; see `import_path`. One that cannot be read does not stop the others.

    Raises:
        UserError: what was wrong with it, after the others. SeveralFailed: it was more than one.
    """
    failures: list[UserError] = []
    for path in paths:
        try:
            yield from import_path(session, path, kind, classes, allow_private, engine)
        except UserError as error:
            failures.append(error)
    if len(failures) > 1:
        raise SeveralFailed(failures)
    for failure in failures:
        raise failure


def import_path(
    session: Session,
    path: Path,
    kind: SourceKind | None = None,
    classes: Collection[str] = (),
    allow_private: bool = False,
    engine: str = LOCAL,
) -> Generator[object, None, None]:
    """Bring in what *path* holds: a folder, a picture, a ZIP archive or CIFAR; yield `Progress`, at last its number.

    A list of addresses is handed over to the network, see `collect_wish`, to
    private networks only if *allow_private*, and by *engine*.
    *kind* is given where the caller knows better than a look at the path;
    *classes* chooses among those of a CIFAR data set. True labels that a
    source tells are given at once.

    Raises:
        NothingThere: there is no such file or folder. HasNoClasses: it is no CIFAR data set.
        ArchiveUnreadable, TarUnreadable, ClassUnknown: as they say.
    """
    path = path.resolve()
    if not path.exists():
        raise NothingThere(path)
    if kind is None and _lists_addresses(path):
        yield from _collect_list(session, path, allow_private, engine)
        return
    with Reader() as reader:
        yield from import_source(session, _recognised(path, kind, reader, frozenset(classes)), engine)


def import_pasted(session: Session, contents: Sequence[tuple[str, bytes]]) -> Generator[object, None, None]:
    """Bring in pictures that came as (name, bytes), by the clipboard or a drop; as `import_path`."""
    yield from import_source(session, PastedSource(contents))


def import_source(session: Session, local: LocalSource, engine: str = LOCAL) -> Generator[object, None, None]:
    """Bring in every entry of *local*; yield `SourceBegan`, `Progress` and notes, at last the source's number.

    *engine*, as of `cluster_of`, decodes, scores and hashes.
    """
    cluster = cluster_of(engine)
    source = session.record(lambda tx: sources.begin(tx, local.kind, local.name, local.address)).result()
    state, error = SourceState.STOPPED, ""
    try:
        yield SourceBegan(source)
        yield from _import_all(session, source, local, cluster)
        state = SourceState.DONE
    except Exception as failure:
        state, error = SourceState.FAILED, str(failure)
        raise
    finally:
        session.record(lambda tx: sources.end(tx, source, state, error)).result()
        if state is not SourceState.FAILED:
            label_as_told(session, source)
    yield source


def _lists_addresses(path: Path) -> bool:
    return path.suffix.lower() in (".txt", ".csv") and b"://" in head_of(path, _LOOKED_AT)


def _collect_list(session: Session, path: Path, allow_private: bool, engine: str) -> Generator[object, None, None]:
    # Only here: a folder needs nothing of the network.
    from winnow.app.pipelines.collecting import collect_wish
    from winnow.app.pipelines.wishes import AddressesWish
    from winnow.collect.sources.addresses import decoded

    text = decoded(path.name, path.read_bytes())
    yield from collect_wish(session, AddressesWish(path_text(path), text, allow_private=allow_private), engine)


def _recognised(path: Path, kind: SourceKind | None, reads: Reads, classes: frozenset[str]) -> LocalSource:
    if kind is None and (path.is_dir() or not is_archive(path)) and is_cifar(path):
        return CifarSource(path, reads, classes)
    if classes:
        raise HasNoClasses(path)
    if kind is None and path.is_file():
        return ArchiveSource(path) if is_archive(path) else FolderSource(path, SourceKind.FILES)
    return FolderSource(path, kind or SourceKind.FOLDER)


def _import_all(
    session: Session, source: SourceId, local: LocalSource, cluster: Cluster | None
) -> Generator[object, None, None]:
    listed: list[LocalPicture] = []
    yield from _listing(local, listed)
    known = session.ask(images.known_addresses, source)
    # What came earlier counts as found, even if the file has gone since: the funnel must add up.
    found_in_all = len(known.union(one.address for one in listed))
    session.record(lambda tx: sources.set_found(tx, source, found_in_all)).result()
    session.record(lambda tx: images.forget_unreadable(tx, source)).result()
    wanted = [one for one in listed if one.address not in known]
    done = len(listed) - len(wanted)
    yield Progress(done, len(listed), "files")
    arrivals = Arrivals(session)
    try:
        for event in _examined(wanted, cluster):
            if not isinstance(event, tuple):
                yield event
                continue
            picture, found, content = event
            arrivals.add(_row(source, picture), found, content)
            done += 1
            yield Progress(done, len(listed), "files")
    finally:
        # Also what was decoded when somebody stops: it is not decoded again.
        arrivals.flush()


def _row(source: SourceId, picture: LocalPicture) -> FoundImage:
    told = {"label": picture.label} if picture.label else {}
    return FoundImage(source, picture.file, picture.address, picture.folder, provenance=told)


def _listing(local: LocalSource, listed: list[LocalPicture]) -> Iterator[object]:
    told = time.monotonic()
    for one in local.pictures():
        if isinstance(one, Note):
            yield one
        else:
            listed.append(one)
        if time.monotonic() - told > _TICK_S:
            yield Tick()
            told = time.monotonic()


def _examined(wanted: Sequence[LocalPicture], cluster: Cluster | None) -> Iterator[object]:
    """Yield each picture with what decoding gave and its bytes; first those that are not read at all."""
    for one in wanted:
        if one.reason is not None:
            yield one, PictureRefused(one.reason, one.detail, one.file), b""
    if cluster is not None:
        yield from examined_on(cluster, [one for one in wanted if one.reason is None])
        return
    read: dict[str, bytes] = {}
    pool = DecoderPool()
    try:
        items = ((one, one.opened_as or one.file, _reader(one, read)) for one in wanted if one.reason is None)
        for picture, found in pool.examine_many(items):
            yield picture, found, read.pop(picture.address, b"")
    finally:
        pool.close()


def _reader(picture: LocalPicture, read: dict[str, bytes]) -> Callable[[], bytes]:
    def content() -> bytes:
        read[picture.address] = picture.read()
        return read[picture.address]

    return content
