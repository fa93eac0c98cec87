"""The command out of the project: the data set, a model, a report."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from winnow.base.counted import counted
from winnow.cli.progress import Terminal
from winnow.cli.reply import Reply

if TYPE_CHECKING:
    from winnow.app.session import Session
    from winnow.domain.data_set import DataSetOptions

_CHAPTERS = ("data-card", "collected", "clusters", "split", "training", "test", "suspects")
_LANGUAGES = ("en", "ko")
_REPORTS = {"html": ".html", "pdf": ".pdf"}


def options_of_export(parser: ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--dataset", choices=("folders", "csv", "parquet", "coco", "webdataset", "hf"), help="the labelled pictures"
    )
    what.add_argument(
        "--model",
        nargs="+",
        choices=("onnx", "torch", "safetensors"),
        help="a run's network, in one format or several, once its parity is checked in each",
    )
    what.add_argument(
        "--report",
        nargs="?",
        const="html",
        metavar="html|pdf|FILE",
        help="one page with data card, plots and what was opened of test: HTML (the default) or PDF, "
        "into --to, or into the file FILE",
    )
    parser.add_argument(
        "--to", type=Path, metavar="DIR", help="a folder, that is not there yet for a data set or a model"
    )
    parser.add_argument("--run", type=int, metavar="N", help="the run whose network to export, or that is reported")
    parser.add_argument("--boxes", action="store_true", help="originals untouched, their frames told beside them")
    parser.add_argument("--longest-side", type=_pixels, metavar="PX", help="make larger pictures smaller")
    parser.add_argument("--format", choices=("as-is", "jpeg", "png", "webp"), default="as-is", help="of the pictures")
    parser.add_argument("--quality", type=_quality, default=95, metavar="1-100", help="of JPEG and WebP (95)")
    parser.add_argument(
        "--chapters",
        nargs="+",
        choices=_CHAPTERS,
        metavar="NAME",
        help=f"of the report, by default all: {', '.join(_CHAPTERS)}",
    )
    parser.add_argument(
        "--lang", choices=_LANGUAGES, help="of the report: as the window, or as the system, unless it is said"
    )
    parser.add_argument("--no-pictures", action="store_true", help="put no small pictures into the report")
    parser.add_argument("--known-licences", action="store_true", help="leave out pictures of unknown licence")


def _pixels(words: str) -> int:
    return _within(words, 1, 20_000)


def _quality(words: str) -> int:
    return _within(words, 1, 100)


def _within(words: str, least: int, most: int) -> int:
    try:
        number = int(words)
    except ValueError:
        raise ArgumentTypeError(f"'{words}' is no whole number") from None
    if not least <= number <= most:
        raise ArgumentTypeError(f"{number} is not within {least} and {most}")
    return number


def export(args: Namespace, terminal: Terminal) -> Reply:
    """Write the data set, a run's network, or a report."""
    from winnow.app.session import Session

    _check(args)
    with Session.open(args.project) as session:
        if args.report is not None:
            return _report(session, args, terminal)
        return (_data_set if args.model is None else _model)(session, args, terminal)


def _check(args: Namespace) -> None:
    if args.to is None and not (args.report and Path(args.report).suffix in _REPORTS.values()):
        args.wrong("--to DIR is missing: where to export to")
    if (args.model is not None and args.run is None) or (args.dataset is not None and args.run is not None):
        args.wrong("give --run N with --model, and not with --dataset")
    if args.boxes and (args.longest_side or args.format != "as-is"):
        args.wrong("--boxes leaves pictures as they are: give neither --longest-side nor --format")
    if args.report and args.report not in _REPORTS and Path(args.report).suffix not in _REPORTS.values():
        args.wrong(f"{args.report!r} is no kind of report: give html, pdf, or a file that ends in .html or .pdf")


def _data_set(session: Session, args: Namespace, terminal: Terminal) -> Reply:
    from winnow.app.pipelines.exporting import export_data_set

    target = args.to.resolve()
    done = terminal.run("Export", partial(export_data_set, session, target, _options(args)))
    return _written(target, {"n": done.files, "left_out": done.left_out})


def _model(session: Session, args: Namespace, terminal: Terminal) -> Reply:
    from winnow.app.pipelines.exporting import export_trained
    from winnow.app.queries.lookup import run_numbered
    from winnow.domain.model_format import ModelFormat

    target, formats = args.to.resolve(), [ModelFormat(name) for name in args.model]
    run = session.ask(run_numbered, args.run)
    done = terminal.run("Export", partial(export_trained, session, run.id, target, formats))
    parity = {one.value: difference for one, difference in done.differences}
    return _written(target, {"n": done.pictures, "parity_max_abs_diff": done.max_abs_difference, "parity": parity})


def _report(session: Session, args: Namespace, terminal: Terminal) -> Reply:
    from winnow.app.pipelines.reporting import NEWEST, print_report, write_report
    from winnow.app.preferences import preferences
    from winnow.app.queries.lookup import run_numbered
    from winnow.domain.report import ReportOptions, ReportPart
    from winnow.qt.report_wording import report_wording_without_window

    parts = frozenset(map(ReportPart, args.chapters)) if args.chapters else frozenset(ReportPart)
    options = ReportOptions(parts, not args.no_pictures)
    run = NEWEST if args.run is None else session.ask(run_numbered, args.run).id
    target = Path(args.report)
    if args.report in _REPORTS:
        target = args.to / f"{session.name}-report{_REPORTS[args.report]}"
    target = target.resolve()
    with report_wording_without_window(args.lang or preferences().language) as wording:
        if target.suffix == _REPORTS["pdf"]:
            from winnow.qt.printing import printed

            steps = partial(print_report, session, target, printed, run, options, wording)
        else:
            steps = partial(write_report, session, target, run, options, wording)
        done = terminal.run("Report", steps)
    fields = {"folder": str(target.parent), "files": [target.name], "n": 1, "bytes": done.size_bytes}
    return Reply(fields, f"The report is written to {target}.")


def _written(target: Path, extra: dict[str, Any]) -> Reply:
    files = sorted(str(file.relative_to(target)) for file in target.rglob("*") if file.is_file())
    words = f"{counted(len(files), 'file')} written to {target}."
    return Reply({"folder": str(target), "files": files} | extra, words)


def _options(args: Namespace) -> DataSetOptions:
    from winnow.domain.data_set import DataSetOptions, FileFormat, Layout

    return DataSetOptions(
        layout=Layout(args.dataset),
        as_boxes=args.boxes,
        longest_side_px=args.longest_side,
        file_format=FileFormat(args.format),
        quality=args.quality,
        only_known_licences=args.known_licences,
    )
