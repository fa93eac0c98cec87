"""``winnow import``: each kind of path is told by what it is, and answered with one account."""

from __future__ import annotations

import zipfile

import pytest
from app.folders import fill
from unit.collect.sources.pickles import batch, meta
from unit.vision.pictures import scene

from winnow.collect.sources.batches import CIFAR_10


@pytest.fixture
def project(tmp_path, winnow):
    winnow("new", tmp_path / "pets.winnow")
    return tmp_path / "pets.winnow"


def test_all_kinds_of_paths_in_one_command(tmp_path, project, winnow):
    files = fill(tmp_path / "pile" / "cat", 6)
    with zipfile.ZipFile(tmp_path / "pile.zip", "w") as made:
        for file in files[:2]:
            made.write(file, f"dog/{file.name}")
        made.writestr("bomb.bmp", b"\0" * 1_000_000, zipfile.ZIP_DEFLATED)
    for file in files[:3]:
        file.rename(tmp_path / file.name)
    (tmp_path / "addresses.txt").write_text("http://127.0.0.1:9/cat.jpg\n")
    paths = (tmp_path / name for name in ("pile", "pile.zip", "picture-002.jpg", "addresses.txt"))
    answer = winnow("import", project, *paths, "--label-from-folders")
    assert answer["labelled"] == 5
    assert (answer["found"], answer["kept"]) == (8, 6)
    assert answer["rejected"] == {"over_limit": 1, "refused_address": 1}
    assert len(answer["sources"]) == 4
    assert (
        sorted(filter(None, (item["label"] for item in winnow("items", project)["items"]))) == ["cat"] * 3 + ["dog"] * 2
    )


def test_cifar_is_labelled_at_once(tmp_path, project, winnow):
    folder = tmp_path / "cifar-10-batches-py"
    folder.mkdir()
    pixels = b"".join(scene(32, 32, seed).transpose(2, 0, 1).tobytes() for seed in range(3))
    (folder / "data_batch_1").write_bytes(batch(pixels, [3, 5, 9]))
    (folder / "batches.meta").write_bytes(meta([name.encode() for name in CIFAR_10]))
    answer = winnow("import", project, folder, "--classes", "cat, dog")
    assert (answer["found"], answer["kept"], answer["rejected"]) == (2, 2, {})
    assert winnow("info", project)["labels"] == {"cat": 1, "dog": 1}
    assert winnow("import", project, folder, "--label-from-folders")["labelled"] == 3


def test_a_wrong_class_is_said(tmp_path, project, code):
    (tmp_path / "data_batch_1").write_bytes(batch(bytes(3072), [3]))
    number, _, words = code("import", project, tmp_path / "data_batch_1", "--classes", "wolf")
    assert number == 1
    assert "no class 'wolf'" in words
