"""Cookies that never leave the origin that set them; only a Drive download needs any."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from winnow.collect.net.addresses import Origin

_MOST = 50
_MOST_BYTES = 4096


class CookieStore:
    """Names and values by origin: scheme, host and port. Kept in memory, until it is dropped."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._values: dict[Origin, dict[str, str]] = {}

    def take(self, origin: Origin, lines: Sequence[str]) -> None:
        """Remember what *origin* set by its Set-Cookie *lines*; domains that they name are not believed."""
        with self._lock:
            values = self._values.setdefault(origin, {})
            for line in lines:
                pair, _, attributes = line.partition(";")
                name, sign, value = (part.strip() for part in pair.partition("="))
                if not sign or not name or len(pair) > _MOST_BYTES:
                    continue
                if "max-age=0" in attributes.lower().replace(" ", ""):
                    values.pop(name, None)
                elif name in values or len(values) < _MOST:
                    values[name] = value

    def header(self, origin: Origin) -> str:
        """Return the Cookie header for *origin*; empty where it set none."""
        with self._lock:
            return "; ".join(f"{name}={value}" for name, value in self._values.get(origin, {}).items())
