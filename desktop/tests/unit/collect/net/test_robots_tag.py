"""What X-Robots-Tag forbids."""

from __future__ import annotations

import pytest

from winnow.collect.net.robots_tag import forbids


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("noai", "noai"), ("NoAI, NoImageAI", "noimageai"), ("noimageai", "noimageai"), ("noindex", "noindex"),
        ("noimageindex, nofollow", "noimageindex"), ("none", "none"), ("googlebot: noindex", "noindex"),
        ("otherbot: noindex, nofollow, winnow:noai", "noai"), ("all", None), ("index, follow", None), ("", None),
        ("max-image-preview:large", None), ("unavailable_after: 25 Jun 2027 15:00:00 PST", None), ("nonesuch", None),
        ("noarchive;noai", "noai"),
    ],
)  # fmt: skip
def test_a_directive_counts_whoever_it_is_for(value, expected):
    assert forbids({"x-robots-tag": value}) == expected


def test_without_the_header_nothing_is_forbidden():
    assert forbids({"content-type": "image/png"}) is None
