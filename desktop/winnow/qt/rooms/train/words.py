"""The choices of a recipe and the states of a run, as the room calls them."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from winnow.domain.coupling import CouplingRule
from winnow.domain.fit import FitMode
from winnow.domain.recipe import Balance, OptimiserKind, RecipeKind, Schedule
from winnow.domain.recipe_words import FieldWords
from winnow.domain.run import RunState
from winnow.qt.core_words import core_words
from winnow.qt.recipe_words import RECIPE_KINDS

_WORDS: dict[Enum, object] = {
    **RECIPE_KINDS,
    Schedule.ONE_CYCLE: QT_TRANSLATE_NOOP("Train", "One-cycle"),
    Schedule.COSINE: QT_TRANSLATE_NOOP("Train", "Cosine with warm-up"),
    Schedule.STEP: QT_TRANSLATE_NOOP("Train", "Steps down"),
    Schedule.CONSTANT: QT_TRANSLATE_NOOP("Train", "Constant"),
    Schedule.PLATEAU: QT_TRANSLATE_NOOP("Train", "Reduce on plateau"),
    Schedule.RESTARTS: QT_TRANSLATE_NOOP("Train", "Cosine with warm restarts"),
    OptimiserKind.SGD: QT_TRANSLATE_NOOP("Train", "SGD, Nesterov"),
    OptimiserKind.ADAM: QT_TRANSLATE_NOOP("Train", "Adam"),
    OptimiserKind.ADAMW: QT_TRANSLATE_NOOP("Train", "AdamW"),
    Balance.NONE: QT_TRANSLATE_NOOP("Train", "Nothing"),
    Balance.WEIGHTS: QT_TRANSLATE_NOOP("Train", "Weigh rare ones more"),
    Balance.SAMPLING: QT_TRANSLATE_NOOP("Train", "Draw rare ones more"),
    CouplingRule.LINEAR: QT_TRANSLATE_NOOP("Train", "batch"),
    CouplingRule.SQUARE_ROOT: QT_TRANSLATE_NOOP("Train", "√ batch"),
    CouplingRule.MEASURED: QT_TRANSLATE_NOOP("Train", "measured"),
    FitMode.SQUISH: QT_TRANSLATE_NOOP("Train", "Squish"),
    FitMode.CROP: QT_TRANSLATE_NOOP("Train", "Centre crop"),
    FitMode.PAD: QT_TRANSLATE_NOOP("Train", "Pad"),
    FitMode.RANDOM_RESIZED_CROP: QT_TRANSLATE_NOOP("Train", "Random resized crop"),
    FitMode.TILES: QT_TRANSLATE_NOOP("Train", "Tiles"),
    RunState.RUNNING: QT_TRANSLATE_NOOP("Train", "Running"),
    RunState.DONE: QT_TRANSLATE_NOOP("Train", "Done"),
    RunState.STOPPED: QT_TRANSLATE_NOOP("Train", "Stopped early"),
    RunState.INTERRUPTED: QT_TRANSLATE_NOOP("Train", "Interrupted"),
    RunState.FAILED: QT_TRANSLATE_NOOP("Train", "Failed"),
}

Choice = RecipeKind | Schedule | OptimiserKind | Balance | CouplingRule | FitMode | RunState


def choice_words(choice: Choice) -> str:
    """Return what the room calls *choice*."""
    return QCoreApplication.translate("Train", str(_WORDS[choice]))


def in_language(said: FieldWords) -> FieldWords:
    """Return what is said of a field in the person's language."""
    return replace(said, title=core_words(said.title), words=core_words(said.words))


def percent(share: float) -> str:
    """Return a share as ``97.6 %``."""
    return f"{share * 100:.1f} %"
