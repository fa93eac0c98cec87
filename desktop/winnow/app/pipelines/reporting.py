"""A report of the project: one HTML file that opens anywhere, or its page for printing."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from winnow.app.children import in_child
from winnow.app.preferences import preferences
from winnow.app.queries.report import (
    Pictures,
    clustering_facts,
    data_facts,
    division_facts,
    opened_facts,
    run_facts,
    suspects_facts,
    told_view,
)
from winnow.app.session import Session
from winnow.app.waiting import waited
from winnow.base.files import write_atomically
from winnow.base.outcomes import Progress, Steps
from winnow.domain.class_colours import class_colours
from winnow.domain.ids import RunId
from winnow.domain.report import ENGLISH, ReportOptions, ReportPart, Wording
from winnow.exporting.report.facts import Jpeg, ReportFacts
from winnow.exporting.report.page import Page, page
from winnow.exporting.staging import ExportFailed, FileTaken
from winnow.store import exports
from winnow.store.database import Tx
from winnow.vision import thumbnail
from winnow.vision.sheet import square

Printer = Callable[[str, Sequence[str], Path], Steps]
"""Writes a `Page`, its html and its plots, as PDF to a file; a function that a child process can import."""

_PICTURE_PX = 144
NEWEST = RunId(0)
"""Instead of a run: the one that was tested last, else the best on valid."""


@dataclass(frozen=True, slots=True)
class ReportWritten:
    """The report is in the file *path*."""

    path: Path
    size_bytes: int


def write_report(
    session: Session,
    target: Path,
    run_id: RunId = NEWEST,
    options: ReportOptions = ReportOptions(),
    wording: Wording = ENGLISH,
) -> Generator[object, None, None]:
    """Write the report as one HTML file to *target*; yield `Progress` in "chapters", at last `ReportWritten`.

    The test part is not looked at for it: of what has not been opened nothing is told.

    Raises:
        FileTaken: *target* is there already. ExportFailed: the disk did not take it.
    """
    if target.exists():
        raise FileTaken(target)
    for event in report_page(session, run_id, options, wording):
        if not isinstance(event, Page):
            yield event
            continue
        try:
            write_atomically(target, event.html.encode())
        except OSError as error:
            raise ExportFailed(target, error.strerror or str(error)) from error
        yield _noted(session, target)


def print_report(
    session: Session,
    target: Path,
    printer: Printer,
    run_id: RunId = NEWEST,
    options: ReportOptions = ReportOptions(),
    wording: Wording = ENGLISH,
) -> Generator[object, None, None]:
    """Write the report as PDF to *target* by *printer*, in a process of its own; events as `write_report`.

    Raises:
        FileTaken: *target* is there already. ExportFailed: the disk did not take it.
    """
    if target.exists():
        raise FileTaken(target)
    for event in report_page(session, run_id, options, wording, as_print=True):
        if not isinstance(event, Page):
            yield event
            continue
        yield from in_child(_print_in_child, printer, event.html, event.plots, target)
        yield _noted(session, target)


def _print_in_child(printer: Printer, html: str, plots: Sequence[str], target: Path) -> Steps:
    try:
        yield from printer(html, plots, target)
    except OSError as error:
        raise ExportFailed(target, error.strerror or str(error)) from error


def report_page(
    session: Session,
    run_id: RunId = NEWEST,
    options: ReportOptions = ReportOptions(),
    wording: Wording = ENGLISH,
    as_print: bool = False,
) -> Generator[object, None, None]:
    """Yield `Progress` in "chapters", at last the `Page`, for a browser or *as_print*."""
    facts = yield from _gathered(session, run_id, options)
    yield page(facts, wording, as_print)


def _noted(session: Session, target: Path) -> ReportWritten:
    session.record(partial(_note, str(target))).result()
    return ReportWritten(target, target.stat().st_size)


def _note(path: str, tx: Tx) -> None:
    exports.add(tx, "report", path, 1)


def _gathered(session: Session, run_id: RunId, options: ReportOptions) -> Generator[object, None, ReportFacts]:
    pictures: Pictures = partial(_pictures, session) if options.with_pictures else _no_pictures
    count, wanted = len(ReportPart), options.parts
    with ThreadPoolExecutor(1, thread_name_prefix="winnow-report") as thread:
        yield Progress(0, count, "chapters")
        view = yield from waited(thread.submit(session.ask, told_view, int(run_id)))
        colours = class_colours(preferences().class_colours)
        about = partial(
            data_facts, project=session.name, options=options, view=view, pictures=pictures, colours=colours
        )
        facts = yield from waited(thread.submit(session.ask, about))
        yield Progress(2, count, "chapters")
        if ReportPart.CLUSTERS in wanted:
            found = yield from waited(thread.submit(session.ask, clustering_facts, pictures))
            facts = replace(facts, clustering=found)
        yield Progress(3, count, "chapters")
        if ReportPart.SPLIT in wanted:
            split = yield from waited(thread.submit(session.ask, division_facts, view))
            facts = replace(facts, split=split)
        yield Progress(4, count, "chapters")
        runs = yield from waited(thread.submit(session.ask, run_facts, view))
        facts = replace(facts, runs=runs, test=opened_facts(view, pictures))
        yield Progress(6, count, "chapters")
        if ReportPart.SUSPECTS in wanted:
            suspects = yield from waited(thread.submit(session.ask, suspects_facts, view, pictures))
            facts = replace(facts, suspects=suspects)
        yield Progress(count, count, "chapters")
    return facts


def _pictures(session: Session, keys: Sequence[bytes]) -> Mapping[bytes, Jpeg]:
    return {
        key: thumbnail.encode(square(jpeg, _PICTURE_PX)) for key, jpeg in session.thumbnails.get(list(keys)).items()
    }


def _no_pictures(_keys: Sequence[bytes]) -> Mapping[bytes, Jpeg]:
    return {}
