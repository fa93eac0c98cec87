"""What the window calls the kinds of recipes, in Train and wherever else a run is told of."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from winnow.domain.recipe import RecipeKind

RECIPE_KINDS: dict[Enum, object] = {
    RecipeKind.QUICK: QT_TRANSLATE_NOOP("Train", "Quick"),
    RecipeKind.FINE_TUNE: QT_TRANSLATE_NOOP("Train", "Fine-tune"),
    RecipeKind.SCRATCH: QT_TRANSLATE_NOOP("Train", "From scratch"),
}


def recipe_kind_words(kind: RecipeKind) -> str:
    """Return what *kind* is called."""
    return QCoreApplication.translate("Train", str(RECIPE_KINDS[kind]))
