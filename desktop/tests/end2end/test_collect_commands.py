"""Pictures from the network by the command line: real servers on loopback, the answers as scripts read them."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from end2end.conftest import Winnow
from unit.collect.sites import LocalSite, Reply, page, picture, served
from unit.collect.standins import serving
from unit.collect.standins.drive import DriveStandIn, File, Folder, Tree
from unit.collect.standins.openverse import OpenverseStandIn

Code = Callable[..., tuple[int, str, str]]


@pytest.fixture
def project(tmp_path: Path, winnow: Winnow) -> Path:
    folder = tmp_path / "pets.winnow"
    winnow("new", folder)
    return folder


@pytest.fixture
def site() -> Iterator[LocalSite]:
    paths = {f"/{number}.jpg": Reply(picture(number)) for number in range(6)}
    paths |= {
        "/": page("/0.jpg", "/1.jpg", "/2.jpg", "/gone.jpg", links=("/deeper",)),
        "/deeper": page("/3.jpg", "/4.jpg", links=("/deepest",)),
        "/deepest": page("/5.jpg"),
    }
    with served(paths) as one:
        yield one


def check_sum(told: dict[str, Any]) -> None:
    """The account adds up, as a whole and by host."""
    assert told["found"] == told["kept"] + sum(told["rejected"].values())
    assert told["waiting"] == 0
    for name in ("found", "kept", "fetched"):
        assert sum(host[name] for host in told["by_host"].values()) == told[name]


def test_crawl_answers_what_became_of_every_picture(winnow: Winnow, project: Path, site: LocalSite) -> None:
    told = winnow("crawl", project, site.address("/"), "--allow-private")
    check_sum(told)
    assert (told["found"], told["kept"], told["rejected"], told["pages"]) == (6, 5, {"http_status": 1}, 2)
    assert told["by_host"]["127.0.0.1"]["fetched"] == 5
    assert told["sources"] == [1]
    assert told["bytes"] > sum(len(picture(number)) for number in range(5))
    deeper = winnow("crawl", project, site.address("/"), "--allow-private", "--depth", 2)
    assert (deeper["kept"], deeper["pages"], deeper["sources"]) == (6, 3, [1])
    assert {path: count for path, count in site.counts(200).items() if path.endswith(".jpg")} == {
        f"/{number}.jpg": 1 for number in range(6)
    }
    (row,) = [one for one in winnow("items", project)["items"] if one["file"] == "3.jpg"]
    assert row["provenance"]["page"] == site.address("/deeper")


def test_crawl_stops_at_the_number_that_is_wanted_and_at_the_border_of_the_site(
    winnow: Winnow, project: Path, site: LocalSite
) -> None:
    site.paths["/"] = page("/0.jpg", site.address("/1.jpg", "localhost"), links=(site.address("/deeper", "localhost"),))
    told = winnow("crawl", project, site.address("/"), "--allow-private", "--same-site")
    check_sum(told)
    assert (told["kept"], told["pages"], sorted(told["by_host"])) == (2, 1, ["127.0.0.1", "localhost"])
    few = winnow("crawl", project, site.address("/deeper"), "--allow-private", "--max-images", 1)
    assert (few["found"], few["kept"]) == (1, 1)
    assert {one.headers["user-agent"].split("/")[0] for one in site.requests} == {"Winnow"}
    winnow("crawl", project, site.address("/deepest"), "--allow-private", "--user-agent", "Someone/1 (me@example.org)")
    assert site.requests[-1].headers["user-agent"] == "Someone/1 (me@example.org)"


@pytest.mark.parametrize(
    ("words", "number", "says"),
    [
        (("http://127.0.0.1:9/",), 1, "private network"),
        (("ftp://example.org/",), 1, "only http and https"),
        (("http://a..b/",), 1, "no name that can exist"),
        ((), 2, "URL"),
        (("http://example.org/", "--depth", "-1"), 2, "negative"),
        (("http://example.org/", "--max-images", "-1"), 2, "negative"),
    ],
)
def test_what_cannot_be_crawled_is_said_in_words(
    code: Code, project: Path, words: tuple[str, ...], number: int, says: str
) -> None:
    found, _, err = code("crawl", project, *words)
    assert (found, says in err) == (number, True), err


def test_a_list_of_addresses_is_imported_and_labelled_by_its_column(
    winnow: Winnow, project: Path, site: LocalSite, tmp_path: Path
) -> None:
    table = tmp_path / "pets.csv"
    table.write_text("label,url\n" + "".join(f"pet {n % 2},{site.address(f'/{n}.jpg')}\n" for n in range(4)))
    refused = winnow("import", project, table)
    assert (refused["found"], refused["rejected"]) == (4, {"refused_address": 4})
    told = winnow("import", project, table, "--allow-private")
    assert (told["found"], told["kept"], told["rejected"]) == (4, 4, {})
    assert sorted(row["label"] for row in winnow("items", project)["items"]) == ["pet 0", "pet 0", "pet 1", "pet 1"]


class Openverse(OpenverseStandIn):
    """Serves real pictures."""

    def answer(self, asked: serving.Asked) -> serving.Reply:
        if asked.path.startswith("/static/"):
            number = int(asked.path.rpartition("/")[2].partition("_")[0])
            return serving.Reply(200, picture(number), {"content-type": "image/jpeg"})
        return super().answer(asked)


def test_search_keeps_licence_and_author_of_what_it_finds(winnow: Winnow, code: Code, project: Path) -> None:
    with Openverse(count=40) as stand_in:
        wanted = ("--license", "by,cc0", "--max-images", 7, "--endpoint", stand_in.address)
        told = winnow("search", project, "openverse", "red cat", *wanted)
        check_sum(told)
        assert (told["found"], told["kept"], told["pages"]) == (7, 7, 1)
        rows = [one["provenance"] for one in winnow("items", project)["items"]]
        assert {row["licence"] for row in rows} == {"CC BY 2.0", "CC0 1.0"}
        assert {row["origin"] for row in rows} == {"flickr"}
        assert all(row["licence_url"].startswith("https://creativecommons.org/") for row in rows)
        number, _, err = code("search", project, "openverse", "cat", "--license", "gpl", "--endpoint", stand_in.address)
        assert (number, "gpl" in err) == (1, True)
    number, _, err = code("search", project, "altavista", "cat")
    assert (number, "openverse" in err) == (1, True)


class Throttled(Openverse):
    """Answers the first page alone, until it has recovered."""

    has_recovered = False

    def answer(self, asked: serving.Asked) -> serving.Reply:
        if asked.path == "/v1/images/" and asked.query["page"] != "1" and not self.has_recovered:
            return serving.Reply.of_json({"detail": "No access."}, 403)
        return super().answer(asked)


def test_a_search_that_is_cut_short_says_so_and_goes_on_where_it_was(winnow: Winnow, code: Code, project: Path) -> None:
    with Throttled(count=50) as stand_in:
        words = ("search", project, "openverse", "cat", "--endpoint", stand_in.address)
        number, _, err = code(*words)
        assert (number, "not complete" in err, "403" in err) == (1, True, True), err
        assert len(winnow("items", project)["items"]) == 20
        stand_in.has_recovered = True
        stand_in.asked.clear()
        told = winnow(*words)
        check_sum(told)
        assert (told["found"], told["kept"], told["pages"]) == (50, 50, 3)
        assert [one.query["page"] for one in stand_in.asked if one.path == "/v1/images/"] == ["2", "3"]


def test_drive_brings_a_folder_with_what_is_in_it(winnow: Winnow, code: Code, project: Path) -> None:
    tree = Tree()
    inner = tree.add(Folder("dogs", tuple(tree.add(File(f"{n}.jpg", picture(n))) for n in range(3))))
    files = [File("large.jpg", picture(7), "large"), File("busy.jpg", picture(8), "quota")]
    root = tree.add(Folder("pets", (inner, *map(tree.add, files))))
    link = f"https://drive.google.com/drive/folders/{root}?usp=sharing"
    with DriveStandIn(tree.things) as stand_in:
        told = winnow("drive", project, link, "--endpoint", stand_in.address)
        check_sum(told)
        assert (told["found"], told["kept"]) == (5, 4), told
        rows = {one["file"]: one for one in winnow("items", project)["items"]}
        assert rows["busy.jpg"]["state"] == "fell_out"
        assert "quota" in rows["busy.jpg"]["detail"]
        assert rows["1.jpg"]["provenance"]["folder"] == "dogs"
        assert winnow("label", project, "--from-folders")["changed"] == 3
    number, _, err = code("drive", project, "https://example.org/no-link")
    assert (number, "Drive" in err) == (1, True)


def test_ctrl_c_keeps_what_is_done_and_the_next_crawl_goes_on(winnow: Winnow, project: Path, site: LocalSite) -> None:
    site.paths["/4.jpg"] = Reply(b"", delay_s=60)
    words = ["crawl", str(project), site.address("/"), "--allow-private", "--json"]
    with subprocess.Popen(
        [sys.executable, "-m", "winnow", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as crawling:
        until = time.monotonic() + 30
        while not site.asked("/4.jpg") and time.monotonic() < until:
            time.sleep(0.05)
        crawling.send_signal(signal.SIGINT)
        out, err = crawling.communicate(timeout=20)
    assert crawling.returncode == 3, err
    assert json.loads(out) == {"stopped": "Stopped; what was done is kept."}
    kept = [one["file"] for one in winnow("items", project)["items"] if one["state"] == "kept"]
    site.paths["/4.jpg"] = Reply(picture(4))
    told = winnow(*words[:-1])
    check_sum(told)
    assert (told["kept"], told["rejected"]) == (5, {"http_status": 1})
    assert not [file for file in kept if site.counts()[f"/{file}"] != 1]
