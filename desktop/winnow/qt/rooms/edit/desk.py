"""The picture in hand: its draft between the canvas and the panel, and what is suggested for it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from winnow.app.commands.labelling import LabelImages
from winnow.app.pipelines.editing import keep_draft, suggest_subject, suggest_trim
from winnow.domain.changes import Changes, Topic
from winnow.domain.fit import Fit
from winnow.domain.frame import Colour, Draft, Fill, FillMode, Frame, StoredFrame
from winnow.domain.ids import LabelId
from winnow.domain.label import letters
from winnow.domain.reshaping import carried
from winnow.qt.bridge import Bridge
from winnow.qt.canvas.canvas import FrameCanvas
from winnow.qt.canvas.painting import CanvasFrame
from winnow.qt.canvas.zoom_box import ZoomBox
from winnow.qt.rooms.edit.drafting import Drafting
from winnow.qt.rooms.edit.fetching import Loaded, Preview, Whole
from winnow.qt.rooms.edit.frame_order import FrameOrder
from winnow.qt.rooms.edit.looking import Looking
from winnow.qt.rooms.edit.panel import FramePanel
from winnow.qt.rooms.edit.walking import Walk


class Desk(QObject):
    """Joins draft, canvas and panel of one picture."""

    said = Signal(str)  # what came of a wish, where the picture does not show it
    steps_changed = Signal()  # whether the draft has steps to take back, or to do again

    def __init__(
        self, bridge: Bridge, walk: Walk, canvas: FrameCanvas, panel: FramePanel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._walk = walk
        self._canvas = canvas
        self._panel = panel
        self._loaded: Loaded | None = None
        self._whole: Whole | None = None
        self._drafts: dict[int, Draft | None] = {}
        """What was last kept of each picture; the project may not have it yet when it is shown again."""
        self._copied: tuple[StoredFrame, tuple[int, int]] | None = None
        self._steps = (False, False)
        self.drafting = Drafting(self)
        self.order = FrameOrder(self.drafting, self)
        self.looking = Looking(bridge, self.drafting, self)
        self.zoom = ZoomBox(canvas)
        corner = QVBoxLayout(canvas)
        corner.setContentsMargins(12, 12, 12, 12)
        corner.addWidget(self.zoom, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self._connect()

    def wishes(self) -> dict[str, Callable[..., None]]:
        """Return what the keys of the canvas do to the picture in hand."""
        order, panel = self.order, self._panel
        return {
            "reset": order.reset,
            "add": order.add,
            "duplicate": order.duplicate,
            "delete": order.delete,
            "earlier": order.earlier,
            "later": order.later,
            "next frame": order.pick_next,
            "subject": self.find_subject,
            "trim": self.trim_borders,
            "flip x": panel.flip_x,
            "flip y": panel.flip_y,
            "quarter": panel.turn_quarter,
            "eyedropper": self._pick_colour,
            "thirds": self.zoom.toggle_thirds,
            "copy": self.copy,
            "paste": self.paste,
        }

    def show_loaded(self, loaded: Loaded | None) -> None:
        """Take another picture in hand; None: there is none."""
        self._loaded, self._whole = loaded, None
        self.looking.show_loaded(loaded)
        if loaded is None:
            self.drafting.end()
            self._show_steps()
        else:
            self._canvas.show_made(loaded.shown)
            self.drafting.begin(loaded.picture, self._drafts.get(loaded.picture.id, loaded.picture.draft))

    @Slot(object)
    def show_whole(self, whole: Whole) -> None:
        """Have all pixels of the picture in hand."""
        self._whole = whole
        self._canvas.show_detail(whole.shown)
        self.looking.show_whole(whole)

    def show_fit(self, how: Fit) -> None:
        """Say how frames become the network's square."""
        self._canvas.set_input_size(how.size)
        self._panel.preview.show_size(how.size)
        self.looking.show_fit(how)

    @Slot()
    def show_frames(self) -> None:
        """Show the draft on the canvas and in the panel."""
        drafting, view = self.drafting, self._walk.view
        if self._loaded is None or not drafting.frames:
            return
        label = self._walk.label
        by_id = {one.id: one for one in view.labels}
        marks = dict(zip(by_id, letters([one.name for one in view.labels]), strict=True))
        shown = []
        for one in drafting.frames:
            own = by_id.get(one.label_id, label) if one.label_id is not None else label
            is_known = own is not None and own.id in marks
            shown.append(
                CanvasFrame(one.frame, own.position, marks[own.id], own.name)
                if own is not None and is_known
                else CanvasFrame(one.frame)
            )
        self._canvas.show_frames(shown, drafting.active)
        frame = drafting.frame
        if frame is not None:
            self._panel.show_frame(frame)
        number = None if label is None else label.id
        size = self._loaded.picture.full_size
        self._panel.frames.show_frames(drafting.frames, drafting.active, size, number, view.labels)
        self._show_steps()

    def keep(self) -> None:
        """Remember what was drafted."""
        self.drafting.rest()
        if self._loaded is not None and self.drafting.is_begun:
            number = self._loaded.picture.id
            self._drafts[number] = self.drafting.kept
            future = keep_draft(self._bridge.session, number, self.drafting.kept)
            future.add_done_callback(self._check)

    def close(self) -> None:
        """Keep what was drafted, and ask for nothing any more: the project is being closed."""
        self.keep()
        self.drafting.end()
        self.looking.show_loaded(None)
        self._loaded = None

    def forget(self) -> None:
        """End the draft: its frames are being accepted."""
        if self._loaded is not None:
            self._drafts[self._loaded.picture.id] = None
        self.drafting.end()
        self._show_steps()

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        """Forget drafts of pictures whose frames were changed: those end with it."""
        if changes.touches(Topic.FRAMES):
            for number in changes.ids:
                self._drafts[number] = None

    @Slot(int, object)
    def label(self, at: int, label: LabelId | None) -> None:
        """Label the frame *at*.

        The only frame's label is the picture's, and so is the first label of a
        picture that has none: its frames count for nothing without it.
        """
        is_only = len(self.drafting.frames) <= 1
        if self._loaded is not None and (is_only or (self._walk.label is None and label is not None)):
            self._bridge.do(LabelImages((self._loaded.picture.id,), label))
        else:
            self.order.label_at(at, label)

    @Slot()
    def find_subject(self, _checked: bool = False) -> None:
        """Draft a frame around what is salient, in the chosen aspect."""
        frame, loaded = self.drafting.frame, self._loaded
        if frame is not None and loaded is not None:
            size, aspect = loaded.picture.full_size, self._panel.aspect_ratio
            self._bridge.fetch("edit-subject", self._take_subject, suggest_subject, loaded.small, size, frame, aspect)

    @Slot()
    def trim_borders(self, _checked: bool = False) -> None:
        """Draft a frame without the picture's uniform borders."""
        frame, loaded = self.drafting.frame, self._loaded
        if frame is not None and loaded is not None:
            pixels = loaded.picture.pixels if self._whole is None else self._whole.pixels
            self._bridge.fetch("edit-trim", self._take_trim, suggest_trim, pixels, loaded.picture.full_size, frame)

    @Slot()
    def copy(self, _checked: bool = False) -> None:
        """Remember the frame in hand for another picture."""
        if self.drafting.frames and self._loaded is not None:
            self._copied = (self.drafting.frames[self.drafting.active], self._loaded.picture.full_size)
            self.said.emit(self.tr("Frame copied. Paste it over another picture."))

    @Slot()
    def paste(self, _checked: bool = False) -> None:
        """Lay the frame that was copied over this picture, in proportion."""
        if self._copied is not None and self._loaded is not None:
            one, size = self._copied
            self.drafting.put(carried(one.frame, size, self._loaded.picture.full_size))

    def _connect(self) -> None:
        canvas, panel, drafting, zoom = self._canvas, self._panel, self.drafting, self.zoom
        self._bridge.changed.connect(self._hear)
        drafting.changed.connect(self.show_frames)
        drafting.settled.connect(self._keep_soon)
        canvas.frame_changed.connect(self._take_frame)
        canvas.frame_picked.connect(drafting.pick)
        canvas.cancelled.connect(self._cancel)
        canvas.colour_picked.connect(self._take_colour)
        canvas.step_wanted.connect(self.step)
        canvas.zoom_changed.connect(zoom.show_zoom)
        zoom.in_wanted.connect(canvas.zoom_in)
        zoom.out_wanted.connect(canvas.zoom_out)
        zoom.whole_wanted.connect(canvas.fit)
        zoom.full_wanted.connect(self._show_full)
        zoom.thirds_wanted.connect(canvas.set_thirds)
        panel.aspect_chosen.connect(canvas.set_aspect)
        panel.frame_wanted.connect(canvas.set_frame)
        panel.subject_wanted.connect(self.find_subject)
        panel.trim_wanted.connect(self.trim_borders)
        panel.copy_wanted.connect(self.copy)
        panel.paste_wanted.connect(self.paste)
        panel.fill.eyedropper_wanted.connect(canvas.pick_colour)
        panel.frames.picked.connect(drafting.pick)
        panel.frames.label_wanted.connect(self.label)
        panel.frames.add_wanted.connect(self.order.add)
        panel.frames.duplicate_wanted.connect(self.order.duplicate)
        panel.frames.delete_wanted.connect(self.order.delete)
        panel.frames.move_wanted.connect(self.order.move)
        self.looking.previewed.connect(self._show_preview)
        self.looking.pictured.connect(panel.frames.show_images)

    @Slot(object)
    def _take_frame(self, frame: Frame) -> None:
        self.drafting.put(frame)

    def _take_subject(self, frame: Frame) -> None:
        self.drafting.put(frame, "subject")

    def _take_trim(self, frame: Frame | None) -> None:
        if frame is None:
            self.said.emit(self.tr("This picture has no uniform borders."))
        else:
            self.drafting.put(frame, "trim")

    @Slot(object)
    def _take_colour(self, colour: Colour) -> None:
        self._canvas.set_fill(Fill(FillMode.CONSTANT, colour))

    @Slot()
    def _cancel(self) -> None:
        self.drafting.cancel()

    @Slot(int)
    def step(self, by: int) -> None:
        """Take the last step of the draft back (-1), or do it again (1)."""
        if by < 0:
            self.drafting.step_back()
        else:
            self.drafting.step_on()

    @Slot()
    def _pick_colour(self, _checked: bool = False) -> None:
        self._canvas.pick_colour()

    @Slot()
    def _show_full(self) -> None:
        self._canvas.zoom_to(1.0)

    @Slot(object)
    def _show_preview(self, found: Preview) -> None:
        self._panel.preview.show_squares(found.images)

    @Slot()
    def _keep_soon(self) -> None:
        self._show_steps()
        self.keep()

    def _show_steps(self) -> None:
        before, self._steps = self._steps, self.drafting.steps
        if self._steps != before:
            self._canvas.set_steps(*self._steps)
            self.steps_changed.emit()

    def _check(self, future: Future[None]) -> None:
        error = future.exception()
        if error is not None:
            self._bridge.failed.emit(error)
