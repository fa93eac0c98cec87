"""The only code that trains and tests networks. It knows no database: plain frozen values in, events out.

Importing it costs little: torch is loaded when `FrameDataset`, `train` or a module that needs it is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from winnow.training.samples import Sample
from winnow.training.spec import TrainingSpec

if TYPE_CHECKING:
    from winnow.training.datasets import FrameDataset
    from winnow.training.loop import train

__all__ = ["FrameDataset", "Sample", "TrainingSpec", "train"]


def __getattr__(name: str) -> Any:
    if name == "FrameDataset":
        from winnow.training.datasets import FrameDataset

        return FrameDataset
    if name == "train":
        from winnow.training.loop import train

        return train
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
