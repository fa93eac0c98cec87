"""Commands that sort pictures: clusters, labels, rejecting, frames, and back again."""

from __future__ import annotations

import time
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING, Any

from winnow.cli.progress import Terminal
from winnow.cli.reply import Reply
from winnow.domain.frame import FillMode

if TYPE_CHECKING:
    from winnow.app.session import Session


def embed(args: Namespace, terminal: Terminal) -> Reply:
    """Compute the embeddings that are missing."""
    from winnow.app.pipelines.embedding import DEFAULT_MODEL
    from winnow.app.pipelines.embedding import embed as steps
    from winnow.app.session import Session

    began = time.monotonic()
    with Session.open(args.project) as session:
        made = terminal.run("Embed", lambda: steps(session))
    seconds = time.monotonic() - began
    fields = {
        "embedded": made.count,
        "seconds": seconds,
        "images_per_s": made.count / seconds,
        "model": DEFAULT_MODEL,
        "dim": made.dim,
    }
    return Reply(fields, f"{made.count} images embedded by {DEFAULT_MODEL} in {seconds:.1f} s.")


def options_of_cluster(parser: ArgumentParser) -> None:
    parser.add_argument("--k", type=int, default=8, help="how many clusters (default 8)")
    parser.add_argument("--features", choices=("embedding", "colour", "pixels"), default="embedding")
    parser.add_argument("--seed", type=int, default=0, help="what K-Means begins with (default 0)")


def cluster(args: Namespace, terminal: Terminal) -> Reply:
    """Cluster what is not rejected by K-Means; it becomes the current clustering."""
    from winnow.app.pipelines.embedding import against_labels
    from winnow.app.pipelines.embedding import cluster as steps
    from winnow.app.session import Session

    with Session.open(args.project) as session:
        made = terminal.run("Cluster", lambda: steps(session, args.k, args.features, args.seed))
        agreement = terminal.run("Compare with labels", lambda: against_labels(session, made))
    sizes = [int((made.clusters == number).sum()) for number in range(made.k)]
    fields: dict[str, Any] = {"method": made.method, "k": made.k, "features": made.features, "sizes": sizes}
    fields |= made.scores | (agreement or {})
    words = f"{made.k} clusters of {', '.join(map(str, sizes))} images; silhouette {made.scores['silhouette']:.3f}."
    if agreement:
        words += " Against the labels: " + ", ".join(f"{name} {value:.3f}" for name, value in agreement.items()) + "."
    return Reply(fields, words)


def options_of_label(parser: ArgumentParser) -> None:
    options_of_reject(parser, "--from-folders")
    parser.add_argument("--as", dest="name", metavar="NAME", help="the label; made where it is missing")


def label(args: Namespace, _terminal: Terminal) -> Reply:
    """Label a cluster, some pictures, or all by the folders that they came from."""
    from winnow.app.pipelines.labelling import label_as, label_by_folder
    from winnow.app.session import Session

    if (args.name is None) != args.from_folders:
        args.wrong("give --as NAME with --cluster or --ids, and not with --from-folders")
    with Session.open(args.project) as session:
        changed = (
            label_by_folder(session) if args.from_folders else label_as(session, _chosen(session, args), args.name)
        )
    return Reply({"changed": changed}, f"{changed} images labelled.")


def options_of_reject(parser: ArgumentParser, *more: str) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--cluster", type=int, metavar="N", help="the pictures of this cluster, counted from 1")
    which.add_argument("--ids", type=int, nargs="+", metavar="ID", help="these pictures, see 'winnow items'")
    for flag in more:
        which.add_argument(flag, action="store_true", help="all, each by the folder that it came from")


def reject(args: Namespace, _terminal: Terminal) -> Reply:
    """Put pictures aside; they stay in the project."""
    from winnow.app.commands.labelling import RejectImages
    from winnow.app.session import Session

    with Session.open(args.project) as session:
        ids = _chosen(session, args)
        changed = session.do(RejectImages(ids)).result() if ids else 0
    return Reply({"changed": changed}, f"{changed} images rejected.")


def _chosen(session: Session, args: Namespace) -> tuple[int, ...]:
    from winnow.app.queries.lookup import cluster_images

    return tuple(args.ids) if args.ids is not None else session.ask(cluster_images, args.cluster)


def options_of_undo(parser: ArgumentParser) -> None:
    parser.add_argument("--steps", type=int, default=1, metavar="N", help="how many (default 1)")


def undo(args: Namespace, _terminal: Terminal) -> Reply:
    """Take the newest changes back."""
    return _stepped(args, "undo", "undone")


def redo(args: Namespace, _terminal: Terminal) -> Reply:
    """Do again what was undone last."""
    return _stepped(args, "redo", "done again")


def _stepped(args: Namespace, way: str, done: str) -> Reply:
    from winnow.app.session import Session

    kinds: list[str] = []
    with Session.open(args.project) as session:
        for _ in range(args.steps):
            kind = (session.undo() if way == "undo" else session.redo()).result()
            if not kind:
                break
            kinds.append(kind)
    return Reply({"changed": len(kinds), "commands": kinds}, f"{', '.join(kinds) or 'Nothing'} {done}.")


def options_of_frame(parser: ArgumentParser) -> None:
    parser.add_argument("--id", type=int, required=True, metavar="N", help="the picture, see 'winnow items'")
    parser.add_argument(
        "--set",
        dest="box",
        type=_box,
        required=True,
        metavar="L,T,R,B",
        help="in pixels of the upright picture; outside it pads. Write --set=-10,0,90,80 where L is negative",
    )
    parser.add_argument("--angle", type=float, default=0.0, metavar="D", help="degrees counter-clockwise (default 0)")
    parser.add_argument("--fill", choices=[mode.value for mode in FillMode], default=FillMode.CONSTANT.value)
    parser.add_argument("--label", metavar="NAME", help="a label of its own")
    parser.add_argument("--add", action="store_true", help="after the frames it has, not in their place")


def frame(args: Namespace, _terminal: Terminal) -> Reply:
    """Set a picture's frame: inside the picture it crops, outside it pads."""
    from winnow.app.pipelines.framing import set_frame
    from winnow.app.session import Session
    from winnow.domain.frame import Fill, Frame
    from winnow.domain.ids import ImageId

    left, top, right, bottom = args.box
    wanted = Frame(left, top, right, bottom, angle=args.angle, fill=Fill(FillMode(args.fill)))
    with Session.open(args.project) as session:
        stored = set_frame(session, ImageId(args.id), wanted, args.label, args.add)
    frames = [
        {
            "left": one.frame.left,
            "top": one.frame.top,
            "right": one.frame.right,
            "bottom": one.frame.bottom,
            "angle": one.frame.angle,
            "fill": one.frame.fill.mode.value,
            "label": one.label_id,
        }
        for one in stored
    ]
    return Reply({"frames": frames}, f"Picture {args.id} has {max(1, len(frames))} frame(s).")


def _box(text: str) -> tuple[int, int, int, int]:
    try:
        left, top, right, bottom = (int(part) for part in text.split(","))
    except ValueError as error:
        raise ArgumentTypeError(f"{text!r} is not four whole numbers L,T,R,B") from error
    return left, top, right, bottom
