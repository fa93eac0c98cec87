"""Commands that sort pictures: clusters, labels, rejecting, frames, and back again."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING, Any

from winnow.base.counted import counted
from winnow.cli.progress import Terminal
from winnow.cli.reply import Reply
from winnow.domain.frame import FillMode, StoredFrame
from winnow.domain.ids import LabelId

if TYPE_CHECKING:
    from winnow.app.session import Session
    from winnow.domain.suggestion import Suggestions

_SURE = 0.9


def options_of_label(parser: ArgumentParser) -> None:
    which = options_of_reject(parser)
    which.add_argument("--from-folders", action="store_true", help="all, each by the folder that it came from")
    which.add_argument("--from-clusters", action="store_true", help="all, each by its cluster's name or number")
    which.add_argument(
        "--suggest", action="store_true", help="learn from the labels so far and suggest one for each of the others"
    )
    which.add_argument("--accept", action="store_true", help="make the suggestions labels")
    parser.add_argument("--as", dest="name", metavar="NAME", help="the label; made where it is missing")
    parser.add_argument(
        "--at-least", type=float, default=0.0, metavar="P", help="with --accept: those of this confidence, 0 to 1"
    )


def label(args: Namespace, terminal: Terminal) -> Reply:
    """Label a cluster, some pictures, or all: by folders, by clusters, by what the labels so far suggest."""
    from winnow.app.pipelines.clustering import label_by_cluster
    from winnow.app.pipelines.labelling import label_as, label_by_folder
    from winnow.app.pipelines.suggesting import accept
    from winnow.app.session import Session

    names_itself = args.from_folders or args.from_clusters or args.suggest or args.accept
    if (args.name is None) != names_itself:
        args.wrong("give --as NAME with --cluster, --ids or --where, and not with what names its labels itself")
    with Session.open(args.project) as session:
        if args.suggest:
            return _suggested(session, terminal)
        if args.accept:
            changed = accept(session, at_least=args.at_least)
        elif args.from_clusters:
            changed = label_by_cluster(session)
        elif args.from_folders:
            changed = label_by_folder(session)
        else:
            changed = label_as(session, _chosen(session, args), args.name)
    return Reply({"changed": changed}, f"{counted(changed, 'image')} labelled.")


def _suggested(session: Session, terminal: Terminal) -> Reply:
    from winnow.app.pipelines.suggesting import suggest
    from winnow.app.queries.lookup import all_labels

    found = terminal.run("Suggest labels", lambda: suggest(session))
    names = {label.id: label.name for label in session.ask(all_labels)}
    fields = {
        "suggested": _suggestions(found, names),
        "doubted": _suggestions(found.doubted, names) if found.doubted else [],
        "learned_from": found.learned_from,
        "accuracy": found.accuracy,
        "changed": 0,
    }
    words = (
        f"{counted(len(found), 'label')} suggested, {int((found.confidence >= _SURE).sum())} with a confidence of 0.9"
    )
    if found.accuracy is not None:
        words += f"; {found.accuracy:.1%} of the {found.learned_from} labels so far are told right by the others"
        words += f", and {len(fields['doubted'])} of them are doubted"
    return Reply(fields, f"{words}. Make suggestions labels by 'winnow label PROJECT --accept --at-least 0.9'.")


def _suggestions(found: Suggestions, names: dict[LabelId, str]) -> list[dict[str, Any]]:
    return [
        {"id": image, "label": names[LabelId(label)], "confidence": confidence, "margin": margin}
        for image, label, confidence, margin in zip(
            found.ids.tolist(), found.labels.tolist(), found.confidence.tolist(), found.margin.tolist(), strict=True
        )
    ]


def options_of_reject(parser: ArgumentParser) -> Any:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--cluster", type=int, metavar="N", help="the pictures of this cluster, counted from 1")
    which.add_argument("--ids", type=int, nargs="+", metavar="ID", help="these pictures, see 'winnow items'")
    which.add_argument("--where", metavar="FILTER", help="what a filter lets through, such as 'cluster:3 -label:cat'")
    return which


def reject(args: Namespace, _terminal: Terminal) -> Reply:
    """Put pictures aside; they stay in the project."""
    from winnow.app.commands.labelling import RejectImages
    from winnow.app.session import Session

    with Session.open(args.project) as session:
        ids = _chosen(session, args)
        changed = session.do(RejectImages(ids)).result() if ids else 0
    return Reply({"changed": changed}, f"{counted(changed, 'image')} rejected.")


def _chosen(session: Session, args: Namespace) -> tuple[int, ...]:
    from winnow.app.queries.filtering import filtered
    from winnow.app.queries.lookup import cluster_images

    if args.where is not None:
        return tuple(session.ask(filtered, args.where).tolist())
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
    from winnow.app.queries.overview import overview
    from winnow.app.session import Session

    if args.steps < 1:
        args.wrong("argument --steps: must be 1 or more")
    kinds: list[str] = []
    words: list[str] = []
    with Session.open(args.project) as session:
        for _ in range(args.steps):
            now = session.ask(overview).journal
            count = now.undo_count if way == "undo" else now.redo_count
            kind = (session.undo() if way == "undo" else session.redo()).result()
            if not kind:
                break
            kinds.append(kind)
            words.append(f"{_command_words(kind, count)}: {done}.")
    return Reply({"changed": len(kinds), "commands": kinds}, "\n".join(words) or f"Nothing {done}.")


def _command_words(kind: str, count: int) -> str:
    try:
        from winnow.qt.words import command_words
    except ImportError:  # the window's toolkit is not installed, and its words neither
        return kind
    return command_words(kind, count)


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
        {"frames": [_frame_fields(one) for one in stored]},
        f"Picture {args.id} has {counted(max(1, len(stored)), 'frame')}.",
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
