"""The frame on the canvas: how long one step of a drag takes; how often the subject is found."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import numpy.typing as npt
from figures import Figure, Found, Note, Skipped
from PIL import Image
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from subject_boxes import BOXES

from winnow.domain.frame import Fill, FillMode, Frame
from winnow.qt.application import create_application
from winnow.qt.canvas.canvas import FrameCanvas
from winnow.qt.canvas.geometry import Handle
from winnow.qt.canvas.painting import CanvasFrame, handle_points, turn_point
from winnow.vision.subject import find_subject

WIDTH, HEIGHT = 4000, 3000
STEPS = 120
FRAME_MS = 16.0
PETS = Path(__file__).resolve().parents[4] / "shared" / "data" / "pets"

Pixels = npt.NDArray[np.uint8]


def dragging() -> Iterator[Found]:
    """G-edit: p95 of one step of a drag, painted, on a 12-megapixel picture, for every fill and for turning."""
    app = create_application(["bench"])
    canvas = FrameCanvas()
    canvas.resize(1052, 668)
    canvas.show()
    canvas.show_picture(_photo(), (WIDTH, HEIGHT))
    yield Note(f"{WIDTH} x {HEIGHT} pixels on {canvas.width()} x {canvas.height()}, {app.platformName()}")
    worst = 0.0
    for mode in FillMode:
        times = _drag(canvas, Frame(-400, -300, 3600, 3300, fill=Fill(mode)), Handle.BOTTOM_RIGHT)
        worst = max(worst, _p95(times))
        yield Note(f"corner, {mode.value}: median {np.median(times):.1f} ms, p95 {_p95(times):.1f} ms")
    for name, angle, hold in (("move, turned", 12.0, Handle.INSIDE), ("turn", 0.0, None)):
        times = _drag(canvas, Frame(-400, -300, 3600, 3300, angle, fill=Fill(FillMode.REFLECT)), hold)
        worst = max(worst, _p95(times))
        yield Note(f"{name}, reflect: median {np.median(times):.1f} ms, p95 {_p95(times):.1f} ms")
    canvas.close()
    yield Figure("G-edit", "slowest p95 of a drag step", worst, FRAME_MS, at_most=True, unit=" ms")


def finding() -> Iterator[Found]:
    """Hit rate of the suggested frame (IoU of at least 0.5) on photos whose boxes were drawn by eye, and of guesses.

    The method's few numbers were chosen on the same photos: other photos will be hit a little less often.
    """
    if not PETS.is_dir():
        yield Skipped("subject", "hit rate", f"{PETS} is not there")
        return
    guesses = {"whole picture": (0.0, 0.0, 1.0, 1.0), "middle 70 %": (0.15, 0.15, 0.85, 0.85)}
    hits: dict[str, list[float]] = {name: [] for name in ("subject", *guesses)}
    begin = time.perf_counter()
    for name, (left, top, right, bottom) in BOXES.items():
        pixels = np.asarray(Image.open(PETS / name).convert("RGB"))
        true = left / 100, top / 100, right / 100, bottom / 100
        hits["subject"].append(_overlap(find_subject(pixels).box, true))
        for guess, box in guesses.items():
            hits[guess].append(_overlap(box, true))
    took = (time.perf_counter() - begin) * 1000 / len(BOXES)
    yield Note(f"{len(BOXES)} photos, {took:.0f} ms each with opening the file")
    for name, found in hits.items():
        yield Note(f"{name}: {np.mean(np.array(found) >= 0.5):.0%} hit, mean IoU {np.mean(found):.2f}")
    best = max(float(np.mean(hits[name])) for name in guesses)
    yield Figure("subject", "mean IoU against the better guess", float(np.mean(hits["subject"])) / best, 1.0)


def _photo() -> Pixels:
    small = np.random.default_rng(1).integers(0, 256, (30, 40, 3), dtype=np.uint8)
    return np.asarray(Image.fromarray(small).resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC))


def _drag(canvas: FrameCanvas, frame: Frame, hold: Handle | None) -> list[float]:
    """Return the milliseconds of each step; *hold* None turns the frame."""
    canvas.show_frames([CanvasFrame(frame, 0, "C", "cat")])
    canvas.fit()
    QApplication.processEvents()
    view = canvas._view
    if hold is None:
        at = turn_point(frame, view)
    elif hold is Handle.INSIDE:
        at = QPointF(canvas.width() / 2, canvas.height() / 2)
    else:
        at = handle_points(frame, view)[hold]
    _send(canvas, QEvent.Type.MouseButtonPress, at)
    times = []
    for step in range(STEPS):
        to = at - QPointF(1.3 * step, 0.9 * step)
        begin = time.perf_counter()
        _send(canvas, QEvent.Type.MouseMove, to)
        canvas.repaint()
        times.append((time.perf_counter() - begin) * 1000)
    _send(canvas, QEvent.Type.MouseButtonRelease, at)
    return times


def _send(canvas: FrameCanvas, kind: QEvent.Type, at: QPointF) -> None:
    left = Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(canvas, QMouseEvent(kind, at, canvas.mapToGlobal(at), left, left, none))


def _p95(times: list[float]) -> float:
    return float(np.percentile(times, 95))


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> float:
    """Return the intersection of two boxes over their union."""
    across = max(0.0, min(one[2], other[2]) - max(one[0], other[0]))
    down = max(0.0, min(one[3], other[3]) - max(one[1], other[1]))
    both = across * down
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in (one, other)]
    return both / (areas[0] + areas[1] - both)
