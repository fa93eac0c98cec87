"""Names of hosts to numeric addresses, without waiting for ever."""

from __future__ import annotations

import queue
import socket
import threading
import time
from collections.abc import Callable, Sequence

Resolver = Callable[[str, int], Sequence[str]]
"""Returns all numeric addresses of (host, port); raises OSError."""

_GLANCE_S = 0.05


def system_resolver(host: str, port: int) -> Sequence[str]:
    """Ask the operating system; may block for as long as its name servers are silent."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def resolve(resolver: Resolver, host: str, port: int, patience_s: float, check: Callable[[], None]) -> Sequence[str]:
    """Ask *resolver* on a thread of its own: the system's cannot be interrupted, only left alone.

    Args:
        check: Called every now and then; what it raises ends the waiting.

    Raises:
        TimeoutError: no answer within *patience_s*.
        OSError: there is no such host.
    """
    answers: queue.SimpleQueue[Sequence[str] | OSError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put(resolver(host, port))
        except OSError as error:
            answers.put(error)
        except (UnicodeError, ValueError) as error:
            answers.put(OSError(str(error)))

    threading.Thread(target=ask, name="fetch-resolve", daemon=True).start()
    end = time.monotonic() + patience_s
    while (left := end - time.monotonic()) > 0:
        check()
        try:
            answer = answers.get(timeout=min(left, _GLANCE_S))
        except queue.Empty:
            continue
        if isinstance(answer, OSError):
            raise answer
        return answer
    raise TimeoutError
