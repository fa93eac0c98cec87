"""What a typed filter means, and what is said where it means nothing."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winnow.domain.expression import All, AnyOf, FilterUnreadable, Not, Range, Words, mentions, parse


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("", All()),
        ("  ", All()),
        ("tabby", Words("text", ("tabby",))),
        ('"on the sofa"', Words("text", ("on the sofa",))),
        ("label:cat", Words("label", ("cat",))),
        ('label:cat,"grey dog"', Words("label", ("cat", "grey dog"))),
        ("Label:Cat", Words("label", ("Cat",))),
        ("-label:none", Not(Words("label", ("none",)))),
        ("size>=300", Range("size", 300, None)),
        ("size>300", Range("size", 300, None, low_open=True)),
        ("bytes<1e6", Range("bytes", None, 1e6, high_open=True)),
        ("width:100..200", Range("width", 100, 200)),
        ("width:..200", Range("width", None, 200)),
        ("id:1,5", AnyOf((Range("id", 1, 1), Range("id", 5, 5)))),
        ("a b", All((Words("text", ("a",)), Words("text", ("b",))))),
        ("a OR b c", AnyOf((Words("text", ("a",)), All((Words("text", ("b",)), Words("text", ("c",))))))),
        ("-(a OR b)", Not(AnyOf((Words("text", ("a",)), Words("text", ("b",)))))),
        ("ORANGE", Words("text", ("ORANGE",))),
        ("state:kept,rejected", Words("state", ("kept", "rejected"))),
    ],
)
def test_a_filter_means(text, meant):
    assert parse(text) == meant


@pytest.mark.parametrize(
    ("text", "at", "why"),
    [
        ("foo:1", 0, "there is no 'foo'"),
        ("label:", 0, "label has no value"),
        ("a size>big", 7, "takes a number"),
        ("state:gone", 6, "state is kept, rejected, fell_out"),
        ("label>cat", 6, "cannot be compared"),
        ("(a", 0, "not closed"),
        ("a)", 1, "no opening one"),
        ('"a', 0, "no second one"),
        ("a OR", 4, "nothing after it"),
        ("OR a", 0, "nothing before it"),
        ("-OR", 1, "minus has nothing"),
        ("https://example.org", 0, "quotation marks"),
        ("(" * 60 + "a" + ")" * 60, 51, "nested too deeply"),
    ],
)
def test_nonsense_is_refused_with_its_place(text, at, why):
    with pytest.raises(FilterUnreadable, match=why) as refused:
        parse(text)
    assert refused.value.at == at


@given(st.text(max_size=40))
def test_whatever_is_typed_is_read_or_refused_in_words(text):
    with suppress(FilterUnreadable):
        parse(text)


def test_a_filter_says_what_it_mentions():
    meant = parse("-(quality:dark OR size>2) a")
    assert mentions(meant, "quality")
    assert mentions(meant, "size")
    assert not mentions(meant, "label")
