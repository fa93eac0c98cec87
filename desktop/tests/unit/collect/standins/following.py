"""Asks for everything that a source names, one after the other, over the real fetcher: the plainest crawl there is."""

from __future__ import annotations

from dataclasses import dataclass, field

from winnow.collect.finds import Answer, ComeBackLater, Finds, FoundPicture, LeadsOn, Source, Visit
from winnow.collect.net.fetching import Fetcher, What
from winnow.collect.net.refusal import FetchRefused
from winnow.domain.image import Reason
from winnow.vision.refusal import PictureRefused

AGENT = "WinnowTest/1.0 (https://winnow.example/contact; someone@winnow.example)"


@dataclass
class Followed:
    """What came of a source."""

    pictures: list[FoundPicture] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)
    withheld: list[tuple[FoundPicture, Reason, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    put_off: list[ComeBackLater] = field(default_factory=list)
    refused: list[tuple[Visit, FetchRefused]] = field(default_factory=list)


def followed(source: Source, agent: str = AGENT) -> Followed:
    """Return all that *source* names; it sleeps for nobody, and asks what was put off again at once."""
    result = Followed()
    with Fetcher(agent, allow_private=True, keeps_cookies=source.manners.keeps_cookies) as fetcher:
        waiting = _taken(source.start(), result)
        while waiting:
            visit = waiting.pop(0)
            try:
                answer = fetcher.get(visit.address, What.API, source.manners.headers)
                finds = source.read(visit, answer)
            except ComeBackLater as later:
                result.put_off.append(later)
                waiting.insert(0, visit)
                continue
            except FetchRefused as refusal:
                result.refused.append((visit, refusal))
                continue
            result.visits.append(visit)
            waiting += _taken(finds, result)
    return result


def fetched(source: Source, picture: FoundPicture, agent: str = AGENT) -> Answer | PictureRefused:
    """Return what the first address of *picture* gives in the end."""
    with Fetcher(agent, allow_private=True, keeps_cookies=source.manners.keeps_cookies) as fetcher:
        answer = fetcher.get(picture.addresses[0], What.PICTURE, source.manners.headers)
        try:
            while isinstance(source, LeadsOn) and (further := source.further_address(picture, answer)):
                answer = fetcher.get(further, What.PICTURE, source.manners.headers)
        except PictureRefused as refusal:
            return refusal
        return answer


def _taken(finds: Finds, result: Followed) -> list[Visit]:
    result.pictures += finds.pictures
    result.withheld += finds.withheld
    result.notes += finds.notes
    return list(finds.visits)
