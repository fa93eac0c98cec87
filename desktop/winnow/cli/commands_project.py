"""Commands about a project and what is in it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from winnow.cli.account import account, network_account
from winnow.cli.engine import add_engine
from winnow.cli.progress import Terminal
from winnow.cli.reply import Reply

if TYPE_CHECKING:
    from winnow.domain.ids import SourceId


def options_of_new(parser: ArgumentParser) -> None:
    parser.add_argument("--labels", default="", metavar="NAME,NAME", help="labels to begin with, e.g. cat,dog")


def new(args: Namespace, _terminal: Terminal) -> Reply:
    """Make an empty project."""
    from winnow.app.session import Session

    with Session.create(args.project, [name for name in args.labels.split(",") if name.strip()]) as session:
        folder = str(session.layout.folder)
    return Reply({"project": folder}, f"Made {folder}.")


def options_of_sample(parser: ArgumentParser) -> None:
    parser.add_argument("--n", type=int, default=240, help="how many pictures (default 240)")
    parser.add_argument("--seed", type=int, default=7, help="what is drawn (default 7)")


def sample(args: Namespace, terminal: Terminal) -> Reply:
    """Crawl the built-in site of drawn cats and dogs, with no network; a new project is made where there is none."""
    from winnow.app.pipelines.sampling import import_sample
    from winnow.app.session import Session

    for name in ("n", "seed"):
        if getattr(args, name) < 0:
            args.wrong(f"argument --{name}: must not be negative")
    fresh = not args.project.exists() or (args.project.is_dir() and not any(args.project.iterdir()))
    with Session.create(args.project) if fresh else Session.open(args.project) as session:
        source = terminal.run("Sample", lambda: import_sample(session, args.n, args.seed))
        return network_account(session, source)


def options_of_import(parser: ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="PATH",
        help="a folder, a picture, a ZIP archive, a list of addresses (.txt, .csv), or CIFAR-10/100: "
        "a batch, its folder or its .tar.gz, whose pictures are labelled at once",
    )
    parser.add_argument("--classes", default="", metavar="NAME,NAME", help="of CIFAR, these classes only")
    parser.add_argument(
        "--label-from-folders", action="store_true", help="label each picture by the folder that it lies in"
    )
    parser.add_argument(
        "--allow-private",
        action="store_true",
        help="of a list of addresses: ask those of this machine and of private networks as well",
    )
    add_engine(parser)


def import_(args: Namespace, terminal: Terminal) -> Reply:
    """Bring pictures into the project."""
    from winnow.app.pipelines.importing import import_paths
    from winnow.app.pipelines.labelling import label_by_folder
    from winnow.app.session import Session
    from winnow.domain.ids import SourceId

    with Session.open(args.project) as session:
        made: set[SourceId] = set()

        def heard(event: object) -> None:
            if isinstance(event, int):  # a source's number; what is on its way over the network is told as well
                made.add(SourceId(event))

        classes = [name.strip() for name in args.classes.split(",") if name.strip()]
        steps = partial(
            import_paths,
            session,
            args.paths,
            classes=classes,
            allow_private=args.allow_private,
            engine=args.engine,
        )
        terminal.run("Import", steps, heard)
        labelled = label_by_folder(session) if args.label_from_folders else None
        reply = account(session, made)
    if labelled is None or not isinstance(reply.fields, dict):
        return reply
    return Reply(reply.fields | {"labelled": labelled}, f"{reply.words}\n{labelled} labelled by their folders.")


def info(args: Namespace, _terminal: Terminal) -> Reply:
    """Say how far the project is: counts, labels, sources, runs, sizes."""
    from winnow import __version__
    from winnow.app.queries.lookup import all_runs, all_sources
    from winnow.app.queries.overview import overview
    from winnow.app.session import Session

    with Session.open(args.project) as session:
        found = session.ask(overview)
        runs = session.ask(all_runs)
        sources = session.ask(all_sources)
        folder = session.layout.folder
        sizes = {part.name: _bytes_below(part) for part in sorted(folder.iterdir())}
    fields = {
        "project": str(folder),
        "version": __version__,
        "found": found.found,
        "kept": found.kept,
        "rejected": found.rejected,
        "fell_out": found.found - found.kept - found.rejected,
        "labelled": found.labelled,
        "edited": found.edited,
        "labels": {label.name: count for label, count in found.labels},
        "label_colours": {label.name: label.colour for label, _count in found.labels if label.colour},
        "clustering": found.clustering,
        "split": found.split,
        "sources": [
            {"id": one.id, "kind": one.kind.value, "name": one.name, "state": one.state.value, "found": one.found}
            for one in sources
        ],
        "runs": [
            {
                "run": run.id,
                "name": run.name,
                "recipe": run.recipe.kind.value,
                "state": run.state.value,
                "valid_accuracy": run.best_valid_accuracy,
            }
            for run in runs
        ],
        "bytes": sizes,
    }
    return Reply(fields, _info_words(fields))


def _info_words(fields: dict[str, Any]) -> str:
    lines = [
        f"{fields['project']} (Winnow {fields['version']}, {sum(fields['bytes'].values()) / 1e6:.1f} MB)",
        f"{fields['found']} found, {fields['kept']} kept, {fields['rejected']} rejected, "
        f"{fields['fell_out']} fell out, {fields['labelled']} labelled, {fields['edited']} edited",
    ]
    own = fields["label_colours"]
    lines += [
        f"  label {name}: {count}" + (f", shown in {own[name]}" if name in own else "")
        for name, count in fields["labels"].items()
    ]
    for run in fields["runs"]:
        accuracy = run["valid_accuracy"]
        lines.append(
            f"  run {run['run']} ({run['recipe']}): {run['state']}"
            + ("" if accuracy is None else f", {accuracy:.1%} on valid")
        )
    return "\n".join(lines)


def _bytes_below(path: Path) -> int:
    if path.is_file():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


def options_of_items(parser: ArgumentParser) -> None:
    from winnow.domain.expression import NUMBER_FIELDS, WORD_FIELDS

    names = ", ".join([*WORD_FIELDS, *NUMBER_FIELDS])
    parser.add_argument(
        "--where",
        metavar="FILTER",
        help=f"only these, such as 'label:cat,dog -state:fell_out size>=300 \"on sofa\"'; terms are {names}",
    )


def items(args: Namespace, _terminal: Terminal) -> Reply:
    """List every picture that was found, one a line, also what fell out."""
    from winnow.app.queries.filtering import filtered
    from winnow.app.queries.items import items as query
    from winnow.app.session import Session

    with Session.open(args.project) as session:
        only = None if args.where is None else set(session.ask(filtered, args.where, True).tolist())
        rows = [row for row in session.ask(query) if only is None or row["id"] in only]
    lines = [
        "\t".join(str(row[name] if row[name] is not None else "-") for name in _COLUMNS).replace("\n", " ")
        for row in rows
    ]
    return Reply({"items": rows}, "\n".join(["\t".join(_COLUMNS), *lines]))


_COLUMNS = ("id", "state", "reason", "label", "cluster", "part", "width", "height", "file")
