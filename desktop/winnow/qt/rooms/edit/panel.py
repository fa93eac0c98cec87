"""The right of Edit: what the network gets, what can be set for a frame, and all frames of the picture."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from winnow.domain.frame import Fill, Frame
from winnow.qt.looking_only import changes_project
from winnow.qt.rooms.edit.angle_slider import AngleSlider
from winnow.qt.rooms.edit.apply_box import ApplyBox
from winnow.qt.rooms.edit.fill_field import FillField
from winnow.qt.rooms.edit.frame_list import FrameList
from winnow.qt.rooms.edit.preview import PreviewGroup
from winnow.qt.widgets.button import Button
from winnow.qt.widgets.form import FormRow, Separator
from winnow.qt.widgets.number_field import NumberField
from winnow.qt.widgets.segmented import Segmented

_ASPECTS = {"free": None, "1:1": 1.0, "4:3": 4 / 3, "3:2": 3 / 2, "16:9": 16 / 9, "model": 1.0}
_SLIDER_DEGREES = 45
_TENTHS = 10


class FramePanel(QWidget):
    """Shows a frame's numbers, and tells what the person wants otherwise."""

    aspect_chosen = Signal(object)  # width / height, or None
    frame_wanted = Signal(Frame)
    tiles_wanted = Signal()
    subject_wanted = Signal()
    trim_wanted = Signal()
    copy_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self.preview = PreviewGroup(self)
        named = {"free": self.tr("Free"), "model": self.tr("Model")}
        self.aspect = Segmented([(key, named.get(key, key)) for key in _ASPECTS], self, stretch=True)
        self.fill = FillField(self)
        self.angle = NumberField(-180.0, 180.0, 1, self, "°")
        self.angle.setAccessibleName(self.tr("Angle"))
        self.angle.setWrapping(True)
        self.angle.setFixedWidth(80)
        self.slider = AngleSlider(self)
        self.slider.setRange(-_SLIDER_DEGREES * _TENTHS, _SLIDER_DEGREES * _TENTHS)
        self.slider.setAccessibleName(self.tr("Angle"))
        for control in (self.angle, self.slider):
            changes_project(control)
        self.frames = FrameList(self)
        self.apply = ApplyBox(self)
        self._lay_out()
        self.aspect.chosen.connect(self._choose_aspect)
        self.fill.fill_wanted.connect(self._choose_fill)
        self.angle.valueChanged.connect(self._choose_angle)
        self.slider.valueChanged.connect(self._slide)
        self.preview.flip_x_wanted.connect(self.flip_x)
        self.preview.flip_y_wanted.connect(self.flip_y)
        self.preview.quarter_wanted.connect(self.turn_quarter)

    @property
    def aspect_ratio(self) -> float | None:
        """Width divided by height that frames are kept in; None where they are free."""
        return _ASPECTS[self.aspect.key]

    def show_frame(self, frame: Frame) -> None:
        """Show the numbers of *frame*; the aspect stays chosen, for the next drag and the next picture."""
        self._frame = frame
        self.fill.show_fill(frame.fill)
        for field, value in ((self.angle, frame.angle), (self.slider, round(frame.angle * _TENTHS))):
            field.blockSignals(True)
            field.setValue(value)  # type: ignore[arg-type]
            field.blockSignals(False)

    @Slot()
    def flip_x(self, _checked: bool = False) -> None:
        """Mirror the frame left to right."""
        if self._frame is not None:
            self.frame_wanted.emit(replace(self._frame, flip_x=not self._frame.flip_x))

    @Slot()
    def flip_y(self, _checked: bool = False) -> None:
        """Mirror the frame top to bottom."""
        if self._frame is not None:
            self.frame_wanted.emit(replace(self._frame, flip_y=not self._frame.flip_y))

    @Slot()
    def turn_quarter(self, _checked: bool = False) -> None:
        """Turn the frame by 90 degrees, about its middle, so that it covers what it covered."""
        if self._frame is None:
            return
        width, height = self._frame.size
        left = (self._frame.left + self._frame.right - height) // 2
        top = (self._frame.top + self._frame.bottom - width) // 2
        angle = (self._frame.angle + 90 + 180) % 360 - 180
        self.frame_wanted.emit(
            replace(self._frame, left=left, top=top, right=left + height, bottom=top + width, angle=angle)
        )

    def _lay_out(self) -> None:
        angle = QWidget(self)
        row = QHBoxLayout(angle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.slider, 1)
        row.addWidget(self.angle)
        tools = QGridLayout()
        tools.setSpacing(8)
        for at, (words, icon_name, keys, wish) in enumerate(
            (
                (self.tr("Tiles…"), "grid", "T", self.tiles_wanted),
                (self.tr("Find subject"), "subject", "S", self.subject_wanted),
                (self.tr("Trim borders"), "fit", "B", self.trim_wanted),
            )
        ):
            button = changes_project(Button(words, self, icon_name=icon_name))
            button.setToolTip(f"{words}  {keys}")
            button.clicked.connect(wish)
            tools.addWidget(button, *divmod(at, 2))
        copy = Button(self.tr("Copy"), self, icon_name="copy")
        copy.setToolTip(self.tr("Copy the frame in hand") + "  Ctrl+C")
        copy.clicked.connect(self.copy_wanted)
        paste = Button(self.tr("Paste"), self)
        changes_project(paste)
        paste.setToolTip(self.tr("Lay the copied frame over this picture, in proportion") + "  Ctrl+V")
        paste.clicked.connect(self.paste_wanted)
        both = QHBoxLayout()
        both.setSpacing(4)
        both.addWidget(copy, 3)
        both.addWidget(paste, 2)
        tools.addLayout(both, 1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.preview)
        column.addWidget(FormRow(self.tr("Aspect"), self.aspect, self))
        column.addWidget(FormRow(self.tr("Fill past the edge"), self.fill, self))
        column.addWidget(FormRow(self.tr("Angle"), angle, self))
        column.addWidget(self.frames)
        column.addLayout(tools)
        column.addWidget(Separator(self))
        column.addWidget(self.apply)
        column.addStretch(1)

    @Slot(str)
    def _choose_aspect(self, key: str) -> None:
        self.aspect_chosen.emit(_ASPECTS[key])

    @Slot(object)
    def _choose_fill(self, fill: Fill) -> None:
        if self._frame is not None:
            self.frame_wanted.emit(self._frame.filled(fill))

    @Slot(float)
    def _choose_angle(self, angle: float) -> None:
        if self._frame is not None:
            self.frame_wanted.emit(replace(self._frame, angle=round(angle, 1)))

    @Slot(int)
    def _slide(self, tenths: int) -> None:
        self._choose_angle(tenths / _TENTHS)
