"""The numbered steps of the schema, as files beside this one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

_MAJOR = 1
_SCHEMA = Path(__file__).parent / "schema"


def steps() -> list[tuple[int, Path]]:
    """Return (version, file) of every schema step, ascending; the version is major * 65536 + number."""
    return [(_MAJOR * 65536 + int(path.name[:4]), path) for path in sorted(_SCHEMA.glob("[0-9]*.sql"))]


def take_step(connection: sqlite3.Connection, file: Path) -> None:
    """Run the statements of the schema step *file* in the open transaction."""
    # One by one: executescript would commit the transaction first.
    for statement in _statements(file.read_text("utf-8")):
        connection.execute(statement)


def _statements(script: str) -> list[str]:
    statements, current = [], ""
    for line in script.splitlines(keepends=True):
        current += line
        if sqlite3.complete_statement(current):
            statements.append(current)
            current = ""
    return statements
