from __future__ import annotations

import hashlib
from collections import Counter

import numpy as np
import pytest
from PIL import Image

from winnow.base.errors import ContractError
from winnow.base.outcomes import Progress
from winnow.collect.sample import make_sample, planted
from winnow.collect.sample.drawing import KINDS, draw

N = 40


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    steps = list(make_sample(folder, n=N, seed=3))
    return folder, steps


def _files(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_writes_as_many_files_as_asked_and_says_how_far_it_is(sample):
    folder, steps = sample
    assert len(_files(folder)) == N
    assert steps == [Progress(done, N, "pictures") for done in range(1, N + 1)]
    assert sorted(path.name for path in folder.iterdir()) == ["cat", "dog"]


def test_what_is_planted_is_what_is_found(sample):
    files = _files(sample[0])
    expected = planted(N)
    assert sum(expected.values()) == N
    hashes = Counter(hashlib.sha256(path.read_bytes()).hexdigest() for path in files)
    assert sum(count - 1 for count in hashes.values()) == expected["exact_duplicates"]
    broken, pages, found = 0, 0, Counter()
    for path in files:
        data = path.read_bytes()
        if data.startswith(b"<!DOCTYPE html"):
            pages += 1
            continue
        try:
            with Image.open(path) as picture:
                picture.load()
                frames = getattr(picture, "n_frames", 1)
        except (OSError, SyntaxError, ValueError):
            broken += 1
            continue
        found["tiny"] += min(picture.size) < 64
        found["animated"] += frames > 1
        found["cmyk"] += picture.mode == "CMYK"
        found["sixteen_bit"] += picture.mode.startswith("I;16")
    assert pages == expected["not_an_image"]
    assert broken == expected["truncated"]
    assert found == {name: expected[name] for name in ("tiny", "animated", "cmyk", "sixteen_bit")}


def test_a_few_are_stored_lying_and_one_is_as_large_as_from_a_camera(tmp_path):
    list(make_sample(tmp_path, n=64, seed=7))
    sizes, turned = [], 0
    for path in tmp_path.rglob("*-00*"):
        try:
            with Image.open(path) as picture:
                sizes.append(max(picture.size))
                turned += picture.getexif().get(0x0112, 1) != 1
        except OSError:
            continue
    assert turned
    assert max(sizes) == 3000
    assert np.median(sizes) < 900


def test_the_same_seed_writes_the_same_bytes(sample, tmp_path):
    list(make_sample(tmp_path, n=N, seed=3))
    for one, other in zip(_files(sample[0]), _files(tmp_path), strict=True):
        assert one.name == other.name
        assert one.read_bytes() == other.read_bytes()


def test_another_seed_draws_something_else():
    one, other = (np.asarray(draw("cat", np.random.default_rng(seed), (120, 100))) for seed in (1, 2))
    assert one.shape == other.shape == (100, 120, 3)
    assert np.abs(one.astype(int) - other).mean() > 10


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [(64, 64), (120, 213), (300, 120)])
def test_draws_at_any_size(kind, size):
    picture = draw(kind, np.random.default_rng(5), size)
    assert picture.size == size
    assert picture.mode == "RGB"


def test_small_samples_have_nothing_planted(tmp_path):
    list(make_sample(tmp_path, n=6))
    assert planted(6)["drawings"] == 6
    assert len(_files(tmp_path)) == 6


def test_only_cats_and_dogs():
    with pytest.raises(ContractError, match="horse"):
        draw("horse", np.random.default_rng(0))
