"""Run first in the frozen program: the programs that it starts, a browser or a file manager, load their own libraries.

The program's own are loaded by the path that its loader sets; a process of its own is told to set it anew.
"""

import os

before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
if before:
    os.environ["LD_LIBRARY_PATH"] = before
else:
    os.environ.pop("LD_LIBRARY_PATH", None)
os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
