"""Logging to rotating files, 5 of 5 MiB at the most."""

from __future__ import annotations

import faulthandler
import logging
import logging.handlers
from typing import IO

from winnow.base.paths import log_folder

_FORMAT = "%(asctime)s %(levelname)s %(processName)s %(name)s: %(message)s"


class _OneLine(logging.Formatter):
    """Escapes line breaks in messages, so that text from outside cannot forge a log line."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's own name
        record.message = record.message.replace("\r", "\\r").replace("\n", "\\n")
        return super().formatMessage(record)


def start_logging(debug: bool = False, categories: tuple[str, ...] = ()) -> None:
    """Log to the log folder from now on; *categories* are loggers below ``winnow`` to log in full."""
    folder = log_folder()
    folder.mkdir(parents=True, exist_ok=True)
    handler = logging.handlers.RotatingFileHandler(
        folder / "winnow.log", maxBytes=5 << 20, backupCount=4, encoding="utf-8", errors="backslashreplace"
    )  # a file's name may be no text
    handler.setFormatter(_OneLine(_FORMAT))
    root = logging.getLogger("winnow")
    root.addHandler(handler)
    root.setLevel(logging.DEBUG if debug else logging.INFO)
    for category in categories:
        logging.getLogger(f"winnow.{category}").setLevel(logging.DEBUG)
    faulthandler.enable(_fault_file())


def _fault_file() -> IO[str]:
    """Open the file that native crashes are written to; it stays open as long as the process."""
    return (log_folder() / "crash.log").open("a", encoding="utf-8")
