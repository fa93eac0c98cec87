"""Solutions of several restarts, and the loss around and between them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Row = npt.NDArray[np.float64]

LIMITS = (
    "This is a slice: two directions out of all. What looks like a wall may have a way round it in a direction that "
    "is not shown, and what looks flat may be steep in another. Only heights on the same surface can be compared."
)
HEAD_LIMIT = (
    "Only the head learned, and its loss is convex: there is one valley, and no barrier between two restarts. "
    "What differs is how far along it each one came."
)
HEAD_STANDS_IN = (
    "In the place of the fine-tuned network this is its head, on the features that it starts from: a slice through "
    "all of its weights takes many minutes without a graphics card. The whole network can be chosen for it."
)


@dataclass(frozen=True, slots=True)
class Restart:
    """One solution. *sharpness* is the top eigenvalue of the train loss's Hessian, *gradient_norm* its gradient's."""

    seed: int
    train_loss: float
    valid_loss: float
    valid_accuracy: float
    right: int
    sharpness: float
    gradient_norm: float
    at: tuple[float, float]
    """Where it lies on the surface."""
    off_plane: float
    """Its distance from the surface's plane over its distance from the first restart; 0: it lies in it."""


@dataclass(frozen=True, slots=True)
class Slice:
    """The loss along a line: *positions* and both losses are parallel."""

    name: str
    """"random", or "7-8": from seed 7 (position 0) to seed 8 (position 1)."""
    positions: tuple[float, ...]
    train_losses: tuple[float, ...]
    valid_losses: tuple[float, ...]
    barrier_train: float = 0.0
    barrier_valid: float = 0.0
    """How far the loss between 0 and 1 rises above the straight line from end to end, at the most; of a random
    direction 0."""


@dataclass(frozen=True, slots=True)
class Surface:
    """The loss over a plane: ``losses[row][column]`` at (*xs[column]*, *ys[row]*)."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    train_losses: tuple[tuple[float, ...], ...]
    valid_losses: tuple[tuple[float, ...], ...]
    path: tuple[tuple[float, float], ...]
    """The first restart's way, projected, an epoch a point."""
    path_explained: float
    """The share of the way's variance that lies in the plane."""


@dataclass(frozen=True, slots=True)
class MinimaFound:
    """The study's result."""

    restarts: tuple[Restart, ...]
    surface: Surface
    slices: tuple[Slice, ...]
    """From the first restart to each other one, then the random one."""
    head_only: bool
    parameters: int
    train_samples: int
    valid_samples: int
    """So many the losses are means over."""
    mean_accuracy: float
    sd_accuracy: float
    curvature_samples: int = 0
    """So many of train the sharpness is measured on."""
    stands_in: bool = False
    """It is a head, in the place of a network that is fine-tuned."""
    learned: tuple[int, int] = (0, 0)
    """So many of so many of train each restart learned from; (0, 0): of all."""

    @property
    def limits(self) -> tuple[str, ...]:
        """What the pictures cannot show, in words."""
        said = [HEAD_STANDS_IN] if self.stands_in else []
        said += [HEAD_LIMIT] if self.head_only else []
        if self.learned[0] < self.learned[1]:
            said.append(
                f"To come to an end in minutes, each restart learned from {self.learned[0]} of {self.learned[1]} train "
                "pictures."
            )
        return (*said, LIMITS)

    def words(self) -> str:
        """Say how the restarts differ."""
        between = [one for one in self.slices if one.name != "random"]
        barrier = max((one.barrier_valid for one in between), default=0.0)
        return (
            f"{len(self.restarts)} restarts: accuracy {self.mean_accuracy:.1%} ± {100 * self.sd_accuracy:.1f} points; "
            f"highest barrier from the first to another {barrier:.3f} nats on valid; "
            f"sharpness {min(one.sharpness for one in self.restarts):.3g} to "
            f"{max(one.sharpness for one in self.restarts):.3g}."
        )


def barrier(positions: Row, losses: Row) -> float:
    """Return how far *losses* rise above the line from position 0 to 1, at most; never below 0.

    Both must be among *positions*. Source: Frankle et al. 2020, arXiv 1912.05671.
    """
    start, end = (float(losses[int(np.abs(positions - at).argmin())]) for at in (0.0, 1.0))
    inside = (positions >= 0) & (positions <= 1)
    line = start + (end - start) * positions[inside]
    return max(0.0, float((losses[inside] - line).max()))
