"""Recent projects as the start page shows them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, Qt

from winnow.app.recent import Remembered
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
    at = QDateTime.fromString(opened, Qt.DateFormat.ISODateWithMs).toLocalTime()
    if not at.isValid():
        return ""
    now = today or QDate.currentDate()
    days = at.date().daysTo(now)
    locale = QLocale()
    if days == 0:
        time = locale.toString(at.time(), QLocale.FormatType.ShortFormat)
        return QCoreApplication.translate("RecentProjects", "Today, {0}").format(time)
    if days == 1:
        return QCoreApplication.translate("RecentProjects", "Yesterday")
    this_year = QCoreApplication.translate("RecentProjects", "d MMM", "a date without its year")
    return locale.toString(at.date(), this_year if at.date().year() == now.year() else f"{this_year} yyyy")
