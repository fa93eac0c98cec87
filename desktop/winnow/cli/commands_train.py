"""Commands that train, and that look after runs."""

from __future__ import annotations

import time
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from winnow.app.engine.choice import LOCAL
from winnow.base.counted import counted
from winnow.cli.engine import add_engine
from winnow.cli.progress import StoppedByHand, Terminal
from winnow.cli.reply import Reply
from winnow.domain.kept_epoch import kept_of

if TYPE_CHECKING:
    from winnow.app.session import Session
    from winnow.base.outcomes import StepsFactory
    from winnow.domain.recipe import OwnNetwork, Recipe
    from winnow.domain.run import Run

_CHOICES = {
    # option: (field of the recipe, its type, what it is)
    "--network": ("network", str, "such as efficientnet-lite0, efficientnet-lite2, resnet-50, small-cnn, resnet-18"),
    "--epochs": ("epochs", int, ""),
    "--batch-size": ("batch_size", int, ""),
    "--lr": ("learning_rate", float, "highest learning rate"),
    "--weight-decay": ("weight_decay", float, ""),
    "--warm-up": ("warm_up", float, "share of the steps in which the rate rises"),
    "--clip": ("clip_norm", float, "longest gradient; 0: off"),
    "--early-stop": ("early_stop_epochs", int, "after so many epochs without a better one; 0: off"),
    "--period": ("period_epochs", int, "epochs between two drops or restarts of the rate"),
    "--label-smoothing": ("label_smoothing", float, ""),
    "--mixup": ("mixup", float, "strength; 0: off"),
    "--cutmix": ("cutmix", float, "strength; 0: off"),
    "--ema": ("ema", float, "decay of the weights' moving average; 0: off"),
    "--frozen-epochs": ("frozen_epochs", int, "of fine-tune: so many in which the head alone learns"),
    "--views": ("views", int, "of quick: varied views of each picture whose features are stored"),
    "--device": ("device", str, "auto, cpu, cuda, cuda:N or mps"),
    "--seed": ("seed", int, ""),
}


def options_of_train(parser: ArgumentParser) -> None:
    parser.add_argument("--recipe", choices=("quick", "fine-tune", "from-scratch"), default="quick")
    for option, (field, kind, about) in _CHOICES.items():
        parser.add_argument(option, dest=field, type=kind, help=about or None)
    parser.add_argument("--optimiser", choices=("sgd", "adam", "adamw"))
    parser.add_argument(
        "--schedule", choices=("one-cycle", "cosine", "step", "constant", "plateau", "restarts"), help="of the rate"
    )
    parser.add_argument("--balance", choices=("none", "weights", "sampling"), help="of classes of unequal size")
    parser.add_argument(
        "--fit", choices=("squish", "crop", "pad", "random-resized-crop", "tiles"), help="how a frame becomes a square"
    )
    parser.add_argument("--size", type=int, metavar="PX", help="edge of the network's input")
    parser.add_argument("--name", default="", help="the run's name")
    parser.add_argument("--fold", type=_fold, metavar="N|all", help="look at fold N of the split, or at each in turn")
    parser.add_argument("--resume", type=int, metavar="RUN", help="go on with a run that ended before its time")
    parser.add_argument("--network-file", metavar="FILE[:CLASS]", help="a Python file with an nn.Module of your own")
    parser.add_argument(
        "--trust-network-file", action="store_true", help="yes, I know that the file is run as a program with my rights"
    )
    add_engine(parser)
    parser.add_argument("--explain", action="store_true", help="say what each choice means here, and do not train")


def train(args: Namespace, terminal: Terminal) -> Reply:
    """Train on the split in force; a line an epoch."""
    from winnow.app.queries.lookup import run_numbered
    from winnow.app.session import Session
    from winnow.domain.run import EpochDone

    numbers: list[int] = []

    def heard(event: object) -> None:
        if isinstance(event, int):
            numbers.append(event)
            if args.fold == "all":
                terminal.say(f"fold {len(numbers)}:")
        elif isinstance(event, EpochDone):
            terminal.say(
                f"epoch {event.epoch}: train loss {event.train_loss:.4f}, valid loss {event.valid_loss:.4f}, "
                f"valid accuracy {event.valid_accuracy:.1%}{' (kept)' if event.is_best else ''}"
            )

    began = time.monotonic()
    with Session.open(args.project) as session:
        if args.explain:
            return _explained(session, args)
        try:
            terminal.run("Train", _steps(session, args), heard)
        except StoppedByHand:
            for number in numbers[-1:]:
                terminal.say(f"Run {number} can go on: winnow train {args.project} --resume {number}")
            raise
        found = [session.ask(run_numbered, number) for number in numbers]
    seconds = time.monotonic() - began
    return _folds(found, seconds) if args.fold == "all" else _trained(found[0], seconds)


def _steps(session: Session, args: Namespace) -> StepsFactory:
    from winnow.app.pipelines import training
    from winnow.app.queries.lookup import run_numbered

    if args.resume is not None:
        return partial(training.resume, session, session.ask(run_numbered, args.resume).id)
    recipe = _recipe(session, args)
    if args.fold == "all":
        return partial(training.train_folds, session, recipe, args.name)
    return partial(training.train, session, recipe, args.name, None if args.fold is None else args.fold - 1)


def _fold(text: str) -> int | str:
    if text == "all":
        return text
    try:
        return int(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text!r} is neither a fold's number nor 'all'") from error


def _recipe(session: Session, args: Namespace) -> Recipe:
    from winnow.app.queries.recipes import offered_networks, starting_recipe
    from winnow.app.queries.samples import current_split
    from winnow.domain.fit import FitMode
    from winnow.domain.recipe import Balance, OptimiserKind, RecipeKind, Schedule

    session.ask(current_split)  # which says what to do where there is none
    recipe = session.ask(starting_recipe, RecipeKind(args.recipe))
    wished: dict[str, Any] = {field: getattr(args, field) for field, _kind, _about in _CHOICES.values()}
    if args.engine != LOCAL:
        wished["device"] = args.engine
    for field, kind in (("optimiser", OptimiserKind), ("schedule", Schedule), ("balance", Balance)):
        chosen = getattr(args, field)
        wished[field] = None if chosen is None else kind(chosen)
    # A network that was chosen by name brings the size that it was taught with.
    taught = {one.name: one.edge_px for one in offered_networks()} if recipe.kind is not RecipeKind.SCRATCH else {}
    fit = recipe.fit if args.fit is None else replace(recipe.fit, mode=FitMode(args.fit))
    wished["fit"] = replace(fit, size=args.size or taught.get(args.network) or fit.size)
    wished["own"] = _own(args)
    return replace(recipe, **{name: value for name, value in wished.items() if value is not None})


def _own(args: Namespace) -> OwnNetwork | None:
    from winnow.app.own_networks import QUESTION, own_network, read_network_file, trusted

    if args.network_file is None:
        return None
    name, _, class_name = (
        args.network_file.rpartition(":") if ".py:" in args.network_file else (args.network_file, "", "")
    )
    file = read_network_file(Path(name))
    own = own_network(file, class_name)
    if not file.is_trusted:
        if not args.trust_network_file:
            args.wrong(f"{QUESTION} If so, add --trust-network-file.")
        trusted(file)
    return own


def _explained(session: Session, args: Namespace) -> Reply:
    from winnow.app.queries.recipes import recipe_facts
    from winnow.domain.recipe_words import explained

    found = explained(_recipe(session, args), session.ask(recipe_facts))
    fields = [asdict(one) for one in found]
    return Reply(fields, "\n".join(f"{one.title}: {one.value}\n    {one.words}" for one in found))


def _trained(run: Run, seconds: float) -> Reply:
    fields = _fields(run) | {"seconds": seconds}
    accuracy = "" if run.best_valid_accuracy is None else f", {run.best_valid_accuracy:.1%} on valid"
    kept = kept_of(run.epochs, run.valid_samples)
    why = "" if kept is None else f"\n{kept.words()}"
    return Reply(fields, f"Run {run.id}: kept epoch {run.best_epoch}{accuracy}, in {seconds:.1f} s.{why}")


def _folds(found: list[Run], seconds: float) -> Reply:
    import statistics

    accuracies = [run.best_valid_accuracy or 0.0 for run in found]
    mean, spread = statistics.mean(accuracies), statistics.stdev(accuracies)
    fields = {"folds": [_fields(run) for run in found], "mean": mean, "sd": spread, "seconds": seconds}
    words = ", ".join(f"{one:.1%}" for one in accuracies)
    return Reply(fields, f"{len(found)} folds: {words}; mean {mean:.1%}, sd {spread:.1%}, in {seconds:.1f} s.")


def _fields(run: Run) -> dict[str, Any]:
    best = next((epoch for epoch in run.epochs if epoch.epoch == run.best_epoch), None)
    return {
        "run": int(run.id),
        "fold": None if run.fold is None else run.fold + 1,
        "best_epoch": run.best_epoch,
        "train_loss": None if best is None else best.train_loss,
        "valid_loss": None if best is None else best.valid_loss,
        "valid_accuracy": run.best_valid_accuracy,
        "notes": list(run.notes),
        "history": [asdict(epoch) for epoch in run.epochs],
    }


def options_of_runs(parser: ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--rename", nargs=2, metavar=("RUN", "NAME"))
    what.add_argument("--delete", type=int, nargs="+", metavar="RUN", help="undoable: the weights stay for now")
    what.add_argument("--bring-back", type=int, nargs="+", metavar="RUN")
    what.add_argument(
        "--empty-deleted", action="store_true", help="remove the weights of deleted runs; cannot be undone"
    )


def runs(args: Namespace, terminal: Terminal) -> Reply:
    """List the runs, or rename, delete and bring back some."""
    from winnow.app.commands.training import BringBackRuns, DeleteRuns, RenameRun
    from winnow.app.pipelines.emptying import Emptied, empty_deleted_runs
    from winnow.app.queries.lookup import run_numbered
    from winnow.app.queries.runs import run_table
    from winnow.app.session import Session

    with Session.open(args.project) as session:
        if args.rename:
            if not args.rename[0].isdecimal():
                args.wrong(f"{args.rename[0]!r} is not a run's number")
            session.do(RenameRun(session.ask(run_numbered, int(args.rename[0])).id, args.rename[1])).result()
        elif args.delete:
            session.do(DeleteRuns(tuple(session.ask(run_numbered, one).id for one in args.delete))).result()
        elif args.bring_back:
            session.do(BringBackRuns(tuple(session.ask(run_numbered, one).id for one in args.bring_back))).result()
        elif args.empty_deleted:
            done: Emptied = terminal.run("Empty", lambda: empty_deleted_runs(session))
            terminal.say(
                f"The weights of {counted(done.runs, 'deleted run')} are gone for good; "
                f"{done.freed_bytes / 1e6:.1f} MB freed."
            )
        found = session.ask(run_table).runs
    lines = [
        f"{run.id}  {run.name}  {run.recipe.kind.value}  {run.state.value}"
        + (f"  fold {run.fold + 1}" if run.fold is not None else "")
        + (f"  {run.best_valid_accuracy:.1%}" if run.best_valid_accuracy is not None else "")
        for run in found
    ]
    fields = [_fields(run) | {"name": run.name, "state": run.state.value, "error": run.error} for run in found]
    return Reply(fields, "\n".join(lines) or "There are no runs yet.")
