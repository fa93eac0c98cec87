from __future__ import annotations

import dataclasses

import pytest

from winnow.domain.recipe import Balance, OwnNetwork, Recipe, RecipeKind, Schedule, default_recipe
from winnow.domain.recipe_words import DataFacts, explained, sentence

FACTS = DataFacts(464, 100, (("cat", 232), ("dog", 232)), 480)


@pytest.mark.parametrize("kind", RecipeKind)
def test_every_choice_of_a_recipe_has_its_sentence(kind):
    rows = explained(default_recipe(kind, FACTS.train), FACTS)
    assert all(row.words.endswith(".") and row.title and row.value for row in rows)
    told = {row.name for row in rows}
    # Those that belong to another field are told with it.
    inner = {"warm_up", "momentum", "period_epochs", "plateau_epochs", "own"}
    other = {
        RecipeKind.QUICK: {"frozen_epochs", "mixup", "cutmix", "augmentation"},
        RecipeKind.FINE_TUNE: {"views"},
        RecipeKind.SCRATCH: {"views", "frozen_epochs"},
    }[kind]
    assert told == {field.name for field in dataclasses.fields(Recipe)} - inner - other


def test_sentences_speak_of_the_data_at_hand():
    recipe = Recipe(batch_size=16, epochs=20)
    assert "in 580 steps of 29 an epoch" in sentence("epochs", recipe, FACTS)
    assert "more than an eighth of your 464" in sentence("batch_size", Recipe(batch_size=128), FACTS)
    assert "One picture of 100 in valid is 1 %" in sentence("early_stop_epochs", Recipe(early_stop_epochs=5), FACTS)
    assert "train again with fewer epochs" in sentence("early_stop_epochs", Recipe(early_stop_epochs=5), FACTS)
    small = dataclasses.replace(FACTS, edge_px=32)
    assert "typically 32 pixels" in sentence("fit", recipe, small)
    assert "enlarged" not in sentence("fit", recipe, FACTS)


def test_unequal_classes_are_told_by_their_ratio():
    unequal = DataFacts(100, 20, (("cat", 75), ("dog", 25)))
    assert "3.0 times" in sentence("balance", Recipe(), unequal)
    assert "near enough" in sentence("balance", Recipe(), FACTS)
    assert "drawn more often" in sentence("balance", Recipe(balance=Balance.SAMPLING), unequal)


def test_every_schedule_says_what_it_does():
    said = {sentence("schedule", Recipe(schedule=one), FACTS) for one in Schedule}
    assert len(said) == len(Schedule)


def test_ones_own_network_is_told_as_what_it_is():
    own = Recipe(own=OwnNetwork("net.py", "Mine", "00"))
    assert "runs with your rights" in sentence("network", own, FACTS)
