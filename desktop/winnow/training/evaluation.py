"""What a trained network says of samples, and how good that is: counts, shares and how sure they are."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from winnow.base.outcomes import Progress
from winnow.domain.proportion import wilson
from winnow.training.samples import Sample

Probabilities = npt.NDArray[np.float32]
Indices = npt.NDArray[np.int64]
Confusion = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Predictions:
    """What the network said: *probabilities*, (n, classes), each row adding up to 1, samples in order."""

    probabilities: Probabilities

    @property
    def said(self) -> Indices:
        """The class of the highest probability, (n,); of equals the first."""
        said: Indices = self.probabilities.argmax(1).astype(np.int64)
        return said


def predict(
    folder: Path, samples: Sequence[Sample], batch_size: int = 32, device: str = "auto", weights: str = ""
) -> Generator[object, None, None]:
    """Yield `Progress` in "samples", and at last the `Predictions` of the run in *folder*, by its best weights.

    Of a sample that is fitted by tiles all are looked at, and their mean probability counts.
    *weights* is the name of another file of weights in *folder*, see `winnow.training.checkpoint`.

    Raises:
        ModelUnreadable, DeviceMissing, SampleUnreadable: as they say.
    """
    import torch

    from winnow.training import checkpoint
    from winnow.training.batches import looks, voted
    from winnow.training.datasets import FrameDataset
    from winnow.training.torch_setup import device_of, use_threads

    use_threads()
    place = device_of(device)
    network, card = checkpoint.load(folder, weights or checkpoint.BEST)
    network.to(place)
    dataset = FrameDataset(tuple(samples), card.recipe.fit)
    rows = [np.empty((0, card.classes), np.float32)]
    done = 0
    for pixels, labels, counts in looks(dataset, np.arange(len(dataset)), batch_size):
        with torch.inference_mode():
            logits = torch.cat([network(some.to(place)) for some in torch.split(pixels, batch_size)])
            rows.append(torch.exp(voted(logits.cpu(), counts)).numpy())
        done += len(labels)
        yield Progress(done, len(dataset), "samples")
    yield Predictions(np.concatenate(rows))


def confusion(true: Indices, said: Indices, classes: int) -> Confusion:
    """Return ``counts[true][said]`` of two parallel rows of class indices."""
    counts = np.zeros((classes, classes), np.int64)
    np.add.at(counts, (true, said), 1)
    return tuple(tuple(int(one) for one in row) for row in counts)


def accuracy(counts: Confusion) -> tuple[float, tuple[float, float]]:
    """Return the share that was right, 0 where there was nothing, and its 95 % interval."""
    right, n = sum(row[at] for at, row in enumerate(counts)), sum(map(sum, counts))
    return right / n if n else 0.0, wilson(right, n)


def per_class(counts: Confusion, labels: Sequence[str]) -> tuple[dict[str, Any], ...]:
    """Return for each label: label, n, precision, recall, f1, precision_interval and recall_interval.

    A share of nothing is 0, with the interval (0, 1).
    """
    table = np.array(counts, np.int64)
    rows = []
    for at, label in enumerate(labels):
        right, said, n = int(table[at, at]), int(table[:, at].sum()), int(table[at].sum())
        rows.append(
            {
                "label": label,
                "n": n,
                "precision": right / said if said else 0.0,
                "recall": right / n if n else 0.0,
                "f1": 2 * right / (said + n) if said + n else 0.0,
                "precision_interval": wilson(right, said),
                "recall_interval": wilson(right, n),
            }
        )
    return tuple(rows)


def rows_of(samples: Sequence[Sample], predictions: Predictions) -> tuple[tuple[int, int, int, float], ...]:
    """Return (image id, true index, said index, probability of what was said) for each sample."""
    return tuple(
        (sample.image_id, sample.label, int(said), float(row[said]))
        for sample, said, row in zip(samples, predictions.said, predictions.probabilities, strict=True)
    )
