"""What can go wrong with a project's files, in words."""

from __future__ import annotations

from pathlib import Path

from winnow.base.counted import counted
from winnow.base.disks import disk_words
from winnow.base.errors import ContractError, OutsideError, UserError


class NotAProject(UserError):
    """The path is not a Winnow project."""

    def __init__(self, path: Path, why: str) -> None:
        self.path = path
        super().__init__(f"{path} is not a Winnow project: {why}.")


class ProjectExists(UserError):
    """A new project was asked for where there is something already."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path} exists already. Choose another name, or open it.")


class ProjectLeadsOutside(UserError):
    """Something in a project's folder leads to another place, as nothing that Winnow makes does."""

    def __init__(self, folder: Path, path: Path) -> None:
        self.folder = folder
        self.path = path
        super().__init__(
            f"{path} leads out of the project's folder or is no file, so {folder} was not opened: in that way "
            "a project from somebody else could read or change your files. If it is your own, put in its place "
            "what it leads to."
        )


class ProjectTooNew(UserError):
    """A newer Winnow has written the project."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path} was written by a newer Winnow. Update Winnow to open it; nothing was changed.")


class ProjectTooOld(UserError):
    """An older Winnow has written the project, and it can only be read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            f"{path} was written by an older Winnow and must be brought up to date first, which is not possible while "
            "it can only be read. Copy it to a folder that can be written, and open it there."
        )


class ProjectDamaged(OutsideError):
    """The database does not pass its own checks."""

    def __init__(self, path: Path, found: str) -> None:
        self.path = path
        self.found = found
        super().__init__(
            f"{path} is damaged ({found}). 'winnow doctor --restore' brings back the newest backup "
            "and every label that was given since; nothing is deleted by it."
        )


class DatabaseMissing(ProjectDamaged):
    """The folder has a project's pictures or labels, but not its database."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "the file is missing")


class ProjectReadOnly(UserError):
    """Something was to be changed in a project that is open to look at only."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(f"{folder} is open to look at only, so nothing can be changed in it.")


class OnNetworkDisk(UserError):
    """A project lies on a disk of another computer: it works, more slowly and less safely."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(
            f"{folder} is on a disk of another computer. A break of the network while something is saved can damage "
            "the project. Move its folder to a disk of this computer, and open it there."
        )


class SaveFailed(OutsideError):
    """A transaction could not be committed; nothing of it was kept.

    *number* is the errno that fits the failure, *why* the words that came with it.
    """

    def __init__(self, path: Path, why: str, number: int | None = None) -> None:
        self.path = path
        self.number = number
        super().__init__(f"The last action was not saved. {disk_words(path.parent, number, why)}")


class SavedOnFullDisk(OutsideError):
    """A transaction was saved although the disk is full: the space that was kept for this is given up now."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(
            f"The disk of {folder} is full. What you did is saved, in space that was kept for this; "
            "before long nothing more can be. Free some space on it now."
        )


class ThumbnailsNotKept(OutsideError):
    """The thumbnail cache, the file *path*, could not be written; nothing of the project is lost by that."""

    def __init__(self, path: Path, why: str, number: int | None = None) -> None:
        self.path = path
        super().__init__(f"Thumbnails could not be stored. {disk_words(path.parent, number, why)}")


class VectorsDamaged(OutsideError):
    """Stored features in the file *path* are not as they were written; they are computed anew when asked for again."""

    def __init__(self, path: Path, count: int) -> None:
        self.path = path
        self.count = count
        super().__init__(
            f"Stored features of {counted(count, 'picture')} in {path} are damaged, so they were not used. "
            "Start again: they are computed anew. If it happens again, check the disk."
        )


class VectorsNoNumbers(OutsideError):
    """A network gave NaN or infinity in place of the features of *count* pictures."""

    def __init__(self, count: int) -> None:
        self.count = count
        super().__init__(
            f"The network gave no numbers for {counted(count, 'picture')}, so their features were not kept. "
            "Start again; if it happens again, choose another network."
        )


class ProjectUnreachable(OutsideError):
    """A project cannot be opened because its disk does not let it."""

    def __init__(self, folder: Path, why: str, number: int | None = None) -> None:
        self.folder = folder
        self.number = number
        super().__init__(f"The project cannot be opened. {disk_words(folder, number, why)}")


class ItemUnknown(UserError):
    """A number does not name anything in the project."""

    def __init__(self, what: str, number: object) -> None:
        self.what = what
        super().__init__(f"There is no {what} {number} in this project.")


class LabelInUse(UserError):
    """A label that pictures or frames still have was to be removed."""

    def __init__(self, name: str, count: int) -> None:
        self.name = name
        self.count = count
        there = counted(count, "picture or frame", "pictures or frames")
        super().__init__(f"The label {name!r} is still on {there}. Give them another label first.")


class TestSealed(ContractError):
    """The test part was asked for without an opening in the log: only looking, which is counted, breaks the seal."""

    __test__ = False

    def __init__(self, split_id: int) -> None:
        self.split_id = split_id
        super().__init__(f"the test part of split {split_id} is sealed: log an opening first")
