from __future__ import annotations

import pytest

from winnow.base.counted import counted


@pytest.mark.parametrize(("count", "words"), [(0, "0 files"), (1, "1 file"), (2, "2 files"), (1_000, "1000 files")])
def test_one_is_not_several(count, words):
    assert counted(count, "file") == words


def test_a_word_may_have_a_plural_of_its_own():
    assert [counted(count, "copy", "copies") for count in (1, 2)] == ["1 copy", "2 copies"]
