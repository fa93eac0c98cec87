"""What a child would do, done here."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable, Generator
from typing import Any

import pytest

from winnow.app.children import travelling


@pytest.fixture
def inline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Iterate here what otherwise a child does: importing torch or scikit-learn in each would take most of the time.

    What goes in and comes out is pickled as on the way to a child and back.
    That there is one, and how it ends, is for the tests that do not ask for this.
    """
    for name, module in list(sys.modules.items()):
        if name.startswith("winnow.app.pipelines.") and hasattr(module, "in_child"):
            monkeypatch.setattr(module, "in_child", _iterated_here)


def _iterated_here(function: Callable[..., Any], *args: object, **_more: object) -> Generator[object, None, None]:
    function, args = pickle.loads(pickle.dumps((function, args)))
    steps = function(*args)
    try:
        for event in steps:
            yield pickle.loads(pickle.dumps(event))
    except Exception as error:
        raise travelling(error) from error
    finally:
        steps.close()
