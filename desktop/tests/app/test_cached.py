"""What can be made again keeps to its room: the oldest goes; what is in use, and what is no cache, stays."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import numpy as np
import pytest

from winnow.app.cached import IN_USE_S, Cached, cleared, kept_within
from winnow.base.outcomes import Steps
from winnow.base.paths import cache_folder, settings_folder
from winnow.training.prepared import PreparedPixels

KB = 1000


@pytest.fixture
def projects(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Two projects that were open before, and the folder of networks."""
    monkeypatch.setenv("WINNOW_CACHE", str(tmp_path / "cache"))
    folders = [tmp_path / "one.winnow", tmp_path / "two.winnow"]
    for folder in folders:
        (folder / "originals" / "ab").mkdir(parents=True)
        (folder / "originals" / "ab" / "abcd.jpg").write_bytes(bytes(9 * KB))
        (folder / "cache").mkdir()
        (folder / "cache" / "thumbnails.db").write_bytes(bytes(9 * KB))
    entries = [{"path": str(one), "images": 1, "classes": 0, "labelled": 0, "opened": ""} for one in folders]
    settings_folder().mkdir(parents=True, exist_ok=True)
    (settings_folder() / "recent.json").write_text(json.dumps(entries))
    (cache_folder() / "networks").mkdir(parents=True)
    (cache_folder() / "networks" / "net.onnx").write_bytes(bytes(2 * KB))
    return folders


def pixels(project: Path, key: str, used_before_s: float, size: int = KB) -> Path:
    made = project / "cache" / "prepared" / key[:2] / f"{key}.pixels"
    made.parent.mkdir(parents=True, exist_ok=True)
    made.write_bytes(bytes(size))
    when = time.time() - used_before_s
    os.utime(made, (when, when))
    return made


def last(steps: Steps) -> Cached:
    found = list(steps)[-1]
    assert isinstance(found, Cached)
    return found


def test_the_oldest_go_first_whichever_project_they_are_of(projects: list[Path]) -> None:
    one, two = projects
    newer, oldest = pixels(one, "aa1", 3 * IN_USE_S), pixels(one, "aa2", 9 * IN_USE_S)
    older, newest = pixels(two, "bb1", 8 * IN_USE_S), pixels(two, "bb2", 2 * IN_USE_S)
    assert last(kept_within(100 * KB)) == Cached(networks_bytes=2 * KB, pixels_bytes=4 * KB, projects=2)
    assert last(kept_within(4 * KB)).size_bytes == 4 * KB
    assert not oldest.exists()
    assert not older.exists()
    assert newer.exists()
    assert newest.exists()


def test_what_is_in_use_stays_and_so_does_what_is_no_cache(projects: list[Path], tmp_path: Path) -> None:
    one, two = projects
    used = pixels(one, "aa1", 10)
    elsewhere = tmp_path / "elsewhere"
    mine = pixels(elsewhere, "cc1", 9 * IN_USE_S)
    (two / "cache" / "prepared").symlink_to(elsewhere / "cache" / "prepared", target_is_directory=True)
    stranger = one / "cache" / "prepared" / "aa" / "notes.txt"
    stranger.write_text("mine")
    left = last(cleared())
    assert left == Cached(networks_bytes=0, pixels_bytes=KB, projects=1)
    assert used.exists()
    assert stranger.exists()
    assert mine.exists(), "a link is not followed"
    for project in projects:
        assert (project / "originals" / "ab" / "abcd.jpg").stat().st_size == 9 * KB
        assert (project / "cache" / "thumbnails.db").stat().st_size == 9 * KB


def test_the_person_s_limit_holds_for_all_projects_and_for_a_run(
    projects: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WINNOW_CACHE_GB", "1")
    old = pixels(projects[0], "aa1", 2 * IN_USE_S)
    used = pixels(tmp_path, "aa2", 0)
    for one, when in ((old, time.time() - 2 * IN_USE_S), (used, time.time() + 1)):
        os.truncate(one, 1_000_000_000)  # a hole, which takes no room on the disk
        os.utime(one, (when, when))
    assert last(kept_within()).pixels_bytes == 0
    assert not old.exists()
    full = PreparedPixels(tmp_path / "cache" / "prepared")
    assert not full.put("bb3", np.zeros((4, 4, 3), np.uint8)), "there is no room, and all of it is in use"


def test_a_project_that_is_gone_is_no_error(projects: list[Path]) -> None:
    (projects[0] / "cache" / "thumbnails.db").unlink()
    (projects[0] / "cache").rmdir()
    assert last(kept_within(0)) == Cached(networks_bytes=2 * KB)
