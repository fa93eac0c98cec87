"""How long to wait before an address is tried again."""

from __future__ import annotations

import random as _random

from winnow.collect.net.limits import FetchLimits
from winnow.collect.net.refusal import FetchRefused


def retry_wait_s(
    refusal: FetchRefused, attempt: int, limits: FetchLimits, random: _random.Random | None = None
) -> float | None:
    """Return the seconds to wait before the next try, or None where there should be none.

    Doubles from *limits.first_wait_s* with up to half as much again of jitter;
    a server's Retry-After lengthens it, up to *limits.longest_wait_s*.

    Args:
        attempt: How many tries were made so far, at least 1.
        random: The jitter's source; None takes a fresh one.
    """
    if attempt > limits.retries or not refusal.is_worth_retrying:
        return None
    jitter = (random or _random.Random()).uniform(1.0, 1.5)
    wait = limits.first_wait_s * 2.0 ** (attempt - 1) * jitter
    # A date in the past or nonsense must not turn into a busy loop: the wait only ever gets longer.
    return min(max(wait, refusal.retry_after_s or 0.0), limits.longest_wait_s)
