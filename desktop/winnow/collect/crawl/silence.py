"""How often in a row each host gave no answer, and whether it is worth waiting for any more."""

from __future__ import annotations

from collections import Counter

GIVEN_UP_AFTER = 8
"""Questions to a host that failed in a row; what else it was to be asked is missed without a try."""


class Silence:
    """Counts by host; the crawl's own thread counts, any thread may look."""

    def __init__(self) -> None:
        self._failed: Counter[str] = Counter()

    def failed(self, host: str) -> int:
        """Count one more failure of *host*; return how many there are in a row."""
        self._failed[host] += 1
        return self._failed[host]

    def heard(self, host: str) -> None:
        """Begin anew: *host* answered."""
        self._failed.pop(host, None)

    def is_given_up(self, host: str) -> bool:
        """Say whether *host* failed so often that no question to it is put a second time."""
        return self._failed[host] >= GIVEN_UP_AFTER
