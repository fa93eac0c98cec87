"""Wikimedia Commons: pictures under free licences, by the search of its public interface."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from winnow.base.counted import counted
from winnow.collect.finds import Answer, ComeBackLater, Finds, FoundPicture, Manners, Pace, Visit
from winnow.collect.sources.interface import (
    AnswerMalformed,
    SearchKind,
    SearchQuery,
    ServiceRefused,
    an_object,
    asking,
    line,
    link,
    objects,
    parsed,
    placed,
    plain_line,
    sorted_out,
    waiting_words,
    whole,
)
from winnow.collect.sources.licences import LicenceWish, code_of

NAME = "Wikimedia Commons"
ENDPOINT = "https://commons.wikimedia.org/w/api.php"
PAGE_SIZE = 50
THUMBNAIL_PX = 1920
"""One of the widths that are made for everybody (20, 40, 60, 120, 250, 330, 500, 960, 1280, 1920, 3840); no other is
given."""
MOST_ORIGINAL_BYTES = 4 << 20
"""Larger originals are asked for only where their thumbnail fails: the site's policy wants little traffic, and no
network sees more than a small part of 1,920 pixels."""
_SHOWN_AS_THEY_ARE = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp"})
_BUSY = frozenset(
    {"maxlag", "ratelimited", "readonly", "cirrussearch-too-busy-error", "internal_api_error_DBQueryError"}
)
_BUSY_WAIT_S = 5.0


@dataclass(frozen=True, slots=True)
class CommonsSource:
    """One search among the files of Wikimedia Commons, page after page.

    Its licence filter is ours: the search itself knows none.

    Raises:
        LicenceUnknown, FetchRefused: the query cannot be asked.
    """

    query: SearchQuery

    def __post_init__(self) -> None:
        LicenceWish.of(self.query.licence)
        placed(self.query.endpoint, ENDPOINT)

    @property
    def manners(self) -> Manners:
        """The interface is asked one thing at a time and at most 200 a minute, files two at once (robot policy)."""
        return Manners(
            obeys_robots=False,
            at_hosts={"commons.wikimedia.org": Pace(1, 60 / 200), "upload.wikimedia.org": Pace(2)},
        )

    def start(self) -> Finds:
        """Return the first page."""
        return Finds(visits=(self._page({"gsroffset": 0}),))

    def read(self, visit: Visit, answer: Answer) -> Finds:
        """Return the pictures of one page, the most fitting first, and the next one.

        Raises:
            ComeBackLater: the servers are behind or were asked too often, which they say with status 200.
            AnswerMalformed, ServiceRefused: it is no page of answers.
        """
        content = parsed(answer, NAME)
        if "error" in content:
            raise _refusal(an_object(content["error"], NAME, "its error"), answer.headers)
        if "query" not in content:
            return self._nothing(visit, content)
        pages = an_object(content["query"], NAME, "its query").get("pages", [])
        # The first version of the format gives an object by page id, the second a list; neither is in order.
        listed = objects(list(pages.values()) if isinstance(pages, dict) else pages, NAME, "its list of pages")
        wish = LicenceWish.of(self.query.licence)
        entries = [_entry(page) for page in sorted(listed, key=lambda page: whole(page.get("index")))]
        named = [entry for entry in entries if entry is not None]
        wanted = [picture for picture, code in named if wish.allows(code)]
        found = sorted_out(wanted)
        notes = _notes(len(entries) - len(named), len(named) - len(wanted))
        return Finds(found.pictures, self._following(content), found.withheld, notes)

    def status_words(self, status: int, retry_after_s: float | None) -> str:
        """See `WordsStatus`."""
        return {
            403: "it answers only programs that say whom to reach: "
            "set a user agent that holds your page or mail address, and try again",
            429: f"it was asked too often; {waiting_words(retry_after_s)}",
        }.get(status, "")

    def _nothing(self, visit: Visit, content: Mapping[str, Any]) -> Finds:
        if "batchcomplete" not in content and "continue" not in content:
            raise AnswerMalformed(NAME, "it names no pages")
        is_first = "gsroffset=0" in visit.address
        words = f"{NAME} finds nothing for '{line(self.query.words)}'. Try other words."
        return Finds(visits=self._following(content), notes=(words,) if is_first else ())

    def _following(self, content: Mapping[str, Any]) -> tuple[Visit, ...]:
        more = content.get("continue")
        if not isinstance(more, dict):
            return ()
        return (self._page({name: str(value) for name, value in more.items()}),)

    def _page(self, more: Mapping[str, str | int]) -> Visit:
        parameters: dict[str, str | int] = {
            "action": "query",
            "format": "json",
            "formatversion": 2,
            "generator": "search",
            "gsrnamespace": 6,
            "gsrlimit": PAGE_SIZE,
            "gsrsearch": f"filetype:bitmap {' '.join(self.query.words.split())}",
            "prop": "imageinfo",
            "iiprop": "url|size|mime|sha1|user|extmetadata",
            "iiextmetadatafilter": "Artist|Credit|LicenseShortName|License|LicenseUrl|UsageTerms|ImageDescription",
            "iiurlwidth": THUMBNAIL_PX,
            "maxlag": 5,
        }
        return asking(placed(self.query.endpoint, ENDPOINT), parameters | dict(more))


def _entry(page: Mapping[str, Any]) -> tuple[FoundPicture, str] | None:
    """Return one file and the code of its licence, None where it has no content (deleted, hidden)."""
    infos = page.get("imageinfo")
    info = infos[0] if isinstance(infos, list) and infos and isinstance(infos[0], dict) else None
    if info is None or "filemissing" in info or not (addresses := _addresses(info)):
        return None
    told = info.get("extmetadata")
    metadata = told if isinstance(told, dict) else {}  # an empty one comes as a list
    licence = _value(metadata, "LicenseShortName") or _value(metadata, "UsageTerms")
    file = line(page.get("title")).removeprefix("File:")
    picture = FoundPicture(
        addresses,
        page=link(info.get("descriptionurl")) or link(info.get("descriptionshorturl")),
        title=file.rpartition(".")[0] or file,
        alt=_value(metadata, "ImageDescription"),
        author=_value(metadata, "Artist") or _value(metadata, "Credit"),
        licence=licence,
        licence_url=link(_value(metadata, "LicenseUrl")),
        origin=NAME,
        file=file,
    )
    return picture, code_of(licence)


def _addresses(info: Mapping[str, Any]) -> tuple[str, ...]:
    original, thumbnail = info.get("url"), info.get("thumburl")
    is_small = whole(info.get("size")) <= MOST_ORIGINAL_BYTES or whole(info.get("width")) <= THUMBNAIL_PX
    order = (original, thumbnail) if is_small and info.get("mime") in _SHOWN_AS_THEY_ARE else (thumbnail, original)
    return tuple(dict.fromkeys(one for one in order if isinstance(one, str) and one))


def _value(metadata: Mapping[str, Any], name: str) -> str:
    field = metadata.get(name)
    return plain_line(str(field.get("value") or "")) if isinstance(field, dict) else ""


def _notes(missing: int, unwanted: int) -> tuple[str, ...]:
    notes = []
    if missing:
        notes.append(f"{NAME} lists {counted(missing, 'file')} without a picture by now.")
    if unwanted:
        notes.append(f"{counted(unwanted, 'picture')} of {NAME} left out: the licence is none of those asked for.")
    return tuple(notes)


def _refusal(error: Mapping[str, Any], headers: Mapping[str, str]) -> ComeBackLater | ServiceRefused:
    code, told = line(error.get("code")), plain_line(error.get("info"))
    if code not in _BUSY:
        return ServiceRefused(NAME, told or code or "without a reason")
    wait = _BUSY_WAIT_S
    for asked in (str(error.get("lag", "")), headers.get("retry-after", "")):
        if re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,9})?", asked):
            with contextlib.suppress(ValueError):
                wait = max(wait, float(asked))
    return ComeBackLater(wait, f"{NAME} is busy ({told.rstrip('.') or code}); {waiting_words(wait)}")


KIND = SearchKind(
    "commons",
    NAME,
    ENDPOINT,
    "Pictures of Wikipedia and its sister projects, all under free licences.",
    CommonsSource,
)
