"""The manual page of the command line, from docs/command-line.md."""

from __future__ import annotations

import re
from datetime import datetime


def manual(markdown: str, version: str, when: datetime) -> str:
    """Return the reference *markdown* as a page for ``man``: each command a section, each argument a paragraph."""
    lines = [
        f'.TH WINNOW 1 "{when.date().isoformat()}" "Winnow {version}" "User Commands"',
        ".SH NAME",
        "winnow \\- clean labelled image data sets and trained classifiers",
        ".SH SYNOPSIS",
        ".B winnow",
        ".RI [ PROJECT ]",
        ".br",
        ".B winnow",
        ".I COMMAND",
        ".RI [ ARGUMENT ]...",
        ".SH DESCRIPTION",
    ]
    for line in markdown.splitlines()[1:]:
        row = re.fullmatch(r"\| `(.+?)` \| (.*) \|", line)
        if row is not None:
            lines += [".TP", f".B {_plain(row[1])}", _plain(row[2]) or "\\&"]
        elif line.startswith("## "):
            lines += [f'.SS "{_plain(line[3:])}"']
        elif line and not line.startswith("|"):
            lines += [_plain(line)]
    return "\n".join([*lines, ""])


def _plain(markdown: str) -> str:
    """Return one line as troff reads it, nothing in it taken for a request or an escape."""
    text = markdown.replace("\\|", "|").replace("\\", "\\e").replace("-", "\\-").replace("`", "")
    return f"\\&{text}" if text.startswith((".", "'")) else text
