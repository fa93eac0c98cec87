"""A run that was cut off anywhere goes on to the same numbers; what is on the disk is whole or refused."""

from __future__ import annotations

import dataclasses
import re
import shutil
from pathlib import Path

import pytest
import safetensors.torch
import torch
from unit.training.sets import spec

from winnow.base.codec import from_json
from winnow.domain.recipe import OptimiserKind, Recipe, RecipeKind, Schedule
from winnow.domain.run import EpochDone, Prepared, StepDone
from winnow.training import TrainingSpec, checkpoint, keeping, train
from winnow.training.evaluation import Predictions, predict


def numbers(events: list[object]) -> dict[tuple[str, int], tuple]:
    """Return all numbers of a run but its seconds; what was reported twice counts once."""
    found = {}
    for event in events:
        if isinstance(event, StepDone):
            found["step", event.step] = dataclasses.astuple(event)
        elif isinstance(event, EpochDone):
            found["epoch", event.epoch] = dataclasses.astuple(dataclasses.replace(event, seconds=0.0))
    return found


def cut_off(run: TrainingSpec, after_step: int, kept: Path) -> list[object]:
    """Run until *after_step*, and copy what is on the disk then to *kept*: all that a killed program leaves."""
    events: list[object] = []
    steps = train(run)
    for event in steps:
        events.append(event)
        if isinstance(event, StepDone) and event.step == after_step:
            break
    shutil.copytree(run.folder, kept)
    steps.close()
    return events


@pytest.fixture
def every_epoch(monkeypatch):
    monkeypatch.setattr(keeping, "_EVERY_S", 0.0)


CHOICES = {
    "quick": (RecipeKind.QUICK, {}),
    "quick, averaged": (RecipeKind.QUICK, {"ema": 0.9, "optimiser": OptimiserKind.SGD, "schedule": Schedule.PLATEAU}),
    "fine-tune": (RecipeKind.FINE_TUNE, {}),
    "from scratch": (
        RecipeKind.SCRATCH,
        {"optimiser": OptimiserKind.SGD, "schedule": Schedule.COSINE, "mixup": 0.2, "cutmix": 0.5, "ema": 0.9},
    ),
}


@pytest.mark.usefixtures("every_epoch")
@pytest.mark.parametrize(
    ("choice", "after_step"),
    [("quick", 2), ("quick", 8), ("quick, averaged", 4), ("fine-tune", 4), ("fine-tune", 8), ("from scratch", 8)],
)
def test_a_run_that_was_cut_off_goes_on_to_the_same_numbers(tmp_path, choice, after_step):
    kind, choices = CHOICES[choice]
    whole = spec(tmp_path, kind, epochs=3, **choices)
    expected = numbers(list(train(whole)))
    cut = dataclasses.replace(whole, folder=tmp_path / "cut")
    before = cut_off(cut, after_step, tmp_path / "killed")
    going_on = dataclasses.replace(whole, folder=tmp_path / "killed", goes_on=True)
    after = list(train(going_on))
    (prepared,) = [event for event in after if isinstance(event, Prepared)]
    assert prepared.epochs_before == (after_step - 1) // 3
    assert numbers(before + after) == expected
    one, other = (checkpoint.unpacked(run.folder / checkpoint.BEST)[0] for run in (whole, going_on))
    assert one.keys() == other.keys()
    assert all(torch.equal(one[name], other[name]) for name in one)


def test_what_was_done_in_the_last_second_is_done_again(tmp_path):
    whole = spec(tmp_path, RecipeKind.QUICK, epochs=6)
    expected = numbers(list(train(whole)))
    cut_off(dataclasses.replace(whole, folder=tmp_path / "cut"), 16, tmp_path / "killed")
    state = checkpoint.read_state(tmp_path / "killed")
    assert state is not None
    assert len(state[0].history) < 5
    after = numbers(list(train(dataclasses.replace(whole, folder=tmp_path / "killed", goes_on=True))))
    assert after.items() <= expected.items()
    assert ("epoch", 6) in after


def test_with_nothing_to_go_on_from_it_starts_at_the_beginning(tmp_path):
    whole = spec(tmp_path, RecipeKind.QUICK, epochs=2)
    expected = numbers(list(train(whole)))
    again = dataclasses.replace(whole, folder=tmp_path / "other", goes_on=True)
    assert numbers(list(train(again))) == expected


@pytest.mark.usefixtures("every_epoch")
def test_a_bit_that_flipped_on_the_disk_is_refused(tmp_path):
    run = spec(tmp_path, RecipeKind.QUICK, epochs=3)
    cut_off(run, 8, tmp_path / "killed")
    for name in (checkpoint.BEST, checkpoint.STATE):
        path = tmp_path / "killed" / name
        good = path.read_bytes()
        header = int.from_bytes(good[:8], "little")
        # A weight, a word of the header, and the file cut short.
        word = b"epoch" if name == checkpoint.BEST else b"step"
        (digit,) = (found.start(1) for found in [re.search(word + rb"\W+(\d)", good)] if found)
        for at in (len(good) - 5, 8 + header + 3, digit):
            damaged = bytearray(good)
            damaged[at] ^= 1
            path.write_bytes(bytes(damaged))
            with pytest.raises(checkpoint.ModelUnreadable, match=r"cannot be read"):
                checkpoint.unpacked(path)
        path.write_bytes(good[:-7])
        with pytest.raises(checkpoint.ModelUnreadable):
            checkpoint.unpacked(path)
        path.write_bytes(good)
        checkpoint.unpacked(path)


@pytest.mark.parametrize("kind", RecipeKind)
def test_stopped_in_its_first_epoch_it_keeps_the_weights_as_they_are(tmp_path, kind):
    run = spec(tmp_path, kind)
    steps = train(run)
    for event in steps:
        if isinstance(event, StepDone):
            break
    steps.close()
    assert checkpoint.unpacked(run.folder / checkpoint.BEST)[1]["epoch"] == "0"
    *_, predictions = predict(run.folder, run.valid)
    assert isinstance(predictions, Predictions)


def test_a_run_that_is_done_keeps_only_what_it_needs(tmp_path):
    run = spec(tmp_path, RecipeKind.QUICK, epochs=2)
    list(train(run))
    assert {path.name for path in run.folder.iterdir()} == {checkpoint.CARD, checkpoint.BEST}
    # Whole, so that it works where what it started from is gone.
    assert any(name.startswith("backbone.") for name in checkpoint.unpacked(run.folder / checkpoint.BEST)[0])


def test_the_same_content_is_written_as_the_same_bytes_that_any_reader_takes():
    tensors = {"b": torch.ones(2), "a": torch.zeros(3, dtype=torch.int64), "turned": torch.arange(6.0).reshape(2, 3).T}
    tensors["tied"] = tensors["b"]

    def written(words: dict[str, str]) -> bytes:
        return b"".join(checkpoint.packed(tensors, words))

    first = written({"epoch": "1", "part": ""})
    assert all(written({"part": "", "epoch": "1"}) == first for _ in range(5))
    read = safetensors.torch.load(first)
    assert read.keys() == tensors.keys()
    assert all(torch.equal(read[name], value) for name, value in tensors.items())


def test_a_recipe_of_an_older_version_can_be_read():
    old = '{"kind":"quick","network":"efficientnet-lite0","epochs":3,"fit":{"mode":"crop","size":224}}'
    assert from_json(Recipe, old).epochs == 3
