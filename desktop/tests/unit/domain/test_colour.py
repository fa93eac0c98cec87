"""Colours: how far apart they are, who can tell them apart, and what can be read on them."""

from __future__ import annotations

import pytest

from winnow.domain.class_colours import GROUNDS, OKABE_ITO, SETS, Doubts, colours_of, doubts
from winnow.domain.colour import ColourUnusable, Eyes, clean_colour, difference, ink_on, taken_for_each_other
from winnow.domain.ids import LabelId
from winnow.domain.label import Label


def test_the_distance_is_that_of_lab() -> None:
    # White is L* = 100; sRGB red is (53.24, 80.09, 67.20), blue (32.30, 79.19, -107.86).
    assert difference("#FFFFFF", "#000000") == pytest.approx(100, abs=0.1)
    assert difference("#FF0000", "#0000FF") == pytest.approx(176.3, abs=0.5)
    assert difference("#123456", "#123456") == 0


@pytest.mark.parametrize(
    ("one", "other", "whose"),
    [
        ("#0072B2", "#0072B2", Eyes.ALL),
        ("#CC0000", "#C40808", Eyes.ALL),
        ("#8A3B00", "#4F5600", Eyes.NO_RED),
        ("#FFFFFF", "#FFFF80", Eyes.NO_BLUE),
        ("#E69F00", "#56B4E9", None),
    ],
)
def test_colours_are_taken_for_each_other_by_some(one: str, other: str, whose: Eyes | None) -> None:
    assert taken_for_each_other(one, other) is whose


def test_what_is_written_on_a_colour_can_be_read() -> None:
    assert (ink_on("#F0E442"), ink_on("#332288")) == ("#16181D", "#FFFFFF")


@pytest.mark.parametrize("typed", ["#cc79a7", " CC79A7 ", "#CC79A7"])
def test_a_colour_is_tidied(typed: str) -> None:
    assert clean_colour(typed) == "#CC79A7"


@pytest.mark.parametrize("typed", ["", "red", "#CC79A", "#CC79A7FF", "#CC79G7", "##CC79A7"])
def test_what_is_no_colour_is_refused(typed: str) -> None:
    with pytest.raises(ColourUnusable, match="no colour"):
        clean_colour(typed)


def test_a_label_has_its_own_colour_or_that_of_its_place() -> None:
    many = len(OKABE_ITO.colours)
    known = [Label(LabelId(1), "cat", 0), Label(LabelId(2), "dog", 3, "#123456"), Label(LabelId(3), "cow", many + 1)]
    assert colours_of(known, OKABE_ITO) == ["#E69F00", "#123456", "#56B4E9"]


def test_doubts_name_the_classes_and_the_grounds() -> None:
    others = (("cat", "#E69F00"), ("dog", "#0072B2"))
    assert doubts("#E79E02", others) == Doubts((("cat", Eyes.ALL),))
    assert doubts("#FAFAFA", others) == Doubts(grounds=("light",))
    assert doubts("#1A1C20", others).grounds == ("dark",)


@pytest.mark.parametrize("wanted", SETS, ids=[one.name for one in SETS])
def test_no_set_has_a_colour_that_is_doubted(wanted) -> None:
    first = wanted.colours[: wanted.safe]
    for at, value in enumerate(first):
        assert doubts(value, [("other", other) for place, other in enumerate(first) if place != at]) == Doubts()
    assert not any(doubts(value, ()).grounds for value in wanted.colours)
    assert set(GROUNDS) == {"light", "dark"}
