"""What must hold after a job was interrupted, at once and after it went on: nothing half, lost or twice."""

from __future__ import annotations

import dataclasses
import io
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path

from app.busy import LEARNED, wish_of
from app.dies import PICTURES
from app.folders import fill, import_all
from PIL import Image
from unit.collect.sites import LocalSite, Reply, page, picture, served

from winnow.app.commands.labelling import LabelImages
from winnow.app.pipelines.collecting import collect_wish
from winnow.app.pipelines.splitting import split
from winnow.app.pipelines.training import resume
from winnow.app.queries.arrivals import arrivals
from winnow.app.queries.runs import run_table
from winnow.app.session import Session
from winnow.domain.ids import RunId
from winnow.domain.run import Run, RunState
from winnow.domain.source import SourceState
from winnow.domain.split import Ratios
from winnow.store import labels, runs

JOBS = ("busy-crawl", "busy-import", "busy-train")
ARRIVING = 40
"""Pictures that an import or a crawl brings."""
_PAGES = 4
_DELAY_S = 0.02
"""How long the site takes for each picture, so that a crawl lasts long enough to be killed in."""


def ready_project(made: Path, target: Path) -> Path:
    """Return a copy *target* of the project *made* with some pictures labelled and divided."""
    shutil.copytree(made, target)
    with Session.open(target) as session:
        names = session.ask(labels.all_labels)
        for at in (0, 1):
            session.do(LabelImages(tuple(range(1 + at, LEARNED + 1, 2)), names[at].id)).result()
        split(session, Ratios(), seed=1)
    return target


@dataclass
class Jobs:
    """The jobs of ``busy.py``: what each is given, and how it stands when nothing interrupted it."""

    home: Path
    site: LocalSite
    _runs: dict[str, Run] = field(default_factory=dict)

    def given(self, task: str) -> Path | str:
        """Return the last argument of ``busy.py`` for *task*."""
        return {"busy-crawl": self.site.address("/"), "busy-import": str(self.home / "more")}.get(task, "-")

    def learn_whole(self, project: Path) -> None:
        """Take what an uninterrupted job left in *project* as what all must come to."""
        with Session.open(project) as session:
            for run in session.ask(run_table).runs:
                self._runs["whole"] = session.ask(runs.get, run.id)

    def half(self, task: str, project: Path) -> list[str]:
        """Return what is half in *project*, a moment after it was opened again."""
        with Session.open(project) as session:
            found = [f"source {one.id} is running" for one in session.ask(arrivals).sources if _is_going(one.state)]
            found += [f"{words} is there twice" for words in _twice(session)]
            found += _half_thumbnails(session.layout.cache / "thumbnails.db")
            for run in session.ask(run_table).runs:
                if run.state is RunState.RUNNING:
                    found.append(f"{run.name} is {run.state.value}")
            if task == "busy-train":
                found += _half_weights(session.layout.runs)
        return found

    def gone_on(self, task: str, project: Path) -> list[str]:
        """Let the job of *task* go on in *project* to its end; return what it did not come to."""
        with Session.open(project) as session:
            if task == "busy-train":
                return self._trained_on(session)
            before = _addresses(session)
            with self.site.lock:
                self.site.requests.clear()
            if task == "busy-crawl":
                for _ in collect_wish(session, wish_of(str(self.given(task)))):
                    pass
            else:
                import_all(session, self.home / "more")
            there = _addresses(session)
            found = [f"{words} is there twice" for words in _twice(session)]
            arrived = len(there) - PICTURES
            found += [f"only {arrived} of {ARRIVING} pictures came"] if arrived != ARRIVING else []
            again = {self.site.address(path) for path in self.site.counts()} & before
            return found + [f"{address} was fetched once more" for address in sorted(again)]

    def _trained_on(self, session: Session) -> list[str]:
        for run in session.ask(run_table).runs:
            if run.can_go_on:
                for _ in resume(session, run.id):
                    pass
            now, whole = session.ask(runs.get, RunId(run.id)), self._runs["whole"]
            if now.state is not RunState.DONE or _numbers(now) != _numbers(whole):
                epochs = [one.epoch for one in now.epochs]
                return [f"{now.name} went on to {now.state.value} and other numbers, with the epochs {epochs}"]
            if not _half_steps(session, now):
                return [f"steps of {now.name} are missing in its curve"]
        return []


def prepared(home: Path, closing_it: ExitStack) -> Jobs:
    """Return the jobs in *home*, whose site is served until *closing_it* ends."""
    fill_more(home / "more")
    return Jobs(home, closing_it.enter_context(served(dict(_site()))))


def fill_more(folder: Path) -> None:
    """Write pictures into *folder* that the project has not."""
    for file in fill(folder, PICTURES + ARRIVING)[:PICTURES]:
        file.unlink()


def wrong_epochs(project: Path, acknowledged: set[int]) -> list[str]:
    """Return which of the *acknowledged* epochs are not in *project*."""
    with Session.open(project) as session:
        there = {epoch.epoch for run in session.ask(run_table).runs for epoch in session.ask(runs.get, run.id).epochs}
    return [f"epoch {number} is lost" for number in sorted(acknowledged - there)]


def _site() -> Iterator[tuple[str, Reply]]:
    each = ARRIVING // _PAGES
    for number in range(ARRIVING):
        yield f"/p/{number}.jpg", Reply(picture(1000 + number), delay_s=_DELAY_S)
    for at in range(_PAGES):
        links = tuple(f"/{number}" for number in range(1, _PAGES)) if at == 0 else ()
        names = [f"/p/{number}.jpg" for number in range(at * each, (at + 1) * each)]
        yield f"/{at or ''}", page(*names, links=links)


def _is_going(state: SourceState) -> bool:
    return state is SourceState.RUNNING


def _addresses(session: Session) -> set[str]:
    query = "SELECT address FROM image WHERE reason IS NULL"
    return {row[0] for row in session.ask(lambda reader: reader.execute(query).fetchall())}


def _twice(session: Session) -> list[str]:
    query = "SELECT address FROM image GROUP BY source_id, address HAVING count(*) > 1"
    return [row[0] for row in session.ask(lambda reader: reader.execute(query).fetchall())]


def _half_thumbnails(path: Path) -> list[str]:
    found = []
    with closing(sqlite3.connect(path)) as database:
        for key, jpeg in database.execute("SELECT key, jpeg FROM thumbnail"):
            try:
                Image.open(io.BytesIO(jpeg)).load()
            except OSError:
                found.append(f"the thumbnail {key.hex()[:8]} is half")
    return found


def _half_weights(folder: Path) -> list[str]:
    from winnow.training.checkpoint import ModelUnreadable, unpacked

    found = []
    for path in folder.rglob("*.safetensors"):
        try:
            unpacked(path)
        except ModelUnreadable as error:
            found.append(str(error))
    return found


def _half_steps(session: Session, run: Run) -> bool:
    steps = session.ask(runs.curve, run.id)
    return [int(step) for step in steps[:, 0]] == list(range(1, run.epochs[-1].step + 1))


def _numbers(run: Run) -> list[tuple[object, ...]]:
    return [dataclasses.astuple(dataclasses.replace(epoch, seconds=0.0)) for epoch in run.epochs]
