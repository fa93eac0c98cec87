"""The closed list of what the reading process does.

A further task is a `Task` beside the pure function that does it (see
`winnow.collect.web.tasks.PAGE`), named in `ALL` here. Its function must not
open files or import modules when it runs: the sandbox is closed by then, so
what it needs is imported at its module's top or loaded by its examples.
"""

from __future__ import annotations

from typing import Any

from winnow.collect.reading.task import Task
from winnow.collect.sources.batches import CIFAR_FILE
from winnow.collect.web.tasks import PAGE, SHEET

ALL: dict[str, Task[Any, Any]] = {task.name: task for task in (PAGE, SHEET, CIFAR_FILE)}
