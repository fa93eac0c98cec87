from __future__ import annotations

import hashlib
import io
from collections import Counter

import numpy as np
import pytest
from PIL import Image

from winnow.base.errors import ContractError
from winnow.base.outcomes import Progress
from winnow.collect.sample import make_sample, planted
from winnow.collect.sample.catalogue import Serving, Showing, Sort, catalogue
from winnow.collect.sample.drawing import KINDS, draw
from winnow.collect.sample.studio import Studio

N = 30
FETCHED = planted(N).fetched


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    steps = list(make_sample(folder, n=N, seed=3))
    return folder, steps


def _files(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_writes_what_a_crawl_would_fetch_and_says_how_far_it_is(sample):
    folder, steps = sample
    assert len(_files(folder)) == FETCHED < N
    assert steps == [Progress(done, FETCHED, "pictures") for done in range(1, FETCHED + 1)]
    assert sorted(path.name for path in folder.iterdir()) == ["cat", "dog"]


def test_what_is_planted_is_what_is_found(sample):
    files = _files(sample[0])
    expected = planted(N).counts
    hashes = Counter(hashlib.sha256(path.read_bytes()).hexdigest() for path in files)
    copies = expected[Sort.EXACT_COPY] + expected[Sort.SECOND_ADDRESS]
    assert sum(count - 1 for count in hashes.values()) == copies
    found = Counter(sort for path in files for sort in _sorts_of(path))
    for sort in (
        Sort.WEB_PAGE, Sort.CUT_OFF, Sort.ICON, Sort.ANIMATED, Sort.CMYK, Sort.SIXTEEN_BIT, Sort.BANNER, Sort.LOGO,
    ):  # fmt: skip
        assert found[sort] == expected[sort], sort


def _sorts_of(path):
    if path.read_bytes().startswith(b"<!DOCTYPE html"):
        return [Sort.WEB_PAGE]
    try:
        with Image.open(path) as picture:
            picture.load()
            signs = {
                Sort.ICON: min(picture.size) < 32,
                Sort.BANNER: max(picture.size) > 8 * min(picture.size),
                Sort.ANIMATED: getattr(picture, "n_frames", 1) > 1,
                Sort.CMYK: picture.mode == "CMYK",
                Sort.SIXTEEN_BIT: picture.mode.startswith("I;16"),
                Sort.LOGO: picture.mode == "RGBA",
            }
    except (OSError, SyntaxError, ValueError):
        return [Sort.CUT_OFF]
    return [sort for sort, holds in signs.items() if holds]


@pytest.mark.parametrize("n", [0, 1, 6, 29, 30, 31, 60, 240, 1000])
def test_the_account_adds_up(n):
    entries, plan = catalogue(n, seed=5), planted(n)
    assert plan.found == len(entries) == n
    assert plan.found == plan.kept + sum(plan.fell_out.values())
    assert Counter(entry.sort for entry in entries) == +Counter(plan.counts)
    assert plan.kept == sum(entry.sort.reason is None for entry in entries)
    assert [entry.number for entry in entries] == list(range(n))
    assert len({(entry.kind, entry.name) for entry in entries}) == n


def test_a_copy_is_made_of_a_drawing_that_has_no_other_copy():
    entries = catalogue(240, seed=7)
    originals = [entry.of for entry in entries if entry.of is not None]
    assert len(set(originals)) == len(originals) == 4 + 1 + 6 + 2
    assert all(entries[number].sort is Sort.DRAWING for number in originals)


def test_some_alts_are_wrong_and_some_pictures_are_shown_or_served_oddly():
    entries = [entry for entry in catalogue(240, seed=7) if entry.sort is Sort.DRAWING]
    wrong = [entry for entry in entries if entry.kind not in entry.alt]
    assert len(wrong) == len(entries) // 20
    assert all(any(kind in entry.alt for kind in KINDS) for entry in wrong)
    assert {entry.showing for entry in entries} == set(Showing)
    servings = Counter(entry.serving for entry in entries)
    assert [servings[one] for one in (Serving.SLOWLY, Serving.REDIRECTED, Serving.THROTTLED)] == [1, 1, 1]


def test_a_few_are_stored_lying_and_some_are_as_large_as_from_a_camera(tmp_path):
    studio = Studio(tmp_path, 240, seed=7)
    lying = next(entry for entry in studio.entries if entry.is_turned)
    with Image.open(io.BytesIO(studio.content(lying))) as picture:
        assert picture.getexif()[0x0112] == 6
        assert picture.size == lying.size[::-1]
    large = [entry for entry in studio.entries if max(entry.size) == 3000]
    assert len(large) == 3
    with Image.open(io.BytesIO(studio.content(large[0]))) as picture:
        assert max(picture.size) == 3000
    assert np.median([max(entry.size) for entry in studio.entries]) < 900


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


def test_no_two_are_the_same_by_chance(tmp_path):
    studio = Studio(tmp_path, 2400, seed=11)
    printed = [one for one in studio.entries if one.sort in (Sort.TEXT, Sort.LOGO)]
    assert len({studio.content(one) for one in printed}) == len(printed) == 40


def test_small_samples_have_nothing_planted(tmp_path):
    list(make_sample(tmp_path, n=6))
    assert planted(6).kept == 6
    assert len(_files(tmp_path)) == 6


def test_stopping_leaves_the_rest_undrawn(tmp_path):
    steps = make_sample(tmp_path, n=240)
    next(steps)
    steps.close()
    assert 0 < len(_files(tmp_path)) < 60


def test_only_cats_and_dogs():
    with pytest.raises(ContractError, match="horse"):
        draw("horse", np.random.default_rng(0))


@pytest.mark.parametrize(("n", "seed"), [(-1, 7), (10, -1)])
def test_no_negative_numbers(tmp_path, n, seed):
    with pytest.raises(ContractError, match="-1"):
        next(make_sample(tmp_path, n, seed))
