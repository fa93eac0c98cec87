"""Commands from training to the exported model."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from winnow.cli.progress import Terminal
from winnow.cli.reply import Reply

if TYPE_CHECKING:
    pass


def options_of_test(parser: ArgumentParser) -> None:
    parser.add_argument("--run", type=int, required=True, metavar="N", help="the run's number")


def test(args: Namespace, terminal: Terminal) -> Reply:
    """Open the sealed test part for one run; every opening is logged."""
    from winnow.app.pipelines.training import test as steps
    from winnow.app.session import Session
    from winnow.domain.ids import RunId

    with Session.open(args.project) as session:
        result = terminal.run("Test", lambda: steps(session, RunId(args.run)))
    n = sum(sum(row) for row in result.confusion)
    fields = {
        "accuracy": result.accuracy,
        "interval": list(result.interval),
        "labels": list(result.labels),
        "per_class": list(result.per_class),
        "confusion": [list(row) for row in result.confusion],
        "n": n,
        "openings": result.openings,
    }
    low, high = result.interval
    words = (
        f"{result.accuracy:.1%} of {n} right (95 % interval {low:.1%} to {high:.1%}); opening number {result.openings}."
    )
    return Reply(fields, words)


test.__test__ = False  # type: ignore[attr-defined] # a command, not a test


def options_of_predict(parser: ArgumentParser) -> None:
    parser.add_argument(
        "model",
        metavar="RUN_OR_EXPORT",
        help="PROJECT:N for run N of a project, or an exported model's folder or .onnx file",
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")


def predict(args: Namespace, terminal: Terminal) -> Reply:
    """Say what a run or an exported model takes pictures for."""
    from winnow.app.pipelines.importing import NothingThere

    for file in args.files:
        if not file.is_file():
            raise NothingThere(file)
    labels, rows = _predictions(args, terminal)
    said: list[dict[str, Any]] = [
        {
            "file": str(file),
            "label": labels[int(row.argmax())],
            "probabilities": {name: float(value) for name, value in zip(labels, row, strict=True)},
        }
        for file, row in zip(args.files, rows, strict=True)
    ]
    words = [f"{one['file']}: {one['label']} ({max(one['probabilities'].values()):.1%})" for one in said]
    return Reply(said, "\n".join(words))


def _predictions(args: Namespace, terminal: Terminal) -> tuple[tuple[str, ...], Any]:
    from winnow.app.pipelines.exporting import predict_with_run
    from winnow.app.pipelines.predicting import model_file, predict_with_model
    from winnow.app.queries.lookup import run_numbered
    from winnow.app.session import Session

    project, colon, number = args.model.rpartition(":")
    if colon and number.isdecimal() and not Path(args.model).exists():
        with Session.open(Path(project)) as session:
            run = session.ask(run_numbered, int(number))
            found = terminal.run("Predict", lambda: predict_with_run(session, run.id, args.files))
        return tuple(name for _id, name in run.labels), found.probabilities
    model = model_file(Path(args.model))
    found = terminal.run("Predict", lambda: predict_with_model(model, args.files))
    return found.labels, found.probabilities


def options_of_export(parser: ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--dataset", choices=("folders",), help="the labelled pictures, a folder for each class")
    what.add_argument("--model", choices=("onnx",), help="a run's network, once its parity is checked")
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help="a folder that is not there yet")
    parser.add_argument("--run", type=int, metavar="N", help="the run whose network to export")


def export(args: Namespace, terminal: Terminal) -> Reply:
    """Write the data set, or a run's network, to a new folder."""
    from winnow.app.pipelines.exporting import export_data_set, export_trained
    from winnow.app.session import Session
    from winnow.domain.ids import RunId

    if (args.model is None) != (args.run is None):
        args.wrong("give --run N with --model, and not with --dataset")
    target = args.to.resolve()
    with Session.open(args.project) as session:
        if args.model is None:
            done = terminal.run("Export", partial(export_data_set, session, target))
            extra: dict[str, Any] = {"n": done.files}
        else:
            done = terminal.run("Export", partial(export_trained, session, RunId(args.run), target))
            extra = {"n": done.pictures, "parity_max_abs_diff": done.max_abs_difference}
    files = sorted(str(file.relative_to(target)) for file in target.rglob("*") if file.is_file())
    return Reply({"folder": str(target), "files": files} | extra, f"{len(files)} files written to {target}.")
