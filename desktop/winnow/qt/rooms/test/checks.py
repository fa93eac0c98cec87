"""What to look at before looking: is the run chosen, the split unchanged, nothing leaked, the labels checked."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winnow.app.queries.tests import TestView
from winnow.qt.figures import count_words
from winnow.qt.looking_only import changes_project
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.icons import icon
from winnow.qt.widgets.button import Button, Size
from winnow.qt.widgets.form import SectionHeading, Separator
from winnow.qt.widgets.label import Label


@dataclass(frozen=True, slots=True)
class Check:
    """One of them; *action* is what a button beside it says."""

    is_good: bool
    heading: str
    words: str
    action: str = ""


def checks_of(view: TestView) -> tuple[Check, ...]:
    """Return the checks for the chosen run, in words."""
    if view.chosen is None:
        return ()
    run, tr = view.chosen.run, _tr
    seen = tuple(name for _at, name in view.openings)
    if seen:
        chosen = Check(
            False, tr("The test part was opened before"), tr("for {0}").format(", ".join(dict.fromkeys(seen)))
        )
    elif view.is_best_on_valid:
        chosen = Check(
            True,
            tr("The run is chosen without the test part"),
            tr("{0} leads on valid; no test number was seen").format(run.name),
        )
    else:
        chosen = Check(
            False, tr("Another run leads on valid"), tr("{0} is not the best by what may be looked at").format(run.name)
        )
    return (chosen, _split_check(view), _leak_check(view), _label_check(view))


def _split_check(view: TestView) -> Check:
    if view.chosen is None or view.chosen.out_of_date:
        return Check(
            False,
            _tr("Pictures, frames or labels changed since the run was trained"),
            _tr("train again, or the result speaks of what is not there any more"),
        )
    return Check(
        True,
        _tr("The split has not changed since {0} started").format(view.chosen.run.name),
        _tr("seed {0}, {1} near-duplicate groups cross a border", n=view.leaks.groups).format(
            view.split_seed, view.leaks.groups
        ),
    )


def _leak_check(view: TestView) -> Check:
    count = sum(count for _name, count in view.test_per_label)
    bad = view.leaks.frames
    if bad or view.leaks.groups:
        return Check(
            False,
            _tr("{0} frames of the test part were learned from", n=bad).format(count_words(bad)),
            _tr("{0} groups cross a border; make a new split", n=view.leaks.groups).format(view.leaks.groups),
        )
    words = _tr("{0} of {0} checked by content").format(count_words(count))
    return Check(True, _tr("No frame of the test part was learned from"), words)


def _label_check(view: TestView) -> Check:
    action = _tr("Check labels")
    if view.suspects is None:
        return Check(
            False,
            _tr("Nobody has looked for wrong labels yet"),
            _tr("folds find them without the test part; wrong labels are best fixed before"),
            action,
        )
    count = len(view.suspects.suspected)
    if not view.suspects.is_current:
        return Check(
            False, _tr("Labels were checked, and changed since"), _tr("run the same folds again to see"), action
        )
    if count:
        return Check(
            False,
            _tr("{0} suspected labels not looked at yet", n=count).format(count_words(count)),
            _tr("wrong labels are best fixed before the test"),
            action,
        )
    return Check(True, _tr("No label is suspected any more"), _tr("by the folds, out of fold"))


def _tr(words: str, n: int = -1) -> str:
    return QCoreApplication.translate("Checks", words, n=n)


class CheckList(QWidget):
    """The checks in rows."""

    labels_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.checks: tuple[Check, ...] = ()

    def show_checks(self, checks: tuple[Check, ...]) -> None:
        """Show other checks."""
        if checks == self.checks:
            return
        self.checks = checks
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        good = sum(check.is_good for check in checks)
        said = self.tr("{0} of {1} in order").format(good, len(checks))
        heading = SectionHeading(self.tr("Before you look"), said, self, Type.HEADING)
        self._column.addWidget(heading)
        self._column.addSpacing(8)
        for check in checks:
            self._column.addWidget(Separator(self))
            self._column.addWidget(self._row(check))
        self._column.addWidget(Separator(self))

    def _row(self, check: Check) -> QWidget:
        held = QWidget(self)
        held.setFixedHeight(42)
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        glyph = Label("", parent=held)
        name, tone = ("check", "good") if check.is_good else ("warning", "warn")
        glyph.setPixmap(icon(name, tone).pixmap(16, 16))
        glyph.setAccessibleName(self.tr("in order") if check.is_good else self.tr("to look at"))
        row.addWidget(glyph, 0, Qt.AlignmentFlag.AlignVCenter)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addStretch(1)
        said.addWidget(Label(check.heading, Type.BUTTON, parent=held))
        said.addWidget(Label(check.words, Type.SMALL, "text-2", held))
        said.addStretch(1)
        row.addLayout(said, 1)
        if check.action:
            button = Button(check.action, held, icon_name="tag", size=Size.SMALL)
            changes_project(button)
            button.clicked.connect(self.labels_wanted)
            row.addWidget(button)
        return held
