"""Project folders that were made to harm: refused in words, or opened with nothing of it done."""

from __future__ import annotations

import io
import json
import os
import shutil
import sqlite3
import zipfile
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from app.folders import fill, import_all
from PIL import Image

from winnow.app.commands.labelling import LabelImages
from winnow.app.queries.items import items
from winnow.app.repairing import outlook, restore
from winnow.app.session import Session
from winnow.store import clean, clusterings, settings, splits, waiting_runs
from winnow.store.errors import NotAProject, ProjectDamaged, ProjectLeadsOutside
from winnow.store.originals import OriginalMisnamed
from winnow.store.vectors import Vectors
from winnow.vision import thumbnail

Harm = Callable[[Path, Path], None]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "pets.winnow"
    fill(folder.parent / "pile", 3)
    with Session.create(folder, ["cat"]) as session:
        import_all(session, folder.parent / "pile")
        session.do(LabelImages((1,), 1)).result()
        session.make_backup("regular")
    return folder


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made, tmp_path / "pets.winnow")


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A person's own folder, which no project may touch."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in ("letter.txt", ".half.part", "pictures.db"):
        (folder / name).write_text("mine")
    return folder


def changed(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def sql(*statements: str) -> Harm:
    return lambda project, _outside: changed(project / "project.db", *statements)


def link(inside: str, to: str) -> Harm:
    def harm(project: Path, outside: Path) -> None:
        path = project / inside
        if path.is_dir():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)
        path.symlink_to(outside / to)

    return harm


def linked_picture(project: Path, outside: Path) -> None:
    picture = next(path for path in (project / "originals").rglob("*") if path.is_file())
    picture.unlink()
    picture.symlink_to(outside / "letter.txt")


def pipe(project: Path, _outside: Path) -> None:
    (project / "labels.jsonl").unlink()
    os.mkfifo(project / "labels.jsonl")


def super_journal(name: str) -> Harm:
    def harm(project: Path, outside: Path) -> None:
        """SQLite's format: header, then page of the lock, name, its length, its sum, and the magic number again."""
        magic, victim = bytes.fromhex("d9d505f920a163d7"), str(outside / "letter.txt").encode()
        tail = len(victim).to_bytes(4, "big") + sum(victim).to_bytes(4, "big") + magic
        header = (magic + bytes(12) + (512).to_bytes(4, "big") + (4096).to_bytes(4, "big")).ljust(512, b"\0")
        (project / name).write_bytes(header + (1).to_bytes(4, "big") + victim + tail)

    return harm


_BOMB = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"
HARMS: dict[str, tuple[Harm, type[Exception], str]] = {
    "trigger": (
        sql("CREATE TRIGGER evil AFTER UPDATE ON image BEGIN DELETE FROM label_log; END"),
        NotAProject,
        "a trigger 'evil' that no Winnow has made",
    ),
    "view": (sql("CREATE VIEW evil AS SELECT * FROM image"), NotAProject, "a view 'evil'"),
    "view in a table's place": (
        sql("ALTER TABLE saved_filter RENAME TO hidden", f"CREATE VIEW saved_filter AS {_BOMB}"),
        NotAProject,
        "that no Winnow has made",
    ),
    "table": (sql("CREATE TABLE evil (x)"), NotAProject, "a table 'evil'"),
    "virtual table": (sql("CREATE VIRTUAL TABLE evil USING fts5(x)"), NotAProject, "'evil"),
    "generated column": (
        sql("ALTER TABLE label ADD COLUMN evil TEXT AS (hex(zeroblob(position)))"),
        NotAProject,
        "a table 'label'",
    ),
    "missing table": (sql("DROP TABLE saved_filter"), ProjectDamaged, "there is no saved_filter in it"),
    "corrupt schema": (
        sql("PRAGMA writable_schema = ON", "UPDATE sqlite_schema SET sql = 'CREATE nonsense' WHERE name = 'image'"),
        ProjectDamaged,
        "malformed",
    ),
    "linked database": (link("project.db", "pictures.db"), ProjectLeadsOutside, "leads out of"),
    "linked labels": (link("labels.jsonl", "letter.txt"), ProjectLeadsOutside, "leads out of"),
    "linked lock": (link("project.lock", "letter.txt"), ProjectLeadsOutside, "leads out of"),
    "linked originals": (link("originals", ""), ProjectLeadsOutside, "leads out of"),
    "linked backups": (link("backups", ""), ProjectLeadsOutside, "leads out of"),
    "linked cache": (link("cache/thumbnails.db", "pictures.db"), ProjectLeadsOutside, "leads out of"),
    "link to nothing": (link("runs", "not there"), ProjectLeadsOutside, "leads out of"),
    "linked picture": (linked_picture, ProjectLeadsOutside, "leads out of"),
    "pipe": (pipe, ProjectLeadsOutside, "is no file"),
    "journal": (super_journal("project.db-journal"), ProjectLeadsOutside, "project.db-journal leads out of"),
    "journal of the cache": (super_journal("cache/thumbnails.db-journal"), ProjectLeadsOutside, "leads out of"),
}


@pytest.mark.skipif(os.name == "nt", reason="links and pipes are made as on Linux")
@pytest.mark.parametrize("name", HARMS)
def test_it_is_not_opened_and_nothing_outside_is_touched(name: str, project: Path, outside: Path) -> None:
    harm, kind, words = HARMS[name]
    harm(project, outside)
    before = {path.name: path.read_bytes() for path in outside.iterdir()}
    for read_only in (False, True):
        with pytest.raises(kind) as refused:
            Session.open(project, read_only=read_only)
        assert words in str(refused.value)
    if kind is ProjectLeadsOutside:
        for other in (lambda: outlook(project), lambda: restore(project, None)):
            with pytest.raises(ProjectLeadsOutside):
                other()
    assert {path.name: path.read_bytes() for path in outside.iterdir()} == before


def test_a_link_inside_the_project_and_one_in_its_exports_do_no_harm(project: Path, outside: Path) -> None:
    (project / "runs" / "best").symlink_to(project / "vectors")
    (project / "exports").mkdir()
    (project / "exports" / "out").symlink_to(outside)
    with Session.open(project) as session:
        assert len(session.ask(items)) == 3


def test_a_picture_that_is_named_by_a_path_is_not_read(project: Path, outside: Path) -> None:
    with Session.open(project) as session:
        up = os.path.relpath(outside / "letter", project / "originals" / "..")
        for sha256, kind in ((up, "txt"), (str(outside / "letter"), "txt"), ("a" * 64, "../../home/letter.txt")):
            with pytest.raises(OriginalMisnamed, match="made to harm"):
                session.originals.read(sha256, kind)


def test_settings_of_a_wrong_kind_are_passed_over_and_other_text_is_damage(project: Path, quiet) -> None:
    deep = "[" * 100_000
    wrong = {settings.CURRENT_SPLIT: "-", settings.CURRENT_CLUSTERING: "1.5", "waiting_runs": '{"a":1}'}
    wrong |= {"preparation": deep, "cleaning": '{"limits":7}'}
    with closing(sqlite3.connect(project / "project.db")) as connection:
        connection.executemany("INSERT OR REPLACE INTO setting VALUES (?, ?)", wrong.items())
        connection.execute("UPDATE image SET provenance = ? WHERE id = 2", (deep,))
        connection.commit()
    with Session.open(project) as session:
        assert (session.ask(splits.current_id), session.ask(clusterings.current_id)) == (None, None)
        assert session.ask(waiting_runs.waiting) == ()
        session.ask(clean.cleaning)
        session.ask(splits.preparation)
        with pytest.raises(ProjectDamaged):
            session.ask(items)


def test_a_value_of_a_hundred_megabytes_is_not_taken_into_memory(project: Path) -> None:
    with Session.open(project) as session, pytest.raises(ProjectDamaged):
        session.ask(lambda reader: reader.execute("SELECT zeroblob(100000000)").fetchone())


def line(seq: object, sha256: object, after: object) -> str:
    crc = zlib.crc32(json.dumps((seq, sha256, None, after)).encode())
    return json.dumps({"seq": seq, "sha256": sha256, "before": None, "after": after, "crc": crc}) + "\n"


def test_nonsense_in_the_second_copy_of_the_labels_is_passed_over(project: Path) -> None:
    sha256 = "a" * 64
    with (project / "labels.jsonl").open("a") as stream:
        for values in ((2**63 - 1, sha256, "dog"), ("1", sha256, "dog"), (True, sha256, "dog"), (9, "../x", "dog")):
            stream.write(line(*values))
        stream.write(line(9, sha256, ["dog"]) + "[" * 50_000 + "\n" + "x" * 3_000_000)
    with Session.open(project) as session:
        session.do(LabelImages((2,), 1)).result()
        assert session.ask(lambda reader: reader.execute("SELECT max(seq) FROM label_log").fetchone()) == (2,)
    restore(project, None)
    with Session.open(project) as session:
        assert session.ask(lambda reader: reader.execute("SELECT count(*) FROM label_log").fetchone()) == (2,)


def test_a_cache_of_somebody_elses_making_is_made_anew_and_only_our_thumbnails_are_decoded(project: Path) -> None:
    changed(project / "cache" / "thumbnails.db", "CREATE TRIGGER evil AFTER INSERT ON thumbnail BEGIN SELECT 1; END")
    with Session.open(project) as session:
        keys = [bytes.fromhex(row["sha256"]) for row in session.ask(items)]
        assert session.thumbnails.missing(keys) == keys
    ours = thumbnail.encode(np.zeros((40, 30, 3), np.uint8))
    assert thumbnail.decode(ours).shape == (40, 30, 3)
    out = io.BytesIO()
    Image.new("RGB", (40, 30)).save(out, "JPEG", progressive=True)
    huge = bytearray(ours)
    at = huge.index(b"\xff\xc0") + 5
    huge[at : at + 4] = b"\xff\xff\xff\xff"
    assert [thumbnail.is_ours(one) for one in (ours, out.getvalue(), bytes(huge), b"", ours[:100])] == [
        True,
        *[False] * 4,
    ]


def test_a_backup_that_would_fill_the_memory_is_not_listed(project: Path) -> None:
    with zipfile.ZipFile(project / "backups" / "000099-20261124T093000Z.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("about.json", b" " * 5_000_000)
    with zipfile.ZipFile(project / "backups" / "000098-20261124T093000Z.zip", "w") as archive:
        archive.writestr("about.json", '{"taken_at": 7}')
    with Session.open(project) as session:
        assert [one.number for one in session.backups.all()] == [1]


def test_vector_files_that_say_they_are_terabytes_are_taken_for_empty(tmp_path: Path) -> None:
    for name, size in (("net-6.f32", 24), ("net-6.idx", 40)):
        with (tmp_path / name).open("wb") as stream:
            stream.truncate(size * 10**10)
    vectors = Vectors(tmp_path, "net", 6)
    assert (len(vectors), vectors.damaged()) == (0, 0)
    vectors.append([b"k" * 32], np.ones((1, 6), np.float32))
    assert len(Vectors(tmp_path, "net", 6)) == 1
