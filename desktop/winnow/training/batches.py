"""Samples to batches, decoded ahead on threads: decoding lets go of Python's lock."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Generator
from concurrent.futures import Future, ThreadPoolExecutor

import numpy as np
import numpy.typing as npt
import torch

from winnow.training.datasets import FrameDataset

Batch = tuple[torch.Tensor, torch.Tensor]
"""(n, 3, S, S) float in channels-last order, and (n,) int64 class indices."""

_MOST_THREADS = 8


def batches(dataset: FrameDataset, order: npt.NDArray[np.intp], size: int) -> Generator[Batch, None, None]:
    """Yield the samples *order* of *dataset*, *size* at a time; the next batch is decoded while one is used."""
    waiting: deque[list[Future[tuple[torch.Tensor, int]]]] = deque()
    pool = ThreadPoolExecutor(max(1, min(_MOST_THREADS, os.cpu_count() or 1)))
    try:
        for at in range(0, len(order), size):
            waiting.append([pool.submit(dataset.__getitem__, int(index)) for index in order[at : at + size]])
            if len(waiting) > 1:
                yield _joined(waiting.popleft())
        while waiting:
            yield _joined(waiting.popleft())
    finally:
        pool.shutdown(cancel_futures=True)


def _joined(coming: list[Future[tuple[torch.Tensor, int]]]) -> Batch:
    samples = [future.result() for future in coming]
    pixels = torch.stack([one for one, _ in samples]).contiguous(memory_format=torch.channels_last)
    return pixels, torch.tensor([label for _, label in samples])
