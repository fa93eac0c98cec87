"""Whether a result still speaks of the data as it is now."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def fingerprint(samples: Iterable[tuple[bytes, int, int]]) -> str:
    """Return 64 hex digits of (content key, label id, part) triples, in whatever order they come."""
    digest = hashlib.sha256()
    for key, label, part in sorted(samples):
        digest.update(key)
        digest.update(f":{label}:{part};".encode())
    return digest.hexdigest()
