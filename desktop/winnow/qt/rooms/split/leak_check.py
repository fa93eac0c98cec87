"""The leak check: what was compared, that nothing crosses a border, and what was kept together."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from winnow.app.queries.division import SplitFacts
from winnow.domain.borders import LeakReport
from winnow.domain.split import Part
from winnow.qt.counting import counted
from winnow.qt.figures import count_words
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.banner import WarningBanner
from winnow.qt.widgets.button import Button, Role, Size
from winnow.qt.widgets.label import Label

_MOST_LISTED = 12


class LeakCheck(QWidget):
    """Shows the split's own count at once, and the proof once it is there."""

    check_wanted = Signal()
    group_wanted = Signal(object)  # tuple of ids: the pictures of one group

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.again_button = Button(self.tr("Check again"), self, size=Size.SMALL)
        self.list_button = Button(self.tr("Show what was kept together"), self, Role.LINK, size=Size.SMALL)
        self.list_button.setCheckable(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._banner: WarningBanner | None = None
        self._list = QWidget(self)
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)
        self._list.hide()
        self._column.addWidget(self.list_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._list)
        self._report: LeakReport | None = None
        self.again_button.clicked.connect(self._check)
        self.list_button.toggled.connect(self._list.setVisible)

    @property
    def report(self) -> LeakReport | None:
        """What is shown; None before the first check."""
        return self._report

    def show_facts(self, facts: SplitFacts) -> None:
        """Show what is known without comparing anew."""
        self._report = None
        heading = self._crossing_words(facts.crossing_groups)
        self._show_banner(facts.crossing_groups == 0, heading, self._kept_words(facts))
        self._list_groups(None)

    def show_report(self, facts: SplitFacts, report: LeakReport) -> None:
        """Show the proof."""
        self._report = report
        crossing = max(max(one.pairs, one.parents, one.groups) for one in report.borders)
        said = self.tr("Compared anew over {3} borders: {0}, {1} and {2} cross.", n=len(report.borders))
        words = said.format(
            counted(sum(one.pairs for one in report.borders), "pairs"),
            counted(sum(one.parents for one in report.borders), "images"),
            counted(sum(one.groups for one in report.borders), "groups"),
            len(report.borders),
        )
        kept = self._kept_words(facts)
        if not facts.keeping.near_duplicates:
            kept = self.tr("Near duplicates may be parted, by your choice: scores on valid and test can flatter.")
        self._show_banner(report.is_sound, self._crossing_words(crossing), f"{kept} {words}")
        self._list_groups(report)

    def _crossing_words(self, count: int) -> str:
        return self.tr("{0} near-duplicate groups cross a border", n=count).format(count_words(count))

    def _kept_words(self, facts: SplitFacts) -> str:
        return self.tr("{0} groups with {1} were kept whole.", n=facts.kept_groups).format(
            count_words(facts.kept_groups), counted(facts.kept_pictures, "images")
        )

    def _show_banner(self, is_sound: bool, heading: str, words: str) -> None:
        if self._banner is not None:
            self.again_button.setParent(self)
            self._column.removeWidget(self._banner)
            self._banner.deleteLater()
        self._banner = WarningBanner(
            heading,
            words if is_sound else self.tr("The test part would flatter the network. Split again.") + f" {words}",
            self,
            tone="good" if is_sound else "bad",
            icon_name="check" if is_sound else "warning",
            action=self.again_button,
        )
        self._column.insertWidget(0, self._banner)
        self.again_button.show()

    def _list_groups(self, report: LeakReport | None) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.list_button.setVisible(report is not None and bool(report.kept))
        if report is None:
            return
        names = {Part.TRAIN: self.tr("train"), Part.VALID: self.tr("valid"), Part.TEST: self.tr("test")}
        for group in report.kept[:_MOST_LISTED]:
            row = _GroupButton(
                self.tr("{0} of {1} in {2}").format(
                    counted(group.frames, "frames"), counted(len(group.ids), "images"), names[group.part]
                ),
                group.ids,
                self._list,
            )
            row.setEnabled(group.part is not Part.TEST)
            row.setToolTip(
                self.tr("See these images in Edit") if group.part is not Part.TEST else self.tr("Test is sealed")
            )
            row.chosen.connect(self.group_wanted)
            self._rows.addWidget(row, 0, Qt.AlignmentFlag.AlignLeft)
        if len(report.kept) > _MOST_LISTED:
            more = self.tr("and {0} more; 'winnow split --check' lists all").format(len(report.kept) - _MOST_LISTED)
            self._rows.addWidget(Label(more, Type.CAPTION, "text-2", self._list))

    @Slot()
    def _check(self) -> None:
        self.check_wanted.emit()


class _GroupButton(Button):
    """One group, which can be looked at."""

    chosen = Signal(object)

    def __init__(self, words: str, ids: tuple[int, ...], parent: QWidget) -> None:
        super().__init__(words, parent, Role.LINK, size=Size.SMALL)
        self._ids = ids
        self.clicked.connect(self._choose)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self._ids)
