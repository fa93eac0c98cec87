"""What all searches by programming interfaces share: what is asked of them, and how their answers are read safely."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode, urlsplit

from winnow.base.counted import counted
from winnow.base.errors import OutsideError, UserError
from winnow.collect.finds import Answer, Finds, FoundPicture, Source, Visit
from winnow.collect.local import foreign_text
from winnow.collect.net.addresses import canonical
from winnow.collect.net.refusal import FetchRefused, shown
from winnow.collect.sources.tags import tags_of
from winnow.domain.image import Reason

MOST_CHARACTERS = 512
"""Of a title, a name and the like; what is longer is cut."""
_MOST_MARKUP = 40 * MOST_CHARACTERS
_BLOCKS = ("br", "p", "div", "li", "tr", "td", "th", "h1", "h2", "h3")
_LINE_ENDING_TAGS = frozenset((*_BLOCKS, *(f"/{name}" for name in _BLOCKS)))


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What is asked of a search."""

    words: str
    licence: str = ""
    """A comma list as `winnow.collect.sources.licences.LicenceWish` reads it; empty: whatever is free."""
    max_images: int = 1000
    """Only a measure of how much to ask for at a time; the crawl itself stops at it."""
    endpoint: str = ""
    """Another server that speaks the same; empty: the search's own."""

    def __post_init__(self) -> None:
        if not self.words.strip():
            raise NothingToSearch


@dataclass(frozen=True, slots=True)
class SearchKind:
    """One search that the window and the command line offer."""

    key: str
    """What the command line and the project call it."""
    name: str
    """Its own name, in no language."""
    endpoint: str
    """Where it is asked unless the query says otherwise."""
    hint: str
    """What it searches and how much it gives, in words."""
    make: Callable[[SearchQuery], Source]


class NothingToSearch(UserError):
    """A search without words."""

    def __init__(self) -> None:
        super().__init__("There is nothing to search for. Give at least one word.")


class AnswerMalformed(OutsideError):
    """A service answered something that is not what it says it answers."""

    reason = Reason.NOT_REACHED

    def __init__(self, service: str, what: str) -> None:
        self.service = service
        self.what = what
        super().__init__(
            f"{service} gave an answer that cannot be read: {what}. "
            "Try again later; if an endpoint of your own is set, check that it is the right one."
        )


class ServiceRefused(OutsideError):
    """A service answered that it will not, in its own words."""

    reason = Reason.NOT_REACHED

    def __init__(self, service: str, told: str) -> None:
        self.service = service
        self.told = told
        super().__init__(f"{service} refused the search: {told.rstrip('.')}. Change it, or try again later.")


def parsed(answer: Answer, service: str) -> dict[str, Any]:
    """Return the JSON object that *answer* holds.

    Raises:
        AnswerMalformed: it holds none.
    """
    try:
        value = json.loads(answer.content)
    except (ValueError, RecursionError) as error:
        raise AnswerMalformed(service, "it is not JSON") from error
    return an_object(value, service, "it")


def an_object(value: object, service: str, name: str) -> dict[str, Any]:
    """Return *value*, a JSON object called *name*.

    Raises:
        AnswerMalformed: it is something else.
    """
    if not isinstance(value, dict):
        raise AnswerMalformed(service, f"{name} is not an object")
    return value


def objects(value: object, service: str, name: str) -> list[dict[str, Any]]:
    """Return *value*, a JSON list of objects called *name*.

    Raises:
        AnswerMalformed: it is something else.
    """
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise AnswerMalformed(service, f"{name} is not a list of objects")
    return value


def whole(value: object) -> int:
    """Return a count as JSON gives it, 0 where it gives none."""
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def line(value: object) -> str:
    """Return foreign text as one line that can be stored and shown, "" for what is no text."""
    return foreign_text(" ".join(value.split())[:MOST_CHARACTERS]) if isinstance(value, str) else ""


def plain_line(value: object) -> str:
    """Return the text of a piece of HTML, as `line` does."""
    if not isinstance(value, str):
        return ""
    return line(
        "".join((" " if tag.name in _LINE_ENDING_TAGS else "") + tag.text for tag in tags_of(value[:_MOST_MARKUP]))
    )


def link(value: object) -> str:
    """Return an address to be shown, absolute and http(s), "" for what is none."""
    if not isinstance(value, str) or not value.strip():
        return ""
    try:
        return canonical(f"https:{value}" if value.startswith("//") else value)
    except FetchRefused:
        return ""


def sorted_out(named: Iterable[FoundPicture]) -> Finds:
    """Return pictures whose addresses may be anything as finds: with good addresses only, each picture once.

    One that is left without an address is withheld, with what is wrong with its first one.
    """
    pictures: dict[str, FoundPicture] = {}
    withheld: list[tuple[FoundPicture, Reason, str]] = []
    for one in named:
        good, wrong = checked(one.addresses)
        if good:
            pictures.setdefault(good[0], replace(one, addresses=good))
        else:
            raw = tuple(shown(address) for address in one.addresses[:1])
            withheld.append((replace(one, addresses=raw), Reason.REFUSED_ADDRESS, wrong or "it names no address"))
    return Finds(tuple(pictures.values()), withheld=tuple(withheld))


def checked(addresses: Iterable[str]) -> tuple[tuple[str, ...], str]:
    """Return the good ones of *addresses* in canonical form, each once, and what is wrong with the first bad one."""
    good: dict[str, None] = {}
    wrong = ""
    for address in addresses:
        try:
            good[canonical(f"https:{address}" if address.startswith("//") else address)] = None
        except FetchRefused as refusal:
            wrong = wrong or refusal.detail
    return tuple(good), wrong


def placed(endpoint: str, usual: str) -> str:
    """Return the address to ask: *usual*, or the same path at *endpoint*, of which it may hold a part already.

    ``placed("http://localhost:8000/v1", "https://api.x.org/v1/images/")`` is
    ``http://localhost:8000/v1/images/``.

    Raises:
        FetchRefused: *endpoint* is no http(s) address.
    """
    if not endpoint.strip():
        return usual
    parts = urlsplit(canonical(endpoint))
    usual_path = urlsplit(usual).path
    wanted = [one for one in usual_path.split("/") if one]
    there = [one for one in parts.path.split("/") if one]
    if there[-1:] == wanted[-1:]:
        path = there
    else:
        shared = next(count for count in range(len(wanted), -1, -1) if there[len(there) - count :] == wanted[:count])
        path = there + wanted[shared:]
    end = "/" if usual_path.endswith("/") and path else ""
    return f"{parts.scheme}://{parts.netloc}/{'/'.join(path)}{end}"


def asking(address: str, parameters: Mapping[str, str | int], depth: int = 0) -> Visit:
    """Return the visit that asks *address* with *parameters*."""
    return Visit(canonical(f"{address}?{urlencode(parameters)}"), depth)


def waiting_words(seconds: float | None) -> str:
    """Return how long to wait before going on, in words that end a sentence."""
    if seconds is None:
        return "wait some minutes and go on"
    if seconds < 90:
        return f"go on in {counted(max(1, round(seconds)), 'second')}"
    if seconds < 5400:
        return f"go on in {counted(round(seconds / 60), 'minute')}"
    return f"go on in {counted(round(seconds / 3600), 'hour')}"
