"""The first line of a result, and its calibration in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from winnow.domain.judgement import Level
from winnow.qt.figures import count_words
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.label import ElidedLabel, Label

_TOP = Qt.AlignmentFlag.AlignTop


class KeyFigures(QWidget):
    """Figures beside each other, each with its name over it and words under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(1)

    def show_facts(self, facts: Sequence[tuple[str, str, str]]) -> None:
        """Show (name, figure, words) from the left."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at, (name, figure, words) in enumerate(facts):
            self._grid.addWidget(Label(name, Type.SMALL, "text-2", self), 0, at)
            self._grid.addWidget(ElidedLabel(figure, Type.FIGURE, parent=self), 1, at)
            self._grid.addWidget(Label(words, Type.CAPTION, "text-2", self, wrap=True), 2, at, _TOP)
            self._grid.setColumnStretch(at, 1)


class CalibrationWords(Label):
    """What a temperature would do to how sure the network is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Type.CAPTION, "text-2", parent, wrap=True)

    def show_level(self, level: Level) -> None:
        """Say it of *level*."""
        self.setText(self._words(level))

    def _words(self, level: Level) -> str:
        found = level.calibration
        if found is None:
            return self.tr("There was no valid part to fit a temperature on.")
        if found.is_vague:
            return self.tr(
                "No temperature can be fitted: there was no mistake among the {0} frames of valid.", n=found.fitted_on
            ).format(count_words(found.fitted_on))
        kind = self.tr("too sure") if found.temperature > 1 else self.tr("not sure enough")
        return self.tr(
            "Temperature {0}, fitted on {1} frames of valid: it was {2}. With it (dotted) the error is {3}, "
            "the log loss {4}; what is said stays the same.",
            n=found.fitted_on,
        ).format(
            f"{found.temperature:.2f}",
            count_words(found.fitted_on),
            kind,
            f"{found.reliability.error:.3f}",
            f"{found.reliability.log_loss:.3f}",
        )
