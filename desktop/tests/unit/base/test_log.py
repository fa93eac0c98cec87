"""The log file: one line a message, whatever is in it."""

from __future__ import annotations

import subprocess
import sys

from winnow.base.paths import log_folder

PROGRAM = """
import logging
from winnow.base.log import start_logging
start_logging(categories=("store",))
log = logging.getLogger("winnow.app")
log.info("opened %s", "x\\n2026-01-01 ERROR forged\\rend")
log.debug("not wanted")
logging.getLogger("winnow.store.database").debug("wanted")
"""


def test_a_message_cannot_forge_a_line() -> None:
    subprocess.run([sys.executable, "-c", PROGRAM], check=True)
    lines = (log_folder() / "winnow.log").read_text("utf-8").splitlines()
    assert len(lines) == 2
    assert lines[0].endswith("opened x\\n2026-01-01 ERROR forged\\rend")
    assert lines[1].endswith("wanted")
