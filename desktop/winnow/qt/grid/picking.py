"""Which pictures a click, a key or a rubber band picks: masks in, masks out."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from winnow.qt.grid.layout import NOWHERE, GridLayout, Rect

Mask = npt.NDArray[np.bool_]


@dataclass(slots=True)
class Picking:
    """Remembers where a range begins and what was picked before the rubber band."""

    anchor: int = NOWHERE
    """The row that Shift picks from."""
    band_from: tuple[int, int] | None = None
    """Where the rubber band began, in content coordinates; None: there is none."""
    before: Mask = field(default_factory=lambda: np.zeros(0, bool))
    toggles: bool = False

    def click(self, layout: GridLayout, mask: Mask, row: int, shift: bool, ctrl: bool) -> Mask:
        """Return what is picked after a click on *row*, or a move of the keyboard to it."""
        if shift and self.anchor != NOWHERE and self.anchor < layout.rows:
            picked = mask.copy() if ctrl else np.zeros(layout.rows, bool)
            first, last = sorted((self.anchor, row))
            picked[first : last + 1] |= shown(layout)[first : last + 1]
            return picked
        self.anchor = row
        picked = mask.copy() if ctrl else np.zeros(layout.rows, bool)
        picked[row] = not mask[row] if ctrl else True
        return picked

    def begin_band(self, mask: Mask, at: tuple[int, int], adds: bool, toggles: bool) -> None:
        """Begin a rubber band at *at*; what was picked stays when it *adds* or *toggles*."""
        self.band_from = at
        self.before = mask.copy() if adds or toggles else np.zeros_like(mask)
        self.toggles = toggles

    def stretch_band(self, layout: GridLayout, to: tuple[int, int]) -> tuple[Rect, Mask]:
        """Return (the band, what is picked) with the pointer at *to*, in content coordinates."""
        begin = self.band_from or to
        left, right = sorted((begin[0], to[0]))
        top, bottom = sorted((begin[1], to[1]))
        area = Rect(left, top, right - left + 1, bottom - top + 1)
        picked = self.before.copy()
        for first, last in layout.ranges_in(area):
            picked[first : last + 1] = ~picked[first : last + 1] if self.toggles else True
        return area, picked

    def end_band(self) -> None:
        """Let the rubber band go."""
        self.band_from = None


def shown(layout: GridLayout) -> Mask:
    """Return which rows lie in open sections."""
    mask = np.zeros(layout.rows, bool)
    for first, last in layout.shown_ranges():
        mask[first : last + 1] = True
    return mask
