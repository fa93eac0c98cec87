"""Batches for Split that nothing has to be decoded for."""

from __future__ import annotations

import numpy as np

from winnow.app.pipelines.network_view import BatchQuestion
from winnow.training.seeing import SHOWN, Made


class Blank:
    """Makes grey batches at once: where no test waits for what the child makes."""

    def ask(self, question: BatchQuestion) -> Made:
        edge, count = question.preparation.fit.size, min(SHOWN, len(question.samples))
        return Made(np.full((count, edge, edge, 3), 127, np.uint8), tuple(range(count)))

    def rest(self) -> None:
        pass

    def close(self) -> None:
        pass
