"""The reference of the command line, from the parser itself: ``python packaging/reference.py [--check]``.

Writes ``docs/command-line.md``; with ``--check`` it only says whether that is what would be written.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from winnow.cli.main import parser

TARGET = Path(__file__).resolve().parent.parent / "docs" / "command-line.md"


def main(arguments: list[str]) -> int:
    """Write the reference, or compare it."""
    text = reference()
    if "--check" in arguments:
        is_same = TARGET.is_file() and TARGET.read_text("utf-8") == text
        print("up to date" if is_same else f"{TARGET} is out of date: run python packaging/reference.py")
        return 0 if is_same else 1
    TARGET.write_text(text, "utf-8")
    return 0


def reference() -> str:
    """Return the Markdown of all commands."""
    top = parser()
    commands = next(one for one in top._actions if isinstance(one, argparse._SubParsersAction))
    lines = ["# The command line", "", f"{top.description} {top.epilog}", ""]
    for name, command in commands.choices.items():
        lines += [f"## winnow {name}", "", command.description or "", "", *_rows(command), ""]
    return "\n".join(lines)


def _rows(command: argparse.ArgumentParser) -> list[str]:
    rows = ["| | |", "| --- | --- |"]
    for action in command._actions:
        if isinstance(action, argparse._HelpAction):
            continue
        names = ", ".join(action.option_strings) or str(action.metavar or action.dest)
        value = "" if not action.option_strings or action.nargs == 0 else f" {_value(action)}"
        about = (action.help or "").replace("|", "\\|").replace("\n", " ")
        rows.append(f"| `{names}{value}` | {about} |".replace("%%", "%"))
    return rows


def _value(action: argparse.Action) -> str:
    if action.choices is not None:
        return "\\|".join(str(one) for one in action.choices)
    return str(action.metavar or action.dest.upper())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
