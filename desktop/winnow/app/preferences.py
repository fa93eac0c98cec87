"""What the person prefers in every project; kept in the person's settings folder."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from winnow.base.codec import from_json, to_json
from winnow.base.errors import ContractError
from winnow.base.files import write_atomically
from winnow.base.paths import settings_folder

log = logging.getLogger(__name__)

_FILE = "preferences.json"


@dataclass(frozen=True, slots=True)
class Preferences:
    """Each is empty where the program's own choice is meant."""

    user_agent: str = ""
    """What servers are told of who asks."""
    theme: str = ""
    """light or dark; empty: as the system."""
    language: str = ""
    """A code such as ``ko``; empty: as the system."""


def preferences() -> Preferences:
    """Return what is kept; a file that is missing or damaged counts as no preference."""
    try:
        return from_json(Preferences, (settings_folder() / _FILE).read_text("utf-8"))
    except FileNotFoundError:
        return Preferences()
    except (OSError, UnicodeDecodeError, ContractError) as error:
        log.info("the preferences are not used: %s", error)
        return Preferences()


def keep(wanted: Preferences) -> None:
    """Keep *wanted* for the next start.

    Raises:
        OSError: the settings folder cannot be written.
    """
    write_atomically(settings_folder() / _FILE, to_json(wanted).encode())
