"""Pictures from the network into the project: begun, gone on with, tried again, and accounted for."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from winnow.app.engine.choice import LOCAL, Cluster, cluster_of
from winnow.app.engine.crawling import crawled_on
from winnow.app.pipelines.arriving import Arrivals
from winnow.app.pipelines.asked import Asked, asked, check, kept, wish_of
from winnow.app.pipelines.crawl_record import CrawlRecord, Known, known, row_of, telling_name
from winnow.app.pipelines.labelling import label_as_told
from winnow.app.pipelines.wishes import AddressesWish, DriveWish, PagesWish, SearchWish, Wish
from winnow.app.session import Session
from winnow.base.counted import counted
from winnow.base.errors import OutsideError, UserError
from winnow.base.outcomes import Note, Progress, Steps, Tick, Workers
from winnow.collect.crawl.events import Event, Fetched, Found, Missed, Unchanged, VisitMissed, Waiting
from winnow.collect.crawling import crawl
from winnow.collect.net.refusal import shown
from winnow.domain.ids import SourceId
from winnow.domain.image import Reason
from winnow.domain.source import SourceBegan, SourceState, Traffic
from winnow.store import crawls, sources
from winnow.store.database import Tx
from winnow.store.images import FoundImage
from winnow.vision.decoders import DecoderPool, DecodingLine

_TOLD_S = 0.1
_TRAFFIC_S = 0.5
_WORTH_SAYING_S = 3.0
"""A host that is left alone for less is not spoken of."""

RETRIED = frozenset(
    {Reason.NOT_REACHED, Reason.HTTP_STATUS, Reason.TIMED_OUT, Reason.UNREADABLE, Reason.TOOK_TOO_LONG, Reason.CRASHED}
)
"""Reasons that may be others when it is asked for once more."""


class NotOfTheNetwork(UserError):
    """A source that no crawl belongs to was to be crawled."""

    def __init__(self, source_id: int) -> None:
        self.source_id = source_id
        super().__init__(f"The source {source_id} was not fetched from the network. Import it again instead.")


class NotForCluster(UserError):
    """A source that is found page by page was to be fetched by a cluster."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            f"'{name}' is found page by page, which one machine does. A cluster fetches lists of addresses: "
            "leave --engine out, or give a list."
        )


class NothingReached(OutsideError):
    """Not one of the pages that a crawl begins at could be read."""

    def __init__(self, address: str, detail: str) -> None:
        self.address = address
        self.detail = detail
        super().__init__(f"{shown(address)} could not be read: {detail}. Nothing was found.")


class CutShort(OutsideError):
    """A listing came to an end before its end; all that it named until then is in the project."""

    def __init__(self, name: str, detail: str) -> None:
        self.name = name
        self.detail = detail
        super().__init__(f"'{name}' is not complete: {detail}. What was found until then is kept; go on with it later.")


def begin(session: Session, wish: Wish) -> SourceId:
    """Keep *wish* as a source (the one that has it already, if there is one) and return its number.

    Raises:
        UserError, OutsideError: the wish names nothing, or nothing that can be understood.
    """
    check(wish, session.layout.cache)

    def work(tx: Tx) -> SourceId:
        source_id = sources.keep(tx, wish.kind, wish.name, wish.identity)
        crawls.set_plan(tx, source_id, kept(wish))
        return source_id

    return session.record(work).result()


def collect_wish(session: Session, wish: Wish, engine: str = LOCAL) -> Steps:
    """Begin *wish* and collect it, see `collect`."""
    yield from collect(session, begin(session, wish), engine)


def collect(session: Session, source_id: SourceId, engine: str = LOCAL) -> Steps:
    """Crawl a source: from its start, from where it was stopped or killed, or once more when it was done.

    Once more means: pages are asked whether they have changed, new pictures
    are fetched, and what could not be fetched is tried again; what was kept is
    not asked for. Yields `SourceBegan`, `Progress` (settled, found), `Note`,
    `Tick` and `Traffic`, at last the source's number. Closing it stops the
    crawl; not advancing it lets the crawl rest. *engine*, as of `cluster_of`, is for lists of addresses.

    Raises:
        UserError, OutsideError: the source refused (no access, over the quota), the disk is full.
        And what `cluster_of` and `mapped` raise.
    """
    wish, state = _kept_wish(session, source_id)
    cluster = cluster_of(engine)
    if cluster is not None and not isinstance(wish, AddressesWish):
        raise NotForCluster(wish.name)
    yield from _run(session, source_id, wish, state, cluster)


def retry_failed(session: Session, source_id: SourceId) -> Steps:
    """Ask once more for what could not be fetched: not reached, timed out, an HTTP status; see `collect`."""
    wish, _ = _kept_wish(session, source_id)
    failed = session.ask(known, source_id).failed(RETRIED)
    session.record(lambda tx: crawls.want(tx, source_id, (), failed))
    session.record(lambda tx: crawls.reopen_missed_visits(tx, source_id, RETRIED)).result()
    yield from _run(session, source_id, wish, SourceState.STOPPED)


def _kept_wish(session: Session, source_id: SourceId) -> tuple[Wish, SourceState]:
    text, state = session.ask(crawls.plan_of, source_id)
    if not text:
        raise NotOfTheNetwork(source_id)
    return wish_of(text), state


def _run(
    session: Session, source_id: SourceId, wish: Wish, before: SourceState, cluster: Cluster | None = None
) -> Generator[object, None, None]:
    session.record(lambda tx: sources.end(tx, source_id, SourceState.RUNNING)).result()
    state, error = SourceState.STOPPED, ""
    try:
        yield SourceBegan(source_id)
        is_again = before is SourceState.DONE
        if before is SourceState.FAILED:
            session.record(lambda tx: crawls.reopen_missed_visits(tx, source_id)).result()
        elif is_again:
            failed = session.ask(known, source_id).failed(RETRIED)
            session.record(lambda tx: crawls.want(tx, source_id, (), failed))
            session.record(lambda tx: crawls.reopen_visits(tx, source_id)).result()
        with asked(wish, session.layout.cache) as made:
            collecting = _Collecting(session, source_id, wish, session.ask(known, source_id), is_again)
            yield from collecting.run(made, cluster)
        state = SourceState.DONE
    except Exception as failure:
        state, error = SourceState.FAILED, str(failure)
        raise
    finally:
        session.record(lambda tx: sources.end(tx, source_id, state, error)).result()
        # The labels of a list are the person's own; those that a folder or a page seems to give are guesses.
        if isinstance(wish, AddressesWish) and state is not SourceState.FAILED:
            label_as_told(session, source_id)
    yield source_id


@dataclass(frozen=True, slots=True)
class _Arrived:
    """A picture that is being decoded."""

    row: FoundImage
    content: bytes

    def read(self) -> bytes:
        return self.content


class _Collecting:
    """One run of a crawl, from its events to rows."""

    def __init__(self, session: Session, source_id: SourceId, wish: Wish, before: Known, is_again: bool) -> None:
        self._session = session
        self._wish = wish
        self._before = before
        self._is_again = is_again
        self._record = CrawlRecord(source_id, wish.name, wish.depth if isinstance(wish, PagesWish) else None)
        self._arrivals = Arrivals(session)
        self._found = len(before.found)
        self._open = len(before.pictures)
        self._received = 0
        self._pages = 0
        self._waits: dict[str, float] = {}
        self._missed: list[VisitMissed] = []
        self._told = self._traffic_told = time.monotonic()
        self._received_then = 0

    def run(self, made: Asked, cluster: Cluster | None) -> Steps:
        past = self._before.past(self._session, self._is_again)
        pool = DecoderPool()
        events: Generator[Event | Note | Tick | Workers, None, None]
        if cluster is None:
            events = crawl(made.source, made.fetcher, made.plan, past, user_agent=made.user_agent)
        else:
            events = crawled_on(cluster, made.source, made.plan, past, made.user_agent, self._wish.allow_private)
        line: DecodingLine[_Arrived] = pool.line()
        try:
            yield self._progress()
            for event in events:
                yield from self._take(event, line)
                self._settle_decoded(line)
                self._arrivals.flush_when_due()
                yield from self._tell(event)
            while line.under_way:
                self._settle_decoded(line, _TOLD_S)
                yield Tick()
            self._arrivals.flush()
            yield self._progress()
            yield from self._sum_up()
        finally:
            events.close()
            line.close()
            pool.close()
            try:
                # What was decoded meanwhile is as good as what came before.
                self._settle_decoded(line)
            finally:
                self._arrivals.flush()
        self._check_reached()

    def _take(self, event: Event | Note | Tick | Workers, line: DecodingLine[_Arrived]) -> Iterator[object]:
        if isinstance(event, Fetched):
            while line.is_full:
                self._settle_decoded(line, _TOLD_S)
                yield Tick()
            self._received += event.received
            arrived = _Arrived(self._record.fetched(event), event.answer.content)
            line.put((arrived, telling_name(arrived.row.file, arrived.content), arrived.read))
        elif isinstance(event, Missed):
            self._received += event.received
            self._settle(self._record.missed(event))
        elif isinstance(event, Waiting):
            self._waits[event.host] = max(self._waits.get(event.host, 0.0), time.monotonic() + event.seconds)
            if event.seconds >= _WORTH_SAYING_S:
                yield Note(f"{event.host} is left alone for {counted(round(event.seconds), 'second')}: {event.why}.")
        elif isinstance(event, Note | Workers):
            yield event
        elif not isinstance(event, Tick):
            yield from self._take_fact(event)

    def _take_fact(self, event: Found | VisitMissed | Unchanged) -> Iterator[Note]:
        if isinstance(event, Found):
            named = (*event.new.pictures, *(one for one, _, _ in event.new.withheld))
            self._open += len(named)
            self._found += sum(row_of(one) not in self._before.found for one in named)
            self._received += event.received
            self._pages += event.visit is not None and self._record.is_page(event.visit)
        elif isinstance(event, VisitMissed):
            self._missed.append(event)
            if event.visit.depth == 0:
                yield _could_not_be_read(event)
        else:
            self._open -= 1
        self._arrivals.add_fact(self._record.fact(event))

    def _sum_up(self) -> Iterator[Note]:
        """Say how many further pages could not be read; of each that one began at, it was said at once."""
        linked = [one for one in self._missed if one.visit.depth]
        if len(linked) == 1:
            yield _could_not_be_read(linked[0])
        elif linked:
            pages = counted(len(linked), "linked page")
            yield Note(f"{pages} could not be read, the first because {linked[0].detail}.")

    def _settle_decoded(self, line: DecodingLine[_Arrived], timeout_s: float = 0.0) -> None:
        """Take what is decoded; wait up to *timeout_s* for the first of it."""
        while line.has_results or timeout_s:
            found = line.take(timeout_s)
            timeout_s = 0.0
            if found is None:
                return
            arrived, result = found
            self._arrivals.add(arrived.row, result, arrived.content)
            self._open -= 1

    def _settle(self, row: FoundImage) -> None:
        self._arrivals.add_settled(row)
        self._open -= 1

    def _tell(self, event: object) -> Iterator[object]:
        now = time.monotonic()
        if now - self._traffic_told >= _TRAFFIC_S:
            seconds = now - self._traffic_told
            rate = (self._received - self._received_then) / seconds
            self._traffic_told, self._received_then = now, self._received
            self._waits = {host: until for host, until in self._waits.items() if until > now}
            waiting = tuple((host, until - now) for host, until in self._waits.items())
            yield Traffic(rate, self._received, self._pages, waiting)
        if now - self._told >= _TOLD_S:
            self._told = now
            yield self._progress()
        elif isinstance(event, Tick):
            yield event

    def _progress(self) -> Progress:
        return Progress(self._found - self._open, self._found, "images")

    def _check_reached(self) -> None:
        """Say in words that nothing could be read at all, or not the whole of what is listed page by page.

        Raises:
            NothingReached, CutShort, or what the source itself said.
        """
        if not self._missed:
            return
        first = self._missed[0]
        if not self._pages and not self._found:
            if first.error is not None:
                raise first.error
            raise NothingReached(first.visit.address, first.detail)
        for one in self._missed:
            # A folder within a folder that is closed or gone will be so tomorrow, and was noted.
            is_lasting = one.reason not in RETRIED or one.status in (401, 403, 404, 410)
            if isinstance(self._wish, SearchWish | DriveWish) and not (one.visit.depth and is_lasting):
                raise CutShort(self._wish.name, one.detail)


def _could_not_be_read(missed: VisitMissed) -> Note:
    return Note(f"{shown(missed.visit.address)} could not be read: {missed.detail}.")
