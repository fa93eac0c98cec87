"""A run, or the weights that were exported of one, at work on pictures that are decoded already."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from safetensors import SafetensorError
from safetensors.torch import load_file

from winnow.base.codec import from_json
from winnow.base.errors import UserError
from winnow.domain.fit import Fit
from winnow.training import checkpoint
from winnow.training.batches import voted
from winnow.training.datasets import normalised
from winnow.training.model_files import CONFIG
from winnow.training.rebuilt import Classifier
from winnow.training.torch_setup import use_threads
from winnow.vision.framing import views


class WeightsUnusable(UserError):
    """A file of exported weights is none of Winnow's, is damaged, or belongs to program code from elsewhere."""

    def __init__(self, path: Path, why: str) -> None:
        self.path = path
        super().__init__(f"{path} cannot be used as a model: {why}.")


class PicturePredictor:
    """A network from (n, 3, S, S) float in -1..1 to logits, with what pictures are fitted by."""

    def __init__(self, logits: Callable[[torch.Tensor], torch.Tensor], how: Fit) -> None:
        self._logits, self._fit = logits, how

    def predict(self, pictures: Sequence[npt.NDArray[np.uint8]]) -> npt.NDArray[np.float32]:
        """Return the probabilities, (n, classes), of at least one of *pictures*, (H, W, 3) uint8 sRGB; tiles vote."""
        rows = []
        for picture in pictures:
            squares = normalised(np.stack(views(picture, self._fit)))
            with torch.inference_mode():
                said = voted(self._logits(squares), torch.tensor([len(squares)]))
            rows.append(torch.exp(said).numpy())
        return np.concatenate(rows)


def of_run(folder: Path) -> PicturePredictor:
    """Return the best network of the run in *folder*.

    Raises:
        ModelUnreadable: the run has no weights, or they are damaged.
    """
    use_threads()
    network, card = checkpoint.load(folder)
    return PicturePredictor(network, card.recipe.fit)


def of_weights(path: Path) -> tuple[PicturePredictor, tuple[str, ...]]:
    """Return the network of the exported weights *path*, with config.json beside it, and its labels.

    No code that lies there is run: the network is built by this program.

    Raises:
        WeightsUnusable: as it says.
    """
    use_threads()
    try:
        config = json.loads(path.with_name(CONFIG).read_text("utf-8"))
        if config["own_class"]:
            why = "its network is program code of somebody's own; if you trust it, run the predict.py beside it"
            raise WeightsUnusable(path, why)
        network = Classifier(config, path.parent)
        weights = load_file(str(path))
        if (name := checkpoint.without_numbers(weights)) is not None:
            raise WeightsUnusable(path, f"its weights are no numbers (the first are {name})")
        network.load_state_dict(weights)
        how = from_json(Fit, json.dumps(config["fit"]))
        return PicturePredictor(network.eval().logits, how), tuple(map(str, config["labels"]))
    except (OSError, ValueError, KeyError, TypeError, RuntimeError, AttributeError, SafetensorError) as error:
        raise WeightsUnusable(path, str(error).partition("\n")[0] or "it is none of Winnow's") from error
