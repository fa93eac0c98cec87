"""One picture as several partial crops: tiles in rows and columns. Numbers only."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from winnow.base.errors import UserError
from winnow.domain.frame import Frame

MOST_TILES = 400
MOST_OVERLAP = 0.9


class TilingUnusable(UserError):
    """Tiles were asked for that cannot be laid."""


@dataclass(frozen=True, slots=True)
class Tiling:
    """How tiles are laid: *rows* x *columns*, or as many as squares of *size_px* need.

    *overlap* (0 to 0.9) is the share of its edge that a tile has in common
    with the next one, at least.
    """

    rows: int = 2
    columns: int = 2
    overlap: float = 0.0
    is_square: bool = True
    """All tiles are squares, as networks want them; otherwise they have the picture's shape."""
    size_px: int | None = None
    pads: bool = False
    """Border tiles keep the overlap and reach past the picture; otherwise they are pushed inward."""

    def __post_init__(self) -> None:
        if not 0 <= self.overlap <= MOST_OVERLAP:
            raise TilingUnusable(f"Tiles cannot share {self.overlap:.0%} of their edge: choose 0 to 90 %.")
        if self.rows < 1 or self.columns < 1 or self.rows * self.columns > MOST_TILES:
            what = f"{self.rows} x {self.columns} tiles cannot be laid"
            raise TilingUnusable(f"{what}: choose at least 1 x 1 and at most {MOST_TILES} in all.")
        if self.size_px is not None and self.size_px < 1:
            raise TilingUnusable(f"Tiles of {self.size_px} pixels cannot be laid.")


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile's frame with its place in the tiling, from 0."""

    frame: Frame
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Tiles:
    """What a tiling came to on one picture; row by row from the upper left."""

    tiles: tuple[Tile, ...]
    rows: int
    columns: int
    shared_x: float
    """Share of its width that a tile has in common with the next one in its row; 0 for one column."""
    shared_y: float

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of every tile, in pixels."""
        return self.tiles[0].frame.size

    def fewer(self, how: Tiling) -> str:
        """Say why there are fewer than *how* asked for, and what gives as many; "" where there are as many."""
        if how.size_px is not None or (self.rows, self.columns) == (how.rows, how.columns):
            return ""
        asked, there = f"{how.rows} × {how.columns}", f"{self.rows} × {self.columns}"
        if how.is_square:
            return (
                f"Squares, {asked}, would lie on each other in so long a picture, so there are {there}. "
                f"Choose the picture's shape to have {asked}."
            )
        return f"This picture has too few pixels for tiles of {asked}: some would be the same, so there are {there}."


def tiled(picture: tuple[int, int], how: Tiling, like: Frame | None = None) -> Tiles:
    """Lay tiles that cover a *picture*, (width, height), with no gap, and no two of them alike.

    Args:
        like: Its fill and flips are those of every tile.

    Raises:
        TilingUnusable: it would take more than 400 tiles.
    """
    width, height = picture
    rows, columns = how.rows, how.columns
    if how.size_px is not None:
        columns, rows = (_count(length, how.size_px, how.overlap) for length in picture)
        if rows * columns > MOST_TILES:
            what = f"Tiles of {how.size_px} pixels would be {rows} x {columns}"
            raise TilingUnusable(f"{what}, more than {MOST_TILES}. Choose larger ones, or less overlap.")
        across = down = how.size_px
    else:
        across, down = (_edge(*one, how.overlap) for one in ((width, columns), (height, rows)))
        if how.is_square:
            across = down = max(across, down)
    # A picture too narrow for the columns asked for has fewer: two that begin at one place would be one tile twice.
    lefts = _starts(width, across, columns, how)
    tops = _starts(height, down, rows, how)
    base = Frame(0, 0, across, down) if like is None else replace(like, angle=0.0)
    tiles = tuple(
        Tile(replace(base, left=left, top=top, right=left + across, bottom=top + down), row, column)
        for row, top in enumerate(tops)
        for column, left in enumerate(lefts)
    )
    return Tiles(tiles, len(tops), len(lefts), _shared(lefts, across), _shared(tops, down))


def _edge(length: int, count: int, overlap: float) -> int:
    """Return the shortest edge with which *count* tiles that share *overlap* cover *length*."""
    return max(1, math.ceil(length / (count - (count - 1) * overlap) - 1e-9))


def _count(length: int, edge: int, overlap: float) -> int:
    """Return how many tiles of *edge* that share at least *overlap* cover *length*."""
    step = max(1.0, edge * (1 - overlap))
    return max(1, math.ceil((length - edge) / step - 1e-9) + 1)


def _starts(length: int, edge: int, count: int, how: Tiling) -> list[int]:
    """Return where *count* tiles of *edge* begin on *length* pixels; fewer where some would lie on each other."""
    if count == 1 or (edge >= length and not how.pads):
        return [math.floor((length - edge) / 2)]
    step = edge * (1 - how.overlap) if how.pads else (length - edge) / (count - 1)
    begin = (length - edge - step * (count - 1)) / 2
    return list(dict.fromkeys(math.floor(begin + step * number + 0.5) for number in range(count)))


def _shared(starts: list[int], edge: int) -> float:
    return max(0.0, 1 - (starts[1] - starts[0]) / edge) if len(starts) > 1 else 0.0
