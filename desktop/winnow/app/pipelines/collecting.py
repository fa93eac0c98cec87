"""Pictures from the network into the project: begun, gone on with, tried again, and accounted for."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from winnow.app.pipelines.wishes import Wish
from winnow.app.session import Session
from winnow.base.outcomes import Steps
from winnow.domain.ids import SourceId


@dataclass(frozen=True, slots=True)
class Traffic:
    """What comes over the network at this moment; yielded about twice a second."""

    bytes_per_s: float
    received: int
    """Bytes of this run so far."""
    pages: int
    """Pages read in this run so far."""
    waiting: tuple[tuple[str, float], ...] = ()
    """Hosts that are left alone for a while, with the seconds that are left."""


def begin(session: Session, wish: Wish) -> SourceId:
    """Keep *wish* as a source (the one that has it already, if there is one) and return its number.

    Raises:
        UserError: the wish names nothing, or nothing that can be understood.
    """
    raise NotImplementedError


def collect(session: Session, source_id: SourceId) -> Steps:
    """Crawl a source: from its start, from where it was stopped or killed, or once more when it was done.

    Yields `Progress` (settled, found), `Note`, `Tick` and `Traffic`, at last
    the source's number. Closing it stops the crawl within a second; not
    advancing it lets the crawl rest.

    Raises:
        UserError, OutsideError: the source refused (no access, over the quota), the disk is full.
    """
    raise NotImplementedError


def retry_failed(session: Session, source_id: SourceId) -> Steps:
    """Ask once more for what could not be fetched: not reached, timed out, an HTTP status; as `collect` otherwise."""
    raise NotImplementedError


def collect_wish(session: Session, wish: Wish) -> Generator[object, None, None]:
    """Begin *wish* and collect it."""
    yield from collect(session, begin(session, wish))
