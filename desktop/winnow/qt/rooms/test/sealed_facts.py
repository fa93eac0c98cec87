"""In the inspector: how often the test part was opened, and what can be known without spending it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winnow.app.queries.tests import TestView
from winnow.qt.dates import time_words
from winnow.qt.figures import count_words
from winnow.qt.rooms.test.run_choice import folds_words
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.button import Button, Size
from winnow.qt.widgets.form import SectionHeading, Separator
from winnow.qt.widgets.label import Label


class SealedFacts(QWidget):
    """What stands beside a sealed test part."""

    folds_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._openings = Label("", Type.SMALL, "text-2", self)
        head = SectionHeading(self.tr("Openings"), "", self, action=self._openings)
        column.addWidget(head)
        self._log = Label("", Type.SMALL, "text-2", self, wrap=True)
        column.addWidget(self._log)
        column.addWidget(Separator(self))
        column.addWidget(SectionHeading(self.tr("Without spending it"), "", self))
        self._words = Label("", Type.SMALL, parent=self, wrap=True)
        column.addWidget(self._words)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(6)
        column.addLayout(self._facts)
        self.folds_button = Button(self.tr("Go to Folds"), self, icon_name="chevron-right", size=Size.SMALL)
        self.folds_button.clicked.connect(self.folds_wanted)
        column.addWidget(self.folds_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Separator(self))

    def show_view(self, view: TestView) -> None:
        """Show what is known of the split and the chosen run."""
        if view.chosen is None:
            return
        run = view.chosen.run
        self._openings.setText(count_words(len(view.openings)))
        self._log.setText(
            "\n".join(f"{time_words(at)} · {name}" for at, name in view.openings)
            if view.openings
            else self.tr("Never opened since the split, {0}").format(time_words(view.split_made_at))
        )
        found = None if view.folds is None else view.folds.found
        self._words.setText(
            self.tr("Folds judge all train and valid frames, as often as you like.")
            if found is None
            else self.tr("Folds judge all {0} train and valid frames, as often as you like.").format(
                count_words(found.n)
            )
        )
        facts = []
        if view.folds is not None and found is not None:
            facts = [
                (self.tr("Folds"), folds_words(view.folds)),
                (self.tr("Out of fold"), f"{count_words(found.right)}/{count_words(found.n)}"),
            ]
        if run.best_valid_accuracy is not None:
            right = round(run.best_valid_accuracy * run.valid_samples)
            facts.append((self.tr("Valid, {0}").format(run.name), f"{right}/{run.valid_samples}"))
        while (item := self._facts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for name, fact in facts:
            held = QWidget(self)
            row = QHBoxLayout(held)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(Label(name, Type.SMALL, "text-2", held), 1)
            row.addWidget(Label(fact, Type.BODY, parent=held))
            self._facts.addWidget(held)
