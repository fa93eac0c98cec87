"""Suggest k: five scores over the number of clusters, and the suggestion in one sentence."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from winnow.app.jobs import Job
from winnow.base.outcomes import Done, Failed, Progress
from winnow.domain.k_choice import KChoice, KScores
from winnow.qt.bridge import Bridge
from winnow.qt.core_words import core_words
from winnow.qt.figures import count_words
from winnow.qt.looking_only import changes_project
from winnow.qt.rooms.sort.k_plot import KCurve, KPlot
from winnow.qt.rooms.sort.k_words import k_words
from winnow.qt.rooms.sort.steps import k_suggested
from winnow.qt.rooms.sort.words import features_words
from winnow.qt.theme.drawing import draw_box
from winnow.qt.theme.fonts import Type, font
from winnow.qt.theme.icons import icon
from winnow.qt.theme.theme import tokens
from winnow.qt.widgets.button import Button, IconButton, Role, Size
from winnow.qt.widgets.job_view import JobState
from winnow.qt.widgets.label import ElidedLabel, Label
from winnow.qt.widgets.number_field import WholeField

_MOST_K, _MOST_RESTARTS = 60, 50


class KPanel(QWidget):
    """Computes by a job and draws what comes; says which k is to be used."""

    closed = Signal()
    k_wanted = Signal(int)

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._features = "embedding"
        self._choice: KChoice | None = None
        self._asked: tuple[object, ...] = ()
        self._about = ElidedLabel("", Type.SMALL, "text-2", self)
        self._close = IconButton("reject", self.tr("Close"), self, "Esc", Size.SMALL)
        self.sentence = Label("", Type.BODY, parent=self, wrap=True)
        self.use_button = Button(self.tr("Use"), self, Role.PRIMARY, "check")
        changes_project(self.use_button)
        self.inertia = KPlot(self.tr("Inertia"), self.tr("lower is tighter"), self)
        self.silhouette = KPlot(self.tr("Silhouette"), self.tr("higher is better"), self)
        self.davies = KPlot(self.tr("Davies\u2013Bouldin"), self.tr("lower is better"), self)
        self.calinski = KPlot(self.tr("Calinski\u2013Harabasz"), self.tr("higher is better"), self)
        self.stability = KPlot(self.tr("Stability"), self.tr("agreement of restarts"), self)
        self.table = KTable(self)
        self.low, self.high = WholeField(2, _MOST_K, self), WholeField(3, _MOST_K, self)
        self.restarts = WholeField(2, _MOST_RESTARTS, self)
        self.again_button = Button(self.tr("Compute again"), self, icon_name="refresh")
        changes_project(self.again_button)
        self.low.setValue(2)
        self.high.setValue(12)
        self.restarts.setValue(10)
        self._lay_out()
        self.hide()  # until it is opened: it would lie over its parent
        self._close.clicked.connect(self.closed)
        self.use_button.clicked.connect(self._use)
        self.again_button.clicked.connect(self.compute)
        self.table.k_wanted.connect(self.k_wanted)

    def open(self, features: str, images: int) -> None:
        """Score the features *features* of *images* pictures, unless that was done already."""
        self._features = features
        if self._asked != (features, images):
            self._asked = (features, images)
            self.compute()

    @Slot()
    def compute(self, _checked: bool = False) -> None:
        """Compute by what the fields say."""
        ks = tuple(range(self.low.value(), max(self.high.value(), self.low.value() + 2) + 1))
        steps = partial(k_suggested, self._bridge.session, ks, self._features, self.restarts.value())
        running = self._bridge.jobs.start(Job(self.tr("Suggest k"), steps))
        running.stepped.connect(self._step)
        running.ended.connect(self._end)
        self.again_button.setEnabled(False)
        self.use_button.setEnabled(False)
        before = next((one.name for one in self._bridge.jobs.views() if one.state is JobState.RUNNING), "")
        if running.view.state is JobState.WAITING and before:
            self.sentence.setText(self.tr("Waiting until “{0}” is done. It can be stopped below.").format(before))
        else:
            self.sentence.setText(self.tr("Trying k = {0} to {1}\u2026").format(ks[0], ks[-1]))
        self._about.setText(self._said(ks[0], ks[-1], 0))

    def show_choice(self, choice: KChoice) -> None:
        """Draw the scores and say the suggestion."""
        self._choice = choice
        self.sentence.setText(k_words(choice))
        self.use_button.setText(self.tr("Use {0}").format(choice.suggested))
        self.use_button.setEnabled(True)
        self.use_button.updateGeometry()
        scores = choice.scores
        self._about.setText(self._said(scores[0].k, scores[-1].k, choice.images))
        elbow = self.tr("elbow at {0}").format(choice.elbow)
        self.inertia.show_curve(_curve(choice, "inertia", choice.elbow, elbow, chord=True))
        for plot, name, is_low_best in (
            (self.silhouette, "silhouette", False),
            (self.davies, "davies_bouldin", True),
            (self.calinski, "calinski_harabasz", False),
            (self.stability, "stability", False),
        ):
            value, k = (min if is_low_best else max)((float(getattr(one, name)), one.k) for one in scores)
            plot.show_curve(_curve(choice, name, k, self.tr("best {0} at {1}").format(_short(value), k)))
        self.table.show_choice(choice)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Suggest k"), Type.HEADING, parent=self))
        head.addWidget(self._about, 1)
        head.addWidget(Label(self.tr("Blue line: the suggestion. Ring: best value."), Type.CAPTION, "text-2", self))
        head.addWidget(self._close)
        said = _Said(self)
        row = QHBoxLayout(said)
        row.setContentsMargins(44, 8, 12, 8)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.use_button)
        plots = QGridLayout()
        plots.setHorizontalSpacing(24)
        plots.setVerticalSpacing(4)
        parts = (self.inertia, self.silhouette, self.davies, self.calinski, self.stability, self.table)
        for at, part in enumerate(parts):
            plots.addWidget(part, *divmod(at, 2))
        foot = QHBoxLayout()
        for part in (
            Label(self.tr("Range"), Type.SMALL, "text-2", self),
            self.low,
            Label(self.tr("to"), Type.SMALL, "text-2", self),
            self.high,
            Label(self.tr("Restarts"), Type.SMALL, "text-2", self),
            self.restarts,
            self.again_button,
        ):
            foot.addWidget(part)
        foot.addStretch()
        for field, words in ((self.low, self.tr("Least k")), (self.high, self.tr("Greatest k"))):
            field.setAccessibleName(words)
            field.setFixedWidth(60)
        self.restarts.setAccessibleName(self.tr("Restarts"))
        self.restarts.setFixedWidth(60)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(said)
        column.addLayout(plots)
        column.addLayout(foot)

    def _said(self, low: int, high: int, images: int) -> str:
        words = self.tr("K-Means on {0}, k = {1} to {2}").format(features_words(self._features).lower(), low, high)
        return words + (self.tr(", {0} images", n=images).format(count_words(images)) if images else "")

    @Slot(object)
    def _step(self, event: object) -> None:
        if isinstance(event, KChoice):
            self.show_choice(event)
        elif isinstance(event, Progress) and event.total:
            share = round(100 * event.done / event.total)
            self.sentence.setText(self.tr("Trying several k: {0} %").format(share))

    @Slot(object)
    def _end(self, outcome: object) -> None:
        self.again_button.setEnabled(True)
        if isinstance(outcome, Failed):
            self.sentence.setText(core_words(str(outcome.error)))
        elif not isinstance(outcome, Done):
            self.sentence.setText(self.tr("Stopped before every k was tried."))
        if not isinstance(outcome, Done):
            self._asked = ()

    @Slot()
    def _use(self, _checked: bool = False) -> None:
        if self._choice is not None:
            self.k_wanted.emit(self._choice.suggested)


class KTable(QWidget):
    """The scores in numbers, the suggested row marked; the ks around it, or all. A click on a row wants its k."""

    k_wanted = Signal(int)

    _ROW_PX = 25
    _FEW = 4

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._choice: KChoice | None = None
        self._all = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Scores in numbers"))
        self._all_button = Button("", self, Role.LINK)
        self._all_button.clicked.connect(self._toggle)

    @property
    def shown(self) -> tuple[KScores, ...]:
        """The rows."""
        if self._choice is None:
            return ()
        scores = self._choice.scores
        if self._all or len(scores) <= self._FEW:
            return scores
        at = next(place for place, one in enumerate(scores) if one.k == self._choice.suggested)
        begin = min(max(0, at - 1), len(scores) - self._FEW)
        return scores[begin : begin + self._FEW]

    def show_choice(self, choice: KChoice) -> None:
        """Show the scores of *choice*."""
        self._choice = choice
        self._say()

    def sizeHint(self) -> QSize:
        return QSize(300, max(132, 22 + self._ROW_PX * (len(self.shown) + 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_button()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = (round(event.position().y()) - 22) // self._ROW_PX - 1
        if 0 <= row < len(self.shown):
            self.k_wanted.emit(self.shown[row].k)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        painter.setFont(font(Type.GROUP))
        painter.setPen(now.colour("text"))
        painter.drawText(QRect(0, 0, self.width(), 18), Qt.AlignmentFlag.AlignVCenter, self.tr("In numbers"))
        heads = ("k", self.tr("Inertia"), self.tr("Silh."), "D\u2013B", "C\u2013H", self.tr("Stability"))
        self._row(painter, 22, heads, Type.SMALL, "text-2")
        for at, one in enumerate(self.shown, start=1):
            top = 22 + at * self._ROW_PX
            is_suggested = self._choice is not None and one.k == self._choice.suggested
            if is_suggested:
                draw_box(painter, QRectF(0, top, self.width(), self._ROW_PX), 6, now.colour("accent-soft"))
            values = (one.inertia, one.silhouette, one.davies_bouldin, one.calinski_harabasz, one.stability)
            words = (str(one.k), *(_short(value) for value in values))
            self._row(painter, top, words, Type.GROUP if is_suggested else Type.SMALL, "text")

    def _row(self, painter: QPainter, top: int, words: tuple[str, ...], style: Type, role: str) -> None:
        painter.setFont(font(style))
        painter.setPen(tokens().colour(role))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(8, top, 30, self._ROW_PX), Qt.AlignmentFlag.AlignVCenter, words[0])
        each = (self.width() - 48) / 5
        for at, word in enumerate(words[1:]):
            painter.drawText(QRect(round(40 + at * each), top, round(each), self._ROW_PX), right, word)

    def _say(self) -> None:
        count = len(self._choice.scores) if self._choice is not None else 0
        self._all_button.setVisible(count > self._FEW)
        self._all_button.setText(self.tr("Fewer") if self._all else self.tr("All {0}").format(count))
        self._place_button()
        self.updateGeometry()
        self.update()

    def _place_button(self) -> None:
        size = self._all_button.sizeHint()
        self._all_button.setGeometry(self.width() - size.width(), -4, size.width(), size.height())

    @Slot()
    def _toggle(self, _checked: bool = False) -> None:
        self._all = not self._all
        self._say()


class _Said(QFrame):
    """The soft box with a lamp that the sentence stands in."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), 8, tokens().colour("accent-soft"))
        icon("lamp", "link").paint(painter, QRect(14, (self.height() - 18) // 2, 18, 18))


def _curve(choice: KChoice, name: str, best_k: int, words: str, chord: bool = False) -> KCurve:
    scores = choice.scores
    band = tuple((one.stability_low, one.stability_high) for one in scores) if name == "stability" else ()
    values = tuple(float(getattr(one, name)) for one in scores)
    return KCurve(tuple(one.k for one in scores), values, best_k, choice.suggested, words, band, chord)


def _short(value: float) -> str:
    return (f"{value:.0f}" if abs(value) >= 100 else f"{value:.2f}").replace("-", "\u2212")
