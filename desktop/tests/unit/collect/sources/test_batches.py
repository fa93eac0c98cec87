"""CIFAR files: the pixels of a real batch to the byte, and nothing that a hostile one wants."""

from __future__ import annotations

import io
import pickle
import tracemalloc

import numpy as np
import pytest
from PIL import Image
from unit.collect.sources.pickles import ROW, array, batch, listed, meta, number, table, text, touches
from unit.vision.pictures import real

from winnow.base.errors import UserError
from winnow.collect.sources.batches import CIFAR_10, CifarFile, looks_like_cifar, png_of, read_cifar_file

PIXELS = np.random.default_rng(5).integers(0, 256, 2 * ROW, dtype=np.uint8).tobytes()
HOSTILE = sorted(touches("nowhere"))


def test_a_batch_gives_its_pictures_labels_and_names():
    held, pixels = read_cifar_file(batch(PIXELS, [3, 5], [b"cat_s_1.png", b"dog_s_2.png"]))
    assert held == CifarFile((3, 5), ("cat_s_1.png", "dog_s_2.png"), (), 10)
    assert pixels == PIXELS


def test_the_hundred_classes_are_the_fine_ones():
    held, _ = read_cifar_file(batch(PIXELS, [0, 99], fine=True))
    assert (held.labels, held.classes) == ((0, 99), 100)


def test_a_batch_of_today_is_read_as_well():
    values = np.frombuffer(PIXELS, np.uint8).reshape(2, ROW)
    again = pickle.dumps({"data": values, "labels": [3, 5], "filenames": ["a.png", "b.png"]}, protocol=4)
    assert read_cifar_file(again) == (CifarFile((3, 5), ("a.png", "b.png"), (), 10), PIXELS)
    assert looks_like_cifar(again)


def test_a_meta_file_gives_the_classes():
    assert read_cifar_file(meta([name.encode() for name in CIFAR_10]))[0].names == CIFAR_10
    assert read_cifar_file(meta([b"apple", b"aquarium fish"], fine=True))[0].names == ("apple", "aquarium fish")


def test_the_real_batches_are_read_to_the_byte():
    folder = real("cifar10_catdog", "cifar-10-batches-py")
    for name in ("data_batch_1", "data_batch_2", "test_batch"):
        data = (folder / name).read_bytes()
        assert looks_like_cifar(data[:1024])
        held, pixels = read_cifar_file(data)
        assert pixels in data  # they lie in the file as they are
        assert len(pixels) == ROW * len(held.labels)
        assert set(held.labels) == {3, 5}
        assert all(file.endswith((".png", ".jpg")) for file in held.files)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_pickle_is_refused_and_not_run(name, tmp_path):
    target = tmp_path / "executed"
    tracemalloc.start()
    try:
        with pytest.raises(UserError):
            read_cifar_file(touches(str(target))[name])
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()
    assert not target.exists()


def test_the_refusal_names_what_the_pickle_wanted():
    with pytest.raises(UserError, match=r"posix\.system.+nothing of it was run"):
        read_cifar_file(touches("x")["os.system in a batch"])


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (table((b"labels", listed([number(3)]))), "not an array"),
        (table((b"data", text(PIXELS)), (b"labels", listed([]))), "not an array"),
        (table((b"data", array(PIXELS, 2, ROW // 2)), (b"labels", listed([]))), "rows of 3,072"),
        (table((b"data", array(PIXELS, 3)), (b"labels", listed([]))), "more or fewer pixels"),
        (table((b"data", array(PIXELS, 2, kind=b"i8")), (b"labels", listed([]))), "not an array of bytes"),
        (batch(PIXELS, [3]), "one label for each"),
        (batch(PIXELS, [3, 10]), "not 0 to 9"),
        (batch(PIXELS, [3, -1]), "not 0 to 9"),
        (batch(PIXELS, [0, 100], fine=True), "not 0 to 99"),
        (batch(PIXELS, [3, 5], [b"a.png"]), "one file name for each"),
        (meta([]), "no list of classes"),
        (meta([b" "]), "no name"),
    ],
)
def test_a_wrong_batch_is_told_what_is_wrong(data, why):
    with pytest.raises(UserError, match=why):
        read_cifar_file(data)


def test_foreign_names_are_cleaned():
    held, _ = read_cifar_file(batch(PIXELS, [3, 5], ["../\u202ecat\n.png".encode(), b"\xff" * 9000]))
    assert held.files[0] == "../cat.png"
    assert len(held.files[1]) <= 512


def test_the_png_is_the_picture_and_always_the_same():
    planes = np.frombuffer(PIXELS[:ROW], np.uint8).reshape(3, 32, 32)
    made = png_of(PIXELS[:ROW])
    with Image.open(io.BytesIO(made)) as picture:
        picture.verify()
    with Image.open(io.BytesIO(made)) as picture:
        assert np.array_equal(np.asarray(picture), planes.transpose(1, 2, 0))
    assert made == png_of(memoryview(PIXELS)[:ROW])
    assert len(made) == 3172
