"""What is far from its neighbours scores low, whether or not there are labels."""

from __future__ import annotations

import numpy as np

from winnow.vision.belonging import NO_LABEL, belonging


def around(middle: list[float], count: int, seed: int, spread: float = 0.15) -> np.ndarray:
    """Return *count* vectors of length 1 near *middle*."""
    made = np.array(middle) + np.random.default_rng(seed).normal(0, spread, (count, len(middle)))
    return (made / np.linalg.norm(made, axis=1, keepdims=True)).astype(np.float32)


CATS, DOGS, HORSES = [1.0, 0.3, 0, 0], [0.3, 1.0, 0, 0], [0, 0, 1.0, 0.2]


def test_without_labels_a_stranger_scores_lowest():
    vectors = np.concatenate([around(CATS, 40, 1), around(HORSES, 1, 2)])

    scores = belonging(vectors, np.full(41, NO_LABEL))

    assert scores.argmin() == 40
    assert scores[40] < 0.5


def test_a_pile_of_strangers_does_not_keep_itself_company_once_there_are_labels():
    vectors = np.concatenate([around(CATS, 30, 1), around(DOGS, 30, 2), around(HORSES, 10, 3)])
    labels = np.repeat([7, 9, NO_LABEL], [30, 30, 10])

    scores = belonging(vectors, labels)

    assert scores[60:].max() < 0.5
    assert (scores[:60] >= 0.5).mean() > 0.9


def test_a_picture_with_another_label_does_not_belong():
    vectors = np.concatenate([around(CATS, 30, 1), around(DOGS, 30, 2)])
    labels = np.repeat([0, 1], 30)
    labels[0] = 1

    scores = belonging(vectors, labels)

    assert scores[0] < 0.5
    assert scores.argmin() == 0


def test_a_label_of_few_pictures_is_no_measure_yet():
    vectors = np.concatenate([around(CATS, 20, 1), around(DOGS, 12, 2), around(HORSES, 2, 3)])

    scores = belonging(vectors, np.repeat([0, 1, 2], [20, 12, 2]))

    assert scores[32:].max() < 0.5, "they are compared with the labels that have enough"
    assert (scores[:32] >= 0.5).mean() > 0.9


def test_equal_pictures_all_belong():
    scores = belonging(np.repeat(around(CATS, 1, 1), 12, axis=0), np.full(12, NO_LABEL))

    np.testing.assert_array_equal(scores, 1)


def test_too_few_have_no_score():
    assert belonging(np.empty((0, 4), np.float32), np.empty(0, np.int64)).shape == (0,)
    assert np.isnan(belonging(around(CATS, 9, 1), np.full(9, NO_LABEL))).all()
