"""How many cores clustering takes."""

from __future__ import annotations

from winnow.base.machine import cores_beside_the_window


def leave_a_core() -> None:
    """Let the numerical libraries of this process use no more cores than long computations may take."""
    from threadpoolctl import threadpool_limits

    threadpool_limits(cores_beside_the_window())
