"""From a fresh checkout to the open window, or to the tests, in one command.

    python3 packaging/run.py                 open the window
    python3 packaging/run.py test            run all checks and tests
    python3 packaging/run.py sample          make a sample project and open it
    python3 packaging/run.py winnow ARG ...  run one of Winnow's commands
    python3 packaging/run.py installer KIND  build an installer into dist: deb, portable, windows or mac

It needs nothing but Python. What it installs goes into `.venv` beside
`pyproject.toml`; what is there already is not installed again.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
OLDEST_PYTHON = (3, 11)

QT_LIBRARIES = {
    "libglib2.0-0": "libglib-2.0.so.0",
    "libegl1": "libEGL.so.1",
    "libgl1": "libGL.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-randr0": "libxcb-randr.so.0",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
}
"""Debian's package, and the library that Qt loads from it."""

CHECKS: dict[str, tuple[str, ...]] = {
    "format": ("ruff", "format", "--check", "desktop", "packaging"),
    "lint": ("ruff", "check", "desktop", "packaging"),
    "types": ("mypy",),
    "borders": ("lint-imports",),
    "tests": ("pytest", "-n", "auto", "--dist", "worksteal"),
}
"""The program of `.venv` that is run for each check, and its arguments, from the root of the checkout."""


class SetupFailed(Exception):
    """Something went wrong that the words of this error explain."""


@dataclass(frozen=True)
class Wish:
    """What the command line asks for."""

    action: str
    """window, test, sample, winnow or installer"""
    rest: tuple[str, ...] = ()


def read_wish(arguments: Sequence[str]) -> Wish:
    """Understand the command line; raises SetupFailed in words."""
    if not arguments:
        return Wish("window")
    action, rest = arguments[0], tuple(arguments[1:])
    if action in ("test", "winnow"):
        return Wish(action, rest)
    if (action == "sample" and not rest) or (action == "installer" and len(rest) == 1):
        return Wish(action, rest)
    raise SetupFailed(f"'{' '.join(arguments)}' is not understood.\n{__doc__}")


def python_of(venv: Path, system: str) -> Path:
    """Return the interpreter of *venv* on *system* (as `platform.system` names it)."""
    return venv / "Scripts" / "python.exe" if system == "Windows" else venv / "bin" / "python"


def fingerprint(files: Sequence[Path], python: Sequence[int], root: Path) -> str:
    """Return a digest that changes when what has to be installed changes."""
    digest = hashlib.sha256(f"{tuple(python[:2])} {root}".encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def pinned(constraints: str, package: str) -> str:
    """Return ``package==version`` as *constraints* pins it."""
    for line in constraints.splitlines():
        if line.split("==")[0].strip().lower() == package:
            return line.split("#")[0].strip()
    raise SetupFailed(f"packaging/constraints.txt does not pin {package}.")


def torch_choices(requirement: str, system: str, has_gpu: bool) -> tuple[str, ...]:
    """Return what to ask pip for, best first.

    On Linux the plain release is a CUDA build of some 3 GB. Without a GPU
    the small CPU build is asked for first; pip has it where the person's pip
    is set up with an index or a folder that holds it.
    """
    if system == "Linux" and not has_gpu:
        return f"{requirement}+cpu", requirement
    return (requirement,)


def missing_packages(loads: Callable[[str], bool]) -> list[str]:
    """Return the Debian packages whose library *loads* cannot load."""
    return [package for package, library in QT_LIBRARIES.items() if not loads(library)]


def has_display(system: str, environment: Mapping[str, str]) -> bool:
    """Say whether a window can be shown."""
    if system != "Linux":
        return True
    wanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(environment.get(name) for name in wanted)


def main(arguments: Sequence[str]) -> int:
    """Do what *arguments* ask for; the exit status."""
    if sys.version_info < OLDEST_PYTHON:
        say(f"Winnow needs Python 3.11 or newer; this is {platform.python_version()}.")
        return 1
    try:
        wish = read_wish(arguments)
        if wish.action == "installer":
            return make_installer(wish.rest[0])
        prepare()
        if wish.action == "test":
            return run_checks(wish.rest)
        if wish.action == "winnow":
            return winnow(*wish.rest)
        if wish.action == "sample":
            return open_window(str(make_sample()))
        return open_window()
    except SetupFailed as failure:
        say(str(failure))
        return 1
    except KeyboardInterrupt:
        say("Stopped.")
        return 3


def prepare() -> None:
    """Bring `.venv` and the system's libraries to the state that the checkout asks for."""
    if platform.system() == "Linux":
        supply_libraries()
    stamp = VENV / "winnow-installed"
    wanted = fingerprint((ROOT / "pyproject.toml", CONSTRAINTS), sys.version_info, ROOT)
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted and venv_python().exists():
        return
    make_venv()
    install()
    stamp.write_text(wanted, encoding="utf-8")


def supply_libraries() -> None:
    """Install the system packages that Qt needs where that is ours to do, or name them."""
    missing = missing_packages(_loads)
    if not missing:
        return
    command = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        say(f"Qt needs system libraries that are missing; on Debian: sudo {' '.join(command)}")
        return
    say(f"Installing system packages: {' '.join(missing)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update"], command):
        if subprocess.run(step, env=quiet, stdout=subprocess.DEVNULL, check=False).returncode:
            say(f"'{' '.join(step)}' failed; Qt may not start until these packages are installed.")
            return


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def make_venv(venv: Path = VENV) -> None:
    """Make *venv*, anew where it belongs to another Python."""
    expected = f"{sys.version_info[0]}.{sys.version_info[1]}"
    found = ""
    python = python_of(venv, platform.system())
    if python.exists():
        ask = [str(python), "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
        found = subprocess.run(ask, capture_output=True, text=True, check=False).stdout.strip()
    if found == expected:
        return
    say(f"Making {venv.name}")
    if subprocess.run([sys.executable, "-m", "venv", "--clear", str(venv)], check=False).returncode:
        raise SetupFailed(
            f"Python could not make {venv}. On Debian: sudo apt-get install python3-venv, then try again."
        )


def install(venv: Path = VENV, extra: str = "dev") -> None:
    """Install what `constraints.txt` pins into *venv*, torch first, Winnow with its *extra*.

    Torchvision comes without its dependencies, so that it cannot replace the
    build of torch that is there.
    """
    constraints = CONSTRAINTS.read_text(encoding="utf-8")
    torch = pinned(constraints, "torch")
    choices = torch_choices(torch, platform.system(), _has_gpu())
    say(f"Installing {torch} (the largest part; this can take minutes)")
    for choice in choices[:-1]:
        if pip(choice, venv=venv, show_errors=False):
            break
    else:
        demand(choices[-1], venv=venv)
    say("Installing torchvision")
    demand("--no-deps", pinned(constraints, "torchvision"), venv=venv)
    say("Installing what Winnow is built with")
    demand(pinned(constraints, "hatchling"), pinned(constraints, "editables"), venv=venv)
    say("Installing Winnow and its libraries")
    demand("--no-build-isolation", "--editable", f"{ROOT}[{extra}]", venv=venv)


def _has_gpu() -> bool:
    return shutil.which("nvidia-smi") is not None or Path("/proc/driver/nvidia/version").exists()


def pip(*wanted: str, venv: Path, show_errors: bool = True) -> bool:
    """Install *wanted* into *venv* within the constraints; say whether it worked."""
    options = ["-qq", "--no-input", "--disable-pip-version-check", "--constraint", str(CONSTRAINTS)]
    command = [str(python_of(venv, platform.system())), "-m", "pip", "install", *options, *wanted]
    ignored = {**os.environ, "PIP_ROOT_USER_ACTION": "ignore"}
    errors = None if show_errors else subprocess.DEVNULL
    return subprocess.run(command, env=ignored, stderr=errors, check=False).returncode == 0


def demand(*wanted: str, venv: Path) -> None:
    """Install *wanted* or raise SetupFailed in words."""
    if not pip(*wanted, venv=venv):
        raise SetupFailed(
            f"pip could not install {wanted[-1]}; its words are above. "
            "Check the network and the free disk space, then run the same command again: it goes on where it was."
        )


def run_checks(rest: Sequence[str]) -> int:
    """Run every check, also after one failed; *rest* goes to pytest. 1 if any failed."""
    failed = []
    for name, command in CHECKS.items():
        say(f"Checking: {name}")
        program = str(venv_python().with_name(command[0]))
        arguments = [*command[1:], *(rest if name == "tests" else ())]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        if subprocess.run([program, *arguments], cwd=ROOT, env=environment, check=False).returncode:
            failed.append(name)
    say(f"Failed: {', '.join(failed)}" if failed else "All checks passed.")
    return 1 if failed else 0


def make_installer(kind: str) -> int:
    """Build the installer *kind* into `dist`, from an environment of its own without anything for developers."""
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    import installer

    try:
        installer.check_system(kind, platform.system())
        installer.check_tools(kind)
        if platform.system() == "Linux":
            supply_libraries()
        work = ROOT / "build" / "installer"
        venv = work / "venv"
        work.mkdir(parents=True, exist_ok=True)
        make_venv(venv)
        install(venv, "package")
        say("Freezing the program (minutes)")
        installer.build(kind, python_of(venv, platform.system()), work, ROOT / "dist")
    except installer.BuildFailed as failure:
        say(str(failure))
        return 1
    return 0


def make_sample() -> Path:
    """Make the sample project in the current folder, its pictures clustered; one that is there is kept."""
    project = Path.cwd() / "sample.winnow"
    if project.exists():
        say(f"Opening the sample project that is there: {project}")
        return project
    for words, command in (
        ("Making the sample project", ("sample", str(project))),
        ("Looking at its pictures", ("embed", str(project))),
        ("Clustering them", ("cluster", str(project))),
    ):
        say(words)
        if winnow(*command):
            raise SetupFailed(f"The sample project is not complete. Remove {project} and run the same command again.")
    return project


def open_window(*arguments: str) -> int:
    """Open the window, or say why that cannot be."""
    if not has_display(platform.system(), os.environ):
        raise SetupFailed(
            "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open. "
            "Everything else works from the command line: python3 packaging/run.py winnow --help"
        )
    say("Opening the window")
    return winnow(*arguments)


def winnow(*arguments: str) -> int:
    """Run one of Winnow's commands in the caller's folder; its exit status."""
    return subprocess.run([str(venv_python()), "-m", "winnow", *arguments], check=False).returncode


def venv_python() -> Path:
    """Return the interpreter of `.venv`, whether it exists or not."""
    return python_of(VENV, platform.system())


def say(words: str) -> None:
    """Print one line at once, also into a pipe."""
    print(words, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
