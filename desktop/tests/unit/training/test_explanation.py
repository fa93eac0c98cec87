"""Explanations of what a network said: for every network, and where the evidence is."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from winnow.training.explanation import explain
from winnow.training.networks import NETWORKS, Classifier, build


def _noise(size: int) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (size, size, 3), dtype=np.uint8)


@pytest.mark.parametrize("name", NETWORKS)
def test_every_network_explains_itself(name: str) -> None:
    size = 224 if name == "vit-b-16" else 64
    torch.manual_seed(0)
    network = build(name, 3, size, pretrained=False).eval()
    torch.nn.init.normal_(network.head.weight)
    found = explain(network, _noise(size))
    assert found.grad_cam.shape == found.saliency.shape == (size, size)
    assert found.saliency.max() == 255
    assert found.grad_cam.max() in (0, 255)
    assert found.probabilities.sum() == pytest.approx(1, abs=1e-5)
    assert found.explained == found.probabilities.argmax()


def test_the_heat_lies_where_the_evidence_is() -> None:
    """A network that asks for red only, and a picture that is red in one corner."""
    convolution = torch.nn.Conv2d(3, 1, 5, padding=2, bias=False)
    with torch.no_grad():
        convolution.weight.zero_()
        convolution.weight[0, 0] = 1
    backbone = torch.nn.Sequential(
        convolution, torch.nn.ReLU(), torch.nn.MaxPool2d(4), torch.nn.AdaptiveAvgPool2d(1), torch.nn.Flatten()
    )
    network = Classifier(backbone, [], torch.nn.Linear(1, 2), is_unit=False).eval()
    with torch.no_grad():
        network.head.weight.copy_(torch.tensor([[1.0], [-1.0]]))
    pixels = np.zeros((32, 32, 3), np.uint8)
    pixels[:12, :12, 0] = 255
    heat = explain(network, pixels, wanted=0).grad_cam
    assert heat[:12, :12].mean() > 200
    assert heat[20:, 20:].max() == 0


def test_nothing_that_speaks_for_a_class_gives_no_heat() -> None:
    network = build("small-cnn", 2, 32, pretrained=False).eval()
    found = explain(network, _noise(32))
    assert found.grad_cam.max() == 0
