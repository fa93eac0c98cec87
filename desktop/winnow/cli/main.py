"""The parser, and what becomes of a command: its exit code, and what goes to which stream."""

from __future__ import annotations

import argparse
import io
import json
import logging
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from winnow import __version__
from winnow.base.errors import WinnowError
from winnow.cli import commands_care as care
from winnow.cli import commands_clean as cleaning
from winnow.cli import commands_cluster as clusters
from winnow.cli import commands_collect as collect
from winnow.cli import commands_learn as learn
from winnow.cli import commands_pack as packing
from winnow.cli import commands_project as project
from winnow.cli import commands_sort as sort
from winnow.cli import commands_split as splitting
from winnow.cli import commands_study as study
from winnow.cli import commands_test as testing
from winnow.cli import commands_train as training
from winnow.cli.progress import StoppedByHand, Terminal
from winnow.cli.reply import Reply, Run

DONE, ERROR, WRONG_USAGE, STOPPED = 0, 1, 2, 3

log = logging.getLogger(__name__)
Options = Callable[[argparse.ArgumentParser], None]

_COMMANDS: dict[str, tuple[Run, Options | None]] = {
    "new": (project.new, project.options_of_new),
    "sample": (project.sample, project.options_of_sample),
    "import": (project.import_, project.options_of_import),
    "crawl": (collect.crawl, collect.options_of_crawl),
    "search": (collect.search, collect.options_of_search),
    "drive": (collect.drive, collect.options_of_drive),
    "embed": (clusters.embed, clusters.options_of_embed),
    "cluster": (clusters.cluster, clusters.options_of_cluster),
    "suggest-k": (clusters.suggest_k, clusters.options_of_suggest_k),
    "sheet": (clusters.sheet, clusters.options_of_sheet),
    "clean": (cleaning.clean, cleaning.options_of_clean),
    "label": (sort.label, sort.options_of_label),
    "reject": (sort.reject, sort.options_of_reject),
    "undo": (sort.undo, sort.options_of_undo),
    "redo": (sort.redo, sort.options_of_undo),
    "frame": (sort.frame, sort.options_of_frame),
    "split": (splitting.split, splitting.options_of_split),
    "train": (training.train, training.options_of_train),
    "runs": (training.runs, training.options_of_runs),
    "lr-find": (study.lr_find, study.options_of_lr_find),
    "batch-study": (study.batch_study, study.options_of_batch_study),
    "folds": (study.folds, study.options_of_folds),
    "minima": (study.minima, study.options_of_minima),
    "diagnose": (study.diagnose, study.options_of_diagnose),
    "test": (testing.test, testing.options_of_test),
    "predict": (testing.predict, testing.options_of_predict),
    "suspects": (testing.suspects, testing.options_of_suspects),
    "export": (learn.export, learn.options_of_export),
    "pack": (packing.pack, packing.options_of_pack),
    "unpack": (packing.unpack, packing.options_of_unpack),
    "info": (project.info, None),
    "items": (project.items, project.options_of_items),
    "doctor": (care.doctor, care.options_of_doctor),
    "self-test": (care.self_test, None),
}
_WITHOUT_PROJECT = ("predict", "unpack", "self-test")

COMMANDS = frozenset(_COMMANDS)
"""The names of all commands; a first argument that is none of these is a project to open in the window."""


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = argparse.ArgumentParser(
        prog="winnow",
        description="From a pile of pictures to a clean data set and a trained classifier. "
        "Without a command, or with a project's folder alone, the window opens.",
        epilog="Exit codes: 0 done, 1 an error, 2 wrong usage, 3 stopped by Ctrl-C (what was done is kept).",
    )
    top.add_argument("--version", action="version", version=f"Winnow {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, (run, options) in _COMMANDS.items():
        about = (run.__doc__ or "").strip()
        one = commands.add_parser(name, help=about, description=about)
        if name not in _WITHOUT_PROJECT:
            one.add_argument("project", type=Path, metavar="PROJECT", help="the project's folder")
        if options is not None:
            options(one)
        one.add_argument("--json", action="store_true", help="answer in JSON on standard output")
        one.set_defaults(act=run, wrong=one.error)
    return top


def main(argv: Sequence[str]) -> int:
    """Run one command; return its exit code."""
    _never_refuse_a_letter()
    try:
        args = parser().parse_args(argv)
    except SystemExit as end:
        return int(end.code or 0)
    try:
        reply = args.act(args, Terminal())
    except SystemExit as end:  # a wrong combination of options
        return int(end.code or 0)
    except (StoppedByHand, KeyboardInterrupt):
        return _ended(args.json, STOPPED, "stopped", "Stopped; what was done is kept.")
    except (WinnowError, OSError) as error:
        log.info("%s failed: %s", args.command, error)
        return _ended(args.json, ERROR, "error", str(error))
    _answer(args.json, reply)
    return int(reply.code)


def _answer(in_json: bool, reply: Reply) -> None:
    if in_json and reply.code:
        print(reply.words, file=sys.stderr)
    try:
        print(_json(reply.fields) if in_json else reply.words, flush=True)
    except BrokenPipeError:
        # Whoever read has read enough ("| head"); the interpreter must not try again when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _ended(in_json: bool, code: int, field: str, words: str) -> int:
    print(words, file=sys.stderr)
    if in_json:
        print(_json({field: words}))
    return code


def _never_refuse_a_letter() -> None:
    """Let letters that standard output has not (another language's on Windows) be escaped instead of failing it."""
    if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.errors == "strict":
        sys.stdout.reconfigure(errors="backslashreplace")


def _json(fields: object) -> str:
    text = json.dumps(fields, ensure_ascii=False)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:  # or a file's name that is no text
        return json.dumps(fields)
    return text
