"""What a child would do, done here."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sklearn.cluster  # noqa: F401 - as the next: what is loaded only in a test is looked through for cycles after each
import torch._dynamo  # noqa: F401 - an optimiser loads it when it is made

from winnow.app.children import travelling


@contextmanager
def inlined() -> Iterator[None]:
    """Iterate here what otherwise a child does: importing torch or scikit-learn in each would take most of the time.

    What goes in and comes out is pickled as on the way to a child and back.
    That there is one, and how it ends, is for the tests that do without this.
    """
    with pytest.MonkeyPatch.context() as patch:
        for name, module in list(sys.modules.items()):
            if name.startswith("winnow.app.pipelines.") and hasattr(module, "in_child"):
                patch.setattr(module, "in_child", _iterated_here)
        yield


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
