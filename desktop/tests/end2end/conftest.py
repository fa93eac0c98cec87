"""The command line as people call it, in this process."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from winnow.__main__ import main

Winnow = Callable[..., Any]


@pytest.fixture
def code(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run a command; give its exit code, standard output and standard error."""

    def run(*words: object) -> tuple[int, str, str]:
        number = main([str(word) for word in words])
        out, err = capsys.readouterr()
        return number, out, err

    return run


@pytest.fixture
def winnow(code: Callable[..., tuple[int, str, str]]) -> Winnow:
    """Run a command that must succeed; give what it answers in JSON."""

    def run(*words: object) -> Any:
        number, out, err = code(*words, "--json")
        assert number == 0, err
        return json.loads(out)

    return run
