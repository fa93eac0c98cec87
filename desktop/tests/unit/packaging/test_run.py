from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

_FILE = Path(__file__).resolve().parents[4] / "packaging" / "run.py"


@pytest.fixture(scope="module")
def run():
    spec = importlib.util.spec_from_file_location("run_from_checkout", _FILE)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


@pytest.mark.parametrize(
    ("arguments", "action", "rest"),
    [
        ([], "window", ()),
        (["test"], "test", ()),
        (["test", "-k", "split"], "test", ("-k", "split")),
        (["sample"], "sample", ()),
        (["winnow", "info", "pets.winnow"], "winnow", ("info", "pets.winnow")),
    ],
)
def test_understands_what_is_asked_for(run, arguments, action, rest):
    assert run.read_wish(arguments) == run.Wish(action, rest)


@pytest.mark.parametrize("arguments", [["tests"], ["sample", "here"], ["--help"]])
def test_explains_itself_where_it_does_not_understand(run, arguments):
    with pytest.raises(run.SetupFailed, match=r"run\.py sample"):
        run.read_wish(arguments)


def test_finds_the_interpreter_on_every_system(run):
    venv = Path("project") / ".venv"
    assert run.python_of(venv, "Windows") == venv / "Scripts" / "python.exe"
    assert run.python_of(venv, "Linux") == run.python_of(venv, "Darwin") == venv / "bin" / "python"


def test_installs_again_only_when_something_it_depends_on_changed(run, tmp_path):
    file = tmp_path / "constraints.txt"
    file.write_text("torch==1\n", encoding="utf-8")
    before = run.fingerprint([file], (3, 11, 7), tmp_path)
    assert run.fingerprint([file], (3, 11, 9), tmp_path) == before
    assert run.fingerprint([file], (3, 12, 0), tmp_path) != before
    assert run.fingerprint([file], (3, 11, 7), tmp_path / "moved") != before
    file.write_text("torch==2\n", encoding="utf-8")
    assert run.fingerprint([file], (3, 11, 7), tmp_path) != before


def test_asks_for_the_small_torch_where_there_is_no_gpu(run):
    assert run.torch_choices("torch==2.13.0", "Linux", has_gpu=False) == ("torch==2.13.0+cpu", "torch==2.13.0")
    assert run.torch_choices("torch==2.13.0", "Linux", has_gpu=True) == ("torch==2.13.0",)
    assert run.torch_choices("torch==2.13.0", "Darwin", has_gpu=False) == ("torch==2.13.0",)


def test_reads_a_pin(run):
    text = "# about torch\ntorch==2.13.0\ntorchvision==0.28.0  # the pair\n"
    assert run.pinned(text, "torch") == "torch==2.13.0"
    assert run.pinned(text, "torchvision") == "torchvision==0.28.0"
    with pytest.raises(run.SetupFailed, match="numpy"):
        run.pinned(text, "numpy")


def test_the_real_constraints_pin_what_is_installed_by_name(run):
    text = run.CONSTRAINTS.read_text(encoding="utf-8")
    for name in ("torch", "torchvision", "hatchling", "editables"):
        assert run.pinned(text, name).startswith(f"{name}==")


def test_names_the_packages_whose_library_is_missing(run):
    assert run.missing_packages(lambda library: library != "libEGL.so.1") == ["libegl1"]
    assert run.missing_packages(lambda library: True) == []


def test_knows_where_a_window_can_be_shown(run):
    assert not run.has_display("Linux", {})
    assert not run.has_display("Linux", {"DISPLAY": ""})
    assert run.has_display("Linux", {"WAYLAND_DISPLAY": "wayland-0"})
    assert run.has_display("Windows", {})
    assert run.has_display("Darwin", {})


def test_every_failed_check_is_named_and_the_others_still_run(run, monkeypatch, capsys):
    checks = {"first": ("python", "-c", "raise SystemExit(1)"), "second": ("python", "-c", "pass")}
    monkeypatch.setattr(run, "CHECKS", checks)
    monkeypatch.setattr(run, "venv_python", lambda: Path(sys.executable))
    assert run.run_checks(()) == 1
    assert capsys.readouterr().out.splitlines() == ["Checking: first", "Checking: second", "Failed: first"]
    monkeypatch.setattr(run, "CHECKS", {"second": checks["second"]})
    assert run.run_checks(()) == 0
