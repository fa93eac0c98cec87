"""The sample project: drawn on the spot, then imported like anything else."""

from __future__ import annotations

from collections.abc import Generator

from winnow.app.pipelines.importing import import_path
from winnow.app.session import Session
from winnow.collect.sample import make_sample
from winnow.domain.source import SourceKind


def import_sample(session: Session, n: int = 240, seed: int = 7) -> Generator[object, None, None]:
    """Draw *n* pictures below the project's cache and import them; yield `Progress`, at last the source's number."""
    folder = session.layout.cache / "sample"
    yield from make_sample(folder, n, seed)
    yield from import_path(session, folder, SourceKind.SAMPLE)
