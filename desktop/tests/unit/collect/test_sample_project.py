"""The sample site, crawled into a project by the real crawler: the whole funnel is what was planted."""

from __future__ import annotations

import http.server
import socket
import threading
from collections import Counter

import psutil
import pytest

from winnow.app.pipelines.asked import asked
from winnow.app.pipelines.collecting import collect
from winnow.app.pipelines.labelling import label_by_folder
from winnow.app.pipelines.sampling import import_sample
from winnow.app.pipelines.wishes import SampleWish
from winnow.app.queries.items import items
from winnow.app.queries.lookup import all_sources
from winnow.app.session import Session
from winnow.base.outcomes import Progress
from winnow.collect.net.limits import What
from winnow.collect.net.refusal import FetchCode, FetchRefused
from winnow.collect.sample import planted
from winnow.collect.sample.catalogue import Showing, Sort, catalogue
from winnow.collect.sample.source import PortTaken, free_port
from winnow.domain.source import SourceKind, SourceState

N, SEED = 36, 7


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    """A project with the whole sample in it, and what the job yielded."""
    with Session.create(tmp_path_factory.mktemp("project") / "sample.winnow") as session:
        events = list(import_sample(session, N, SEED))
        yield session, events


def the_source(session):
    (source,) = session.ask(all_sources)
    return source


def listening():
    return {one.laddr.port for one in psutil.Process().net_connections("tcp4") if one.status == psutil.CONN_LISTEN}


def test_the_funnel_is_what_was_planted(crawled):
    source, plan = the_source(crawled[0]), planted(N)
    assert (source.kind, source.state) == (SourceKind.SAMPLE, SourceState.DONE)
    assert source.found == plan.found == N
    assert source.fell_out == plan.fell_out
    assert source.kept == plan.kept
    assert source.fetched == plan.fetched
    assert source.waiting == 0


def test_each_picture_became_what_it_was_planted_as(crawled):
    rows = {(row["provenance"]["folder"], row["file"]): row for row in crawled[0].ask(items)}
    copies = Counter()
    for entry in catalogue(N, SEED):
        row = rows[entry.kind, entry.name]
        if entry.sort in (Sort.EXACT_COPY, Sort.SECOND_ADDRESS):
            continue  # which of two the crawl meets first, it keeps
        if entry.number in {one.of for one in catalogue(N, SEED) if one.sort is not Sort.NEAR_COPY}:
            copies[row["state"]] += 1
            continue
        assert row["reason"] == (entry.sort.reason and entry.sort.reason.value), entry
    assert sum(copies.values()) == 3


def test_pages_tell_of_each_picture_what_they_say_now_and_then_wrongly(crawled):
    rows = {(row["provenance"]["folder"], row["file"]): row["provenance"] for row in crawled[0].ask(items)}
    for entry in catalogue(N, SEED):
        told = rows[entry.kind, entry.name]
        assert entry.showing is Showing.BACKGROUND or told["alt"] == entry.alt, entry
        assert told["page"].startswith("http://127.0.0.1:")
    assert any(entry.kind not in entry.alt for entry in catalogue(N, SEED) if entry.sort is Sort.DRAWING)


def test_pictures_stored_lying_are_upright(crawled):
    rows = {row["file"]: row for row in crawled[0].ask(items)}
    lying = [entry for entry in catalogue(N, SEED) if entry.is_turned]
    assert lying
    assert all((rows[one.name]["width"], rows[one.name]["height"]) == one.size for one in lying)


def test_progress_ends_with_everything_settled(crawled):
    last = [event for event in crawled[1] if isinstance(event, Progress)][-1]
    assert (last.done, last.total) == (N, N)
    assert crawled[1][-1] == the_source(crawled[0]).id


def test_nothing_listens_any_more(crawled):
    assert the_source(crawled[0]).state is SourceState.DONE
    assert listening() == set()


def test_a_second_time_nothing_is_fetched_nor_found_twice(crawled):
    session, _ = crawled
    before = {row["address"]: row["id"] for row in session.ask(items)}
    drawn = {file: file.stat().st_mtime_ns for file in (session.layout.cache / "sample").rglob("*.*")}
    list(import_sample(session, N, SEED))
    assert {row["address"] for row in session.ask(items)} == set(before)
    assert (the_source(session).found, the_source(session).kept) == (N, planted(N).kept)
    assert the_source(session).fell_out == planted(N).fell_out
    assert {file: file.stat().st_mtime_ns for file in drawn} == drawn


def test_folders_give_labels(crawled):
    session, _ = crawled
    assert label_by_folder(session) == planted(N).kept
    labels = Counter(row["label"] for row in session.ask(items) if row["state"] == "kept")
    assert set(labels) == {"cat", "dog"}


def test_stopped_it_lets_go_of_everything_and_goes_on_where_it_was(tmp_path):
    with Session.create(tmp_path / "sample.winnow") as session:
        steps = import_sample(session, 16, SEED)
        for event in steps:
            if isinstance(event, Progress) and event.done >= 4:
                break
        steps.close()
        assert listening() == set()
        assert the_source(session).state is SourceState.STOPPED
        first = {row["address"]: row["id"] for row in session.ask(items)}
        list(collect(session, the_source(session).id))
        assert (the_source(session).found, the_source(session).kept) == (16, 16)
        after = {row["address"]: row["id"] for row in session.ask(items)}
        assert {address: after[address] for address in first} == first


def test_of_all_private_addresses_only_the_site_itself_is_allowed(tmp_path):
    reached = []

    class Canary(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            reached.append(self.path)

    with http.server.HTTPServer(("127.0.0.1", 0), Canary) as canary:
        threading.Thread(target=canary.serve_forever, args=(0.05,), daemon=True).start()
        wish = SampleWish(4, SEED, free_port())
        with asked(wish, tmp_path) as made:
            (begin,) = made.source.start().visits
            assert made.fetcher.get(begin.address, What.PAGE).status == 200
            for host in ("127.0.0.1", "localhost"):
                with pytest.raises(FetchRefused) as refused:
                    made.fetcher.get(f"http://{host}:{canary.server_port}/", What.PAGE)
                assert refused.value.code is FetchCode.SSRF
        canary.shutdown()
    assert reached == []


def test_a_port_that_another_program_took_is_said_in_words(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        wish = SampleWish(4, SEED, other.getsockname()[1])
        with pytest.raises(PortTaken, match="Try again in a minute"), asked(wish, tmp_path):
            pass
