"""Every setting by name, for the page and for the palette."""

from __future__ import annotations

import enum
from dataclasses import dataclass

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

_SETTINGS: tuple[tuple[str, Section, object, object], ...] = (
    (
        "language",
        Section.LANGUAGE,
        QT_TRANSLATE_NOOP("Settings", "Language"),
        QT_TRANSLATE_NOOP("Settings", "projects stay as they are"),
    ),
    (
        "theme",
        Section.LOOK,
        QT_TRANSLATE_NOOP("Settings", "Appearance"),
        QT_TRANSLATE_NOOP("Settings", "light, dark, or with more contrast"),
    ),
    (
        "class_colours",
        Section.LOOK,
        QT_TRANSLATE_NOOP("Settings", "Class colours"),
        QT_TRANSLATE_NOOP("Settings", "people who see colours differently tell them apart; a letter is always there"),
    ),
    (
        "device",
        Section.COMPUTER,
        QT_TRANSLATE_NOOP("Settings", "Compute on"),
        QT_TRANSLATE_NOOP("Settings", "a graphics card is used where there is one, unless it is to be kept free"),
    ),
    (
        "threads",
        Section.COMPUTER,
        QT_TRANSLATE_NOOP("Settings", "Processor threads"),
        QT_TRANSLATE_NOOP("Settings", "one fewer than there are keeps the computer quick while a job runs"),
    ),
    (
        "preview_mb",
        Section.COMPUTER,
        QT_TRANSLATE_NOOP("Settings", "Memory for previews"),
        QT_TRANSLATE_NOOP("Settings", "pictures seen lately come back at once"),
    ),
    (
        "features",
        Section.COMPUTER,
        QT_TRANSLATE_NOOP("Settings", "Features for sorting"),
        QT_TRANSLATE_NOOP("Settings", "what Sort compares pictures by, until another is chosen there"),
    ),
    (
        "engine",
        Section.COMPUTER,
        QT_TRANSLATE_NOOP("Settings", "Cluster"),
        QT_TRANSLATE_NOOP("Settings", "the address of a Ray cluster, which Sort and Train then offer"),
    ),
    (
        "pause_s",
        Section.COLLECTING,
        QT_TRANSLATE_NOOP("Settings", "Pause between requests to one site"),
        QT_TRANSLATE_NOOP("Settings", "robots.txt is obeyed in any case; where it asks for more, that holds"),
    ),
    (
        "user_agent",
        Section.COLLECTING,
        QT_TRANSLATE_NOOP("Settings", "User-Agent"),
        QT_TRANSLATE_NOOP("Settings", "who asks, as site owners see it; an address lets them write to you"),
    ),
    (
        "cache_gb",
        Section.STORAGE,
        QT_TRANSLATE_NOOP("Settings", "Room for what can be made again"),
        QT_TRANSLATE_NOOP("Settings", "beyond it goes what was used longest ago; never originals, nor what is in use"),
    ),
    ("clear", Section.STORAGE, QT_TRANSLATE_NOOP("Settings", "Networks and pixels made ready"), ""),
    ("cache", Section.STORAGE, QT_TRANSLATE_NOOP("Settings", "Folder of prepared networks"), ""),
    (
        "usage",
        Section.STORAGE,
        QT_TRANSLATE_NOOP("Settings", "Usage data"),
        QT_TRANSLATE_NOOP("Settings", "Winnow collects none and sends none"),
    ),
    ("version", Section.ABOUT, "Winnow", QT_TRANSLATE_NOOP("Settings", "MIT licence")),
)


def section_words(section: Section) -> str:
    """Return the heading of *section*."""
    return QCoreApplication.translate("Settings", str(_SECTIONS[section]))


def settings() -> tuple[Setting, ...]:
    """Return them in the order of the page, in the person's language."""
    return tuple(Setting(key, section, _said(name), _said(about)) for key, section, name, about in _SETTINGS)


def _said(words: object) -> str:
    return QCoreApplication.translate("Settings", str(words)) if words else ""
