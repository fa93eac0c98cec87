"""What the origins of a crawl allow, learnt once from each one's robots.txt."""

from __future__ import annotations

import threading

from winnow.collect.crawl.tasks import Refusal
from winnow.collect.finds import Answer
from winnow.collect.net.addresses import Origin, origin_of
from winnow.collect.net.refusal import FetchRefused
from winnow.collect.web.robots import RobotsRules
from winnow.domain.image import Reason

_LONGEST_DELAY_S = 60.0


class Robots:
    """Verdicts by address; what is not learnt yet is allowed. Safe to call from several threads."""

    def __init__(self, user_agent: str) -> None:
        self._agent = user_agent
        self._rules: dict[Origin, RobotsRules | Refusal] = {}
        self._lock = threading.Lock()

    def knows(self, origin: Origin) -> bool:
        """Say whether the rules of *origin* were learnt, or that there are none to be had."""
        return origin in self._rules

    def learn(self, origin: Origin, answer: Answer) -> None:
        """Take the rules that *answer* is."""
        with self._lock:
            self._rules[origin] = RobotsRules(answer.content, self._agent)

    def learn_refusal(self, origin: Origin, refused: FetchRefused) -> None:
        """Note what it means that there is no robots.txt to be had."""
        # By RFC 9309 a 4xx means that there are no rules; but "too many requests" says nothing of them.
        allowed = refused.status is not None and 400 <= refused.status < 500 and refused.status != 429
        with self._lock:
            if allowed:
                self._rules[origin] = RobotsRules.none(self._agent)
            elif refused.status is None:
                silent = origin_of(refused.address).host if refused.is_silence else ""
                self._rules[origin] = Refusal(refused.reason, refused.detail, silent=silent)
            else:
                self._rules[origin] = Refusal(Reason.ROBOTS, f"its robots.txt cannot be read: {refused.detail}")

    def objection(self, address: str) -> Refusal | None:
        """Return why *address* must not be asked for, None where it may."""
        rules = self._rules.get(origin_of(address))
        if isinstance(rules, Refusal):
            return rules
        if rules is None or rules.allows(address):
            return None
        return Refusal(Reason.ROBOTS, "robots.txt does not allow it")

    def crawl_delay(self, origin: Origin) -> float:
        """Return the seconds that *origin* wants between two requests, a minute at most."""
        rules = self._rules.get(origin)
        if rules is None or isinstance(rules, Refusal):
            return 0.0
        return min(rules.crawl_delay_s or 0.0, _LONGEST_DELAY_S)
