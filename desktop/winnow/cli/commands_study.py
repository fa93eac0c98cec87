"""Commands that study how to train on a project's pictures."""

from __future__ import annotations

import json
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from winnow.app.engine.choice import LOCAL
from winnow.base.counted import counted
from winnow.cli.engine import add_engine
from winnow.cli.progress import Terminal
from winnow.cli.reply import Reply

if TYPE_CHECKING:
    from winnow.app.session import Session
    from winnow.domain.recipe import Recipe
    from winnow.domain.study import Study

_CHOICES = {
    # option: (field of the recipe, its type, what it is)
    "--network": ("network", str, "such as efficientnet-lite0"),
    "--batch-size": ("batch_size", int, ""),
    "--lr": ("learning_rate", float, "highest learning rate"),
    "--seed": ("seed", int, "the first one"),
    "--device": ("device", str, "auto, cpu, cuda, cuda:N or mps"),
}


def _recipe_options(parser: ArgumentParser, kinds: tuple[str, ...]) -> None:
    parser.add_argument("--recipe", choices=kinds, default=kinds[0])
    for option, (field, kind, about) in _CHOICES.items():
        parser.add_argument(option, dest=field, type=kind, help=about or None)
    parser.add_argument("--optimiser", choices=("sgd", "adam", "adamw"))
    add_engine(parser)


def options_of_lr_find(parser: ArgumentParser) -> None:
    _recipe_options(parser, ("quick", "fine-tune", "from-scratch"))
    parser.add_argument("--from", dest="lowest", type=float, default=1e-7, help="lowest rate (default 1e-7)")
    parser.add_argument("--to", dest="highest", type=float, default=10.0, help="highest rate (default 10)")
    parser.add_argument("--steps", type=int, default=100)
    parser.add_argument("--seeds", type=int, default=3, help="how many sweeps (default 3)")


def lr_find(args: Namespace, terminal: Terminal) -> Reply:
    """Sweep the learning rate from several seeds, and say which one the curves suggest."""
    from winnow.app.pipelines.studies import find_rate
    from winnow.app.session import Session
    from winnow.domain.lr_curve import LrFound
    from winnow.domain.study import LrFinderSettings

    with Session.open(args.project) as session:
        recipe = _recipe(session, args)
        settings = LrFinderSettings(recipe, args.lowest, args.highest, args.steps, args.seeds)
        study: Study = terminal.run("LR finder", partial(find_rate, session, settings))
    found = study.found
    assert isinstance(found, LrFound)
    fields = _fields(study) | {
        "suggested": found.suggested,
        "agrees": found.agrees,
        "disagreement": found.disagreement,
        "recipe_rate": recipe.learning_rate,
    }
    return Reply(fields, f"{found.words()} In {study.seconds:.1f} s.")


def options_of_batch_study(parser: ArgumentParser) -> None:
    _recipe_options(parser, ("quick", "fine-tune", "from-scratch"))
    parser.add_argument("--batch-sizes", type=_numbers(int), default=(8, 16, 32, 64, 128), metavar="N,N,…")
    parser.add_argument(
        "--rates", type=_numbers(float), default=(), metavar="R,R,…", help="default: 8 around the recipe's"
    )
    parser.add_argument("--epochs", type=int, default=5, help="of each short run (default 5)")
    parser.add_argument("--seeds", type=int, default=3, help="runs of each cell (default 3)")


def batch_study(args: Namespace, terminal: Terminal) -> Reply:
    """Map batch size and learning rate by short trainings of the head, and fit the line through the best."""
    from winnow.app.pipelines.studies import map_batches
    from winnow.app.session import Session
    from winnow.domain.batch_map import BatchMap
    from winnow.domain.study import BatchSettings

    with Session.open(args.project) as session:
        settings = BatchSettings(_recipe(session, args), args.batch_sizes, args.rates, args.epochs, args.seeds)
        study: Study = terminal.run("Batch size", partial(map_batches, session, settings))
    found = study.found
    assert isinstance(found, BatchMap)
    return Reply(_fields(study), "\n".join([*_table(found), found.words(), f"In {study.seconds:.1f} s."]))


def _table(found: Any) -> list[str]:
    lines = ["batch    " + "".join(f"{rate:>10.3g}" for rate in found.rates)]
    for size in found.batch_sizes:
        cells = [found.cell(size, rate) for rate in found.rates]
        words = ["diverged" if cell.accuracy is None else f"{cell.accuracy:.1%}" for cell in cells]
        lines.append(f"{size:<9}" + "".join(f"{word:>10}" for word in words))
    return lines


def options_of_folds(parser: ArgumentParser) -> None:
    _recipe_options(parser, ("quick", "fine-tune", "from-scratch"))
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--epochs", type=int, default=12, help="of each fold, all of them (default 12)")


def folds(args: Namespace, terminal: Terminal) -> Reply:
    """Train every fold as one study, each frame judged once by what had not learned from it."""
    from winnow.app.pipelines.studies import run_folds
    from winnow.app.session import Session
    from winnow.domain.study import FoldResult, FoldSettings, FoldsFound

    def heard(event: object) -> None:
        if isinstance(event, FoldResult):
            terminal.say(f"fold {event.fold + 1}: {event.right}/{event.n} right, loss {event.loss:.3f}")

    with Session.open(args.project) as session:
        settings = FoldSettings(_recipe(session, args), args.folds, args.epochs)
        study: Study = terminal.run("Folds", partial(run_folds, session, settings), heard)
    found = study.found
    assert isinstance(found, FoldsFound)
    low, high = found.interval
    words = (
        f"Accuracy {found.mean_accuracy:.1%} ± {100 * found.sd_accuracy:.1f} points, loss {found.mean_loss:.3f} ± "
        f"{found.sd_loss:.3f}; out of fold {found.right}/{found.n} (95 % interval {low:.1%} to {high:.1%}). "
        f"{counted(found.test_pictures, 'test picture')} took no part. In {study.seconds:.1f} s."
    )
    return Reply(_fields(study), words)


def options_of_minima(parser: ArgumentParser) -> None:
    _recipe_options(parser, ("quick", "fine-tune", "from-scratch"))
    parser.add_argument("--run", type=int, metavar="N", help="restarts of run N, instead of a recipe")
    parser.add_argument("--count", type=int, default=6, help="restarts (default 6)")
    parser.add_argument("--epochs", type=int, help="of each restart")
    parser.add_argument("--plane", choices=("restarts", "path", "random"), default="restarts")
    parser.add_argument(
        "--points", type=int, help="along each direction, odd (default 41; 11 where more than the head learns)"
    )
    parser.add_argument(
        "--whole", action="store_true", help="of fine-tune all weights, which takes many minutes; else its head alone"
    )


def minima(args: Namespace, terminal: Terminal) -> Reply:
    """Train from several seeds, and look at the loss between and around where they end."""
    from winnow.app.pipelines.studies import look_at_minima
    from winnow.app.queries.lookup import run_numbered
    from winnow.app.session import Session
    from winnow.domain.minima import MinimaFound
    from winnow.domain.study import MinimaSettings, Plane, usual_points

    with Session.open(args.project) as session:
        run = None if args.run is None else session.ask(run_numbered, args.run)
        recipe = _recipe(session, args) if run is None else run.recipe
        if args.epochs is not None:
            recipe = replace(recipe, epochs=args.epochs)
        run_id = None if run is None else run.id
        points = usual_points(recipe.kind, args.whole) if args.points is None else args.points
        settings = MinimaSettings(recipe, run_id, args.count, Plane(args.plane), points, is_whole=args.whole)
        study: Study = terminal.run("Minima", partial(look_at_minima, session, settings))
    found = study.found
    assert isinstance(found, MinimaFound)
    said = [found.words(), *found.limits, f"In {study.seconds:.1f} s."]
    return Reply(_fields(study) | {"limits": list(found.limits)}, "\n".join(said))


def options_of_diagnose(parser: ArgumentParser) -> None:
    parser.add_argument("--run", type=int, required=True, metavar="N", help="the run's number")


def diagnose(args: Namespace, terminal: Terminal) -> Reply:
    """Say what may be wrong with a run, on what that rests, and one thing to try."""
    from winnow.app.pipelines.diagnosing import diagnose as steps
    from winnow.app.queries.lookup import run_numbered
    from winnow.app.session import Session
    from winnow.domain.diagnosis import Diagnoses

    with Session.open(args.project) as session:
        run = session.ask(run_numbered, args.run)
        found: Diagnoses = terminal.run("Doctor", partial(steps, session, run.id))
    fields = [
        {
            "finding": one.finding.value,
            "evidence": dict(one.evidence),
            "words": one.words(),
            "action": one.action(),
        }
        for one in found.messages
    ]
    lines = [f"{one.words()}\n    {one.action()}" for one in found.messages]
    return Reply({"run": int(run.id), "messages": fields}, "\n".join(lines) or "Nothing is wrong with this run.")


def _recipe(session: Session, args: Namespace) -> Recipe:
    from winnow.app.queries.recipes import starting_recipe
    from winnow.app.queries.samples import current_split
    from winnow.domain.recipe import OptimiserKind, RecipeKind

    session.ask(current_split)  # which says what to do where there is none
    recipe = session.ask(starting_recipe, RecipeKind(args.recipe))
    wished: dict[str, Any] = {field: getattr(args, field) for field, _kind, _about in _CHOICES.values()}
    if args.engine != LOCAL:
        wished["device"] = args.engine
    wished["optimiser"] = None if args.optimiser is None else OptimiserKind(args.optimiser)
    return replace(recipe, **{name: value for name, value in wished.items() if value is not None})


def _fields(study: Study) -> dict[str, Any]:
    from winnow.base.codec import to_json

    found: dict[str, Any] = json.loads(to_json(study.found))
    return found | {"study": int(study.id), "seconds": study.seconds}


def _numbers(kind: type[int] | type[float]) -> Any:
    def read(text: str) -> tuple[float, ...]:
        try:
            return tuple(kind(part) for part in text.split(","))
        except ValueError as error:
            raise ArgumentTypeError(f"{text!r} is not a list of numbers, e.g. 8,16,32") from error

    return read
