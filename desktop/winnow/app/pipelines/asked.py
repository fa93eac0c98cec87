"""From a wish to what a crawl needs: the source, the fetcher, the plan; and the form in which a card keeps a wish."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from winnow.app.pipelines.wishes import AddressesWish, DriveWish, NothingAsked, PagesWish, SampleWish, SearchWish, Wish
from winnow.app.preferences import preferences
from winnow.base.codec import from_json, to_json
from winnow.base.errors import ContractError
from winnow.collect.crawl.events import Plan
from winnow.collect.finds import Source
from winnow.collect.net.addresses import canonical, origin_of
from winnow.collect.net.fetching import DEFAULT_USER_AGENT, Fetcher
from winnow.collect.reading.reader import Reader
from winnow.collect.sample.site import HOST
from winnow.collect.sources.addresses import AddressSource
from winnow.collect.sources.drive import DriveSource
from winnow.collect.sources.interface import SearchQuery
from winnow.collect.sources.registry import search_source
from winnow.collect.web.pages import WebPages

_LOOKED_AT_LINES = 100
_KINDS: dict[str, type[Wish]] = {
    one.__name__: one for one in (PagesWish, SearchWish, AddressesWish, DriveWish, SampleWish)
}


@dataclass(frozen=True, slots=True)
class _Kept:
    """A wish as a source's row keeps it."""

    kind: str
    wish: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What a crawl works with, as long as `asked` holds it."""

    source: Source
    fetcher: Fetcher
    plan: Plan
    user_agent: str


def kept(wish: Wish) -> str:
    """Return *wish* as JSON."""
    return to_json(_Kept(type(wish).__name__, to_json(wish)))


def wish_of(text: str) -> Wish:
    """Return what `kept` wrote.

    Raises:
        ContractError: this program knows no such wish.
    """
    found = from_json(_Kept, text)
    if found.kind not in _KINDS:
        raise ContractError(f"a source was begun by a wish {found.kind!r} that this program does not know")
    return from_json(_KINDS[found.kind], found.wish)


def check(wish: Wish, cache: Path) -> None:
    """Refuse what cannot be asked, in words, before anything is begun.

    Raises:
        UserError, OutsideError: it names nothing, or nothing that can be understood.
    """
    if isinstance(wish, PagesWish):
        if not wish.addresses:
            raise NothingAsked("address of a page")
        for address in wish.addresses:
            canonical(address)
    if isinstance(wish, AddressesWish):
        # Its beginning tells whether it is a list at all; the rest may be long.
        lines = islice(filter(str.strip, wish.text.splitlines()), _LOOKED_AT_LINES)
        wish = replace(wish, text="\n".join(lines))
    with asked(wish, cache) as made:
        made.source.start()


@contextmanager
def asked(wish: Wish, cache: Path) -> Iterator[Asked]:
    """Make what a crawl for *wish* works with, files below *cache* among it, and let go of it in the end."""
    with ExitStack() as stack:
        source = _source(wish, cache, stack)
        agent = wish.user_agent or DEFAULT_USER_AGENT
        fetcher = Fetcher(
            agent,
            allow_private=wish.allow_private,
            allowed_private=_named_by_the_person(wish),
            keeps_cookies=source.manners.keeps_cookies,
        )
        stack.enter_context(fetcher)
        gap_s = 0.0 if isinstance(wish, SampleWish) else preferences().pause_s
        yield Asked(source, fetcher, Plan(wish.max_images, gap_s=gap_s), agent)


def _source(wish: Wish, cache: Path, stack: ExitStack) -> Source:
    if isinstance(wish, SampleWish):
        from winnow.collect.sample.source import served

        return stack.enter_context(served(cache / "sample", wish.n, wish.seed, wish.port))
    if isinstance(wish, PagesWish):
        reader = stack.enter_context(Reader())
        return WebPages(wish.addresses, wish.depth, wish.same_site, reader)
    if isinstance(wish, SearchWish):
        return search_source(wish.search, SearchQuery(wish.query, wish.licence, wish.max_images, wish.endpoint))
    if isinstance(wish, AddressesWish):
        return AddressSource(wish.file, wish.text)
    return DriveSource(wish.link, wish.endpoint)


def _named_by_the_person(wish: Wish) -> frozenset[str]:
    """Return the one private 'host:port' that may be asked: the sample's own site, or the endpoint that was typed."""
    if isinstance(wish, SampleWish):
        return frozenset({f"{HOST}:{wish.port}"})
    endpoint = getattr(wish, "endpoint", "")
    if not endpoint:
        return frozenset()
    origin = origin_of(canonical(endpoint))
    return frozenset({f"{origin.host}:{origin.port}"})
