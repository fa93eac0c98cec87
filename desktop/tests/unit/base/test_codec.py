"""Values to text and back, and text that does not fit."""

from __future__ import annotations

import pytest

from winnow.base.codec import from_json, to_json
from winnow.base.errors import ContractError
from winnow.domain.fit import Fit, FitMode
from winnow.domain.frame import Frame
from winnow.domain.ids import RunId
from winnow.domain.image import Flag, ImageFacts
from winnow.domain.recipe import Recipe, RecipeKind
from winnow.domain.run import EpochDone, TestResult


@pytest.mark.parametrize(
    "value",
    [
        Recipe(kind=RecipeKind.FINE_TUNE, learning_rate=1.0, fit=Fit(FitMode.PAD, 64)),
        ImageFacts("ab", "png", 3, 4, 5, 6, b"\x00\xff", frozenset(Flag), {"dark": 0.5}),
        EpochDone(1, 2, 0.5, 1.0, 0.25, 0.0, 3.5, True),
        TestResult(
            RunId(3), "now", 1, 0.5, (0.1, 0.9), ("고양이", 'a "dog"\n'), ((1, 2), (3, 4)),
            ({"label": "cat", "n": 3},), ((7, 0, 1, 0.5),),
        ),
    ],
    ids=lambda value: type(value).__name__,
)  # fmt: skip
def test_a_value_comes_back_as_it_was(value: object) -> None:
    assert from_json(type(value), to_json(value)) == value


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "7", "{}", '{"left": 0, "top": 0, "right": "9", "bottom": 9}'],
)
def test_what_does_not_fit_is_refused(text: str) -> None:
    with pytest.raises(ContractError, match="cannot read a Frame"):
        from_json(Frame, text)


def test_fields_of_a_newer_program_are_passed_over() -> None:
    text = '{"left":0,"top":0,"right":9,"bottom":9,"depth":3}'
    assert from_json(Frame, text) == Frame(0, 0, 9, 9)
