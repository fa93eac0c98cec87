"""Where a network looked: Grad-CAM over its last map of features, and plain saliency of its pixels."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from winnow.training.datasets import normalised
from winnow.training.networks import Classifier
from winnow.vision.framing import resized

Pixels = npt.NDArray[np.uint8]
Heat = npt.NDArray[np.uint8]

_FEWEST_TOKENS = 4


@dataclass(frozen=True, slots=True, eq=False)
class Explanation:
    """What a network says of one input and why; the heats are (S, S), 0 cold to 255, for the class *explained*."""

    probabilities: npt.NDArray[np.float32]
    explained: int
    grad_cam: Heat
    """All 0 where nothing spoke for the class."""
    saliency: Heat


def explain(network: Classifier, pixels: Pixels, wanted: int | None = None) -> Explanation:
    """Explain what *network* says of one input, by default the class that it holds for the likeliest.

    Grad-CAM: the maps of the last layer that still has a place for each part
    of the picture, weighted by their mean gradients, and what speaks against
    the class cut off. Source: Selvaraju et al. 2017, ICCV, arXiv 1610.02391.
    Of a transformer the tokens of the patches are that map, as its last block
    takes them in. Saliency: the largest gradient of a pixel's three colours.
    Source: Simonyan et al. 2014, arXiv 1312.6034.

    Args:
        network: In evaluation mode, any of `NETWORKS` or the person's own.
        pixels: (S, S, 3) uint8, as the data set gives them.
        wanted: Index of the class to explain.
    """
    batch = normalised(pixels[None]).to(next(network.parameters()).device).requires_grad_()
    with torch.enable_grad():
        maps, logits = _forward(network, batch)
        said = torch.softmax(logits.detach(), 1)[0].cpu().numpy()
        explained = int(said.argmax()) if wanted is None else wanted
        gradients = torch.autograd.grad(logits[0, explained], [batch, *maps], allow_unused=True)
    size = pixels.shape[0]
    return Explanation(
        probabilities=said.astype(np.float32),
        explained=explained,
        grad_cam=_heat(_cam(maps, gradients[1:]), size),
        saliency=_heat(_of_pixels(gradients[0]), size),
    )


def _forward(network: Classifier, batch: torch.Tensor) -> tuple[list[torch.Tensor], torch.Tensor]:
    """Return every map that a layer of the backbone gave, in order, and the logits."""
    maps: list[torch.Tensor] = []

    def keep(_module: nn.Module, _inputs: object, output: object) -> None:
        if isinstance(output, torch.Tensor) and output.requires_grad and _grid(output) is not None:
            maps.append(output)

    hooks = [module.register_forward_hook(keep) for module in network.backbone.modules()]
    try:
        logits = network(batch)
    finally:
        for hook in hooks:
            hook.remove()
    return maps, logits


def _grid(found: torch.Tensor) -> tuple[int, int] | None:
    """Return (rows, columns) of a map of features: (1, channels, h, w), or (1, 1 + h * w, dim) of a transformer."""
    if found.dim() == 4 and min(found.shape[2:]) > 1:
        return int(found.shape[2]), int(found.shape[3])
    if found.dim() == 3 and found.shape[1] > _FEWEST_TOKENS:
        edge = math.isqrt(found.shape[1] - 1)
        if edge * edge == found.shape[1] - 1:
            return edge, edge
    return None


def _cam(maps: list[torch.Tensor], gradients: tuple[torch.Tensor | None, ...]) -> npt.NDArray[np.float32]:
    for values, gradient in zip(reversed(maps), reversed(gradients), strict=True):
        # After the last block of a transformer only the token of the whole picture counts: no patch has a gradient.
        if gradient is None or not bool(_as_map(gradient).abs().max() > 0):
            continue
        weights = _as_map(gradient).mean((1, 2), keepdim=True)
        found: npt.NDArray[np.float32] = torch.relu((weights * _as_map(values)).sum(0)).detach().cpu().numpy()
        return found
    return np.zeros((1, 1), np.float32)


def _as_map(found: torch.Tensor) -> torch.Tensor:
    """Return (channels, rows, columns) of what `_grid` knows."""
    if found.dim() == 4:
        return found[0]
    rows, columns = _grid(found) or (1, 1)
    return found[0, 1:].T.reshape(-1, rows, columns)


def _of_pixels(gradient: torch.Tensor | None) -> npt.NDArray[np.float32]:
    if gradient is None:
        return np.zeros((1, 1), np.float32)
    found: npt.NDArray[np.float32] = gradient[0].abs().amax(0).cpu().numpy()
    return found


def _heat(found: npt.NDArray[np.float32], size: int) -> Heat:
    """Return *found* as 0 to 255 of its own largest value, (size, size), smooth between its places."""
    highest = float(found.max(initial=0.0))
    if not highest > 0 or not math.isfinite(highest):
        return np.zeros((size, size), np.uint8)
    grey = (found * (255 / highest)).round().astype(np.uint8)
    return resized(np.repeat(grey[..., None], 3, axis=2), (size, size))[..., 0]
