"""Labels' names, and the letters they are known by."""

from __future__ import annotations

import pytest

from winnow.domain.ids import LabelId
from winnow.domain.label import Label, LabelNameUnusable, by_position, clean_name, letters


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["cat", "dog"], ["C", "D"]),
        (["cat", "cow", "dog"], ["Ca", "Co", "D"]),
        (["cat", "Car"], ["Cat", "Car"]),
        (["street cat", "street dog"], ["Str", "Str"]),
        (["고양이", "개"], ["고", "개"]),
        ([], []),
    ],
)
def test_letters_tell_names_apart_where_three_can(names: list[str], expected: list[str]) -> None:
    assert letters(names) == expected


def test_words_of_labels_stand_at_their_positions_whatever_was_removed_between() -> None:
    known = [Label(LabelId(5), "cat", 1), Label(LabelId(2), "dog", 3)]
    assert by_position(known, ["C", "D"]) == ("", "C", "", "D")
    assert by_position([], []) == ()


def test_white_space_is_folded() -> None:
    assert clean_name("  wild \t cat\n") == "wild cat"
    assert clean_name("x" * 100) == "x" * 100


@pytest.mark.parametrize("name", ["", " \n", "a\x00b", "x" * 101, "\u202egod"])
def test_names_that_cannot_be_shown_are_refused(name: str) -> None:
    with pytest.raises(LabelNameUnusable, match="cannot be used"):
        clean_name(name)
