"""Commands out of the project: the data set, and a model."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from winnow.cli.progress import Terminal
from winnow.cli.reply import Reply

if TYPE_CHECKING:
    from winnow.domain.data_set import DataSetOptions


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
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help="a folder that is not there yet")
    parser.add_argument("--run", type=int, metavar="N", help="the run whose network to export")
    parser.add_argument("--boxes", action="store_true", help="originals untouched, their frames told beside them")
    parser.add_argument("--longest-side", type=_pixels, metavar="PX", help="make larger pictures smaller")
    parser.add_argument("--format", choices=("as-is", "jpeg", "png", "webp"), default="as-is", help="of the pictures")
    parser.add_argument("--quality", type=_quality, default=95, metavar="1-100", help="of JPEG and WebP (95)")
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
    """Write the data set, or a run's network, to a new folder."""
    from winnow.app.pipelines.exporting import export_data_set, export_trained
    from winnow.app.session import Session
    from winnow.domain.ids import RunId
    from winnow.domain.model_format import ModelFormat

    if (args.model is None) != (args.run is None):
        args.wrong("give --run N with --model, and not with --dataset")
    if args.boxes and (args.longest_side or args.format != "as-is"):
        args.wrong("--boxes leaves pictures as they are: give neither --longest-side nor --format")
    target = args.to.resolve()
    with Session.open(args.project) as session:
        if args.model is None:
            done = terminal.run("Export", partial(export_data_set, session, target, _options(args)))
            extra: dict[str, Any] = {"n": done.files, "left_out": done.left_out}
        else:
            formats = [ModelFormat(name) for name in args.model]
            done = terminal.run("Export", partial(export_trained, session, RunId(args.run), target, formats))
            extra = {
                "n": done.pictures,
                "parity_max_abs_diff": done.max_abs_difference,
                "parity": {one.value: difference for one, difference in done.differences},
            }
    files = sorted(str(file.relative_to(target)) for file in target.rglob("*") if file.is_file())
    return Reply({"folder": str(target), "files": files} | extra, f"{len(files)} files written to {target}.")


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
