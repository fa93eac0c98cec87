"""Who may import whom."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_IMPORT_ALL = """
import importlib, pkgutil, sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6", "pyqtgraph"):
            raise ImportError(name + " is not to be had here")

sys.meta_path.insert(0, Refuse())
import winnow
names = [m.name for m in pkgutil.walk_packages(winnow.__path__, "winnow.", onerror=lambda name: None)
         if not m.name.startswith("winnow.qt")]
for name in names:
    importlib.import_module(name)
print(len(names))
"""


def test_the_import_rules_of_pyproject_hold(root):
    lint = Path(sys.executable).with_name("lint-imports")
    told = subprocess.run([lint, "--no-cache"], cwd=root, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout


def test_everything_but_the_window_works_where_qt_is_not_installed(root):
    told = subprocess.run([sys.executable, "-c", _IMPORT_ALL], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    assert int(told.stdout) > 30


def test_the_command_line_loads_nothing_heavy():
    code = (
        "import sys, winnow.cli;"
        "print(*sorted({'torch', 'torchvision', 'sklearn', 'onnxruntime', 'PySide6', 'pyqtgraph'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    assert told.stdout.split() == []
