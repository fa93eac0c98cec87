"""Copies are found however they were made, and what only looks alike is not."""

from __future__ import annotations

import io
import itertools

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageEnhance, ImageOps
from unit.vision.pictures import encoded

from winnow.vision import decode
from winnow.vision.copies import ALIKE, Steps, find_copies
from winnow.vision.likeness import likeness, look_at
from winnow.vision.neighbours import nearest


def photo(seed: int, size: tuple[int, int] = (480, 360)) -> Image.Image:
    """Return a picture with details of every size and few colours, as photographs have them."""
    random = np.random.default_rng(seed)
    made = np.zeros((size[1], size[0], 3))
    for cells in (4, 9, 20, 45, 100):
        fields = random.integers(0, 255, (cells, cells, 1 if cells > 4 else 3), np.uint8)
        layer = Image.fromarray(fields.repeat(3 // fields.shape[2], axis=2)).resize(size, Image.Resampling.BICUBIC)
        made += np.asarray(layer, float) / cells**0.6
    made -= made.min()
    return Image.fromarray((made / made.max() * 255).astype(np.uint8))


def marked(picture: Image.Image) -> Image.Image:
    mask = Image.new("L", picture.size)
    for line in range(3):
        ImageDraw.Draw(mask).text((40, 60 + 110 * line), "stock photo", fill=150, font_size=40)
    return Image.composite(Image.new("RGB", picture.size, "white"), picture, mask)


def recoloured(picture: Image.Image) -> Image.Image:
    hue = np.array(picture.convert("HSV"))
    hue[..., 0] = hue[..., 0] + np.uint8(90)
    bands = [Image.fromarray(np.ascontiguousarray(hue[..., band])) for band in range(3)]
    return Image.merge("HSV", bands).convert("RGB")


COPIES = {
    "scaled": lambda picture: picture.resize((160, 120), Image.Resampling.LANCZOS),
    "recompressed": lambda picture: Image.open(io.BytesIO(encoded(picture, quality=25))),
    "cropped": lambda picture: picture.crop((90, 0, 474, 300)),
    "cropped at one side": lambda picture: picture.crop((96, 0, 480, 360)),
    "marked": marked,
    "mirrored": ImageOps.mirror,
    "recoloured": recoloured,
    "grey": lambda picture: ImageOps.grayscale(picture).convert("RGB"),
    "brighter": lambda picture: ImageEnhance.Brightness(picture).enhance(1.25),
    "mirrored and cropped": lambda picture: ImageOps.mirror(picture).crop((40, 30, 440, 330)),
}


def look(picture: Image.Image):
    return look_at(decode.examine(encoded(picture), "x.jpg").thumbnail)


@pytest.mark.parametrize("how", COPIES)
def test_a_copy_fits_onto_its_original(how):
    for seed in range(3):
        original = photo(seed)
        assert likeness(look(original), look(COPIES[how](original))) >= ALIKE


def test_other_pictures_do_not_fit():
    looks = [look(photo(seed)) for seed in range(8)]

    assert max(likeness(one, other) for one, other in itertools.combinations(looks, 2)) < ALIKE - 0.1


def test_flat_pictures_are_no_copies_of_anything():
    flat = look(Image.new("RGB", (300, 300), (240, 240, 240)))

    assert likeness(flat, look(photo(0))) < ALIKE
    assert likeness(flat, flat) < ALIKE


def searched(pictures: list[Image.Image], vectors: np.ndarray) -> list[int]:
    """Return the group numbers of *pictures*."""
    examined = [decode.examine(encoded(picture), "x.jpg") for picture in pictures]
    hashes = np.stack([np.frombuffer(one.facts.dhash, np.uint8) for one in examined])
    return ended(find_copies(hashes, vectors.astype(np.float32), lambda row: look_at(examined[row].thumbnail)))


def ended(steps: Steps) -> list[int]:
    """Walk a search to its end, and return the group numbers that it gives."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value.tolist()


def along(angles: list[float]) -> np.ndarray:
    return np.stack([np.cos(angles), np.sin(angles)], 1)


def test_copies_share_a_group_and_others_have_their_own():
    original = photo(1)
    pictures = [original, photo(2), original.resize((200, 150)), ImageOps.mirror(original), original]

    assert searched(pictures, along([0, 1.5, 0.3, 0.2, 0])) == [0, 1, 0, 0, 0]


def test_hashes_alone_do_not_make_copies():
    """Two pictures on white with next to nothing in them share their hash; the embedding tells them apart."""
    left, right = (Image.new("RGB", (400, 400), "white") for _ in range(2))
    ImageDraw.Draw(left).ellipse((190, 190, 210, 210), fill="red")
    ImageDraw.Draw(right).rectangle((190, 190, 210, 210), fill="blue")

    assert searched([left, right], along([0, 1.4])) == [0, 1]


def test_a_chain_of_look_alikes_is_no_group():
    """A window that slides over a wide picture: each is like the next, the first is nothing like the last."""
    wide = photo(5, (1400, 360))
    windows = [wide.crop((left, 0, left + 480, 360)) for left in range(0, 900, 60)]

    groups = searched(windows, along([0.01 * at for at in range(len(windows))]))

    assert len(set(groups)) > 1, "the first and the last show different things"
    looks = [look(window) for window in windows]
    for number in set(groups):
        members = [at for at, group in enumerate(groups) if group == number]
        assert any(all(hub == at or likeness(looks[hub], looks[at]) >= ALIKE for at in members) for hub in members)


def test_a_picture_without_a_thumbnail_is_no_copy():
    hashes = np.zeros((2, 32), np.uint8)

    assert ended(find_copies(hashes, along([0, 0]).astype(np.float32), lambda _row: None)) == [0, 1]


def test_neighbours_are_those_of_comparing_all_with_all():
    random = np.random.default_rng(0)
    vectors = random.normal(size=(700, 16)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    cosines = vectors @ vectors.T
    np.fill_diagonal(cosines, -np.inf)

    found = list(nearest(vectors, 4))

    np.testing.assert_array_equal(np.concatenate([one.rows for one in found]), np.argsort(-cosines, axis=1)[:, :4])
    assert not list(nearest(vectors[:1], 4)), "one picture has no neighbour"
    assert next(iter(nearest(vectors[:3], 4))).rows.shape == (3, 2)


def test_of_many_pictures_the_copies_are_still_among_the_neighbours():
    random = np.random.default_rng(0)
    originals = unit(random.normal(size=(12, 64))[random.integers(0, 12, 1500)] + random.normal(size=(1500, 64)))
    copies = unit(originals + 0.07 * random.normal(size=originals.shape))
    vectors = np.concatenate([originals, copies]).astype(np.float32)

    found = list(nearest(vectors, 8, exact_up_to=1000))

    rows = np.concatenate([one.of for one in found])
    assert sorted(rows.tolist()) == list(range(3000)), "each picture is asked for once"
    theirs = np.concatenate([one.rows for one in found])
    assert not (theirs == rows[:, None]).any(), "none is its own neighbour"
    assert (theirs == (rows[:, None] + 1500) % 3000).any(1).mean() > 0.99


def unit(vectors):
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
