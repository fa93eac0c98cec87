"""From picture to picture: which are walked through, and loading the one that is wanted and the next."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from winnow.app.queries.editable import EditView, Ids, edit_view
from winnow.domain.changes import Changes, Topic
from winnow.domain.label import Label
from winnow.qt.bridge import Bridge
from winnow.qt.rooms.edit.apply_box import CLUSTER, SELECTION
from winnow.qt.rooms.edit.fetching import Loaded, Unreadable, Wanted, Whole, load, load_whole
from winnow.vision.decoder import Decoder


class Walk(QObject):
    """Knows the pictures in their order and brings the wanted one; the next is loaded ahead."""

    listed = Signal()  # `view` is another one
    leaving = Signal()  # another picture is wanted; what was drafted must be kept now
    arrived = Signal(object)  # Loaded
    refused = Signal(object)  # Unreadable
    detailed = Signal(object)  # Whole, of the picture that arrived last

    def __init__(self, bridge: Bridge, decoder: Decoder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._decoder = decoder
        self._wanted = Wanted()
        self._only: tuple[int, ...] = ()
        self._first = 0
        self._ahead: Loaded | None = None
        self.view = EditView()
        self.at = 0
        self.loaded: Loaded | None = None
        self.is_awake = False
        """While nobody looks, nothing is asked or decoded."""
        bridge.changed.connect(self._hear)

    @property
    def id(self) -> int:
        """The picture that is wanted; 0 where there is none."""
        return int(self.view.rows.ids[self.at]) if len(self.view.rows) else 0

    @property
    def label(self) -> Label | None:
        """The label of the picture that is wanted."""
        return self.view.label_of(self.at) if len(self.view.rows) else None

    def others(self, targets: str) -> Ids:
        """Return the pictures of the kind *targets* but the one that is wanted."""
        kinds = {SELECTION: self.view.rows.ids, CLUSTER: self.view.mates(self.id)}
        ids = kinds.get(targets, self.view.unedited)
        found: Ids = ids[ids != self.id]
        return found

    def choose(self, ids: tuple[int, ...], first: int = 0) -> None:
        """Walk through *ids* from now on (none: all pictures), beginning with *first*."""
        self._only, self._first = ids, first or (ids[0] if ids else 0)

    def ask(self) -> None:
        """Ask which pictures there are."""
        self._bridge.ask("edit-view", self._list, edit_view, self._only)

    def go_to(self, at: int) -> None:
        """Show the picture *at*; nothing happens past the ends."""
        if not 0 <= at < len(self.view.rows):
            return
        self.leaving.emit()
        self.at = at
        self._load()

    @Slot()
    def go_on(self, _checked: bool = False) -> None:
        """Show the next picture."""
        self.go_to(self.at + 1)

    @Slot()
    def go_back(self, _checked: bool = False) -> None:
        """Show the picture before."""
        self.go_to(self.at - 1)

    def _load(self) -> None:
        number = self.id
        self._wanted.choose(number)
        ahead, self._ahead = self._ahead, None
        if ahead is not None and ahead.picture.id == number:
            self._arrive(ahead)
        else:
            self._bridge.fetch("edit-picture", self._arrive, load, self._bridge.session, self._decoder, number)

    def _arrive(self, loaded: Loaded | Unreadable) -> None:
        if isinstance(loaded, Unreadable):
            self.loaded = None
            self.refused.emit(loaded)
            return
        self.loaded = loaded
        self.arrived.emit(loaded)
        session = self._bridge.session
        self._bridge.fetch("edit-whole", self._take_whole, load_whole, session, self._decoder, self._wanted, loaded)
        if self.at + 1 < len(self.view.rows):
            following = int(self.view.rows.ids[self.at + 1])
            self._bridge.fetch("edit-ahead", self._take_ahead, load, session, self._decoder, following)

    def _take_whole(self, whole: Whole | None) -> None:
        if whole is not None and self.loaded is not None and whole.id == self.loaded.picture.id:
            self.detailed.emit(whole)

    def _take_ahead(self, ahead: Loaded | Unreadable) -> None:
        self._ahead = ahead if isinstance(ahead, Loaded) else None

    def _list(self, view: EditView) -> None:
        before = self._first or self.id
        self._first = 0
        self.view = view
        found = (view.rows.ids == before).nonzero()[0]
        self.at = int(found[0]) if len(found) else min(self.at, max(0, len(view.rows) - 1))
        self.listed.emit()
        if len(view.rows) and (self.loaded is None or self.loaded.picture.id != self.id):
            self.leaving.emit()
            self._load()

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if changes.touches(Topic.FRAMES) and self._ahead is not None and self._ahead.picture.id in changes.ids:
            self._ahead = None
        if changes.touches(Topic.FRAMES) and self.loaded is not None and self.id in changes.ids:
            # Its frames were changed elsewhere, or taken back.
            self.loaded = None
        if self.is_awake and changes.touches(Topic.IMAGES, Topic.FRAMES, Topic.LABELS, Topic.CLUSTERS):
            self.ask()
