"""Sorting by the command line: methods, k, clusters changed by hand, filters, suggestions, sheets."""

from __future__ import annotations

import shutil

import pytest

from winnow.__main__ import main


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """The sample project, made once."""
    folder = tmp_path_factory.mktemp("original") / "sample.winnow"
    assert main(["new", str(folder), "--labels", "cat,dog"]) == 0
    assert main(["sample", str(folder), "--n", "30"]) == 0
    return folder


@pytest.fixture
def sampled(original, tmp_path):
    """A copy of it for one test."""
    return shutil.copytree(original, tmp_path / "sample.winnow")


def kept(winnow, project, where=""):
    rows = winnow("items", project, "--where", f"state:kept {where}")["items"]
    return {row["id"]: row for row in rows}


def test_clusters_by_another_method_are_changed_by_hand_and_filtered(sampled, winnow, tmp_path):
    pictures = len(kept(winnow, sampled))
    made = winnow(
        "cluster", sampled, "--method", "AgglomerativeClustering", "--set", "linkage=average", "--k", 3,
        "--features", "colour",
    )  # fmt: skip
    assert made["method"] == "AgglomerativeClustering"
    assert made["settings"]["linkage"] == "average"
    assert sum(made["sizes"]) == pictures
    first = kept(winnow, sampled, "cluster:1")
    assert len(first) == made["sizes"][0]
    split = winnow("cluster", sampled, "--split", 1)
    assert split["k"] == 4
    assert split["sizes"][0] + split["sizes"][3] == made["sizes"][0]
    assert winnow("cluster", sampled, "--merge", 4, 1)["sizes"] == [*made["sizes"], 0]
    assert winnow("undo", sampled, "--steps", 2)["commands"] == ["MergeClusters", "SplitCluster"]
    assert kept(winnow, sampled, "cluster:1").keys() == first.keys()

    assert winnow("label", sampled, "--where", "cluster:1", "--as", "cat")["changed"] == len(first)
    assert kept(winnow, sampled, "label:cat").keys() == first.keys()
    assert winnow("label", sampled, "--from-clusters")["changed"] == pictures
    assert len(kept(winnow, sampled, 'label:"Cluster 1"')) == made["sizes"][0]

    sheets = winnow("sheet", sampled, "--to", tmp_path / "sheets", "--cluster", 1)["files"]
    assert [name.rpartition("/")[2] for name in sheets] == ["01 Cluster 1.png", "01 Cluster 1 mean.png"]

    alone = winnow("cluster", sampled, "--method", "DBSCAN", "--set", "eps=2", "--features", "colour")
    assert (alone["k"], alone["sizes"]) == (1, [pictures])
    assert [alone[name] for name in ("silhouette", "davies_bouldin", "calinski_harabasz")] == [None] * 3


def test_k_is_scored_over_a_range(sampled, winnow):
    found = winnow("suggest-k", sampled, "--to", 4, "--restarts", 2, "--features", "colour")
    assert found["ks"] == [2, 3, 4]
    assert found["suggested"] in found["ks"]
    assert all(len(found[name]) == 3 for name in ("inertia", "silhouette", "stability", "davies_bouldin"))
    assert found["sentence"].startswith(f"{found['suggested']} clusters")


def test_labels_are_suggested_and_accepted(sampled, winnow):
    winnow("label", sampled, "--from-folders")
    truth = {image: row["label"] for image, row in kept(winnow, sampled).items()}
    winnow("undo", sampled)
    few = [image for name in ("cat", "dog") for image in [one for one in truth if truth[one] == name][:5]]
    for image in few:
        winnow("label", sampled, "--ids", image, "--as", truth[image])
    told = winnow("label", sampled, "--suggest")
    assert told["learned_from"] == 10
    assert {row["id"] for row in told["suggested"]} == truth.keys() - set(few)
    assert len(kept(winnow, sampled, "label:none suggested:any")) == len(truth) - 10
    sure = [row for row in told["suggested"] if row["confidence"] >= 0.6]
    assert winnow("label", sampled, "--accept", "--at-least", 0.6)["changed"] == len(sure)
    labelled = kept(winnow, sampled, "-label:none")
    assert len(labelled) == 10 + len(sure)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("cluster", "--method", "Magic"), "There is no method 'Magic'"),
        (("cluster", "--features", "smell"), "no features called 'smell'"),
        (("cluster", "--set", "n_init=many"), "it is no number"),
        (("cluster", "--merge", 1, 2), "no clusters yet"),
        (("items", "--where", "colour:red"), "there is no 'colour'"),
        (("label", "--suggest"), "at least two kinds"),
        (("embed", "--model", "magic"), "no features called 'magic'"),
    ],
)
def test_what_cannot_be_is_said_in_words(sampled, code, words, why):
    number, _out, err = code(words[0], sampled, *words[1:])
    assert number == 1
    assert why in err


def test_what_there_is_to_choose_is_listed(sampled, winnow):
    networks = {one["model"]: one for one in winnow("embed", sampled, "--list")["models"]}
    assert networks["efficientnet-lite2"]["download_bytes"] == 0
    assert networks["vit-b-16"]["download_bytes"] > 3e8
    described = winnow("cluster", sampled, "--method", "HDBSCAN", "--describe")
    assert "min_cluster_size" in {one["name"] for one in described["settings"]}
    assert described["cost"].startswith("About ")
