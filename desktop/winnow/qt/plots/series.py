"""Points that keep coming, in arrays that grow."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


class Series:
    """Points (x, y) in float64; the room doubles when it is full, so adding one costs O(1) on average."""

    def __init__(self, points: Floats | None = None) -> None:
        given = np.empty((0, 2)) if points is None else np.asarray(points, np.float64)
        self._count = len(given)
        self._held = np.empty((max(256, self._count), 2))
        self._held[: self._count] = given

    def __len__(self) -> int:
        return self._count

    def add(self, x: float, y: float) -> None:
        """Append a point; a value that is not finite leaves a gap."""
        if self._count == len(self._held):
            self._held = np.concatenate([self._held, np.empty_like(self._held)])
        self._held[self._count] = x, y if abs(y) < float("inf") else float("nan")
        self._count += 1

    @property
    def xs(self) -> Floats:
        """The x of all points, (n,); a view."""
        return self._held[: self._count, 0]

    @property
    def ys(self) -> Floats:
        """The y of all points, (n,); a view."""
        return self._held[: self._count, 1]
