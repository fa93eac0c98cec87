"""Copies are found whatever file they came in, one of each stays, and nothing is deleted that was not asked for."""

from __future__ import annotations

import csv
import shutil
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import pytest
from app.folders import import_all
from PIL import ImageOps
from unit.vision.pictures import encoded, real
from unit.vision.test_copies import photo

from winnow.app.commands.clean import SetCleaning
from winnow.app.commands.labelling import LabelImages, RejectImages
from winnow.app.pipelines.cleaning import (
    Emptied,
    NotTrashed,
    StillInTrash,
    bring_back,
    empty_rejected,
    keep_one_of_each,
    measure_quality,
    search_all,
    search_copies,
    search_outliers,
)
from winnow.app.pipelines.doctor import examine_project
from winnow.app.pipelines.importing import import_path
from winnow.app.queries.clean import copies_view, duplicate_grouping, quality_grouping, quality_view, rejected_files
from winnow.app.queries.items import items
from winnow.app.session import Session
from winnow.base.outcomes import Steps
from winnow.domain.cleaning import CHECKS, NO_GROUP, Check, Cleaning, KeepRule
from winnow.store import clean, labels


def last_of(steps: Steps) -> object:
    """Walk *steps* to their end; return the last event."""
    return deque(steps, maxlen=1).pop()


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory, shared_cache: Path) -> Path:
    """A project with three copies of one picture, two of another, and three single ones, already searched."""
    folder = tmp_path_factory.mktemp("pictures")
    first, second = photo(1), photo(2)
    files = {
        "first.jpg": encoded(first),
        "first-small.jpg": encoded(first.resize((240, 180))),
        "first-mirrored.jpg": encoded(ImageOps.mirror(first), quality=50),
        "second.png": encoded(second, "PNG"),
        "second.webp": encoded(second, "WEBP", lossless=True),
        "second-again.png": encoded(second, "PNG"),
        "third.jpg": encoded(photo(3)),
        "fourth.jpg": encoded(photo(4)),
        "dark.jpg": encoded(photo(5).point([round(tone / 6) for tone in range(256)] * 3)),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    project = tmp_path_factory.mktemp("projects") / "searched.winnow"
    with pytest.MonkeyPatch.context() as patch, Session.create(project, ["cat", "dog"]) as session:
        # It is made before any test's own home is.
        for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(shared_cache))
        import_all(session, folder)
        last_of(search_all(session))
    return project


@pytest.fixture
def session(searched: Path, tmp_path: Path) -> Iterator[Session]:
    shutil.copytree(searched, tmp_path / "copy.winnow")
    with Session.open(tmp_path / "copy.winnow") as opened:
        yield opened


def ids_of(session: Session) -> dict[str, int]:
    return {row["file"]: row["id"] for row in session.ask(items) if row["state"] != "fell_out"}


def states_of(session: Session) -> dict[str, str]:
    return {row["file"]: row["state"] for row in session.ask(items)}


def label(session: Session, **wanted: str) -> None:
    """Label pictures by their files' stems."""
    numbers = {one.name: one.id for one in session.ask(labels.all_labels)}
    ids = {Path(file).stem.replace("-", "_"): image for file, image in ids_of(session).items()}
    for stem, name in wanted.items():
        session.do(LabelImages((ids[stem],), numbers[name])).result()


def groups_of(session: Session) -> list[set[str]]:
    return [{copy.file for copy in group.copies} for group in session.ask(copies_view).groups]


FIRST = {"first.jpg", "first-small.jpg", "first-mirrored.jpg"}


def test_copies_are_found_in_other_sizes_and_containers(session):
    view = session.ask(copies_view)

    found = groups_of(session)
    assert len(found) == 2
    assert FIRST in found
    (second,) = [group for group in view.groups if group.is_exact]
    assert {Path(copy.file).suffix for copy in second.copies} == {".png", ".webp"}
    assert view.same_bytes == 1, "the file that came twice fell out when it came"
    assert (view.searched, view.unsearched) == (8, 0)


def test_one_of_each_stays_and_one_step_brings_the_others_back(session):
    assert keep_one_of_each(session, KeepRule.LARGEST) == 3

    after = states_of(session)
    assert [file for file in FIRST if after[file] == "kept"] == ["first.jpg"]
    assert not any(group.surplus for group in session.ask(copies_view).groups)
    assert keep_one_of_each(session, KeepRule.LARGEST) == 0

    assert session.undo().result() == "KeepOneOfEach"
    assert "rejected" not in states_of(session).values()
    session.redo().result()
    assert states_of(session) == after


def test_a_label_goes_over_to_the_picture_that_stays_and_back(session):
    label(session, first_small="cat")

    keep_one_of_each(session, KeepRule.LARGEST)
    assert {row["file"]: row["label"] for row in session.ask(items)}["first.jpg"] == "cat"

    session.undo().result()
    assert {row["file"]: row["label"] for row in session.ask(items)}["first.jpg"] is None


def test_labels_that_contradict_are_left_to_the_person(session):
    label(session, first_small="cat", first="dog")
    view = session.ask(copies_view)
    (conflict,) = view.conflicts
    assert set(conflict.labels) == {"cat", "dog"}

    assert keep_one_of_each(session, KeepRule.LARGEST) == 1, "only the other group is settled"
    assert all(states_of(session)[file] == "kept" for file in FIRST)

    small = ids_of(session)["first-small.jpg"]
    chosen = session.ask(copies_view).choosing(frozenset({small}))
    assert not chosen.conflicts
    assert [group.copies[0].image_id for group in chosen.open_groups] == [small]


def test_the_rule_is_kept_for_the_project(session):
    label(session, first_mirrored="cat")
    session.do(SetCleaning(Cleaning(rule=KeepRule.LABELLED))).result()

    view = session.ask(copies_view)
    assert view.rule is KeepRule.LABELLED
    assert {group.copies[0].file for group in view.groups} & FIRST == {"first-mirrored.jpg"}
    assert session.undo().result() == "SetCleaning"
    assert session.ask(copies_view).rule is KeepRule.LARGEST


def test_groupings_put_the_one_that_stays_first(session):
    grouping = session.ask(duplicate_grouping)

    ids = ids_of(session)
    at = {file: grouping.ids.tolist().index(image) for file, image in ids.items()}
    assert len({int(grouping.groups[at[file]]) for file in FIRST}) == 1
    assert grouping.places[at["first.jpg"]] == 0
    assert grouping.groups[at["third.jpg"]] == NO_GROUP


def test_a_picture_that_came_since_is_told(session, tmp_path):
    (tmp_path / "late.jpg").write_bytes(encoded(photo(1).resize((200, 150))))
    last_of(import_path(session, tmp_path / "late.jpg"))

    assert session.ask(copies_view).unsearched == 1
    last_of(search_copies(session))
    assert FIRST | {"late.jpg"} in groups_of(session)


def test_quality_is_counted_by_the_line_that_is_drawn(session):
    view = session.ask(quality_view)
    ids = ids_of(session)

    assert view.counts()[Check.DARK] == 1
    assert view.flagged(Check.DARK, view.cleaning.threshold(Check.DARK)).tolist() == [ids["dark.jpg"]]
    assert view.count(Check.DARK, 0.0) == 0
    assert view.count(Check.DARK, 1.01) == 8
    around = view.around(Check.DARK, 0.32, 3)
    assert [view.names[row] for row in around.below] == ["dark.jpg"]
    column = view.column(Check.DARK)
    assert [column[row] for row in around.above] == sorted(column[view.ids != ids["dark.jpg"]])[:3]
    assert view.unmeasured(Check.SCREENSHOT) == 0

    grouping = session.ask(quality_grouping)
    group = grouping.groups[grouping.ids.tolist().index(ids["dark.jpg"])]
    assert grouping.checks[group] is Check.DARK


def test_rejected_pictures_are_not_counted(session):
    session.do(RejectImages((ids_of(session)["dark.jpg"],))).result()

    view = session.ask(quality_view)

    assert view.counts()[Check.DARK] == 0
    assert view.kept == 7


def test_pictures_of_an_older_project_are_measured_once(session):
    old = {image: {"dark": 0.125} for image in ids_of(session).values()}
    session.record(lambda tx: clean.put_quality(tx, old)).result()
    assert session.ask(quality_view).unmeasured(Check.SCREENSHOT) == 8

    assert last_of(measure_quality(session)) == 8

    view = session.ask(quality_view)
    assert {view.unmeasured(check) for check in CHECKS if check is not Check.DOES_NOT_BELONG} == {0}
    assert view.unmeasured(Check.DOES_NOT_BELONG) == 8, "eight pictures are too few to tell"
    assert set(view.column(Check.DARK).tolist()) == {0.125}, "what the original's own pixels gave stays"
    assert last_of(measure_quality(session)) == 0


def test_the_files_of_rejected_pictures_go_to_the_trash_and_come_back(session, tmp_path):
    ids, trash = ids_of(session), tmp_path / "trash"
    trash.mkdir()
    session.do(RejectImages((ids["third.jpg"], ids["dark.jpg"]))).result()
    files = session.ask(rejected_files)
    assert files.count == 2
    assert files.size_bytes == sum(_sizes(session, "third.jpg", "dark.jpg"))

    done = last_of(empty_rejected(session, lambda path: shutil.move(path, trash / path.name)))

    assert done == Emptied(2, files.size_bytes)
    assert len(list(trash.iterdir())) == 2
    assert states_of(session)["dark.jpg"] == "rejected", "the row stays"
    assert session.ask(rejected_files).already_gone == 2
    assert last_of(examine_project(session)).problems == ()
    session.do(RejectImages((ids["first.jpg"],))).result()
    with pytest.raises(StillInTrash, match=r"1 of these pictures had to stay rejected.*dark\.jpg"):
        bring_back(session, (ids["dark.jpg"], ids["first.jpg"]))
    assert states_of(session)["dark.jpg"] == "rejected", "it cannot be used without its file"
    assert states_of(session)["first.jpg"] == "kept"

    (back,) = [path for path in trash.iterdir() if path.stem == _sha(session, "dark.jpg")]
    shutil.move(back, session.originals.path(back.stem, "jpeg"))
    bring_back(session, (ids["dark.jpg"],))
    assert states_of(session)["dark.jpg"] == "kept"


def test_a_trash_that_takes_nothing_says_so_and_loses_nothing(session):
    session.do(RejectImages((ids_of(session)["third.jpg"],))).result()

    def full(path: Path) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(NotTrashed, match="No space left"):
        last_of(empty_rejected(session, full))
    assert session.ask(rejected_files).count == 1
    assert last_of(examine_project(session)).problems == ()


def test_nothing_can_be_searched_in_an_empty_project(tmp_path):
    with Session.create(tmp_path / "empty.winnow") as session:
        assert len(last_of(search_copies(session)).ids) == 0
        assert len(last_of(search_outliers(session)).ids) == 0
        assert session.ask(copies_view).groups == ()
        assert not any(session.ask(quality_view).counts().values())
        assert len(session.ask(quality_grouping).ids) == len(session.ask(duplicate_grouping).ids) == 0


def test_every_group_of_real_photographs_is_found_and_no_other(tmp_path):
    pets = real("pets")
    with (pets / "manifest.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    wanted = [row for row in rows if row["dup_group"]] + [row for row in rows if not row["dup_group"]][::9]
    (tmp_path / "photos").mkdir()
    for row in wanted:
        shutil.copy(pets / row["file"], tmp_path / "photos")
    expected: dict[str, set[str]] = {}
    for row in wanted:
        if row["dup_group"]:
            expected.setdefault(row["dup_group"], set()).add(Path(row["file"]).name)

    with Session.create(tmp_path / "pets.winnow") as session:
        import_all(session, tmp_path / "photos")
        last_of(search_copies(session))
        found = groups_of(session)

    assert sorted(map(sorted, found)) == sorted(map(sorted, expected.values()))


def _sizes(session: Session, *files: str) -> list[int]:
    return [
        session.originals.path(row["sha256"], "jpeg").stat().st_size
        for row in session.ask(items)
        if row["file"] in files
    ]


def _sha(session: Session, file: str) -> str:
    return next(row["sha256"] for row in session.ask(items) if row["file"] == file)
