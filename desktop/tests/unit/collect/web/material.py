"""Real pages with the addresses that are expected of them; they lie outside the repository."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[6] / "shared" / "data" / "html"


def material(*parts: str) -> Path:
    """Return a file of it, or skip the test where there is none."""
    path = FOLDER.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"{path} is not here")
    return path


def rows(*parts: str) -> list[dict[str, str]]:
    """Return the rows of one of its tables."""
    with material(*parts).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
