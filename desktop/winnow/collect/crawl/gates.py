"""How many questions each host is asked at a time, and how soon after each other: over all crawls together."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass

from winnow.collect.finds import Pace

IN_ALL = 16
"""Questions under way at a time, whoever asks and whoever is asked."""


@dataclass(slots=True)
class _Host:
    under_way: int = 0
    next_at: float = 0.0
    before: float = 0.0
    """What *next_at* was before the last one went in."""
    shut_until: float = 0.0


class Gates:
    """The gate of every host. Two sources that ask one host share its gate.

    *changed* is held around `enter`, and told of whenever a gate may have
    opened; whoever waits for a gate waits for it, with the time that `enter`
    returned as the longest.
    """

    def __init__(self, in_all: int = IN_ALL) -> None:
        self.changed = threading.Condition()
        self._in_all = in_all
        self._under_way = 0
        self._hosts: dict[str, _Host] = {}

    def enter(self, host: str, pace: Pace) -> float:
        """Go through the gate of *host* and return 0; or return the seconds after which it is worth another try.

        Infinite where only somebody's leaving can open it. Call it with *changed* held.
        """
        gate = self._hosts.setdefault(host, _Host())
        if self.is_full or gate.under_way >= pace.per_host:
            return float("inf")
        now = time.monotonic()
        open_at = max(gate.next_at, gate.shut_until)
        if open_at > now:
            return open_at - now
        gate.under_way += 1
        gate.before, gate.next_at = gate.next_at, now + pace.gap_s
        self._under_way += 1
        return 0.0

    @property
    def is_full(self) -> bool:
        """Whether no gate can be gone through before somebody leaves. With *changed* held."""
        return self._under_way >= self._in_all

    def leave(self, host: str, has_asked: bool = True) -> None:
        """Come out again; whoever asked nothing keeps nobody waiting."""
        with self.changed:
            gate = self._hosts[host]
            gate.under_way -= 1
            if not has_asked:
                gate.next_at = gate.before
            self._under_way -= 1
            self.changed.notify()

    def shut(self, host: str, seconds: float) -> None:
        """Let nobody through to *host* for so long: it asked to be left alone."""
        with self.changed:
            gate = self._hosts.setdefault(host, _Host())
            gate.shut_until = max(gate.shut_until, time.monotonic() + seconds)


GATES = Gates()
"""Those of this process."""
