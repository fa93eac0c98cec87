"""Backups of a project of 100,000 pictures: what they cost beside the work, and how soon one is back."""

from __future__ import annotations

import hashlib
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from figures import Figure, Found, Note

PICTURES = 100_000
RESTORE_S = 10.0
LABEL_P99_S = 0.150
_AT_ONCE = 2000


def backups() -> Iterator[Found]:
    """What a backup of 100,000 pictures takes, what labelling feels of it, and how long restoring and opening take."""
    from winnow.app.repairing import outlook, restore
    from winnow.app.session import Session
    from winnow.store import soundness

    with tempfile.TemporaryDirectory(prefix="winnow-bench-") as place:
        folder = Path(place) / "large.winnow"
        _make(folder)
        with Session.open(folder) as session:
            size = session.layout.database.stat().st_size
            checking = _timed(lambda: session.ask(soundness.problems, session.layout.labels))
            alone = _label_latencies(session, lambda: time.sleep(5))
            made: list[Any] = []
            began = time.perf_counter()
            beside = _label_latencies(session, lambda: made.append(session.make_backup("bench")))
            backing_s = time.perf_counter() - began
            packed = made[0].path.stat().st_size
        yield Note(f"database {size / 1e6:.0f} MB, backup {packed / 1e6:.0f} MB, looking it through {checking:.1f} s")
        yield Note(f"one backup beside labelling: {backing_s:.1f} s")
        yield Note(f"labelling alone: p50 {_p(alone, 50) * 1e3:.1f} ms, p99 {_p(alone, 99) * 1e3:.1f} ms")
        yield Note(f"labelling beside it: p50 {_p(beside, 50) * 1e3:.1f} ms, p99 {_p(beside, 99) * 1e3:.1f} ms")
        yield Figure("R16", "label saved while a backup is made, p99", _p(beside, 99), LABEL_P99_S, True, " s")
        looking = _timed(lambda: outlook(folder))
        yield Note(f"what can be had back, for the repair dialogue: {looking:.1f} s")
        restoring = _timed(lambda: restore(folder, made[0].number))
        opening = _timed(lambda: Session.open(folder).close())
        yield Figure(
            "R5",
            "restore of 100,000 pictures with the labels since, and open",
            restoring + opening,
            RESTORE_S,
            True,
            " s",
        )


def _make(folder: Path) -> None:
    from winnow.app.commands.labelling import LabelImages
    from winnow.app.session import Session
    from winnow.domain.image import ImageFacts
    from winnow.domain.source import SourceKind
    from winnow.store import sources
    from winnow.store.images import FoundImage, add

    with Session.create(folder, ["cat", "dog"]) as session:
        source = session.record(lambda tx: sources.begin(tx, SourceKind.FOLDER, "made", "/made")).result()
        ids: list[int] = []
        for start in range(0, PICTURES, _AT_ONCE):
            digests = [hashlib.sha256(str(number).encode()).hexdigest() for number in range(start, start + _AT_ONCE)]
            found = [
                FoundImage(source, f"{one[:12]}.jpg", one, "", ImageFacts(one, "jpeg", 2400, 1800, 10**6))
                for one in digests
            ]
            ids += session.record(lambda tx, found=found: add(tx, found)).result()
        for label in (1, 2):
            session.do(LabelImages(tuple(ids[label::3]), label)).result()


def _label_latencies(session: Any, meanwhile: Any) -> list[float]:
    """Label picture after picture while *meanwhile* runs; return the seconds until each was saved."""
    from winnow.app.commands.labelling import LabelImages

    thread = threading.Thread(target=meanwhile)
    thread.start()
    seconds: list[float] = []
    while thread.is_alive():
        number = len(seconds) + 1
        seconds.append(_timed(lambda n=number: session.do(LabelImages((n,), 1 + n % 2)).result()))
        time.sleep(0.01)
    thread.join()
    return seconds


def _timed(work: Any) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _p(seconds: list[float], percent: int) -> float:
    return statistics.quantiles(seconds, n=100)[percent - 1]
