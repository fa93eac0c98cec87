from __future__ import annotations

import numpy as np
import pytest

from winnow.base.errors import ContractError
from winnow.domain.cluster import NOISE, Clustering, carried_names
from winnow.domain.spot_check import Purity


def clustering(clusters, names=None, ids=None):
    n = len(clusters)
    return Clustering(
        "KMeans",
        "embedding",
        max(clusters) + 1,
        0,
        np.arange(n) if ids is None else np.array(ids),
        np.array(clusters, np.int32),
        np.arange(n, dtype=np.float32)[::-1],
        names=names or {},
    )


def test_a_name_goes_on_where_three_fifths_stay_together():
    old = clustering([0] * 5 + [1] * 5, {0: "cats", 1: "dogs"})
    assert carried_names(old, clustering([1, 1, 1, 0, 0, 0, 0, 0, 2, 2])) == {1: "cats", 0: "dogs"}
    assert carried_names(old, clustering([0, 0, 1, 1, 2, 2, 2, 2, 2, 2])) == {2: "dogs"}


def test_of_two_names_that_want_one_cluster_the_larger_wins():
    old = clustering([0] * 3 + [1] * 5, {0: "kittens", 1: "cats"})
    assert carried_names(old, clustering([0] * 8)) == {0: "cats"}


def test_what_is_in_no_cluster_takes_no_name_and_gone_pictures_do_not_count():
    old = clustering([0] * 5, {0: "cats"})
    assert carried_names(old, clustering([NOISE] * 4 + [0])) == {}
    assert carried_names(old, clustering([0, 0], ids=[0, 4])) == {0: "cats"}


def test_members_come_nearest_first():
    assert clustering([0, 1, 0, 0]).members(0).tolist() == [3, 2, 0]


def test_a_spot_check_estimates_purity_with_its_interval():
    all_right = Purity(20, 20)
    assert all_right.share == 1
    assert all_right.interval == (pytest.approx(0.839, abs=0.001), 1)
    assert not all_right.is_mixed
    assert Purity(15, 20).is_mixed
    assert not Purity(0, 0).is_mixed
    with pytest.raises(ContractError):
        Purity(3, 2)
