"""How much of a server's answer is read, and for how long."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace

MIB = 1 << 20


class What(enum.Enum):
    """What an address is asked for; it decides the limits and what the server is told is welcome."""

    PICTURE = "picture"
    PAGE = "page"
    ROBOTS = "robots"
    API = "api"


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """The limits of one try, and the waits between tries. Times in seconds, sizes in bytes."""

    connect_s: float = 5.0
    """Each of: finding the host, connecting, agreeing on encryption."""
    idle_s: float = 15.0
    """The longest silence."""
    picture_s: float = 60.0
    """All of a picture, redirects included."""
    page_s: float = 30.0
    """All of anything else."""
    picture_bytes: int = 32 * MIB
    page_bytes: int = 5 * MIB
    """Of a page or an answer of a programming interface, after unpacking."""
    robots_bytes: int = 500 * 1024
    """Of robots.txt; what follows is not read (RFC 9309 asks for 500 KiB at least)."""
    header_bytes: int = 512 * 1024
    """Of all headers together; one may have 64 KiB, and there may be 100."""
    least_rate: float = 1024.0
    """Bytes per second, on average once *grace_s* have passed."""
    grace_s: float = 10.0
    redirects: int = 10
    address_bytes: int = 8192
    retries: int = 3
    """Further tries after the first one."""
    first_wait_s: float = 1.0
    """Doubled with each further try."""
    longest_wait_s: float = 300.0
    """The longest that a server's Retry-After is obeyed."""

    def total_s(self, what: What) -> float:
        """Return how long one try for *what* may take in all."""
        return self.picture_s if what is What.PICTURE else self.page_s

    def most_bytes(self, what: What) -> int:
        """Return how many bytes *what* may have, unpacked."""
        if what is What.ROBOTS:
            return self.robots_bytes
        return self.picture_bytes if what is What.PICTURE else self.page_bytes

    def faster(self, factor: float) -> FetchLimits:
        """Return the same limits with every time divided by *factor*."""
        times = ("connect_s", "idle_s", "picture_s", "page_s", "grace_s", "first_wait_s", "longest_wait_s")
        return replace(self, **{name: getattr(self, name) / factor for name in times})
