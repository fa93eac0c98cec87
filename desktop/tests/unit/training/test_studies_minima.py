"""Restarts, and the loss around and between them: of a head, and of a small network."""

from __future__ import annotations

import math
import time
from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import nn
from unit.training.sets import spec
from unit.training.studied import RECIPE, clouds, set_of

from winnow.domain.fit import Fit, FitMode
from winnow.domain.minima import MinimaFound, barrier
from winnow.domain.recipe import RecipeKind
from winnow.domain.study import LrFinderSettings, MinimaSettings, Plane
from winnow.training.networks import built
from winnow.training.studies.landscape import HeadLandscape, NetworkLandscape, sharpness, vector_of
from winnow.training.studies.lr_finder import sweep_network
from winnow.training.studies.minima import look_at_minima, looked_at, random_slice
from winnow.training.studies.planes import axes, principal
from winnow.training.studies.restarts import learned_from


def ended(steps):
    """Run a generator to its end, and return what it returns."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


class Curved(nn.Module):
    """Two layers, so that its loss is not convex."""

    def __init__(self):
        super().__init__()
        torch.manual_seed(0)
        self.first, self.second = nn.Linear(6, 5), nn.Linear(5, 2)

    def forward(self, inputs):
        return self.second(torch.tanh(self.first(inputs)))


@pytest.fixture
def landscapes():
    data = set_of(clouds(1, train=60, valid=40, dim=6, apart=1.0))
    batches = [[(data.inputs[:40], data.labels[:40]), (data.inputs[40:], data.labels[40:])]]
    batches.append([(data.valid_inputs, data.valid_labels)])
    network = Curved()
    return data, HeadLandscape(data), network, NetworkLandscape(network, *batches)


@pytest.mark.parametrize("which", ["head", "network"])
def test_gradient_and_curvature_are_those_of_the_loss(landscapes, which):
    _data, of_head, _network, of_network = landscapes
    landscape = of_head if which == "head" else of_network
    source = torch.Generator().manual_seed(1)
    point, along = (torch.randn(landscape.parameters, generator=source) * 0.5 for _ in range(2))
    step = 1e-2
    at = torch.tensor([[-step], [0.0], [step]], dtype=torch.float64)
    low, middle, high = ended(landscape.losses(point, (along,), at))[:, 0].tolist()
    gradient = ended(landscape.gradient(point))
    assert float(gradient @ along) == pytest.approx((high - low) / (2 * step), rel=2e-2, abs=1e-3)
    curved = ended(landscape.curved(point, along))
    before, after = (ended(landscape.gradient(point + sign * step * along)) for sign in (-1, 1))
    assert curved.numpy() == pytest.approx(((after - before) / (2 * step)).numpy(), rel=5e-2, abs=2e-3)
    assert middle > 0


@pytest.mark.parametrize("which", ["head", "network"])
def test_sharpness_is_the_hessians_top_eigenvalue(landscapes, which):
    _data, of_head, _network, of_network = landscapes
    landscape = of_head if which == "head" else of_network
    point = torch.randn(landscape.parameters, generator=torch.Generator().manual_seed(2)) * 0.3
    columns = [ended(landscape.curved(point, one)) for one in torch.eye(landscape.parameters)]
    values = torch.linalg.eigvalsh(torch.stack(columns).double())
    top = float(values[values.abs().argmax()])
    assert ended(sharpness(landscape, point, seed=0, iterations=200)) == pytest.approx(top, rel=2e-2)


def test_a_network_on_its_own_numbers_loses_what_it_loses(landscapes):
    data, _of_head, network, landscape = landscapes
    losses = ended(landscape.losses(landscape.start, (), torch.zeros(1, 0)))
    with torch.inference_mode():
        wanted = float(nn.functional.cross_entropy(network(data.valid_inputs), data.valid_labels))
    assert float(losses[0, 1]) == pytest.approx(wanted, abs=1e-6)
    assert torch.equal(vector_of(network.state_dict(), landscape.names), landscape.start)


def test_a_normalised_direction_has_filters_as_long_as_the_points(landscapes):
    _data, of_head, _network, of_network = landscapes
    for landscape, filters in ((of_head, [(0, 6), (6, 12)]), (of_network, [(0, 6), (24, 30)])):
        point, along = (torch.randn(landscape.parameters) for _ in range(2))
        scaled = landscape.normalised(along, point)
        for start, end in filters:
            assert float(scaled[start:end].norm()) == pytest.approx(float(point[start:end].norm()), rel=1e-4)
    assert not of_head.normalised(torch.ones(of_head.parameters), torch.ones(of_head.parameters))[12:].any()


@pytest.mark.parametrize("plane", Plane)
def test_the_restarts_of_a_head_meet_in_one_valley(plane):
    data = set_of(clouds(3))
    settings = MinimaSettings(RECIPE, count=3, plane=plane, points=21)
    *_, found = looked_at(data, settings)
    assert isinstance(found, MinimaFound)
    assert [one.seed for one in found.restarts] == [1, 2, 3]
    assert len({one.valid_loss for one in found.restarts}) == 3
    assert [one.name for one in found.slices] == ["1-2", "1-3", "random"]
    for one in found.slices:
        assert one.barrier_train == pytest.approx(0, abs=1e-6)  # convex
    # What is drawn at a solution is what it was evaluated at.
    first, (between, _other, random), surface = found.restarts[0], found.slices, found.surface
    at = between.positions.index(0.0), between.positions.index(1.0), random.positions.index(0.0)
    assert between.valid_losses[at[0]] == pytest.approx(first.valid_loss, abs=1e-5)
    assert between.valid_losses[at[1]] == pytest.approx(found.restarts[1].valid_loss, abs=1e-5)
    assert random.train_losses[at[2]] == pytest.approx(first.train_loss, abs=1e-5)
    row, column = surface.ys.index(0.0), surface.xs.index(0.0)
    assert surface.valid_losses[row][column] == pytest.approx(first.valid_loss, abs=1e-5)
    assert (len(surface.xs), len(surface.ys), len(surface.valid_losses)) == (21, 21, 21)
    assert surface.path[-1] == pytest.approx((0, 0), abs=1e-5)
    assert len(surface.path) == RECIPE.epochs + 1
    for x, y in [*surface.path, *(one.at for one in found.restarts)]:
        assert surface.xs[0] <= x <= surface.xs[-1]
        assert surface.ys[0] <= y <= surface.ys[-1]
    if plane is Plane.PATH:
        assert surface.path_explained > 0.9
    if plane is Plane.RESTARTS:
        assert max(one.off_plane for one in found.restarts) < 1e-3  # three points span a plane
    assert all(one.sharpness > 0 and one.gradient_norm > 0 for one in found.restarts)
    assert len(found.limits) == 2
    assert "slice" in found.limits[1]


def test_a_slice_of_a_large_head_takes_no_time():
    source = np.random.default_rng(0)
    rows = source.normal(size=(1400, 1280)).astype(np.float32)
    labels = source.integers(0, 2, 1400)
    landscape = HeadLandscape(set_of((rows, labels, rows[:300], labels[:300])))
    began = time.process_time()
    found = ended(random_slice(landscape, torch.randn(landscape.parameters) * 0.01, 41, 0))
    assert len(found.positions) == 41
    assert time.process_time() - began < 5


def test_a_barrier_is_what_rises_above_the_line_between_the_ends():
    positions = np.linspace(-0.5, 1.5, 41)
    hill = 0.1 + 0.2 * positions + 0.4 * np.exp(-(((positions - 0.5) / 0.1) ** 2))
    assert barrier(positions, hill) == pytest.approx(0.4, abs=1e-6)
    assert barrier(positions, (positions - 0.5) ** 2) == 0
    # Beyond the ends it may rise as it likes.
    assert barrier(positions, np.where((positions < 0) | (positions > 1), 9.0, 0.1)) == pytest.approx(0)


def test_principal_directions_are_right_angled_even_where_there_is_only_one():
    away = torch.tensor([[3.0, 0, 0, 0], [6.0, 0, 0, 0]])
    first, second = principal(away, [torch.tensor([1.0, 1, 0, 0])])
    assert abs(float(first[0])) == pytest.approx(1)
    assert float(first @ second) == pytest.approx(0, abs=1e-6)
    assert float(second.norm()) == pytest.approx(1, abs=1e-5)
    xs, ys = axes([(3.0, 1.0)], 11)
    assert 0.0 in xs
    assert 0.0 in ys
    assert xs[-1] >= 3
    assert math.isclose(xs[-1] - xs[0], ys[-1] - ys[0], rel_tol=1e-9)


def test_a_whole_network_is_restarted_and_its_loss_at_0_is_the_evaluated_one(tmp_path):
    run = spec(tmp_path, RecipeKind.SCRATCH, epochs=2, network="small-cnn", fit=Fit(FitMode.CROP, 16))
    settings = MinimaSettings(run.recipe, count=2, points=5)
    *_, found = look_at_minima(run, settings)
    assert isinstance(found, MinimaFound)
    assert not found.head_only
    assert (found.train_samples, found.valid_samples) == (24, 8)
    assert len(found.limits) == 1
    between = found.slices[0]
    for position, restart in ((0.0, found.restarts[0]), (1.0, found.restarts[1])):
        at = between.positions.index(position)
        assert between.valid_losses[at] == pytest.approx(restart.valid_loss, abs=1e-5)
    row, column = found.surface.ys.index(0.0), found.surface.xs.index(0.0)
    assert found.surface.train_losses[row][column] == pytest.approx(found.restarts[0].train_loss, abs=1e-5)
    assert found.surface.path[-1] == pytest.approx((0, 0), abs=1e-5)


def test_a_sweep_leaves_every_bit_of_the_network_as_it_was(tmp_path):
    run = spec(tmp_path, RecipeKind.SCRATCH, network="small-cnn")
    network = built(run.recipe, 2, tmp_path)
    before = {name: value.clone() for name, value in network.state_dict().items()}
    modes = [module.training for module in network.modules()]
    found = ended(sweep_network(network, run, LrFinderSettings(run.recipe, steps=10), 1))
    assert len(found.losses) >= 5
    assert all(torch.equal(value, before[name]) for name, value in network.state_dict().items())
    assert [module.training for module in network.modules()] == modes
    assert all(one.grad is None for one in network.parameters())
    again = ended(sweep_network(network, run, LrFinderSettings(run.recipe, steps=10), 1))
    assert again == found
    other = ended(sweep_network(network, run, LrFinderSettings(replace(run.recipe), steps=10), 2))
    assert other.losses != found.losses


def test_a_pretrained_network_restarts_on_few_pictures_and_says_so(tmp_path):
    run = spec(tmp_path, RecipeKind.FINE_TUNE, epochs=2)
    few = learned_from(run, MinimaSettings(run.recipe, count=2, points=5, most_learned=10))
    assert len(few.train) == 10
    assert {one.label for one in few.train} == {0, 1}
    scratch = replace(run, recipe=replace(run.recipe, kind=RecipeKind.SCRATCH))
    assert learned_from(scratch, MinimaSettings(scratch.recipe, count=2, points=5, most_learned=10)) is scratch
