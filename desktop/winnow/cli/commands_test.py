"""Commands that say how good a run is: test, predict, suspects."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from winnow.base.counted import counted
from winnow.cli.progress import Terminal
from winnow.cli.reply import Reply

if TYPE_CHECKING:
    from winnow.app.queries.suspects import SuspectList
    from winnow.domain.judgement import Judgement


def options_of_test(parser: ArgumentParser) -> None:
    parser.add_argument("--run", type=int, required=True, metavar="N", help="the run's number")


def test(args: Namespace, terminal: Terminal) -> Reply:
    """Open the sealed test part for one run; every opening is logged."""
    from winnow.app.pipelines.testing import test as steps
    from winnow.app.queries.tests import latest_opening as latest
    from winnow.app.session import Session
    from winnow.domain.ids import RunId

    with Session.open(args.project) as session:
        result = terminal.run("Test", lambda: steps(session, RunId(args.run)))
        opening = session.ask(latest, RunId(args.run))
    n = sum(sum(row) for row in result.confusion)
    fields: dict[str, Any] = {
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
    judgement = None if opening is None else opening.judgement
    if judgement is None:
        return Reply(fields, words)
    return Reply(fields | _more(judgement), "\n".join([words, *_words(judgement)]))


def _more(judgement: Judgement) -> dict[str, Any]:
    """Return what scripts may want beside the old fields: everything that was judged."""
    frames = judgement.frames
    return {
        "balanced_accuracy": frames.balanced_accuracy,
        "log_loss": frames.reliability.log_loss,
        "calibration_error": frames.reliability.error,
        "temperature": None if frames.calibration is None else frames.calibration.temperature,
        "roc_area": {one.label: one.roc_area for one in frames.curves},
        "pr_area": {one.label: one.pr_area for one in frames.curves},
        "pictures": {
            "accuracy": judgement.pictures.accuracy,
            "interval": list(judgement.pictures.interval),
            "n": judgement.pictures.n,
        },
        "where": {one.kind: [asdict(group) for group in one.groups] for one in judgement.breakdowns},
    }


def _words(judgement: Judgement) -> list[str]:
    frames, pictures = judgement.frames, judgement.pictures
    lines = [
        f"Balanced accuracy {frames.balanced_accuracy:.1%}, log loss {frames.reliability.log_loss:.3f}, "
        f"calibration error {frames.reliability.error:.3f}."
    ]
    for one in frames.classes:
        shares = zip(
            ("precision", "recall", "F1"),
            (one.precision, one.recall, one.f1),
            (one.precision_interval, one.recall_interval, one.f1_interval),
            strict=True,
        )
        said = ", ".join(f"{name} {share:.1%} ({low:.1%} to {high:.1%})" for name, share, (low, high) in shares)
        lines.append(f"{one.label}: {said}.")
    if pictures.n != frames.n:
        low, high = pictures.interval
        lines.append(
            f"By vote of their frames: {pictures.accuracy:.1%} of {counted(pictures.n, 'picture')} "
            f"({low:.1%} to {high:.1%})."
        )
    return lines


test.__test__ = False  # type: ignore[attr-defined] # a command, not a test


def options_of_predict(parser: ArgumentParser) -> None:
    parser.add_argument(
        "model",
        metavar="RUN_OR_EXPORT",
        help="PROJECT:N for run N of a project, or an exported model's folder, .onnx or .safetensors file",
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
    from winnow.app.pipelines.predicting import model_file, predict_with_model, predict_with_run
    from winnow.app.queries.lookup import run_numbered
    from winnow.app.session import Session

    project, colon, number = args.model.rpartition(":")
    if colon and number.isdecimal() and not Path(args.model).exists():
        with Session.open(Path(project)) as session:
            run = session.ask(run_numbered, int(number))
            found = terminal.run("Predict", lambda: predict_with_run(session, run, args.files))
    else:
        model = model_file(Path(args.model))
        found = terminal.run("Predict", lambda: predict_with_model(model, args.files))
    return found.labels, found.probabilities


def options_of_suspects(parser: ArgumentParser) -> None:
    parser.add_argument("--again", action="store_true", help="run the same folds again, after labels were fixed")
    parser.add_argument("--all", action="store_true", help="list every frame that was weighed, not only the suspects")
    parser.add_argument("--top", type=int, metavar="N", help="list the N most suspect frames")


def suspects(args: Namespace, terminal: Terminal) -> Reply:
    """List labels that look wrong, by networks that did not learn from them."""
    from winnow.app.pipelines.suspecting import find_suspects
    from winnow.app.queries.lookup import all_labels
    from winnow.app.queries.suspects import suspect_list
    from winnow.app.session import Session

    with Session.open(args.project) as session:
        found = None if args.again else session.ask(suspect_list)
        if found is None or not found.is_current:
            found = terminal.run("Suspects", lambda: find_suspects(session))
        names = {int(label.id): label.name for label in session.ask(all_labels)}
    rows = found.rows if args.all or args.top else found.suspected
    shown = rows[: args.top] if args.top else rows
    fields = [
        {
            "id": row.image_id,
            "file": row.file,
            "key": row.key.hex(),
            "label": names[row.label_id],
            "suggested": names[row.suggested_id],
            "score": row.score,
            "fits": row.fits,
            "suspected": row.is_suspected,
            "part": row.part.value,
        }
        for row in shown
    ]
    words = [
        f"{one['id']}  {one['file']}: {one['label']}, rather {one['suggested']} ({one['fits']:.0%})" for one in fields
    ]
    return Reply(fields, "\n".join([_headline(found), *words]))


def _headline(found: SuspectList) -> str:
    count = len(found.suspected)
    said = f"{count} of {counted(len(found.rows), 'label')} {'looks' if count == 1 else 'look'} wrong."
    if found.change is None:
        return said
    low, high = found.change.interval
    return (
        f"{said} Against the labels as they are now the folds went from "
        f"{(found.change.both + found.change.lost) / max(1, found.change.n):.1%} to "
        f"{(found.change.both + found.change.won) / max(1, found.change.n):.1%} right "
        f"({found.change.difference:+.1%}, 95 % interval {low:+.1%} to {high:+.1%})."
    )
