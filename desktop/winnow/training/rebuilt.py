"""The network of a model that Winnow trained, in plain PyTorch; needs torch, and what `_backbone` imports.

``classifier(folder)`` gives a module from pixels, (n, size, size, 3) uint8
RGB, to probabilities, (n, labels): config.json says of what kind it is, and
model.safetensors has its weights. To learn on, use ``logits`` of it.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
from pathlib import Path
from typing import Any

import torch
from torch import nn

_TORCHVISION = {
    "mobilenet-v3-large": ("mobilenet_v3_large", "classifier", 960),
    "efficientnet-b0": ("efficientnet_b0", "classifier", 1280),
    "resnet-50": ("resnet50", "fc", 2048),
    "convnext-tiny": ("convnext_tiny", "classifier", 768),
    "vit-b-16": ("vit_b_16", "heads", 768),
}
"""Name of the network in torchvision, of its last layer, and how many features come before that."""
_LITE_FEATURES = 1280
_SMALL_INPUT_PX = 64


def classifier(folder: Path) -> Classifier:
    """Return the network in *folder* with its weights, in evaluation mode."""
    from safetensors.torch import load_file

    config = json.loads((folder / "config.json").read_text("utf-8"))
    network = Classifier(config, folder)
    network.load_state_dict(load_file(str(folder / "model.safetensors")))
    return network.eval()


class Classifier(nn.Module):
    """A backbone under a linear head; a pretrained one gives the head features of length sqrt(their number)."""

    def __init__(self, config: dict[str, Any], folder: Path) -> None:
        super().__init__()
        classes, size = len(config["labels"]), int(config["fit"]["size"])
        if config["own_class"]:
            self.backbone, self.head = _own(folder / "own_network.py", config["own_class"], classes)
            self.is_unit = False
        else:
            self.backbone, features, self.is_unit = _backbone(config["network"], size)
            self.head = nn.Linear(features, classes)

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        """Return probabilities, (n, labels), of (n, size, size, 3) uint8."""
        return torch.softmax(self.logits(pixels.to(torch.float32).permute(0, 3, 1, 2) / 127.5 - 1), 1)

    def logits(self, values: torch.Tensor) -> torch.Tensor:
        """Return (n, labels) of (n, 3, size, size) float within -1 and 1."""
        features: torch.Tensor = self.backbone(values)
        if self.is_unit:
            features = nn.functional.normalize(features, dim=1) * float(self.head.in_features) ** 0.5
        found: torch.Tensor = self.head(features)
        return found


def _backbone(name: str, size: int) -> tuple[nn.Module, int, bool]:
    """Return the network *name* without its last layer, how many features it gives, and whether it was pretrained."""
    if name == "small-cnn":
        return _small_cnn(size), 256, False
    if name == "resnet-18":
        return _resnet18(size), 512, False
    if name in _TORCHVISION:
        architecture, last, features = _TORCHVISION[name]
        return _Normalised(architecture, last), features, True
    return _Lite(name, size), _LITE_FEATURES, True


class _Lite(nn.Module):
    """EfficientNet-lite (pip install efficientnet-lite-pytorch) up to its pooled features."""

    def __init__(self, name: str, size: int) -> None:
        super().__init__()
        made = importlib.import_module("efficientnet_lite_pytorch").EfficientNet
        self.network = made.from_name(name, image_size=size, drop_connect_rate=0.0)
        del self.network._fc

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        pooled: torch.Tensor = self.network.extract_features(values).mean((2, 3))
        return pooled


class _Normalised(nn.Module):
    """One of torchvision's networks, which want pixels by the mean and deviation of ImageNet."""

    mean: torch.Tensor
    deviation: torch.Tensor

    def __init__(self, architecture: str, last: str) -> None:
        super().__init__()
        self.network = importlib.import_module("torchvision.models").get_model(architecture, weights=None)
        setattr(self.network, last, nn.Identity())
        self.register_buffer("mean", torch.zeros(1, 3, 1, 1))
        self.register_buffer("deviation", torch.ones(1, 3, 1, 1))

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        found: torch.Tensor = self.network((values * 0.5 + 0.5 - self.mean) / self.deviation)
        return found.flatten(1)


def _small_cnn(size: int) -> nn.Module:
    blocks: list[nn.Module] = []
    before = 3
    for at, channels in enumerate((32, 64, 128, 256)):
        stride = 2 if at == 0 and size > _SMALL_INPUT_PX else 1
        layers: list[nn.Module] = []
        for inside, step in ((before, stride), (channels, 1)):
            layers += [nn.Conv2d(inside, channels, 3, stride=step, padding=1, bias=False), nn.BatchNorm2d(channels)]
            layers.append(nn.ReLU(inplace=True))
        blocks.append(nn.Sequential(*layers, nn.MaxPool2d(2, ceil_mode=True)))
        before = channels
    return nn.Sequential(*blocks, nn.AdaptiveAvgPool2d(1), nn.Flatten())


def _resnet18(size: int) -> nn.Module:
    network: nn.Module = importlib.import_module("torchvision.models").resnet18(weights=None)
    network.fc = nn.Identity()
    if size <= _SMALL_INPUT_PX:
        network.conv1 = nn.Conv2d(3, 64, 3, padding=1, bias=False)
        network.maxpool = nn.Identity()
    return network


def _own(path: Path, class_name: str, classes: int) -> tuple[nn.Module, nn.Linear]:
    """Return the class *class_name* of the file *path* without its last layer, and that layer."""
    spec = importlib.util.spec_from_file_location("own_network", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    network: nn.Module = getattr(module, class_name)(classes)
    name, head = [(name, one) for name, one in network.named_modules() if isinstance(one, nn.Linear)][-1]
    holder, _, last = name.rpartition(".")
    setattr(network.get_submodule(holder), last, nn.Identity())
    return network, head
