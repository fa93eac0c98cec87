"""What the person prefers in every project; kept in the person's settings folder."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass

from winnow.base.codec import from_json, to_json
from winnow.base.errors import ContractError
from winnow.base.files import write_atomically
from winnow.base.machine import CACHE, CACHE_LIMIT, DEVICE, PREVIEWS, THREADS
from winnow.base.paths import settings_folder

log = logging.getLogger(__name__)

_FILE = "preferences.json"


@dataclass(frozen=True, slots=True)
class Preferences:
    """Each is empty or 0 where the program's own choice is meant."""

    user_agent: str = ""
    """What servers are told of who asks."""
    theme: str = ""
    """light, dark or contrast; empty: as the system."""
    language: str = ""
    """A code such as ``ko``; empty: as the system."""
    threads: int = 0
    """Processor cores that work may take."""
    device: str = ""
    """cpu keeps the graphics card free."""
    preview_mb: int = 0
    """Memory for the thumbnails of one view."""
    cache: str = ""
    """The folder of prepared networks."""
    cache_gb: int = 0
    """What may be kept on the disk so that it need not be made again, of all projects, in GB of a billion bytes."""
    class_colours: str = ""
    """The set of colours of classes."""
    pause_s: float = 0.0
    """Seconds between two requests to one site, at least."""
    features: str = ""
    """The kind of features that Sort begins with."""
    engine: str = ""
    """A cluster that is offered beside this machine, see `winnow.app.engine.choice`."""


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


def use(wanted: Preferences) -> None:
    """Have this process and the ones that it starts from now on keep to *wanted*, where it is about the machine."""
    chosen = {
        THREADS: str(wanted.threads or ""),
        DEVICE: wanted.device,
        PREVIEWS: str(wanted.preview_mb or ""),
        CACHE: wanted.cache,
        CACHE_LIMIT: str(wanted.cache_gb or ""),
    }
    for name, value in chosen.items():
        if value:
            os.environ[name] = value
        else:
            os.environ.pop(name, None)
