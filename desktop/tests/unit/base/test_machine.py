"""What of the machine work may take, as the person chose it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from winnow.app.preferences import Preferences, keep, preferences, use
from winnow.base.machine import cores, cores_beside_the_window, may_use_graphics_card, preview_bytes
from winnow.base.paths import cache_folder


@pytest.fixture(autouse=True)
def put_back(monkeypatch: pytest.MonkeyPatch):
    for name in ("WINNOW_THREADS", "WINNOW_DEVICE", "WINNOW_PREVIEW_MB", "WINNOW_CACHE"):
        monkeypatch.delenv(name, raising=False)
    yield
    use(Preferences())


def test_what_is_preferred_holds_here_and_in_child_processes(tmp_path: Path) -> None:
    own = cache_folder()
    use(Preferences(threads=1, device="cpu", preview_mb=64, cache=str(tmp_path / "kept")))
    assert (cores(), cores_beside_the_window()) == (1, 1)
    assert not may_use_graphics_card()
    assert preview_bytes() == 64 << 20
    assert cache_folder() == tmp_path / "kept"
    assert os.environ["WINNOW_THREADS"] == "1", "a child process inherits it"
    use(Preferences())
    assert cores() == (os.cpu_count() or 1)
    assert cores_beside_the_window() == (cores() if cores() <= 2 else cores() - 1)
    assert may_use_graphics_card()
    assert cache_folder() == own


def test_more_cores_than_there_are_cannot_be_had() -> None:
    use(Preferences(threads=10_000))
    assert cores() == (os.cpu_count() or 1)


def test_preferences_are_kept_and_older_files_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    wanted = Preferences(theme="contrast", pause_s=2.5, features="colour")
    keep(wanted)
    assert preferences() == wanted
    (tmp_path / "winnow" / "preferences.json").write_text('{"theme": "dark", "from_a_later_version": 1}')
    assert preferences() == Preferences(theme="dark")
