"""The chapter of the test result: only what has been opened is in it."""

from __future__ import annotations

from winnow.domain.judgement import Judgement, Level
from winnow.exporting.report import plots
from winnow.exporting.report.facts import ReportFacts, TestFacts
from winnow.exporting.report.markup import Html, Markup, moment, percent

_MOST_IN_MATRIX = 12
_TOLD_PAIRS, _TOLD_GROUPS, _TOLD_MISTAKES = 15, 6, 12


def result(facts: ReportFacts, made: Markup) -> Html:
    """Return the figures of the newest look, with intervals; while the test part is sealed only that it is."""
    found = facts.test
    if found is None:
        return Html(made.heading("test_result") + made.paragraph(made.say("not_made"), "soft"))
    if found.judgement is None:
        key = "sealed" if found.frames else "no_test"
        return Html(
            made.heading("test_result")
            + made.paragraph(made.plain(key, frames=made.counted("frame_count", found.frames), run=found.run), "soft")
        )
    level = found.judgement.frames
    pieces = [
        made.heading("test_result"),
        made.paragraph(_opened(found, level, made)),
        made.paragraph(made.say("out_of_date"), "warn") if found.out_of_date else "",
        _figures(level, made),
        _votes(found.judgement, made),
        _classes(level, made),
        made.side_by_side([_confusion(found.judgement, made), _reliability(level, made)]),
        _where(found.judgement, made),
        _mistakes(found, made),
    ]
    return Html("".join(pieces))


def _opened(found: TestFacts, level: Level, made: Markup) -> str:
    log = "; ".join(f"{moment(at)} ({run})" for at, run in found.openings)
    frames = made.counted("frame_count", level.n)
    return made.counted("opened", len(found.openings), run=found.run, frames=frames, log=log)


def _figures(level: Level, made: Markup) -> Html:
    low, high = (percent(one) for one in level.interval)
    return made.tiles(
        [
            (percent(level.accuracy), f"{made.plain('of_test')} ({made.plain('interval', low=low, high=high)})"),
            (percent(level.balanced_accuracy), made.plain("balanced")),
            (f"{level.reliability.log_loss:.3f}", made.plain("log_loss")),
            (f"{level.reliability.error:.3f}", made.plain("calibration")),
        ]
    )


def _votes(judgement: Judgement, made: Markup) -> Html:
    pictures = judgement.pictures
    if pictures.n == judgement.frames.n:
        return Html("")
    low, high = (percent(one) for one in pictures.interval)
    voted, accuracy = made.counted("picture_count", pictures.n), percent(pictures.accuracy)
    return made.paragraph(
        made.plain("by_vote", right=pictures.right, pictures=voted, accuracy=accuracy, low=low, high=high)
    )


def _classes(level: Level, made: Markup) -> Html:
    head = [made.plain(key) for key in ("label", "n", "precision", "recall", "f1", "roc_area")]
    areas = {one.label: one.roc_area for one in level.curves}
    rows: list[list[object]] = []
    for one in level.classes:
        shares = (
            (one.precision, one.precision_interval), (one.recall, one.recall_interval), (one.f1, one.f1_interval),
        )  # fmt: skip
        said = [f"{percent(share)} ({100 * low:.1f}–{100 * high:.1f})" for share, (low, high) in shares]
        area = areas.get(one.label)
        rows.append([made.class_name(one.label), one.n, *said, "–" if area is None else f"{area:.3f}"])
    recalls = [(one.label, one.recall, one.recall_interval, made.class_colour(one.label)) for one in level.classes]
    drawn = made.plot(plots.intervals(made.plain("recall"), recalls))
    note = made.paragraph(made.say("intervals"), "note")
    return Html(made.table(head, rows) + made.heading("recall", 3) + drawn + note)


def _confusion(judgement: Judgement, made: Markup) -> Html:
    labels, counts = judgement.labels, judgement.frames.confusion
    if len(labels) > _MOST_IN_MATRIX:
        return _most_confused(judgement, made)
    head = "".join(f"<th>{made.class_name(label)}</th>" for label in labels)
    lines = []
    for true, row in enumerate(counts):
        cells = "".join(_square(count, sum(row), true == said) for said, count in enumerate(row))
        lines.append(f"<tr><th align='right'>{made.class_name(labels[true])}</th>{cells}</tr>")
    space = " cellspacing='2' cellpadding='8'" if made.as_print else ""
    table = f"<table class='matrix'{space}><tr><th></th>{head}</tr>{''.join(lines)}</table>"
    return Html(made.heading("confusion", 3) + made.paragraph(made.say("confusion_words"), "note") + table)


def _square(count: int, in_row: int, is_right: bool) -> str:
    share = count / in_row if in_row else 0.0
    # From white to the full colour, so that a printer without colours still tells them apart.
    full = (47, 99, 232) if is_right else (213, 94, 0)
    red, green, blue = (round(255 - (255 - one) * share) for one in full)
    ink = "#FFFFFF" if share > 0.55 else "#1B1F27"
    return (
        f"<td align='center' bgcolor='#{red:02X}{green:02X}{blue:02X}'"
        f" style='background-color:#{red:02X}{green:02X}{blue:02X};color:{ink}'>{count}</td>"
    )


def _most_confused(judgement: Judgement, made: Markup) -> Html:
    labels = judgement.labels
    pairs = [
        (count, labels[true], labels[said])
        for true, row in enumerate(judgement.frames.confusion)
        for said, count in enumerate(row)
        if count and true != said
    ]
    rows = [
        [made.class_name(true), made.class_name(said), count]
        for count, true, said in sorted(pairs, key=lambda one: -one[0])[:_TOLD_PAIRS]
    ]
    head = [made.plain(key) for key in ("true", "said", "count")]
    return Html(made.heading("most_confused", 3) + made.table(head, rows, words=2))


def _reliability(level: Level, made: Markup) -> Html:
    drawn = made.plot(
        plots.reliability(made.plain("reliability"), made.plain("sure"), made.plain("right"), level.reliability.bins)
    )
    return Html(made.heading("reliability", 3) + made.paragraph(made.say("reliability_words"), "note") + drawn)


def _where(judgement: Judgement, made: Markup) -> Html:
    pieces = []
    for one in judgement.breakdowns:
        if len(one.groups) < 2:
            continue
        rows = [
            [
                made.wording.core(group.name) or "–",
                group.n,
                f"{percent(group.right / group.n if group.n else 0.0)}"
                f" ({100 * group.interval[0]:.1f}–{100 * group.interval[1]:.1f})",
            ]
            for group in one.groups[:_TOLD_GROUPS]
        ]
        head = [made.plain(f"by_{one.kind}"), made.plain("n"), made.plain("accuracy")]
        pieces.append(made.table(head, rows))
    return Html(made.heading("where", 3) + "".join(pieces)) if pieces else Html("")


def _mistakes(found: TestFacts, made: Markup) -> Html:
    if not found.mistakes:
        return made.paragraph(made.say("no_mistakes"))
    cards = [
        (
            one.picture,
            f"{one.file}: " + made.plain("mistake", label=one.label, said=one.said, share=percent(one.probability)),
        )
        for one in found.mistakes[:_TOLD_MISTAKES]
    ]
    return Html(made.heading("mistakes", 3) + made.cards(cards))
