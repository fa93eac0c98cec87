"""What a study learns from: a run's spec turned into features, or into the network that a run would begin with."""

from __future__ import annotations

from collections.abc import Generator

from winnow.training.features import features_of
from winnow.training.networks import Classifier, built
from winnow.training.own_network import keep_copy
from winnow.training.spec import TrainingSpec
from winnow.training.squares import mean_of_squares
from winnow.training.studies.heads import HeadSet, head_set
from winnow.training.torch_setup import use_thread_of_head


def head_set_of(spec: TrainingSpec) -> Generator[object, None, HeadSet]:
    """Return the features of train and valid with their labels; yields `Progress` where they must be computed.

    A study looks at the mean of a sample's squares where there are several.
    """
    features = spec.features
    if features is None:
        features = yield from features_of(spec.train, spec.valid, spec.recipe.fit, network_of(spec))
    labels = tuple([sample.label for sample in some] for some in (spec.train, spec.valid))
    use_thread_of_head()
    means = mean_of_squares(features[0]), mean_of_squares(features[1])
    return head_set(means, (labels[0], labels[1]), spec.classes)


def network_of(spec: TrainingSpec) -> Classifier:
    """Return the network that a run by *spec* begins with."""
    if spec.recipe.own is not None:
        keep_copy(spec.recipe.own, spec.folder)
    return built(spec.recipe, spec.classes, spec.folder, spec.weights)
