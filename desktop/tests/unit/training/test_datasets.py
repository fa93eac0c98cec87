from __future__ import annotations

import doctest
import os
import pickle
import subprocess
import sys

import numpy as np
import pytest
import torch
from PIL import Image
from torch.utils.data import DataLoader
from unit.training.sets import FIT, samples

from winnow.domain.augmentation import Augmentation
from winnow.domain.fit import Fit, FitMode
from winnow.domain.frame import Fill, FillMode, Frame
from winnow.training import FrameDataset, Sample, datasets
from winnow.training.augmentation import mixed, varied
from winnow.training.batches import voted
from winnow.training.datasets import SampleUnreadable
from winnow.training.prepared import PreparedPixels
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
    assert off.is_off
    assert torch.equal(FrameDataset(some, FIT, off)[1][0], FrameDataset(some, FIT)[1][0])


def test_it_works_in_any_loader_and_pickles(tmp_path):
    dataset = pickle.loads(pickle.dumps(FrameDataset(samples(tmp_path, 5), FIT, Augmentation())))
    shapes = [(tuple(pixels.shape), labels.tolist()) for pixels, labels in DataLoader(dataset, batch_size=4)]
    assert shapes == [((4, 3, 32, 32), [0, 1, 0, 1]), ((1, 3, 32, 32), [0])]


def test_workers_by_spawn_give_the_same_batches(tmp_path):
    dataset = FrameDataset(samples(tmp_path, 4), FIT, Augmentation(), prepared=PreparedPixels(tmp_path / "kept"))
    alone = [pixels for pixels, _labels in DataLoader(dataset, batch_size=2)]
    loader = DataLoader(dataset, batch_size=2, num_workers=1, multiprocessing_context="spawn")
    assert all(torch.equal(one, other) for one, (other, _labels) in zip(alone, loader, strict=True))


def test_the_example_in_the_documentation_runs():
    (example,) = [one for one in doctest.DocTestFinder().find(FrameDataset, globs={}) if one.examples]
    example.docstring = ""
    told = []
    assert doctest.DocTestRunner().run(example, out=told.append).failed == 0, "".join(told)


@pytest.mark.parametrize("mode", FitMode)
@pytest.mark.parametrize("fill", [FillMode.CONSTANT, FillMode.EDGE, FillMode.REFLECT, FillMode.BLUR])
def test_prepared_pixels_give_the_very_same_numbers(tmp_path, mode, fill, monkeypatch):
    some = samples(tmp_path, 2)
    some = (some[0], Sample(some[1].path, Frame(-8, 4, 56, 44, fill=Fill(FillMode.EDGE)), 1, 2))
    how = Fit(mode, 32, Fill(fill, (9, 9, 9)))
    plain = FrameDataset(some, how, Augmentation())
    kept = FrameDataset(some, how, Augmentation(), prepared=PreparedPixels(tmp_path / "kept"))
    for epoch in range(2):
        plain.set_epoch(epoch)
        kept.set_epoch(epoch)
        assert all(torch.equal(plain[at][0], kept[at][0]) for at in range(2))
        if not epoch:
            wanted = plain.seen(0)
            monkeypatch.setattr(datasets, "load_rgb", None)  # nothing is decoded from here on
            monkeypatch.setattr(datasets, "load_reduced", None)
            assert np.array_equal(kept.seen(0), wanted)
            monkeypatch.undo()


def test_prepared_pixels_follow_the_file(tmp_path):
    (one,) = samples(tmp_path, 1)
    kept = PreparedPixels(tmp_path / "kept")
    before = FrameDataset([one], FIT, prepared=kept).pixels(0)
    samples(tmp_path / "other", 1, seed=5)[0].path.replace(one.path)
    assert not np.array_equal(FrameDataset([one], FIT, prepared=kept).pixels(0), before)


def test_random_resized_crop_is_for_training_alone(tmp_path):
    some = samples(tmp_path, 1)
    random, centre = Fit(FitMode.RANDOM_RESIZED_CROP, 32), Fit(FitMode.CROP, 32)
    assert np.array_equal(FrameDataset(some, random).pixels(0), FrameDataset(some, centre).pixels(0))
    still = Augmentation(flip=False, light=0, rotate_degrees=0)
    assert np.array_equal(FrameDataset(some, centre, still).seen(0), FrameDataset(some, centre).pixels(0))
    assert not np.array_equal(FrameDataset(some, random, still).seen(0), FrameDataset(some, random).pixels(0))


def test_tiles_go_over_the_whole_frame_in_turn(tmp_path):
    wide = np.zeros((32, 96, 3), np.uint8)
    wide[:, :, 0] = np.arange(96) * 2
    Image.fromarray(wide).save(tmp_path / "wide.png")
    sample = Sample(tmp_path / "wide.png", None, 0, 1)
    dataset = FrameDataset([sample], Fit(FitMode.TILES, 32), Augmentation(flip=False, light=0, rotate_degrees=0))
    seen = []
    for epoch in range(4):
        dataset.set_epoch(epoch)
        seen.append(dataset.seen(0))
    assert {int(value) for one in seen for value in np.unique(one[:, :, 0])} == {2 * at for at in range(96)}


@pytest.mark.parametrize(
    "how",
    [{"flip": True, "flip_share": 1.0}, {"light": 0.4}, {"rotate_degrees": 20.0}, {"blur": 3.0}, {"erase": 1.0}],
)
def test_each_augmentation_changes_the_picture_and_repeats(how):
    off = {"flip": False, "light": 0.0, "rotate_degrees": 0.0}
    pixels = np.random.default_rng(0).integers(0, 256, (48, 48, 3), dtype=np.uint8)
    wanted = Augmentation(**{**off, **how})
    changed = [varied(pixels, wanted, np.random.default_rng(seed)) for seed in range(8)]
    assert any(not np.array_equal(one, pixels) for one in changed)
    assert all(one.shape == pixels.shape and one.dtype == np.uint8 for one in changed)
    assert np.array_equal(varied(pixels, wanted, np.random.default_rng(3)), changed[3])


@pytest.mark.parametrize(("mixup", "cutmix"), [(0.4, 0.0), (0.0, 1.0), (0.4, 1.0)])
def test_a_batch_is_mixed_with_its_targets_and_repeats(mixup, cutmix):
    pixels, labels = torch.rand(4, 3, 16, 16), torch.tensor([0, 1, 2, 0])
    torch.manual_seed(1)
    before = torch.get_rng_state()
    mixed_pixels, targets = mixed(pixels, labels, 3, mixup, cutmix, seed=5)
    assert torch.equal(torch.get_rng_state(), before)
    assert not torch.equal(mixed_pixels, pixels)
    assert torch.allclose(targets.sum(1), torch.ones(4))
    assert torch.equal(mixed(pixels, labels, 3, mixup, cutmix, seed=5)[0], mixed_pixels)
    assert torch.equal(mixed(pixels, labels, 3, 0, 0, seed=5)[0], pixels)


def test_what_is_kept_on_disk_is_bounded_and_the_unused_leaves(tmp_path):
    pixels = np.zeros((10, 10, 3), np.uint8)
    first = PreparedPixels(tmp_path / "kept", 1600)
    assert [first.put(f"{at:02d}", pixels) for at in range(6)] == [True] * 5 + [False]
    for path in (tmp_path / "kept").rglob("*.pixels"):
        os.utime(path, (0, 0))
    second = PreparedPixels(tmp_path / "kept", 1600)
    assert second.get("04") is not None  # used from now on
    assert second.put("99", pixels)
    assert second.get("04") is not None
    assert second.get("00") is None
    assert second.used_bytes() <= 1600


def test_a_damaged_entry_counts_as_none(tmp_path):
    kept = PreparedPixels(tmp_path)
    kept.put("ab1", np.ones((4, 5, 3), np.uint8))
    (path,) = tmp_path.rglob("*.pixels")
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    assert kept.get("ab1") is None
    path.write_bytes(content[:7])
    assert kept.get("ab1") is None


def test_a_picture_that_is_gone_is_named(tmp_path):
    with pytest.raises(SampleUnreadable, match=r"gone\.png cannot be read"):
        FrameDataset([Sample(tmp_path / "gone.png", None, 0, 1)], FIT)[0]


def test_importing_the_package_loads_no_torch():
    code = "import sys, winnow.training, winnow.training.evaluation; print('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_valid_and_test_look_at_all_tiles_of_a_frame(tmp_path):
    wide = np.zeros((32, 96, 3), np.uint8)
    wide[:, :, 0] = np.arange(96) * 2
    Image.fromarray(wide).save(tmp_path / "wide.png")
    sample = Sample(tmp_path / "wide.png", None, 0, 1)
    plain = FrameDataset([sample], Fit(FitMode.TILES, 32))
    found = plain.views(0)
    assert {int(value) for one in found for value in np.unique(one[:, :, 0])} == {2 * at for at in range(96)}
    kept = FrameDataset([sample], Fit(FitMode.TILES, 32), prepared=PreparedPixels(tmp_path / "kept"))
    for _again in range(2):
        assert all(np.array_equal(one, other) for one, other in zip(kept.views(0), found, strict=True))
    whole = FrameDataset([sample], FIT)
    assert [one.tolist() for one in whole.views(0)] == [whole.pixels(0).tolist()]


def test_what_is_said_of_a_frame_is_the_mean_of_its_squares():
    logits = torch.randn(6, 3, generator=torch.Generator().manual_seed(1))
    counts = torch.tensor([1, 3, 2])
    said = torch.exp(voted(logits, counts)).numpy()
    each = torch.softmax(logits, 1).numpy()
    expected = np.stack([each[:1].mean(0), each[1:4].mean(0), each[4:].mean(0)])
    np.testing.assert_allclose(said, expected, atol=1e-6)
    assert torch.equal(voted(logits, torch.ones(6, dtype=torch.int64)), torch.log_softmax(logits, 1))


def test_what_a_process_left_that_died_while_it_prepared_is_removed_and_what_is_being_written_is_not(tmp_path):
    kept = PreparedPixels(tmp_path / "kept")
    assert kept.put("ab12", np.zeros((4, 4, 3), np.uint8))
    old, new = (tmp_path / "kept" / "ab" / f".ab12.pixels.{pid}.part" for pid in (1, 2))
    old.write_bytes(b"half")
    new.write_bytes(b"half")
    os.utime(old, (0, 0))
    assert PreparedPixels(tmp_path / "kept").put("cd34", np.zeros((4, 4, 3), np.uint8))
    assert (old.exists(), new.exists()) == (False, True)
    assert kept.get("ab12") is not None
