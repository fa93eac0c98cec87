"""The trials of a study on a cluster: folds, columns of the batch map, restarts."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

from winnow.app.engine.choice import cluster_of
from winnow.app.engine.cluster import connected, handed_out
from winnow.base.outcomes import Steps
from winnow.training.studies.trials import Each, Work, in_turn


@contextmanager
def trials_on(engine: str) -> Iterator[Each]:
    """Give what has the trials of a study done: in turn here, or on the cluster that *engine* names, see `cluster_of`.

    For a study's own child process. On other machines a trial works on what
    it is given alone: stored features, not files.

    Raises:
        ClusterUnreachable: see `connected`.
    """
    cluster = cluster_of(engine)
    if cluster is None:
        yield in_turn
        return
    with connected(cluster) as ray:
        yield partial(_handed_out, ray)


def _handed_out(ray: Any, work: Work, trials: Sequence[Any]) -> Generator[tuple[Any, object], None, None]:
    for event in handed_out(ray, iter(trials), _numbered, ray.put(work)):
        yield event if isinstance(event, tuple) else (None, event)


def _numbered(trial: Any, work: Work) -> Steps:
    for event in work(trial):
        yield trial, event
