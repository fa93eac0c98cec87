"""iNaturalist: photographs of animals and plants, named by species and confirmed by people who know them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from winnow.base.counted import counted
from winnow.collect.finds import Answer, Finds, FoundPicture, Manners, Pace, Visit
from winnow.collect.sources.interface import (
    AnswerMalformed,
    SearchKind,
    SearchQuery,
    ServiceRefused,
    asking,
    line,
    objects,
    parsed,
    placed,
    sorted_out,
    waiting_words,
    whole,
)
from winnow.collect.sources.licences import LicenceUnknown, LicenceWish, name_of

NAME = "iNaturalist"
ENDPOINT = "https://api.inaturalist.org/v1/observations"
PAGE_SIZE = 200
_PAGE = "https://www.inaturalist.org/observations/{0}"
_CODES = ("cc0", "by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd")
_SIZE = re.compile(r"/(?:square|thumb|small|medium|large|original)\.(?=[a-z]+(?:\?|$))", re.IGNORECASE)
_SIZES = ("original", "large", "medium")


@dataclass(frozen=True, slots=True)
class INaturalistSource:
    """All confirmed observations of one species or group, by its name, in the order of their ids.

    Raises:
        LicenceUnknown, FetchRefused: the query cannot be asked.
    """

    query: SearchQuery

    def __post_init__(self) -> None:
        placed(self.query.endpoint, ENDPOINT)
        if not self._licences():
            raise LicenceUnknown(self.query.licence)

    @property
    def manners(self) -> Manners:
        """60 questions a minute are wanted; pictures that are not in the open-data bucket come one in three seconds."""
        return Manners(
            obeys_robots=False,
            at_hosts={"api.inaturalist.org": Pace(1, 1.0), "static.inaturalist.org": Pace(1, 3.0)},
        )

    def start(self) -> Finds:
        """Return the first page."""
        return Finds(visits=(self._page(0),))

    def read(self, visit: Visit, answer: Answer) -> Finds:
        """Return the photos of one page, and the next one.

        Raises:
            AnswerMalformed, ServiceRefused: it is no page of answers.
        """
        content = parsed(answer, NAME)
        if "results" not in content:
            told = line(content.get("error"))
            raise ServiceRefused(NAME, told) if told else AnswerMalformed(NAME, "it names no results")
        observations = objects(content["results"], NAME, "its list of results")
        photos = [
            (observation, photo)
            for observation in observations
            for photo in objects(observation.get("photos") or [], NAME, "its list of photos")
        ]
        wanted = self._licences()
        free = [each for each in photos if _code(each[1]) in wanted and not each[1].get("flags")]
        found = sorted_out(_picture(observation, photo) for observation, photo in free)
        notes = self._notes(visit, len(observations), len(photos) - len(free))
        following = self._following(visit, observations, whole(content.get("per_page")) or PAGE_SIZE)
        return Finds(found.pictures, following, found.withheld, notes)

    def status_words(self, status: int, retry_after_s: float | None) -> str:
        """See `WordsStatus`."""
        return {
            422: "it does not understand the search; give the name of a species or a group",
            429: f"it was asked too often; {waiting_words(retry_after_s)}",
        }.get(status, "")

    def _licences(self) -> tuple[str, ...]:
        wish = LicenceWish.of(self.query.licence)
        return tuple(code for code in _CODES if wish.allows(code))

    def _following(self, visit: Visit, observations: list[dict[str, Any]], asked: int) -> tuple[Visit, ...]:
        last = max((whole(one.get("id")) for one in observations), default=0)
        # Without progress it would ask for the same page for ever.
        return (self._page(last),) if len(observations) >= asked and last > _id_above(visit) else ()

    def _page(self, id_above: int) -> Visit:
        parameters: dict[str, str | int] = {
            "taxon_name": " ".join(self.query.words.split()),
            "quality_grade": "research",
            "photos": "true",
            "photo_license": ",".join(code if code == "cc0" else f"cc-{code}" for code in self._licences()),
            "per_page": PAGE_SIZE,
            "order_by": "id",
            "order": "asc",
            "id_above": id_above,
        }
        return asking(placed(self.query.endpoint, ENDPOINT), parameters)

    def _notes(self, visit: Visit, observations: int, unfree: int) -> tuple[str, ...]:
        if not observations and not _id_above(visit):
            return (
                f"{NAME} knows no observation of '{line(self.query.words)}'. "
                "It searches by the name of a species or a group, such as 'Felis catus'.",
            )
        if unfree:
            return (f"{counted(unfree, 'photo')} of {NAME} left out: the licence is none of those asked for.",)
        return ()


def _id_above(visit: Visit) -> int:
    match = re.search(r"[?&]id_above=([0-9]{1,18})", visit.address)
    return int(match[1]) if match else 0


def _code(photo: Mapping[str, Any]) -> str:
    """Return the code of a photo's licence, "" where all rights are reserved."""
    return line(photo.get("license_code")).lower().removeprefix("cc-")


def _picture(observation: Mapping[str, Any], photo: Mapping[str, Any]) -> FoundPicture:
    told = observation.get("taxon")
    taxon = told if isinstance(told, dict) else {}
    number, code = whole(observation.get("id")), _code(photo)
    version = "1.0" if code == "cc0" else "4.0"
    kind = "publicdomain/zero" if code == "cc0" else f"licenses/{code}"
    return FoundPicture(
        _sizes(photo.get("url")),
        page=_PAGE.format(number) if number else "",
        title=line(taxon.get("preferred_common_name")) or line(taxon.get("name")),
        alt=line(taxon.get("name")),
        author=line(photo.get("attribution")),
        licence=name_of(code, version),
        licence_url=f"https://creativecommons.org/{kind}/{version}/",
        origin=NAME,
        file=f"{whole(photo.get('id'))}{_extension(photo.get('url'))}",
    )


def _sizes(address: object) -> tuple[str, ...]:
    """Return the addresses of a photo, the largest first, from that of any of its sizes."""
    if not isinstance(address, str) or not address:
        return ()
    return tuple(dict.fromkeys(_SIZE.sub(f"/{size}.", address, count=1) for size in _SIZES))


def _extension(address: object) -> str:
    match = re.search(r"\.[a-z0-9]{1,5}(?=\?|$)", address, re.IGNORECASE) if isinstance(address, str) else None
    return match[0].lower() if match else ""


KIND = SearchKind(
    "inaturalist",
    NAME,
    ENDPOINT,
    "Photographs of animals and plants in the wild, by the name of a species or a group. Few pets.",
    INaturalistSource,
)
