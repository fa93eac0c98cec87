"""The studies by command: what they answer in JSON, and in words."""

from __future__ import annotations

import pytest
from app.folders import coloured_project


@pytest.fixture
def project(tmp_path, winnow):
    folder = coloured_project(tmp_path, 45)
    winnow("split", folder, "--ratios", "60,20,20")
    return folder


def test_the_studies_answer_with_their_curves(project, winnow, code):
    found = winnow("lr-find", project, "--seeds", 2, "--batch-size", 8)
    assert len(found["sweeps"]) == 2
    assert len(found["rates"]) == len(found["median"]) == len(found["low"]) == len(found["high"])
    assert found["suggested"] == next(one["rate"] for one in found["marks"] if one["mark"] == "valley")
    assert {"agrees", "disagreement", "recipe_rate", "study", "seconds"} <= set(found)

    study = winnow(
        "batch-study", project, "--batch-sizes", "4,8,16", "--rates", "0.001,0.002,0.004", "--epochs", 2, "--seeds", 1
    )
    assert [(cell["batch_size"], cell["rate"]) for cell in study["cells"]][:4] == [
        (4, 0.001),
        (4, 0.002),
        (4, 0.004),
        (8, 0.001),
    ]
    assert {"rows", "noise", "line", "suggested_batch", "suggested_rate"} <= set(study)

    folds = winnow("folds", project, "--folds", 3, "--epochs", 2)
    assert [one["fold"] for one in folds["folds"]] == [0, 1, 2]
    assert sum(n for _right, n in folds["per_label"]) == sum(one["n"] for one in folds["folds"])

    run = winnow("train", project, "--epochs", 3)["run"]
    minima = winnow("minima", project, "--run", run, "--count", 2, "--points", 11, "--plane", "path")
    assert len(minima["restarts"]) == 2
    assert len(minima["surface"]["valid_losses"]) == 11
    assert minima["limits"]

    doctor = winnow("diagnose", project, "--run", run)
    assert doctor["run"] == run
    assert all({"finding", "evidence", "words", "action"} == set(one) for one in doctor["messages"])

    # What cannot be studied is said.
    few = "Choose 2 to 20 restarts and an odd number of points from 5 to 201.\n"
    assert code("minima", project, "--points", 10)[::2] == (1, few)
    assert code("batch-study", project, "--rates", "fast")[0] == 2
    assert code("diagnose", project, "--run", 77)[0] == 1


def test_without_a_split_a_study_says_what_to_do(tmp_path, code):
    assert code("new", tmp_path / "empty.winnow")[0] == 0
    assert "no split yet" in code("lr-find", tmp_path / "empty.winnow")[2]
