"""What of all that is named is new, and how much of it the person wants."""

from __future__ import annotations

import sys
from dataclasses import replace

from winnow.collect.crawl.events import Past, Plan
from winnow.collect.finds import Finds, FoundPicture, Visit
from winnow.collect.net.addresses import canonical
from winnow.collect.net.refusal import FetchRefused
from winnow.domain.image import Reason

Withheld = tuple[FoundPicture, Reason, str]


class Frontier:
    """Every address once, whoever names it and however often; pictures up to the limit."""

    def __init__(self, plan: Plan, past: Past) -> None:
        self._limit = plan.max_images or sys.maxsize
        self._max_pages = plan.max_pages
        self._past = past
        self._pictures = {picture.addresses[0] for picture in past.pictures}
        self._visits = {visit.address for visit in past.visits}
        self._found = len(past.found)
        self.pages_left_out = 0
        """Links to further pages than may be read."""
        self.is_full = False
        """As many are found as are wanted, the last of them in this crawl: what was full before may have changed."""

    def new_of(self, finds: Finds) -> Finds:
        """Return what *finds* names for the first time, addresses in canonical form; the rest is passed over."""
        pictures: list[FoundPicture] = []
        withheld: list[Withheld] = []
        for picture in finds.pictures:
            sound = self._sound(picture)
            if not self._is_new(sound if isinstance(sound, FoundPicture) else sound[0]):
                continue
            if isinstance(sound, FoundPicture):
                pictures.append(sound)
            else:
                withheld.append(sound)
        for picture, reason, detail in finds.withheld:
            sound = self._sound(picture)
            one = sound if isinstance(sound, FoundPicture) else sound[0]
            if self._is_new(one):
                withheld.append((one, reason, detail))
        return Finds(tuple(pictures), self._new_visits(finds.visits), tuple(withheld), finds.notes)

    def is_known(self, address: str) -> bool:
        """Say whether *address* is asked for, or was, as a picture of its own."""
        return address in self._pictures or address in self._past.settled

    def _sound(self, picture: FoundPicture) -> FoundPicture | Withheld:
        """Return *picture* with those of its addresses that can be asked for, or why there is none."""
        addresses: dict[str, None] = {}
        first: FetchRefused | None = None
        for address in picture.addresses:
            try:
                addresses[canonical(address)] = None
            except FetchRefused as refused:
                first = first or refused
        if addresses:
            sound = tuple(addresses)
            return picture if sound == picture.addresses else replace(picture, addresses=sound)
        detail = first.detail if first else "it has no address"
        return picture, Reason.REFUSED_ADDRESS, detail

    def _is_new(self, picture: FoundPicture) -> bool:
        address = picture.addresses[0] if picture.addresses else ""
        if address in self._pictures or address in self._past.settled:
            return False
        if address not in self._past.found:
            if self._found >= self._limit:
                self.is_full = True
                return False
            self._found += 1
            self.is_full = self._found >= self._limit
        self._pictures.add(address)
        return True

    def _new_visits(self, visits: tuple[Visit, ...]) -> tuple[Visit, ...]:
        new = []
        for visit in visits:
            try:
                one = replace(visit, address=canonical(visit.address))
            except FetchRefused:
                # A link that leads nowhere is no picture lost; a start address is checked by its source.
                continue
            if one.address in self._visits or one.address in self._past.read:
                continue
            if len(self._visits) + len(self._past.read) >= self._max_pages:
                self.pages_left_out += 1
                continue
            self._visits.add(one.address)
            new.append(one)
        return tuple(new)
