"""Commands that sort pictures: clusters, labels, rejecting, frames, and back again."""

from __future__ import annotations

import time
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING, Any

from winnow.cli.progress import Terminal
from winnow.cli.reply import Reply
from winnow.domain.frame import FillMode, StoredFrame

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
    from winnow.app.pipelines.clustering import against_labels
    from winnow.app.pipelines.clustering import cluster as steps
    from winnow.app.session import Session

    with Session.open(args.project) as session:
        made = terminal.run("Cluster", lambda: steps(session, args.k, args.features, args.seed))
        agreement = terminal.run("Compare with labels", lambda: against_labels(session, made))
    sizes = [int((made.clusters == number).sum()) for number in range(made.k)]
    fields: dict[str, Any] = {"method": made.method, "k": made.k, "features": made.features, "sizes": sizes}
    fields |= made.scores | (agreement or {})
    words = (
        f"{made.k} clusters of {', '.join(map(str, sizes))} images; silhouette {made.scores.get('silhouette', 0):.3f}."
    )
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
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument(
        "--set",
        dest="box",
        type=_box,
        metavar="L,T,R,B",
        help="in pixels of the upright picture; outside it pads. Write --set=-10,0,90,80 where L is negative",
    )
    how.add_argument("--tiles", type=_rows_and_columns, metavar="RxC", help="tiles in R rows and C columns")
    how.add_argument("--tile-size", type=int, metavar="PX", help="as many square tiles of PX pixels as cover it")
    parser.add_argument("--overlap", type=float, default=0.0, metavar="S", help="share of a tile (default 0)")
    parser.add_argument("--shape", choices=("square", "picture"), default="square", help="of the tiles")
    parser.add_argument("--pad-border", action="store_true", help="border tiles reach past the picture")
    parser.add_argument("--leave-out-empty", action="store_true", help="no tiles without a subject")
    parser.add_argument("--angle", type=float, default=0.0, metavar="D", help="degrees counter-clockwise (default 0)")
    parser.add_argument("--flip-x", action="store_true", help="mirrored left to right")
    parser.add_argument("--flip-y", action="store_true", help="mirrored top to bottom")
    parser.add_argument("--fill", choices=[mode.value for mode in FillMode], default=FillMode.CONSTANT.value)
    parser.add_argument("--colour", type=_colour, default=(0, 0, 0), metavar="RRGGBB", help="of the constant fill")
    parser.add_argument("--label", metavar="NAME", help="a label of its own")
    parser.add_argument("--add", action="store_true", help="after the frames it has, not in their place")


def frame(args: Namespace, _terminal: Terminal) -> Reply:
    """Set a picture's frame, or lay tiles: inside the picture a frame crops, outside it pads."""
    from winnow.app.pipelines.framing import set_frame, set_tiles
    from winnow.app.session import Session
    from winnow.domain.frame import Fill, Frame
    from winnow.domain.ids import ImageId
    from winnow.domain.tiling import Tiling

    fill, image = Fill(FillMode(args.fill), args.colour), ImageId(args.id)
    with Session.open(args.project) as session:
        if args.box is not None:
            left, top, right, bottom = args.box
            wanted = Frame(left, top, right, bottom, args.angle, args.flip_x, args.flip_y, fill)
            stored = set_frame(session, image, wanted, args.label, args.add)
        else:
            rows, columns = args.tiles or (1, 1)
            how = Tiling(rows, columns, args.overlap, args.shape == "square", args.tile_size, args.pad_border)
            stored = set_tiles(session, image, how, fill, args.label, args.add, args.leave_out_empty)
    return Reply(
        {"frames": [_frame_fields(one) for one in stored]}, f"Picture {args.id} has {max(1, len(stored))} frame(s)."
    )


def _frame_fields(one: StoredFrame) -> dict[str, Any]:
    frame = one.frame
    return {
        "left": frame.left,
        "top": frame.top,
        "right": frame.right,
        "bottom": frame.bottom,
        "angle": frame.angle,
        "flip_x": frame.flip_x,
        "flip_y": frame.flip_y,
        "fill": frame.fill.mode.value,
        "colour": list(frame.fill.colour),
        "label": one.label_id,
        "origin": one.origin,
    }


def _box(text: str) -> tuple[int, int, int, int]:
    try:
        left, top, right, bottom = (int(part) for part in text.split(","))
    except ValueError as error:
        raise ArgumentTypeError(f"{text!r} is not four whole numbers L,T,R,B") from error
    return left, top, right, bottom


def _rows_and_columns(text: str) -> tuple[int, int]:
    try:
        rows, columns = (int(part) for part in text.lower().split("x"))
    except ValueError as error:
        raise ArgumentTypeError(f"{text!r} is not rows x columns, such as 2x3") from error
    return rows, columns


def _colour(text: str) -> tuple[int, int, int]:
    try:
        red, green, blue = bytes.fromhex(text.removeprefix("#"))
    except ValueError as error:
        raise ArgumentTypeError(f"{text!r} is not a colour of six hex digits, such as ff8800") from error
    return red, green, blue
