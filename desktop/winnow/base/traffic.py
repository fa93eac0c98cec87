"""What goes over the network right now, so that the window can show it: nothing does so unseen."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_open: Counter[str] = Counter()
_seen: set[str] = set()


@contextmanager
def exchange_with(host: str) -> Iterator[None]:
    """Count an exchange with *host* for as long as the block runs. From any thread."""
    with _lock:
        _open[host] += 1
        _seen.add(host)
    try:
        yield
    finally:
        with _lock:
            _open[host] -= 1
            if not _open[host]:
                del _open[host]


def hosts_since_last_look() -> tuple[str, ...]:
    """Return the hosts of exchanges that run or ran since this was called last, in order; one watcher only."""
    with _lock:
        hosts = tuple(sorted(_seen | set(_open)))
        _seen.clear()
        return hosts
