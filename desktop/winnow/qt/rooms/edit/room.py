"""The Edit room: one picture after the other, frames over each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from winnow.app.jobs import Job
from winnow.app.pipelines.editing import accept_frames
from winnow.app.pipelines.framing import Applied, Change, ChangeKind, apply_to
from winnow.app.queries.editable import network_fit
from winnow.base.outcomes import Failed
from winnow.domain.frame import StoredFrame
from winnow.qt.bridge import Bridge
from winnow.qt.canvas.canvas import FrameCanvas
from winnow.qt.figures import count_words
from winnow.qt.grid.loader import ThumbnailLoader
from winnow.qt.looking_only import changes_project
from winnow.qt.room import RoomWidget
from winnow.qt.rooms.edit.apply_box import CLUSTER, SELECTION, THIS, UNEDITED
from winnow.qt.rooms.edit.desk import Desk
from winnow.qt.rooms.edit.fetching import Loaded, Unreadable
from winnow.qt.rooms.edit.film_strip import FilmStrip
from winnow.qt.rooms.edit.inspector import EditInspector
from winnow.qt.rooms.edit.keys import canvas_actions
from winnow.qt.rooms.edit.refused import RefusedPage
from winnow.qt.rooms.edit.tile_work import TileWork
from winnow.qt.rooms.edit.walking import Walk
from winnow.qt.theme.fonts import Type, font
from winnow.qt.widgets.button import Button, IconButton, Role
from winnow.qt.widgets.empty_state import EmptyState
from winnow.qt.widgets.label import ElidedLabel
from winnow.qt.words import room_words
from winnow.vision.decoder import Decoder

_EMPTY, _CANVAS, _REFUSED = 0, 1, 2


class EditRoom(RoomWidget):
    """The canvas with the frame; Enter accepts and goes on to the next picture, Backspace goes back."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(room_words("edit"), parent)
        self._bridge = bridge
        self._decoder = Decoder()
        self._loader: ThumbnailLoader | None = None
        self.walk = Walk(bridge, self._decoder, self)
        self.canvas = FrameCanvas(self)
        self.side = EditInspector(self)
        self.panel = self.side.frame
        self.strip = FilmStrip(self)
        self.desk = Desk(bridge, self.walk, self.canvas, self.panel, self)
        self.tiles = TileWork(bridge, self.canvas, self.side.tiles, self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()

    def edit(self, ids: tuple[int, ...], first: int = 0) -> None:
        """Walk through the pictures *ids* (none: all), beginning with *first* (0: the first of them)."""
        self.walk.choose(ids, first)
        if self.walk.is_awake:
            self.walk.ask()

    def enter(self) -> None:
        self.leave()
        self._loader = ThumbnailLoader(self._bridge.session.thumbnails.get)
        self.destroyed.connect(self._loader.close)
        self.strip.film.set_loader(self._loader)
        self.walk.is_awake = True
        self.walk.ask()
        self._bridge.ask("edit-fit", self.desk.show_fit, network_fit)

    def leave(self) -> None:
        """Load nothing more, and keep what was drafted."""
        self.walk.is_awake = False
        self.desk.keep()
        if self._loader is not None:
            self.strip.film.set_loader(None)
            self._loader.close()
            self._loader = None

    def steps(self) -> tuple[str, str]:
        back, on = self.desk.drafting.steps
        words = self.tr("Change of the draft")
        return words if back else "", words if on else ""

    def step(self, by: int) -> None:
        self.desk.step(by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter means what it means over the canvas; in a field it takes what was typed, and the next one accepts.
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or self.canvas.hasFocus():
            super().keyPressEvent(event)
        elif isinstance(QApplication.focusWidget(), (QLineEdit, QAbstractSpinBox)):
            self.canvas.setFocus()
        else:
            self.canvas.keyPressEvent(event)

    @Slot()
    def accept(self, _checked: bool = False) -> None:
        """Keep the frames as they are drafted, and go on."""
        loaded, drafting = self.walk.loaded, self.desk.drafting
        if loaded is None or self.tiles.is_on or not drafting.frames:
            return
        session, number = self._bridge.session, loaded.picture.id
        wanted = drafting.frames
        self.desk.forget()
        self._bridge.change(self._say_accepted, accept_frames, session, self._decoder, number, wanted)
        if self.walk.at + 1 < len(self.walk.view.rows):
            self.walk.go_on()
        else:
            self.toolbar.show_words(self.tr("That was the last picture; its frame is kept."))

    @Slot(object, str)
    def apply(self, kind: ChangeKind, to: str) -> None:
        """Give the pictures *to*, a kind of targets, what *kind* says of the frame in hand; its own picture stays."""
        frame, loaded = self.desk.drafting.frame, self.walk.loaded
        ids = tuple(self.walk.others(to).tolist())
        if frame is None or loaded is None or not ids:
            return
        tiles = self.side.tiles
        change = Change(
            kind,
            frame.fill,
            self.panel.aspect_ratio,
            frame,
            loaded.picture.full_size,
            tiles.tiling if kind is ChangeKind.TILES else None,
            tiles.leaves_out_empty,
        )
        title = self.tr("Frames of {0} pictures", n=len(ids)).format(count_words(len(ids)))
        running = self._bridge.jobs.start(Job(title, partial(apply_to, self._bridge.session, ids, change)))
        running.stepped.connect(self._hear_applying)
        running.ended.connect(self._end_applying)
        self.panel.apply.setEnabled(False)

    def _lay_out(self) -> None:
        self._name = ElidedLabel("", Type.BODY, parent=self)
        self._name.setFont(font(Type.GROUP))
        self._name.setMaximumWidth(320)
        self._back = IconButton("chevron-left", self.tr("Picture before"), self, "Backspace")
        self._back.clicked.connect(self.walk.go_back)
        self._on = IconButton("chevron-right", self.tr("Next picture"), self, "PgDown")
        self._on.clicked.connect(self.walk.go_on)
        for widget in (self._back, self._on, self._name):
            self.toolbar.add_widget(widget)
        self._all = Button(self.tr("Show all pictures"), self, Role.QUIET)
        self._all.clicked.connect(self._show_all)
        self.toolbar.add_action(self._all)
        self._reset = Button(self.tr("Reset frame"), self, Role.QUIET, "reset")
        changes_project(self._reset)
        self._reset.clicked.connect(self.desk.order.reset)
        self._skip = Button(self.tr("Skip"), self)
        self._skip.setToolTip(self.tr("Go on without accepting; what was drafted is kept") + "  PgDown")
        self._skip.clicked.connect(self.walk.go_on)
        self._accept = Button(self.tr("Accept, next"), self, Role.PRIMARY, key="Enter")
        changes_project(self._accept)
        self._accept.clicked.connect(self.accept)
        for button in (self._reset, self._skip, self._accept):
            self.toolbar.add_action(button)
        empty = EmptyState(
            self.tr("Nothing to edit yet"),
            self.tr("Collect pictures first. A frame over each of them crops or pads it."),
            self,
            icon_name="crop",
            buttons=[self.way_to("collect")],
        )
        self._refused = RefusedPage(self)
        for page in (empty, self.canvas, self._refused):
            self._stack.addWidget(page)
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.strip)
        self.set_body(body)
        self.set_inspector(self.side)

    def _connect(self) -> None:
        walk, canvas, panel, desk = self.walk, self.canvas, self.panel, self.desk
        desk.drafting.settled.connect(self._show_words)
        desk.said.connect(self.toolbar.show_words)
        desk.steps_changed.connect(self.steps_changed)
        walk.listed.connect(self._show_list)
        walk.leaving.connect(self._leave_picture)
        walk.arrived.connect(self._show_loaded)
        walk.refused.connect(self._show_refused)
        walk.detailed.connect(desk.show_whole)
        canvas.accepted.connect(self.accept)
        canvas.back_wanted.connect(walk.go_back)
        self.strip.picked.connect(walk.go_to)
        panel.tiles_wanted.connect(self._begin_tiles)
        panel.apply.apply_wanted.connect(self.apply)
        self.tiles.added.connect(self._add_tiles)
        self.tiles.ended.connect(self._end_tiles)
        self._bridge.closing.connect(self._close)
        self._bridge.ended.connect(self._decoder.close)
        self.room_actions += canvas_actions(
            canvas,
            {
                "next": walk.go_on,
                "before": walk.go_back,
                "tiles": self._begin_tiles,
                **desk.wishes(),
            },
            self._label,
        )

    @Slot()
    def _show_list(self) -> None:
        view = self.walk.view
        self._stack.setCurrentIndex(_CANVAS if len(view.rows) else _EMPTY)
        self.strip.setVisible(len(view.rows) > 0)
        self._all.setVisible(view.is_selection)
        self.side.setEnabled(len(view.rows) > 0)
        for button in (self._reset, self._skip, self._accept):
            button.setEnabled(len(view.rows) > 0)
        self._show_ends()
        self.strip.film.show_rows(view.rows, self.walk.at)
        self._show_words()
        self._show_targets()
        self.desk.show_frames()

    def _show_ends(self) -> None:
        self._back.setEnabled(self.walk.at > 0)
        self._on.setEnabled(self.walk.at + 1 < len(self.walk.view.rows))

    @Slot()
    def _show_all(self, _checked: bool = False) -> None:
        self.edit((), self.walk.id)

    @Slot()
    def _leave_picture(self) -> None:
        self.tiles.end()
        self.desk.keep()

    @Slot(object)
    def _show_loaded(self, loaded: Loaded) -> None:
        self._stack.setCurrentIndex(_CANVAS)
        self.desk.show_loaded(loaded)
        self.strip.film.show_current(self.walk.at)
        self._show_ends()
        self._show_words()
        self._show_targets()
        focused = QApplication.focusWidget()
        if focused is None or not self.side.isAncestorOf(focused):
            self.canvas.setFocus()

    @Slot(object)
    def _show_refused(self, refused: Unreadable) -> None:
        self.desk.show_loaded(None)
        self._refused.show_words(refused.words)
        self._stack.setCurrentIndex(_REFUSED)
        self.strip.film.show_current(self.walk.at)
        self._show_words()

    @Slot()
    def _show_words(self) -> None:
        rows, at = self.walk.view.rows, self.walk.at
        if not len(rows):
            self._name.setText("")
            self.toolbar.show_words("")
            return
        self._name.setText(rows.names[at])
        words = self.tr("{0} of {1} selected") if self.walk.view.is_selection else self.tr("{0} of {1}")
        said = [words.format(count_words(at + 1), count_words(len(rows)))]
        loaded = self.walk.loaded
        if loaded is not None and loaded.picture.id == self.walk.id:
            said.append(" × ".join(count_words(edge) for edge in loaded.picture.full_size))
            if self.desk.drafting.is_dirty:
                said.append(self.tr("draft, not accepted yet"))
        self.toolbar.show_words(" · ".join(said))

    def _show_targets(self) -> None:
        others = [len(self.walk.others(to)) for to in (SELECTION, CLUSTER, UNEDITED)]
        self.panel.apply.show_targets(*others)
        self.side.tiles.to.show_targets(*others)

    def _say_accepted(self, _image: int) -> None:
        self.walk.ask()

    @Slot(object)
    def _hear_applying(self, event: object) -> None:
        if isinstance(event, Applied):
            words = self.tr("Changed: {0}. Left as they were: {1}.")
            said = words.format(count_words(event.changed), count_words(event.unchanged))
            if event.failed:
                said += " " + self.tr("Could not be opened: {0}.").format(count_words(event.failed))
            self.toolbar.show_words(said)

    @Slot(object)
    def _end_applying(self, outcome: object) -> None:
        self.panel.apply.setEnabled(True)
        if isinstance(outcome, Failed):
            self._bridge.failed.emit(outcome.error)

    def _label(self, number: int) -> None:
        """Give the frame the label of the key *number*, from 1; 0 takes its own away."""
        known = self.walk.view.labels
        if number > len(known) or self.walk.loaded is None:
            return
        self.desk.label(self.desk.drafting.active, known[number - 1].id if number else None)

    @Slot()
    def _begin_tiles(self, _checked: bool = False) -> None:
        loaded, drafting = self.walk.loaded, self.desk.drafting
        if loaded is None or not drafting.frames:
            return
        self.side.show_tiles(True)
        self._accept.setEnabled(False)
        like = drafting.frames[drafting.active]
        self.tiles.begin(loaded, like, self.walk.label, self.walk.view.labels)

    @Slot(object)
    def _add_tiles(self, made: tuple[StoredFrame, ...]) -> None:
        to = self.side.tiles.to.currentData()
        if to != THIS:
            self.apply(ChangeKind.TILES, to)
        before = self.desk.drafting.frames
        self.desk.drafting.replace_all((*before, *made), len(before))

    @Slot()
    def _end_tiles(self) -> None:
        self.side.show_tiles(False)
        self._accept.setEnabled(True)
        self.canvas.setFocus()

    @Slot()
    def _close(self) -> None:
        self.leave()
        self.desk.close()
