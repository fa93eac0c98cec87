"""Training pictures varied by torchvision's transforms, by numbers drawn beforehand: a seed decides all."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import torch

from winnow.domain.augmentation import Augmentation
from winnow.vision.networks import torchvision_part

Pixels = npt.NDArray[np.uint8]

_GREY = [127, 127, 127]
_ERASED_AREA = (0.02, 0.2)
_LEAST_SIGMA = 0.1


def varied(pixels: Pixels, how: Augmentation, random: np.random.Generator) -> Pixels:
    """Return *pixels*, (S, S, 3) uint8, varied; the same *random* gives the same."""
    if how.is_off:
        return pixels
    functional = torchvision_part("torchvision.transforms.v2.functional")
    tensor = as_tensor(pixels).permute(2, 0, 1)
    if how.flip and random.random() < how.flip_share:
        tensor = functional.horizontal_flip(tensor)
    if how.rotate_degrees:
        angle = float(random.uniform(-how.rotate_degrees, how.rotate_degrees))
        bilinear = functional.InterpolationMode.BILINEAR
        tensor = functional.rotate(tensor, angle, interpolation=bilinear, fill=_GREY)
    if how.light:
        brightness, contrast, saturation = (float(one) for one in random.uniform(1 - how.light, 1 + how.light, 3))
        tensor = functional.adjust_brightness(tensor, brightness)
        tensor = functional.adjust_contrast(tensor, contrast)
        tensor = functional.adjust_saturation(tensor, saturation)
    if how.blur and random.random() < 0.5:
        sigma = max(_LEAST_SIGMA, float(random.uniform(0, how.blur)))
        kernel = 2 * min(math.ceil(2 * sigma), pixels.shape[0] - 1) + 1
        tensor = functional.gaussian_blur(tensor, [kernel, kernel], [sigma, sigma])
    if how.erase and random.random() < how.erase:
        top, left, height, width = _patch(pixels.shape[0], random)
        tensor = functional.erase(
            tensor, top, left, height, width, torch.tensor(_GREY, dtype=torch.uint8)[:, None, None]
        )
    result: Pixels = tensor.permute(1, 2, 0).contiguous().numpy()
    return result


def mixed(
    pixels: torch.Tensor, labels: torch.Tensor, classes: int, mixup: float, cutmix: float, seed: int
) -> tuple[torch.Tensor, torch.Tensor]:
    """Return a batch in which each picture is mixed with the one before it, and its targets.

    Args:
        pixels: (n, 3, S, S) float.
        labels: (n,) int64 class indices.
        classes: How many classes there are.
        mixup: Alpha of the beta distribution of shares for whole pictures laid over each other; 0 means off.
        cutmix: The same for a rectangle of one put into the other; with both, a coin decides for the batch.
        seed: The same gives the same.

    Returns:
        Pixels as before, and (n, classes) float targets whose rows add up to 1.
    """
    v2 = torchvision_part("torchvision.transforms.v2")
    targets = torch.nn.functional.one_hot(labels, classes).to(pixels.dtype)
    if not (mixup or cutmix) or len(labels) < 2:
        return pixels, targets
    by_coin = bool(np.random.default_rng(seed).integers(2))
    mix = v2.CutMix if cutmix and (by_coin or not mixup) else v2.MixUp
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        both: tuple[torch.Tensor, torch.Tensor] = mix(alpha=cutmix if mix is v2.CutMix else mixup, num_classes=classes)(
            pixels, labels
        )
    return both


def as_tensor(pixels: Pixels) -> torch.Tensor:
    """Return *pixels* as a tensor; copied where a decoder lends them read-only, which torch does not know."""
    return torch.from_numpy(np.require(pixels, requirements=("C", "W")))


def _patch(edge: int, random: np.random.Generator) -> tuple[int, int, int, int]:
    """Return top, left, height and width of what is erased. Source: Zhong et al. 2017, arXiv 1708.04896."""
    area = edge * edge * float(random.uniform(*_ERASED_AREA))
    aspect = math.exp(float(random.uniform(math.log(0.5), math.log(2.0))))
    height, width = (max(1, min(edge, round(math.sqrt(one)))) for one in (area / aspect, area * aspect))
    return int(random.integers(0, edge - height + 1)), int(random.integers(0, edge - width + 1)), height, width
