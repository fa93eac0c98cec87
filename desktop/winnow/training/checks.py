"""What is tried before a long run: whether the first loss is what it must be, and one batch can be learned by heart.

Source: Karpathy, "A Recipe for Training Neural Networks" (2019).
"""

from __future__ import annotations

import copy
import math
from collections.abc import Generator

import torch

from winnow.base.counted import counted
from winnow.base.outcomes import Note, Progress
from winnow.domain.recipe import Recipe
from winnow.training.epochs import set_mode
from winnow.training.learning import Learner
from winnow.training.networks import Classifier
from winnow.training.schedule import by_depth

BATCH = 8
"""Pictures that are learned by heart."""

_STEPS = 40
_LEAST_RATE = 1e-3
_CLOSE = 0.1
_LEARNED = 0.5


def checked(
    network: Classifier, recipe: Recipe, inputs: torch.Tensor, labels: torch.Tensor, classes: int
) -> Generator[object, None, None]:
    """Yield `Progress` in "check" and a `Note` with each verdict; *network* stays as it is, for a copy is tried.

    *inputs* and *labels* are one small batch, where the network is.
    """
    tried = copy.deepcopy(network)
    set_mode(tried, recipe.kind)
    layers = tried.layers()
    # Enough to learn a handful by heart, whatever the recipe's rate is: this is about the network and the pictures.
    learner = Learner(tried, layers, by_depth(max(recipe.learning_rate, _LEAST_RATE), len(layers)), recipe)
    wanted, first, last, share = math.log(classes), math.nan, math.inf, 0.0
    for step in range(_STEPS):
        learned = learner.learn(inputs, labels, 1.0, len(labels))
        first = learned.loss if step == 0 else first
        last, share = learned.loss, learned.accuracy
        yield Progress(step + 1, _STEPS, "check")
        if not math.isfinite(last) or (share == 1.0 and last < _LEARNED * wanted):
            break
    yield Note(_first_words(first, wanted, classes))
    yield Note(_heart_words(share, last, wanted, len(labels)))


def _first_words(loss: float, wanted: float, classes: int) -> str:
    known = f"{loss:.3f}; of {classes} classes, nothing known yet, it must be near {wanted:.3f}"
    if abs(loss - wanted) <= _CLOSE * wanted:
        return f"Check passed: the first loss is {known}."
    return f"Check failed: the first loss is {known}. The network is not built as it should be, or its labels are not."


def _heart_words(share: float, loss: float, wanted: float, count: int) -> str:
    if share == 1.0 and loss < _LEARNED * wanted:
        return f"Check passed: {counted(count, 'picture')} can be learned by heart."
    return (
        f"Check failed: {counted(count, 'picture')} cannot be learned by heart ({share:.0%} right, loss {loss:.3f} "
        f"after {_STEPS} steps), so all will hardly be learned. Look at the labels, the input size, and whether "
        "pictures are empty."
    )
