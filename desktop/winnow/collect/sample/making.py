"""The sample as plain files, for when a folder is wanted and no crawl."""

from __future__ import annotations

from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from winnow.base.machine import cores
from winnow.base.outcomes import Progress
from winnow.collect.sample.studio import Studio


def make_sample(folder: Path, n: int = 240, seed: int = 7) -> Generator[Progress, None, None]:
    """Write below ``folder/cat`` and ``folder/dog`` what a crawl of the sample would fetch; a seed's bytes are its own.

    Args:
        folder: Made where it is missing; files of the same names are written over.
        n: How many pictures the whole sample has; `planted` says how many of them can be fetched.
        seed: What is drawn.

    Yields:
        Progress in pictures after every file.

    Raises:
        ContractError: *n* or *seed* is negative.
    """
    studio = Studio(folder, n, seed)
    wanted = [entry for entry in studio.entries if entry.sort.is_fetched]
    pool = ThreadPoolExecutor(cores(), "sample")
    try:
        for done, _content in enumerate(pool.map(studio.content, wanted), start=1):
            yield Progress(done, len(wanted), "pictures")
    finally:
        pool.shutdown(cancel_futures=True)
