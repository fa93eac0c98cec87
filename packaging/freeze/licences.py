"""Completes the list of what comes along with what only the frozen program shows: its loader, the system's libraries.

And sees to it that nothing comes along that the list does not name.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from contents import ROOT
from libraries import notices

from winnow.base.notices import may_be_shipped

_LOADER = "pyinstaller"
"""Its loader is what is started; its licence excepts programs that are frozen with it."""
_ONLY_ITS_HOOKS = (_LOADER, "pyinstaller-hooks-contrib")


def complete(components: Path, sources: Iterable[str]) -> None:
    """Add to the list *components* what else *sources*, the files that are frozen, need said.

    Raises:
        ValueError: something of *sources* is not on the list, may not be shipped, or has no text of its licence.
        OSError: the disk.
    """
    frozen = sorted(set(sources))
    rows = json.loads(components.read_text(encoding="utf-8"))
    told = {_plain(row["name"]) for row in rows}
    untold = sorted({name for name in distributions_of(frozen) if name not in told and name not in _ONLY_ITS_HOOKS})
    if untold:
        raise ValueError(f"would come along and are not on the list of licences: {', '.join(untold)}")
    rows += [_loader(), *_inside_qt(frozen), *(notices(frozen) if sys.platform.startswith("linux") else [])]
    refused = [row["name"] for row in rows if not may_be_shipped(row["licence"]) or not row["text"]]
    if refused:
        raise ValueError(f"may not be shipped, or have no text of their licence: {', '.join(refused)}")
    first, libraries = rows[:2], sorted(rows[2:], key=lambda row: row["name"].casefold())
    for row in libraries:
        if "apache" in row["licence"].casefold() and "TERMS AND CONDITIONS" not in row["text"]:
            row["text"] = f"{row['text']}\n\n{_text('Apache-2.0')}"
    components.write_text(json.dumps([*first, *libraries], ensure_ascii=False, indent=1), encoding="utf-8")


def distributions_of(files: Iterable[str]) -> set[str]:
    """Return the names of the installed distributions that *files* are of."""
    wanted = {str(Path(file)) for file in files}
    return {
        _plain(found.metadata["Name"])
        for found in metadata.distributions()
        if any(str(found.locate_file(file)) in wanted for file in found.files or ())
    }


def _loader() -> dict[str, str]:
    found = metadata.distribution(_LOADER)
    texts = [Path(str(found.locate_file(file))) for file in found.files or () if "COPYING" in file.name]
    words = "\n\n".join(text.read_text(encoding="utf-8", errors="replace") for text in texts)
    licence = "GPL-2.0-or-later WITH Bootloader-exception"
    return {"name": "PyInstaller (its loader)", "version": found.version, "licence": licence, "text": words}


def _inside_qt(files: Iterable[str]) -> list[dict[str, str]]:
    """Return a row for the library that Qt for Linux brings as a file of its own and says nothing of."""
    found = next((Path(file).name for file in files if Path(file).name.startswith("libicuuc.so.")), "")
    licence = "Unicode-DFS-2016"
    version = found.rpartition(".")[2]
    return [{"name": "ICU", "version": version, "licence": licence, "text": _text(licence)}] if found else []


def _text(licence: str) -> str:
    return (ROOT / "packaging" / "licences" / f"{licence}.txt").read_text(encoding="utf-8")


def _plain(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")
