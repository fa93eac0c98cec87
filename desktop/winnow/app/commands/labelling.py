"""Commands about labels and rejecting."""

from __future__ import annotations

from dataclasses import dataclass

from winnow.app.commands.command import Command, journalled
from winnow.domain.ids import ImageId, LabelId
from winnow.domain.image import ImageState
from winnow.domain.label import Label, clean_name
from winnow.store import images, labels
from winnow.store.database import Tx


@journalled
@dataclass(frozen=True, slots=True)
class AddLabel:
    """Make a label; *label_id*, *position* and *colour* bring back a removed one."""

    name: str
    label_id: int | None = None
    position: int | None = None
    colour: str = ""

    def apply(self, tx: Tx) -> Command:
        number = None if self.label_id is None else LabelId(self.label_id)
        return RemoveLabel(labels.add(tx, self.name, number, self.position, self.colour))

    def count(self) -> int:
        return 1


@journalled
@dataclass(frozen=True, slots=True)
class RemoveLabel:
    """Remove a label that nothing has."""

    label_id: int

    def apply(self, tx: Tx) -> Command:
        old = labels.remove(tx, LabelId(self.label_id))
        return AddLabel(old.name, old.id, old.position, old.colour)

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
class EditLabel:
    """Give a label another name and a *colour* of its own, "" that of the set, in one step for undo."""

    label_id: int
    name: str
    colour: str

    def apply(self, tx: Tx) -> Command:
        number = LabelId(self.label_id)
        old = labels.rename(tx, number, self.name)
        return EditLabel(self.label_id, old, labels.recolour(tx, number, self.colour))

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
class AcceptSuggestions:
    """Make suggested labels the labels of their pictures."""

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


@journalled
@dataclass(frozen=True, slots=True)
class LabelEach:
    """Give every picture the label of a name, in one step for undo; names that are missing become labels.

    *made* brings back those that an earlier time had made.
    """

    wanted: dict[ImageId, str]
    made: tuple[Label, ...] = ()

    def apply(self, tx: Tx) -> Command:
        again = {label.name: label for label in self.made}
        known = {label.name: label.id for label in labels.all_labels(tx.connection)}
        made = []
        for name in dict.fromkeys(map(clean_name, self.wanted.values())):
            if name not in known:
                old = again.get(name)
                known[name] = labels.add(tx, name, old.id, old.position, old.colour) if old else labels.add(tx, name)
                made.append(int(known[name]))
        before = labels.assign(tx, {image: known[clean_name(name)] for image, name in self.wanted.items()})
        return UnlabelEach(before, tuple(made), self.wanted)

    def count(self) -> int:
        return len(self.wanted)


@journalled
@dataclass(frozen=True, slots=True)
class UnlabelEach:
    """Take `LabelEach` back: *before* is what its pictures had, *made* are the labels that it made."""

    before: dict[ImageId, LabelId | None]
    made: tuple[int, ...]
    wanted: dict[ImageId, str]

    def apply(self, tx: Tx) -> Command:
        labels.assign(tx, self.before)
        return LabelEach(self.wanted, tuple(labels.remove(tx, LabelId(label)) for label in self.made))

    def count(self) -> int:
        return len(self.wanted)
