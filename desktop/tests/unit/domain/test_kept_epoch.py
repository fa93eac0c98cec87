"""Which epoch's weights a run keeps."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from winnow.domain.kept_epoch import Why, is_kept, kept_of
from winnow.domain.run import EpochDone


def run_of(valid: int, *looks: tuple[int, float]) -> list[EpochDone]:
    """Return the epochs of a run that looked at *valid* pictures; of each how many were right, and the loss."""
    epochs: list[EpochDone] = []
    for number, (right, loss) in enumerate(looks, start=1):
        best = is_kept(epochs, right / valid, loss, valid)
        epochs.append(EpochDone(number, 10 * number, 0.5, 0.8, loss, right / valid, 1.0, best))
    return epochs


def kept(valid: int, *looks: tuple[int, float]) -> int:
    found = kept_of(run_of(valid, *looks), valid)
    assert found is not None
    return found.epoch.epoch


def test_an_early_epoch_that_was_lucky_with_one_picture_is_not_kept() -> None:
    assert kept(100, (100, 0.42), (99, 0.05), (99, 0.02)) == 3


def test_what_is_better_by_more_than_chance_is_kept_whatever_its_loss() -> None:
    assert kept(1000, (700, 0.55), (760, 0.70)) == 2
    assert kept(1000, (760, 0.70), (700, 0.55)) == 1
    # The same shares, of twenty pictures.
    assert kept(20, (14, 0.55), (15, 0.70)) == 1


def test_of_equals_the_lower_loss_is_kept_and_of_the_very_same_the_first() -> None:
    assert kept(50, (40, 0.5), (40, 0.4), (40, 0.4)) == 2


def test_steps_down_that_are_each_within_chance_do_not_add_up() -> None:
    """Accuracy falls by a picture an epoch while the loss falls: from the highest on, not from the one before."""
    falling = [(90 - at, 0.5 - at / 100) for at in range(20)]
    found = kept_of(run_of(100, *falling), 100)
    assert found is not None
    assert 86 <= round(found.epoch.valid_accuracy * 100) < 90


def test_whatever_was_seen_what_is_kept_is_near_the_highest_and_is_what_a_resumed_run_would_keep() -> None:
    random = np.random.default_rng(0)
    for valid in (1, 2, 10, 60, 400):
        for _ in range(30):
            looks = [(int(random.integers(0, valid + 1)), float(random.uniform(0.1, 1))) for _ in range(12)]
            epochs = run_of(valid, *looks)
            found = kept_of(epochs, valid)
            assert found is not None
            assert epochs[0].is_best
            share = max(one.valid_accuracy for one in epochs)
            error = np.sqrt(max(share * (1 - share), 1 / valid) / valid) + 2 / valid
            assert found.epoch.valid_accuracy >= share - error - 1e-9
            half = run_of(valid, *looks[:6])
            assert half == epochs[:6]


@pytest.mark.parametrize(
    ("looks", "why", "words"),
    [
        ([(60, 0.6), (90, 0.3)], Why.HIGHEST, "its accuracy on valid, 90.0%, is the highest"),
        ([(100, 0.4), (99, 0.02)], Why.LOWEST_LOSS, "the lowest of the 2 that are equally good. The highest"),
        ([(80, 0.3), (83, 0.5), (85, 0.6), (86, 0.9)], Why.NEAR, "one of the 3 that are equally good"),
    ],
)
def test_the_reason_is_said(looks: list[tuple[int, float]], why: Why, words: str) -> None:
    found = kept_of(run_of(100, *looks), 100)
    assert found is not None
    assert found.why is why
    assert words in found.words()
    assert f"The weights of epoch {found.epoch.epoch} are kept" in found.words()


def test_a_run_that_an_older_program_trained_is_not_explained_by_a_rule_that_it_had_not() -> None:
    old = [
        replace(one, is_best=best) for one, best in zip(run_of(100, (99, 0.1), (100, 0.4)), (True, True), strict=True)
    ]
    found = kept_of(old, 100)
    assert found is not None
    assert (found.epoch.epoch, found.why) == (2, Why.HIGHEST)


def test_nothing_is_kept_of_nothing() -> None:
    assert kept_of([], 100) is None
