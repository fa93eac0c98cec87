"""The network sources under the real crawl: what the engine makes of what they say."""

from __future__ import annotations

from functools import partial

import pytest
from unit.collect.standins.commons import CommonsStandIn
from unit.collect.standins.drive import DriveStandIn, File, Folder, Tree
from unit.collect.standins.following import AGENT
from unit.collect.standins.inaturalist import INaturalistStandIn
from unit.collect.standins.openverse import OpenverseStandIn

from winnow.collect.crawl.events import Fetched, Missed, Plan, VisitMissed
from winnow.collect.crawling import crawl
from winnow.collect.net.fetching import Fetcher
from winnow.collect.net.limits import FetchLimits
from winnow.collect.sources.drive import DriveSource
from winnow.collect.sources.interface import SearchQuery
from winnow.collect.sources.registry import search_source
from winnow.domain.image import Reason

LIMITS = FetchLimits(retries=2, first_wait_s=0.01, longest_wait_s=0.05)


def _crawled(source, most=1000):
    with Fetcher(AGENT, LIMITS, allow_private=True, keeps_cookies=source.manners.keeps_cookies) as fetcher:
        events = list(crawl(source, fetcher, Plan(most), user_agent=AGENT, limits=LIMITS))
    return {kind: [one for one in events if isinstance(one, kind)] for kind in (Fetched, Missed, VisitMissed)}


@pytest.mark.parametrize(
    ("key", "serve", "count"),
    [
        ("openverse", partial(OpenverseStandIn, count=45), 45),
        ("commons", partial(CommonsStandIn, count=60, busy=2), 59),
        ("inaturalist", partial(INaturalistStandIn, count=20), 31),
    ],
)
def test_every_search_is_crawled_whole(key, serve, count):
    with serve() as stand_in:
        came = _crawled(search_source(key, SearchQuery("Felis catus", endpoint=stand_in.address)))
        assert not came[VisitMissed]
        assert len(came[Fetched]) + len(came[Missed]) == count
        if key != "inaturalist":  # its stand-in has no pictures
            assert not came[Missed]


def test_no_more_is_asked_than_was_wished():
    with OpenverseStandIn(count=200) as stand_in:
        source = search_source("openverse", SearchQuery("cat", max_images=30, endpoint=stand_in.address))
        assert len(_crawled(source, most=30)[Fetched]) == 30
        assert stand_in.paths().count("/v1/images/") == 2


def test_a_used_up_limit_is_said_in_the_words_of_the_source():
    with OpenverseStandIn(count=60, burst=1) as stand_in:
        came = _crawled(search_source("openverse", SearchQuery("cat", endpoint=stand_in.address)))
        assert len(came[Fetched]) == 20
        (missed,) = came[VisitMissed]
        assert (missed.reason, missed.status) == (Reason.HTTP_STATUS, 429)
        assert "20 questions a minute" in missed.detail


def test_a_drive_folder_is_crawled_past_confirmations_and_quotas():
    tree = Tree()
    files = [tree.add(File(f"{one}.jpg", f"content {one}".encode())) for one in range(60)]
    files += [tree.add(File(f"{state}.jpg", b"a large one", state)) for state in ("large", "quota", "private")]
    root = tree.add(Folder("pets", (tree.add(Folder("cats", tuple(files))), tree.add(Folder("birds")))))
    tree.things[root] = Folder("pets", (*tree.things[root].children, closed := "9" * 30))
    tree.things[closed] = Folder("closed")
    with DriveStandIn(tree.things) as stand_in:
        stand_in.closed.add(closed)
        came = _crawled(DriveSource(f"https://drive.google.com/drive/folders/{root}", stand_in.address))
    assert len(came[Fetched]) == 61
    assert next(one for one in came[Fetched] if one.picture.file == "large.jpg").answer.content == b"a large one"
    told = {one.picture.file: (one.reason, one.detail) for one in came[Missed]}
    assert set(told) == {"quota.jpg", "private.jpg"}
    assert told["quota.jpg"][0] is Reason.NOT_REACHED
    assert "quota" in told["quota.jpg"][1]
    assert "Anyone with the link" in told["private.jpg"][1]
    (missed,) = came[VisitMissed]
    assert (missed.status, closed in missed.visit.address) == (403, True)
    assert "Anyone with the link" in missed.detail
