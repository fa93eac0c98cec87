"""The data set class: frames of pictures, fitted, varied and normalised."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import torch
from torch.utils.data import Dataset

from winnow.base.errors import OutsideError
from winnow.domain.fit import CROP_SHARE, Fit, FitMode
from winnow.domain.recipe import Augmentation
from winnow.training.samples import Sample
from winnow.training.torch_setup import transforms
from winnow.vision.decode import load_reduced, load_rgb
from winnow.vision.framing import cut, fit

Pixels = npt.NDArray[np.uint8]

_ASPECTS = (3 / 4, 4 / 3)
_TRIES = 10
_GREY = [127, 127, 127]


class SampleUnreadable(OutsideError):
    """The file of a sample is gone or cannot be read."""

    def __init__(self, sample: Sample, why: str) -> None:
        self.sample = sample
        super().__init__(f"The picture {sample.path} cannot be read: {why}. Put it back, or reject it, and try again.")


class FrameDataset(Dataset[tuple[torch.Tensor, int]]):
    """Samples as a network sees them: ``dataset[i]`` is (float tensor 3 x S x S in -1..1, class index).

    With *augmentation* each epoch sees other variations; they depend on
    nothing but *seed*, the epoch (see `set_epoch`) and the index, so the same
    seed gives the same run in any order and on any number of threads. It
    pickles, and works with any ``DataLoader``.

    Example:
        >>> samples = [Sample(Path("cat.jpg"), None, 0, 1), Sample(Path("dog.jpg"), Frame(40, 0, 264, 224), 1, 2)]
        >>> dataset = FrameDataset(samples, Fit(FitMode.PAD, 224), Augmentation(), seed=42)
        >>> for pixels, labels in torch.utils.data.DataLoader(dataset, batch_size=32, shuffle=True):
        ...     print(pixels.shape, labels)
        torch.Size([2, 3, 224, 224]) tensor([1, 0])

    Raises:
        SampleUnreadable: from indexing: the file is gone or cannot be read.
        PictureRefused: from indexing: it is no picture any more.
    """

    def __init__(
        self,
        samples: list[Sample] | tuple[Sample, ...],
        fit: Fit,
        augmentation: Augmentation | None = None,
        seed: int = 0,
    ) -> None:
        self.samples = tuple(samples)
        self.fit = fit
        self.augmentation = augmentation
        self.seed = seed
        self.epoch = 0

    def set_epoch(self, epoch: int) -> None:
        """Say which epoch comes next: another one varies the pictures otherwise."""
        self.epoch = epoch

    def __len__(self) -> int:
        return len(self.samples)

    def __getitem__(self, index: int) -> tuple[torch.Tensor, int]:
        pixels = self.pixels(index) if self.augmentation is None else self._varied(index, self.augmentation)
        return normalised(pixels), self.samples[index].label

    def pixels(self, index: int) -> Pixels:
        """Return what the network gets of a sample without augmentation, (S, S, 3) uint8 sRGB."""
        sample = self.samples[index]
        return fit(_framed(load_rgb(_bytes_of(sample)), sample), self.fit)

    def _varied(self, index: int, how: Augmentation) -> Pixels:
        random = np.random.default_rng((self.seed, self.epoch, index))
        image = self._source(index, how)
        functional = transforms()
        size = self.fit.size
        tensor = _tensor(image).permute(2, 0, 1)
        if how.min_area < 1:
            top, left, height, width = _random_box(image.shape[0], image.shape[1], how.min_area, random)
            tensor = functional.resized_crop(tensor, top, left, height, width, [size, size], antialias=True)
        if how.flip and random.random() < 0.5:
            tensor = functional.horizontal_flip(tensor)
        if how.rotate_degrees:
            angle = float(random.uniform(-how.rotate_degrees, how.rotate_degrees))
            bilinear = functional.InterpolationMode.BILINEAR
            tensor = functional.rotate(tensor, angle, interpolation=bilinear, fill=_GREY)
        if how.light:
            brightness, contrast = random.uniform(max(0.0, 1 - how.light), 1 + how.light, 2)
            tensor = functional.adjust_contrast(
                functional.adjust_brightness(tensor, float(brightness)), float(contrast)
            )
        varied: Pixels = tensor.permute(1, 2, 0).numpy()
        return varied

    def _source(self, index: int, how: Augmentation) -> Pixels:
        """Return what is varied: the frame where a part of it is drawn at random, else what the fit made of it."""
        if how.min_area >= 1 or self.fit.mode is not FitMode.CROP:
            return self.pixels(index)
        sample = self.samples[index]
        if sample.frame is not None:
            return _framed(load_rgb(_bytes_of(sample)), sample)
        # The smallest part that can be drawn still has the network's resolution.
        edge = math.ceil(self.fit.size / CROP_SHARE / math.sqrt(max(how.min_area, 0.05)))
        return load_reduced(_bytes_of(sample), edge)[0]


def normalised(pixels: Pixels) -> torch.Tensor:
    """Return (..., H, W, 3) uint8 as a float tensor (..., 3, H, W), 0..255 as -1..1."""
    return _tensor(pixels).movedim(-1, -3).to(torch.float32) / 127.5 - 1


def _tensor(pixels: Pixels) -> torch.Tensor:
    """Return *pixels* as a tensor; copied where a decoder lends them read-only, which torch does not know."""
    return torch.from_numpy(np.require(pixels, requirements=("C", "W")))


def _framed(image: Pixels, sample: Sample) -> Pixels:
    return image if sample.frame is None else cut(image, sample.frame)


def _bytes_of(sample: Sample) -> bytes:
    try:
        return sample.path.read_bytes()
    except OSError as error:
        raise SampleUnreadable(sample, error.strerror or str(error)) from error


def _random_box(height: int, width: int, min_area: float, random: np.random.Generator) -> tuple[int, int, int, int]:
    """Return top, left, height and width of a random part of a picture, at least *min_area* of it.

    Source: Szegedy et al. 2015 (arXiv 1409.4842), section 6; aspect from 3/4 to 4/3, drawn on a log scale.
    """
    for _ in range(_TRIES):
        area = height * width * float(random.uniform(min_area, 1.0))
        aspect = math.exp(float(random.uniform(math.log(_ASPECTS[0]), math.log(_ASPECTS[1]))))
        part_width, part_height = round(math.sqrt(area * aspect)), round(math.sqrt(area / aspect))
        if 0 < part_width <= width and 0 < part_height <= height:
            top = int(random.integers(0, height - part_height + 1))
            left = int(random.integers(0, width - part_width + 1))
            return top, left, part_height, part_width
    edge = min(height, width)
    return (height - edge) // 2, (width - edge) // 2, edge, edge
