"""Between a crawl's values and the project's rows: what is kept of each picture, and what an earlier crawl left."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable, Collection
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from winnow.app.session import Session
from winnow.base.clock import now_utc
from winnow.base.codec import from_json, to_json
from winnow.collect.crawl.events import Fetched, Found, Missed, Past, Unchanged, Validators, VisitMissed
from winnow.collect.finds import Finds, FoundPicture, Visit
from winnow.collect.local import foreign_text
from winnow.collect.sources.interface import line
from winnow.domain.ids import SourceId
from winnow.domain.image import Reason, Stage
from winnow.store import crawls
from winnow.store.crawls import FallenImage, ReadVisit, WantedPicture, WantedVisit
from winnow.store.database import Reader, Tx
from winnow.store.images import FoundImage
from winnow.vision.refusal import PictureRefused
from winnow.vision.sniff import EXTENSIONS, sniff

_TOLD = ("page", "title", "alt", "author", "licence", "licence_url", "origin", "label")
"""What of a picture is kept under its own name, where the source tells it."""
_HEADERS = ("content-type", "etag", "last-modified", "x-robots-tag")
_ALTERNATIVES = "alternatives"


def row_of(picture: FoundPicture) -> str:
    """Return the address that a picture goes by."""
    return picture.addresses[0] if picture.addresses else ""


def host_of(address: str) -> str:
    """Return the host of *address*, "" where it names none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def file_of(picture: FoundPicture) -> str:
    """Return a name to show for *picture*."""
    if picture.file:
        return foreign_text(picture.file)
    address = row_of(picture)
    try:
        parts = urlsplit(address)
    except ValueError:
        return foreign_text(address)
    return foreign_text(unquote(posixpath.basename(parts.path))) or foreign_text(parts.netloc)


def telling_name(file: str, content: bytes) -> str:
    """Return *file* with an ending that says what it is where its own says nothing of a picture.

    An address may well end in ``view.php``, and then it is not wrong about the format.
    """
    suffix = posixpath.splitext(file)[1].lower()
    if any(suffix in known for known in EXTENSIONS.values()):
        return file
    try:
        return f"{file}.{sniff(content)}"
    except PictureRefused:
        return file


class CrawlRecord:
    """Makes the rows of one source. Visits deeper than *deepest* are no pages, but what belongs to some."""

    def __init__(self, source_id: SourceId, name: str, deepest: int | None = None) -> None:
        self._source_id = source_id
        self._name = name
        self._deepest = deepest

    def is_page(self, visit: Visit) -> bool:
        """Say whether *visit* counts as a page."""
        return self._deepest is None or visit.depth <= self._deepest

    def fetched(self, event: Fetched) -> FoundImage:
        """Return the row of a picture that came, before it is decoded."""
        answer = event.answer
        more = {"asked": event.address, "fetched_from": answer.address, "fetched_at": now_utc()}
        more |= {"status": str(answer.status)}
        more |= {name.replace("-", "_"): foreign_text(answer.headers.get(name, "")) for name in _HEADERS}
        return self._row(event.picture, more, event.received)

    def missed(self, event: Missed) -> FoundImage:
        """Return the row of a picture that did not come."""
        more = {"fetched_at": now_utc(), "status": str(event.status or "")}
        return self._row(event.picture, more, event.received, event.reason, event.detail)

    def fact(self, event: Found | VisitMissed | Unchanged) -> Callable[[Tx], None]:
        """Return what writes down an event that is no picture's verdict."""
        source_id = self._source_id
        if isinstance(event, Found):
            is_page = event.visit is None or self.is_page(event.visit)
            return lambda tx: _found(tx, source_id, event, is_page)
        if isinstance(event, VisitMissed):
            visit = event.visit
            missed = ReadVisit(
                visit.address,
                visit.depth,
                host_of(visit.address),
                event.status,
                reason=event.reason,
                detail=line(event.detail),
            )
            return lambda tx: crawls.settle_visit(tx, source_id, missed)
        address = row_of(event.picture)
        return lambda tx: crawls.drop_wanted(tx, source_id, address)

    def _row(
        self,
        picture: FoundPicture,
        more: dict[str, str],
        received: int,
        reason: Reason | None = None,
        detail: str = "",
    ) -> FoundImage:
        told = {name: line(getattr(picture, name)) for name in _TOLD}
        told |= {"source": self._name, _ALTERNATIVES: "\n".join(picture.addresses[1:])} | more
        address = row_of(picture)
        return FoundImage(
            source_id=self._source_id,
            file=file_of(picture),
            address=address,
            folder=line(picture.label),
            reason=reason,
            detail=line(detail),
            provenance={name: value for name, value in told.items() if value},
            host=host_of(address),
            received=received,
        )


def _found(tx: Tx, source_id: SourceId, event: Found, is_page: bool) -> None:
    named = [*event.new.pictures, *(picture for picture, _, _ in event.new.withheld)]
    visits = [WantedVisit(one.address, one.depth, host_of(one.address)) for one in event.new.visits]
    crawls.want(tx, source_id, visits, map(_wanted, named))
    if event.visit is not None:
        read = ReadVisit(
            event.visit.address,
            event.visit.depth,
            host_of(event.visit.address),
            event.status,
            received=event.received,
            etag=event.validators.etag,
            last_modified=event.validators.last_modified,
            finds=to_json(event.finds),
            is_page=is_page,
        )
        crawls.settle_visit(tx, source_id, read)


def _wanted(picture: FoundPicture) -> WantedPicture:
    address = row_of(picture)
    return WantedPicture(address, host_of(address), to_json(picture))


@dataclass(frozen=True, slots=True)
class Known:
    """What earlier crawls of a source left in the project."""

    source_id: SourceId
    found: Collection[str]
    read: Collection[str]
    visits: tuple[Visit, ...]
    pictures: tuple[FoundPicture, ...]
    """Not settled."""
    fallen: tuple[FallenImage, ...]

    def failed(self, reasons: Collection[Reason]) -> list[WantedPicture]:
        """Return what fell out for one of *reasons*, to be wanted again."""
        return [_wanted(_picture_of(one)) for one in self.fallen if one.reason in reasons]

    def past(self, session: Session, is_again: bool) -> Past:
        """Return what the crawl needs to know; once more, what fell out may be named again."""
        open_again = {row_of(one) for one in self.pictures}
        recalled: dict[str, Validators] = {}
        if is_again:
            recalled = {one.address: _validators_of(one) for one in self.fallen if one.address not in open_again}
            open_again |= {one.address for one in self.fallen if _may_differ(one)}
        settled = set(self.found) - open_again
        return Past(
            self.found, settled, self.read, self.pictures, self.visits, _Recall(session, self.source_id, recalled)
        )


class _Recall:
    """What the project has of addresses that were asked before."""

    def __init__(self, session: Session, source_id: SourceId, pictures: dict[str, Validators]) -> None:
        self._session = session
        self._source_id = source_id
        self._pictures = pictures

    def of_visit(self, address: str) -> Validators:
        return Validators(*self._session.ask(crawls.visit_validators, self._source_id, address))

    def of_picture(self, address: str) -> Validators:
        return self._pictures.get(address, Validators())

    def finds(self, address: str) -> Finds:
        text = self._session.ask(crawls.visit_finds, self._source_id, address)
        return from_json(Finds, text) if text else Finds()


def known(connection: Reader, source_id: SourceId) -> Known:
    """Return what earlier crawls of *source_id* left."""
    wanted = crawls.wanted_visits(connection, source_id)
    return Known(
        source_id,
        crawls.found_addresses(connection, source_id),
        crawls.settled_visits(connection, source_id),
        tuple(Visit(one.address, one.depth) for one in wanted),
        tuple(from_json(FoundPicture, text) for text in crawls.wanted_pictures(connection, source_id)),
        tuple(crawls.fallen_images(connection, source_id)),
    )


def _picture_of(fallen: FallenImage) -> FoundPicture:
    told = json.loads(fallen.provenance)
    more = told.get(_ALTERNATIVES, "")
    return FoundPicture(
        (fallen.address, *(more.split("\n") if more else ())),
        **{name: told.get(name, "") for name in _TOLD},
        file=fallen.file,
    )


def _validators_of(fallen: FallenImage) -> Validators:
    told = json.loads(fallen.provenance)
    # A server's word about another candidate says nothing of the first.
    if told.get("asked", fallen.address) != fallen.address or fallen.reason.stage is Stage.FETCHED:
        return Validators()
    return Validators(told.get("etag", ""), told.get("last_modified", ""))


def _may_differ(fallen: FallenImage) -> bool:
    """Say whether it is worth asking once more for what fell out: not for a twin, or what was seen to be no use."""
    return fallen.reason.stage is Stage.FETCHED or bool(_validators_of(fallen).headers())
