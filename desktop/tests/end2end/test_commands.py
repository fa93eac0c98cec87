"""The whole way by the command line: what it answers, what it returns, and what is still there afterwards."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

PETS = Path(__file__).parents[4] / "shared" / "data" / "pets"


@pytest.fixture
def project(tmp_path, winnow):
    folder = tmp_path / "cats.winnow"
    winnow("new", folder, "--labels", "cat")
    return folder


@pytest.fixture(scope="module")
def drawn_once(tmp_path_factory):
    return tmp_path_factory.mktemp("drawn") / "sample.winnow"


@pytest.fixture
def sampled(project, winnow, drawn_once):
    """A project of its own for each test; its pictures are drawn for the first."""
    if not drawn_once.is_dir():
        winnow("sample", project, "--n", 24)
        shutil.copytree(project, drawn_once)
        return project
    shutil.rmtree(project)
    return Path(shutil.copytree(drawn_once, project))


def labels_of(winnow, project):
    return [item["label"] for item in winnow("items", project)["items"] if item["state"] == "kept"]


def test_from_pictures_to_predictions(tmp_path, winnow):
    project = tmp_path / "sample.winnow"
    found = winnow("sample", project, "--n", 60)
    assert found["found"] == 60
    assert found["kept"] + sum(found["rejected"].values()) == 60

    embedded = winnow("embed", project)
    assert embedded["embedded"] == found["kept"]
    assert embedded["dim"] == 1280
    assert winnow("embed", project)["embedded"] == 0

    assert winnow("label", project, "--from-folders")["changed"] == found["kept"]
    clusters = winnow("cluster", project, "--k", 2)
    assert sum(clusters["sizes"]) == found["kept"]
    assert {"method", "silhouette", "davies_bouldin", "calinski_harabasz", "inertia", "ari", "nmi", "purity"} <= set(
        clusters
    )

    split = winnow("split", project, "--ratios", "60,20,20")
    assert split["train"] + split["valid"] + split["test"] == found["kept"]
    assert split["leaks"] == 0

    trained = winnow("train", project, "--epochs", 3)
    assert [epoch["epoch"] for epoch in trained["history"]] == [1, 2, 3]
    tested = winnow("test", project, "--run", trained["run"])
    assert tested["n"] == split["test"]
    assert tested["openings"] == 1
    assert winnow("test", project, "--run", trained["run"])["openings"] == 2

    model = tmp_path / "model"
    exported = winnow("export", project, "--model", "onnx", "--run", trained["run"], "--to", model)
    assert exported["parity_max_abs_diff"] <= 1e-4
    picture = next((project / "cache" / "sample" / "cat").glob("*.jpg"))
    by_model, by_run = (winnow("predict", source, picture)[0] for source in (model, f"{project}:{trained['run']}"))
    assert by_model["file"] == str(picture)
    assert by_model["probabilities"] == pytest.approx(by_run["probabilities"], abs=1e-3)

    data_set = winnow("export", project, "--dataset", "folders", "--to", tmp_path / "set")
    assert data_set["n"] == found["kept"]
    assert any(name.startswith("train") for name in data_set["files"])
    found = winnow("doctor", project)
    assert (found["ok"], found["problems"], found["repaired"]) == (True, [], 0)
    assert winnow("info", project)["label_colours"] == {}
    assert winnow("info", project)["labels"] == {
        "cat": labels_of(winnow, project).count("cat"),
        "dog": labels_of(winnow, project).count("dog"),
    }


def test_undo_takes_back_and_redo_does_again(sampled, winnow):
    first = [item["id"] for item in winnow("items", sampled)["items"] if item["state"] == "kept"][:3]
    assert winnow("label", sampled, "--ids", *first, "--as", "cat")["changed"] == 3
    assert labels_of(winnow, sampled).count("cat") == 3
    winnow("undo", sampled)
    assert labels_of(winnow, sampled).count("cat") == 0
    winnow("redo", sampled)
    assert labels_of(winnow, sampled).count("cat") == 3

    assert winnow("reject", sampled, "--ids", first[0])["changed"] == 1
    assert winnow("info", sampled)["rejected"] == 1
    assert winnow("undo", sampled, "--steps", 2)["changed"] == 2
    assert winnow("info", sampled)["rejected"] == 0
    assert labels_of(winnow, sampled).count("cat") == 0


def test_a_cluster_is_labelled_by_the_number_that_items_shows(sampled, winnow):
    sizes = winnow("cluster", sampled, "--k", 2, "--features", "colour")["sizes"]
    assert winnow("label", sampled, "--cluster", 1, "--as", "cat")["changed"] == sizes[0]
    rows = [item for item in winnow("items", sampled)["items"] if item["state"] == "kept"]
    assert all((row["label"] == "cat") == (row["cluster"] == 1) for row in rows)


def test_a_frame_is_set_and_another_is_added(sampled, winnow):
    image = next(item["id"] for item in winnow("items", sampled)["items"] if item["state"] == "kept")
    set_ = winnow("frame", sampled, "--id", image, "--set=-10,0,90,80", "--fill", "edge")
    assert [(one["left"], one["right"], one["fill"]) for one in set_["frames"]] == [(-10, 90, "edge")]
    added = winnow("frame", sampled, "--id", image, "--set", "0,0,50,50", "--label", "cat", "--add")
    assert len(added["frames"]) == 2
    tiles = winnow("frame", sampled, "--id", image, "--tiles", "2x3", "--overlap", ".2", "--fill", "reflect")
    assert [one["origin"] for one in tiles["frames"]][-1] == "tile 2x3 2,3"
    winnow("undo", sampled, "--steps", 3)
    assert winnow("info", sampled)["edited"] == 0


def test_importing_again_finds_nothing_new(sampled, winnow):
    pictures = sampled / "cache" / "sample"
    kept = winnow("info", sampled)["kept"]
    assert kept > 0
    winnow("sample", sampled, "--n", 24)
    assert winnow("info", sampled)["kept"] == kept
    assert pictures.is_dir()


def test_the_doctor_names_what_is_gone_and_makes_thumbnails_again(sampled, winnow, code):
    (sampled / "cache" / "thumbnails.db").unlink()
    number, out, _err = code("doctor", sampled, "--json")
    assert number == 1
    assert "missing: 'winnow doctor --repair' makes" in json.loads(out)["problems"][0]
    assert winnow("doctor", sampled, "--repair")["repaired"] > 0

    original = next((sampled / "originals").rglob("*.jpeg"))
    original.write_bytes(b"scribbled over")
    number, out, _err = code("doctor", sampled)
    assert number == 1
    assert str(original) in out


def test_the_doctor_counts_the_labels_that_their_second_copy_lost(sampled, winnow, code):
    winnow("label", sampled, "--from-folders")
    copy = sampled / "labels.jsonl"
    lines = copy.read_text("utf-8").splitlines(keepends=True)
    copy.write_text("".join(["not what was written\n", *lines[1:]]), "utf-8")
    number, out, _err = code("doctor", sampled, "--json")
    assert number == 1
    (problem,) = json.loads(out)["problems"]
    assert problem.startswith("1 change of labels missing")
    copy.unlink()
    assert winnow("doctor", sampled)["ok"]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        (("info", "nowhere"), 1),
        (("train",), 2),
        (("no-such-command", "at all"), 2),
        (("label", "somewhere", "--ids", "1"), 2),
        (("undo", "somewhere", "--steps", "0"), 2),
        (("export", "somewhere", "--model", "onnx", "--to", "x"), 2),
        (("--version",), 0),
    ],
)
def test_exit_codes(code, words, number):
    assert code(*words)[0] == number


def test_an_error_is_a_sentence_on_standard_error_and_an_object_on_standard_output(code, sampled):
    number, out, err = code("split", sampled, "--json")
    assert number == 1
    assert err.strip() == json.loads(out)["error"]
    assert err.strip().endswith(".")


def test_the_module_answers_in_a_process_of_its_own(tmp_path):
    told = subprocess.run(
        [sys.executable, "-m", "winnow", "new", tmp_path / "a.winnow", "--json"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    assert json.loads(told.stdout) == {"project": str((tmp_path / "a.winnow").resolve())}


def _speaking(encoding, *words, cwd=None):
    told = subprocess.run(
        [sys.executable, "-m", "winnow", *words],
        capture_output=True, check=False, cwd=cwd, env=os.environ | {"PYTHONIOENCODING": encoding},
    )  # fmt: skip
    return told.returncode, told.stdout.decode(encoding.partition(":")[0]), told.stderr.decode("ascii", "replace")


def test_letters_that_the_terminal_has_not_are_escaped_and_never_an_error(tmp_path, winnow):
    winnow("new", tmp_path / "a.winnow", "--labels", "고양이 🐈")
    number, out, err = _speaking("cp1252", "info", tmp_path / "a.winnow", "--json")
    assert (number, err) == (0, "")
    assert json.loads(out)["labels"] == {"고양이 🐈": 0}
    number, out, err = _speaking("cp1252", "info", tmp_path / "a.winnow")
    assert (number, err) == (0, "")
    assert "label \\uace0" in out


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="names of files are text there")
def test_a_name_that_is_no_text_is_said(tmp_path):
    number, out, err = _speaking("utf-8", "info", b"gone-\xff", "--json", cwd=tmp_path)
    assert number == 1
    assert json.loads(out)["error"] == "gone-\udcff is not a Winnow project: there is no such folder."
    assert err.splitlines() == ["gone-\\udcff is not a Winnow project: there is no such folder."]


def test_without_a_display_the_window_says_so(tmp_path):
    blind = {name: value for name, value in os.environ.items() if name not in _DISPLAYS}
    told = subprocess.run([sys.executable, "-m", "winnow"], capture_output=True, text=True, check=False, env=blind)
    assert told.returncode == 1
    assert "winnow --help" in told.stderr


_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C reaches a whole console there")
def test_ctrl_c_keeps_what_is_done(sampled, winnow):
    winnow("label", sampled, "--from-folders")
    winnow("split", sampled, "--ratios", "60,40,0")
    command = [sys.executable, "-m", "winnow", "train", sampled, "--epochs", "10000", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as training:
        assert training.stdout is not None
        assert training.stderr is not None
        while not training.stderr.readline().startswith("epoch 1:"):
            assert training.poll() is None
        training.send_signal(signal.SIGINT)
        out, _err = training.communicate(timeout=60)
    assert training.returncode == 3
    assert "stopped" in json.loads(out)
    (run,) = winnow("info", sampled)["runs"]
    assert run["state"] == "stopped"
    assert run["valid_accuracy"] is not None


@pytest.mark.skipif(not PETS.is_dir(), reason=f"the real pictures are not at {PETS}")
def test_real_pets_are_told_apart(tmp_path, winnow):
    project = tmp_path / "pets.winnow"
    winnow("new", project)
    imported = winnow("import", project, PETS, "--label-from-folders")
    assert (imported["kept"], imported["rejected"]) == (664, {"not_an_image": 2})  # a table and a text lie with them
    assert winnow("cluster", project, "--k", 2)["accuracy"] >= 0.94
    assert winnow("split", project)["leaks"] == 0
    run = winnow("train", project)["run"]
    assert winnow("test", project, "--run", run)["accuracy"] >= 0.93


def test_a_damaged_project_is_named_and_brought_back_by_the_doctor(sampled, winnow, code):
    winnow("label", sampled, "--from-folders")
    assert winnow("doctor", sampled, "--back-up")["backups"][0]["number"] == 1
    kept = [item["id"] for item in winnow("items", sampled)["items"] if item["state"] == "kept"]
    winnow("label", sampled, "--ids", *kept[:2], "--as", "bird")
    number, out, _err = code("undo", sampled)
    assert (number, out) == (0, "Label 2 images anew: undone.\n")
    winnow("redo", sampled)
    before = labels_of(winnow, sampled)

    database = sampled / "project.db"
    content = bytearray(database.read_bytes())
    content[4096:12288] = b"\xa5" * 8192
    database.write_bytes(content)
    number, _out, err = code("info", sampled)
    assert number == 1
    assert "is damaged" in err
    assert "winnow doctor --restore" in err
    number, out, _err = code("doctor", sampled, "--json")
    assert number == 1
    assert "is damaged" in json.loads(out)["problems"][0]
    assert database.read_bytes() == content

    brought = winnow("doctor", sampled, "--repair")
    assert "Backup 1 was brought back" in brought["brought_back"][0]
    assert labels_of(winnow, sampled) == before

    database.unlink()
    next((sampled / "backups").iterdir()).unlink()
    brought = winnow("doctor", sampled, "--restore")
    assert "made anew from the pictures and the journal" in brought["brought_back"][0]
    assert sorted(map(str, labels_of(winnow, sampled))) == sorted(map(str, before))
