"""The command that finds copies, doubtful and odd pictures."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING, Any

from winnow.base.counted import counted
from winnow.cli.progress import Terminal
from winnow.cli.reply import Reply
from winnow.domain.cleaning import CHECKS, Check, KeepRule

if TYPE_CHECKING:
    from winnow.app.queries.clean import CopiesView, QualityView, RejectedFiles
    from winnow.app.session import Session

_NAMES = tuple(check.value for check in CHECKS)


def options_of_clean(parser: ArgumentParser) -> None:
    parser.add_argument("--apply", action="store_true", help="reject all but one picture of each group of copies")
    parser.add_argument(
        "--keep",
        choices=[rule.value for rule in KeepRule],
        help="which picture of a group stays (default: as chosen last, at first the largest)",
    )
    parser.add_argument(
        "--threshold",
        type=_threshold,
        action="append",
        default=[],
        metavar="NAME=X",
        help=f"flag below X, 0 to 1; kept for the project. Names: {', '.join(_NAMES)}",
    )
    parser.add_argument(
        "--reject-flagged", nargs="+", choices=_NAMES, default=[], metavar="NAME", help="reject what these checks flag"
    )
    parser.add_argument(
        "--empty-rejected",
        action="store_true",
        help="move the files of rejected pictures to the system's trash; without --yes say only how many",
    )
    parser.add_argument("--yes", action="store_true", help="with --empty-rejected: do it")


def clean(args: Namespace, terminal: Terminal) -> Reply:
    """Find copies, pictures of poor quality and pictures that do not belong; nothing is rejected unless asked."""
    from winnow.app.pipelines.cleaning import keep_one_of_each, search_all
    from winnow.app.queries.clean import copies_view, quality_view, rejected_files
    from winnow.app.session import Session

    if args.yes and not args.empty_rejected:
        args.wrong("--yes goes with --empty-rejected")
    with Session.open(args.project) as session:
        _choose(session, args)
        terminal.run("Clean", lambda: search_all(session))
        copies, quality = session.ask(copies_view), session.ask(quality_view)
        fields = _found(copies, quality)
        words = _words(copies, quality)
        if args.apply:
            fields["rejected_copies"] = keep_one_of_each(session, copies.rule)
            words += f"\n{counted(fields['rejected_copies'], 'copy', 'copies')} rejected; 'winnow undo' undoes it."
        if args.reject_flagged:
            fields["rejected_flagged"] = _reject_flagged(session, session.ask(quality_view), args.reject_flagged)
            words += f"\n{counted(fields['rejected_flagged'], 'flagged image')} rejected; 'winnow undo' undoes it."
        if args.empty_rejected:
            more, said = _emptied(session, terminal, session.ask(rejected_files), args.yes)
            fields |= more
            words += f"\n{said}"
    return Reply(fields, words)


def _choose(session: Session, args: Namespace) -> None:
    from winnow.app.commands.clean import SetCleaning
    from winnow.app.queries.clean import quality_view
    from winnow.domain.cleaning import Cleaning

    now = session.ask(quality_view).cleaning
    wanted = Cleaning(now.thresholds | dict(args.threshold), KeepRule(args.keep) if args.keep else now.rule)
    if wanted != now:
        session.do(SetCleaning(wanted)).result()


def _found(copies: CopiesView, quality: QualityView) -> dict[str, Any]:
    groups = [group for group in copies.groups if len(group.copies) > 1]
    return {
        "exact": copies.same_bytes,
        "same_pixels": [[copy.image_id for copy in group.copies] for group in groups if group.is_exact],
        "near_groups": [[copy.image_id for copy in group.copies] for group in groups],
        "conflicts": [
            {"ids": [copy.image_id for copy in group.copies], "labels": list(group.labels)}
            for group in copies.conflicts
        ],
        "keep": copies.rule.value,
        "flags": {check.value: count for check, count in quality.counts().items()},
        "flagged": {
            check.value: quality.flagged(check, quality.cleaning.threshold(check)).tolist() for check in CHECKS
        },
    }


def _words(copies: CopiesView, quality: QualityView) -> str:
    surplus = sum(len(group.surplus) for group in copies.groups)
    lines = [
        f"{counted(copies.same_bytes, 'file was', 'files were')} the same as another when it came, byte by byte.",
        f"{counted(len(copies.groups), 'group')} of copies "
        f"({sum(group.is_exact for group in copies.groups)} of equal pixels), "
        f"{counted(surplus, 'image')} more than one of each; the {copies.rule.value} stays first.",
    ]
    lines += [
        f"Left alone, for its labels contradict each other ({', '.join(group.labels)}): "
        f"{', '.join(f'{copy.file} ({copy.image_id})' for copy in group.copies)}."
        for group in copies.conflicts
    ]
    flags = [f"{check.value} {count}" for check, count in quality.counts().items() if count]
    lines.append(f"Flagged: {', '.join(flags) or 'nothing'}.")
    return "\n".join(lines)


def _reject_flagged(session: Session, quality: QualityView, names: list[str]) -> int:
    from winnow.app.commands.labelling import RejectImages

    checks = [Check(name) for name in names]
    ids = {int(one) for check in checks for one in quality.flagged(check, quality.cleaning.threshold(check))}
    return session.do(RejectImages(tuple(sorted(ids)))).result() if ids else 0


def _emptied(session: Session, terminal: Terminal, wanted: RejectedFiles, is_sure: bool) -> tuple[dict[str, Any], str]:
    from winnow.app.pipelines.cleaning import empty_rejected
    from winnow.qt.trash import to_trash

    there = f"{counted(wanted.count, 'file')} of rejected images, {wanted.size_bytes / 1e6:.1f} MB"
    if not is_sure or not wanted.count:
        return {"to_trash": wanted.count, "to_trash_bytes": wanted.size_bytes}, (
            f"{there}, would go to the system's trash; add --yes to do it." if wanted.count else "Nothing to empty."
        )
    done = terminal.run("Empty", lambda: empty_rejected(session, to_trash))
    return {"trashed": done.count, "trashed_bytes": done.size_bytes}, (
        f"{counted(done.count, 'file is', 'files are')} in the system's trash now, {done.size_bytes / 1e6:.1f} MB."
    )


def _threshold(text: str) -> tuple[str, float]:
    name, _, number = text.partition("=")
    try:
        value = float(number)
    except ValueError as error:
        raise ArgumentTypeError(f"{text!r} is not a name and a number, such as blurry=0.3") from error
    if name not in _NAMES or not 0 <= value <= 1:
        raise ArgumentTypeError(f"{text!r} is not one of {', '.join(_NAMES)} with a number from 0 to 1")
    return name, value
