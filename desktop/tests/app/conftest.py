"""Work without children, for the tests that are not about them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture
def inline() -> Iterator[None]:
    """See `inlined`."""
    from app.inline import inlined  # torch and scikit-learn, which most tests do without

    with inlined():
        yield
