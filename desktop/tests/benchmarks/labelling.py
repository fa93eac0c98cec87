"""How many actions a person needs to label a pile: a simulated one works through the commands of the window."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from commands import PETS, environment, winnow
from figures import Figure, Found, Note, Skipped

CLUSTERS = 12
MOST_ACTIONS_PER_1000 = 60
LEAST_RIGHT = 0.97


@dataclass
class Person:
    """Somebody who knows what every picture shows, and counts every action: one labelling, one click on a picture."""

    session: Any
    truth: dict[int, str]
    actions: int = 0
    log: list[str] = field(default_factory=list)

    def act(self, words: str, count: int = 1) -> None:
        self.actions += count
        self.log.append(f"{count} {words}")

    def label_clusters(self) -> None:
        """Label each cluster as what most of it shows: one key press each."""
        from winnow.app.pipelines.labelling import label_as
        from winnow.store import clusterings

        current = self.session.ask(clusterings.current)
        for number in range(current.k):
            members = current.members(number).tolist()
            names, counts = np.unique([self.truth[image] for image in members], return_counts=True)
            label_as(self.session, members, str(names[counts.argmax()]))
        self.act("clusters labelled as what most of each shows", current.k)

    def mend_by_suggestion(self) -> None:
        """Ask which labels are doubted, leave out with a click each that is right as it is, and accept the others."""
        from winnow.app.pipelines.suggesting import accept, suggest
        from winnow.app.queries.suggestions import doubted

        _last(suggest(self.session))
        self.act("time suggestions are asked for")
        found = self.session.ask(doubted)
        names = self._names()
        right = [
            image
            for image, label in zip(found.ids.tolist(), found.labels.tolist(), strict=True)
            if names[label] == self.truth[image]
        ]
        self.act("doubted pictures left out, for they were right", len(found) - len(right))
        accept(self.session, right)
        self.act(f"acceptance of {len(right)} others")

    def share_right(self) -> float:
        names = self._names()
        rows = self.session.ask(_labels)
        return float(np.mean([label is not None and names[label] == self.truth[image] for image, label in rows]))

    def _names(self) -> dict[int, str]:
        from winnow.app.queries.lookup import all_labels

        return {int(label.id): label.name for label in self.session.ask(all_labels)}


def labelling() -> Iterator[Found]:
    """Actions for 1,000 pictures until 97 of 100 labels are right: clusters by majority, then mended by suggestion."""
    if not PETS.exists():
        yield Skipped("Sort", "actions", f"there are no pictures at {PETS}")
        return
    from winnow.app.pipelines.clustering import cluster
    from winnow.app.queries.lookup import folder_images
    from winnow.app.session import Session

    with tempfile.TemporaryDirectory(prefix="winnow-bench-") as folder:
        project = Path(folder) / "pets.winnow"
        _in_home(Path(folder) / "home")
        winnow(Path(folder) / "home", "new", str(project))
        winnow(Path(folder) / "home", "import", str(project), str(PETS))
        with Session.open(project) as session:
            truth = {int(image): name for name, ids in session.ask(folder_images).items() for image in ids}
            for seed in range(3):
                _last(cluster(session, CLUSTERS, seed=seed))
                person = Person(session, truth)
                person.label_clusters()
                before = person.share_right()
                person.mend_by_suggestion()
                yield Note(f"seed {seed}: {before:.1%} right by clusters, then {', '.join(person.log[1:])}")
                per_1000 = math.ceil(person.actions * 1000 / len(truth))
                yield Figure("Sort", f"actions for 1,000, seed {seed}", per_1000, MOST_ACTIONS_PER_1000, True, "")
                yield Figure(
                    "Sort", f"right labels, seed {seed}", 100 * person.share_right(), 100 * LEAST_RIGHT, unit=" %"
                )


def _in_home(home: Path) -> None:
    """Let this process keep its networks where the commands do."""
    import os

    os.environ.update(environment(home))


def _labels(connection: Any) -> list[tuple[int, int | None]]:
    found: list[tuple[int, int | None]] = connection.execute(
        "SELECT id, label_id FROM image WHERE state = 'kept'"
    ).fetchall()
    return found


def _last(steps: Generator[object, None, None]) -> object:
    found = None
    for event in steps:
        found = event
    return found
