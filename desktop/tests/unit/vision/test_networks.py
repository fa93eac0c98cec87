"""The networks to choose from: those that come along, and those whose weights are fetched."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from unit.vision.pictures import scene

from winnow.base.errors import ContractError
from winnow.vision import embeddings, thumbnail
from winnow.vision.embeddings import Embedder, network_input, prepare
from winnow.vision.gpu import GpuEmbedder
from winnow.vision.networks import MODELS, torchvision_part


def unit(rows):
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def test_the_better_network_comes_along(shared_cache):
    model = MODELS["efficientnet-lite2"]
    assert model.weights is None
    pixels = network_input(thumbnail.encode(scene()), model.edge_px)[None]
    assert pixels.shape == (1, 260, 260, 3)
    by_onnx = Embedder(prepare(model.name, shared_cache), 2).embed(pixels)
    assert by_onnx.shape == (1, model.dim)
    by_torch = GpuEmbedder(model.name, "cpu").embed(pixels)
    assert float((by_onnx * by_torch).sum()) > 0.999


def test_fetched_weights_become_a_network(tmp_path, monkeypatch):
    import torch

    name = "mobilenet-v3-large"
    made = torchvision_part("torchvision.models").get_model("mobilenet_v3_large", weights=None).eval()
    weights = tmp_path / "weights.pth"
    torch.save(made.state_dict(), weights)
    with pytest.raises(ContractError, match="not fetched"):
        prepare(name, tmp_path)
    embedder = Embedder(prepare(name, tmp_path, weights), 2)
    pixels = network_input(thumbnail.encode(scene()))[None]
    found = embedder.embed(pixels)
    assert found.shape == (1, MODELS[name].dim)
    made.classifier = torch.nn.Identity()
    mean, deviation = np.array([0.485, 0.456, 0.406]), np.array([0.229, 0.224, 0.225])
    batch = torch.from_numpy((pixels / 255 - mean) / deviation).permute(0, 3, 1, 2).float()
    with torch.no_grad():
        wanted = unit(made(batch).numpy())
    assert float((found * wanted).sum()) > 0.999
    monkeypatch.setitem(embeddings.MODELS, name, replace(MODELS[name], version=2))
    with pytest.raises(ContractError):
        prepare(name, tmp_path)  # what an older version was made of is not taken for this one's


@pytest.mark.parametrize("model", [one for one in MODELS.values() if one.weights], ids=lambda model: model.name)
def test_networks_to_fetch_say_what_they_are(model):
    assert model.license
    assert model.weights.address.startswith("https://")
    assert model.weights.size_bytes > 10_000_000
    assert len(model.weights.sha256_start) == 8
    assert int(model.weights.sha256_start, 16)


_TOGETHER = """
import threading
from winnow.vision.networks import torchvision_part
at_once, names = threading.Barrier(8), ("torchvision.models", "torchvision.transforms.v2.functional")
found = []
def ask(number):
    at_once.wait()
    found.append(torchvision_part(names[number % 2]).__name__)
threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
[one.start() for one in threads]
[one.join() for one in threads]
print(sorted(found) == sorted(names * 4))
"""


def test_several_threads_may_be_the_first_to_want_torchvision():
    ran = subprocess.run([sys.executable, "-c", _TOGETHER], capture_output=True, text=True, check=False)
    assert ran.stdout.strip() == "True", ran.stderr
