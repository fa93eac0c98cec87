from __future__ import annotations

import json
import re

import pytest
from unit.collect.standins.commons import WIDTHS, CommonsStandIn
from unit.collect.standins.following import fetched, followed

from winnow.collect.finds import Answer, ComeBackLater, Visit
from winnow.collect.net.fetching import Fetcher, What
from winnow.collect.net.refusal import FetchRefused
from winnow.collect.sources.commons import CommonsSource
from winnow.collect.sources.interface import AnswerMalformed, SearchQuery, ServiceRefused


def _source(stand_in, words="red panda", **query):
    return CommonsSource(SearchQuery(words, endpoint=stand_in.address, **query))


def _read(content, address="http://h/w/api.php?gsroffset=0", headers=None):
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return CommonsSource(SearchQuery("cat")).read(Visit(address), Answer(address, 200, headers or {}, body))


def _number(picture):
    return int(re.search(r"Cat (\d+)", picture.title)[1])


def test_continues_to_the_end_in_the_order_of_fitness():
    with CommonsStandIn(count=120) as stand_in:
        result = followed(_source(stand_in))
        assert [_number(one) for one in result.pictures] == [one for one in range(120) if one != 13]
        assert [one.query["gsroffset"] for one in stand_in.asked] == ["0", "50", "100"]
        assert [one.query.get("continue") for one in stand_in.asked] == [None, "gsroffset||", "gsroffset||"]
        assert stand_in.asked[0].query["gsrsearch"] == "filetype:bitmap red panda"
        assert any("1 file without a picture" in note for note in result.notes)


def test_markup_becomes_plain_text():
    with CommonsStandIn(count=1) as stand_in:
        picture = followed(_source(stand_in)).pictures[0]
        assert picture.author == "P&trQs 0"
        assert picture.alt == "A cat, seen from far"
        assert (picture.title, picture.file) == ("Cat 0", "Cat 0.jpg")
        assert (picture.licence, picture.origin) == ("CC BY-SA 4.0", "Wikimedia Commons")
        assert picture.licence_url == "https://creativecommons.org/licenses/by-sa/4.0"
        assert picture.page == "https://commons.wikimedia.org/wiki/File:Cat_0.jpg"


def test_large_originals_come_as_thumbnails_first_and_only_in_widths_that_are_made():
    with CommonsStandIn(count=30) as stand_in:
        source = _source(stand_in)
        pictures = {_number(one): one for one in followed(source).pictures}
        for number, picture in pictures.items():
            is_thumbnail = "/thumb/" in picture.addresses[0]
            assert is_thumbnail == (number % 3 == 0 or number == 11)
            assert len(picture.addresses) == (2 if is_thumbnail else 1)
            widths = [int(one) for one in re.findall(r"/(\d+)px-", " ".join(picture.addresses))]
            assert set(widths) <= set(WIDTHS)
        assert fetched(source, pictures[3]).status == 200
        assert pictures[11].addresses[0].endswith(".jpg")


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        ("cc0,pdm", {"CC0", "Public domain"}),
        ("by", {"CC BY 2.0"}),
        ("commercial", {"CC BY-SA 4.0", "CC0", "Public domain", "CC BY 2.0", "GFDL"}),
        ("", {"CC BY-SA 4.0", "CC0", "Public domain", "CC BY 2.0", "GFDL", ""}),
    ],
)
def test_licences_are_filtered_here_and_the_left_out_are_counted(licence, expected):
    with CommonsStandIn(count=40) as stand_in:
        result = followed(_source(stand_in, licence=licence))
        assert {one.licence for one in result.pictures} == expected
        assert any("the licence is none" in note for note in result.notes) == bool(licence)


def test_busy_servers_are_asked_again_when_they_say():
    with CommonsStandIn(count=3, busy=2) as stand_in:
        result = followed(_source(stand_in))
        assert len(result.pictures) == 3
        assert [one.wait_s for one in result.put_off] == [7, 7]
        assert "7 seconds lagged" in str(result.put_off[0])


def test_who_does_not_say_whom_to_reach_is_told_what_to_do():
    with CommonsStandIn() as stand_in:
        source = _source(stand_in)
        result = followed(source, agent="Winnow/1.0")
        assert [refusal.status for _, refusal in result.refused] == [403]
        assert "user agent" in source.status_words(403, None)
        assert "in 10 seconds" in source.status_words(429, 10)


def test_the_stand_in_refuses_odd_widths_as_the_real_one_does():
    path = "/wikipedia/commons/thumb/2/25/Cat_1.jpg/800px-Cat_1.jpg"
    with (
        CommonsStandIn(wants_contact=False) as stand_in,
        Fetcher(allow_private=True) as fetcher,
        pytest.raises(FetchRefused, match="429"),
    ):
        fetcher.get(f"{stand_in.address}{path}", What.PICTURE)


def test_says_when_nothing_matches():
    with CommonsStandIn() as stand_in:
        result = followed(_source(stand_in, "nothing"))
        assert "finds nothing for 'nothing'" in result.notes[0]


def test_reads_the_first_version_of_the_format_too():
    with CommonsStandIn(count=9) as stand_in:
        pages = {str(number): stand_in.page(number, 1920) for number in (4, 2, 7)}
        finds = _read({"batchcomplete": "", "query": {"pages": pages}})
        assert [_number(one) for one in finds.pictures] == [2, 4, 7]
        assert _read({"batchcomplete": ""}).notes
        assert not _read({"batchcomplete": ""}, "http://h/w/api.php?gsroffset=50").notes


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"<!DOCTYPE html>", AnswerMalformed),
        ({"query": {"pages": "x"}}, AnswerMalformed),
        ({"query": []}, AnswerMalformed),
        ({"warnings": {}}, AnswerMalformed),
        ({"error": {"code": "badvalue", "info": "Unrecognized value"}}, ServiceRefused),
        ({"error": {"code": "ratelimited", "info": "You've exceeded your rate limit."}}, ComeBackLater),
    ],
)
def test_refusals_are_said_in_words(content, error):
    with pytest.raises(error, match="Wikimedia Commons"):
        _read(content)


def test_a_wait_is_read_from_the_header_and_never_shorter_than_five_seconds():
    error = {"error": {"code": "ratelimited", "info": "x"}}
    for told, expected in (("30", 30), ("1", 5), ("Wed, 21 Oct 2015 07:28:00 GMT", 5), ("-3", 5), ("9" * 50, 5)):
        with pytest.raises(ComeBackLater) as caught:
            _read(error, headers={"retry-after": told})
        assert caught.value.wait_s == expected


def test_is_asked_as_the_robot_policy_wants():
    manners = CommonsSource(SearchQuery("cat")).manners
    assert manners.pace("commons.wikimedia.org").per_host == 1
    assert manners.pace("commons.wikimedia.org").gap_s >= 0.2
    assert manners.pace("upload.wikimedia.org").per_host == 2
