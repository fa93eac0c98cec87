"""The loss as a function of all numbers of a network at once: of a head on features, or of a whole network."""

from __future__ import annotations

import math
from collections.abc import Generator, Mapping, Sequence
from typing import Protocol

import torch
from torch import nn
from torch.func import functional_call

from winnow.base.outcomes import Tick
from winnow.training.batches import Batch
from winnow.training.studies.heads import HeadSet

_ENOUGH = 1e-3
_TINY = 1e-12
_CURVED_BATCHES = 2
"""Of a whole network: its curvature takes some ten times as long as its loss, and is needed again and again."""
_AT_ONCE = 1 << 21
"""So many logits of a head are computed at once."""


class Landscape(Protocol):
    """The train and the valid loss over vectors of `parameters` numbers; everything yields `Tick` while it works."""

    @property
    def parameters(self) -> int:
        """How long a vector is."""

    @property
    def samples(self) -> tuple[int, int]:
        """How many of train and of valid the losses are means over."""

    @property
    def curvature_samples(self) -> int:
        """How many of train `curved` is a mean over."""

    def losses(
        self, origin: torch.Tensor, directions: Sequence[torch.Tensor], at: torch.Tensor
    ) -> Generator[object, None, torch.Tensor]:
        """Return (points, 2) float64, train and valid loss in nats, at *origin* + *at*, (points, k), × *directions*."""

    def right(self, point: torch.Tensor) -> Generator[object, None, int]:
        """Return how many of valid are right."""

    def gradient(self, point: torch.Tensor) -> Generator[object, None, torch.Tensor]:
        """Return the gradient of the train loss."""

    def curved(self, point: torch.Tensor, vector: torch.Tensor) -> Generator[object, None, torch.Tensor]:
        """Return the train loss's Hessian times *vector*."""

    def normalised(self, direction: torch.Tensor, point: torch.Tensor) -> torch.Tensor:
        """Return *direction* with each filter as long as that of *point*, and nothing where there is no filter.

        Source: Li et al. 2018, arXiv 1712.09913, section 4.
        """


def sharpness(
    landscape: Landscape, point: torch.Tensor, seed: int, iterations: int = 30
) -> Generator[object, None, float]:
    """Return the Hessian's eigenvalue of largest size at *point*, by at most so many steps of power iteration."""
    vector = torch.randn(landscape.parameters, generator=torch.Generator().manual_seed(seed))
    vector /= vector.norm()
    found = math.inf
    for _ in range(iterations):
        turned = yield from landscape.curved(point, vector)
        before, found = found, float(vector @ turned)
        length = float(turned.norm())
        if length < _TINY:
            return 0.0
        vector = turned / length
        if abs(found - before) <= _ENOUGH * abs(found):
            break
    return found


class HeadLandscape:
    """Of a linear head on stored features: its logits are linear in its numbers, so a plane costs three products."""

    def __init__(self, data: HeadSet) -> None:
        self._data = data
        self._shape = (data.classes, data.inputs.shape[1])

    @property
    def parameters(self) -> int:
        return self._shape[0] * (self._shape[1] + 1)

    @property
    def samples(self) -> tuple[int, int]:
        return len(self._data.labels), len(self._data.valid_labels)

    @property
    def curvature_samples(self) -> int:
        return len(self._data.labels)

    def losses(
        self, origin: torch.Tensor, directions: Sequence[torch.Tensor], at: torch.Tensor
    ) -> Generator[object, None, torch.Tensor]:
        parts = []
        data = self._data
        for inputs, labels in ((data.inputs, data.labels), (data.valid_inputs, data.valid_labels)):
            logits = [self._logits(inputs, one).double() for one in (origin, *directions)]
            wanted = labels[:, None]
            found = []
            for some in torch.split(at.double(), max(1, _AT_ONCE // max(1, logits[0].numel()))):
                total = logits[0].expand(len(some), -1, -1).clone()
                for shares, direction in zip(some.T, logits[1:], strict=True):
                    total += shares[:, None, None] * direction
                truth = total.gather(2, wanted.expand(len(some), -1, -1)).squeeze(2)
                found.append((torch.logsumexp(total, 2) - truth).mean(1))
                yield Tick()
            parts.append(torch.cat(found))
        return torch.stack(parts, 1)

    def right(self, point: torch.Tensor) -> Generator[object, None, int]:
        yield Tick()
        said = self._logits(self._data.valid_inputs, point).argmax(1)
        return int((said == self._data.valid_labels).sum())

    def gradient(self, point: torch.Tensor) -> Generator[object, None, torch.Tensor]:
        yield Tick()
        errors = self._probabilities(point)
        errors[torch.arange(len(errors)), self._data.labels] -= 1
        return self._gathered(errors)

    def curved(self, point: torch.Tensor, vector: torch.Tensor) -> Generator[object, None, torch.Tensor]:
        yield Tick()
        # Of softmax: (diag(p) − p pᵀ) times the change of the logits.
        probabilities, change = self._probabilities(point), self._logits(self._data.inputs, vector)
        turned = probabilities * (change - (probabilities * change).sum(1, keepdim=True))
        return self._gathered(turned)

    def normalised(self, direction: torch.Tensor, point: torch.Tensor) -> torch.Tensor:
        weights = self._shape[0] * self._shape[1]
        found = torch.zeros_like(direction)
        found[:weights] = _by_filter(direction[:weights].view(self._shape), point[:weights].view(self._shape)).view(-1)
        return found

    def _logits(self, inputs: torch.Tensor, point: torch.Tensor) -> torch.Tensor:
        weights = self._shape[0] * self._shape[1]
        return nn.functional.linear(inputs, point[:weights].view(self._shape), point[weights:])

    def _probabilities(self, point: torch.Tensor) -> torch.Tensor:
        return torch.softmax(self._logits(self._data.inputs, point), 1)

    def _gathered(self, of_logits: torch.Tensor) -> torch.Tensor:
        weight = of_logits.T @ self._data.inputs
        return torch.cat([weight.reshape(-1), of_logits.sum(0)]) / len(of_logits)


class NetworkLandscape:
    """Of a whole network on batches that lie in memory; running statistics of its norms are numbers like others."""

    def __init__(self, network: nn.Module, train: list[Batch], valid: list[Batch]) -> None:
        self._network = network.eval()
        self._parts = (train, valid)
        self._learned = dict(network.named_parameters())
        kept = {name: one for name, one in network.named_buffers() if one.is_floating_point()}
        self._shapes = {name: one.shape for name, one in (self._learned | kept).items()}
        self.start = torch.cat([one.detach().reshape(-1).cpu() for one in (self._learned | kept).values()])
        """The network's own numbers."""

    @property
    def parameters(self) -> int:
        return len(self.start)

    @property
    def samples(self) -> tuple[int, int]:
        train, valid = (sum(len(labels) for _inputs, labels in part) for part in self._parts)
        return train, valid

    @property
    def curvature_samples(self) -> int:
        return sum(len(labels) for _inputs, labels in self._parts[0][:_CURVED_BATCHES])

    @property
    def names(self) -> tuple[str, ...]:
        """What the numbers of a point are called, in order; see `vector_of`."""
        return tuple(self._shapes)

    def losses(
        self, origin: torch.Tensor, directions: Sequence[torch.Tensor], at: torch.Tensor
    ) -> Generator[object, None, torch.Tensor]:
        found = torch.zeros(len(at), 2, dtype=torch.float64)
        for row, shares in enumerate(at.tolist()):
            point = origin.clone()
            for share, direction in zip(shares, directions, strict=True):
                point.add_(direction, alpha=share)
            for part in (0, 1):
                found[row, part], _right = yield from self._evaluated(point, part)
        return found

    def right(self, point: torch.Tensor) -> Generator[object, None, int]:
        _loss, right = yield from self._evaluated(point, 1)
        return right

    def gradient(self, point: torch.Tensor) -> Generator[object, None, torch.Tensor]:
        return (yield from self._derived(point, None, self._parts[0], self.samples[0]))

    def curved(self, point: torch.Tensor, vector: torch.Tensor) -> Generator[object, None, torch.Tensor]:
        return (yield from self._derived(point, vector, self._parts[0][:_CURVED_BATCHES], self.curvature_samples))

    def normalised(self, direction: torch.Tensor, point: torch.Tensor) -> torch.Tensor:
        there, here = self._named(direction), self._named(point)
        rows = []
        for name, shape in self._shapes.items():
            if name not in self._learned or len(shape) < 2:
                rows.append(torch.zeros(shape.numel()))
            else:
                rows.append(_by_filter(there[name].flatten(1), here[name].flatten(1)).reshape(-1))
        return torch.cat(rows)

    def _named(self, point: torch.Tensor) -> dict[str, torch.Tensor]:
        parts = torch.split(point, [shape.numel() for shape in self._shapes.values()])
        return {name: part.view(shape) for (name, shape), part in zip(self._shapes.items(), parts, strict=True)}

    def _evaluated(self, point: torch.Tensor, part: int) -> Generator[object, None, tuple[float, int]]:
        numbers = self._named(point)
        loss, right = 0.0, 0
        for inputs, labels in self._parts[part]:
            with torch.inference_mode():
                logits = functional_call(self._network, numbers, (inputs,))
                loss += float(nn.functional.cross_entropy(logits, labels, reduction="sum"))
                right += int((logits.argmax(1) == labels).sum())
            yield Tick()
        return loss / self.samples[part], right

    def _derived(
        self, point: torch.Tensor, vector: torch.Tensor | None, some: list[Batch], count: int
    ) -> Generator[object, None, torch.Tensor]:
        """Return the gradient over *some* (*count* samples), or the Hessian × *vector*; 0 for what does not learn."""
        numbers = self._named(point)
        learned = [numbers[name].detach().clone().requires_grad_() for name in self._learned]
        numbers |= dict(zip(self._learned, learned, strict=True))
        found = [torch.zeros_like(one) for one in learned]
        for inputs, labels in some:
            loss = nn.functional.cross_entropy(
                functional_call(self._network, numbers, (inputs,)), labels, reduction="sum"
            )
            slopes = torch.autograd.grad(loss / count, learned, create_graph=vector is not None)
            if vector is not None:
                along = self._named(vector)
                slope = torch.stack(
                    [(one * along[name]).sum() for one, name in zip(slopes, self._learned, strict=True)]
                )
                slopes = torch.autograd.grad(slope.sum(), learned)
            for total, one in zip(found, slopes, strict=True):
                total.add_(one.detach())
            yield Tick()
        by_name = dict(zip(self._learned, found, strict=True))
        return torch.cat(
            [
                by_name[name].reshape(-1) if name in by_name else torch.zeros(shape.numel())
                for name, shape in self._shapes.items()
            ]
        )


def _by_filter(direction: torch.Tensor, point: torch.Tensor) -> torch.Tensor:
    """Return the rows of *direction* as long as those of *point*."""
    lengths: torch.Tensor = point.norm(dim=1) / direction.norm(dim=1).clamp_min(_TINY)
    return direction * lengths[:, None]


def vector_of(state: Mapping[str, torch.Tensor], names: Sequence[str]) -> torch.Tensor:
    """Return the numbers of a network of a landscape's kind, given its *state* and the landscape's *names*."""
    return torch.cat([state[name].detach().reshape(-1).cpu().float() for name in names])
