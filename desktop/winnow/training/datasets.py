"""The data set class: frames of pictures, fitted, varied and normalised."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import torch
from torch.utils.data import Dataset

from winnow.base.errors import OutsideError
from winnow.domain.augmentation import Augmentation
from winnow.domain.fit import CROP_SHARE, Fit, FitMode, random_box, tiles_over
from winnow.domain.frame import FillMode
from winnow.training.augmentation import as_tensor, varied
from winnow.training.prepared import PreparedPixels
from winnow.training.samples import Sample
from winnow.vision.decode import load_reduced, load_rgb
from winnow.vision.framing import cut, fit, resized, views, with_shorter_side

Pixels = npt.NDArray[np.uint8]

_LEAST_AREA = 0.05
_LOOKED_AT = "looked-at"
_VERSION = 1
"""Of prepared pixels; raised when they would differ."""


class SampleUnreadable(OutsideError):
    """The file of a sample is gone or cannot be read."""

    def __init__(self, sample: Sample, why: str) -> None:
        self.sample = sample
        super().__init__(f"The picture {sample.path} cannot be read: {why}. Put it back, or reject it, and try again.")


class FrameDataset(Dataset[tuple[torch.Tensor, int]]):
    """Samples as a network sees them: ``dataset[i]`` is (float tensor 3 x S x S in -1..1, class index).

    With *augmentation* each epoch sees other variations; they depend on
    nothing but *seed*, the epoch (see `set_epoch`) and the index, so the same
    seed gives the same run in any order and on any number of threads. Without
    it nothing is left to chance. With *prepared* a picture is decoded once;
    its cut and reduced pixels are kept there, and the numbers are the same.
    It pickles, and works with any ``DataLoader``, workers by spawn included.

    Example, which runs as it is:
        >>> import tempfile
        >>> from pathlib import Path
        >>> from PIL import Image
        >>> from torch.utils.data import DataLoader
        >>> from winnow.domain.augmentation import Augmentation
        >>> from winnow.domain.fit import Fit, FitMode
        >>> from winnow.domain.frame import Frame
        >>> from winnow.training import FrameDataset, Sample
        >>> folder = Path(tempfile.mkdtemp())
        >>> for name, colour in (("cat", "orange"), ("dog", "teal")):
        ...     Image.new("RGB", (320, 240), colour).save(folder / f"{name}.png")
        >>> samples = [
        ...     Sample(folder / "cat.png", None, label=0, image_id=1),  # the whole picture
        ...     Sample(folder / "dog.png", Frame(40, 0, 264, 224), label=1, image_id=2),  # a crop of it
        ... ]
        >>> dataset = FrameDataset(samples, Fit(FitMode.PAD, 224), Augmentation(), seed=42)
        >>> for pixels, labels in DataLoader(dataset, batch_size=32):
        ...     print(tuple(pixels.shape), labels.tolist())
        (2, 3, 224, 224) [0, 1]
        >>> dataset.set_epoch(1)  # other variations from here on

    Raises:
        SampleUnreadable: from indexing: the file is gone or cannot be read.
        PictureRefused: from indexing: it is no picture any more.
    """

    def __init__(
        self,
        samples: Sequence[Sample],
        fit: Fit,
        augmentation: Augmentation | None = None,
        seed: int = 0,
        prepared: PreparedPixels | None = None,
        numbers: Sequence[int] | None = None,
    ) -> None:
        """*numbers*: by which chance is drawn where *samples* are some of a larger set, their places in that."""
        self.samples = tuple(samples)
        self.fit = fit
        self.augmentation = augmentation
        self.seed = seed
        self.epoch = 0
        self.prepared = prepared
        self._numbers = range(len(self.samples)) if numbers is None else tuple(numbers)

    def set_epoch(self, epoch: int) -> None:
        """Say which epoch comes next: another one varies the pictures otherwise."""
        self.epoch = epoch

    def __len__(self) -> int:
        return len(self.samples)

    def __getitem__(self, index: int) -> tuple[torch.Tensor, int]:
        return normalised(self.seen(index)), self.samples[index].label

    def seen(self, index: int) -> Pixels:
        """Return what the network gets of a sample in this epoch, (S, S, 3) uint8 sRGB."""
        if self.augmentation is None:
            return self.pixels(index)
        random = np.random.default_rng((self.seed, self.epoch, self._numbers[index]))
        return varied(self._fitted_by_chance(index, self.augmentation, random), self.augmentation, random)

    def pixels(self, index: int) -> Pixels:
        """Return what the network gets of a sample without augmentation, (S, S, 3) uint8 sRGB."""
        return self._kept(index, "square", 0)

    def views(self, index: int) -> list[Pixels]:
        """Return all squares by which valid and test look at a sample, (S, S, 3) uint8 each; with TILES all tiles.

        They vote: the mean of the probabilities is what is said of the sample.
        """
        if self.fit.mode is not FitMode.TILES:
            return [self.pixels(index)]
        return views(self._kept(index, _LOOKED_AT, self.fit.size), self.fit)

    def source(self, index: int) -> Pixels:
        """Return what a sample is before chance comes in, (h, w, 3) uint8: all that is decoded, and kept prepared.

        The fitted square, or the reduced frame that a part of is drawn from.
        """
        size, how = self.fit.size, self.augmentation
        if how is not None and self._draws_parts(how):
            # The smallest part that can be drawn still has the network's resolution.
            edge = math.ceil(size / CROP_SHARE / math.sqrt(max(how.min_area, _LEAST_AREA)))
            return self._kept(index, "reduced", edge)
        if how is not None and self.fit.mode is FitMode.TILES:
            return self._kept(index, "reduced", size)
        return self.pixels(index)

    def _draws_parts(self, how: Augmentation) -> bool:
        return self.fit.mode is FitMode.RANDOM_RESIZED_CROP and how.min_area < 1

    def _fitted_by_chance(self, index: int, how: Augmentation, random: np.random.Generator) -> Pixels:
        size, image = self.fit.size, self.source(index)
        if self._draws_parts(how):
            return resized(image, (size, size), random_box(image.shape[1], image.shape[0], how.min_area, random))
        if self.fit.mode is FitMode.TILES:
            tiles = tiles_over(image.shape[1], image.shape[0])
            # Each in turn, every picture beginning with another one.
            return resized(cut(image, tiles[(self.epoch + self._numbers[index]) % len(tiles)]), (size, size))
        return image

    def _kept(self, index: int, kind: str, edge: int) -> Pixels:
        if self.prepared is None:
            return self._made(index, kind, edge)
        key = self._key(self.samples[index], kind, edge)
        found = self.prepared.get(key)
        if found is None:
            found = self._made(index, kind, edge)
            self.prepared.put(key, found)
        return found

    def _made(self, index: int, kind: str, edge: int) -> Pixels:
        """Return the fitted square, or with *edge* the frame with a shorter side of about that."""
        sample = self.samples[index]
        content = _bytes_of(sample)
        if not edge:
            image = load_rgb(content)
            return fit(image if sample.frame is None else cut(image, sample.frame), self.fit)
        if kind == _LOOKED_AT or sample.frame is not None:
            # What a model says of a file, of which all is decoded, is what is said of it here.
            whole = load_rgb(content)
            image = whole if sample.frame is None else cut(whole, sample.frame)
        else:
            image = load_reduced(content, edge)[0]
        return with_shorter_side(image, edge)

    def _key(self, sample: Sample, kind: str, edge: int) -> str:
        frame = "whole" if sample.frame is None else sample.frame.key()
        fill = self.fit.fill
        colour = fill.colour if fill.mode is FillMode.CONSTANT else ""
        how = (self.fit.for_looking().mode.value, self.fit.size, fill.mode.value, colour) if kind == "square" else edge
        return hashlib.sha256(repr((_VERSION, _identity(sample), frame, kind, how)).encode()).hexdigest()


def normalised(pixels: Pixels) -> torch.Tensor:
    """Return (..., H, W, 3) uint8 as a float tensor (..., 3, H, W), 0..255 as -1..1."""
    return as_tensor(pixels).movedim(-1, -3).to(torch.float32) / 127.5 - 1


def _identity(sample: Sample) -> str:
    if sample.sha256:
        return sample.sha256
    try:
        found = sample.path.stat()
    except OSError as error:
        raise SampleUnreadable(sample, error.strerror or str(error)) from error
    return f"{sample.path.absolute()}:{found.st_size}:{found.st_mtime_ns}"


def _bytes_of(sample: Sample) -> bytes:
    try:
        return sample.path.read_bytes()
    except OSError as error:
        raise SampleUnreadable(sample, error.strerror or str(error)) from error
