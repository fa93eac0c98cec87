"""Days and times as a person writes them, in one form everywhere: the year only where it is another one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, Qt


def moment_of(at: str) -> QDateTime:
    """Return the UTC time *at*, as the store writes it (ISO 8601), in this time zone; an invalid one for no time."""
    return QDateTime.fromString(at, Qt.DateFormat.ISODateWithMs).toLocalTime()


def day_words(day: QDate, today: QDate | None = None) -> str:
    """Return *day* in words, as seen from *today*: ``3 Nov``, or with its year where that is another one."""
    is_this_year = day.year() == (today or QDate.currentDate()).year()
    form = _tr("d MMM") if is_this_year else _tr("d MMM yyyy")
    return QLocale().toString(day, form)


def time_words(at: str) -> str:
    """Return the UTC time *at* as the person's own day and clock; what is no time stays as it is."""
    moment = moment_of(at)
    if not moment.isValid():
        return at
    clock = QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat)
    return _tr("{0}, {1}").format(day_words(moment.date()), clock)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Dates", words)
