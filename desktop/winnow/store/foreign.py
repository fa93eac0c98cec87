"""What a project that came from somebody else may not have: ways out of its folder, and a database that does things.

Looked at before anything in the folder is opened. A link would let the
program read, append to or tidy up files elsewhere, and a pipe would hold it
for ever; triggers, views and columns of one's own are code that SQLite runs.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

from winnow.store.errors import NotAProject, ProjectDamaged, ProjectLeadsOutside
from winnow.store.layout import Layout
from winnow.store.steps import steps, take_step

_MOST_BYTES_OF_A_VALUE = 64 << 20
"""The largest are a clustering's and a split's, 8 bytes for a picture; SQLite would allow a gigabyte each."""

_MOUNT_POINT, _REPARSE = 0xA0000003, "st_reparse_tag"
_JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")

_Table = tuple[tuple[object, ...], ...]


def check_folder(layout: Layout) -> None:
    """Look for links and journals that lead out of the folder, and for what is neither file nor folder.

    Exports are left out: they are written there, and read by nobody.

    Raises:
        ProjectLeadsOutside: there is one. OSError: the folder cannot be read.
    """
    root = os.path.realpath(layout.folder)
    todo = [str(layout.folder)]
    while todo:
        with os.scandir(todo.pop()) as entries:
            for entry in entries:
                if _is_link(entry):
                    if not _is_below(os.path.realpath(entry.path), root):
                        raise ProjectLeadsOutside(layout.folder, Path(entry.path))
                elif entry.is_dir(follow_symlinks=False):
                    if entry.path != str(layout.exports):
                        todo.append(entry.path)
                elif not entry.is_file(follow_symlinks=False) or _names_another_file(entry):
                    raise ProjectLeadsOutside(layout.folder, Path(entry.path))


def _is_link(entry: os.DirEntry[str]) -> bool:
    if entry.is_symlink():
        return True
    # A junction of Windows is a folder to Python 3.11.
    return os.name == "nt" and getattr(entry.stat(follow_symlinks=False), _REPARSE, 0) == _MOUNT_POINT


def _names_another_file(entry: os.DirEntry[str]) -> bool:
    """Say whether it is a rollback journal that names a super-journal, which SQLite would read and could delete.

    Ours never do, for they are of one database each. Source: sqlite.org/fileformat.html, 5.
    """
    if not entry.name.endswith("-journal") or entry.stat(follow_symlinks=False).st_size < len(_JOURNAL_MAGIC):
        return False
    with Path(entry.path).open("rb") as stream:
        stream.seek(-len(_JOURNAL_MAGIC), os.SEEK_END)
        return stream.read() == _JOURNAL_MAGIC


def _is_below(path: str, root: str) -> bool:
    if not path.startswith(root.rstrip(os.sep) + os.sep):
        return False
    try:
        kind = Path(path).stat().st_mode
    except OSError:
        return False
    return stat.S_ISREG(kind) or stat.S_ISDIR(kind)


def bound(connection: sqlite3.Connection) -> None:
    """Let what a file says in its schema or its values do nothing, and take no more memory than ours needs.

    Source: sqlite.org/security.html.
    """
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0"):
        connection.execute(f"PRAGMA {pragma}")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MOST_BYTES_OF_A_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)


def check_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Compare the tables, columns and indexes of *connection* with those that its version of Winnow makes.

    What is younger than this program is left to who looks at the version. No
    row is read, so that nothing of the schema is run.

    Raises:
        NotAProject: it has something that no Winnow has made. ProjectDamaged: something is missing.
    """
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version and all(version != known for known, _file in steps()):
        return
    known, found = _known(version), _described(connection)
    for name, described in found.items():
        if known.get(name) != described:
            what = described[0][0]
            why = f"its database has a {what} {name!r} that no Winnow has made, and that may be there to do harm"
            raise NotAProject(path.parent, why)
    missing = sorted(known.keys() - found.keys())
    if missing:
        raise ProjectDamaged(path, f"there is no {missing[0]} in it")


def _known(version: int) -> dict[str, _Table]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for number, file in steps():
            if number <= version:
                take_step(connection, file)
        return _described(connection)


def _described(connection: sqlite3.Connection) -> dict[str, _Table]:
    """Return what each table and index is, by name: its kind, its table, and its columns with their types.

    Not their text, of which another version of SQLite may keep another form.
    """
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
    found: dict[str, _Table] = {}
    for kind, name, table, text in rows:
        if str(name).startswith("sqlite_") and kind in ("table", "index"):
            continue  # SQLite's own
        pragma = {"table": "pragma_table_xinfo", "index": "pragma_index_xinfo"}.get(str(kind))
        columns = connection.execute(f"SELECT * FROM {pragma}(?)", (name,)).fetchall() if pragma else []
        is_virtual = str(text).upper().split()[:2] == ["CREATE", "VIRTUAL"]
        found[str(name)] = ((str(kind), table, is_virtual), *columns)
    return found
