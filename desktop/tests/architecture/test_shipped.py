"""What comes with the program is there, and what is installed is pinned."""

from __future__ import annotations

import ast
import re
import tomllib
import xml.etree.ElementTree as Xml
from importlib import metadata

import pytest

from winnow.base.paths import resource


def test_resources_lie_where_the_program_looks():
    assert resource("icons").is_dir()
    assert resource("icons", "winnow.svg").is_file()


def test_every_resource_that_is_named_exists(modules):
    for name, (_, tree) in modules.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "resource":
                parts = [one.value for one in node.args if isinstance(one, ast.Constant)]
                if len(parts) == len(node.args):
                    assert resource(*parts).exists(), f"{name} names {parts}"


def test_every_icon_is_a_drawing():
    icons = sorted(resource("icons").glob("*.svg"))
    assert icons
    for icon in icons:
        assert Xml.parse(icon).getroot().tag.endswith("svg"), icon.name


def test_packaging_does_not_hide_the_library_of_that_name(root):
    assert not (root / "packaging" / "__init__.py").exists()


@pytest.fixture
def pins(root):
    lines = (root / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split("==") for line in lines if "==" in line and not line.startswith("#"))


def test_everything_that_is_required_is_pinned(root, pins):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[<>=;\[ ]", line)[0] for line in wanted}
    plain = {_plain(name) for name in pins}
    assert {name for name in names if _plain(name) not in plain} == set()


def test_torch_and_torchvision_are_the_tried_pair(pins):
    assert (pins["torch"], pins["torchvision"]) == ("2.13.0", "0.28.0")


@pytest.mark.parametrize(("name", "least"), [("Pillow", (13, 0)), ("urllib3", (2, 6, 3)), ("torch", (2, 10))], ids=str)
def test_what_reads_from_outside_is_newer_than_its_known_holes(root, pins, name, least):
    """CVE-2026-112403 of Pillow's JPEG decoder, CVE-2026-21441 of urllib3, CVE-2026-24747 of torch's reader."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (wanted,) = [line for line in project["dependencies"] if re.split(r"[<>=;\[ ]", line)[0] == name]
    (pinned,) = [version for pin, version in pins.items() if _plain(pin) == _plain(name)]
    for version in (wanted.partition(">=")[2], pinned, metadata.version(name)):
        assert tuple(int(part) for part in re.findall(r"\d+", version)[:3]) >= least


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
