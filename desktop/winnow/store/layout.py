"""The folder of a project: what lies where."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SUFFIX = ".winnow"


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths inside a project's folder."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / "project.db"

    @property
    def lock(self) -> Path:
        return self.folder / "project.lock"

    @property
    def labels(self) -> Path:
        return self.folder / "labels.jsonl"

    @property
    def originals(self) -> Path:
        """Pictures as they came, by content; never rewritten."""
        return self.folder / "originals"

    @property
    def vectors(self) -> Path:
        return self.folder / "vectors"

    @property
    def runs(self) -> Path:
        return self.folder / "runs"

    @property
    def cache(self) -> Path:
        """May be deleted at any time."""
        return self.folder / "cache"

    @property
    def prepared(self) -> Path:
        """Prepared pixels, of which the ones used longest ago go."""
        return self.cache / "prepared"

    @property
    def ballast(self) -> Path:
        """Space for when the disk is full, see `winnow.store.ballast`."""
        return self.cache / "ballast"

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    @property
    def exports(self) -> Path:
        """Where exports go unless the person says otherwise."""
        return self.folder / "exports"

    def run(self, run_id: int) -> Path:
        """Return the folder of one run's weights."""
        return self.runs / f"{run_id:04d}"

    def make(self) -> None:
        """Make the folders that are missing."""
        for folder in (self.originals, self.vectors, self.runs, self.cache, self.backups):
            folder.mkdir(parents=True, exist_ok=True)
