"""What the reader and its process say to each other, by the frames of `winnow.vision.wire`."""

from __future__ import annotations

from dataclasses import dataclass

from winnow.domain.image import Reason


@dataclass(frozen=True, slots=True)
class Request:
    """One task by its name, its options as JSON; the foreign bytes are the body."""

    task: str
    options: str


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer: the body is the result as JSON, *result_bytes* long, and then the task's further bytes."""

    result_bytes: int = 0
    reason: Reason | None = None
    """Set where it could not be read."""
    detail: str = ""
