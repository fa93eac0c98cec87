"""How many cores clustering takes."""

from __future__ import annotations

from contextlib import AbstractContextManager

from winnow.base.machine import cores_beside_the_window


def leave_a_core() -> AbstractContextManager[object]:
    """Let the numerical libraries use no more cores than long computations may take: until what it returns is left.

    OpenMP keeps its limit for each thread that calls it, so a thread of one's own asks for itself.
    """
    from threadpoolctl import threadpool_limits

    limited: AbstractContextManager[object] = threadpool_limits(cores_beside_the_window())
    return limited
