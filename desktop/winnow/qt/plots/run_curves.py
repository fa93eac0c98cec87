"""The curves of one run in three plots."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyqtgraph
from PySide6.QtGui import QColor

from winnow.domain.run import EpochDone, StepDone
from winnow.qt.plots.series import Floats, Series

_DASHES = (4, 3)
_FAINT = 70
_RING_PX = 11


class RunCurves:
    """Train dashed, valid solid, each batch's loss faint behind them, a ring round the best epoch.

    x is in epochs. Accuracies are drawn in per cent.
    """

    def __init__(self, loss: Any, accuracy: Any, rate: Any, steps_per_epoch: int) -> None:
        self._steps_per_epoch = max(steps_per_epoch, 1)
        homes = {
            "steps": loss,
            "train loss": loss,
            "valid loss": loss,
            "train accuracy": accuracy,
            "valid accuracy": accuracy,
            "rate": rate,
        }
        self._homes = homes
        self._series = {name: Series() for name in homes}
        self._items = {name: home.plot(connect="finite") for name, home in homes.items()}
        self._best: dict[str, tuple[float, float]] = {}
        self._rings = {
            name: pyqtgraph.ScatterPlotItem(size=_RING_PX, brush=None) for name in ("valid loss", "valid accuracy")
        }
        for name, ring in self._rings.items():
            ring.setZValue(10)
            homes[name].addItem(ring)

    def point_count(self) -> int:
        """Return how many points are held, over all curves."""
        return sum(len(series) for series in self._series.values())

    def add_step(self, step: StepDone) -> None:
        """Append what one batch gave."""
        x = step.step / self._steps_per_epoch
        self._series["steps"].add(x, step.loss)
        self._series["rate"].add(x, step.learning_rate)

    def show_steps(self, steps: Floats) -> None:
        """Show stored steps, (n, 4): step, loss, accuracy, learning rate."""
        scaled = steps * (1 / self._steps_per_epoch, 1, 1, 1)
        self._series["steps"] = Series(scaled[:, (0, 1)])
        self._series["rate"] = Series(scaled[:, (0, 3)])

    def add_epochs(self, epochs: Sequence[EpochDone]) -> None:
        """Append what epochs gave."""
        for epoch in epochs:
            values = {
                "train loss": epoch.train_loss,
                "valid loss": epoch.valid_loss,
                "train accuracy": epoch.train_accuracy * 100,
                "valid accuracy": epoch.valid_accuracy * 100,
            }
            for name, value in values.items():
                self._series[name].add(epoch.epoch, value)
            if epoch.is_best:
                self._best = {name: (epoch.epoch, values[name]) for name in self._rings}

    def redraw(self) -> None:
        """Give the plots the points of now."""
        for name, item in self._items.items():
            item.setData(self._series[name].xs, self._series[name].ys)
        for name, (x, y) in self._best.items():
            self._rings[name].setData([x], [y])

    def paint(self, colour: QColor, ring: QColor, active: bool) -> None:
        """Take *colour*; only the *active* run shows its batches, its rate and its best epoch."""
        faint = QColor(colour)
        faint.setAlpha(_FAINT)
        # A pen wider than 1 px falls out of Qt's fast path; curves of one point an epoch can afford it.
        pens = {
            "steps": pyqtgraph.mkPen(faint, width=1),
            "rate": pyqtgraph.mkPen(colour, width=1),
            "train": pyqtgraph.mkPen(colour, width=1, dash=_DASHES),
            "valid": pyqtgraph.mkPen(colour, width=2 if active else 1),
        }
        for name, item in self._items.items():
            item.setPen(pens[name.split()[0]])
            if name.startswith("valid"):
                item.setSymbol("o")
                item.setSymbolSize(6 if active else 4)
                item.setSymbolPen(None)
                item.setSymbolBrush(colour)
        for mark in (self._items["steps"], self._items["rate"], *self._rings.values()):
            mark.setVisible(active)
        for circle in self._rings.values():
            circle.setPen(pyqtgraph.mkPen(ring, width=2))

    def remove(self) -> None:
        """Take the curves out of the plots."""
        for name, item in (*self._items.items(), *self._rings.items()):
            self._homes[name].removeItem(item)
