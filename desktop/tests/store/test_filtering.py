"""Which pictures a filter lets through, by a real database."""

from __future__ import annotations

import json

import numpy as np
import pytest
from store.projects import fill, opened

from winnow.domain.cluster import Clustering
from winnow.domain.expression import parse
from winnow.domain.suggestion import Suggestions
from winnow.store import clusterings, filters, suggestions
from winnow.store.filtering import ClusterNotThere, LabelNotThere, matching


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "p.winnow"
    folder.mkdir()
    database = opened(folder, create=True)
    ids = fill(database, 8)

    def work(tx):
        execute = tx.connection.execute
        execute("UPDATE image SET label_id = 1 WHERE id IN (1, 2, 3)")
        execute("UPDATE image SET label_id = 2 WHERE id = 4")
        execute("UPDATE image SET state = 'rejected' WHERE id = 3")
        execute("UPDATE image SET state = 'fell_out' WHERE id = 8")
        execute("UPDATE image SET width = 100 * id, height = 300, size_bytes = 1000 * id, flags = '' ")
        execute("UPDATE image SET flags = 'animated,trailing_data' WHERE id = 5")
        provenance = json.dumps({"page": "https://example.org/100%_cats", "author": "O'Hara", "title": "A tabby"})
        execute("UPDATE image SET provenance = ? WHERE id = 6", (provenance,))
        made = Clustering(
            "KMeans", "embedding", 2, 0, np.arange(1, 7), np.array([0, 0, 0, 1, 1, -1], np.int32), np.zeros(6, "f4"),
            names={1: "On sofas"},
        )  # fmt: skip
        clusterings.set_current(tx, clusterings.add(tx, made))
        suggestions.replace(
            tx, Suggestions(np.array([5, 6]), np.array([1, 2]), np.array([0.9, 0.6], "f4"), np.array([0.8, 0.2], "f4"))
        )

    database.write(work).result()
    assert len(ids) == 8
    yield database
    database.close()


def found(database, text, **more):
    return matching(database.read(), parse(text), **more).tolist()


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("", [1, 2, 3, 4, 5, 6, 7]),
        ("label:cat", [1, 2, 3]),
        ("label:CAT -state:rejected", [1, 2]),
        ("label:cat,dog", [1, 2, 3, 4]),
        ("label:none", [5, 6, 7]),
        ("-label:none state:kept", [1, 2, 4]),
        ("cluster:1", [1, 2, 3]),
        ('cluster:"on sofas"', [4, 5]),
        ("cluster:none", [6, 7]),
        ("part:none", [1, 2, 3, 4, 5, 6, 7]),
        ("part:test", []),
        ("source:pile", [1, 2, 3, 4, 5, 6, 7]),
        ("source:folder id:1", [1]),
        ("quality:animated", [5]),
        ("quality:any", [5]),
        ("quality:anim", []),
        ("size>=200", [2, 3, 4, 5, 6, 7]),
        ("width:200..300", [2, 3]),
        ("aspect>2", [7]),
        ("bytes<2000", [1]),
        ("frames>1", []),
        ("suggested:cat", [5]),
        ("suggested:any confidence>0.7", [5]),
        ("suggested:none", [1, 2, 3, 4, 7]),
        ("tabby", [6]),
        ("page:100%_c", [6]),
        ("page:100x", []),
        ("author:o'hara", [6]),
        ("author:none id<3", [1, 2]),
        ('"; DROP TABLE image; --"', []),
        ("label:dog OR (cluster:1 -id:2)", [1, 3, 4]),
        ("edited:no id:7", [7]),
        ("format:PNG id:7", [7]),
    ],
)
def test_a_filter_lets_through(project, text, ids):
    assert found(project, text) == ids


def test_what_fell_out_is_found_where_it_is_asked_for(project):
    assert found(project, "state:fell_out") == []
    assert found(project, "state:fell_out", with_fallen_out=True) == [8]


def test_quality_checks_count_as_flags(project):
    flagged = {"dark": np.array([1, 7])}
    assert found(project, "quality:dark", quality=flagged) == [1, 7]
    assert found(project, "quality:any", quality=flagged) == [1, 5, 7]
    assert found(project, "quality:none", quality=flagged) == [2, 3, 4, 6]


def test_names_that_are_not_there_are_said(project):
    with pytest.raises(ClusterNotThere, match="1 to 2"):
        found(project, "cluster:3")
    with pytest.raises(LabelNotThere, match="cat, dog"):
        found(project, "label:cow")


def test_filters_are_saved_under_a_name(project):
    assert project.write(lambda tx: filters.put(tx, "sofas", "cluster:2")).result() is None
    assert project.write(lambda tx: filters.put(tx, "sofas", "cluster:1")).result() == "cluster:2"
    assert filters.all_filters(project.read()) == {"sofas": "cluster:1"}
    project.write(lambda tx: filters.put(tx, "sofas", None)).result()
    assert filters.all_filters(project.read()) == {}


def test_a_suggestion_stands_until_its_picture_is_labelled(project):
    assert suggestions.standing(project.read()).ids.tolist() == [5, 6]
    project.write(lambda tx: tx.connection.execute("UPDATE image SET label_id = 1 WHERE id IN (5, 6)")).result()
    assert len(suggestions.standing(project.read())) == 0
    doubted = suggestions.doubted(project.read())
    assert doubted.ids.tolist() == [6]
    assert doubted.labels.tolist() == [2]
