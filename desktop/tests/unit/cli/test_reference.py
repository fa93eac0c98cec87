"""What is written of the command line is what the command line is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[4]


def test_the_reference_names_every_command_and_option_as_they_are():
    checked = subprocess.run(
        [sys.executable, ROOT / "packaging" / "reference.py", "--check"], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
