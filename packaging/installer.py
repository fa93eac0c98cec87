"""Builds what people install, from a checkout: run as `python3 packaging/run.py installer KIND`.

KIND is deb or portable on Linux, windows on Windows (with NSIS), mac on macOS.
The environment, the frozen program and the icons go into `build/installer`,
the result into `dist`.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(HERE / "freeze"))

from contents import version  # noqa: E402 - beside this file, not installed
from libraries import Asked, asked_by  # noqa: E402
from manual import manual  # noqa: E402

SYSTEMS = {"deb": "Linux", "portable": "Linux", "windows": "Windows", "mac": "Darwin"}
_TOOLS = {
    "deb": {"objdump": "binutils", "strip": "binutils", "gzip": "gzip", "dpkg-deb": "dpkg"},
    "portable": {"objdump": "binutils", "strip": "binutils", "tar": "tar", "zstd": "zstd"},
}
"""Of each kind: the programs that it is built with, and Debian's package of each."""
_ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
_ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
_READ = ("xkb-data",)
"""Debian's packages of what no library links to and the window reads all the same."""
_RECOMMENDED = "fonts-noto-cjk, libwayland-client0, libwayland-cursor0, libwayland-egl1, shared-mime-info, xdg-utils"


class BuildFailed(Exception):
    """An installer cannot be built, for the reason that the words of this error give."""


def build(kind: str, python: Path, work: Path, target: Path) -> Path:
    """Freeze the program with *python*, which has what it needs, and make the installer *kind* in *target*.

    Raises:
        BuildFailed: in words. OSError: the disk.
    """
    check_system(kind, platform.system())
    freeze(python, work)
    target.mkdir(parents=True, exist_ok=True)
    made = {"deb": make_deb, "portable": make_portable, "windows": make_windows, "mac": make_mac}[kind](work, target)
    print(f"{made}: {made.stat().st_size / 1e6:.0f} MB", flush=True)
    return made


def check_system(kind: str, system: str) -> None:
    """Raise BuildFailed where *kind* is unknown, or is not built on *system*."""
    if kind not in SYSTEMS:
        raise BuildFailed(f"There is no installer '{kind}'. There are: {', '.join(SYSTEMS)}.")
    if SYSTEMS[kind] != system:
        raise BuildFailed(f"The installer '{kind}' is built on {SYSTEMS[kind]}; this is {system}.")


def check_tools(kind: str, find: Callable[[str], str | None] = shutil.which) -> None:
    """Raise BuildFailed, before anything takes minutes, where a program is missing that *kind* is built with."""
    missing = {tool: package for tool, package in _TOOLS.get(kind, {}).items() if find(tool) is None}
    if missing:
        packages = " ".join(sorted(set(missing.values())))
        raise BuildFailed(
            f"To build it, {', '.join(missing)} must be installed; on Debian: sudo apt-get install {packages}"
        )
    if kind == "windows" and _nsis() is None:
        raise BuildFailed("NSIS is not installed. Install it from nsis.sourceforge.io, then run the same command.")


def freeze(python: Path, work: Path) -> None:
    """Collect the licences, draw the icons and freeze the program into *work*/dist."""
    prepare = (
        "import sys; from pathlib import Path; sys.path[:0] = sys.argv[1:3];"
        "from icons import make_icons; from winnow.base.notices import write_components;"
        "root, work = Path(sys.argv[3]), Path(sys.argv[4]); texts = root / 'packaging' / 'licences';"
        "read = lambda name: (texts / name).read_text(encoding='utf-8');"
        "make_icons(root / 'desktop' / 'resources' / 'icons' / 'winnow.svg', work / 'icons');"
        "write_components(work / 'third-party', {'LGPL-3.0': read('LGPL-3.0.txt') + read('GPL-3.0.txt'),"
        " 'Apache': read('Apache-2.0.txt')})"
    )
    call([str(python), "-c", prepare, str(HERE / "freeze"), str(ROOT / "desktop"), str(ROOT), str(work)])
    options = ["--noconfirm", "--log-level", "WARN", "--distpath", str(work / "dist"), "--workpath", str(work / "work")]
    call([str(python), "-m", "PyInstaller", *options, str(HERE / "freeze" / "winnow.spec")])
    if platform.system() == "Linux":
        strip_python(work / "dist" / "winnow" / "_internal")


def strip_python(internal: Path) -> None:
    """Take the symbols for debuggers out of Python's own libraries: the wheels' come without, or must stay as built."""
    files = [*internal.glob("libpython*.so*"), *internal.glob("python*/lib-dynload/*.so")]
    call(["strip", "--strip-unneeded", *(str(file) for file in files if not file.is_symlink())])


def make_deb(work: Path, target: Path) -> Path:
    """Return the Debian package of the frozen program in *work*."""
    architecture = _ARCHITECTURES.get(platform.machine(), platform.machine())
    tree = work / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    copy_tree(work / "dist" / "winnow", tree / "opt" / "winnow")
    share = tree / "usr" / "share"
    put_shared_files(share, work / "icons")
    program = tree / "usr" / "bin" / "winnow"
    program.parent.mkdir(parents=True)
    program.symlink_to("/opt/winnow/winnow")
    documents = share / "doc" / "winnow"
    documents.mkdir(parents=True)
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8").split("\n\n", 2)[2]
    said = "\n".join(f" {line}" if line.strip() else " ." for line in licence.strip().splitlines())
    fill(HERE / "linux" / "copyright", documents / "copyright", {"LICENSE": said})
    changelog = debian_changelog((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), changed_at())
    # Without name and time in its head, so that the same source gives the same bytes.
    call(["gzip", "-9n", "-"], into=documents / "changelog.gz", given=changelog)
    call(["gzip", "-9n", "-"], into=documents / "NEWS.gz", given=(ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    page = manual((ROOT / "docs" / "command-line.md").read_text(encoding="utf-8"), version(), changed_at())
    (share / "man" / "man1").mkdir(parents=True)
    call(["gzip", "-9n", "-"], into=share / "man" / "man1" / "winnow.1.gz", given=page)
    control = tree / "DEBIAN"
    control.mkdir()
    kilobytes = sum(file.lstat().st_size for file in tree.rglob("*") if file.is_file()) // 1024
    asked = asked_by(work / "dist" / "winnow")
    if asked.unknown:
        raise BuildFailed(f"packaging/freeze/libraries.py names no package for: {', '.join(asked.unknown)}.")
    (control / "control").write_text(debian_control(architecture, kilobytes, asked), encoding="utf-8")
    for script in ("postinst", "postrm"):
        shutil.copyfile(HERE / "linux" / script, control / script)
        (control / script).chmod(0o755)
    (control / "md5sums").write_text(md5_sums(tree), encoding="utf-8")
    set_modes(tree)
    package = target / f"winnow_{version()}_{architecture}.deb"
    call(["dpkg-deb", "--root-owner-group", "-Zzstd", "-z19", "--build", str(tree), str(package)])
    return package


def make_portable(work: Path, target: Path) -> Path:
    """Return the archive that a person unpacks anywhere, and may install for themselves."""
    name = f"winnow-{version()}-{platform.machine()}"
    tree = work / "portable" / name
    shutil.rmtree(tree, ignore_errors=True)
    copy_tree(work / "dist" / "winnow", tree / "winnow")
    put_shared_files(tree / "share", work / "icons")
    for script in ("install.sh", "uninstall.sh"):
        shutil.copy(HERE / "linux" / script, tree / script)
    for document in ("LICENSE", "CHANGELOG.md"):
        shutil.copy(ROOT / document, tree / document)
    archive = target / f"{name}.tar.zst"
    options = ["--sort=name", "--owner=0", "--group=0", "--numeric-owner", "-I", "zstd -19 -T0", "-cf", str(archive)]
    call(["tar", "-C", str(tree.parent), *options, name])
    return archive


def make_windows(work: Path, target: Path) -> Path:
    """Return the setup program, compiled by NSIS."""
    setup = target / f"winnow-{version()}-setup.exe"
    defined = {
        "VERSION": version(),
        "PROGRAM": work / "dist" / "winnow",
        "ICON": work / "icons" / "winnow.ico",
        "LICENCE": ROOT / "LICENSE",
        "TARGET": setup,
    }
    call(
        [
            _nsis() or "makensis",
            "-V2",
            *(f"-D{name}={value}" for name, value in defined.items()),
            str(HERE / "windows/winnow.nsi"),
        ]
    )
    return setup


def _nsis() -> str | None:
    usual = Path(r"C:\Program Files (x86)\NSIS\makensis.exe")
    return shutil.which("makensis") or (str(usual) if usual.is_file() else None)


def make_mac(work: Path, target: Path) -> Path:
    """Return the disk image: the program, and the folder to drag it to."""
    tree = work / "dmg"
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir(parents=True)
    call(["ditto", str(work / "dist" / "Winnow.app"), str(tree / "Winnow.app")])
    (tree / "Applications").symlink_to("/Applications")
    image = target / f"winnow-{version()}-{platform.machine()}.dmg"
    call(["hdiutil", "create", "-volname", "Winnow", "-srcfolder", str(tree), "-ov", "-format", "ULMO", str(image)])
    return image


def put_shared_files(share: Path, icons: Path) -> None:
    """Put what a Linux desktop looks for into *share*: entry, type of file, description, icons."""
    day = changed_at().date().isoformat()
    fill(HERE / "linux" / "winnow.desktop", share / "applications" / "winnow.desktop", {})
    fill(
        HERE / "linux" / "winnow-mime.xml",
        share / "mime" / "packages" / "winnow.xml",
        {"APPLICATION_ID": f"0x{application_id():08x}"},
    )
    words = {"VERSION": version(), "DATE": day}
    fill(HERE / "linux" / "winnow.metainfo.xml", share / "metainfo" / "winnow.metainfo.xml", words)
    for size in _ICON_SIZES:
        folder = share / "icons" / "hicolor" / f"{size}x{size}" / "apps"
        folder.mkdir(parents=True)
        shutil.copyfile(icons / f"winnow-{size}.png", folder / "winnow.png")
    folder = share / "icons" / "hicolor" / "scalable" / "apps"
    folder.mkdir(parents=True)
    shutil.copyfile(ROOT / "desktop" / "resources" / "icons" / "winnow.svg", folder / "winnow.svg")


def application_id() -> int:
    """Return the number by which a project's database is told from other SQLite files."""
    text = (ROOT / "desktop" / "winnow" / "store" / "migration.py").read_text(encoding="utf-8")
    found = re.search(r"^APPLICATION_ID = (0x[0-9A-Fa-f_]+|\d[\d_]*)", text, re.MULTILINE)
    if found is None:
        raise BuildFailed("store/migration.py names no APPLICATION_ID.")
    return int(found.group(1), 0)


def debian_control(architecture: str, kilobytes: int, asked: Asked) -> str:
    """Return the control file of the package, which needs what is *asked* for."""
    c_library = f"libc6 (>= {'.'.join(map(str, asked.c_library))})"
    depends = ", ".join([c_library, *sorted({*asked.packages, *_READ})])
    return (
        f"Package: winnow\nVersion: {version()}\nArchitecture: {architecture}\n"
        "Maintainer: The Winnow authors <winnow@example.org>\n"
        f"Installed-Size: {kilobytes}\nDepends: {depends}\nRecommends: {_RECOMMENDED}\n"
        "Section: science\nPriority: optional\n"
        "Description: clean labelled image data sets and trained classifiers\n"
        " Winnow turns a messy pile of pictures into a clean labelled data set and a\n"
        " trained classifier, on one desktop, without code and without a graphics card.\n"
        " .\n"
        " It needs no network: the networks that look at the pictures come along.\n"
    )


def debian_changelog(markdown: str, when: datetime) -> str:
    """Return the newest part of CHANGELOG.md in Debian's form."""
    sections = re.split(r"^## ", markdown, flags=re.MULTILINE)[1:]
    entries = [line[2:].strip() for line in sections[0].splitlines() if line.startswith("- ")] if sections else []
    changes = "\n".join(
        textwrap.fill(entry, 80, initial_indent="  * ", subsequent_indent="    ", break_on_hyphens=False)
        for entry in entries or ["See NEWS."]
    )
    date = when.strftime("%a, %d %b %Y %H:%M:%S +0000")
    head = f"winnow ({version()}) unstable; urgency=medium"
    return f"{head}\n\n{changes}\n\n -- The Winnow authors <winnow@example.org>  {date}\n"


def changed_at() -> datetime:
    """Return when the source was last changed: SOURCE_DATE_EPOCH, or the last commit, or now."""
    said = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not said and shutil.which("git"):
        asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
        said = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
    return datetime.fromtimestamp(int(said) if said else time.time(), UTC)


def fill(source: Path, target: Path, words: Mapping[str, str]) -> None:
    """Copy *source* to *target*, each ``@NAME@`` replaced by what *words* has for it."""
    text = source.read_text(encoding="utf-8")
    for name, value in words.items():
        text = text.replace(f"@{name}@", value)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def copy_tree(source: Path, target: Path) -> None:
    """Copy the folder *source*, links as links."""
    shutil.copytree(source, target, symlinks=True)


def md5_sums(tree: Path) -> str:
    """Return a line for each file of the package *tree*, by which dpkg tells what was changed since."""
    files = sorted(file for file in tree.rglob("*") if file.is_file() and not file.is_symlink())
    rows = [(file, file.relative_to(tree).as_posix()) for file in files]
    return "".join(
        f"{hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()}  {name}\n"
        for file, name in rows
        if not name.startswith("DEBIAN/")
    )


def set_modes(tree: Path) -> None:
    """Let everybody read, nobody but root write, whatever the builder's umask is."""
    for path in tree.rglob("*"):
        if path.is_symlink():
            continue
        runs = path.is_dir() or (bool(path.stat().st_mode & 0o100) and ".so" not in path.name)
        path.chmod(0o755 if runs else 0o644)


def call(command: list[str], into: Path | None = None, given: str | None = None) -> None:
    """Run *command* to its end, its output into the file *into*; raises BuildFailed where it fails."""
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            input=given.encode() if given is not None else None,
            stdout=subprocess.PIPE if into is not None else None,
            check=False,
        )
    except FileNotFoundError as error:
        raise BuildFailed(f"'{command[0]}' is not installed, and is needed to build this installer.") from error
    if done.returncode:
        raise BuildFailed(f"'{Path(command[0]).name}' failed with status {done.returncode}; its words are above.")
    if into is not None:
        into.write_bytes(done.stdout)
