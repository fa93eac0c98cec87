"""Features made in the tests, and short real trainings of heads on them."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import torch

from winnow.domain.recipe import Balance, Recipe, RecipeKind
from winnow.domain.run import EpochDone
from winnow.training.schedule import share_of_peak
from winnow.training.studies.data_facts import neighbour_agreement, parts_auc
from winnow.training.studies.doctor import RunFacts
from winnow.training.studies.heads import Diverged, HeadEpoch, HeadSet, head_set, learned, new_head

RECIPE = Recipe(kind=RecipeKind.QUICK, epochs=12, batch_size=16, learning_rate=2e-3, seed=1, balance=Balance.NONE)


def clouds(
    seed: int = 0,
    train: int = 320,
    valid: int = 200,
    classes: int = 2,
    dim: int = 48,
    apart: float = 3.0,
    shares: tuple[float, ...] = (),
    moved: float = 0.0,
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return features and labels of train and of valid: one Gaussian a class, rows of length 1.

    *apart* is the distance of the classes' centres from the middle in standard
    deviations, *shares* are those of the classes, and *moved* is how far all of
    valid lies from where train does.
    """
    random = np.random.default_rng(seed)
    centres = random.normal(size=(classes, dim))
    centres *= apart / np.linalg.norm(centres, axis=1, keepdims=True)
    away = random.normal(size=dim)
    away *= moved / np.linalg.norm(away)
    found = []
    for count, shift in ((train, 0.0), (valid, 1.0)):
        sizes = np.round(np.array(shares or (1 / classes,) * classes) * count).astype(int)
        labels = random.permutation(np.repeat(np.arange(classes), sizes))
        rows = random.normal(size=(len(labels), dim)) + centres[labels] + shift * away
        found += [(rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32), labels.astype(np.int64)]
    return found[0], found[1], found[2], found[3]


def set_of(parts: tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray], classes: int = 2) -> HeadSet:
    """Return *parts*, as `clouds` gives them, for a head."""
    return head_set((parts[0], parts[2]), (parts[1], parts[3]), classes)


def epochs_of(data: HeadSet, recipe: Recipe) -> tuple[list[EpochDone], list[int], float]:
    """Train a head; return its epochs, how often each class was said of valid, and the highest loss."""
    torch.set_num_threads(1)  # two that wait for each other take longer than one
    head = new_head(data.inputs.shape[1], data.classes)
    epochs: list[EpochDone] = []
    try:
        epochs += [one.done for one in learned(head, data, recipe, recipe.seed) if isinstance(one, HeadEpoch)]
        highest = max(one.train_loss for one in epochs)
    except Diverged:
        highest = math.inf
    said = np.bincount(head(data.valid_inputs).argmax(1).numpy(), minlength=data.classes)
    return epochs, said.tolist(), highest


def facts(
    parts: tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray], classes: int = 2, **choices: object
) -> RunFacts:
    """Train a head by `RECIPE` with *choices*, and return what the doctor looks at."""
    recipe = replace(RECIPE, **choices)
    data = set_of(parts, classes)
    epochs, said, highest = epochs_of(data, recipe)
    per_epoch = math.ceil(len(parts[1]) / recipe.batch_size)
    rates = [
        np.mean(
            [
                recipe.learning_rate * share_of_peak(recipe, step, recipe.epochs, per_epoch, ())
                for step in range(at * per_epoch, (at + 1) * per_epoch)
            ]
        )
        for at in range(len(epochs))
    ]
    return RunFacts(
        epochs=tuple(epochs),
        epoch_rates=tuple(float(one) for one in rates),
        rate=recipe.learning_rate,
        highest_loss=highest,
        train_sizes=tuple(np.bincount(parts[1], minlength=classes).tolist()),
        valid_sizes=tuple(np.bincount(parts[3], minlength=classes).tolist()),
        valid_said=tuple(said),
        neighbours=neighbour_agreement(parts[0], parts[1]),
        parts_auc=parts_auc(parts[0], parts[2]),
    )
