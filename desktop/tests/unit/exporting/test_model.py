from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import numpy as np
import onnx
import pytest
import safetensors.numpy
import torch
from unit.training.sets import samples, spec
from unit.vision.pictures import encoded, scene

from winnow.base.codec import to_json
from winnow.domain.fit import Fit, FitMode
from winnow.domain.frame import Fill, FillMode
from winnow.domain.model_format import ModelFormat
from winnow.domain.recipe import RecipeKind
from winnow.exporting.model import MOST_DIFFERENCE, ModelExported, ParityFailed, export_model
from winnow.exporting.predict import load, squares
from winnow.exporting.predictor import ModelFileUnreadable, OnnxPredictor
from winnow.exporting.staging import TargetTaken
from winnow.training import Sample, train
from winnow.training.evaluation import predict
from winnow.training.model_files import write_program, write_weights
from winnow.training.networks import NETWORKS, build
from winnow.training.onnx_graph import write_onnx
from winnow.training.picture_predictor import WeightsUnusable, of_weights
from winnow.training.rebuilt import Classifier
from winnow.vision.decode import load_rgb
from winnow.vision.framing import views

LABELS = ["cat", "개"]
KINDS = ("JPEG", "PNG", "WEBP", "GIF")


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a finished run."""
    made = spec(tmp_path_factory.mktemp("trained"), RecipeKind.QUICK, epochs=4)
    list(train(made))
    return made.folder


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a finished run of a network that is quick to export."""
    made = spec(tmp_path_factory.mktemp("small"), RecipeKind.SCRATCH, epochs=2)
    list(train(made))
    return made.folder


@pytest.fixture
def pictures(tmp_path: Path) -> list[Path]:
    paths = []
    for seed, kind in enumerate(KINDS):
        paths.append(tmp_path / f"picture-{seed}")
        paths[-1].write_bytes(encoded(scene(150 + 20 * seed, 90, seed), kind))
    return paths + [sample.path for sample in samples(tmp_path, 4)]


def expected(run: Path, pictures: Sequence[Path]) -> np.ndarray:
    *_, predictions = predict(run, [Sample(path, None, 0, 0) for path in pictures])
    return predictions.probabilities


def exported(run: Path, target: Path, pictures: list[Path], **changes: object) -> list[object]:
    arguments = {
        "name": "pets",
        "target": target,
        "labels": LABELS,
        "writers": {ModelFormat.ONNX: partial(write_onnx, run)},
        "pictures": pictures,
        "expected": expected(run, pictures),
    }
    return list(export_model(**{**arguments, **changes}))


FILES = {
    ModelFormat.ONNX: {"pets.onnx"},
    ModelFormat.TORCH: {"pets.pt2"},
    ModelFormat.SAFETENSORS: {"model.safetensors", "config.json", "network.py"},
}
WRITERS = {
    ModelFormat.ONNX: write_onnx,
    ModelFormat.TORCH: write_program,
    ModelFormat.SAFETENSORS: write_weights,
}


def test_an_exported_model_says_the_same_wherever_it_runs(run, tmp_path, pictures):
    target, wanted = tmp_path / "model", ModelFormat.ONNX
    done = exported(run, target, pictures)[-1]
    assert isinstance(done, ModelExported)
    assert done.max_abs_difference < MOST_DIFFERENCE
    assert done.differences == ((wanted, done.max_abs_difference),)
    assert {path.name for path in target.iterdir()} == FILES[wanted] | {"model.json", "predict.py", "README.txt"}
    command = [sys.executable, "-I", str(target / "predict.py"), *map(str, pictures)]
    ran = subprocess.run(command, capture_output=True, check=True, cwd=tmp_path)
    lines = [json.loads(line) for line in ran.stdout.decode().splitlines()]
    wished = expected(run, pictures)
    assert [[line["probabilities"][label] for label in LABELS] for line in lines] == pytest.approx(wished, abs=2e-4)
    assert [line["label"] for line in lines] == [LABELS[said] for said in wished.argmax(1)]
    card = json.loads((target / "model.json").read_text("utf-8"))
    assert (card["labels"], card["fit"]["mode"], card["fit"]["size"]) == (LABELS, "crop", 32)


def test_all_formats_go_into_one_folder_and_agree(run, tmp_path, pictures):
    target = tmp_path / "model"
    done = exported(run, target, pictures, writers={one: partial(WRITERS[one], run) for one in ModelFormat})[-1]
    assert [one for one, _difference in done.differences] == list(ModelFormat)
    assert {path.name for path in target.iterdir()} > set.union(*FILES.values())
    predictor = OnnxPredictor(target / "pets.onnx")
    assert predictor.labels == tuple(LABELS)
    ours = predictor.predict([load_rgb(path.read_bytes()) for path in pictures])
    assert ours == pytest.approx(expected(run, pictures), abs=MOST_DIFFERENCE)
    weights = safetensors.numpy.load_file(target / "model.safetensors")
    assert weights["head.weight"].shape == (2, 1280)
    # All of the network, though a Quick run keeps its head only.
    assert "backbone.network._conv_stem.weight" in weights
    readme = (target / "README.txt").read_text("utf-8")
    assert all(name in readme for name in ("pets.onnx", "pets.pt2", "model.safetensors", "pip install onnxruntime"))


def test_exported_weights_are_used_without_running_what_lies_beside_them(run, tmp_path, pictures):
    target = tmp_path / "model"
    exported(run, target, pictures, writers={ModelFormat.SAFETENSORS: partial(write_weights, run)})
    for name in ("network.py", "own_network.py"):
        (target / name).write_text("raise SystemExit('it was run')")
    predictor, labels = of_weights(target / "model.safetensors")
    assert labels == tuple(LABELS)
    said = predictor.predict([load_rgb(path.read_bytes()) for path in pictures])
    assert said == pytest.approx(expected(run, pictures), abs=MOST_DIFFERENCE)
    config = json.loads((target / "config.json").read_text("utf-8"))
    for wrong in ({"own_class": "Mine"}, {"fit": {"size": 0}}, {"network": "small-cnn"}, {"labels": None}):
        (target / "config.json").write_text(json.dumps(config | wrong), "utf-8")
        with pytest.raises(WeightsUnusable, match="cannot be used as a model"):
            of_weights(target / "model.safetensors")


def onnx_with_fit(run: Path, wrong: Fit, path: Path, labels: Sequence[str]) -> None:
    """Write the graph as it should be, but telling of another fit."""
    write_onnx(run, path, labels)
    graph = onnx.load(str(path))
    facts = {one.key: one.value for one in graph.metadata_props}
    del graph.metadata_props[:]
    onnx.helper.set_model_props(graph, {**facts, "fit": to_json(wrong)})
    path.write_bytes(graph.SerializeToString())


def program_with_fit(run: Path, wrong: Fit, path: Path, labels: Sequence[str]) -> None:
    """Write the program as it should be, but telling of another fit."""
    write_program(run, path, labels)
    told = {"winnow.json": ""}
    program = torch.export.load(path, extra_files=told)
    facts = json.loads(told["winnow.json"]) | {"fit": json.loads(to_json(wrong))}
    torch.export.save(program, path, extra_files={"winnow.json": json.dumps(facts)})


def weights_with_fit(run: Path, wrong: Fit, path: Path, labels: Sequence[str]) -> None:
    """Write the weights as they should be, but with a config.json of another fit."""
    write_weights(run, path, labels)
    config = path.with_name("config.json")
    facts = json.loads(config.read_text("utf-8")) | {"fit": json.loads(to_json(wrong))}
    config.write_text(json.dumps(facts), "utf-8")


WRONG = {
    ModelFormat.ONNX: onnx_with_fit,
    ModelFormat.TORCH: program_with_fit,
    ModelFormat.SAFETENSORS: weights_with_fit,
}


@pytest.mark.parametrize(
    ("wanted", "mode"),
    [
        (ModelFormat.ONNX, FitMode.SQUISH),
        (ModelFormat.ONNX, FitMode.PAD),
        (ModelFormat.TORCH, FitMode.PAD),
        (ModelFormat.SAFETENSORS, FitMode.SQUISH),
    ],
)
def test_a_model_that_would_fit_pictures_otherwise_is_not_exported(small, tmp_path, pictures, wanted, mode):
    wrong = {wanted: partial(WRONG[wanted], small, Fit(mode, 32))}
    with pytest.raises(ParityFailed, match="Nothing was exported") as caught:
        exported(small, tmp_path / "out" / "model", pictures, writers=wrong)
    assert caught.value.difference > MOST_DIFFERENCE
    assert list((tmp_path / "out").iterdir()) == []


def test_a_network_that_started_from_nothing_and_looks_by_tiles_says_the_same_elsewhere(tmp_path, pictures):
    made = spec(tmp_path, RecipeKind.SCRATCH, epochs=1, fit=Fit(FitMode.TILES, 32))
    list(train(made))
    writers = {one: partial(WRITERS[one], made.folder) for one in ModelFormat}
    done = exported(made.folder, tmp_path / "model", pictures, writers=writers)[-1]
    assert len(done.differences) == 3
    assert done.max_abs_difference < MOST_DIFFERENCE
    assert "the mean of their probabilities counts" in (tmp_path / "model" / "README.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "size"),
    [(name, 64) for name in NETWORKS if name not in ("vit-b-16", "efficientnet-lite0")] + [("small-cnn", 96)],
)
def test_every_network_is_built_again_of_the_same_parts(tmp_path, name, size):
    ours = build(name, 2, size, pretrained=False).state_dict()
    config = {"labels": LABELS, "fit": {"size": size}, "own_class": "", "network": name}
    theirs = Classifier(config, tmp_path).state_dict()
    assert {key: value.shape for key, value in theirs.items()} == {key: value.shape for key, value in ours.items()}


def test_swapped_labels_or_no_numbers_do_not_pass(run, tmp_path, pictures):
    right = expected(run, pictures)
    for wrong in (right[:, ::-1], np.full_like(right, np.nan)):
        with pytest.raises(ParityFailed):
            exported(run, tmp_path / "out" / "model", pictures, expected=wrong)
    assert list((tmp_path / "out").iterdir()) == []


def test_a_model_is_not_written_over_something(run, tmp_path, pictures):
    with pytest.raises(TargetTaken):
        exported(run, tmp_path, pictures)


def test_the_graph_takes_any_number_of_pictures(run, tmp_path):
    write_onnx(run, tmp_path / "m.onnx", LABELS)
    import onnxruntime

    session = onnxruntime.InferenceSession(str(tmp_path / "m.onnx"), providers=["CPUExecutionProvider"])
    pixels = np.random.default_rng(0).integers(0, 255, (5, 32, 32, 3), dtype=np.uint8)
    (rows,) = session.run(["probabilities"], {"pixels": pixels})
    assert rows.sum(1) == pytest.approx(np.ones(5), abs=1e-5)
    assert rows[:1] == pytest.approx(session.run(None, {"pixels": pixels[:1]})[0], abs=1e-5)


def test_what_is_no_model_is_named(tmp_path):
    path = tmp_path / "m.onnx"
    for content in (b"nothing of the kind", b""):
        path.write_bytes(content)
        with pytest.raises(ModelFileUnreadable, match=r"m\.onnx cannot be used as a model"):
            OnnxPredictor(path)
    with pytest.raises(ModelFileUnreadable):
        OnnxPredictor(tmp_path / "gone.onnx")


@pytest.mark.parametrize("size", [(150, 90), (61, 200), (7, 90), (32, 32), (1, 300)])
@pytest.mark.parametrize("fill", FillMode)
@pytest.mark.parametrize("mode", FitMode)
def test_the_example_fits_as_winnow_does(tmp_path, mode, fill, size):
    how = Fit(mode, 64, Fill(fill, (10, 200, 30)))
    image = scene(*size)
    path = tmp_path / "picture.png"
    path.write_bytes(encoded(image, "PNG"))
    said = json.loads(to_json(dataclasses.replace(how)))
    ours = views(image, how)
    assert np.array_equal(np.stack(squares(load(path), said)), np.stack(ours))
    assert len(ours) == 1 or mode is FitMode.TILES


@pytest.mark.parametrize("turn", range(1, 9))
def test_the_example_turns_pictures_upright(tmp_path, turn):
    from PIL import Image

    exif = Image.Exif()
    exif[0x0112] = turn
    path = tmp_path / "picture.jpg"
    path.write_bytes(encoded(scene(90, 60), "JPEG", exif=exif))
    assert np.array_equal(np.asarray(load(path)), load_rgb(path.read_bytes()))


@pytest.mark.parametrize("mode", ["L", "LA", "RGBA", "P", "I;16", "1"])
def test_the_example_takes_every_kind_of_pixel(tmp_path, mode):
    from PIL import Image

    grey = Image.fromarray(scene(90, 60)).convert("L")
    if mode == "I;16":
        picture = Image.fromarray(np.asarray(grey).astype(np.uint16) * 256)
    else:
        picture = grey.convert("RGB").convert(mode)
    if mode.endswith("A"):
        picture.putalpha(grey)
    path = tmp_path / "picture.png"
    path.write_bytes(encoded(picture, "PNG"))
    assert np.array_equal(np.asarray(load(path)), load_rgb(path.read_bytes()))
