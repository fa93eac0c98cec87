"""How many cores clustering takes."""

from __future__ import annotations

import os


def leave_a_core() -> None:
    """Let the numerical libraries of this process use all cores but one, which is left for the window.

    On a busy machine it is faster as well: their threads wait for each other.
    """
    from threadpoolctl import threadpool_limits

    threadpool_limits(max(1, (os.cpu_count() or 2) - 1))
