"""Exports that were stopped or killed go on where they were, and end as if nothing had happened."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from unit.vision.pictures import encoded, scene

from winnow.base.outcomes import Note, Progress
from winnow.domain.data_set import DataSetOptions, Layout
from winnow.domain.frame import Frame
from winnow.exporting import samples as reading
from winnow.exporting.data_set import DataSetExported, export_data_set
from winnow.exporting.resuming import ExportUnderWay, discard_unfinished, resumable, unfinished_files
from winnow.exporting.samples import ExportSample, PictureGone
from winnow.exporting.shards import ParquetSink, WebDatasetSink

LAYOUTS = [
    pytest.param(
        layout,
        marks=pytest.mark.skipif(
            layout is Layout.PARQUET and importlib.util.find_spec("pyarrow") is None, reason="pyarrow is not installed"
        ),
    )
    for layout in Layout
]


@pytest.fixture
def samples(tmp_path: Path) -> list[ExportSample]:
    made = []
    for number in range(12):
        path = tmp_path / "originals" / f"{number}.jpeg"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(encoded(scene(40, 30, number), "JPEG"))
        part, label = ("train", "valid", "train")[number % 3], ("cat", "dog")[number % 2]
        frame = Frame(0, 0, 20, 20) if number % 4 == 0 else None
        made.append(ExportSample(path, frame, label, part, "the same name.jpg"))
    return made


def exported(samples: Sequence[ExportSample], target: Path, layout: Layout) -> DataSetExported:
    done = list(export_data_set(samples, target, DataSetOptions(layout)))[-1]
    assert isinstance(done, DataSetExported)
    return done


def stopped(samples: Sequence[ExportSample], target: Path, layout: Layout, after: int) -> None:
    steps = export_data_set(samples, target, DataSetOptions(layout))
    for event in steps:
        if isinstance(event, Progress) and event.done == after:
            break
    steps.close()


def content(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The originals that were read, in order."""
    seen: list[Path] = []
    real = reading._bytes_of

    def noted(path: Path) -> bytes:
        seen.append(path)
        return real(path)

    monkeypatch.setattr(reading, "_bytes_of", noted)
    return seen


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_stopped_export_goes_on_and_ends_as_one_that_was_not(samples, tmp_path, layout, read, monkeypatch):
    # Small shards: some are closed and some are open when it stops.
    monkeypatch.setattr(ParquetSink.__init__, "__defaults__", (1,))
    monkeypatch.setattr(WebDatasetSink.__init__, "__defaults__", (4000,))
    monkeypatch.setattr("winnow.exporting.shards._GROUP_BYTES", 1500)
    whole = exported(samples, tmp_path / "at-once", layout)
    target = tmp_path / "out" / "set"
    stopped(samples, target, layout, 5)
    assert not target.exists()
    assert unfinished_files(target) == 5
    stopped(samples, target, layout, 8)
    read.clear()
    steps = list(export_data_set(samples, target, DataSetOptions(layout)))
    assert [type(event) for event in steps[:1]] == [Note]
    assert steps[-1] == replace(whole, folder=target)
    # Of Parquet what was in no closed shard is made again.
    assert len(read) == 4 if layout is not Layout.PARQUET else 4 <= len(read) < 12
    assert content(target) == content(tmp_path / "at-once")
    assert list((tmp_path / "out").iterdir()) == [target]


@pytest.mark.parametrize("layout", [Layout.FOLDERS, Layout.WEBDATASET])
def test_what_was_lost_or_changed_meanwhile_is_made_again(samples, tmp_path, layout):
    exported(samples, tmp_path / "at-once", layout)
    target = tmp_path / "out" / "set"
    stopped(samples, target, layout, 9)
    (place,) = (tmp_path / "out").iterdir()
    files = sorted(path for path in (place / "files").rglob("*") if path.is_file())
    files[0].write_bytes(files[0].read_bytes()[:-700])
    if layout is Layout.FOLDERS:
        files[1].unlink()
    with (place / "done.jsonl").open("a") as listed:
        listed.write('{"at": 9, "file": "cut o')
    exported(samples, target, layout)
    assert content(target) == content(tmp_path / "at-once")


def test_another_export_to_the_same_place_begins_anew(samples, tmp_path):
    target = tmp_path / "set"
    stopped(samples, target, Layout.FOLDERS, 6)
    done = exported(samples[:4], target, Layout.CSV)
    assert done.files == 4
    assert len(list((target / "images").iterdir())) == 4
    assert not (target / "train").exists()
    assert unfinished_files(target) == 0


def test_a_picture_that_is_gone_is_put_back_and_the_export_goes_on(samples, tmp_path, read):
    gone = samples[7].path
    kept = gone.read_bytes()
    gone.unlink()
    with pytest.raises(PictureGone):
        exported(samples, tmp_path / "set", Layout.FOLDERS)
    gone.write_bytes(kept)
    read.clear()
    assert exported(samples, tmp_path / "set", Layout.FOLDERS).files == 12
    assert sorted(read) == sorted(one.path for one in samples[7:])


def test_what_is_discarded_is_gone(samples, tmp_path):
    stopped(samples, tmp_path / "out" / "set", Layout.FOLDERS, 3)
    discard_unfinished(tmp_path / "out" / "set")
    assert list((tmp_path / "out").iterdir()) == []


def test_two_do_not_write_to_one_place(samples, tmp_path):
    with resumable(tmp_path / "set", "mark"), pytest.raises(ExportUnderWay):
        exported(samples, tmp_path / "set", Layout.FOLDERS)
    assert exported(samples, tmp_path / "set-2", Layout.FOLDERS).files == 12


_KILLED = """
import sys, time
from pathlib import Path
from winnow.domain.data_set import DataSetOptions, Layout
from winnow.exporting.data_set import export_data_set
from winnow.exporting.samples import ExportSample
folder, target, layout = Path(sys.argv[1]), Path(sys.argv[2]), Layout(sys.argv[3])
samples = [ExportSample(folder / f"{number}.jpeg", None, "cat", "train", f"{number}.jpg") for number in range(12)]
for at, event in enumerate(export_data_set(samples, target, DataSetOptions(layout))):
    print(at, flush=True)
    time.sleep(0.05)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("layout", [Layout.COCO, Layout.WEBDATASET])
def test_a_killed_export_goes_on(samples, tmp_path, layout):
    command = [sys.executable, "-c", _KILLED, str(samples[0].path.parent), str(tmp_path / "set"), layout.value]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        while process.stdout.readline() != "5\n":
            assert process.poll() is None
        os.kill(process.pid, signal.SIGKILL)
    began = time.monotonic()
    again = [replace(one, frame=None, label="cat", part="train", name=f"{at}.jpg") for at, one in enumerate(samples)]
    steps = list(export_data_set(again, tmp_path / "set", DataSetOptions(layout)))
    assert isinstance(steps[0], Note)
    assert time.monotonic() - began < 30
    exported(again, tmp_path / "at-once", layout)
    assert content(tmp_path / "set") == content(tmp_path / "at-once")
