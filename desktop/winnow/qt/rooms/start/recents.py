"""Recent projects as the start page shows them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from winnow.app.recent import Remembered
from winnow.qt.dates import day_words, moment_of
from winnow.qt.rooms.start.project_card import RecentProject


def recent_projects(found: Sequence[Remembered]) -> list[RecentProject]:
    """Return *found* for the cards; whether a folder is still there is asked of the disk."""
    return [
        RecentProject(
            Path(one.path),
            Path(one.path).stem,
            one.images,
            one.classes,
            one.labelled,
            opened_words(one.opened),
            is_missing=not Path(one.path).is_dir(),
        )
        for one in found
    ]


def opened_words(opened: str, today: QDate | None = None) -> str:
    """Say when something was opened, ISO 8601 in UTC, as seen from *today* in this time zone."""
    at = moment_of(opened)
    if not at.isValid():
        return ""
    now = today or QDate.currentDate()
    days = at.date().daysTo(now)
    if days == 0:
        time = QLocale().toString(at.time(), QLocale.FormatType.ShortFormat)
        return QCoreApplication.translate("RecentProjects", "Today, {0}").format(time)
    return QCoreApplication.translate("RecentProjects", "Yesterday") if days == 1 else day_words(at.date(), now)
