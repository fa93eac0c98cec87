"""The language of a report: that of the window, or without a window the one that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication

from winnow.domain.report import Wording
from winnow.qt.core_words import core_words
from winnow.qt.language import Language
from winnow.qt.words import reason_words, source_kind_words


def report_wording() -> Wording:
    """Return how a report is worded in what the application speaks now."""
    return Wording(_own, core_words, reason_words, source_kind_words)


@contextmanager
def report_wording_without_window(preferred: str) -> Iterator[Wording]:
    """Give how a report is worded in the language *preferred*, "" for the system's; until then the process speaks it.

    Not where there is a window: its words would change.
    """
    there = QCoreApplication.instance()
    app = QCoreApplication(["winnow"]) if there is None else there
    language = Language(app, preferred)
    try:
        yield report_wording()
    finally:
        language.end()
        language.deleteLater()
        if there is None:
            app.shutdown()  # a process has one application, and whoever opens a window later needs another


def _own(text: str) -> str:
    return QCoreApplication.translate("Report", text)
