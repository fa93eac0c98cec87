"""Commands about what is doubtful: which copy stays, and by which thresholds pictures are flagged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from winnow.app.commands.command import Command, journalled
from winnow.app.queries.clean import CopyGroup
from winnow.domain.cleaning import Cleaning
from winnow.domain.ids import ImageId, LabelId
from winnow.domain.image import ImageState
from winnow.store import clean, images, labels
from winnow.store.database import Tx


@journalled
@dataclass(frozen=True, slots=True)
class KeepOneOfEach:
    """Put the *surplus* copies aside, and give the pictures that stay the labels that only the copies had."""

    surplus: tuple[int, ...]
    labels: dict[ImageId, LabelId | None]

    @classmethod
    def settling(cls, groups: Iterable[CopyGroup]) -> KeepOneOfEach:
        """Return what settles *groups*, the first picture of each staying."""
        surplus: list[int] = []
        passed_on: dict[ImageId, LabelId | None] = {}
        for group in groups:
            stays = group.copies[0]
            surplus += [int(copy.image_id) for copy in group.surplus]
            if not stays.label and len(group.labels) == 1:
                passed_on[stays.image_id] = next(copy.label_id for copy in group.surplus if copy.label)
        return cls(tuple(surplus), passed_on)

    def apply(self, tx: Tx) -> Command:
        before = labels.assign(tx, self.labels) if self.labels else {}
        changed = images.set_states(tx, [ImageId(image) for image in self.surplus], ImageState.REJECTED)
        return BringCopiesBack(tuple(changed), before)

    def count(self) -> int:
        return len(self.surplus)


@journalled
@dataclass(frozen=True, slots=True)
class BringCopiesBack:
    """Take `KeepOneOfEach` back: *labels* are what the pictures had that stayed."""

    surplus: tuple[int, ...]
    labels: dict[ImageId, LabelId | None]

    def apply(self, tx: Tx) -> Command:
        changed = images.set_states(tx, [ImageId(image) for image in self.surplus], ImageState.KEPT)
        before = labels.assign(tx, self.labels) if self.labels else {}
        return KeepOneOfEach(tuple(changed), before)

    def count(self) -> int:
        return len(self.surplus)


@journalled
@dataclass(frozen=True, slots=True)
class SetCleaning:
    """Choose the thresholds and the rule by which a copy stays."""

    cleaning: Cleaning

    def apply(self, tx: Tx) -> Command:
        old = clean.cleaning(tx.connection)
        clean.set_cleaning(tx, self.cleaning)
        return SetCleaning(old)

    def count(self) -> int:
        return 1
