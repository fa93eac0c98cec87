from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from unit.vision.pictures import distance, encoded, scene

from winnow.base.outcomes import Progress
from winnow.domain.frame import Fill, FillMode, Frame
from winnow.exporting.folders import TABLE, DataSetExported, ExportSample, PictureGone, export_folders
from winnow.exporting.staging import TargetTaken
from winnow.training.torch_setup import transforms
from winnow.vision.framing import cut


def picture(folder: Path, name: str, kind: str = "PNG", seed: int = 0) -> Path:
    path = folder / f"{seed}-{name}"
    path.write_bytes(encoded(scene(96, 64, seed), kind))
    return path


def table(folder: Path) -> list[dict[str, str]]:
    with (folder / TABLE).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def sample(
    path: Path, frame: Frame | None = None, label: str = "cat", part: str = "train", **told: str
) -> ExportSample:
    return ExportSample(path, frame, label, part, **{"name": "a.jpg", **told})


def test_torchvision_reads_what_was_exported(tmp_path):
    transforms()
    from torchvision.datasets import ImageFolder

    kinds = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "AVIF")
    frame = Frame(-8, 0, 56, 64, fill=Fill(FillMode.EDGE))
    samples = [
        sample(picture(tmp_path, "x", kind, seed), frame if seed % 2 else None, label, part, name=f"photo.{kind}")
        for part in ("train", "valid")
        for seed, kind in enumerate(kinds)
        for label in ("cat", "dog/wolf")
    ]
    target = tmp_path / "out" / "set"
    *progress, done = export_folders(samples, target)
    assert progress == [Progress(at, 28, "pictures") for at in range(1, 29)]
    # Whole are JPEG, GIF, BMP, AVIF (at 0, 2, 4, 6); GIF and AVIF become PNG.
    assert (done.folder, done.files) == (target, 28)
    assert done.copied == 2 * 2 * 2
    for part in ("train", "valid"):
        found = ImageFolder(str(target / part))
        assert found.classes == ["cat", "dog_wolf"]
        assert len(found) == 14
        assert all(image.size in ((96, 64), (64, 64)) for image, _ in found)
    assert {row["label"] for row in table(target)} == {"cat", "dog/wolf"}
    assert all((target / row["file"]).is_file() for row in table(target))


def test_whole_pictures_are_copied_byte_for_byte(tmp_path):
    path = picture(tmp_path, "x", "JPEG")
    target = tmp_path / "set"
    samples = [sample(path), sample(path, Frame.whole(96, 64)), sample(path, Frame(0, 0, 95, 64))]
    *_, done = export_folders(samples, target)
    names = ("a.jpg", "a-2.jpg", "a-3.jpg")
    copies = [(target / "train" / "cat" / name).read_bytes() for name in names]
    assert [copy == path.read_bytes() for copy in copies] == [True, True, False]
    assert done == DataSetExported(target, 3, 2)


def test_frames_are_cut_as_everywhere(tmp_path):
    path = picture(tmp_path, "x")
    frame = Frame(10, -6, 70, 54, angle=12, flip_x=True, fill=Fill(FillMode.REFLECT))
    jpeg = tmp_path / "photo"
    jpeg.write_bytes(encoded(scene(96, 64), "JPEG", quality=98, subsampling=0))
    list(export_folders([sample(path, frame), sample(jpeg, frame, name="b.webp")], tmp_path / "set"))
    wanted = cut(scene(96, 64), frame)
    folder = tmp_path / "set" / "train" / "cat"
    assert np.array_equal(np.asarray(Image.open(folder / "a.png")), wanted)
    assert distance(np.asarray(Image.open(folder / "b.jpg")), wanted) < 2


def test_no_cell_of_the_table_is_computed_by_a_spreadsheet(tmp_path):
    path = picture(tmp_path, "x")
    evil = ("=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "\tx", "\rx")
    samples = [sample(path, name=one, address=one, licence=one, author=one, label=one) for one in evil]
    list(export_folders(samples, tmp_path / "set"))
    rows = table(tmp_path / "set")
    for row, one in zip(rows, evil, strict=True):
        assert [row[column] for column in ("name", "address", "licence", "author", "label")] == ["'" + one] * 5
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row.values())


def test_nothing_is_overwritten(tmp_path):
    path = picture(tmp_path, "x")
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "mine.txt").write_text("keep")
    with pytest.raises(TargetTaken, match="nothing is overwritten"):
        list(export_folders([sample(path)], tmp_path / "set"))
    assert [one.name for one in (tmp_path / "set").iterdir()] == ["mine.txt"]
    (tmp_path / "set" / "mine.txt").unlink()
    list(export_folders([sample(path)], tmp_path / "set"))
    assert (tmp_path / "set" / TABLE).exists()


def test_stopping_or_failing_leaves_nothing(tmp_path):
    path = picture(tmp_path, "x")
    out = tmp_path / "out"
    steps = export_folders([sample(path)] * 5, out / "set")
    next(steps)
    steps.close()
    with pytest.raises(PictureGone, match=r"gone\.jpg cannot be read"):
        list(export_folders([sample(path), sample(tmp_path / "gone.jpg")], out / "set"))
    assert list(out.iterdir()) == []
