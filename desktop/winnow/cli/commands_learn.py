"""Commands out of the project: the data set, and a model."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path
from typing import Any

from winnow.cli.progress import Terminal
from winnow.cli.reply import Reply


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
