"""All folds as one study: each sample is judged once, by what had not learned from it."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import numpy.typing as npt
import torch

from winnow.base.outcomes import Progress, Tick
from winnow.domain.recipe import RecipeKind
from winnow.domain.run import EpochDone
from winnow.domain.study import FoldEpoch, FoldResult, FoldSettings, FoldsRun
from winnow.training import checkpoint
from winnow.training.evaluation import Predictions, predict
from winnow.training.loop import train
from winnow.training.spec import TrainingSpec
from winnow.training.studies.heads import HeadEpoch, learned, new_head
from winnow.training.studies.inputs import head_set_of
from winnow.training.studies.trials import Each, in_turn
from winnow.training.torch_setup import use_threads

Probabilities = npt.NDArray[np.float32]
_TINY = 1e-7


@dataclass(frozen=True, slots=True, eq=False)
class FoldDone:
    """One fold's result, and the *probabilities* of its samples, (n, classes)."""

    result: FoldResult
    probabilities: Probabilities


def run_folds(
    spec: TrainingSpec, folds: npt.NDArray[np.int8], settings: FoldSettings, each: Each = in_turn
) -> Generator[object, None, None]:
    """Train a network for each fold; yield `Progress` in "epochs", `FoldEpoch`, `FoldResult`, at last `FoldsRun`.

    *spec* has all samples both as train and as valid; *folds*, parallel to
    them, says which is whose. A fold is judged by the weights of its last
    epoch: the best epoch would be chosen by the very samples that are judged.
    """
    done: dict[int, FoldDone] = {}
    epochs = 0
    for fold, event in each(partial(_fold, spec, folds, settings), range(settings.folds)):
        if isinstance(event, FoldDone):
            done[fold] = event
            yield event.result
            continue
        yield event
        if isinstance(event, FoldEpoch):
            epochs += 1
            yield Progress(epochs, settings.folds * settings.epochs, "epochs")
    probabilities = np.zeros((len(spec.train), spec.classes), np.float32)
    for fold, one in done.items():
        probabilities[folds == fold] = one.probabilities
    yield FoldsRun(tuple(done[fold].result for fold in range(settings.folds)), probabilities)


def _fold(
    spec: TrainingSpec, folds: npt.NDArray[np.int8], settings: FoldSettings, fold: int
) -> Generator[object, None, None]:
    """Train one fold; yield `FoldEpoch`, at last `FoldDone`."""
    use_threads()
    inside = folds == fold
    one = _one_fold(spec, ~inside, inside, settings, fold)
    epochs: list[EpochDone] = []
    for event in _trained(one):
        if isinstance(event, EpochDone):
            epochs.append(event)
            yield FoldEpoch(fold, settings.folds, event)
        elif isinstance(event, Predictions):
            yield FoldDone(_result(fold, epochs, event.probabilities, one), event.probabilities)
        else:
            yield event


def _one_fold(
    spec: TrainingSpec,
    outside: npt.NDArray[np.bool_],
    inside: npt.NDArray[np.bool_],
    settings: FoldSettings,
    fold: int,
) -> TrainingSpec:
    def chosen(mask: npt.NDArray[np.bool_]) -> list[int]:
        return [int(at) for at in np.flatnonzero(mask)]

    return replace(
        spec,
        recipe=replace(settings.recipe, epochs=settings.epochs, early_stop_epochs=0),
        train=tuple(spec.train[at] for at in chosen(outside)),
        valid=tuple(spec.valid[at] for at in chosen(inside)),
        features=None if spec.features is None else (spec.features[0][outside], spec.features[1][inside]),
        views=None if spec.views is None else spec.views[:, outside],
        folder=spec.folder / f"fold-{fold + 1}",
        keeps_last=True,
    )


def _trained(spec: TrainingSpec) -> Generator[object, None, None]:
    """Yield `Tick`, an `EpochDone` an epoch, and at last the `Predictions` for valid by the last epoch's weights."""
    if spec.recipe.kind is RecipeKind.QUICK:
        yield from _head(spec)
        return
    for event in train(spec):
        yield event if isinstance(event, EpochDone) else Tick()
    for event in predict(spec.folder, spec.valid, device=spec.recipe.device, weights=checkpoint.LAST):
        yield event if isinstance(event, Predictions) else Tick()


def _head(spec: TrainingSpec) -> Generator[object, None, None]:
    data = yield from head_set_of(spec)
    head = new_head(data.inputs.shape[1], data.classes)
    for event in learned(head, data, spec.recipe, spec.recipe.seed):
        yield event.done if isinstance(event, HeadEpoch) else event
    with torch.inference_mode():
        yield Predictions(torch.softmax(head(data.valid_inputs), 1).numpy())


def _result(fold: int, epochs: list[EpochDone], probabilities: Probabilities, spec: TrainingSpec) -> FoldResult:
    labels = np.array([sample.label for sample in spec.valid])
    right = int((probabilities.argmax(1) == labels).sum())
    of_truth = probabilities[np.arange(len(labels)), labels]
    return FoldResult(fold, right, len(labels), float(-np.log(np.maximum(of_truth, _TINY)).mean()), tuple(epochs))
