"""The same features on a graphics card, where torch sees one."""

from __future__ import annotations

import platform
import shutil
import sys
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from winnow.base.machine import may_use_graphics_card
from winnow.vision.networks import MODELS

_AT_ONCE = 64


def may_be_there() -> bool:
    """Say, without importing torch (seconds), whether it is worth asking torch for a graphics card."""
    if not may_use_graphics_card():
        return False
    if sys.platform == "darwin":
        return platform.machine() == "arm64"
    return shutil.which("nvidia-smi") is not None or Path("/proc/driver/nvidia/version").exists()


def device() -> str | None:
    """Return torch's name of the graphics card ("cuda" or "mps"), None where it sees none; imports torch."""
    import torch

    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else None


class GpuEmbedder:
    """The network *name* on torch's device *where*; many pictures at once, which is fastest there."""

    def __init__(self, name: str, where: str, weights: Path | None = None) -> None:
        import torch

        model = MODELS[name]
        self._network: Any = (model.build() if weights is None else model.build(weights)).eval().to(where)
        self._where = torch.device(where)

    def embed(self, pixels: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
        """Return the features of *pixels*, (n, edge, edge, 3) uint8 sRGB, as (n, dim) float32 of length 1."""
        import torch

        rows = []
        with torch.inference_mode():
            for start in range(0, len(pixels), _AT_ONCE):
                some = torch.from_numpy(np.ascontiguousarray(pixels[start : start + _AT_ONCE])).to(self._where)
                found = self._network(some.permute(0, 3, 1, 2).float() / 127.5 - 1)
                rows.append(torch.nn.functional.normalize(found.float()).cpu().numpy())
        return np.concatenate(rows)
