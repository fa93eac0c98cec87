"""What the reading process can be asked to do, as a value that both sides know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from winnow.base.errors import UserError
from winnow.domain.image import Reason

Options = TypeVar("Options")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Task(Generic[Options, Result]):
    """A pure function over foreign bytes, and what is needed to have it done in another process."""

    name: str
    options: type[Options]
    """A frozen dataclass of what `winnow.base.codec` can carry, as *result* is."""
    result: type[Result]
    run: Callable[[Options, bytes], tuple[Result, bytes]]
    """Makes a result and further bytes (pixels, say; most have none). A UserError is a refusal in words."""
    examples: tuple[tuple[Options, bytes], ...]
    """Run before the sandbox closes; between them they must make everything load that is loaded late."""
    wall_s: float = 5.0
    """Then the process is killed."""


class ReadingRefused(UserError):
    """Something from outside cannot be read: *reason* for counting, *detail* in words, *name* of what."""

    def __init__(self, reason: Reason, detail: str, name: str = "") -> None:
        self.reason = reason
        self.detail = detail
        self.name = name
        super().__init__(f"{name or 'It'} cannot be read: {detail}.")


def run_guarded(task: Task[Options, Result], options: Options, data: bytes) -> tuple[Result, bytes]:
    """Run *task* here and make a refusal of whatever goes wrong.

    Raises:
        ReadingRefused: BROKEN, or the reason that the task itself gave.
    """
    try:
        return task.run(options, data)
    except ReadingRefused:
        raise
    except UserError as error:
        raise ReadingRefused(Reason.BROKEN, str(error).rstrip(".")) from error
    except Exception as error:  # the border to foreign bytes: one file must not end the worker
        raise ReadingRefused(Reason.BROKEN, f"it is damaged ({type(error).__name__})") from error
