"""Linux: which of the building system's own libraries come along, and what the program asks of the system it runs on.

PyInstaller collects all that anything links to. Of the system's libraries that is too much: what every desktop has
would stand before the desktop's own and newer one, and libraries come along whose licences forbid it or whose texts
would be missing. So those of `CARRIED` come along, with their licences, and the others are the system's to give.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

CARRIED = {
    # Of Python's own modules.
    "libcrypto.so": ("OpenSSL", "Apache-2.0"),
    "libssl.so": ("OpenSSL", "Apache-2.0"),
    "libffi.so": ("libffi", "MIT"),
    "libsqlite3.so": ("SQLite", "public domain"),
    "libbz2.so": ("bzip2", "bzip2-1.0.6"),
    "liblzma.so": ("liblzma", "public domain"),
    "libz.so": ("zlib", "Zlib"),
    "libuuid.so": ("libuuid", "BSD-3-Clause"),
    # Of Qt on X11: not every desktop has them.
    "libxcb-cursor.so": ("xcb-util-cursor", "MIT"),
    "libxcb-icccm.so": ("xcb-util-wm", "MIT"),
    "libxcb-image.so": ("xcb-util-image", "MIT"),
    "libxcb-keysyms.so": ("xcb-util-keysyms", "MIT"),
    "libxcb-render-util.so": ("xcb-util-renderutil", "MIT"),
    "libxcb-util.so": ("xcb-util", "MIT"),
    "libxcb-xkb.so": ("libxcb-xkb", "MIT"),
    "libxkbcommon-x11.so": ("libxkbcommon-x11", "MIT"),
    "libxkbcommon.so": ("libxkbcommon", "MIT"),
}
"""How the file's name begins: what it is, and its licence."""

_PACKAGES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgomp.so.1": "libgomp1",
    "libstdc++.so.6": "libstdc++6",
    "libgcc_s.so.1": "libgcc-s1",
    "libzstd.so.1": "libzstd1",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
"""Debian's package of each library that the system gives; the newer name of a renamed one first."""

_OF_THE_C_LIBRARY = re.compile(r"(lib(c|m|dl|rt|pthread|resolv|util)|ld-linux[-\w]*)\.so\.\d+$")
_BY_DEMAND = re.compile(
    # Loaded where there is such a desktop or such a card, and done without elsewhere.
    r".+/_internal/(PySide6/Qt/(plugins/(platformthemes/libqgtk3|platforms/libqwayland|wayland-)"
    r"|lib/libQt6W(ayland|lShell))|nvidia/)"
)


@dataclass(frozen=True)
class Asked:
    """What a frozen program asks of a system: *packages* it cannot start without, and the oldest C library."""

    packages: tuple[str, ...]
    c_library: tuple[int, ...]
    unknown: tuple[str, ...]
    """Libraries that no package is known for."""


def comes_along(name: str, source: str) -> bool:
    """Say whether the library *source*, of name *name*, comes along: ours, Python's, or one of `CARRIED`."""
    file = Path(source)
    if not sys.platform.startswith("linux") or Path(sys.prefix) in file.parents:
        return True
    is_pythons = file.name.startswith("libpython") or file.parent.name == "lib-dynload"
    return is_pythons or carried(name) is not None


def carried(name: str) -> tuple[str, str] | None:
    """Return what the system's library of file name *name* is, and its licence, if it may come along."""
    return next((said for begin, said in CARRIED.items() if Path(name).name.startswith(begin)), None)


def notices(sources: Iterable[str]) -> list[dict[str, str]]:
    """Return a row for the list of components for each library of *sources* that is the system's.

    Raises:
        ValueError: the system has no text of its licence.
    """
    rows: dict[str, dict[str, str]] = {}
    for source in sorted(sources):
        said = carried(source)
        if said is None or Path(sys.prefix) in Path(source).parents:
            continue
        package, version = _package_of(Path(source))
        text = Path("/usr/share/doc") / package / "copyright"
        if not package or not text.is_file():
            raise ValueError(f"{source} comes along, and there is no text of its licence: it is no package of Debian.")
        words = text.read_text(encoding="utf-8", errors="replace")
        rows[said[0]] = {"name": said[0], "version": version, "licence": said[1], "text": words}
    return list(rows.values())


def asked_by(folder: Path) -> Asked:
    """Return what the program in *folder* asks of the system.

    Raises:
        OSError, subprocess.CalledProcessError: there is no objdump, or it fails.
    """
    found = [path for path in folder.rglob("*") if path.is_file() and (".so" in path.name or path.parent == folder)]
    there = {path.name for path in found}
    files = [path for path in found if not path.is_symlink()]
    packages: set[str] = set()
    unknown: set[str] = set()
    c_library = (2, 17)
    for file, libraries, versions in _linked(files):
        c_library = max(c_library, *versions, c_library)
        if _BY_DEMAND.match(file):
            continue
        for library in libraries:
            if library in there or _OF_THE_C_LIBRARY.match(library):
                continue
            if library in _PACKAGES:
                packages.add(_PACKAGES[library])
            else:
                unknown.add(f"{library} (of {Path(file).name})")
    return Asked(tuple(sorted(packages)), c_library, tuple(sorted(unknown)))


def _linked(files: Sequence[Path]) -> Iterable[tuple[str, list[str], list[tuple[int, ...]]]]:
    """Yield each of *files* with the libraries that it links to and the versions of the C library that it names."""
    for start in range(0, len(files), 100):
        command = ["objdump", "-p", *map(str, files[start : start + 100])]
        said = subprocess.run(command, capture_output=True, text=True, check=True, errors="replace").stdout
        for part in re.split(r"^(?=\S.*:\s+file format )", said, flags=re.MULTILINE)[1:]:
            libraries = re.findall(r"^\s+NEEDED\s+(\S+)$", part, re.MULTILINE)
            versions = [
                tuple(map(int, found.split(".")))
                for found in re.findall(r"^\s+0x\w+ 0x\w+ \d+ GLIBC_([\d.]+)$", part, re.MULTILINE)
            ]
            yield part.split(":", 1)[0], libraries, versions


def _package_of(file: Path) -> tuple[str, str]:
    """Return Debian's package that *file* is of, and its version; nothing where it is of none."""
    real = file.resolve()
    # A package may know its file by the name from before /lib and /usr/lib became one.
    for name in (str(file), str(real), str(real).removeprefix("/usr")):
        asked = ["dpkg-query", "-S", name]
        try:
            found = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
        except FileNotFoundError:
            return "", ""
        if found:
            package = found.split(":", 1)[0]
            version = ["dpkg-query", "-W", "-f", "${Version}\n", package]
            said = subprocess.run(version, capture_output=True, text=True, check=False).stdout
            return package, said.split("\n", 1)[0]
    return "", ""
