"""Clustering a project: made, named, split, merged, compared, made labels, and each step taken back."""

from __future__ import annotations

import shutil
import time

import numpy as np
import pytest
from app.clouds_project import clouds_project, last

from winnow.app.commands.arranging import NameCluster, SaveFilter
from winnow.app.commands.labelling import LabelImages, RejectImages
from winnow.app.pipelines.choosing_k import suggest_k
from winnow.app.pipelines.clustering import NothingToMerge, cluster, label_by_cluster, merge_clusters, split_cluster
from winnow.app.pipelines.embedding import FeaturesUnknown, NothingToCluster, feature_kinds, features, stored_features
from winnow.app.pipelines.projecting import project
from winnow.app.pipelines.sheets import mean_picture, write_sheets
from winnow.app.pipelines.suggesting import accept, suggest
from winnow.app.queries.cluster_strips import cluster_strips
from winnow.app.queries.comparison import all_clusterings, comparison
from winnow.app.queries.filtering import filtered, saved_filters
from winnow.app.queries.lookup import ClusterUnknown, NoClusteringYet
from winnow.app.queries.similar import similar
from winnow.app.queries.suggestions import doubted, suggestions
from winnow.app.session import Session
from winnow.domain.cluster import NOISE, Clustering
from winnow.domain.k_choice import KChoice, KScores
from winnow.domain.label import LabelNameUnusable
from winnow.domain.method import SettingUnusable
from winnow.domain.projection import Projection, ProjectionMethod
from winnow.store import clusterings, projections


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """A project that was clustered once, closed."""
    folder = tmp_path_factory.mktemp("clouds") / "clouds.winnow"
    session, cloud = clouds_project(folder)
    with session:
        first = last(cluster(session, 3))
    return folder, cloud, first


@pytest.fixture
def made(original, tmp_path):
    """A copy of it, open: (session, the cloud of each picture, the clustering)."""
    folder, cloud, first = original
    shutil.copytree(folder, tmp_path / "copy.winnow")
    with Session.open(tmp_path / "copy.winnow") as session:
        yield session, cloud, first


@pytest.fixture
def project_of(made):
    return made[0]


def first_id(session):
    return min(one.id for one in session.ask(all_clusterings))


def current(session):
    found = session.ask(clusterings.current)
    assert found is not None
    return found


def test_the_clouds_are_the_clusters(made):
    session, cloud, first = made
    assert isinstance(first, Clustering)
    assert [first.count(number) for number in range(3)] == [30, 20, 10]
    assert all(len(np.unique(cloud[first.members(number) - 1])) == 1 for number in range(3))
    shown = current(session)
    assert np.array_equal(shown.clusters, first.clusters)
    assert shown.settings["n_init"] == 10
    assert shown.made_at


@pytest.mark.usefixtures("inline")
def test_split_merge_and_back(project_of):
    session = project_of
    before = current(session)
    session.do(NameCluster(before.id, 0, "the large one")).result()
    pieces = last(split_cluster(session, 0))
    assert pieces.k == 4
    assert pieces.count(0) + pieces.count(3) == 30
    assert pieces.count(1) == 20
    assert [one.id for one in session.ask(all_clusterings)] == [current(session).id]
    whole = last(merge_clusters(session, 3, 0))
    assert whole.count(0) == 30
    assert whole.count(3) == 0
    assert whole.names == {0: "the large one"}
    assert whole.scores["silhouette"] == pytest.approx(before.scores["silhouette"], abs=1e-4)
    assert session.undo().result() == "MergeClusters"
    assert np.array_equal(current(session).clusters, pieces.clusters)
    assert session.undo().result() == "SplitCluster"
    assert np.array_equal(current(session).clusters, before.clusters)
    assert session.redo().result() == "SplitCluster"
    assert current(session).k == 4
    session.undo().result()
    assert session.undo().result() == "NameCluster"
    assert current(session).names == {}


@pytest.mark.usefixtures("inline")
def test_what_cannot_be_split_or_merged_is_said(project_of):
    with pytest.raises(ClusterUnknown, match="cluster 9"):
        last(split_cluster(project_of, 8))
    with pytest.raises(NothingToMerge):
        last(merge_clusters(project_of, 1, 1))
    with pytest.raises(ClusterUnknown):
        last(merge_clusters(project_of, 0, NOISE))


@pytest.mark.usefixtures("inline")
def test_names_are_carried_to_another_method_and_both_are_compared(project_of, made):
    session = project_of
    before = current(session)
    session.do(NameCluster(before.id, 1, "middling")).result()
    session.do(LabelImages(tuple(before.members(0).tolist()), 1)).result()
    other = last(cluster(session, 3, method="AgglomerativeClustering", settings={"linkage": "average"}))
    assert other.names == {1: "middling"}
    new, old = session.ask(all_clusterings)[:2]
    assert (new.method, new.is_current, old.is_current) == ("AgglomerativeClustering", True, False)
    found = session.ask(comparison, old.id, new.id)
    assert found.ari == pytest.approx(1)
    assert found.nmi == pytest.approx(1)
    assert found.counts.tolist() == [[30, 0, 0], [0, 20, 0], [0, 0, 10]]
    assert found.rows[1].name == "middling"
    assert (found.labelled, found.pure_in_rows, found.row_purity) == (30, 30, 1.0)
    assert set(found.cell(0, 0).tolist()) == set(before.members(0).tolist())
    assert found.cell(0, 1).tolist() == []


def test_strips_before_a_cluster_is_labelled(project_of):
    session = project_of
    strips = session.ask(cluster_strips, 0, 5)
    members = current(session).members(0).tolist()
    assert strips.count == 30
    assert [one.id for one in strips.typical] == members[:5]
    assert [one.id for one in strips.least_typical] == members[::-1][:5]
    assert len(strips.spot_check) == 20
    assert {one.id for one in strips.spot_check} <= set(members)
    assert session.ask(cluster_strips, 0, 5) == strips
    assert session.ask(cluster_strips, 0, 5, 1).spot_check != strips.spot_check
    assert strips.labelled_purity is None
    session.do(RejectImages((members[0],))).result()
    assert session.ask(cluster_strips, 0, 5).typical[0].id == members[1]
    session.undo().result()
    assert session.ask(cluster_strips, 17).count == 0


def test_similar_pictures_come_first(made):
    session, cloud, _first = made
    found = similar(session, [1])
    alike = int((cloud == cloud[0]).sum()) - 1
    assert set((cloud[found.ids[:alike] - 1]).tolist()) == {int(cloud[0])}
    assert 1 not in found.ids
    assert (np.diff(found.cosine) <= 0).all()
    assert len(similar(session, [1, 2], most=7).ids) == 7
    assert similar(session, [999]).without_features == 1


@pytest.mark.usefixtures("inline")
def test_suggested_labels_are_none_before_they_are_accepted(made):
    session, cloud, _first = made
    few = [int(at) + 1 for number in (0, 1) for at in np.flatnonzero(cloud == number)[:6]]
    session.do(LabelImages(tuple(few[:6]), 1)).result()
    session.do(LabelImages(tuple(few[6:]), 2)).result()
    found = last(suggest(session))
    assert len(found) == 60 - 12
    standing = session.ask(suggestions)
    assert (np.diff(standing.confidence) <= 0).all()
    assert session.ask(filtered, "label:none").tolist() == sorted(standing.ids.tolist())
    first = [int(image) for image in standing.ids if cloud[image - 1] == 0]
    assert accept(session, first) == 24
    assert set(session.ask(filtered, "label:cat").tolist()) == {int(at) + 1 for at in np.flatnonzero(cloud == 0)}
    assert session.undo().result() == "AcceptSuggestions"
    assert len(session.ask(suggestions)) == 48
    assert accept(session, at_least=1.1) == 0
    session.do(LabelImages((few[0],), 2)).result()
    last(suggest(session))
    assert session.ask(doubted).ids.tolist() == [few[0]]
    assert accept(session, [few[0]]) == 1


def test_clusters_become_labels_in_one_step(project_of):
    session = project_of
    session.do(NameCluster(current(session).id, 0, "cat")).result()
    assert label_by_cluster(session) == 60
    assert len(session.ask(filtered, "label:cat")) == 30
    assert len(session.ask(filtered, 'label:"Cluster 2"')) == 20
    assert session.undo().result() == "LabelEach"
    assert len(session.ask(filtered, "label:none")) == 60


@pytest.mark.usefixtures("inline")
def test_k_is_suggested_and_heard_of_one_by_one(made):
    session, _cloud, _first = made
    events = list(suggest_k(session, range(2, 6), restarts=2))
    assert [one.k for one in events if isinstance(one, KScores)] == [2, 3, 4, 5]
    assert isinstance(events[-1], KChoice)
    assert events[-1].suggested == 3


@pytest.mark.usefixtures("inline")
def test_the_map_comes_at_once_by_pca_and_is_kept(made):
    session, _cloud, _first = made
    events = [one for one in project(session, ProjectionMethod.TSNE) if isinstance(one, Projection)]
    assert [(one.method, one.is_final) for one in events] == [
        (ProjectionMethod.PCA, False),
        (ProjectionMethod.TSNE, True),
    ]
    kept = session.ask(projections.get, "embedding", ProjectionMethod.TSNE)
    assert kept is not None
    assert np.array_equal(kept.points, events[-1].points)
    assert kept.ids.tolist() == list(range(1, 61))
    assert session.ask(projections.get, "colour", ProjectionMethod.TSNE) is None


def test_sheets_and_mean_pictures_are_png_files(made, tmp_path):
    session, _cloud, _first = made
    written = last(write_sheets(session, tmp_path, [0, 2]))
    assert sorted(file.name for file in written.files) == [
        "01 Cluster 1 mean.png", "01 Cluster 1.png", "03 Cluster 3 mean.png", "03 Cluster 3.png",
    ]  # fmt: skip
    assert all(file.read_bytes().startswith(b"\x89PNG") for file in written.files)
    assert mean_picture(session, [1, 2, 3]).shape == (256, 256, 3)
    with pytest.raises(ClusterUnknown):
        last(write_sheets(session, tmp_path, [5]))


@pytest.mark.usefixtures("inline")
def test_colour_and_pixel_features_are_computed_once(made):
    session, _cloud, _first = made
    assert len(stored_features(session, "colour").ids) == 0
    last(features(session, "colour"))
    assert stored_features(session, "colour").rows().shape == (60, 64)
    with pytest.raises(FeaturesUnknown, match="embedding, colour, pixels"):
        last(features(session, "smell"))
    kinds = feature_kinds()
    assert [kind.name for kind in kinds[:3]] == ["embedding", "colour", "pixels"]
    assert all(kind.download_bytes > 10**6 and kind.license for kind in kinds if kind.name == "resnet-50")


def test_filters_are_saved_by_a_command(made):
    session, _cloud, _first = made
    session.do(SaveFilter("small", "size<100")).result()
    assert session.ask(saved_filters) == {"small": "size<100"}
    assert session.undo().result() == "SaveFilter"
    assert session.ask(saved_filters) == {}
    with pytest.raises(LabelNameUnusable):
        session.do(SaveFilter("  ", "size<100")).result()


def test_a_wrong_setting_is_refused_before_anything_runs(made):
    session, _cloud, _first = made
    began = time.monotonic()
    with pytest.raises(SettingUnusable):
        last(cluster(session, 3, settings={"n_init": 0}))
    assert time.monotonic() - began < 1


@pytest.mark.parametrize("after_s", [0.2, 1.5])
def test_it_is_stopped_within_a_second(made, after_s):
    session, _cloud, _first = made
    before = first_id(session)
    steps = cluster(session, 3, method="AffinityPropagation", settings={"max_iter": 5000, "damping": 0.99})
    until = time.monotonic() + after_s
    for _event in steps:
        if time.monotonic() > until:
            break
    began = time.monotonic()
    steps.close()
    assert time.monotonic() - began < 1
    assert first_id(session) == before


def test_an_empty_project_says_what_is_missing(tmp_path):
    with Session.create(tmp_path / "empty.winnow") as session:
        with pytest.raises(NothingToCluster):
            last(cluster(session, 2))
        with pytest.raises(NoClusteringYet):
            label_by_cluster(session)
        with pytest.raises(NoClusteringYet):
            last(write_sheets(session, tmp_path))
        assert session.ask(cluster_strips, 0).count == 0
        assert session.ask(all_clusterings) == ()
        assert session.ask(filtered, "").tolist() == []
