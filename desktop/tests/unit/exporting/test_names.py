from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winnow.exporting.names import MAX_BYTES, safe_name

FORBIDDEN = set('<>:"/\\|?*') | {chr(code) for code in range(32)}
DEVICES = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} | {
    device + digit for device in ("COM", "LPT") for digit in "0123456789¹²³"
}
NASTY = st.one_of(
    st.text(max_size=300),
    st.text(alphabet="aA .\u0301\u212bßſİ¹/:\u202e", max_size=150),
    st.sampled_from(sorted(DEVICES)).flatmap(lambda name: st.sampled_from([name, name.lower() + ".txt", name + " .a"])),
)


def assert_legal(name: str) -> None:
    assert 0 < len(name.encode()) <= MAX_BYTES
    assert not FORBIDDEN & set(name)
    assert name[-1] not in ". "
    assert name[0] not in ". "
    assert name.partition(".")[0].rstrip(" ").upper() not in DEVICES
    assert unicodedata.is_normalized("NFC", name)


@given(NASTY)
def test_any_text_becomes_a_legal_name_and_a_legal_name_stays(name):
    safe = safe_name(name)
    assert_legal(safe)
    assert safe_name(safe) == safe


@given(st.lists(NASTY, max_size=30))
def test_no_two_names_are_the_same_on_any_system(names):
    taken: set[str] = set()
    safe = [safe_name(name, taken) for name in names]
    for name in safe:
        assert_legal(name)
    assert len({unicodedata.normalize("NFC", name).casefold() for name in safe}) == len(names)


def test_ten_thousand_nasty_names_in_one_folder_are_legal_and_none_is_there_twice():
    chance, taken = random.Random(4), set()
    parts = [
        *"aAé e\u0301.\u212bßſİ¹/:?*\\\u202e\t고",
        *sorted(DEVICES),
        "CON.",
        ".jpg",
        ".JPG",
        "x" * 90,
        "ﬁ",
        "\ud800",
    ]
    safe = [safe_name("".join(chance.choices(parts, k=chance.randint(0, 6))), taken) for _ in range(10_000)]
    for name in safe:
        assert_legal(name)
    assert len({unicodedata.normalize("NFC", name).casefold() for name in safe}) == 10_000


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("cat.jpg", "cat.jpg"),
        ("../../etc/passwd", "_._.._etc_passwd"),
        ("con.jpg", "_con.jpg"),
        ("COM¹", "_COM¹"),
        ("dog. . ", "dog"),
        ("", "_"),
        ("...", "_"),
        ("고양이.png", "고양이.png"),
        ("cat\u202egpj.exe", "cat_gpj.exe"),
    ],
)
def test_examples(name, safe):
    assert safe_name(name) == safe


def test_a_long_name_keeps_its_extension_and_is_numbered():
    taken: set[str] = set()
    names = [safe_name("고" * 300 + ".jpeg", taken) for _ in range(3)]
    assert [name.lstrip("고") for name in names] == [".jpeg", "-2.jpeg", "-3.jpeg"]
    assert all(len(name.encode()) <= MAX_BYTES for name in names)
    assert safe_name("CAT.jpg", {"cat.jpg"}) == "CAT-2.jpg"
