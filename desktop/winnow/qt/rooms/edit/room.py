"""The Edit room: one picture after the other, a frame over each."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from winnow.app.pipelines.editing import EditItem, EditPicture, accept_frame, editable, load_picture
from winnow.domain.changes import Changes, Topic
from winnow.domain.frame import Frame
from winnow.qt.bridge import Bridge
from winnow.qt.canvas.canvas import FrameCanvas
from winnow.qt.canvas.painting import CanvasFrame
from winnow.qt.room import RoomWidget
from winnow.qt.rooms.edit.panel import FramePanel
from winnow.qt.widgets.button import Button, IconButton, Role
from winnow.qt.widgets.empty_state import EmptyState
from winnow.qt.words import room_words
from winnow.vision.decoder import Decoder


class EditRoom(RoomWidget):
    """The canvas with the frame; Enter accepts and goes on to the next picture."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(room_words("edit"), parent)
        self._bridge = bridge
        self._decoder = Decoder()
        self._items: tuple[EditItem, ...] = ()
        self._at = 0
        self._picture: EditPicture | None = None
        self._active = 0
        self.canvas = FrameCanvas(self)
        self.panel = FramePanel(self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.canvas.accepted.connect(self._accept)
        self.canvas.frame_changed.connect(self.panel.show_frame)
        self.canvas.frame_picked.connect(self._pick_frame)
        self.panel.aspect_chosen.connect(self.canvas.set_aspect)
        self.panel.frame_wanted.connect(self.canvas.set_frame)
        bridge.changed.connect(self._look)
        bridge.closing.connect(self._close_decoder)

    def enter(self) -> None:
        self._ask()

    @Slot()
    def go_on(self, _checked: bool = False) -> None:
        """Show the next picture."""
        self._go_to(self._at + 1)

    @Slot()
    def go_back(self, _checked: bool = False) -> None:
        """Show the picture before."""
        self._go_to(self._at - 1)

    @Slot()
    def accept(self, _checked: bool = False) -> None:
        """Keep the frame as it is drafted, and go on."""
        if self.canvas.frame is not None:
            self._accept(self.canvas.frame)

    @Slot()
    def reset(self, _checked: bool = False) -> None:
        """Draft the frame that covers the whole picture."""
        if self._picture is not None:
            self.canvas.set_frame(Frame.whole(*self._picture.full_size))

    def _lay_out(self) -> None:
        back = IconButton("chevron-left", self.tr("Picture before"), self)
        back.clicked.connect(self.go_back)
        on = IconButton("chevron-right", self.tr("Next picture"), self)
        on.clicked.connect(self.go_on)
        self.toolbar.add_widget(back)
        self.toolbar.add_widget(on)
        reset = Button(self.tr("Reset frame"), self, Role.QUIET, "reset")
        reset.clicked.connect(self.reset)
        accept = Button(self.tr("Accept, next"), self, Role.PRIMARY)
        accept.clicked.connect(self.accept)
        self.toolbar.add_action(reset)
        self.toolbar.add_action(accept)
        empty = EmptyState(
            self.tr("Nothing to edit yet"),
            self.tr("Collect pictures first. Here a frame over each of them crops (inward) or pads (outward)."),
            self,
            icon_name="crop",
        )
        self._stack.addWidget(empty)
        self._stack.addWidget(self.canvas)
        self.set_body(self._stack)
        self.set_inspector(self.panel)

    @Slot(object)
    def _look(self, changes: Changes) -> None:
        if not self.isVisible():
            return
        if changes.touches(Topic.IMAGES, Topic.FRAMES):
            self._ask()
        if changes.touches(Topic.FRAMES) and self._picture is not None and self._picture.id in changes.ids:
            self._go_to(self._at)

    def _ask(self) -> None:
        self._bridge.ask("edit-items", self._show_items, editable)

    def _show_items(self, items: tuple[EditItem, ...]) -> None:
        wanted = self._items[self._at].id if self._items else 0
        self._items = items
        self._stack.setCurrentIndex(1 if items else 0)
        at = next((index for index, item in enumerate(items) if item.id == wanted), 0)
        if self._picture is None or not items or self._picture.id != items[at].id:
            self._go_to(at)

    def _go_to(self, at: int) -> None:
        if not 0 <= at < len(self._items):
            return
        self._at = at
        item = self._items[at]
        words = self.tr("{0}, {1} of {2}, {3} × {4}")
        self.toolbar.show_words(words.format(item.file, at + 1, len(self._items), item.width, item.height))
        session = self._bridge.session
        self._bridge.fetch("edit-picture", self._show_picture, load_picture, session, self._decoder, item.id)

    def _show_picture(self, picture: EditPicture) -> None:
        self._picture = picture
        self.canvas.show_picture(picture.pixels, picture.full_size)
        self._pick_frame(0)
        self.canvas.setFocus()

    @Slot(int)
    def _pick_frame(self, active: int) -> None:
        if self._picture is None:
            return
        self._active = active
        self.canvas.show_frames([CanvasFrame(one.frame) for one in self._picture.frames], active)
        self.panel.show_frame(self._picture.frames[active].frame)

    @Slot(object)
    def _accept(self, frame: Frame) -> None:
        if self._picture is None:
            return
        session, picture = self._bridge.session, self._picture
        topic = f"edit-accept-{picture.id}"
        self._bridge.fetch(
            topic, self._say_accepted, accept_frame, session, self._decoder, picture, self._active, frame
        )
        self.go_on()

    def _say_accepted(self, _image: int) -> None:
        self._ask()

    @Slot()
    def _close_decoder(self) -> None:
        self._decoder.close()
