"""What can go wrong with a project's files, in words."""

from __future__ import annotations

from pathlib import Path

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


class ProjectTooNew(UserError):
    """A newer Winnow has written the project."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path} was written by a newer Winnow. Update Winnow to open it; nothing was changed.")


class ProjectDamaged(OutsideError):
    """The database does not pass its own checks."""

    def __init__(self, path: Path, found: str) -> None:
        self.path = path
        self.found = found
        super().__init__(f"{path} is damaged ({found}). Run 'winnow doctor' on it, or restore a backup from 'backups'.")


class SaveFailed(OutsideError):
    """A transaction could not be committed; nothing of it was kept."""

    def __init__(self, path: Path, why: str) -> None:
        self.path = path
        super().__init__(
            f"{path} could not be written ({why}). The last action was not saved. "
            "Check that the disk is there and has room, then try again."
        )


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
        super().__init__(f"The label {name!r} is still on {count} pictures or frames. Give them another label first.")


class TestSealed(ContractError):
    """The test part was asked for without an opening in the log: only looking, which is counted, breaks the seal."""

    __test__ = False

    def __init__(self, split_id: int) -> None:
        self.split_id = split_id
        super().__init__(f"the test part of split {split_id} is sealed: log an opening first")
