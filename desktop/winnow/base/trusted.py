"""Program code that the person trusted on this computer, by the SHA-256 of its file.

Kept in the person's settings folder and never in a project: a project may
come from a stranger, and must not be able to say that it is trusted.
"""

from __future__ import annotations

from winnow.base.files import write_atomically
from winnow.base.paths import settings_folder

_FILE = "trusted-code.txt"


def is_trusted(sha256: str) -> bool:
    """Say whether a file of this content was trusted."""
    return sha256 in _trusted()


def trust(sha256: str) -> None:
    """Trust files of this content from now on.

    Raises:
        OSError: the settings folder cannot be written.
    """
    known = _trusted()
    if sha256 not in known:
        write_atomically(settings_folder() / _FILE, "\n".join([*known, sha256, ""]).encode())


def _trusted() -> list[str]:
    try:
        return (settings_folder() / _FILE).read_text("utf-8").split()
    except (OSError, UnicodeDecodeError):
        return []
