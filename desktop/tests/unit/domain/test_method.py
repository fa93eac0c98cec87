from __future__ import annotations

import pytest

from winnow.domain.method import METHODS, MethodUnknown, SettingUnusable, cost_of, cost_words, method_called


def test_every_method_is_scikit_learns_and_has_its_parameters():
    import inspect

    import sklearn.cluster
    import sklearn.mixture

    for method in METHODS.values():
        theirs = getattr(sklearn.cluster, method.name, None) or getattr(sklearn.mixture, method.name)
        known = set(inspect.signature(theirs).parameters) | {"pca", "quantile"}
        assert {parameter.name for parameter in method.parameters} <= known
        assert method.about.endswith(".")
        assert all(parameter.about.endswith(".") for parameter in method.parameters)
        assert method.settings({})


def test_settings_are_checked():
    kmeans = method_called("KMeans")
    assert kmeans.settings({"n_init": "3"})["n_init"] == 3
    assert kmeans.settings({})["n_init"] == 10
    for setting, why in (
        ({"n_init": "x"}, "no number"),
        ({"n_init": 1.5}, "no whole number"),
        ({"n_init": 0}, "within 1 to 100"),
        ({"init": "best"}, "choose k-means"),
        ({"eps": 1}, "its settings are"),
    ):
        with pytest.raises(SettingUnusable, match=why):
            kmeans.settings(setting)
    with pytest.raises(MethodUnknown, match="KMeans"):
        method_called("Magic")


def test_the_cost_is_said_before():
    assert not cost_of(METHODS["KMeans"], 1000, 1280, 8).is_heavy
    heavy = cost_of(METHODS["AgglomerativeClustering"], 100_000, 1280, 8)
    assert heavy.is_heavy
    assert heavy.sampled == 10_000
    words = cost_words(METHODS["AgglomerativeClustering"], 100_000, 1280, 8)
    assert "a sample of 10\u2009000" in words
    assert words.startswith("About ")
    assert cost_of(METHODS["KMeans"], 10**6, 1280, 50).seconds > cost_of(METHODS["KMeans"], 10**5, 1280, 50).seconds
