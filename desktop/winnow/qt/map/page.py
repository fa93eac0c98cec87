"""The Map tab: which projection, coloured by what, and the map itself."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winnow.app.jobs import Job
from winnow.app.queries.map import MapRows, map_view
from winnow.app.queries.map import MapView as Answer
from winnow.domain.changes import Changes, Topic
from winnow.domain.label import letters
from winnow.domain.projection import ProjectionMethod
from winnow.qt.bridge import Bridge
from winnow.qt.grid.thumbnail import whole_of
from winnow.qt.jobs.board import RunningJob
from winnow.qt.looking_only import changes_project
from winnow.qt.map.card import PointCard
from winnow.qt.map.colouring import CLUSTER, LABEL, PART, QUALITY, MapWords, captions_of, legend, look_of
from winnow.qt.map.painting import draw_point
from winnow.qt.map.thumbs import NearPictures
from winnow.qt.map.view import Ids, MapView
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.theme import current_theme, tokens
from winnow.qt.widgets.button import Button, IconButton, Role, Size
from winnow.qt.widgets.form import Separator
from winnow.qt.widgets.label import Label
from winnow.qt.widgets.segmented import Segmented

_STEP = 1.5


class MapPage(QWidget):
    """Asks for the layout while it is shown; lays the pictures out by PCA, which is quick, when there is none."""

    selection_made = Signal(object)  # ids
    activated = Signal(int)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._rows = MapRows()
        self._method: ProjectionMethod | None = None
        self._running: RunningJob | None = None
        pictures = NearPictures(bridge.session.thumbnails.get, self)
        bridge.closing.connect(pictures.close)
        self._pictures = pictures
        self.view = MapView(pictures, self)
        self.card = PointCard(self.view)
        self.methods = Segmented([(one.value, one.value) for one in ProjectionMethod], self, dense=True)
        self.methods.setAccessibleName(self.tr("Projection"))
        self.colours = Segmented(
            [
                (CLUSTER, self.tr("Cluster")),
                (LABEL, self.tr("Label")),
                (PART, self.tr("Part")),
                (QUALITY, self.tr("Quality")),
            ],
            self,
            dense=True,
        )
        self.colours.setAccessibleName(self.tr("Colour by"))
        self.hand = IconButton("fit", self.tr("Drag the map instead of drawing a lasso"), self, "H", Size.SMALL)
        self.update_button = Button(self.tr("Lay out again"), self, Role.PLAIN, "refresh", Size.SMALL)
        changes_project(self.update_button)
        self._words = Label("", Type.SMALL, "text-2", self, wrap=True)
        self._lay_out()
        self._connect()

    @Slot()
    def ask(self) -> None:
        """Ask for the layout anew."""
        self._bridge.ask("map", self._show, map_view, self._method)

    def leave(self) -> None:
        """Load no more thumbnails."""
        self._pictures.close()

    def show_selection(self, ids: Ids) -> None:
        """Show *ids* as selected."""
        self.view.show_selection(ids)

    @Slot(str)
    def lay_out_by(self, name: str) -> None:
        """Show the layout by the method *name*; make it where there is none."""
        self._method = ProjectionMethod(name)
        self.ask()

    def _lay_out(self) -> None:
        bar = QWidget(self)
        bar.setFixedHeight(40)
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(Label(self.tr("Projection"), Type.SMALL, "text-2", bar))
        row.addWidget(self.methods)
        row.addSpacing(12)
        row.addWidget(Label(self.tr("Colour by"), Type.SMALL, "text-2", bar))
        row.addWidget(self.colours)
        row.addStretch(1)
        self.hand.setCheckable(True)
        row.addWidget(self.hand)
        for icon_name, words, keys, then in (
            ("minus", self.tr("Smaller"), "-", self._shrink),
            ("plus", self.tr("Larger"), "+", self._grow),
            ("reset", self.tr("Show the whole map"), "F", self._fit),
        ):
            button = IconButton(icon_name, words, self, keys, Size.SMALL)
            button.clicked.connect(then)
            row.addWidget(button)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 4, 16, 8)
        foot.addWidget(_Legend(self))
        foot.addSpacing(12)
        foot.addWidget(self._words, 1)
        foot.addWidget(self.update_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(Separator(self))
        column.addWidget(self.view, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.methods.chosen.connect(self.lay_out_by)
        self.colours.chosen.connect(self._colour)
        self.hand.toggled.connect(self._pan)
        self.update_button.clicked.connect(self._start)
        self.view.selection_made.connect(self.selection_made)
        self.view.activated.connect(self.activated)
        self.view.current_changed.connect(self._show_card)
        self.view.viewpoint_changed.connect(self.card.hide)
        self._bridge.changed.connect(self._look)
        current_theme().changed.connect(self._colour)

    @Slot(object)
    def _look(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches(Topic.MAP, Topic.IMAGES, Topic.LABELS, Topic.CLUSTERS, Topic.SPLIT):
            self.ask()

    def _show(self, answer: Answer) -> None:
        self._rows = answer.rows
        self.methods.choose(answer.method.value)
        self.update_button.setVisible(self._running is None and bool(answer.missing))
        if (not len(answer.rows) and self._running is None) or (
            self._method is not None and self._method not in answer.made and self._running is None
        ):
            self._start()
        self._say(answer)
        self._colour()

    def _say(self, answer: Answer) -> None:
        said = {
            ProjectionMethod.PCA: self.tr("The two directions in which the pictures differ most."),
            ProjectionMethod.TSNE: self.tr("Neighbours look alike; distances between far groups mean little."),
            ProjectionMethod.UMAP: self.tr("Neighbours look alike; far groups keep some of their order."),
        }[answer.method]
        if answer.missing:
            said = self.tr("{0} pictures are not laid out yet.", n=answer.missing).format(answer.missing) + " " + said
        self._words.setText(said)

    @Slot()
    def _colour(self, _key: str = "") -> None:
        rows, by = self._rows, self.colours.key
        words = MapWords(
            self.tr("Cluster {0}"),
            (self.tr("Train"), self.tr("Valid"), self.tr("Test")),
            self.tr("Flagged"),
            self.tr("Without a flag"),
        )
        self.view.show_points(rows.ids, rows.points, look_of(rows, by), captions_of(rows, by, words), rows.keys)

    @Slot()
    def _start(self, _checked: bool = False) -> None:
        if self._running is not None:
            return
        from winnow.app.pipelines.projecting import project

        method = self._method or ProjectionMethod.PCA
        title = self.tr("{0} projection").format(method.value)
        self._running = self._bridge.jobs.start(Job(title, partial(project, self._bridge.session, method)))
        self._running.ended.connect(self._end)

    @Slot(object)
    def _end(self, _outcome: object) -> None:
        self._running = None
        # What could not be made is not tried again by itself: the activity strip says why.
        self._method = None
        self.ask()

    @Slot(bool)
    def _pan(self, pans: bool) -> None:
        self.view.pans = pans
        self.view.setCursor(Qt.CursorShape.OpenHandCursor if pans else Qt.CursorShape.CrossCursor)

    @Slot()
    def _shrink(self, _checked: bool = False) -> None:
        self.view.zoom_by(1 / _STEP)

    @Slot()
    def _grow(self, _checked: bool = False) -> None:
        self.view.zoom_by(_STEP)

    @Slot()
    def _fit(self, _checked: bool = False) -> None:
        self.view.fit()

    @Slot(int)
    def _show_card(self, image_id: int) -> None:
        spot = self.view.place_of(image_id)
        if spot is None:
            self.card.hide()
            return
        rows = self._rows
        row = int(np.searchsorted(rows.ids, image_id))
        label = int(rows.labels[row])
        marks = letters(list(rows.label_names))
        state = self.tr("Rejected") if rows.rejected[row] else self.tr("Unlabelled")
        words = rows.label_names[label] if label >= 0 and not rows.rejected[row] else state
        letter = marks[label] if label >= 0 else ""
        self.view.setAccessibleDescription(f"{words}, {rows.abouts[row]}")
        self.card.show_point(spot, words, rows.abouts[row], int(rows.clusters[row]) + 1, letter, label)
        read = self._bridge.session.thumbnails.get
        self._bridge.fetch("map.card", self.card.show_image, whole_of, read, rows.keys[row].tobytes())


class _Legend(QWidget):
    """Which shape means what."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts = legend(self.tr("labelled"), self.tr("unlabelled"), self.tr("rejected"))
        self.setFont(font(Type.SMALL))
        self.setFixedSize(sum(self.fontMetrics().horizontalAdvance(words) + 34 for _shape, words in self._parts), 18)
        self.setAccessibleName(", ".join(words for _shape, words in self._parts))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 0
        for shape, words in self._parts:
            draw_point(painter, QPointF(left + 7, 9), tokens().colour("text-2"), shape)
            painter.setPen(tokens().colour("text-2"))
            painter.drawText(QRectF(left + 18, 0, 200, 18), Qt.AlignmentFlag.AlignVCenter, words)
            left += self.fontMetrics().horizontalAdvance(words) + 34
