"""Pictures of a real site on loopback into a project: counted, gone on with, looked at again, and killed on the way."""

from __future__ import annotations

import errno
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from app.test_killed import acknowledged_before_kill, check_sound
from unit.collect.sites import LocalSite, Reply, page, picture, served

from winnow.app.commands.sourcing import HideSource
from winnow.app.pipelines.arriving import NotStored
from winnow.app.pipelines.collecting import (
    NothingReached,
    NotOfTheNetwork,
    Traffic,
    begin,
    collect,
    collect_wish,
    retry_failed,
)
from winnow.app.pipelines.importing import import_path
from winnow.app.pipelines.wishes import AddressesWish, NothingAsked, PagesWish, SearchWish
from winnow.app.queries.arrivals import arrivals, by_host
from winnow.app.queries.items import items
from winnow.app.session import Session
from winnow.base.errors import UserError
from winnow.base.outcomes import Note, Progress, Steps
from winnow.collect.net.refusal import FetchRefused
from winnow.domain.image import Reason
from winnow.domain.source import Source, SourceBegan, SourceState
from winnow.store.originals import Originals

SOUND = 12


@pytest.fixture
def site() -> Iterator[LocalSite]:
    """Two pages with twelve sound pictures, and one of each thing that goes wrong."""
    paths = {f"/p/{number}.jpg": Reply(picture(number), etag=f'"{number}"') for number in range(SOUND)}
    paths |= {
        "/robots.txt": Reply(b"User-agent: *\nDisallow: /private/\n"),
        "/": page(
            *[f"/p/{number}.jpg" for number in range(8)], "/private/a.jpg", "/gone.jpg", links=("/more",), etag='"a"'
        ),
        "/more": page(*[f"/p/{number}.jpg" for number in range(6, SOUND)], "/twin.jpg", "/text.jpg", "/tiny.jpg"),
        "/twin.jpg": Reply(picture(3)),
        "/text.jpg": Reply(b"<!doctype html><p>no picture", etag='"text"'),
        "/tiny.jpg": Reply(picture(99, edge=16)),
    }
    with served(paths) as one:
        yield one


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Session.create(tmp_path / "pets.winnow", ["cat", "dog"]) as one:
        yield one


def wish_of(site: LocalSite, **more: int) -> PagesWish:
    return PagesWish((site.address("/"),), allow_private=True, **more)


def run(steps: Steps) -> list[object]:
    return list(steps)


def the_source(session: Session) -> Source:
    (source,) = session.ask(arrivals).sources
    check_funnel(session, source)
    return source


def check_funnel(session: Session, source: Source) -> None:
    """Found = fetched + failed + waiting and fetched = kept + fell out, of the source and of its hosts together."""
    hosts = session.ask(by_host, source.id)
    for one in (source, *hosts):
        assert one.found == one.kept + sum(one.fell_out.values()) + one.waiting
        late = sum(count for reason, count in one.fell_out.items() if reason.stage.value != "fetched")
        assert one.fetched == one.kept + late
    assert sum(host.found for host in hosts) == source.found
    assert sum(host.kept for host in hosts) == source.kept
    rows = [row for row in session.ask(items) if row["state"] != "fell_out"]
    assert source.kept == len(rows)


def test_a_site_arrives_with_an_account_that_adds_up(session: Session, site: LocalSite) -> None:
    events = run(collect_wish(session, wish_of(site)))
    source = the_source(session)
    assert (source.state, source.found, source.kept, source.pages) == (SourceState.DONE, SOUND + 5, SOUND, 2)
    assert source.fell_out == dict.fromkeys(
        (Reason.ROBOTS, Reason.HTTP_STATUS, Reason.EXACT_DUPLICATE, Reason.NOT_AN_IMAGE, Reason.TOO_SMALL), 1
    )
    assert source.waiting == 0
    assert isinstance(events[0], SourceBegan)
    assert events[-1] == source.id
    assert [one for one in events if isinstance(one, Progress)][-1] == Progress(SOUND + 5, SOUND + 5, "images")
    assert set(site.counts().values()) == {1}
    assert source.received == sum(len(site.paths[one.path].body) for one in site.asked() if one.status == 200)  # type: ignore[union-attr]


def test_where_each_picture_comes_from_is_kept(session: Session, site: LocalSite) -> None:
    site.paths["/p/0.jpg"] = Reply(status=302, headers={"Location": "/p/1.jpg?from=0"})
    site.paths["/p/1.jpg?from=0"] = Reply(picture(77), etag='"77"', headers={"Content-Type": "image/jpeg"})
    site.paths["/"] = page("/p/0.jpg", "/gone.jpg", alt="two\nlines \u202e" + "x" * 600)
    run(collect_wish(session, wish_of(site)))
    (row,) = [row for row in session.ask(items) if row["address"] == site.address("/p/0.jpg")]
    told = row["provenance"]
    assert told["page"] == site.address("/")
    assert told["alt"] == ("two lines " + "x" * 600)[:512], "one line, nothing invisible, at most 512 characters"
    assert told["fetched_from"] == site.address("/p/1.jpg?from=0")
    assert (told["status"], told["etag"], told["content_type"]) == ("200", '"77"', "image/jpeg")
    assert told["fetched_at"].endswith("Z")
    assert (row["file"], len(row["sha256"])) == ("0.jpg", 64)
    (gone,) = [row for row in session.ask(items) if row["address"] == site.address("/gone.jpg")]
    assert (gone["state"], gone["reason"], gone["detail"]) == ("fell_out", "http_status", "404")


def once_kept(session: Session, site: LocalSite, path: str, reply: Reply) -> Callable[[int], Reply]:
    """Answer by *reply*, but not before the picture at *path* is kept: then it is the other one that is its twin."""

    def answer(_before: int) -> Reply:
        wanted = site.address(path)
        while not any(row["address"] == wanted and row["state"] == "kept" for row in session.ask(items)):
            assert not site.is_ending.wait(0.02)
        return reply

    return answer


def test_a_second_crawl_asks_only_what_may_have_changed(session: Session, site: LocalSite) -> None:
    site.paths["/twin.jpg"] = once_kept(session, site, "/p/3.jpg", Reply(picture(3)))
    run(collect_wish(session, wish_of(site)))
    source = the_source(session)
    before = {row["id"]: row["sha256"] for row in session.ask(items) if row["state"] == "kept"}
    site.requests.clear()
    site.paths["/more"] = page("/p/6.jpg", "/new.jpg")
    site.paths |= {"/new.jpg": Reply(picture(60)), "/gone.jpg": Reply(picture(61))}
    run(collect(session, source.id))
    assert {(one.path, one.status) for one in site.asked()} == {
        ("/", 304), ("/more", 200), ("/new.jpg", 200), ("/gone.jpg", 200),
    }  # fmt: skip
    again = the_source(session)
    assert (again.found, again.kept) == (source.found + 1, source.kept + 2)
    assert Reason.HTTP_STATUS not in again.fell_out
    assert before.items() <= {row["id"]: row["sha256"] for row in session.ask(items) if row["state"] == "kept"}.items()
    site.requests.clear()
    site.paths["/text.jpg"] = Reply(picture(62), etag='"mended"')
    site.paths["/more"] = page("/p/6.jpg", "/text.jpg")
    run(collect(session, source.id))
    assert site.counts() == {"/": 1, "/more": 1, "/text.jpg": 1}
    assert site.asked("/text.jpg")[0].headers["if-none-match"] == '"text"'
    assert the_source(session).kept == again.kept + 1


def test_what_failed_is_tried_again_and_nothing_else(session: Session, site: LocalSite) -> None:
    run(collect_wish(session, wish_of(site)))
    source = the_source(session)
    site.requests.clear()
    run(retry_failed(session, source.id))
    assert site.counts() == {"/gone.jpg": 1}
    assert the_source(session) == source
    site.paths["/gone.jpg"] = Reply(picture(61))
    run(retry_failed(session, source.id))
    again = the_source(session)
    assert (again.found, again.kept) == (source.found, source.kept + 1)


def test_a_limit_holds_over_all_crawls_and_may_be_raised(session: Session, site: LocalSite) -> None:
    run(collect_wish(session, wish_of(site, max_images=5)))
    source = the_source(session)
    assert (source.found, source.kept, source.pages) == (5, 5, 1)
    run(collect(session, source.id))
    assert the_source(session).found == 5
    run(collect_wish(session, wish_of(site)))
    assert (the_source(session).found, the_source(session).pages) == (SOUND + 5, 2)
    assert {count for path, count in site.counts(200).items() if path.startswith("/p/")} == {1}


def test_a_crawl_that_was_stopped_goes_on_where_it_was(session: Session, site: LocalSite) -> None:
    fast = dict(site.paths)
    site.paths |= {f"/p/{number}.jpg": Reply(b"", delay_s=60) for number in range(8, SOUND)}
    steps = collect_wish(session, wish_of(site))
    for event in steps:
        if isinstance(event, Progress) and event.done >= 3:
            break
    began = time.monotonic()
    steps.close()
    assert time.monotonic() - began < 1.0
    source = the_source(session)
    assert source.state is SourceState.STOPPED
    assert source.kept + sum(source.fell_out.values()) >= 3
    assert source.kept < SOUND
    assert source.waiting > 0
    site.paths |= fast
    kept = {row["address"] for row in session.ask(items) if row["state"] == "kept"}
    site.requests.clear()
    run(collect(session, source.id))
    assert (the_source(session).found, the_source(session).kept) == (SOUND + 5, SOUND)
    assert not kept & {site.address(one.path) for one in site.asked()}
    assert list(session.layout.folder.rglob("*.part")) == []


def test_a_crawl_that_is_held_does_nothing_until_it_is_advanced(session: Session, site: LocalSite) -> None:
    names = [f"/many/{number}.jpg" for number in range(400)]
    site.paths |= {name: Reply(picture(1)) for name in names} | {"/": page(*names)}
    steps = collect_wish(session, wish_of(site))
    while not (isinstance(event := next(steps), Progress) and event.done >= 2):
        pass
    before = -1
    while before != len(site.asked()):
        before = len(site.asked())
        time.sleep(0.2)
    assert before < 350
    run(steps)
    assert the_source(session).found == 400


def test_a_full_disk_is_told_and_loses_nothing(
    session: Session, site: LocalSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = Originals.put

    def full(self: Originals, sha256: str, kind: str, content: bytes) -> Path:
        if len(list(session.layout.originals.rglob("*.jpeg"))) >= 4:
            raise OSError(errno.ENOSPC, "No space left on device")
        return put(self, sha256, kind, content)

    monkeypatch.setattr(Originals, "put", full)
    with pytest.raises(NotStored, match="has room"):
        run(collect_wish(session, wish_of(site)))
    source = the_source(session)
    assert (source.state, source.kept) == (SourceState.FAILED, 4)
    assert "No space left" in source.error
    monkeypatch.setattr(Originals, "put", put)
    run(collect(session, source.id))
    assert (the_source(session).kept, the_source(session).error) == (SOUND, "")


def test_the_card_of_a_source_goes_and_its_pictures_stay(session: Session, site: LocalSite) -> None:
    run(collect_wish(session, wish_of(site)))
    source = the_source(session)
    session.do(HideSource(source.id)).result()
    shown = session.ask(arrivals)
    assert (shown.sources, len(shown.rows.ids)) == ((), SOUND)
    session.undo().result()
    assert the_source(session) == source
    session.do(HideSource(source.id)).result()
    begin(session, wish_of(site))
    assert the_source(session).id == source.id, "asking for it again brings it back"


def test_a_list_of_addresses_labels_its_pictures_in_one_step(session: Session, site: LocalSite) -> None:
    lines = [
        "url,label",
        *[f"{site.address(f'/p/{n}.jpg')},{'cat' if n % 2 else 'dog'}" for n in range(4)],
        "nonsense,cat",
    ]
    run(collect_wish(session, AddressesWish("list.csv", "\n".join(lines), allow_private=True)))
    source = the_source(session)
    assert (source.found, source.kept, source.fell_out) == (5, 4, {Reason.REFUSED_ADDRESS: 1})
    assert sorted(str(row["label"]) for row in session.ask(items)) == ["None", "cat", "cat", "dog", "dog"]
    session.undo().result()
    assert {row["label"] for row in session.ask(items)} == {None}


def test_private_addresses_are_refused_unless_they_are_allowed(session: Session, site: LocalSite) -> None:
    with pytest.raises(NothingReached, match="private network"):
        run(collect_wish(session, PagesWish((site.address("/"),))))
    assert site.requests == []
    assert session.ask(arrivals).sources[0].state is SourceState.FAILED


@pytest.mark.parametrize(
    ("wish", "error"),
    [
        (PagesWish(()), NothingAsked),
        (PagesWish(("ftp://example.org/",)), FetchRefused),
        (SearchWish("nowhere", "cats"), UserError),
        (SearchWish("openverse", "  "), UserError),
        (AddressesWish("empty.txt", "\n"), UserError),
    ],
)
def test_a_wish_that_cannot_be_asked_is_refused_before_anything_is_begun(
    session: Session, wish: PagesWish | SearchWish | AddressesWish, error: type[Exception]
) -> None:
    with pytest.raises(error):
        begin(session, wish)
    assert session.ask(arrivals).sources == ()


def test_a_page_that_refuses_is_told_in_words_and_asked_again(session: Session, site: LocalSite) -> None:
    site.paths["/"] = Reply(status=403)
    with pytest.raises(NothingReached, match="forbidden"):
        run(collect_wish(session, wish_of(site)))
    site.paths["/"] = page("/p/0.jpg")
    (source,) = session.ask(arrivals).sources
    run(collect(session, source.id))
    assert the_source(session).kept == 1, "it was not asked for again"


def test_pages_that_cannot_be_read_are_told(session: Session, site: LocalSite) -> None:
    site.paths["/"] = page("/p/1.jpg", links=("/a", "/b", "/private/"))
    wish = PagesWish((site.address("/"), site.address("/lost")), allow_private=True)
    notes = [one.text for one in run(collect_wish(session, wish)) if isinstance(one, Note)]
    assert notes[0] == f"{site.address('/lost')} could not be read: the server answered 404 (it does not exist)."
    assert notes[1].startswith("3 linked pages could not be read, the first because ")


def test_only_an_ending_that_names_another_format_is_wrong(session: Session, site: LocalSite) -> None:
    site.paths |= {"/view.php": Reply(picture(70)), "/view": Reply(picture(71)), "/a.png": Reply(picture(72))}
    site.paths["/"] = page("/view.php", "/view", "/a.png")
    run(collect_wish(session, wish_of(site)))
    flags = {row["file"]: row["flags"] for row in session.ask(items)}
    assert flags == {"view.php": [], "view": [], "a.png": ["wrong_extension"]}


def test_a_folder_is_no_source_of_the_network(session: Session, tmp_path: Path) -> None:
    (tmp_path / "pile").mkdir()
    (tmp_path / "pile" / "a.jpg").write_bytes(picture(1))
    run(import_path(session, tmp_path / "pile"))
    with pytest.raises(NotOfTheNetwork):
        run(collect(session, the_source(session).id))


def test_a_host_that_wants_to_be_left_alone_is_told_of(session: Session, site: LocalSite) -> None:
    site.paths["/gone.jpg"] = lambda before: (
        Reply(status=429, headers={"Retry-After": "3"}) if not before else Reply(picture(61))
    )
    site.paths["/"] = page("/gone.jpg")
    events = run(collect_wish(session, wish_of(site)))
    assert [one.text for one in events if isinstance(one, Note)] == [
        "127.0.0.1 is left alone for 3 seconds: the server answered 429 (there were too many requests)."
    ]
    waits = [one.waiting[0] for one in events if isinstance(one, Traffic) and one.waiting]
    assert {host for host, _ in waits} == {"127.0.0.1"}
    assert waits[0][1] > waits[-1][1]


def test_a_crawl_killed_again_and_again_fetches_nothing_twice_that_was_kept(tmp_path: Path, site: LocalSite) -> None:
    names = [f"/many/{number}.jpg" for number in range(200)]
    site.paths |= {name: Reply(picture(number), delay_s=0.03) for number, name in enumerate(names)}
    site.paths |= {"/": page(*names[:100], links=("/more",)), "/more": page(*names[80:], "/gone.jpg")}
    project = tmp_path / "pets.winnow"
    Session.create(project).close()
    kept: set[str] = set()
    for after in (3, 14, 30):
        site.requests.clear()
        acknowledged = acknowledged_before_kill("crawl", project, site.address("/"), after)
        assert not kept & {site.address(one.path) for one in site.asked()}
        with Session.open(project) as session:
            check_sound(session)
            source = the_source(session)
            rows = {row["id"]: row for row in session.ask(items)}
            assert rows.keys() >= {image for (image,) in acknowledged}
            assert kept <= {row["address"] for row in rows.values()}
            kept = {row["address"] for row in rows.values() if row["state"] == "kept"}
            assert source.state in (SourceState.STOPPED, SourceState.DONE)
    assert len(kept) < len(names), "it was killed too late to show anything"
    site.requests.clear()
    with Session.open(project) as session:
        run(collect(session, source.id))
        assert not kept & {site.address(one.path) for one in site.asked()}
        source = the_source(session)
        assert (source.found, source.kept, source.fell_out) == (201, 200, {Reason.HTTP_STATUS: 1})
        check_sound(session)


def test_a_project_of_the_first_schema_is_brought_up_to_date(tmp_path: Path, site: LocalSite) -> None:
    old = Path(__file__).parent.parent / "data" / "projects" / "schema-1"
    shutil.copytree(old, tmp_path / "old.winnow")
    with Session.open(tmp_path / "old.winnow") as session:
        check_sound(session)
        before = the_source(session)
        assert (before.found, before.kept) == (8, 6)
        assert before.fell_out == {Reason.EXACT_DUPLICATE: 1, Reason.NOT_AN_IMAGE: 1}
        assert [row["label"] for row in session.ask(items)].count("cat") == 3
        run(collect_wish(session, wish_of(site)))
        assert [source.kept for source in session.ask(arrivals).sources] == [SOUND, 6]
    assert len(list((tmp_path / "old.winnow" / "backups").iterdir())) == 1
