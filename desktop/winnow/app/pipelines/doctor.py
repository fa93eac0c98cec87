"""Whether everything that a project keeps is there and sound."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from winnow.app.pipelines.embedding import kept_keys, make_thumbnails, vectors_of
from winnow.app.session import Session
from winnow.base.counted import counted
from winnow.base.outcomes import Progress
from winnow.store import label_journal, soundness
from winnow.store.database import Reader
from winnow.store.errors import OnNetworkDisk
from winnow.vision.embeddings import MODELS


@dataclass(frozen=True, slots=True)
class Checkup:
    """What is wrong, a sentence each; *repaired* counts the thumbnails that were made again."""

    problems: tuple[str, ...]
    repaired: int = 0
    is_damaged: bool = False
    """The database is; a backup of it can be brought back, see `winnow.app.repairing`."""


def examine_project(session: Session, repair: bool = False) -> Generator[object, None, None]:
    """Check the database, every original, the vectors, the labels' second copy; yield `Progress`, at last `Checkup`.

    With *repair*, missing thumbnails are made again where the originals allow it.
    """
    found = session.ask(soundness.problems, session.layout.labels)
    problems = [f"The database is damaged: {one}. 'winnow doctor --repair' brings back a backup." for one in found]
    problems += _damaged_backups(session)
    if session.is_on_network:
        problems.append(str(OnNetworkDisk(session.layout.folder)))
    broken = yield from _broken_originals(session)
    problems += broken
    problems += _damaged_vectors(session)
    problems += _missing_label_lines(session)
    _ids, keys = session.ask(kept_keys)
    missing = len(session.thumbnails.missing(keys))
    repaired = 0
    if missing and repair and not broken:
        yield from make_thumbnails(session)
        repaired, missing = missing, len(session.thumbnails.missing(keys))
    if missing:
        problems.append(f"{counted(missing, 'thumbnail')} missing: 'winnow doctor --repair' makes them again.")
    yield Checkup(tuple(problems), repaired, bool(found))


def _damaged_backups(session: Session) -> list[str]:
    return [
        f"The backup {path} is damaged and cannot be brought back. It may be deleted; a new one is made by "
        "'winnow doctor --back-up'."
        for path in session.backups.damaged()
    ]


def _broken_originals(session: Session) -> Generator[object, None, list[str]]:
    rows = session.ask(_originals)
    problems = []
    for done, (file, sha256, kind) in enumerate(rows, start=1):
        if not session.originals.is_sound(sha256, kind):
            path = session.originals.path(sha256, kind)
            problems.append(f"{path} ({file}) is missing or was changed. Bring it back from a copy of the project.")
        yield Progress(done, len(rows), "originals")
    return problems


def _originals(connection: Reader) -> list[tuple[str, str, str]]:
    return connection.execute(
        "SELECT file, sha256, format FROM image WHERE state <> 'fell_out' AND trashed_at = '' ORDER BY id"
    ).fetchall()


def _damaged_vectors(session: Session) -> list[str]:
    damaged = {name: vectors_of(session, name).damaged() for name in MODELS}
    return [
        f"{counted(count, 'damaged embedding')} of {name} in {session.layout.vectors}. "
        "They are computed again when they are next needed."
        for name, count in damaged.items()
        if count
    ]


def _missing_label_lines(session: Session) -> list[str]:
    wanted = {row[0] for row in session.ask(_label_sequence)}
    for seq, _change in label_journal.read(session.layout.labels):
        wanted.discard(seq)
    lost = len(wanted)
    if not lost:
        return []
    return [
        f"{counted(lost, 'change of labels', 'changes of labels')} missing in {session.layout.labels}. "
        "The database has them; delete that file, and it is written anew when the project is next opened."
    ]


def _label_sequence(connection: Reader) -> list[tuple[int]]:
    return connection.execute("SELECT seq FROM label_log").fetchall()
