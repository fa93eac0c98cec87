"""The composition root: the window, the command line, or a process that decodes pictures or reads pages."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from winnow.base.log import start_logging
from winnow.collect.reading import WORKER_SWITCH as READING_SWITCH
from winnow.vision import WORKER_SWITCH as DECODING_SWITCH


def main(argv: Sequence[str] | None = None) -> int:
    """Start what *argv* (by default the process's arguments) asks for; return the exit code."""
    multiprocessing.freeze_support()
    args = list(sys.argv[1:] if argv is None else argv)
    if args[:1] == [DECODING_SWITCH]:
        from winnow.vision import worker as decoding

        decoding.main()
        return 0
    if args[:1] == [READING_SWITCH]:
        from winnow.collect.reading import worker as reading

        reading.main()
        return 0
    from winnow.app.preferences import preferences, use
    from winnow.cli.main import COMMANDS
    from winnow.cli.main import main as command_line

    use(preferences())
    wants_window = not args or (len(args) == 1 and not args[0].startswith("-") and args[0] not in COMMANDS)
    if not wants_window:
        if argv is None:  # a process of our own, not a call from another program
            start_logging()
        return command_line(args)
    if not _has_display():
        sys.stderr.write("There is no display to open the window on. 'winnow --help' lists what works without one.\n")
        return 1
    from winnow.qt.start import run

    return run(Path(args[0]) if args else None)


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
