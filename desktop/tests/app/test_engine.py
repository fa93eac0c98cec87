"""Work on a real cluster of two workers on this machine."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import psutil
import pytest
from app.folders import fill, filled_project, import_all
from app.one_cluster import OneCluster
from unit.collect.sites import Reply, picture, served

from winnow.app.commands.labelling import LabelAsNew
from winnow.app.engine.choice import Cluster, EngineMissing, EngineUnknown, cluster_of, is_cluster
from winnow.app.pipelines import studies
from winnow.app.pipelines.collecting import NotForCluster, begin, collect, collect_wish
from winnow.app.pipelines.embedding import Embedded, embed, kept_keys, vectors_of
from winnow.app.pipelines.importing import import_path
from winnow.app.pipelines.splitting import split
from winnow.app.pipelines.training import folder_with_weights, resume, train
from winnow.app.pipelines.wishes import AddressesWish, PagesWish
from winnow.app.queries.arrivals import arrivals
from winnow.app.session import Session
from winnow.base.errors import OutsideError
from winnow.base.outcomes import Progress, Steps, Workers
from winnow.domain.fit import Fit
from winnow.domain.ids import RunId
from winnow.domain.image import Reason
from winnow.domain.recipe import RecipeKind, default_recipe
from winnow.domain.run import EpochDone, Run, RunState
from winnow.domain.split import Ratios
from winnow.domain.study import BatchSettings, FoldSettings, Study
from winnow.store import runs


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Session.create(tmp_path / "engine.winnow") as made:
        yield made


@pytest.fixture(scope="module")
def one_cluster(tmp_path_factory: pytest.TempPathFactory, shared_cache: Path) -> Iterator[OneCluster]:
    with pytest.MonkeyPatch.context() as patch:
        # It is made before any test's own home is.
        patch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
        for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(shared_cache))
        made = OneCluster()
    yield made
    made.close()


@pytest.fixture
def shared(one_cluster: OneCluster) -> Iterator[None]:
    with one_cluster.shared():
        yield


with_ray = pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="Ray is not installed (extra 'cluster')")


@pytest.mark.parametrize(
    ("words", "cluster"),
    [
        ("local", None),
        ("", None),
        ("ray", Cluster()),
        ("ray:2", Cluster(workers=2)),
        ("ray://10.0.0.7:10001", Cluster("ray://10.0.0.7:10001")),
    ],
)
@with_ray
def test_engines_by_name(words, cluster):
    assert cluster_of(words) == cluster
    assert is_cluster(words) is (cluster is not None)


@pytest.mark.parametrize("words", ["dask", "ray:none", "ray://", "ray://host", "http://host:8265"])
def test_an_engine_that_is_none_is_refused_with_what_there_is(words):
    with pytest.raises(EngineUnknown, match="ray://192"):
        cluster_of(words)


def test_without_ray_it_is_said_how_to_get_it(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(EngineMissing, match=r"pip install winnow\[cluster\]"):
        cluster_of("ray")


@with_ray
def test_two_workers_embed_as_one_process_does_and_losing_one_costs_nothing(session: Session, tmp_path: Path) -> None:
    fill(tmp_path / "pile", 128)
    import_all(session, tmp_path / "pile")
    _ids, keys = session.ask(kept_keys)
    killed, rates = [], []
    for event in embed(session, engine="ray:2"):
        if isinstance(event, Progress) and event.unit == "images":
            assert len(vectors_of(session).missing(keys)) == len(keys) - event.done, "a batch is kept as it comes"
            if not killed:
                killed = _workers()[:1]
                killed[0].kill()
        rates += [event] if isinstance(event, Workers) else []
    assert event == Embedded(len(keys), 1280)
    assert killed
    assert {name for one in rates for name, _rate in one.rates}

    there = vectors_of(session)
    some = keys[:24]
    by_cluster = there.take(some)
    for file in session.layout.vectors.iterdir():
        file.unlink()
    for _event in embed(session):
        pass
    np.testing.assert_allclose(by_cluster, vectors_of(session).take(some), atol=1e-5)


def _workers() -> list[psutil.Process]:
    """Return the processes of Ray that work."""
    mine = psutil.Process().children(recursive=True)
    return [one for one in mine if one.name().startswith("ray::_worked")]


@with_ray
def test_a_cluster_that_does_not_answer_is_named(session: Session, tmp_path: Path) -> None:
    fill(tmp_path / "pile", 2)
    import_all(session, tmp_path / "pile")
    with pytest.raises(OutsideError, match=r"ray://127\.0\.0\.1:1 cannot be used .*refused"):
        for _event in embed(session, engine="ray://127.0.0.1:1"):
            pass


@with_ray
@pytest.mark.usefixtures("shared")
def test_a_list_is_fetched_by_two_workers_as_politely_as_by_one_machine(session: Session) -> None:
    paths = {f"/{number}.jpg": Reply(picture(number), delay_s=0.05) for number in range(90)}
    paths["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /private\n")
    hosts = ("127.0.0.1", "localhost")
    with served(paths) as site:
        wanted = [site.address(f"/{number}.jpg", hosts[number % 2]) for number in range(90)]
        more = (site.address("/gone.jpg"), site.address("/private.jpg"), wanted[0], "http://")
        wish = AddressesWish("list.txt", "\n".join((*wanted, *more)), allow_private=True)
        for _event in collect_wish(session, wish, "ray:2"):
            pass
        assert max(site.most_at_once(host) for host in hosts) <= 4
        assert site.counts() == {**dict.fromkeys(paths.keys() - {"/robots.txt"}, 1), "/gone.jpg": 1}
    (source,) = session.ask(arrivals).sources
    assert (source.found, source.kept) == (93, 90)
    assert source.fell_out == {Reason.HTTP_STATUS: 1, Reason.ROBOTS: 1, Reason.REFUSED_ADDRESS: 1}


@with_ray
@pytest.mark.usefixtures("shared")
def test_a_folder_is_decoded_and_hashed_by_two_workers(session: Session, tmp_path: Path) -> None:
    files = fill(tmp_path / "pile", 40)
    files[0].write_bytes(files[0].read_bytes()[:200])
    (tmp_path / "pile" / "note.jpg").write_text("no picture")
    shutil.copy(files[1], tmp_path / "pile" / "twin.jpg")
    for _event in import_path(session, tmp_path / "pile", engine="ray:2"):
        pass
    (source,) = session.ask(arrivals).sources
    assert (source.found, source.kept) == (42, 39)
    assert set(source.fell_out) == {Reason.TRUNCATED, Reason.NOT_AN_IMAGE, Reason.EXACT_DUPLICATE}
    with Session.create(tmp_path / "alone.winnow") as alone:
        import_all(alone, tmp_path / "pile")
        facts = "SELECT sha256, dhash, quality FROM image WHERE state = 'kept' ORDER BY sha256"
        by_one = alone.ask(lambda reader: reader.execute(facts).fetchall())
        assert session.ask(lambda reader: reader.execute(facts).fetchall()) == by_one
        assert not session.thumbnails.missing([bytes.fromhex(row[0]) for row in by_one])


@with_ray
def test_pages_are_not_for_a_cluster(session: Session) -> None:
    source = begin(session, PagesWish(("http://127.0.0.1:1/",), allow_private=True))
    with pytest.raises(NotForCluster, match="page by page"):
        next(collect(session, source, "ray:2"))


@pytest.fixture
def halves(tmp_path: Path) -> Iterator[Session]:
    """A project of two labels, split."""
    with Session.open(filled_project(tmp_path, 25, ())) as made:
        ids = tuple(int(image) for image in made.ask(kept_keys)[0])
        for number, name in enumerate(("even", "odd")):
            made.do(LabelAsNew(name, ids[number::2])).result()
        split(made, Ratios(), 3)
        yield made


@with_ray
def test_two_workers_train_as_one_does_and_a_stopped_run_goes_on(halves: Session, one_cluster: OneCluster) -> None:
    session = halves
    recipe = replace(default_recipe(RecipeKind.FINE_TUNE), epochs=3, batch_size=8, fit=Fit(size=64))
    with one_cluster.shared():
        alone = _run(session, train(session, recipe))

    # By a child of its own, with a cluster of its own, which both are ended in the middle of it.
    steps = train(session, replace(recipe, device="ray:2"))
    for event in steps:
        if isinstance(event, EpochDone):
            break
    steps.close()
    (stopped,) = [one for one in session.ask(runs.all_runs) if one.state is RunState.STOPPED]
    with one_cluster.shared():
        together = _run(session, resume(session, stopped.id))

    assert [one.epoch for one in together.epochs] == [1, 2, 3]
    for mine, theirs in zip(alone.epochs, together.epochs, strict=True):
        assert theirs.valid_loss == pytest.approx(mine.valid_loss, abs=2e-3)
        assert theirs.train_loss == pytest.approx(mine.train_loss, abs=2e-3)
    assert any("2 workers learn together" in note for note in together.notes)
    assert (folder_with_weights(session, together) / "best.safetensors").stat().st_size > 1_000_000


@with_ray
@pytest.mark.usefixtures("shared")
def test_folds_are_the_same_from_two_workers_who_draw_the_batch_map_as_well(halves: Session) -> None:
    session = halves
    here = default_recipe(RecipeKind.QUICK)
    there = replace(here, device="ray:2")

    one = _study(studies.run_folds(session, FoldSettings(here, folds=3, epochs=2)))
    other = _study(studies.run_folds(session, FoldSettings(there, folds=3, epochs=2)))
    assert [(fold.right, fold.n) for fold in other.found.folds] == [(fold.right, fold.n) for fold in one.found.folds]
    assert other.found.mean_loss == pytest.approx(one.found.mean_loss, abs=1e-5)

    settings = BatchSettings(there, batch_sizes=(4, 8), rates=(0.001, 0.01), epochs=2, seeds=1)
    cells = _study(studies.map_batches(session, settings)).found.cells
    assert [(cell.batch_size, cell.rate) for cell in cells] == [(4, 0.001), (4, 0.01), (8, 0.001), (8, 0.01)]
    assert all(cell.loss is not None for cell in cells)


def _study(steps: Steps) -> Study:
    return next(event for event in list(steps) if isinstance(event, Study))


def _run(session: Session, steps: Steps) -> Run:
    return session.ask(runs.get, next(RunId(event) for event in list(steps) if isinstance(event, int)))
