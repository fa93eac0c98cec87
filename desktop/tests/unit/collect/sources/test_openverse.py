from __future__ import annotations

import json
import pickle

import pytest
from unit.collect.standins.following import followed
from unit.collect.standins.openverse import LICENCES, OpenverseStandIn

from winnow.base.errors import OutsideError
from winnow.collect.finds import Answer, Visit, WordsStatus
from winnow.collect.net.refusal import FetchRefused
from winnow.collect.sources.interface import AnswerMalformed, NothingToSearch, SearchQuery, ServiceRefused
from winnow.collect.sources.licences import LicenceUnknown
from winnow.collect.sources.openverse import OpenverseSource


def _source(stand_in, words="cat", **query):
    return OpenverseSource(SearchQuery(words, endpoint=stand_in.address, **query))


def _answer(content):
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return Answer("http://127.0.0.1/v1/images/", 200, {}, body)


def test_pages_to_the_end_without_ever_asking_for_more_than_is_given_without_a_key():
    with OpenverseStandIn(count=95) as stand_in:
        result = followed(_source(stand_in))
        assert len(result.pictures) == len({one.addresses[0] for one in result.pictures}) == 95
        assert [int(one.query["page"]) for one in stand_in.asked] == [1, 2, 3, 4, 5]
        assert {one.query["page_size"] for one in stand_in.asked} == {"20"}
        assert not result.refused
        assert not result.notes


def test_ends_at_what_is_given_without_a_key_and_says_so():
    with OpenverseStandIn(count=900) as stand_in:
        result = followed(_source(stand_in))
        assert len(result.pictures) == 240
        assert len(stand_in.asked) == 12
        assert any("240" in note for note in result.notes)


def test_a_small_wish_asks_for_a_small_page():
    with OpenverseStandIn(count=95) as stand_in:
        source = _source(stand_in, max_images=7)
        source.read(source.start().visits[0], _answer({"results": [], "page_count": 0, "result_count": 0}))
        assert "page_size=7" in source.start().visits[0].address


def test_keeps_the_whole_provenance():
    with OpenverseStandIn(count=3) as stand_in:
        first = followed(_source(stand_in)).pictures[1]
        assert first.addresses == (
            f"{stand_in.address}/static/1_b.jpg",
            f"{stand_in.address}/v1/images/00000000-0000-4000-8000-000000000001/thumb/",
        )
        assert first.title == "Cat number 1"  # no line break, nothing that turns the direction
        assert first.author == "Some One 1"
        assert first.licence == "CC BY-SA 2.0"
        assert first.licence_url == "https://creativecommons.org/licenses/by-sa/2.0/"
        assert first.page == "https://www.flickr.com/photos/someone/1"
        assert first.origin == "flickr"
        assert first.alt == "cat"


def test_missing_fields_are_no_trouble():
    with OpenverseStandIn(count=5) as stand_in:
        poor = followed(_source(stand_in)).pictures[4]
        assert (poor.title, poor.author, poor.alt) == ("", "", "")
        assert poor.licence == "Public Domain Mark 1.0"


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        ("cc0,pdm", {"cc0", "pdm"}),
        ("commercial", {one for one in LICENCES if "nc" not in one}),
        ("modification, commercial", {"by", "by-sa", "cc0", "pdm"}),
        ("CC-BY", {"by"}),
        ("", set(LICENCES)),
    ],
)
def test_filters_by_licence(licence, expected):
    with OpenverseStandIn(count=80) as stand_in:
        result = followed(_source(stand_in, licence=licence))
        numbers = [int(one.addresses[0].rpartition("/")[2].partition("_")[0]) for one in result.pictures]
        assert {LICENCES[number % len(LICENCES)] for number in numbers} == expected
        assert not result.refused


def test_refuses_licences_that_do_not_exist_before_asking():
    with pytest.raises(LicenceUnknown, match="by-sa"):
        OpenverseSource(SearchQuery("cat", "bcmpn"))


def test_refuses_a_search_for_nothing_and_an_endpoint_that_is_none():
    with pytest.raises(NothingToSearch):
        SearchQuery("  ")
    with pytest.raises(FetchRefused):
        OpenverseSource(SearchQuery("cat", endpoint="file:///etc"))


def test_says_when_nothing_matches():
    with OpenverseStandIn() as stand_in:
        result = followed(_source(stand_in, "nothing"))
        assert not result.pictures
        assert "finds nothing for 'nothing'" in result.notes[0]


def test_long_searches_are_cut_with_a_word():
    with OpenverseStandIn(count=1) as stand_in:
        result = followed(_source(stand_in, "cat " * 100))
        assert len(stand_in.asked[0].query["q"]) == 200
        assert any("200 characters" in note for note in result.notes)


def test_over_the_limit_is_a_refusal_with_words_and_a_time():
    with OpenverseStandIn(count=95, burst=2) as stand_in:
        source = _source(stand_in)
        result = followed(source)
        assert len(result.pictures) == 40
        (_visit, refusal) = result.refused[0]
        assert (refusal.status, refusal.retry_after_s) == (429, 41)
        assert refusal.is_worth_retrying
        assert isinstance(source, WordsStatus)
        assert "20 questions a minute" in source.status_words(429, 41)
        assert "in 41 seconds" in source.status_words(429, 41)
        assert "in 5 hours" in source.status_words(429, 18000)
        assert "key" in source.status_words(401, None)
        assert source.status_words(500, None) == ""


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"<html>", AnswerMalformed),
        (b"", AnswerMalformed),
        (b"[" * 100_000, AnswerMalformed),
        (b"\xff\xfe{", AnswerMalformed),
        (b"[1, 2]", AnswerMalformed),
        ({"hello": 1}, AnswerMalformed),
        ({"results": {"a": 1}}, AnswerMalformed),
        ({"results": ["a"]}, AnswerMalformed),
        ({"detail": "This is forbidden"}, ServiceRefused),
    ],
)
def test_malformed_answers_are_said_in_words(content, error):
    source = OpenverseSource(SearchQuery("cat"))
    with pytest.raises(error, match="Openverse") as caught:
        source.read(Visit("http://127.0.0.1/v1/images/?page=1"), _answer(content))
    assert isinstance(caught.value, OutsideError)


def test_nonsense_in_fields_neither_crashes_nor_loops():
    results = [
        {"url": None, "thumbnail": "http://127.0.0.1/thumb"},
        {"url": "ftp://x/y.jpg"},
        {"url": 7, "title": ["x"], "tags": {"a": 1}, "license": None},
        {"url": "//cdn.example.org/a.jpg", "tags": [None, {"name": 3}, {"name": "cat\ud800"}]},
    ]
    source = OpenverseSource(SearchQuery("cat"))
    content = {"results": results, "page": "x", "page_count": 1.5, "result_count": None}
    finds = source.read(Visit("http://h/?page=1"), _answer(content))
    assert [one.addresses for one in finds.pictures] == [
        ("http://127.0.0.1/thumb",),
        ("https://cdn.example.org/a.jpg",),
    ]
    assert finds.pictures[1].alt == "cat"
    assert [detail for _, _, detail in finds.withheld] == [
        "only http and https are fetched, not ftp",
        "it names no address",
    ]
    assert not finds.visits


def test_is_asked_at_the_public_interface_no_faster_than_allowed_and_can_be_pickled():
    source = OpenverseSource(SearchQuery("cat"))
    assert source.manners.pace("api.openverse.org").gap_s == 3
    assert source.manners.pace("api.openverse.org").per_host == 1
    assert source.manners.pace("live.staticflickr.com").gap_s == 0
    assert pickle.loads(pickle.dumps(source)) == source
