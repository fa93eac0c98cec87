"""Commands about labels and rejecting."""

from __future__ import annotations

from dataclasses import dataclass

from winnow.app.commands.command import Command, journalled
from winnow.domain.ids import ImageId, LabelId
from winnow.domain.image import ImageState
from winnow.store import images, labels
from winnow.store.database import Tx


@journalled
@dataclass(frozen=True, slots=True)
class AddLabel:
    """Make a label; *label_id* and *position* bring back a removed one."""

    name: str
    label_id: int | None = None
    position: int | None = None

    def apply(self, tx: Tx) -> Command:
        made = labels.add(tx, self.name, None if self.label_id is None else LabelId(self.label_id), self.position)
        return RemoveLabel(made)

    def count(self) -> int:
        return 1


@journalled
@dataclass(frozen=True, slots=True)
class RemoveLabel:
    """Remove a label that nothing has."""

    label_id: int

    def apply(self, tx: Tx) -> Command:
        old = labels.remove(tx, LabelId(self.label_id))
        return AddLabel(old.name, old.id, old.position)

    def count(self) -> int:
        return 1


@journalled
@dataclass(frozen=True, slots=True)
class RenameLabel:
    """Give a label another name."""

    label_id: int
    name: str

    def apply(self, tx: Tx) -> Command:
        return RenameLabel(self.label_id, labels.rename(tx, LabelId(self.label_id), self.name))

    def count(self) -> int:
        return 1


@journalled
@dataclass(frozen=True, slots=True)
class LabelImages:
    """Give every picture of *ids* the same label (None: unlabel them)."""

    ids: tuple[int, ...]
    label_id: int | None

    def apply(self, tx: Tx) -> Command:
        label = None if self.label_id is None else LabelId(self.label_id)
        return RestoreLabels(labels.assign(tx, {ImageId(image): label for image in self.ids}))

    def count(self) -> int:
        return len(self.ids)


@journalled
@dataclass(frozen=True, slots=True)
class RestoreLabels:
    """Give every picture a label of its own."""

    wanted: dict[ImageId, LabelId | None]

    def apply(self, tx: Tx) -> Command:
        return RestoreLabels(labels.assign(tx, self.wanted))

    def count(self) -> int:
        return len(self.wanted)


@journalled
@dataclass(frozen=True, slots=True)
class RejectImages:
    """Put pictures aside; they stay in the project."""

    ids: tuple[int, ...]

    def apply(self, tx: Tx) -> Command:
        changed = images.set_states(tx, [ImageId(image) for image in self.ids], ImageState.REJECTED)
        return KeepImages(tuple(changed))

    def count(self) -> int:
        return len(self.ids)


@journalled
@dataclass(frozen=True, slots=True)
class KeepImages:
    """Bring rejected pictures back."""

    ids: tuple[int, ...]

    def apply(self, tx: Tx) -> Command:
        changed = images.set_states(tx, [ImageId(image) for image in self.ids], ImageState.KEPT)
        return RejectImages(tuple(changed))

    def count(self) -> int:
        return len(self.ids)


@journalled
@dataclass(frozen=True, slots=True)
class LabelAsNew:
    """Make a label and give it to every picture of *ids*, in one step for undo."""

    name: str
    ids: tuple[int, ...]
    label_id: int | None = None
    position: int | None = None

    def apply(self, tx: Tx) -> Command:
        made = labels.add(tx, self.name, None if self.label_id is None else LabelId(self.label_id), self.position)
        return ForgetNewLabel(made, labels.assign(tx, {ImageId(image): made for image in self.ids}))

    def count(self) -> int:
        return len(self.ids)


@journalled
@dataclass(frozen=True, slots=True)
class ForgetNewLabel:
    """Take `LabelAsNew` back: *wanted* is what its pictures had before."""

    label_id: int
    wanted: dict[ImageId, LabelId | None]

    def apply(self, tx: Tx) -> Command:
        labels.assign(tx, self.wanted)
        old = labels.remove(tx, LabelId(self.label_id))
        return LabelAsNew(old.name, tuple(self.wanted), old.id, old.position)

    def count(self) -> int:
        return len(self.wanted)
