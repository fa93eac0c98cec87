"""What became of the pictures of some sources, as a command answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from winnow.base.counted import counted
from winnow.cli.reply import Reply

if TYPE_CHECKING:
    from winnow.app.session import Session
    from winnow.domain.ids import SourceId


def account(session: Session, only: set[SourceId]) -> Reply:
    """Return the funnel of the sources *only*, taken together."""
    from winnow.app.queries.lookup import all_sources

    sources = session.ask(all_sources, only)
    rejected: dict[str, int] = {}
    for source in sources:
        for reason, count in source.fell_out.items():
            rejected[reason.value] = rejected.get(reason.value, 0) + count
    found, kept = sum(source.found for source in sources), sum(source.kept for source in sources)
    fields = {"found": found, "kept": kept, "rejected": rejected, "sources": [int(source.id) for source in sources]}
    out = "".join(f"\n  {reason.replace('_', ' ')}: {count}" for reason, count in rejected.items())
    return Reply(fields, f"{found} found, {kept} kept, {sum(rejected.values())} fell out{':' if out else '.'}{out}")


def network_account(session: Session, source_id: SourceId) -> Reply:
    """Return the funnel of one source of the network, with what was asked of which host."""
    from winnow.app.queries.arrivals import by_host
    from winnow.app.queries.lookup import all_sources

    reply = account(session, {source_id})
    (source,) = session.ask(all_sources, {source_id})
    hosts: dict[str, dict[str, Any]] = {
        one.host: {
            "found": one.found,
            "fetched": one.fetched,
            "kept": one.kept,
            "rejected": {reason.value: count for reason, count in one.fell_out.items()},
            "bytes": one.received,
        }
        for one in session.ask(by_host, source_id)
    }
    told = reply.fields if isinstance(reply.fields, dict) else {}
    fields = told | {
        "fetched": source.fetched,
        "waiting": source.waiting,
        "pages": source.pages,
        "bytes": source.received,
        "by_host": hosts,
    }
    read = f"{counted(source.pages, 'page')} read, {source.received / 1e6:.1f} MB"
    return Reply(fields, f"{reply.words}\n{read}, from {counted(len(hosts), 'host')}.")
