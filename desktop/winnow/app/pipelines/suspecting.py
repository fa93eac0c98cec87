"""Wrong labels looked for: every fold is judged by a network that has not learned from it."""

from __future__ import annotations

from collections.abc import Generator

from winnow.app.pipelines.studies import run_folds
from winnow.app.queries.samples import current_split
from winnow.app.queries.suspects import suspect_list
from winnow.app.session import Session
from winnow.domain.recipe import RecipeKind, default_recipe
from winnow.domain.split import Part
from winnow.domain.study import FoldSettings, StudyKind
from winnow.store import studies

_FOLDS = 5


def find_suspects(session: Session) -> Generator[object, None, None]:
    """Run the folds of the split in force, the very same each time; yield events, at last the `SuspectList`.

    By the recipe of the folds that were run last on this split, so that what
    changes is the labels alone; by Quick where none were.

    Raises:
        NoSplitYet: see `current_split`. And what training raises.
    """
    split = session.ask(current_split)
    before = session.ask(studies.recent, StudyKind.FOLDS, split.id, 1)
    settings = before[0].settings if before else None
    if not isinstance(settings, FoldSettings):
        recipe = default_recipe(RecipeKind.QUICK, split.count(Part.TRAIN))
        settings = FoldSettings(recipe, split.k_fold or _FOLDS)
    yield from run_folds(session, settings)
    found = session.ask(suspect_list)
    if found is not None:
        yield found
