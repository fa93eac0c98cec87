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


def test_a_crash_in_native_code_leaves_its_stack(home):
    dies = "from winnow.base.log import start_logging; import faulthandler; start_logging(); faulthandler._sigsegv()"
    assert subprocess.run([sys.executable, "-c", dies], capture_output=True, check=False).returncode != 0
    told = (log_folder() / "crash.log").read_text("utf-8")
    assert "Segmentation fault" in told or "access violation" in told
    assert 'File "<string>", line 1' in told
