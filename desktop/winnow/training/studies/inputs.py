"""What a study learns from: a run's spec turned into features, or into the network that a run would begin with."""

from __future__ import annotations

from collections.abc import Generator

from torch import nn

from winnow.domain.recipe import Recipe, RecipeKind
from winnow.training.features import features_of
from winnow.training.networks import Classifier, built
from winnow.training.spec import TrainingSpec
from winnow.training.studies.heads import HeadSet, head_set


def head_set_of(spec: TrainingSpec) -> Generator[object, None, HeadSet]:
    """Return the features of train and valid with their labels; yields `Progress` where they must be computed."""
    features = spec.features
    if features is None:
        features = yield from features_of(
            spec.train, spec.valid, spec.recipe.fit, network_of(spec), spec.embedding_model
        )
    labels = tuple([sample.label for sample in some] for some in (spec.train, spec.valid))
    return head_set(features, (labels[0], labels[1]), spec.classes)


def network_of(spec: TrainingSpec) -> Classifier:
    """Return the network that a run by *spec* begins with."""
    return built(spec.recipe, spec.classes, spec.folder, spec.weights)


def let_learn(network: nn.Module, recipe: Recipe) -> None:
    """Let *network* learn as in a run by *recipe*: what was pretrained normalises by what it was pretrained with."""
    network.train()
    if recipe.kind is not RecipeKind.SCRATCH:
        for module in network.modules():
            if isinstance(module, nn.BatchNorm2d):
                module.eval()
