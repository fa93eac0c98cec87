"""The life of a confined process: warm up, close the sandbox, say hello, answer until the other side hangs up.

Its parent is `winnow.vision.confined.Confined`. It never opens a file once it has said hello.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable
from io import BufferedReader, BufferedWriter
from typing import TypeVar

from winnow.vision import sandbox
from winnow.vision.wire import Hangup, Hello, receive, send

Request = TypeVar("Request")


def serve(
    kind: type[Request],
    answer: Callable[[Request, bytes], tuple[object, bytes | memoryview]],
    warm_up: Callable[[], None],
) -> None:
    """Answer each request, a *kind* with its body, until the other side hangs up.

    Args:
        kind: The dataclass of a request's header.
        answer: Gives the header, a dataclass, and the body of the reply. It must never raise.
        warm_up: Makes everything load that is loaded late; afterwards no module can be imported.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests, replies = _streams()
    warm_up()
    send(replies, Hello(tuple(sandbox.enter())))
    with contextlib.suppress(Hangup, BrokenPipeError):
        while True:
            request, data = receive(requests, kind)
            send(replies, *answer(request, bytes(data)))


def _streams() -> tuple[BufferedReader, BufferedWriter]:
    """Return the two streams; what a library prints goes to standard error, where nobody waits for it."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    if sys.platform != "win32":
        # A library that floods it must not block: what does not fit is lost.
        os.set_blocking(2, False)
    return os.fdopen(os.dup(0), "rb"), replies
