"""What goes out by command: read back by what is not Winnow, and the same after a way to another machine."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import shutil
import sqlite3
import tarfile
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication
from unit.vision.pictures import encoded, scene

from winnow.app.pipelines.predicting import Predicted, predict_with_run
from winnow.app.preferences import Preferences, keep
from winnow.app.queries.lookup import run_numbered
from winnow.app.session import Session

_NAMES_IN_KOREAN = frozenset({"AdamW", "Wilson", "Winnow", "efficientnet", "lite", "pets", "pictures"})


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    return tmp_path_factory.mktemp("made") / "pets.winnow"


@pytest.fixture
def project(tmp_path, winnow, made_once):
    """A project of its own for each test, with labels, a split and a run; made for the first."""
    if not made_once.is_dir():
        pictures = made_once.parent / "pictures"
        for number in range(24):
            file = pictures / ("cat", "dog")[number % 2] / f"{number:02d}.jpg"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(encoded(scene(96, 72, seed=number)))
        winnow("new", made_once)
        winnow("import", made_once, pictures, "--label-from-folders")
        winnow("split", made_once, "--ratios", "60,20,20")
        winnow("train", made_once, "--epochs", 1)
    return Path(shutil.copytree(made_once, tmp_path / "pets.winnow"))


def hashes(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_pictures_go_out_smaller_in_another_format_and_by_known_licences_only(tmp_path, winnow, project, code):
    kept = winnow("info", project)["kept"]
    small = tmp_path / "small"
    done = winnow(
        "export", project, "--dataset", "csv", "--to", small,
        "--longest-side", 40, "--format", "webp", "--quality", 60,
    )  # fmt: skip
    assert done["n"] == kept
    pictures = sorted((small / "images").iterdir())
    assert {path.suffix for path in pictures} == {".webp"}
    for path in pictures[:3]:
        with Image.open(path) as picture:
            assert (picture.format, max(picture.size) <= 40) == ("WEBP", True)
    with (small / "labels.csv").open(encoding="utf-8-sig", newline="") as table:
        rows = list(csv.DictReader(table))
    assert {row["label"] for row in rows} == {"cat", "dog"}
    assert all((small / row["file"]).is_file() for row in rows)
    number, _out, err = code("export", project, "--dataset", "csv", "--to", tmp_path / "known", "--known-licences")
    assert number == 1
    assert err.startswith(f"No licence is known of {kept} pictures")
    assert not (tmp_path / "known").exists()


def test_frames_go_out_as_boxes_over_untouched_originals(tmp_path, winnow, project):
    image = next(item for item in winnow("items", project)["items"] if item["state"] == "kept")
    winnow("frame", project, "--id", image["id"], "--set", "2,3,20,31")
    target = tmp_path / "coco"
    winnow("export", project, "--dataset", "coco", "--boxes", "--to", target)
    boxes, originals = [], set(hashes(project / "originals").values())
    for part in ("train", "valid", "test"):
        told = json.loads((target / "annotations" / f"instances_{part}.json").read_text("utf-8"))
        boxes += [one["bbox"] for one in told["annotations"]]
        assert set(hashes(target / part).values()) <= originals
    assert [2, 3, 18, 28] in boxes


@pytest.mark.parametrize("layout", ["folders", "webdataset", "hf"])
def test_the_other_layouts_have_every_picture_once(tmp_path, winnow, project, layout):
    kept = winnow("info", project)["kept"]
    target = tmp_path / layout
    assert winnow("export", project, "--dataset", layout, "--to", target)["n"] == kept
    if layout == "webdataset":
        found = 0
        for shard in target.glob("*.tar"):
            with tarfile.open(shard) as tar:
                found += sum(name.endswith(".cls") for name in tar.getnames())
    elif layout == "hf":
        found = sum(len(path.read_text("utf-8").splitlines()) for path in target.glob("*/metadata.jsonl"))
    else:
        found = sum(1 for path in target.glob("*/*/*") if path.parent.name in ("cat", "dog"))
    assert found == kept
    assert (target / "README.md").is_file()
    assert (target / "ATTRIBUTION.csv").is_file()


def test_a_report_tells_nothing_of_a_test_part_that_was_not_opened(tmp_path, winnow, project):
    before = QCoreApplication.instance()
    winnow("export", project, "--report", tmp_path / "sealed.html")
    assert QCoreApplication.instance() is before  # a window may be opened after it
    sealed = (tmp_path / "sealed.html").read_text("utf-8")
    assert "has not been opened" in sealed
    assert "test accuracy" not in sealed
    opened = winnow("test", project, "--run", 1)
    assert opened["openings"] == 1
    winnow("export", project, "--report", "--to", tmp_path)
    told = (tmp_path / "pets-report.html").read_text("utf-8")
    assert f"{100 * opened['accuracy']:.1f}\u00a0%" in told
    assert "has been opened once" in told
    assert "<img" in told
    short = tmp_path / "short.html"
    winnow("export", project, "--report", short, "--no-pictures", "--chapters", "split", "training")
    assert "<img" not in short.read_text("utf-8")
    assert "has been opened once" not in short.read_text("utf-8")
    assert "has not been opened" not in told
    # In another language: the one that is asked for, else that of the window.
    winnow("export", project, "--report", tmp_path / "asked.html", "--lang", "ko")
    keep(Preferences(language="ko"))
    winnow("export", project, "--report", tmp_path / "preferred.html")
    for name in ("asked", "preferred"):
        korean = (tmp_path / f"{name}.html").read_text("utf-8")
        for words in ("<html lang='ko'>", "테스트 세트를 한 번 열었습니다", "폴더", "배치 크기"):
            assert words in korean
        said = re.sub(r"<style>.*</style>|<[^>]*>", " ", korean, flags=re.DOTALL)
        assert set(re.findall(r"[A-Za-z]{4,}", said)) <= _NAMES_IN_KOREAN
    assert not re.search("[가-힣]", told)


def test_a_report_is_printed_and_nothing_is_overwritten(tmp_path, winnow, project, code):
    done = winnow("export", project, "--report", "pdf", "--to", tmp_path / "out")
    content = (tmp_path / "out" / "pets-report.pdf").read_bytes()
    assert (content[:5], len(content)) == (b"%PDF-", done["bytes"])
    assert content.count(b"/Type /Page\n") >= 2
    number, _out, err = code("export", project, "--report", "pdf", "--to", tmp_path / "out")
    assert number == 1
    assert "exists already" in err
    assert (tmp_path / "out" / "pets-report.pdf").read_bytes() == content


@pytest.mark.parametrize(
    "words",
    [
        ("--report", "docx", "--to", "x"),
        ("--report", "html"),
        ("--report", "--chapters", "gossip", "--to", "x"),
        ("--dataset", "csv"),
        ("--dataset", "csv", "--run", "1", "--to", "x"),
        ("--dataset", "csv", "--boxes", "--format", "png", "--to", "x"),
        ("--dataset", "csv", "--model", "onnx", "--to", "x"),
        ("--model", "onnx", "tensorflow", "--run", "1", "--to", "x"),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(code, words):
    assert code("export", "somewhere", *words)[0] == 2


def test_files_from_outside_are_decoded_by_a_confined_process(project):
    picture = next((project / "originals").rglob("*.jpeg"))
    events, seen = [], set()
    with Session.open(project) as session:
        for event in predict_with_run(session, session.ask(run_numbered, 1), [picture]):
            events.append(event)
            for child in psutil.Process().children(recursive=True):
                with suppress(psutil.Error):
                    seen |= set(child.cmdline())
    assert isinstance(events[-1], Predicted)
    assert events[-1].labels == ("cat", "dog")
    assert events[-1].probabilities.sum() == pytest.approx(1, abs=1e-5)
    assert any("winnow.vision.worker" in word for word in seen)


def test_a_packed_project_goes_on_elsewhere(tmp_path, winnow, project, code):
    before = winnow("items", project)
    packed = winnow("pack", project)
    assert packed["file"] == str(tmp_path / "pets.winnowz")
    assert code("pack", project)[0] == 1
    there = tmp_path / "elsewhere" / "pets.winnow"
    assert winnow("unpack", packed["file"], "--to", there)["project"] == str(there)
    ours, theirs = hashes(project), hashes(there)
    for folder in ("originals/", "runs/", "vectors/", "labels.jsonl"):
        assert {name: one for name, one in ours.items() if name.startswith(folder)} == {
            name: one for name, one in theirs.items() if name.startswith(folder)
        }
    assert tables(project / "project.db") == tables(there / "project.db")
    assert winnow("items", there) == before
    assert winnow("doctor", there)["ok"]
    number, _out, err = code("unpack", packed["file"], "--to", there)
    assert number == 1
    assert "nothing is overwritten" in err


def tables(path):
    """Return all rows of all tables."""
    connection = sqlite3.connect(path)
    try:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: sorted(map(repr, connection.execute(f"SELECT * FROM {name}"))) for name in names}
    finally:
        connection.close()
