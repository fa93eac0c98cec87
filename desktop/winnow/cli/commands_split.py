"""Commands that divide the labelled pictures, and prove the division."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from winnow.base.counted import counted
from winnow.cli.progress import Terminal
from winnow.cli.reply import Reply

if TYPE_CHECKING:
    from winnow.app.session import Session
    from winnow.domain.borders import LeakReport
    from winnow.domain.split import Split


def options_of_split(parser: ArgumentParser) -> None:
    parser.add_argument("--ratios", type=_ratios, default=(70, 15, 15), metavar="TRAIN,VALID,TEST", help="per cent")
    parser.add_argument("--seed", type=int, default=42, help="which pictures go where (default 42)")
    parser.add_argument("--k-fold", type=int, default=0, metavar="N", help="folds of train and valid (default none)")
    parser.add_argument(
        "--together",
        choices=("none", "page", "folder"),
        default="none",
        help="keep pictures of one origin together too",
    )
    parser.add_argument("--not-in-proportion", action="store_true", help="do not keep the classes in proportion")
    parser.add_argument(
        "--part-near-duplicates", action="store_true", help="let copies be parted; test scores will lie"
    )
    parser.add_argument("--lock-test", action="store_true", help="keep the test part in force as it is")
    parser.add_argument(
        "--check", action="store_true", help="make nothing: prove the split in force and list its groups"
    )


def split(args: Namespace, _terminal: Terminal) -> Reply:
    """Divide the labelled pictures into train, valid and test, what belongs together kept together."""
    from winnow.app.pipelines.splitting import check
    from winnow.app.pipelines.splitting import split as make
    from winnow.app.queries.samples import current_split
    from winnow.app.session import Session
    from winnow.domain.split import Keeping, Origin, Ratios

    with Session.open(args.project) as session:
        if args.check:
            made = session.ask(current_split)
        else:
            keeping = Keeping(
                classes=not args.not_in_proportion,
                near_duplicates=not args.part_near_duplicates,
                origin=Origin(args.together),
                test_locked=args.lock_test,
            )
            made = make(session, Ratios(*args.ratios), args.seed, args.k_fold, keeping)
        report = check(session)
        assert report is not None, "a split is in force"
        return _told(session, made, report, args.check)


def _told(session: Session, made: Split, report: LeakReport, with_groups: bool) -> Reply:
    import numpy as np

    from winnow.app.queries.overview import overview
    from winnow.domain.borders import in_words, unmet
    from winnow.domain.split import PARTS, leaks

    names = {int(label.id): label.name for label, _count in session.ask(overview).labels}
    counts = {part.value: made.count(part) for part in PARTS}
    missed = [in_words(one, names.get(one.label, "")) for one in unmet(made)]
    total = max(1, len(made.ids))
    fields: dict[str, Any] = counts | {
        "wished": {part.value: share for part, share in zip(PARTS, made.ratios.shares(), strict=True)},
        "reached": {name: round(count / total, 4) for name, count in counts.items()},
        "cannot_be_met": missed,
        "per_class": {
            names.get(int(label), str(label)): {
                part.value: int(((made.labels == label) & (made.parts == number)).sum())
                for number, part in enumerate(PARTS)
            }
            for label in np.unique(made.labels)
        },
        "groups": len(np.unique(made.groups)),
        "leaks": leaks(made),
        "check": {"near_duplicate_pairs": report.pairs_compared, "borders": [asdict(one) for one in report.borders]},
        "kept_together": len(report.kept),
    }
    if with_groups:
        fields["kept"] = [
            {"part": one.part.value, "images": list(one.ids), "frames": one.frames} for one in report.kept
        ]
    return Reply(fields, "\n".join([_summary(counts, fields, report), *missed]))


def _summary(counts: dict[str, int], fields: dict[str, Any], report: LeakReport) -> str:
    words = ", ".join(f"{count} {part}" for part, count in counts.items())
    crossed = [border for border in report.borders if not border.is_sound]
    borders = counted(len(report.borders), "border")
    proof = (
        f"nothing crosses {borders} ({counted(report.pairs_compared, 'near-duplicate pair')} compared)"
        if not crossed
        else f"{len(crossed)} of {borders} crossed, the scores would lie"
    )
    return f"{words}; {counted(fields['groups'], 'group')}, {counted(fields['leaks'], 'leak')}; {proof}."


def _ratios(text: str) -> tuple[int, int, int]:
    try:
        train, valid, test_ = (int(part) for part in text.split(","))
    except ValueError as error:
        raise ArgumentTypeError(f"{text!r} is not three whole numbers, e.g. 70,15,15") from error
    return train, valid, test_
