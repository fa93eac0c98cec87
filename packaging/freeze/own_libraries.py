"""Run first in the frozen program: the programs that it starts, a browser or a file manager, load their own libraries.

The program's own are loaded by the time; a process of its own finds them again by itself.
"""

import os

before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
if before:
    os.environ["LD_LIBRARY_PATH"] = before
else:
    os.environ.pop("LD_LIBRARY_PATH", None)
