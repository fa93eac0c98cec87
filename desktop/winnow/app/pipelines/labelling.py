"""Labels by name: made where they are missing, then given."""

from __future__ import annotations

from collections.abc import Sequence

from winnow.app.commands.labelling import AddLabel, LabelImages, RestoreLabels
from winnow.app.queries.lookup import folder_images, label_called, label_id_of
from winnow.app.session import Session
from winnow.base.errors import UserError
from winnow.domain.ids import ImageId, LabelId
from winnow.domain.label import clean_name


class NoFolders(UserError):
    """No picture lies in a folder that could name its label."""

    def __init__(self) -> None:
        super().__init__("No picture came from a folder below the one that was imported, so no folder names a label.")


def label_as(session: Session, images: Sequence[int], name: str) -> int:
    """Give *images* the label *name*, one step to undo; return how many there are."""
    label = _made(session, name)
    return session.do(LabelImages(tuple(images), label)).result() if images else 0


def label_by_folder(session: Session) -> int:
    """Give every kept picture the name of its folder as its label, one step to undo; return how many changed.

    Raises:
        NoFolders: no picture lies in one.
    """
    found = session.ask(folder_images)
    if not found:
        raise NoFolders
    wanted: dict[ImageId, LabelId | None] = {}
    for folder, images in found.items():
        label = _made(session, folder)
        wanted.update(dict.fromkeys(images, label))
    return session.do(RestoreLabels(wanted)).result()


def _made(session: Session, name: str) -> LabelId:
    name = clean_name(name)
    found = session.ask(label_id_of, name)
    if found is None:
        session.do(AddLabel(name)).result()
        found = session.ask(label_called, name).id
    return found
