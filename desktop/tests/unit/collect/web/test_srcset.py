from __future__ import annotations

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from unit.collect.web.material import material

from winnow.collect.web.srcset import Candidate, parsed


def chosen(text: str) -> str | None:
    """What a browser with a density of 1 shows where the picture is one pixel wide."""
    by_density: dict[float, str] = {}
    for one in parsed(text):
        density = float(one.width_px) if one.width_px else 1.0 if one.density is None else one.density
        by_density.setdefault(density, one.address)
    enough = [density for density in by_density if density >= 1]
    return by_density[min(enough) if enough else max(by_density)] if by_density else None


def test_all_vectors_of_the_browsers_own_tests():
    vectors = [json.loads(line) for line in material("srcset_vectors.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(vectors) == 63
    for vector in vectors:
        assert [one.address for one in parsed(vector["srcset"])] == vector["all_valid_candidates"], vector
        assert chosen(vector["srcset"]) == vector["expected"], vector


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a.jpg 300w, b,c.jpg 600w", [("a.jpg", 300, None), ("b,c.jpg", 600, None)]),
        ("a.jpg, b.jpg 2x,c.jpg 1.5x", [("a.jpg", None, None), ("b.jpg", None, 2.0), ("c.jpg", None, 1.5)]),
        ("a.jpg 100w 50h, b.jpg 2y, c.jpg 0w", [("a.jpg", 100, None)]),
        ("a.jpg " + "9" * 100_000 + "w", [("a.jpg", 10**9, None)]),
    ],
)
def test_widths_and_densities(text, expected):
    assert list(parsed(text)) == [Candidate(*one) for one in expected]


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), st.text(alphabet=" ,()ax1w.-e+\t\n\f\"'é")))
@example("a 1e999x")
@example("a (((")
def test_any_text_can_be_parsed(text):
    for one in parsed(text):
        assert one.address
        assert not set(one.address) & set(" \t\n\f\r")
        assert one.address in text


def test_a_very_long_one_takes_no_time():
    for text in ("a 1w," * 50_000, "," * 500_000, "a " + "(" * 500_000, "a" * 500_000, "a " + "x " * 200_000):
        for _ in parsed(text):
            pass
