"""The sample project: a site of drawn pictures, served by this program itself and crawled like any other."""

from __future__ import annotations

from winnow.app.pipelines.asked import wish_of
from winnow.app.pipelines.collecting import collect_wish
from winnow.app.pipelines.wishes import SampleWish
from winnow.app.session import Session
from winnow.base.outcomes import Steps
from winnow.collect.sample.source import free_port
from winnow.store import crawls, sources


def import_sample(session: Session, n: int = 240, seed: int = 7) -> Steps:
    """Serve the sample of *n* pictures by *seed* and crawl it; events as of `collect`, at last the source's number.

    A second time it is asked for at the same addresses, so that nothing is fetched twice.
    """
    wish = SampleWish(n, seed, 0)
    yield from collect_wish(session, SampleWish(n, seed, _port_before(session, wish) or free_port()))


def _port_before(session: Session, wish: SampleWish) -> int:
    """Return the port at which the same sample was served before, 0 where it was not."""
    for source in session.ask(sources.all_sources):
        if source.kind is wish.kind and source.address == wish.identity:
            text, _state = session.ask(crawls.plan_of, source.id)
            before = wish_of(text) if text else None
            return before.port if isinstance(before, SampleWish) else 0
    return 0
