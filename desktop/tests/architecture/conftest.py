"""The source, read once for all rules."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PACKAGE = ROOT / "desktop" / "winnow"


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def modules() -> dict[str, tuple[str, ast.Module]]:
    """Every module of the program: its path below ``winnow``, its text and its syntax tree."""
    files = sorted(PACKAGE.rglob("*.py"))
    texts = {file.relative_to(PACKAGE).as_posix(): file.read_text(encoding="utf-8") for file in files}
    return {name: (text, ast.parse(text)) for name, text in texts.items()}
