"""Samples to batches, decoded ahead on threads: decoding lets go of Python's lock."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import torch

from winnow.base.machine import cores
from winnow.training.datasets import FrameDataset, normalised

Batch = tuple[torch.Tensor, torch.Tensor]
"""(n, 3, S, S) float in channels-last order, and (n,) int64 class indices."""

Looked = tuple[torch.Tensor, torch.Tensor, torch.Tensor]
"""What is looked at: inputs, (m, ...); (n,) class indices; (n,) how many of the inputs in turn are of each sample."""

_MOST_THREADS = 8

T = TypeVar("T")


def batches(dataset: FrameDataset, order: npt.NDArray[np.intp], size: int) -> Generator[Batch, None, None]:
    """Yield the samples *order* of *dataset*, *size* at a time; the next batch is decoded while one is used."""
    for samples in _ahead(dataset.__getitem__, order, size):
        pixels = torch.stack([one for one, _ in samples]).contiguous(memory_format=torch.channels_last)
        yield pixels, torch.tensor([label for _, label in samples])


def looks(dataset: FrameDataset, order: npt.NDArray[np.intp], size: int) -> Generator[Looked, None, None]:
    """Yield the samples *order*, *size* at a time, as valid and test look at them: by all their squares."""

    def seen(index: int) -> torch.Tensor:
        return normalised(np.stack(dataset.views(index)))

    for at, found in enumerate(_ahead(seen, order, size)):
        some = order[at * size : (at + 1) * size]
        pixels = torch.cat(found).contiguous(memory_format=torch.channels_last)
        labels = torch.tensor([dataset.samples[int(index)].label for index in some])
        yield pixels, labels, torch.tensor([len(one) for one in found])


def voted(logits: torch.Tensor, counts: torch.Tensor) -> torch.Tensor:
    """Return the logarithms of what is said of each sample, (n, classes), by the mean probability of its inputs.

    Args:
        logits: (m, classes) of all inputs.
        counts: (n,), adding up to m: how many in turn are of each sample.
    """
    said = torch.log_softmax(logits, 1)
    if len(counts) == len(said):
        return said
    sums = [torch.logsumexp(of_one, 0) for of_one in torch.split(said, counts.tolist())]
    return torch.stack(sums) - torch.log(counts.to(said))[:, None]


def _ahead(made: Callable[[int], T], order: npt.NDArray[np.intp], size: int) -> Generator[list[T], None, None]:
    waiting: deque[list[Future[T]]] = deque()
    pool = ThreadPoolExecutor(min(_MOST_THREADS, cores()))
    try:
        for at in range(0, len(order), size):
            waiting.append([pool.submit(made, int(index)) for index in order[at : at + size]])
            if len(waiting) > 1:
                yield [future.result() for future in waiting.popleft()]
        while waiting:
            yield [future.result() for future in waiting.popleft()]
    finally:
        pool.shutdown(cancel_futures=True)
