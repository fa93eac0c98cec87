"""A run at work on pictures that are decoded already, as what is exported of it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from winnow.training import checkpoint
from winnow.training.batches import voted
from winnow.training.datasets import normalised
from winnow.training.torch_setup import use_threads
from winnow.vision.framing import views


class RunPredictor:
    """The best network of the run in *folder*, on the processor.

    Raises:
        ModelUnreadable: the run has no weights, or they are damaged.
    """

    def __init__(self, folder: Path) -> None:
        use_threads()
        self._network, self._card = checkpoint.load(folder)

    def predict(self, pictures: Sequence[npt.NDArray[np.uint8]]) -> npt.NDArray[np.float32]:
        """Return the probabilities, (n, classes), of *pictures*, each (H, W, 3) uint8 upright sRGB; tiles vote."""
        rows = [np.empty((0, self._card.classes), np.float32)]
        for picture in pictures:
            squares = normalised(np.stack(views(picture, self._card.recipe.fit)))
            with torch.inference_mode():
                logits = self._network(squares)
            rows.append(torch.exp(voted(logits, torch.tensor([len(squares)]))).numpy())
        return np.concatenate(rows)
