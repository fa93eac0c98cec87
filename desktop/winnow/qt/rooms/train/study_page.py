"""What the tabs of the studies share: settings on top, what the study answers, how far it is, its result."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from winnow.app.queries.studies import ShownStudy
from winnow.base.outcomes import Note, Progress
from winnow.domain.recipe import Recipe
from winnow.domain.study import Study, StudyFound, StudyKind, StudySettings
from winnow.qt.core_words import core_words
from winnow.qt.figures import clock_words
from winnow.qt.looking_only import changes_project
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.banner import WarningBanner
from winnow.qt.widgets.bars import MeterBar
from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.empty_state import IconDisc
from winnow.qt.widgets.label import ElidedLabel, Label

_BAR_PX, _PADDING_PX = 44, 16


class StudyPage(QWidget):
    """A tab of one kind of study. A subclass fills `bar` and `body`, and draws what comes."""

    start_wanted = Signal()
    recipe_wanted = Signal(float, int)  # a rate, and a batch size (0: as it is), for the recipe

    kind: StudyKind

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recipe: Recipe | None = None
        self._study: Study | None = None
        self._is_running = False
        self.bar = QHBoxLayout()
        self.bar.setContentsMargins(_PADDING_PX, 0, _PADDING_PX, 0)
        self.bar.setSpacing(8)
        head = QWidget(self)
        head.setFixedHeight(_BAR_PX)
        head.setLayout(self.bar)
        self.body = QWidget(self)
        self.begin_button = Button("", self, Role.PRIMARY, "play")
        changes_project(self.begin_button)
        self.begin_button.clicked.connect(self.start_wanted)
        self._intro_words = Label("", Type.BODY, "text-2", self, wrap=True)
        self._duration = Label("", Type.SMALL, "text-2", self, wrap=True)
        self._stale = WarningBanner("", parent=self)
        self._failed = WarningBanner("", parent=self, tone="bad")
        self._progress = _ProgressRow(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._intro())
        self._stack.addWidget(self.body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        for banner in (self._progress, self._stale, self._failed):
            held = QHBoxLayout()
            held.setContentsMargins(_PADDING_PX, 0, _PADDING_PX, 4)
            held.addWidget(banner)
            column.addLayout(held)
            banner.hide()
        column.addWidget(self._stack, 1)

    @property
    def has_result(self) -> bool:
        """Whether a result is shown."""
        return self._study is not None

    @property
    def title(self) -> str:
        """What the study is called among the jobs."""
        raise NotImplementedError

    def action_words(self) -> str:
        """Return what the toolbar's button says."""
        raise NotImplementedError

    def settings(self, recipe: Recipe) -> StudySettings:
        """Return what is asked.

        Raises:
            StudyUnusable: a setting cannot be carried out.
        """
        raise NotImplementedError

    def draw(self, found: StudyFound, study: Study) -> None:
        """Show a whole result."""
        raise NotImplementedError

    def draw_event(self, event: object) -> None:
        """Show what a running study reports."""

    def prepare(self, settings: StudySettings) -> None:
        """Empty the plots for a study that begins."""

    def duration_words(self, recipe: Recipe) -> str:
        """Say how much work it is, for the introduction."""
        raise NotImplementedError

    def show_recipe(self, recipe: Recipe) -> None:
        """The recipe of the next run, which a study would take."""
        self._recipe = recipe
        self._duration.setText(self.duration_words(recipe))

    def show_study(self, shown: ShownStudy | None) -> None:
        """Show what is kept."""
        if self._is_running:
            return
        self._study = None if shown is None else shown.study
        self._stale.setVisible(shown is not None and not shown.is_current)
        if shown is not None:
            self._stale.show_words(
                self.tr("This study is out of date"),
                self.tr("Pictures, frames, labels or the split have changed since {0}.").format(
                    shown.study.made_at[:16].replace("T", " ")
                ),
            )
            self.draw(shown.study.found, shown.study)
        self._stack.setCurrentIndex(int(shown is not None))

    def begin(self, settings: StudySettings) -> None:
        """A study begins: empty the plots, show how far it is."""
        self._is_running = True
        self._failed.hide()
        self._stale.hide()
        self._progress.begin(self.title)
        self._stack.setCurrentIndex(1)
        self.prepare(settings)

    def take(self, event: object) -> None:
        """Show what the running study reports."""
        if isinstance(event, Progress):
            self._progress.show_progress(event)
        elif isinstance(event, Note):
            self._progress.show_words(core_words(event.text))
        else:
            self.draw_event(event)

    def end(self, error: str) -> None:
        """The study is over; *error* says why it failed."""
        self._is_running = False
        self._progress.hide()
        if error:
            self._failed.show_words(self.tr("The study ended before it was done"), error)
            self._failed.show()

    def took_words(self, study: Study) -> str:
        """Say when and how long the study was made."""
        return self.tr("{0}, took {1}").format(
            study.made_at[:16].replace("T", " "), clock_words(study.seconds) if study.seconds >= 1 else "0:01"
        )

    def introduce(self, icon_words: str, title: str, words: str) -> None:
        """Set the introduction: what the study answers."""
        self.begin_button.setText(icon_words)
        self._title.setText(title)
        self._intro_words.setText(words)

    def _intro(self) -> QWidget:
        held = QWidget(self)
        column = QVBoxLayout(held)
        column.setContentsMargins(24, 0, 24, 0)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._title = Label("", Type.FIGURE, parent=held)
        for label in (self._intro_words, self._duration):
            label.setFixedWidth(480)
            label.setAlignment(middle)
        column.addStretch(3)
        column.addWidget(IconDisc("train", held), 0, middle)
        column.addSpacing(10)
        column.addWidget(self._title, 0, middle)
        column.addWidget(self._intro_words, 0, middle)
        column.addWidget(self._duration, 0, middle)
        column.addSpacing(10)
        column.addWidget(self.begin_button, 0, middle)
        column.addStretch(4)
        return held

    def label_field(self, words: str, field: QWidget, width_px: int = 0) -> None:
        """Put *field* into the bar, behind its name."""
        label = Label(words, Type.SMALL, "text-2", self)
        label.setBuddy(field)
        field.setAccessibleName(words)
        field.setProperty("dense", True)
        if width_px:
            field.setFixedWidth(width_px)
        self.bar.addWidget(label)
        self.bar.addWidget(field)
        self.bar.addSpacing(6)


def scrolled(side: QWidget, parent: QWidget) -> QScrollArea:
    """Return *side* so that it scrolls where a low window has no room for all of it."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(side)
    return area


class _ProgressRow(QWidget):
    """How far a study is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._meter = MeterBar(self)
        self._meter.setFixedWidth(180)
        self._title = Label("", Type.SMALL, parent=self)
        self._words = ElidedLabel("", Type.SMALL, "text-2", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 4)
        row.setSpacing(10)
        row.addWidget(self._title)
        row.addWidget(self._meter)
        row.addWidget(self._words, 1)

    def begin(self, title: str) -> None:
        self._title.setText(title)
        self._words.setText(self.tr("getting ready"))
        self._meter.show_share(0.0)
        self.show()

    def show_progress(self, progress: Progress) -> None:
        self._meter.show_share(progress.done / progress.total if progress.total else 0.0)
        total = progress.total
        units = {
            "steps": self.tr("{0} of {1} steps", n=total),
            "runs": self.tr("{0} of {1} short runs", n=total),
            "epochs": self.tr("{0} of {1} epochs", n=total),
            "restarts": self.tr("{0} of {1} restarts", n=total),
            "minima": self.tr("sharpness of {0} of {1} solutions", n=total),
            "points": self.tr("{0} of {1} points looked at", n=total),
            "features": self.tr("features of {0} of {1} pictures", n=total),
        }
        words = units.get(progress.unit, self.tr("{0} of {1}"))
        self._words.setText(words.format(progress.done, total or "–"))

    @Slot(str)
    def show_words(self, words: str) -> None:
        self._words.setText(words)
