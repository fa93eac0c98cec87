"""Time, in the one form that is stored."""

from __future__ import annotations

import datetime


def now_utc() -> str:
    """Return the wall time as ISO 8601 in UTC to the millisecond, e.g. ``2026-11-24T09:12:00.123Z``."""
    now = datetime.datetime.now(datetime.UTC)
    return now.isoformat(timespec="milliseconds").replace("+00:00", "Z")
