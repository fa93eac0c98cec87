"""Every setting by name, for the page and for the palette."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


class Section(enum.Enum):
    """The parts of the page, in their order; each value is its icon."""

    LANGUAGE = "globe"
    LOOK = "eye"
    COMPUTER = "cube"
    COLLECTING = "collect"
    STORAGE = "database"
    ABOUT = "info"


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting's *key*, where it stands, its name and what it does."""

    key: str
    section: Section
    name: str
    about: str


_SECTIONS = {
    Section.LANGUAGE: QT_TRANSLATE_NOOP("Settings", "Language"),
    Section.LOOK: QT_TRANSLATE_NOOP("Settings", "Look"),
    Section.COMPUTER: QT_TRANSLATE_NOOP("Settings", "This computer"),
    Section.COLLECTING: QT_TRANSLATE_NOOP("Settings", "Collecting"),
    Section.STORAGE: QT_TRANSLATE_NOOP("Settings", "Storage and privacy"),
    Section.ABOUT: QT_TRANSLATE_NOOP("Settings", "About"),
}

_SETTINGS = (
    Setting(
        "language",
        Section.LANGUAGE,
        QT_TRANSLATE_NOOP("Settings", "Language"),
        QT_TRANSLATE_NOOP("Settings", "projects stay as they are"),
    ),
    Setting(
        "theme",
        Section.LOOK,
        QT_TRANSLATE_NOOP("Settings", "Appearance"),
        QT_TRANSLATE_NOOP("Settings", "light, dark, or with more contrast"),
    ),
    Setting(
        "device",
        Section.COMPUTER,
        QT_TRANSLATE_NOOP("Settings", "Compute on"),
        QT_TRANSLATE_NOOP("Settings", "a graphics card is used where there is one, unless it is to be kept free"),
    ),
    Setting(
        "threads",
        Section.COMPUTER,
        QT_TRANSLATE_NOOP("Settings", "Processor threads"),
        QT_TRANSLATE_NOOP("Settings", "one fewer than there are keeps the computer quick while a job runs"),
    ),
    Setting(
        "preview_mb",
        Section.COMPUTER,
        QT_TRANSLATE_NOOP("Settings", "Memory for previews"),
        QT_TRANSLATE_NOOP("Settings", "pictures seen lately come back at once"),
    ),
    Setting(
        "features",
        Section.COMPUTER,
        QT_TRANSLATE_NOOP("Settings", "Features for sorting"),
        QT_TRANSLATE_NOOP("Settings", "what Sort compares pictures by in a project that is opened from now on"),
    ),
    Setting(
        "pause_s",
        Section.COLLECTING,
        QT_TRANSLATE_NOOP("Settings", "Pause between requests to one site"),
        QT_TRANSLATE_NOOP("Settings", "robots.txt is obeyed in any case; where it asks for more, that holds"),
    ),
    Setting(
        "user_agent",
        Section.COLLECTING,
        QT_TRANSLATE_NOOP("Settings", "User-Agent"),
        QT_TRANSLATE_NOOP("Settings", "who asks, as site owners see it; an address lets them write to you"),
    ),
    Setting("cache", Section.STORAGE, QT_TRANSLATE_NOOP("Settings", "Folder of prepared networks"), ""),
    Setting("clear", Section.STORAGE, QT_TRANSLATE_NOOP("Settings", "Prepared networks"), ""),
    Setting(
        "usage",
        Section.STORAGE,
        QT_TRANSLATE_NOOP("Settings", "Usage data"),
        QT_TRANSLATE_NOOP("Settings", "Winnow collects none and sends none"),
    ),
    Setting("version", Section.ABOUT, "Winnow", QT_TRANSLATE_NOOP("Settings", "MIT licence")),
)


def section_words(section: Section) -> str:
    """Return the heading of *section*."""
    return QCoreApplication.translate("Settings", str(_SECTIONS[section]))


def settings() -> tuple[Setting, ...]:
    """Return them in the order of the page, in the person's language."""
    return tuple(replace(one, name=_said(one.name), about=_said(one.about)) for one in _SETTINGS)


def _said(words: str) -> str:
    return QCoreApplication.translate("Settings", words) if words else ""
