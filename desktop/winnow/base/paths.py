"""Where things lie: the program's own folders, and the resources that come with it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from winnow.base.machine import CACHE


def settings_folder() -> Path:
    """Return the folder of preferences and the list of recent projects."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home())) / "Winnow"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Winnow"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "winnow"


def cache_folder() -> Path:
    """Return the folder of what can be made again, prepared networks: the person's choice, or the system's place."""
    if chosen := os.environ.get(CACHE):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "Winnow" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "Winnow"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "winnow"


def networks_folder() -> Path:
    """Return the folder of networks that were prepared or fetched."""
    return cache_folder() / "networks"


def log_folder() -> Path:
    """Return the folder of the rotating log files."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Logs" / "Winnow"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "Winnow" / "log"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "winnow" / "log"


def resource(*parts: str) -> Path:
    """Return the path of a file that ships with the program, e.g. ``resource("icons", "crop.svg")``."""
    return _RESOURCES.joinpath(*parts)


# Inside the package when it is installed or frozen, beside it in a checkout.
_PACKAGE = Path(__file__).resolve().parent.parent
_RESOURCES = next(
    (path for path in (_PACKAGE / "resources", _PACKAGE.parent / "resources") if path.is_dir()),
    _PACKAGE / "resources",
)
