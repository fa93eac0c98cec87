"""Views in an order of their own: what is similar to the selection, and what the labels suggest for the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from winnow.app.commands.labelling import AcceptSuggestions
from winnow.app.grid_rows import SectionKey
from winnow.app.jobs import Job
from winnow.app.queries.grid import Ranking, SortView
from winnow.app.queries.suggestions import doubted, suggestions
from winnow.base.outcomes import Done, Failed
from winnow.domain.ids import ImageId, LabelId
from winnow.domain.suggestion import Suggestions
from winnow.qt.bridge import Bridge
from winnow.qt.core_words import core_words
from winnow.qt.figures import count_words
from winnow.qt.jobs.board import RunningJob
from winnow.qt.looking_only import changes_project
from winnow.qt.rooms.sort.grid_page import Banner
from winnow.qt.rooms.sort.steps import Likeness, embedded, likeness, suggested
from winnow.qt.widgets.button import Button, IconButton, Role, Size
from winnow.qt.widgets.segmented import Segmented

Ids = npt.NDArray[np.int64]

_SURE, _DOUBTFUL, _DOUBTED = "sure", "doubt", "doubted"


class Rankings(QObject):
    """Owns the banner over the grid; `ranking` takes the place of the sections while there is one."""

    changed = Signal()
    similar_found = Signal(int, object)  # id, ids of what looks most like it

    def __init__(self, bridge: Bridge, banner: Banner) -> None:
        super().__init__(banner)
        self._bridge = bridge
        self._banner = banner
        self._view: SortView | None = None
        self._asked: tuple[int, ...] = ()
        self._suggestions: Suggestions | None = None
        self._accuracy: float | None = None
        self._embedding: RunningJob | None = None
        self.ranking: Ranking | None = None
        self.order = Segmented(
            [
                (_SURE, self.tr("Surest first")),
                (_DOUBTFUL, self.tr("In doubt first")),
                (_DOUBTED, self.tr("Doubted labels")),
            ],
            banner,
            dense=True,
        )
        self.order.setAccessibleName(self.tr("Order of the suggestions"))
        self.accept_button = Button(self.tr("Accept"), banner, Role.PRIMARY, "check", Size.SMALL, key="\u21b5")
        changes_project(self.accept_button)
        self.again_button = IconButton("refresh", self.tr("Suggest again"), banner, "Shift+L", Size.SMALL)
        changes_project(self.again_button)
        for widget in (self.order, self.accept_button, self.again_button):
            widget.hide()
        banner.closed.connect(self.close)
        self.order.chosen.connect(self.show_standing)
        self.again_button.clicked.connect(self.suggest)

    @property
    def has_suggestions(self) -> bool:
        """Whether suggestions are shown."""
        return self.ranking is not None and self.ranking.suggested is not None

    def show_view(self, view: SortView) -> None:
        """Know labels and names from *view*."""
        self._view = view

    def show_selected(self, ids: Ids) -> None:
        """Say how many suggestions would be accepted."""
        count = len(self._wanted(ids))
        self.accept_button.setEnabled(count > 0)
        self.accept_button.setText(self.tr("Accept {0}").format(count_words(count)) if count else self.tr("Accept"))
        self.accept_button.updateGeometry()

    @Slot()
    def close(self) -> None:
        """Go back to the sections."""
        self._banner.hide()
        if self.ranking is not None:
            self.ranking, self._suggestions = None, None
            self.changed.emit()

    def find_similar(self, ids: Sequence[int]) -> None:
        """Rank all pictures by how much they look like *ids*."""
        if ids:
            self._asked = tuple(ids)
            self._ask_similar(self._embed_first)

    def ask_most_similar(self, image_id: int, most: int = 12) -> None:
        """Find what looks most like one picture; `similar_found` follows where its features are known."""
        then, session = partial(self._tell_similar, image_id), self._bridge.session
        self._bridge.fetch("sort.twelve", then, likeness, session, (image_id,), self._features(), most)

    @Slot()
    def suggest(self, _checked: bool = False) -> None:
        """Learn from the labels so far, and show what they suggest."""
        job = Job(self.tr("Suggest labels"), partial(suggested, self._bridge.session, self._features()))
        running = self._bridge.jobs.start(job)
        running.stepped.connect(self._hear_step)
        running.ended.connect(self._end_suggesting)

    def accept(self, ids: Ids) -> int:
        """Give those of *ids* that have a suggestion their suggested labels; return how many these are."""
        wanted = self._wanted(ids)
        if wanted:
            self._bridge.do(AcceptSuggestions(wanted))
        return len(wanted)

    @Slot()
    def show_standing(self) -> None:
        """Show the suggestions that there are, without learning again."""
        query = doubted if self.order.key == _DOUBTED else suggestions
        self._bridge.ask("sort.suggestions", self._show_suggestions, query)

    def hear_suggestions(self) -> None:
        """Take up that suggestions were made, accepted or taken back, if they are shown."""
        if self.has_suggestions:
            self.show_standing()

    def _wanted(self, ids: Ids) -> dict[ImageId, LabelId | None]:
        known = self._suggestions
        if known is None or not self.has_suggestions:
            return {}
        rows = np.flatnonzero(np.isin(known.ids, ids))
        return {ImageId(int(known.ids[row])): LabelId(int(known.labels[row])) for row in rows}

    def _tell_similar(self, image_id: int, found: Likeness) -> None:
        self.similar_found.emit(image_id, found.ids)

    def _ask_similar(self, without: Callable[[], None]) -> None:
        """Rank by what is like the pictures that were asked for; do *without* if they have no features."""
        then, session = partial(self._rank_similar, without), self._bridge.session
        self._bridge.fetch("sort.similar", then, likeness, session, self._asked, self._features(), None)

    def _rank_similar(self, without: Callable[[], None], found: Likeness) -> None:
        if found.without_features and not len(found.ids):
            without()
            return
        ids = np.concatenate([np.array(self._asked, np.int64), found.ids])
        self._suggestions = None
        self.ranking = Ranking(ids, (("similar", "", len(ids), None),))
        self._banner.show_words(self.tr("Most similar to {0}").format(self._named()), self.tr("the whole project"), [])
        self.changed.emit()

    def _embed_first(self) -> None:
        """Nothing may be embedded yet: that comes first, and then the same is asked once more."""
        if self._embedding is None:
            job = Job(self.tr("Embedding"), partial(embedded, self._bridge.session, self._features()))
            self._embedding = self._bridge.jobs.start(job)
            self._embedding.ended.connect(self._end_embedding)

    def _say_none_similar(self) -> None:
        self._banner.show_words(
            self.tr("Nothing to compare"),
            self.tr("{0}: no features. Only pictures that are kept and can be read have some.").format(self._named()),
            [],
        )

    def _features(self) -> str:
        """Return the kind of features that is there: that of the clustering that is shown."""
        shown = self._view.arrangement if self._view is not None else None
        return shown.features if shown is not None else "embedding"

    def _named(self) -> str:
        row = self._view.row_of(self._asked[0]) if self._view is not None and len(self._asked) == 1 else -1
        if self._view is not None and row >= 0 and self._view.rows.names:
            return self._view.rows.names[row]
        return self.tr("{0} pictures", n=len(self._asked)).format(count_words(len(self._asked)))

    @Slot(object)
    def _end_embedding(self, outcome: object) -> None:
        self._embedding = None
        if isinstance(outcome, Done):
            self._ask_similar(self._say_none_similar)

    @Slot(object)
    def _hear_step(self, event: object) -> None:
        if isinstance(event, Suggestions):
            self._accuracy = event.accuracy

    @Slot(object)
    def _end_suggesting(self, outcome: object) -> None:
        if isinstance(outcome, Done):
            self.show_standing()
        elif isinstance(outcome, Failed):
            self._banner.show_words(self.tr("No suggestions"), core_words(str(outcome.error)), [])

    def _show_suggestions(self, found: Suggestions) -> None:
        self._suggestions = found
        self._rank_suggestions()

    @Slot()
    def _rank_suggestions(self) -> None:
        known, view = self._suggestions, self._view
        if known is None or view is None:
            return
        rows = known.by_doubt() if self.order.key == _DOUBTFUL else known.by_confidence()
        sections: list[tuple[SectionKey, str, int, int | None]] = []
        if self.order.key != _DOUBTFUL:
            order = []
            for label in view.labels:
                mine = rows[known.labels[rows] == label.id]
                order.append(mine)
                title = self.tr("Probably {0}") if self.order.key == _SURE else self.tr("Perhaps {0} instead")
                title = title.format(label.name)
                sections.append((f"suggested:{label.id}", title, len(mine), label.position))
            rows = np.concatenate(order) if order else rows
        else:
            sections.append(("suggested", "", len(rows), None))
        self.ranking = Ranking(known.ids[rows], tuple(sections), known.labels[rows])
        self._banner.show_words(self.tr("Suggested labels"), self._learned(known), self._actions())
        self.changed.emit()

    def _actions(self) -> list[QWidget]:
        return [self.order, self.again_button, self.accept_button]

    def _learned(self, known: Suggestions) -> str:
        if self.order.key == _DOUBTED:
            return self.tr("{0} labels that the others do not bear out", n=len(known)).format(count_words(len(known)))
        words = self.tr("{0} pictures; a dashed edge is no label yet", n=len(known)).format(count_words(len(known)))
        if self._accuracy is not None:
            right = round(100 * self._accuracy)
            words += self.tr(" \u00b7 {0} % right on pictures it had not seen").format(right)
        return words
