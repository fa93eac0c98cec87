from __future__ import annotations

import pickle
import subprocess
import sys

import numpy as np
import pytest
import torch
from torch.utils.data import DataLoader
from unit.training.sets import FIT, samples

from winnow.domain.fit import Fit, FitMode
from winnow.domain.frame import Frame
from winnow.domain.recipe import Augmentation
from winnow.training import FrameDataset, Sample
from winnow.training.datasets import SampleUnreadable
from winnow.vision.decode import load_rgb
from winnow.vision.framing import cut, fit


def test_a_sample_is_its_frame_fitted_and_normalised(tmp_path):
    (whole,) = samples(tmp_path, 1)
    framed = Sample(whole.path, Frame(-10, 4, 50, 44), 1, 9)
    dataset = FrameDataset([whole, framed], FIT)
    image = load_rgb(whole.path.read_bytes())
    assert np.array_equal(dataset.pixels(0), fit(image, FIT))
    assert np.array_equal(dataset.pixels(1), fit(cut(image, framed.frame), FIT))
    pixels, label = dataset[1]
    assert (pixels.shape, pixels.dtype, label) == ((3, 32, 32), torch.float32, 1)
    assert np.allclose(pixels.permute(1, 2, 0).numpy() * 127.5 + 127.5, dataset.pixels(1), atol=1e-3)


@pytest.mark.parametrize("mode", FitMode)
def test_variations_depend_on_seed_epoch_and_index_alone(tmp_path, mode):
    some = samples(tmp_path, 3)
    one, other = (FrameDataset(some, Fit(mode, 32), Augmentation(), seed=3) for _ in range(2))
    first = [one[at][0] for at in (0, 1, 2)]
    torch.manual_seed(99)
    again = [other[at][0] for at in (2, 1, 0)][::-1]
    assert all(torch.equal(a, b) for a, b in zip(first, again, strict=True))
    assert all(tensor.shape == (3, 32, 32) and float(tensor.abs().max()) <= 1 for tensor in first)
    other.set_epoch(1)
    assert not torch.equal(other[0][0], first[0])
    assert not torch.equal(FrameDataset(some, Fit(mode, 32), Augmentation(), seed=4)[0][0], first[0])


def test_with_every_strength_off_nothing_is_varied(tmp_path):
    some = samples(tmp_path, 2)
    off = Augmentation(min_area=1.0, flip=False, light=0.0, rotate_degrees=0.0)
    assert torch.equal(FrameDataset(some, FIT, off)[1][0], FrameDataset(some, FIT)[1][0])


def test_it_works_in_any_loader_and_pickles(tmp_path):
    dataset = pickle.loads(pickle.dumps(FrameDataset(samples(tmp_path, 5), FIT, Augmentation())))
    shapes = [(tuple(pixels.shape), labels.tolist()) for pixels, labels in DataLoader(dataset, batch_size=4)]
    assert shapes == [((4, 3, 32, 32), [0, 1, 0, 1]), ((1, 3, 32, 32), [0])]


def test_a_picture_that_is_gone_is_named(tmp_path):
    with pytest.raises(SampleUnreadable, match=r"gone\.png cannot be read"):
        FrameDataset([Sample(tmp_path / "gone.png", None, 0, 1)], FIT)[0]


def test_importing_the_package_loads_no_torch():
    code = "import sys, winnow.training, winnow.training.evaluation; print('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
