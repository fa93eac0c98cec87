"""Flipped labels found again, in a copy of the project that the environment names by WINNOW_BENCH_PROJECT.

5 % of its labels are flipped, by three seeds; the folds are run, and it is
counted how many of the flips of train and valid are in the first tenth of the
list. Then the suspects that are flips are put right, the same folds are run
again, and the change is given with its paired interval.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from figures import Figure, Found, Note, Skipped

from winnow.app.commands.labelling import RestoreLabels
from winnow.app.pipelines.suspecting import find_suspects
from winnow.app.queries.samples import current_split, labelled
from winnow.app.queries.suspects import SuspectList
from winnow.app.session import Session
from winnow.domain.ids import ImageId, LabelId
from winnow.domain.split import Part

_SHARE = 0.05
_SEEDS = (0, 1, 2)


def finding() -> Iterator[Found]:
    """Share of flipped labels of train and valid in the first tenth of the list, the worst of three seeds."""
    project = os.environ.get("WINNOW_BENCH_PROJECT", "")
    if not project:
        yield Skipped("G-suspects", "flips found", "set WINNOW_BENCH_PROJECT to a labelled and split project")
        return
    worst = 1.0
    for seed in _SEEDS:
        with tempfile.TemporaryDirectory(prefix="winnow-flips-") as folder:
            copy = Path(folder) / "copy.winnow"
            shutil.copytree(project, copy)
            share, words = _one(copy, seed)
            worst = min(worst, share)
            yield Note(words)
    yield Figure("G-suspects", "flips in the first tenth", 100 * worst, 80, unit=" %")


def _one(project: Path, seed: int) -> tuple[float, str]:
    random = np.random.default_rng(seed)
    with Session.open(project) as session:
        rows = [row for row in session.ask(labelled, session.ask(current_split)) if row.part is not None]
        labels = sorted({row.label_id for row in rows})
        chosen = random.choice(len(rows), round(_SHARE * len(rows)), replace=False)
        right = {rows[at].image_id: LabelId(rows[at].label_id) for at in chosen.tolist()}
        wrong: dict[ImageId, LabelId | None] = {
            image: LabelId(int(random.choice([one for one in labels if one != label])))
            for image, label in right.items()
        }
        session.do(RestoreLabels(wrong)).result()
        flips = {int(row.image_id) for row in rows if row.image_id in right and row.part is not Part.TEST}
        first = _found(session)
        tenth = first.rows[: len(first.rows) // 10]
        inside = flips & {row.image_id for row in tenth}
        suspected = {row.image_id for row in first.suspected}
        session.do(RestoreLabels({ImageId(image): right[ImageId(image)] for image in suspected & flips})).result()
        change = _found(session).change
        assert change is not None
        low, high = change.interval
        return len(inside) / len(flips), (
            f"seed {seed}: {len(inside)} of {len(flips)} flips in the first {len(tenth)} of {len(first.rows)} "
            f"({len(inside) / len(flips):.0%}); suspected {len(suspected)}, {len(suspected & flips)} of them flips; "
            f"put right: {change.difference:+.2%} ({low:+.2%} to {high:+.2%}), {change.won} won, {change.lost} lost, "
            f"p = {change.p_value:.2g}"
        )


def _found(session: Session) -> SuspectList:
    found = None
    for event in find_suspects(session):
        if isinstance(event, SuspectList):
            found = event
    assert found is not None
    return found
