from __future__ import annotations

import csv
import importlib.util
import io
import json
import tarfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from unit.vision.pictures import distance, encoded, scene

from winnow.base.outcomes import Progress
from winnow.domain.data_set import DataSetOptions, FileFormat, Layout
from winnow.domain.frame import Fill, FillMode, Frame
from winnow.exporting.card import CardFacts
from winnow.exporting.data_set import ATTRIBUTION, CARD, DataSetExported, NothingLeft, export_data_set
from winnow.exporting.samples import ExportSample, PictureGone, entry_of, grouped
from winnow.exporting.shards import ParquetMissing, WebDatasetSink
from winnow.exporting.sinks import TABLE
from winnow.exporting.staging import TargetTaken
from winnow.vision.framing import cut
from winnow.vision.networks import torchvision_part
from winnow.vision.refusal import PictureRefused


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
    torchvision_part("torchvision.datasets")
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
    *progress, done = export_data_set(samples, target)
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
    *_, done = export_data_set(samples, target)
    names = ("a.jpg", "a-2.jpg", "a-3.jpg")
    copies = [(target / "train" / "cat" / name).read_bytes() for name in names]
    assert [copy == path.read_bytes() for copy in copies] == [True, True, False]
    assert done == DataSetExported(target, 3, 2)


def test_frames_are_cut_as_everywhere(tmp_path):
    path = picture(tmp_path, "x")
    frame = Frame(10, -6, 70, 54, angle=12, flip_x=True, fill=Fill(FillMode.REFLECT))
    jpeg = tmp_path / "photo"
    jpeg.write_bytes(encoded(scene(96, 64), "JPEG", quality=98, subsampling=0))
    list(export_data_set([sample(path, frame), sample(jpeg, frame, name="b.webp")], tmp_path / "set"))
    wanted = cut(scene(96, 64), frame)
    folder = tmp_path / "set" / "train" / "cat"
    assert np.array_equal(np.asarray(Image.open(folder / "a.png")), wanted)
    assert distance(np.asarray(Image.open(folder / "b.jpg")), wanted) < 2


def test_no_cell_of_the_table_is_computed_by_a_spreadsheet(tmp_path):
    path = picture(tmp_path, "x")
    evil = ("=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "\tx", "\rx")
    samples = [sample(path, name=one, address=one, licence=one, author=one, label=one) for one in evil]
    list(export_data_set(samples, tmp_path / "set"))
    rows = table(tmp_path / "set")
    for row, one in zip(rows, evil, strict=True):
        assert [row[column] for column in ("name", "address", "licence", "author", "label")] == ["'" + one] * 5
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row.values())


def test_nothing_is_overwritten(tmp_path):
    path = picture(tmp_path, "x")
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "mine.txt").write_text("keep")
    with pytest.raises(TargetTaken, match="nothing is overwritten"):
        list(export_data_set([sample(path)], tmp_path / "set"))
    assert [one.name for one in (tmp_path / "set").iterdir()] == ["mine.txt"]
    (tmp_path / "set" / "mine.txt").unlink()
    list(export_data_set([sample(path)], tmp_path / "set"))
    assert (tmp_path / "set" / TABLE).exists()


def test_what_cannot_be_exported_leaves_nothing(tmp_path):
    out = tmp_path / "out"
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"no picture")
    with pytest.raises(PictureRefused):
        list(export_data_set([sample(picture(tmp_path, "x")), sample(broken)], out / "set"))
    with pytest.raises(PictureGone, match=r"gone\.jpg cannot be read"):
        list(export_data_set([sample(tmp_path / "gone.jpg")], out / "set"))
    assert list(out.iterdir()) == []


def several(tmp_path: Path) -> list[ExportSample]:
    """Two pictures: one with two frames, one whole; one of a known licence."""
    first, second = picture(tmp_path, "x", "JPEG", 1), picture(tmp_path, "y", "PNG", 2)
    told = {"licence": "CC BY 4.0", "author": "Ann|<b>", "address": "https://a.example/x.jpg", "title": "Cat"}
    return [
        sample(first, Frame(0, 0, 40, 30), "cat", name="x.jpg", **told),
        sample(first, Frame(-10, 20, 200, 64, fill=Fill(FillMode.EDGE)), "dog", name="x.jpg", **told),
        sample(second, None, "dog", "valid", name="y.png"),
    ]


def written(tmp_path: Path, options: DataSetOptions, samples: list[ExportSample] | None = None) -> Path:
    target = tmp_path / "set"
    list(export_data_set(several(tmp_path) if samples is None else samples, target, options, CardFacts("pets")))
    return target


def read_coco(target: Path, part: str) -> dict:
    return json.loads((target / "annotations" / f"instances_{part}.json").read_text("utf-8"))


def test_coco_tells_frames_as_boxes_inside_untouched_pictures(tmp_path):
    target = written(tmp_path, DataSetOptions(Layout.COCO, as_boxes=True))
    train = read_coco(target, "train")
    assert [one["name"] for one in train["categories"]] == ["cat", "dog"]
    (image,) = train["images"]
    assert (image["width"], image["height"], image["file_name"]) == (96, 64, "x.jpg")
    assert (target / "train" / "x.jpg").read_bytes() == (tmp_path / "1-x").read_bytes()
    assert [one["bbox"] for one in train["annotations"]] == [[0, 0, 40, 30], [0, 20, 96, 44]]
    assert [one["category_id"] for one in train["annotations"]] == [1, 2]
    assert train["annotations"][1]["frame"] == [-10, 20, 200, 64]
    assert train["licenses"][image["license"]]["name"] == "CC BY 4.0"


def test_torchvision_reads_coco_where_pycocotools_is(tmp_path):
    pytest.importorskip("pycocotools", reason="pycocotools is not installed")
    from torchvision.datasets import CocoDetection

    target = written(tmp_path, DataSetOptions(Layout.COCO))
    found = CocoDetection(str(target / "train"), str(target / "annotations" / "instances_train.json"))
    assert [image.size for image, _ in found] == [(40, 30), (210, 44)]


def test_frames_that_are_cut_out_are_whole_pictures_in_coco(tmp_path):
    target = written(tmp_path, DataSetOptions(Layout.COCO))
    train = read_coco(target, "train")
    assert [one["bbox"] for one in train["annotations"]] == [[0, 0, 40, 30], [0, 0, 210, 44]]
    assert [(one["width"], one["height"]) for one in train["images"]] == [(40, 30), (210, 44)]


def test_a_turned_frame_lies_turned_the_other_way(tmp_path):
    path = picture(tmp_path, "x")
    turned = [sample(path, Frame(40, 20, 60, 30, angle=90))]
    target = written(tmp_path, DataSetOptions(Layout.COCO, as_boxes=True), turned)
    (told,) = read_coco(target, "train")["annotations"]
    assert told["bbox"] == pytest.approx([45, 15, 10, 20])
    # The corner that is at the top left of what is cut out.
    assert told["segmentation"][0][:2] == pytest.approx([55, 15])
    content = scene(96, 64)
    assert distance(cut(content, Frame(40, 20, 60, 30, angle=90)), np.rot90(content[15:35, 45:55])) < 1


def test_hugging_face_metadata_lie_beside_each_part(tmp_path):
    target = written(tmp_path, DataSetOptions(Layout.HUGGING_FACE, as_boxes=True))
    (line,) = (target / "train" / "metadata.jsonl").read_text("utf-8").splitlines()
    told = json.loads(line)
    assert (target / "train" / told["file_name"]).is_file()
    assert told["objects"] == {"bbox": [[0, 0, 40, 30], [0, 20, 96, 44]], "categories": [0, 1]}
    assert "- split: valid\n    path: valid/**" in (target / CARD).read_text("utf-8")


def test_a_shard_holds_each_sample_together_and_a_full_one_is_followed_by_another(tmp_path):
    target = written(tmp_path, DataSetOptions(Layout.WEBDATASET))
    with tarfile.open(target / "train-000000.tar") as shard:
        names = shard.getnames()
        pixels = np.asarray(Image.open(io.BytesIO(shard.extractfile("000000000.jpg").read())))
        assert shard.extractfile("000000001.cls").read() == b"1"
        assert json.load(shard.extractfile("000000000.json"))["author"] == "Ann|<b>"
    assert names == [f"{key:09d}.{ending}" for key in (0, 1) for ending in ("cls", "jpg", "json")]
    assert pixels.shape == (30, 40, 3)
    assert json.loads((target / "classes.json").read_text("utf-8")) == ["cat", "dog"]
    assert (target / "valid-000000.tar").is_file()


def test_shards_are_closed_at_their_size(tmp_path):
    sink = WebDatasetSink(tmp_path, ["cat"], shard_bytes=1)
    samples = [sample(picture(tmp_path, "x"))] * 3
    options = DataSetOptions(Layout.WEBDATASET)
    files = [sink.write(entry_of(of_one, options)) for of_one in grouped(samples, options)]
    sink.finish()
    assert [file.partition("/")[0] for file in files] == [f"train-{number:06d}.tar" for number in range(3)]
    for file in files:
        with tarfile.open(tmp_path / file.partition("/")[0]) as shard:
            assert len(shard.getnames()) == 3


@pytest.mark.parametrize("as_boxes", [False, True])
def test_parquet_holds_the_pictures(tmp_path, as_boxes):
    if importlib.util.find_spec("pyarrow") is None:
        with pytest.raises(ParquetMissing, match=r"pip install winnow\[parquet\]"):
            written(tmp_path, DataSetOptions(Layout.PARQUET))
        assert not (tmp_path / "set").exists()
        pytest.skip("pyarrow is not installed (the extra 'parquet')")
    import pyarrow.parquet

    target = written(tmp_path, DataSetOptions(Layout.PARQUET, as_boxes=as_boxes))
    rows = pyarrow.parquet.read_table(target / "data" / "train-00000.parquet").to_pylist()
    assert [row["label_name"] for row in rows] == (["cat"] if as_boxes else ["cat", "dog"])
    assert Image.open(io.BytesIO(rows[0]["image"]["bytes"])).size == ((96, 64) if as_boxes else (40, 30))


def test_a_table_tells_frames_in_numbers(tmp_path):
    target = written(tmp_path, DataSetOptions(Layout.CSV, as_boxes=True))
    rows = table(target)
    assert [row["file"] for row in rows] == ["images/x.jpg", "images/x.jpg", "images/y.png"]
    assert [(row["left"], row["right"], row["width"]) for row in rows] == [
        ("0", "40", "96"), ("-10", "200", "96"), ("0", "96", "96"),
    ]  # fmt: skip
    assert len(list((target / "images").iterdir())) == 2


def test_size_format_and_quality_are_as_asked(tmp_path):
    options = DataSetOptions(longest_side_px=48, file_format=FileFormat.WEBP, quality=60)
    target = written(tmp_path, options)
    found = sorted(target.rglob("*.webp"))
    seen = [(picture.format, picture.size) for picture in (Image.open(io.BytesIO(one.read_bytes())) for one in found)]
    assert seen == [("WEBP", (40, 30)), ("WEBP", (48, 10)), ("WEBP", (48, 32))]


def test_pictures_of_unknown_licence_stay_behind_when_asked(tmp_path):
    options = DataSetOptions(only_known_licences=True)
    *_, done = export_data_set(several(tmp_path), tmp_path / "set", options)
    assert (done.files, done.left_out) == (2, 1)
    assert "1 picture of unknown licence left out" in (tmp_path / "set" / CARD).read_text("utf-8")
    with pytest.raises(NothingLeft, match="No licence is known of 1 picture,"):
        list(export_data_set([sample(picture(tmp_path, "z"))], tmp_path / "other", options))
    assert not (tmp_path / "other").exists()


def test_who_made_what_lies_beside(tmp_path):
    target = written(tmp_path, DataSetOptions())
    with (target / ATTRIBUTION).open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["author"], row["licence"]) for row in rows[:2]] == [("Ann|<b>", "CC BY 4.0")] * 2
    assert all((target / row["file"]).is_file() for row in rows)
    written_card = (target / CARD).read_text("utf-8")
    assert "| CC BY 4\\.0 | 2 |" in written_card or "| CC BY 4.0 | 2 |" in written_card
    assert "| a.example | 2 |" in written_card
    assert "# pets" in written_card


def test_words_from_outside_stay_words_in_the_card(tmp_path):
    evil = sample(picture(tmp_path, "x"), label="a|b\n# <script>", licence="[x](javascript:1)")
    text = (written(tmp_path, DataSetOptions(), [evil]) / CARD).read_text("utf-8")
    assert "<script>" not in text.replace("\\<", "")
    assert "\n# " not in text.partition("\n")[2]
    assert "\\[x\\]\\(javascript:1\\)" in text


def test_a_label_called_train_does_not_fall_into_the_part(tmp_path):
    path = picture(tmp_path, "x")
    target = written(tmp_path, DataSetOptions(), [sample(path), sample(path, label="train", part="")])
    assert sorted(row["file"].rpartition("/")[0] for row in table(target)) == ["train/cat", "unsplit/train-2"]


def test_a_picture_that_lies_on_its_side_is_measured_upright(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6
    path = tmp_path / "turned"
    path.write_bytes(encoded(scene(96, 64), "JPEG", exif=exif))
    target = written(tmp_path, DataSetOptions(Layout.COCO, as_boxes=True), [sample(path)])
    (image,) = read_coco(target, "train")["images"]
    assert (image["width"], image["height"]) == (64, 96)
