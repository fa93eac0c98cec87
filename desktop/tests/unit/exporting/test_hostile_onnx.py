"""ONNX files from elsewhere: each is refused in words, and reads nothing outside its folder."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper
from PIL import Image

from winnow.app.pipelines.predicting import predict_with_model
from winnow.base.errors import OutsideError
from winnow.exporting.predictor import ModelFileUnreadable, OnnxPredictor

FACTS = {"labels": '["cat", "dog"]', "fit": '{"mode":"squish","size":8}'}
PICTURE = np.zeros((8, 8, 3), np.uint8)


def written(path: Path, node: onnx.NodeProto, weights: tuple[TensorProto, ...] = (), facts=FACTS) -> None:
    pixels = helper.make_tensor_value_info("pixels", TensorProto.UINT8, ["n", 8, 8, 3])
    said = helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, None)
    graph = helper.make_graph([node], "graph", [pixels], [said], list(weights))
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    helper.set_model_props(model, facts)
    path.write_bytes(model.SerializeToString())


def elsewhere(location: str) -> TensorProto:
    found = TensorProto(name="w", data_type=TensorProto.FLOAT, dims=[2], data_location=TensorProto.EXTERNAL)
    for key, value in (("location", location), ("offset", "0"), ("length", "8")):
        found.external_data.add(key=key, value=value)
    return found


def reading(location: str) -> Callable[[Path], None]:
    return lambda path: written(
        path,
        helper.make_node("Identity", ["w"], ["probabilities"]),
        (elsewhere(location.format(path.parent.parent)),),
    )


def of(kind: str, **more: object) -> Callable[[Path], None]:
    return lambda path: written(path, helper.make_node(kind, ["pixels"], ["probabilities"], **more))


def of_size(size: int) -> Callable[[Path], None]:
    shape = helper.make_tensor("s", TensorProto.INT64, [1], [size])
    return lambda path: written(path, helper.make_node("ConstantOfShape", ["s"], ["probabilities"]), (shape,))


def told(**facts: str) -> Callable[[Path], None]:
    node = helper.make_node("Cast", ["pixels"], ["probabilities"], to=TensorProto.FLOAT)
    return lambda path: written(path, node, facts=FACTS | facts)


HARMS: dict[str, Callable[[Path], None]] = {
    "data above its folder": reading("../secret.bin"),
    "data by an absolute path": reading("{}/secret.bin"),
    "an operator of somebody's own": of("Evil", domain="evil"),
    "terabytes": of_size(1 << 42),
    "a negative size": of_size(-5),
    "another shape than it says": of("Cast", to=TensorProto.FLOAT),
    "no numbers": of_size(0),
    "labels that are no list": told(labels='{"a": 1}'),
    "labels that are no text": told(labels="[1, 2]"),
    "no labels": told(labels="[]"),
    "labels that write on the terminal": told(labels='["cat\\u001b[2J", "dog"]'),
    "no numbers at all": lambda path: written(
        path,
        helper.make_node("Identity", ["w"], ["probabilities"]),
        (helper.make_tensor("w", TensorProto.FLOAT, [1, 2], [float("nan"), 0.5]),),
    ),
    "labels that end the text": told(labels='["a"], "fit": {}'),
    "a nested fit": told(fit="[" * 100_000),
    "a fit of a billion": told(fit='{"mode":"squish","size":1000000000}'),
    "no protobuf": lambda path: path.write_bytes(b"\x80\x04cos\nsystem\n."),
    "facts alone": lambda path: path.write_text(json.dumps(FACTS)),
}


@pytest.mark.parametrize("name", HARMS)
def test_it_is_refused_in_words(name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "secret.bin").write_bytes(np.ones(2, np.float32).tobytes())
    (tmp_path / "model").mkdir()
    path = tmp_path / "model" / "evil.onnx"
    HARMS[name](path)
    with pytest.raises(ModelFileUnreadable, match="cannot be used as a model"):
        OnnxPredictor(path).predict([PICTURE])


def test_a_graph_that_wants_all_memory_gets_two_gigabytes(tmp_path: Path) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux keeps to a limit of memory")
    path, picture = tmp_path / "evil.onnx", tmp_path / "a.png"
    of_size(1 << 30)(path)
    Image.fromarray(PICTURE).save(picture)
    with pytest.raises(OutsideError, match="asks for more memory than a model of Winnow's ever takes"):
        list(predict_with_model(path, [picture]))
