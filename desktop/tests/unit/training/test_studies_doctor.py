"""Planted faults, each found and nothing else; and healthy runs, of which nothing is said. All are real trainings."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from unit.training.studied import clouds, facts

from winnow.domain.diagnosis import Diagnosis, Finding
from winnow.domain.recipe import OptimiserKind, Schedule
from winnow.domain.run import EpochDone
from winnow.training.studies.doctor import diagnose, rates_of


def constant(classes):
    train, labels, valid, valid_labels = clouds(3, classes=classes)
    return np.tile(train[:1], (len(train), 1)), labels, np.tile(train[:1], (len(valid), 1)), valid_labels


def shuffled(seed, share):
    """Swap the labels of *share* of all for others, in both parts."""
    random = np.random.default_rng(seed)
    train, labels, valid, valid_labels = clouds(seed)
    for some in (labels, valid_labels):
        chosen = random.random(len(some)) < share
        some[chosen] = random.permutation(some[chosen])
    return train, labels, valid, valid_labels


def memorised():
    """Few frames, many numbers, and a third of the labels of train turned round."""
    random = np.random.default_rng(5)
    train, labels, valid, valid_labels = clouds(5, train=80, dim=256, apart=5.0)
    chosen = random.random(len(labels)) < 0.25
    labels[chosen] = 1 - labels[chosen]
    return train, labels, valid, valid_labels


FAULTS = {
    "all pictures the same": (Finding.STUCK, lambda: facts(constant(2))),
    "all pictures the same, five classes": (Finding.STUCK, lambda: facts(constant(5), 5)),
    "one class in twenty is the other": (
        Finding.ONE_CLASS,
        lambda: facts(clouds(4, apart=0.4, dim=8, shares=(0.94, 0.06)), learning_rate=2e-2),
    ),
    "a rate of 3": (Finding.RATE_TOO_HIGH, lambda: facts(clouds(6, apart=1.0), learning_rate=3.0)),
    "sgd at a rate of 50": (
        Finding.RATE_TOO_HIGH,
        lambda: facts(clouds(7, apart=1.0), learning_rate=50.0, optimiser=OptimiserKind.SGD, clip_norm=0.0),
    ),
    "a rate of 1e-5": (Finding.RATE_TOO_LOW, lambda: facts(clouds(8), learning_rate=1e-5)),
    "a quarter of few labels wrong": (Finding.OVER_FITTING, lambda: facts(memorised(), learning_rate=2e-2, epochs=30)),
    "ten to look at": (Finding.VALID_TOO_SMALL, lambda: facts(clouds(9, valid=10))),
    "batches of 2 at a constant rate": (
        Finding.LATE_VARIANCE,
        lambda: facts(
            clouds(10, apart=0.8),
            batch_size=2,
            learning_rate=0.03,
            optimiser=OptimiserKind.SGD,
            schedule=Schedule.CONSTANT,
        ),
    ),
    "all labels shuffled": (Finding.LABELS_SHUFFLED, lambda: facts(shuffled(11, 1.0))),
    "valid from another place": (Finding.PARTS_DIFFER, lambda: facts(clouds(12, moved=4.0))),
}

HEALTHY = {
    "two classes": lambda: facts(clouds(20)),
    "close together": lambda: facts(clouds(21, apart=1.5)),
    "very close together": lambda: facts(clouds(22, apart=1.2, train=800), learning_rate=1e-3),
    "far apart": lambda: facts(clouds(23, apart=6.0)),
    "five classes": lambda: facts(clouds(24, classes=5, train=500, apart=4.0), 5),
    "three to one": lambda: facts(clouds(25, shares=(0.75, 0.25))),
    "sgd": lambda: facts(clouds(26), optimiser=OptimiserKind.SGD, learning_rate=0.02),
    "constant rate": lambda: facts(clouds(27), schedule=Schedule.CONSTANT),
    "long": lambda: facts(clouds(28), epochs=40),
    "a tenth of the labels wrong": lambda: facts(shuffled(29, 0.2)),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_raises_its_own_message_and_no_other(fault):
    wanted, run = FAULTS[fault]
    found = diagnose(run())
    assert [one.finding for one in found] == [wanted]
    assert "{" not in found[0].words()
    assert found[0].action()


@pytest.mark.parametrize("case", HEALTHY)
def test_of_a_healthy_run_nothing_is_said(case):
    assert diagnose(HEALTHY[case]()) == ()


def test_a_loss_that_is_no_number_is_a_rate_too_high_even_without_an_epoch():
    healthy = facts(clouds(30), epochs=1)
    (found,) = diagnose(replace(healthy, epochs=(), epoch_rates=(), highest_loss=math.inf))
    assert found.finding is Finding.RATE_TOO_HIGH
    assert diagnose(replace(healthy, epochs=(), epoch_rates=())) == ()


def test_what_is_not_known_is_not_concluded_from():
    run = facts(shuffled(11, 1.0))
    assert Finding.LABELS_SHUFFLED not in [one.finding for one in diagnose(replace(run, neighbours=None))]
    apart = facts(clouds(12, moved=4.0))
    assert diagnose(replace(apart, parts_auc=None)) == ()


def test_a_message_says_its_numbers():
    (found,) = diagnose(facts(clouds(9, valid=10)))
    assert found.words() == "Pictures in valid: 10, so 27 points between two runs may be chance."
    assert dict(found.evidence)["n"] == 10
    assert all(Diagnosis(one, ()).action() for one in Finding)


def test_the_rates_of_epochs_are_those_of_their_steps():
    steps = np.array([[1, 0.7, 0.5, 0.1], [2, 0.7, 0.5, 0.3], [3, 0.7, 0.5, 0.5], [4, 0.7, 0.5, 0.7]])
    epochs = [EpochDone(epoch, step, 0.7, 0.5, 0.7, 0.5, 0.1, True) for epoch, step in ((1, 2), (2, 4))]
    assert rates_of(steps, tuple(epochs)) == pytest.approx((0.2, 0.6))
