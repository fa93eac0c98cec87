from __future__ import annotations

import pytest

from winnow import __version__
from winnow.base import notices
from winnow.base.notices import Component, components, details, may_be_shipped, write_components

_TEXTS = {"LGPL-3.0": "the text of the LGPL", "Apache": "the text of Apache's"}


def test_everything_that_winnow_needs_is_named_with_its_licence():
    found = {one.name: one for one in components()}
    assert {"Python", "torch", "numpy", "PySide6_Essentials", "onnxruntime", "sympy"} <= set(found)
    assert next(iter(found)) == "Winnow"
    assert not {"pytest", "ray", "mypy"} & set(found)
    assert all(one.licence and one.version for one in found.values())
    assert "THE SOFTWARE IS PROVIDED" in found["urllib3"].text


def test_nothing_that_comes_along_forbids_it():
    assert [f"{one.name}: {one.licence}" for one in components() if not may_be_shipped(one.licence)] == []


@pytest.mark.parametrize(
    ("licence", "may_be"),
    [
        ("MIT", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True),
        ("GPL-3.0-or-later", False),
        ("GNU General Public License v3 (GPLv3)", False),
        ("MIT AND GPL-2.0-only", False),
        ("GPL-2.0-or-later WITH Bootloader-exception", True),
        ("BSD-3-Clause AND GPL-3.0-or-later WITH GCC-exception-3.1", True),
        ("GPL-2.0-only WITH Classpath-exception-2.0 AND GPL-2.0-only", False),
        ("AGPL-3.0", False),
        ("GNU Affero General Public License v3", False),
        ("CC-BY-NC-4.0", False),
        ("", False),
    ],
)
def test_which_licences_may_be_shipped(licence, may_be):
    assert may_be_shipped(licence) is may_be


def test_an_installer_carries_every_text(tmp_path, monkeypatch):
    written = write_components(tmp_path / "third-party", _TEXTS)
    monkeypatch.setattr(notices, "resource", tmp_path.joinpath)
    assert components() == written
    assert {one.name: one.text for one in written}["PySide6_Essentials"] == "the text of the LGPL"


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (Component("taken", "1", "GPL-3.0-only", "text"), r"taken \(GPL-3.0-only\)"),
        (Component("silent", "1", "MIT", ""), "silent"),
    ],
)
def test_an_installer_is_not_built_of_what_may_not_be_shipped(bad, words, tmp_path, monkeypatch):
    monkeypatch.setattr(notices, "installed", lambda: [bad])
    with pytest.raises(ValueError, match=words):
        write_components(tmp_path, _TEXTS)
    assert list(tmp_path.iterdir()) == []


def test_the_details_name_versions_and_no_person(tmp_path):
    said = details([Component("torch", "2.13", "BSD", "")])
    assert f"Winnow {__version__}" in said
    assert "torch 2.13" in said
    assert "/home" not in said
