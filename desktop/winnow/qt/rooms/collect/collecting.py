"""The jobs behind Collect's cards: which source is worked on, held, waiting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QImage, QImageWriter

from winnow.app.commands.sourcing import HideSource
from winnow.app.jobs import Job
from winnow.app.pipelines.wishes import AddressesWish, DriveWish, PagesWish, Wish
from winnow.app.preferences import keep, preferences
from winnow.app.session import Session
from winnow.base.outcomes import Steps, StepsFactory
from winnow.domain.ids import SourceId
from winnow.domain.source import Source, SourceBegan, SourceKind, SourceState, Traffic
from winnow.qt.bridge import Bridge
from winnow.qt.jobs.board import RunningJob
from winnow.qt.widgets.job_view import JobState

_ON_THE_NETWORK = (SourceKind.WEB, SourceKind.SEARCH, SourceKind.ADDRESSES, SourceKind.DRIVE, SourceKind.SAMPLE)


class Collecting(QObject):
    """Starts, holds and ends the jobs that bring pictures; one job a source at a time."""

    changed = Signal()  # some card looks different now
    traffic_words = Signal(str)

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._jobs: dict[int, RunningJob] = {}
        self.user_agent = preferences().user_agent

    @Slot(str)
    def choose_user_agent(self, words: str) -> None:
        """Tell servers *words* from the next source on; kept for all projects."""
        if words != self.user_agent:
            self.user_agent = words
            self._bridge.change(None, _keep_user_agent, words)

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Bring in what lies at *paths*, one job each."""
        for path in paths:
            self._start(self.tr("Importing {0}").format(path.name), partial(_imported, self._bridge.session, path))

    def import_picture(self, content: bytes) -> None:
        """Bring in one picture as another program encoded it."""
        self._start(self.tr("Importing a pasted picture"), partial(_pasted, self._bridge.session, (("", content),)))

    def import_pixels(self, pixels: QImage) -> None:
        """Bring in one picture that the system decoded; it is encoded off the GUI thread."""
        self._start(self.tr("Importing a pasted picture"), partial(_pasted_pixels, self._bridge.session, pixels))

    def collect_addresses(self, addresses: Sequence[str]) -> None:
        """Fetch what *addresses* lead to: pictures, the pictures of pages, a share link of Google Drive."""
        pictures = [address for address in addresses if _names_a_picture(address)]
        pages = [address for address in addresses if address not in pictures and not _is_on_drive(address)]
        if pictures:
            self.collect(AddressesWish(self.tr("Pasted links"), "\n".join(pictures)))
        if pages:
            self.collect(PagesWish(tuple(pages), depth=0))
        for address in filter(_is_on_drive, addresses):
            self.collect(DriveWish(address))

    def collect(self, wish: Wish) -> None:
        """Bring in what *wish* asks of the network."""
        asked = replace(wish, user_agent=self.user_agent)
        self._start(self.tr("Fetching {0}").format(wish.name), partial(_wished, self._bridge.session, asked))

    def go_on(self, source: Source) -> None:
        """Resume *source* where it is held, or look for more and try again what failed."""
        number = int(source.id)
        running = self._jobs.get(number)
        if running is not None and running.view.state is JobState.PAUSED:
            self._bridge.jobs.resume(running.view.job_id)
            self.changed.emit()
            return
        if source.kind in _ON_THE_NETWORK:
            steps: StepsFactory = partial(_collected, self._bridge.session, source.id)
            self._start(self.tr("Fetching {0}").format(source.name), steps, number)
        else:
            steps = partial(_imported, self._bridge.session, Path(source.address))
            self._start(self.tr("Importing {0}").format(source.name), steps, number)

    @Slot(int)
    def pause(self, number: int) -> None:
        """Hold the job of a source."""
        running = self._jobs.get(number)
        if running is not None and running.view.state is JobState.RUNNING:
            self._bridge.jobs.pause(running.view.job_id)
            self.changed.emit()

    @Slot()
    def pause_all(self) -> None:
        """Hold every job that runs."""
        for number in list(self._jobs):
            self.pause(number)

    def remove(self, number: int) -> bool:
        """Stop the source's job, or take its card away when it has none; return whether the card goes."""
        running = self._jobs.get(number)
        if running is not None:
            self._bridge.jobs.stop(running.view.job_id)
            return False
        self._bridge.do(HideSource(number))
        return True

    def as_it_stands(self, source: Source) -> Source:
        """Return *source* as the person sees it: one whose job is held is paused."""
        running = self._jobs.get(int(source.id))
        if running is not None and running.view.state is JobState.PAUSED:
            return replace(source, state=SourceState.PAUSED)
        return source

    def waiting(self) -> frozenset[int]:
        """Return the sources whose job is queued behind another."""
        return frozenset(number for number, job in self._jobs.items() if job.view.state is JobState.WAITING)

    def _start(self, title: str, steps: StepsFactory, number: int | None = None) -> None:
        running = self._bridge.jobs.start(Job(title, steps))
        running.stepped.connect(self._take_step)
        running.ended.connect(self._take_end)
        if number is not None:
            self._jobs[number] = running
        self.changed.emit()

    @Slot(object)
    def _take_step(self, event: object) -> None:
        running = self.sender()
        if isinstance(event, SourceBegan) and isinstance(running, RunningJob):
            self._jobs[int(event.source)] = running
            self.changed.emit()
        elif isinstance(event, Traffic):
            self._tell_traffic(event)

    @Slot(object)
    def _take_end(self, _outcome: object) -> None:
        running = self.sender()
        self._jobs = {number: job for number, job in self._jobs.items() if job is not running}
        self.traffic_words.emit("")
        self.changed.emit()

    def _tell_traffic(self, now: Traffic) -> None:
        if now.waiting:
            host, seconds = now.waiting[0]
            words = self.tr("{0} asks to wait: {1} s").format(host, round(seconds))
        else:
            words = self.tr("{0} MB/s").format(f"{now.bytes_per_s / 1e6:.1f}")
        self.traffic_words.emit(words)


def _names_a_picture(address: str) -> bool:
    path = QUrl(address).path().casefold()
    return path.endswith((".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".avif"))


def _is_on_drive(address: str) -> bool:
    return QUrl(address).host().casefold() in ("drive.google.com", "docs.google.com")


# Imported on the job's thread: what crawls and decodes is not needed to show the room.
def _imported(session: Session, path: Path) -> Steps:
    from winnow.app.pipelines.importing import import_path

    yield from import_path(session, path)


def _pasted(session: Session, contents: Sequence[tuple[str, bytes]]) -> Steps:
    from winnow.app.pipelines.importing import import_pasted

    yield from import_pasted(session, contents)


def _pasted_pixels(session: Session, pixels: QImage) -> Steps:
    yield from _pasted(session, (("", _as_png(pixels)),))


def _wished(session: Session, wish: Wish) -> Steps:
    from winnow.app.pipelines.collecting import collect_wish

    yield from collect_wish(session, wish)


def _collected(session: Session, source: SourceId) -> Steps:
    from winnow.app.pipelines.collecting import collect

    yield from collect(session, source)


def _keep_user_agent(words: str) -> None:
    keep(replace(preferences(), user_agent=words))


def _as_png(pixels: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(pixels)
    return bytes(buffer.data().data())
