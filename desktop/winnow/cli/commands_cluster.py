"""Commands that compute: features, clusters, how many of them, sheets of them."""

from __future__ import annotations

import time
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from winnow.base.counted import counted
from winnow.cli.engine import add_engine
from winnow.cli.progress import Terminal
from winnow.cli.reply import Reply
from winnow.domain.method import METHODS, Method, cost_of, cost_words, method_called

if TYPE_CHECKING:
    from winnow.app.session import Session
    from winnow.domain.cluster import Clustering


def options_of_embed(parser: ArgumentParser) -> None:
    parser.add_argument("--model", metavar="NAME", help="the network (default efficientnet-lite0), see --list")
    parser.add_argument("--list", action="store_true", help="say which networks there are, and what must be fetched")
    add_engine(parser)


def embed(args: Namespace, terminal: Terminal) -> Reply:
    """Compute the embeddings that are missing."""
    from winnow.app.pipelines.embedding import DEFAULT_MODEL
    from winnow.app.pipelines.embedding import embed as steps
    from winnow.app.session import Session

    if args.list:
        return _networks()
    began = time.monotonic()
    model = args.model or DEFAULT_MODEL
    with Session.open(args.project) as session:
        made = terminal.run("Embed", lambda: steps(session, model, args.engine))
    seconds = time.monotonic() - began
    fields = {
        "embedded": made.count,
        "seconds": seconds,
        "images_per_s": made.count / seconds,
        "model": model,
        "dim": made.dim,
    }
    return Reply(fields, f"{counted(made.count, 'image')} embedded by {model} in {seconds:.1f} s.")


def _networks() -> Reply:
    from winnow.app.pipelines.embedding import DEFAULT_MODEL, EMBEDDING, feature_kinds

    kinds = [kind for kind in feature_kinds() if kind.license]
    rows = [
        {
            "model": DEFAULT_MODEL if kind.name == EMBEDDING else kind.name,
            "dim": kind.dim,
            "license": kind.license,
            "source": kind.source,
            "download_bytes": kind.download_bytes,
        }
        for kind in kinds
    ]
    lines = [
        f"{row['model']:22}{kind.about} {_to_fetch(kind.download_bytes)}({kind.license})"
        for row, kind in zip(rows, kinds, strict=True)
    ]
    return Reply({"models": rows}, "\n".join(lines))


def _to_fetch(size: int) -> str:
    return f"Fetches {size / 1e6:.0f} MB the first time. " if size else ""


def options_of_cluster(parser: ArgumentParser) -> None:
    parser.add_argument("--method", default="KMeans", metavar="NAME", help=f"one of {', '.join(METHODS)}")
    parser.add_argument("--k", type=int, default=8, help="how many clusters (default 8); some methods find it")
    parser.add_argument("--features", default="embedding", help="embedding (default), colour, pixels, or a network")
    parser.add_argument("--seed", type=int, default=0, help="what the method begins with (default 0)")
    parser.add_argument(
        "--set",
        dest="settings",
        type=_setting,
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="a setting of the method, see --describe; may be given more than once",
    )
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--describe", action="store_true", help="say what the method does, its settings and what it costs")
    how.add_argument("--split", type=int, metavar="N", help="cluster this cluster again, into --pieces")
    how.add_argument("--merge", type=int, nargs=2, metavar=("N", "INTO"), help="put cluster N into another")
    parser.add_argument("--pieces", type=int, default=2, help="with --split (default 2)")


def cluster(args: Namespace, terminal: Terminal) -> Reply:
    """Cluster what is not rejected; it becomes the current clustering. Or split one cluster, or merge two."""
    from winnow.app.pipelines.clustering import against_labels
    from winnow.app.session import Session
    from winnow.domain.cluster import NOISE

    method = method_called(args.method)
    with Session.open(args.project) as session:
        if args.describe:
            return _described(session, method, args)
        made: Clustering = terminal.run("Cluster", lambda: _steps(session, args, terminal))
        agreement = terminal.run("Compare with labels", lambda: against_labels(session, made))
    sizes = [made.count(number) for number in range(made.k)]
    fields: dict[str, Any] = {"method": made.method, "k": made.k, "features": made.features, "sizes": sizes}
    fields |= {"noise": made.count(NOISE), "sampled": made.sampled, "settings": made.settings}
    # Without two clusters there is nothing to score; the names are there all the same.
    fields |= dict.fromkeys(("silhouette", "davies_bouldin", "calinski_harabasz")) | made.scores | (agreement or {})
    words = f"{counted(made.k, 'cluster')} of {', '.join(map(str, sizes))} images"
    words += f" and {made.count(NOISE)} in none" if made.count(NOISE) else ""
    words += f"; silhouette {made.scores['silhouette']:.3f}." if "silhouette" in made.scores else "."
    if agreement:
        words += " Against the labels: " + ", ".join(f"{name} {value:.3f}" for name, value in agreement.items()) + "."
    return Reply(fields, words)


def _steps(session: Session, args: Namespace, terminal: Terminal) -> Any:
    from winnow.app.pipelines.clustering import cluster as steps
    from winnow.app.pipelines.clustering import merge_clusters, split_cluster

    if args.split is not None:
        return split_cluster(session, args.split - 1, args.pieces, args.seed)
    if args.merge is not None:
        return merge_clusters(session, args.merge[0] - 1, args.merge[1] - 1)
    settings = dict(args.settings)
    images, dim = _size(session, args.features)
    method = method_called(args.method)
    if cost_of(method, images, dim, args.k, settings).is_heavy:
        terminal.say(cost_words(method, images, dim, args.k, settings))
    return steps(session, args.k, args.features, args.seed, args.method, settings)


def _described(session: Session, method: Method, args: Namespace) -> Reply:
    images, dim = _size(session, args.features)
    cost = cost_words(method, images, dim, args.k, dict(args.settings))
    lines = [f"{method.words} ({method.name}): {method.about}", cost]
    lines += [f"  {one.name}={one.default}: {one.about}" for one in method.parameters]
    settings = [
        {"name": one.name, "default": one.default, "about": one.about, "choices": list(one.choices)}
        for one in method.parameters
    ]
    return Reply({"method": method.name, "about": method.about, "cost": cost, "settings": settings}, "\n".join(lines))


def _size(session: Session, features: str) -> tuple[int, int]:
    from winnow.app.pipelines.embedding import dim_of, kept_keys

    return len(session.ask(kept_keys)[0]), dim_of(features)


def _setting(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not (name and equals and value):
        raise ArgumentTypeError(f"{text!r} is not NAME=VALUE")
    return name, value


def options_of_suggest_k(parser: ArgumentParser) -> None:
    parser.add_argument("--from", dest="low", type=int, default=2, metavar="K", help="the fewest clusters (default 2)")
    parser.add_argument("--to", dest="high", type=int, default=12, metavar="K", help="the most clusters (default 12)")
    parser.add_argument("--restarts", type=int, default=10, metavar="N", help="K-Means runs for each k (default 10)")
    parser.add_argument("--features", default="embedding", help="embedding (default), colour, pixels, or a network")
    parser.add_argument("--seed", type=int, default=0)


def suggest_k(args: Namespace, terminal: Terminal) -> Reply:
    """Score numbers of clusters by inertia, silhouette, Davies-Bouldin, Calinski-Harabasz and stability."""
    from winnow.app.pipelines.choosing_k import suggest_k as steps
    from winnow.app.session import Session

    if not 2 <= args.low <= args.high or args.restarts < 1:
        args.wrong("--from must be 2 or more, --to no less, and --restarts 1 or more")
    with Session.open(args.project) as session:
        found = terminal.run(
            "Suggest k",
            lambda: steps(session, range(args.low, args.high + 1), args.features, args.restarts, args.seed),
        )
    columns = ("inertia", "silhouette", "davies_bouldin", "calinski_harabasz", "stability")
    fields: dict[str, Any] = {"ks": [one.k for one in found.scores]}
    fields |= {name: [getattr(one, name) for one in found.scores] for name in columns}
    fields |= {"elbow": found.elbow, "suggested": found.suggested, "sentence": found.sentence, "images": found.images}
    lines = ["k\tinertia\tsilhouette\tD-B\tC-H\tstability"]
    lines += [
        f"{one.k}\t{one.inertia:.1f}\t{one.silhouette:.3f}\t{one.davies_bouldin:.2f}\t{one.calinski_harabasz:.1f}"
        f"\t{one.stability:.2f}"
        for one in found.scores
    ]
    return Reply(fields, "\n".join([*lines, found.sentence]))


def options_of_sheet(parser: ArgumentParser) -> None:
    parser.add_argument("--to", type=Path, metavar="DIR", help="the folder (default: exports/sheets in the project)")
    parser.add_argument("--cluster", type=int, nargs="+", metavar="N", help="only these clusters, counted from 1")


def sheet(args: Namespace, terminal: Terminal) -> Reply:
    """Write a contact sheet and the mean picture of each cluster as PNG."""
    from winnow.app.pipelines.sheets import write_sheets
    from winnow.app.session import Session

    with Session.open(args.project) as session:
        folder = args.to or session.layout.exports / "sheets"
        numbers = None if args.cluster is None else [number - 1 for number in args.cluster]
        written = terminal.run("Write sheets", lambda: write_sheets(session, folder, numbers))
    return Reply(
        {"files": [str(file) for file in written.files]}, f"{counted(len(written.files), 'file')} written to {folder}."
    )
