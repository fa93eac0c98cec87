from __future__ import annotations

import json

import pytest
from unit.collect.standins.following import followed
from unit.collect.standins.inaturalist import INaturalistStandIn

from winnow.base.errors import UserError
from winnow.collect.finds import Answer, Visit
from winnow.collect.sources.inaturalist import INaturalistSource
from winnow.collect.sources.interface import AnswerMalformed, SearchQuery, ServiceRefused, placed
from winnow.collect.sources.licences import LicenceUnknown, LicenceWish, code_of
from winnow.collect.sources.registry import SEARCHES, SearchUnknown, search_kind, search_source


def _source(stand_in, words="Felis catus", **query):
    return INaturalistSource(SearchQuery(words, endpoint=stand_in.address, **query))


def test_pages_by_id_and_takes_free_photos_only():
    with INaturalistStandIn(count=450) as stand_in:
        result = followed(_source(stand_in))
        assert [one.query["id_above"] for one in stand_in.asked] == ["0", "2000", "4000"]
        assert {one.query["per_page"] for one in stand_in.asked} == {"200"}
        # Each observation has two photos; one in five of all is not free, and the free one of number 7 is
        # under a flag.
        assert len(result.pictures) == 450 * 2 * 4 // 5 - 1
        assert all(one.licence for one in result.pictures)
        assert any("left out" in note for note in result.notes)


def test_asks_for_the_largest_size_first():
    with INaturalistStandIn(count=1) as stand_in:
        picture = followed(_source(stand_in)).pictures[0]
        photo = f"{stand_in.address}/photos/0"
        assert picture.addresses == tuple(f"{photo}/{size}.jpg?1604959657" for size in ("original", "large", "medium"))
        assert (picture.title, picture.alt) == ("Domestic Cat", "Felis catus")
        assert picture.author == "(c) person 0, some rights reserved"
        assert (picture.licence, picture.licence_url) == (
            "CC BY-NC 4.0",
            "https://creativecommons.org/licenses/by-nc/4.0/",
        )
        assert picture.page == "https://www.inaturalist.org/observations/10"
        assert picture.file == "0.jpg"


def test_filters_by_licence_in_the_question_and_in_the_answer():
    with INaturalistStandIn(count=20) as stand_in:
        result = followed(_source(stand_in, licence="commercial"))
        assert stand_in.asked[0].query["photo_license"] == "cc0,cc-by,cc-by-sa,cc-by-nd"
        assert {one.licence for one in result.pictures} == {"CC0 1.0", "CC BY 4.0"}


def test_says_when_it_knows_no_such_species():
    with INaturalistStandIn() as stand_in:
        result = followed(_source(stand_in, "Nothing at all"))
        assert "Felis catus" in result.notes[0]


def test_a_licence_that_it_has_not_is_refused():
    with pytest.raises(LicenceUnknown):
        INaturalistSource(SearchQuery("Felis catus", "pdm"))


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ({"error": "no"}, ServiceRefused),
        ({}, AnswerMalformed),
        ({"results": [{"photos": 3}]}, AnswerMalformed),
    ],
)
def test_malformed_answers_are_said_in_words(content, error):
    source = INaturalistSource(SearchQuery("x"))
    with pytest.raises(error, match="iNaturalist"):
        source.read(Visit("http://h/"), Answer("http://h/", 200, {}, json.dumps(content).encode()))


def test_a_page_that_does_not_go_on_ends_the_search():
    source = INaturalistSource(SearchQuery("x"))
    same = {"per_page": 1, "results": [{"id": 5, "photos": []}]}
    answer = Answer("http://h/", 200, {}, json.dumps(same).encode())
    assert not source.read(Visit("http://h/?id_above=5"), answer).visits
    assert source.read(Visit("http://h/?id_above=4"), answer).visits


def test_the_registry_offers_every_search_by_its_key():
    assert [one.key for one in SEARCHES] == ["openverse", "commons", "inaturalist"]
    for one in SEARCHES:
        source = search_source(one.key.upper(), SearchQuery("cat"))
        (visit,) = source.start().visits
        assert visit.address.startswith(one.endpoint)
        assert one.hint.endswith(".")
    with pytest.raises(SearchUnknown, match="openverse, commons, inaturalist") as caught:
        search_kind("bing")
    assert isinstance(caught.value, UserError)


@pytest.mark.parametrize(
    ("endpoint", "expected"),
    [
        ("", "https://api.x.org/v1/images/"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000/v1/images/"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/v1/images/"),
        ("http://127.0.0.1:8000/v1", "http://127.0.0.1:8000/v1/images/"),
        ("http://127.0.0.1:8000/v1/images", "http://127.0.0.1:8000/v1/images/"),
        ("http://mirror.example/openverse/v1/", "http://mirror.example/openverse/v1/images/"),
        ("http://mirror.example/openverse", "http://mirror.example/openverse/v1/images/"),
        ("http://mirror.example/images/", "http://mirror.example/images/"),
    ],
)
def test_an_endpoint_may_hold_any_part_of_the_path(endpoint, expected):
    assert placed(endpoint, "https://api.x.org/v1/images/") == expected


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("CC BY-SA 3.0 de", "by-sa"),
        ("CC BY 2.0", "by"),
        ("CC-BY-NC-ND-4.0", "by-nc-nd"),
        ("CC0", "cc0"),
        ("CC0 1.0", "cc0"),
        ("Creative Commons Zero", "cc0"),
        ("Public domain", "pdm"),
        ("PD-self", "pdm"),
        ("No restrictions", "pdm"),
        ("GFDL", "gfdl"),
        ("", ""),
    ],
)
def test_licences_are_told_by_their_usual_names(name, code):
    assert code_of(name) == code


def test_a_licence_wish_excludes_what_forbids_it_and_what_is_not_known():
    wish = LicenceWish.of("commercial,modification")
    assert wish.allowed() == ("by", "by-sa", "cc0", "pdm", "sampling+")
    assert not wish.allows("")
    assert LicenceWish.of("all").allows("")
    assert LicenceWish.of("CC BY-SA").codes == ("by-sa",)
