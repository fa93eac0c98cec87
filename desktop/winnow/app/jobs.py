"""Long work with a name, and how one is run to its one outcome."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from winnow.base.outcomes import Done, Failed, Outcome, StepsFactory, Stopped

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of long work: *title* for the person, *steps* makes its generator."""

    title: str
    steps: StepsFactory


def run_inline(job: Job, on_event: Callable[[object], None], is_stopping: Callable[[], bool]) -> Outcome:
    """Iterate *job* on this thread; on stopping, its generator is closed here, at the next event."""
    steps = job.steps()
    try:
        try:
            for event in steps:
                on_event(event)
                if is_stopping():
                    return Stopped()
        finally:
            steps.close()
    except Exception as error:  # noqa: BLE001 - the one place where a job's error becomes its outcome
        log.info("job %r failed: %s", job.title, error)
        return Failed(error)
    return Done()
