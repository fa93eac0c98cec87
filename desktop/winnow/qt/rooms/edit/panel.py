"""What can be set for a frame: its aspect, its fill, its flips."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from winnow.domain.frame import Fill, FillMode, Frame
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.button import Button
from winnow.qt.widgets.form import FormRow, SectionHeading
from winnow.qt.widgets.inspector import InspectorPane
from winnow.qt.widgets.label import Label
from winnow.qt.widgets.segmented import Segmented

_ASPECTS = {"free": None, "1:1": 1.0, "4:3": 4 / 3, "3:2": 3 / 2, "16:9": 16 / 9}


class FramePanel(InspectorPane):
    """Shows a frame's numbers, and tells what the person wants otherwise."""

    aspect_chosen = Signal(object)  # width / height, or None
    frame_wanted = Signal(Frame)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self._size = Label("", Type.SMALL, "text-2", self, wrap=True)
        aspects = [(key, self.tr("Free") if key == "free" else key) for key in _ASPECTS]
        self.aspect = Segmented(aspects, self, stretch=True)
        self.fill = Segmented(
            [
                (FillMode.CONSTANT.value, self.tr("Colour")),
                (FillMode.EDGE.value, self.tr("Edge")),
                (FillMode.REFLECT.value, self.tr("Reflect")),
                (FillMode.BLUR.value, self.tr("Blur")),
                (FillMode.MEAN.value, self.tr("Mean")),
            ],
            self,
            stretch=True,
        )
        flip_x = Button(self.tr("Mirror"), self, icon_name="flip-x")
        flip_y = Button(self.tr("Upside down"), self, icon_name="flip-y")
        self.column.addWidget(SectionHeading(self.tr("Frame"), "", self))
        self.column.addWidget(self._size)
        self.column.addWidget(FormRow(self.tr("Aspect"), self.aspect, self))
        self.column.addWidget(FormRow(self.tr("Fill past the edge"), self.fill, self))
        self.column.addWidget(flip_x)
        self.column.addWidget(flip_y)
        self.column.addStretch(1)
        self.aspect.chosen.connect(self._choose_aspect)
        self.fill.chosen.connect(self._choose_fill)
        flip_x.clicked.connect(self._flip_x)
        flip_y.clicked.connect(self._flip_y)

    @Slot(object)
    def show_frame(self, frame: Frame) -> None:
        """Show the numbers of *frame*."""
        self._frame = frame
        self.fill.choose(frame.fill.mode.value)
        width, height = frame.size
        self._size.setText(self.tr("{0} × {1} px, from {2}, {3}").format(width, height, frame.left, frame.top))

    @Slot(str)
    def _choose_aspect(self, key: str) -> None:
        self.aspect_chosen.emit(_ASPECTS[key])

    @Slot(str)
    def _choose_fill(self, key: str) -> None:
        if self._frame is not None:
            self.frame_wanted.emit(replace(self._frame, fill=Fill(FillMode(key), self._frame.fill.colour)))

    @Slot()
    def _flip_x(self, _checked: bool = False) -> None:
        if self._frame is not None:
            self.frame_wanted.emit(replace(self._frame, flip_x=not self._frame.flip_x))

    @Slot()
    def _flip_y(self, _checked: bool = False) -> None:
        if self._frame is not None:
            self.frame_wanted.emit(replace(self._frame, flip_y=not self._frame.flip_y))
