"""Labels by name: made where they are missing, then given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from winnow.app.commands.labelling import LabelAsNew, LabelEach, LabelImages
from winnow.app.queries.lookup import folder_images, label_id_of
from winnow.app.session import Session
from winnow.base.errors import UserError
from winnow.domain.ids import ImageId, SourceId
from winnow.domain.label import clean_name
from winnow.store import images


class NoFolders(UserError):
    """No picture lies in a folder that could name its label."""

    def __init__(self) -> None:
        super().__init__("No picture came from a folder below the one that was imported, so no folder names a label.")


def label_as(session: Session, ids: Sequence[int], name: str) -> int:
    """Give the pictures *ids* the label *name*, made if it is missing, one step to undo; return how many there are."""
    if not ids:
        return 0
    known = session.ask(label_id_of, name)
    command = LabelAsNew(clean_name(name), tuple(ids)) if known is None else LabelImages(tuple(ids), known)
    return session.do(command).result()


def label_by_folder(session: Session) -> int:
    """Give every kept picture the name of its folder as its label, one step to undo; return how many changed.

    Raises:
        NoFolders: no picture lies in one.
    """
    found = session.ask(folder_images)
    if not found:
        raise NoFolders
    return _label_each(session, found)


def label_as_told(session: Session, source: SourceId) -> int:
    """Give each unlabelled picture of *source* the true label that came with it, one step to undo; return how many."""
    found = session.ask(images.told_labels, source)
    return _label_each(session, found) if found else 0


def _label_each(session: Session, wanted: Mapping[str, Sequence[ImageId]]) -> int:
    each = {image: name for name, ids in wanted.items() for image in ids}
    return session.do(LabelEach(each)).result()
