"""The grid against QListView, interleaved: ratios, not absolute figures.

The list paints less in a cell than the grid does: a picture and one bar.

``measure_beside()`` gives medians in milliseconds; it needs a QApplication.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from winnow.app.grid_rows import KEY_BYTES, GridRows, Section
from winnow.qt.grid.loader import Thumb
from winnow.qt.grid.view import GridView

WIDTH, HEIGHT, ROUNDS = 1600, 1000, 7
_SHADES = 256


def rows_of(n: int, sections: int = 100) -> GridRows:
    """Return *n* made-up rows whose keys, and so whose pictures, repeat after 256."""
    keys = np.zeros((n, KEY_BYTES), np.uint8)
    keys[:, 0] = np.arange(n) % _SHADES
    each = n // sections
    parts = tuple(Section(at, f"Cluster {at + 1}", at * each, each, cluster=at + 1) for at in range(sections))
    return GridRows(np.arange(n), keys, np.arange(n, dtype=np.int32) % 2, np.zeros(n, np.uint8), parts, ("C", "D"))


def shade(number: int, edge_px: int = 104) -> QImage:
    """Return the picture of key *number*."""
    made = QImage(edge_px, edge_px, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(QColor.fromHsv(number, 120, 200))
    return made


Made = tuple[QWidget, Callable[[], None]]
"""A view, and what shows its rows in it."""


def grid(n: int) -> Made:
    """Return Winnow's grid for *n* rows, with all their pictures there."""
    view = GridView()
    view.resize(WIDTH, HEIGHT)
    for number in range(_SHADES):
        view._pixmaps.put(Thumb(bytes([number] + [0] * (KEY_BYTES - 1)), 104, shade(number)), 1.0)
    rows = rows_of(n)
    return view, lambda: view.show_rows(rows)


class _Items(QAbstractListModel):
    def __init__(self, n: int) -> None:
        super().__init__()
        self._n = n

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's
        return self._n

    def data(self, index: QModelIndex, role: int = 0) -> object:
        return None


class _Painter(QStyledItemDelegate):
    def __init__(self) -> None:
        super().__init__()
        self._pixmaps = [QPixmap.fromImage(shade(number)) for number in range(_SHADES)]

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # noqa: N802 - Qt's
        return QSize(112, 112)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        at: QRect = option.rect
        painter.drawPixmap(at.x(), at.y(), self._pixmaps[index.row() % _SHADES])
        painter.fillRect(at.x(), at.y() + 100, 104, 4, Qt.GlobalColor.darkYellow)


def plain_list(n: int) -> Made:
    """Return the toolkit's own list for *n* pictures, without sections."""
    view = QListView()
    view.setViewMode(QListView.ViewMode.ListMode)
    view.setFlow(QListView.Flow.LeftToRight)
    view.setWrapping(True)
    view.setUniformItemSizes(True)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.resize(WIDTH, HEIGHT)
    view.kept = (_Items(n), _Painter())  # type: ignore[attr-defined]
    view.setItemDelegate(view.kept[1])  # type: ignore[attr-defined]
    return view, lambda: view.setModel(view.kept[0])  # type: ignore[attr-defined]


def measure_beside(cases: Sequence[tuple[int, Callable[[int], Made]]]) -> list[dict[str, float]]:
    """Return for each (rows, maker) the median milliseconds of first paint, scroll step, page, jump and resize."""
    found: list[dict[str, list[float]]] = [{} for _ in cases]
    for _ in range(ROUNDS):
        for (n, make), times in zip(cases, found, strict=True):
            _measure_once(n, make, times)
    return [{name: round(statistics.median(each), 2) for name, each in times.items()} for times in found]


def _measure_once(n: int, make: Callable[[int], Made], found: dict[str, list[float]]) -> None:
    view, fill = make(n)
    begin = time.perf_counter()
    fill()
    view.show()
    _settle(view)
    _note(found, "first", begin)
    for name, by in (("step", 40), ("page", HEIGHT - 40), ("jump", 250_000)):
        bar = view.verticalScrollBar()  # type: ignore[attr-defined]
        for turn in range(8):
            begin = time.perf_counter()
            bar.setValue((bar.value() + by) if by < 9000 else (turn * by) % bar.maximum())
            _settle(view)
            _note(found, name, begin)
    begin = time.perf_counter()
    view.resize(WIDTH - 160, HEIGHT)
    _settle(view)
    _note(found, "resize", begin)
    view.close()
    view.deleteLater()
    QApplication.processEvents()


def _settle(view: QWidget) -> None:
    QApplication.processEvents()


def _note(found: dict[str, list[float]], name: str, begin: float) -> None:
    found.setdefault(name, []).append((time.perf_counter() - begin) * 1000)
