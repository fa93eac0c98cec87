"""Features in clouds that every sound method tells apart."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt


def clouds(
    sizes: tuple[int, ...] = (60, 50, 40), dim: int = 32, spread: float = 0.08, seed: int = 0
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.int64]]:
    """Return rows of length 1, (n, dim) float32, and the cloud of each; in mixed order."""
    random = np.random.default_rng(seed)
    middles = np.linalg.qr(random.standard_normal((dim, len(sizes))))[0].T
    cloud = random.permutation(np.repeat(np.arange(len(sizes)), sizes))
    rows = middles[cloud] + spread * random.standard_normal((len(cloud), dim))
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32), cloud


def ended(steps):
    """Run a generator to its end; return (what it yielded, what it returned)."""
    seen = []
    while True:
        try:
            seen.append(next(steps))
        except StopIteration as end:
            return seen, end.value
