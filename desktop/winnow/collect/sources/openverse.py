"""Openverse: openly licensed pictures of many collections, by its public interface without a key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from winnow.collect.finds import Answer, Finds, FoundPicture, Manners, Pace, Visit
from winnow.collect.sources.interface import (
    AnswerMalformed,
    SearchKind,
    SearchQuery,
    ServiceRefused,
    asking,
    line,
    link,
    objects,
    parsed,
    placed,
    sorted_out,
    waiting_words,
    whole,
)
from winnow.collect.sources.licences import COMMERCIAL, MODIFICATION, LicenceWish, name_of

NAME = "Openverse"
ENDPOINT = "https://api.openverse.org/v1/images/"
PAGE_SIZE = 20
"""The most that is given without a key."""
MOST_PAGES = 20
"""The deepest page without a key."""
MOST_RESULTS = 240
"""What a search without a key counts to; there may be more."""
MOST_WORDS = 200
"""Characters of a search; what is longer would be cut without a word."""
_A_MINUTE = 20


@dataclass(frozen=True, slots=True)
class OpenverseSource:
    """One search of Openverse, page after page.

    Raises:
        LicenceUnknown, FetchRefused: the query cannot be asked.
    """

    query: SearchQuery

    def __post_init__(self) -> None:
        LicenceWish.of(self.query.licence)
        placed(self.query.endpoint, ENDPOINT)

    @property
    def manners(self) -> Manners:
        """The public interface allows 20 questions a minute; another endpoint says itself what it allows."""
        return Manners(obeys_robots=False, at_hosts={"api.openverse.org": Pace(1, 60 / _A_MINUTE)})

    def start(self) -> Finds:
        """Return the first page, and a note where the words are too many."""
        cut = len(" ".join(self.query.words.split())) > MOST_WORDS
        notes = (f"{NAME} reads the first {MOST_WORDS} characters of a search only.",) if cut else ()
        return Finds(visits=(self._page(1),), notes=notes)

    def read(self, visit: Visit, answer: Answer) -> Finds:
        """Return the pictures of one page, and the next one.

        Raises:
            AnswerMalformed, ServiceRefused: it is no page of answers.
        """
        content = parsed(answer, NAME)
        if "results" not in content:
            told = line(content.get("detail")) or line(content.get("error"))
            raise ServiceRefused(NAME, told) if told else AnswerMalformed(NAME, "it names no results")
        results = objects(content["results"], NAME, "its list of results")
        page = max(whole(content.get("page")), _page_of(visit))
        pages = min(whole(content.get("page_count")), MOST_PAGES)
        is_last = page >= pages or not results
        found = sorted_out(map(_picture, results))
        notes = self._notes(whole(content.get("result_count")), page) if is_last else ()
        return Finds(found.pictures, () if is_last else (self._page(page + 1),), found.withheld, notes)

    def status_words(self, status: int, retry_after_s: float | None) -> str:
        """See `WordsStatus`."""
        return {
            400: "it does not understand the search; check its words and the licence",
            401: "it wants a key for this, and Winnow asks without one",
            429: f"its limit without a key (20 questions a minute, 200 a day) is used up; "
            f"{waiting_words(retry_after_s)}",
        }.get(status, "")

    @property
    def _page_size(self) -> int:
        return max(1, min(PAGE_SIZE, self.query.max_images))

    def _page(self, page: int) -> Visit:
        wish = LicenceWish.of(self.query.licence)
        kinds = [
            word for word, is_asked in ((COMMERCIAL, wish.for_commerce), (MODIFICATION, wish.for_changes)) if is_asked
        ]
        parameters: dict[str, str | int] = {
            "q": " ".join(self.query.words.split())[:MOST_WORDS],
            "page": page,
            "page_size": self._page_size,
            "mature": "false",
        }
        if kinds:
            parameters["license_type"] = ",".join(kinds)
        if wish.codes:
            parameters["license"] = ",".join(wish.codes)
        return asking(placed(self.query.endpoint, ENDPOINT), parameters)

    def _notes(self, count: int, page: int) -> tuple[str, ...]:
        size = self._page_size
        if not count:
            return (f"{NAME} finds nothing for '{line(self.query.words)}'. Try other words or another licence.",)
        given = page * size
        if given < self.query.max_images and (count > given or given >= MOST_RESULTS):
            return (f"{NAME} gives at most {given} pictures for a search without a key. Other words find others.",)
        return ()


def _page_of(visit: Visit) -> int:
    told = parse_qs(urlsplit(visit.address).query).get("page", [""])[0]
    return int(told) if told.isascii() and told.isdigit() and len(told) < 6 else 1


def _picture(result: dict[str, Any]) -> FoundPicture:
    return FoundPicture(
        tuple(one for one in (result.get("url"), result.get("thumbnail")) if isinstance(one, str) and one.strip()),
        page=link(result.get("foreign_landing_url")) or link(result.get("detail_url")),
        title=line(result.get("title")),
        alt=", ".join(_tags(result.get("tags"))),
        author=line(result.get("creator")),
        licence=name_of(line(result.get("license")).lower(), line(result.get("license_version"))),
        licence_url=link(result.get("license_url")),
        origin=line(result.get("source")) or line(result.get("provider")),
    )


def _tags(value: object) -> list[str]:
    named = [line(one.get("name")) for one in value if isinstance(one, dict)] if isinstance(value, list) else []
    return [name for name in dict.fromkeys(named) if name][:20]


KIND = SearchKind(
    "openverse",
    NAME,
    ENDPOINT,
    "Openly licensed pictures of Flickr, museums and other collections. At most 240 for a search.",
    OpenverseSource,
)
