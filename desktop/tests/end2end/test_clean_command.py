"""Cleaning by the command line: what is found, what is rejected only when asked, and the trash."""

from __future__ import annotations

import pytest
from PIL import ImageOps
from unit.vision.pictures import encoded
from unit.vision.test_copies import photo


@pytest.fixture
def project(tmp_path, winnow):
    """Five files: a picture, its mirrored small copy, the same file again, a dark one, another one."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    first = photo(1)
    files = {
        "first.jpg": first,
        "same.jpg": first,
        "copy.jpg": ImageOps.mirror(first).resize((240, 180)),
        "dark.jpg": photo(2).point([round(tone / 6) for tone in range(256)] * 3),
        "other.jpg": photo(3),
    }
    for name, picture in files.items():
        (folder / name).write_bytes(encoded(picture))
    made = tmp_path / "pictures.winnow"
    winnow("new", made)
    winnow("import", made, folder)
    return made


def states_of(winnow, project):
    return {item["file"]: item["state"] for item in winnow("items", project)["items"]}


def test_what_is_doubtful_is_told_and_rejected_only_when_asked(project, winnow, home):
    ids = {item["file"]: item["id"] for item in winnow("items", project)["items"]}
    before = states_of(winnow, project)

    found = winnow("clean", project)
    kept = [file for file in ("first.jpg", "same.jpg") if before[file] == "kept"]
    assert found["exact"] == 1
    assert [set(group) for group in found["near_groups"]] == [{ids[kept[0]], ids["copy.jpg"]}]
    assert found["same_pixels"] == []
    assert found["flags"]["dark"] == 1
    assert found["flagged"]["dark"] == [ids["dark.jpg"]]
    assert states_of(winnow, project) == before

    applied = winnow("clean", project, "--apply", "--keep", "oldest", "--reject-flagged", "dark")
    assert (applied["keep"], applied["rejected_copies"], applied["rejected_flagged"]) == ("oldest", 1, 1)
    rejected = [file for file, state in states_of(winnow, project).items() if state == "rejected"]
    assert len(rejected) == 2
    assert "dark.jpg" in rejected

    asked = winnow("clean", project, "--empty-rejected")
    assert asked["to_trash"] == 2
    assert asked["to_trash_bytes"] > 0
    assert winnow("doctor", project)["ok"]
    winnow("undo", project, "--steps", 2)
    assert states_of(winnow, project) == before


@pytest.mark.parametrize(
    "words", [("--threshold", "blurry=2"), ("--threshold", "blurry"), ("--threshold", "nothing=0.5"), ("--yes",)]
)
def test_what_makes_no_sense_is_wrong_usage(words, tmp_path, code):
    number, _out, err = code("clean", tmp_path, *words)

    assert number == 2
    assert "usage" in err
