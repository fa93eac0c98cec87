"""What one site's robots.txt allows, by Protego, made safe against files that are written to take long."""

from __future__ import annotations

import re
from typing import Protocol

from protego import Protego

MOST_BYTES = 500_000
"""Of a robots.txt; what follows is not read. Source: RFC 9309, 2.5, asks for 500 KiB at least; Google reads as much."""

_AGENT_LINE = re.compile(r"(\s*user[- ]?agent(?=[\s:])\s*:?\s*)([^#]*)", re.IGNORECASE)


class _Rules(Protocol):
    """The part of Protego that is used: it has no types of its own that are found."""

    def can_fetch(self, url: str, user_agent: str) -> bool: ...

    def crawl_delay(self, user_agent: str) -> float | None: ...


class RobotsRules:
    """The rules of one robots.txt for the robot *agent*.

    Every group that is for other robots only goes by one name: thousands of
    names for thousands of rules would be multiplied.
    """

    def __init__(self, content: bytes, agent: str) -> None:
        self._agent = agent
        text = content[:MOST_BYTES].decode("utf-8-sig", "replace")
        self._rules: _Rules = Protego.parse("\n".join(_folded(line, agent.lower()) for line in text.splitlines()))

    @classmethod
    def none(cls, agent: str) -> RobotsRules:
        """Return the rules of a site that has no robots.txt: everything is allowed."""
        return cls(b"", agent)

    def allows(self, address: str) -> bool:
        """Whether the robot may ask for *address*."""
        return self._rules.can_fetch(address, self._agent)

    @property
    def crawl_delay_s(self) -> float | None:
        """Seconds between two requests that the site asks for, None where it does not say."""
        return self._rules.crawl_delay(self._agent)


def _folded(line: str, agent: str) -> str:
    """Return *line*, but where it names a robot that is not *agent*, with a name that stands for all of them."""
    named = _AGENT_LINE.match(line)
    if named is None:
        return line
    name = named[2].strip().lower()
    if not name or name == "*" or name in agent or name.replace("*", "") in agent:
        return line
    return f"{named[1]}\N{REPLACEMENT CHARACTER}"
