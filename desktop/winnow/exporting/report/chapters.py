"""The chapters of a report but that of the test result."""

from __future__ import annotations

from collections.abc import Sequence

from winnow.exporting.report import plots
from winnow.exporting.report.facts import ReportFacts, RunFacts, SplitFacts
from winnow.exporting.report.markup import Html, Markup, escaped, moment, percent

_LICENCES_SHOWN = 30
_TOLD_SUSPECTS = 12
_GREY = "#8B94A3"
_BLUE = "#2F63E8"
_AMBER = "#E69F00"


def data_card(facts: ReportFacts, made: Markup) -> Html:
    """Return what the pictures are: classes, parts, licences, and what stayed out."""
    pieces = [made.heading("data_card")]
    if any(label.frames is not None for label in facts.labels):
        head = [made.plain(key) for key in ("label", "images", "train", "valid", "test", "all")]
        rows: list[list[object]] = []
        for label in facts.labels:
            counts = label.frames or (0, 0, 0)
            rows.append([made.class_name(label.name), label.images, *counts, sum(counts)])
        pieces.append(made.table(head, rows))
    else:
        head = [made.plain(key) for key in ("label", "images")]
        pieces.append(made.table(head, [[made.class_name(label.name), label.images] for label in facts.labels]))
    if facts.unlabelled or facts.rejected:
        words = made.plain(
            "not_inside", unlabelled=made.counted("picture_count", facts.unlabelled), rejected=facts.rejected
        )
        pieces.append(made.paragraph(words, "note"))
    if facts.licences:
        pieces += [made.heading("licences", 3), _licences(facts, made)]
    return Html("".join(pieces))


def _licences(facts: ReportFacts, made: Markup) -> Html:
    rows = [
        (name or made.plain("unknown_licence"), count, _GREY if name else _AMBER)
        for name, count in facts.licences[:_LICENCES_SHOWN]
    ]
    shown = made.plot(plots.bars(made.plain("licences"), rows))
    unknown = dict(facts.licences).get("", 0)
    warning = made.paragraph(made.counted("licence_warning", unknown), "warn") if unknown else ""
    return Html(shown + warning)


def collected(facts: ReportFacts, made: Markup) -> Html:
    """Return where the pictures came from, and what fell out why."""
    head = [made.plain(key) for key in ("source", "kind", "when", "found", "came_in")]
    rows = [[one.name, made.wording.kind(one.kind), moment(one.added_at), one.found, one.kept] for one in facts.sources]
    came_in = sum(one.kept for one in facts.sources)
    found, kept = (made.counted("picture_count", count) for count in (facts.found, facts.kept))
    pieces = [
        made.heading("collected"),
        made.paragraph(
            made.plain("collected_words", found=found, came_in=made.counted("picture_count", came_in), kept=kept)
        ),
        made.table(head, rows, words=3),
    ]
    if facts.fell_out:
        reasons = [[made.wording.reason(reason), count] for reason, count in facts.fell_out]
        pieces += [made.heading("fell_out", 3), made.table([made.plain("reason"), made.plain("images")], reasons)]
    return Html("".join(pieces))


def clusters(facts: ReportFacts, made: Markup) -> Html:
    """Return the clustering, a strip of pictures for each cluster."""
    found = facts.clustering
    if found is None:
        return Html(made.heading("clusters") + made.paragraph(made.say("not_made"), "soft"))
    words = [
        made.plain(
            "clusters_words",
            method=found.method,
            features=made.named(found.features),
            clusters=made.counted("cluster_count", len(found.clusters)),
        ),
        *([_scores(found.scores, made)] if found.scores else []),
        *([made.counted("noise", found.noise)] if found.noise else []),
    ]
    pieces = [made.heading("clusters"), made.paragraph(" ".join(words))]
    if any(one.pictures for one in found.clusters):
        pieces.append(made.paragraph(made.say("typical"), "note"))
    for one in found.clusters:
        name = one.name or made.plain("cluster", number=one.number)
        labels = ", ".join(f"{made.class_name(label)} {count}" for label, count in one.labels)
        said = Html(escaped(made.counted("picture_count", one.images)) + (f" · {labels}" if labels else ""))
        pieces += [
            Html(f"<h3>{escaped(name)}</h3>"),
            made.paragraph(said, "note"),
            made.strip(one.pictures, 72),
        ]
    return Html("".join(pieces))


def _scores(scores: Sequence[tuple[str, float]], made: Markup) -> str:
    said = ", ".join(f"{made.named(name)} {value:.3f}" for name, value in scores)
    return said[:1].upper() + said[1:] + "."


def split(facts: ReportFacts, made: Markup) -> Html:
    """Return how the parts were drawn, and the proof that nothing crosses them."""
    found = facts.split
    if found is None:
        return Html(made.heading("split") + made.paragraph(made.say("not_made"), "soft"))
    train, valid, test = found.ratios
    words = made.say("split_words", train=train, valid=valid, test=test, seed=found.seed, made_at=moment(found.made_at))
    names = [made.plain(key) for key in ("train", "valid", "test")]
    rows = [list(row) for row in zip(names, found.counts, found.pictures, strict=True)]
    pieces = [
        made.heading("split"),
        made.paragraph(words),
        made.table([made.plain("part"), made.plain("frames"), made.plain("images")], rows),
        _proof(found, made),
        made.paragraph(made.say("near_duplicates" if found.near_duplicates else "no_near_duplicates"), "note"),
    ]
    if found.k_fold:
        pieces.append(made.paragraph(made.say("folds", count=found.k_fold), "note"))
    if found.out_of_date:
        pieces.append(made.paragraph(made.say("out_of_date"), "warn"))
    return Html("".join(pieces))


def _proof(found: SplitFacts, made: Markup) -> Html:
    if count := found.crossing_groups:
        crossing = made.counted("group_count", count)
        return made.paragraph(made.counted("leak", count, groups=crossing), "warn")
    groups, pictures = (
        made.counted("group_count", found.kept_groups),
        made.counted("picture_count", found.kept_pictures),
    )
    return made.paragraph(made.plain("no_leak", groups=groups, pictures=pictures), "good")


def training(facts: ReportFacts, made: Markup) -> Html:
    """Return the runs, and curves and choices of the one that is told."""
    if not facts.runs:
        return Html(made.heading("training") + made.paragraph(made.say("not_made"), "soft"))
    head = [made.plain(key) for key in ("run", "recipe", "network", "valid_accuracy", "best_epoch", "time")]
    rows = [
        [run.name, made.named(run.recipe), run.network, _accuracy(run), run.best_epoch, f"{run.seconds:.0f} s"]
        for run in facts.runs
    ]
    pieces = [made.heading("training"), made.table(head, rows, words=3)]
    for run in facts.runs:
        if run.is_told and run.epochs:
            pieces.append(_curves(run, made))
        if run.is_told and run.out_of_date:
            pieces.append(made.paragraph(made.say("out_of_date"), "warn"))
    return Html("".join(pieces))


def _accuracy(run: RunFacts) -> str:
    if run.valid_accuracy is None:
        return "–"
    low, high = run.valid_interval
    return f"{percent(run.valid_accuracy)} ({100 * low:.1f}–{100 * high:.1f})"


def _curves(run: RunFacts, made: Markup) -> Html:
    def lines(name: str) -> list[tuple[str, list[tuple[float, float]], str, bool]]:
        return [
            (part, [(one.epoch, getattr(one, f"{part}_{name}")) for one in run.epochs], colour, part == "train")
            for part, colour in (("train", _GREY), ("valid", _BLUE))
        ]

    across = f"{made.plain('epoch')} · {made.plain('train_line')}, {made.plain('valid_line')}"
    both = [
        made.plot(plots.curves(made.plain(name), across, lines(name), run.best_epoch, name == "accuracy"))
        for name in ("loss", "accuracy")
    ]
    said = [[made.wording.core(title), _value(value, made)] for title, value in run.choices]
    choices = made.table([made.plain("choices", run=run.name), ""], said, words=2)
    return Html(made.heading("curves_of", 3, run=run.name) + made.side_by_side(both) + choices)


def _value(value: str, made: Markup) -> str:
    """Return the value of a choice: codes, and words of the core, between commas."""
    return ", ".join(made.wording.core(made.named(part)) for part in value.split(", "))


def suspects(facts: ReportFacts, made: Markup) -> Html:
    """Return the labels that look wrong."""
    found = facts.suspects
    if found is None:
        return Html(made.heading("suspects") + made.paragraph(made.say("no_suspects"), "soft"))
    words = made.counted("suspects_words", found.suspected, weighed=found.weighed)
    pieces = [made.heading("suspects"), made.paragraph(words)]
    if found.out_of_date:
        pieces.append(made.paragraph(made.say("out_of_date"), "warn"))
    cards = [
        (
            one.picture,
            f"{one.file}: " + made.plain("suspect", label=one.label, suggested=one.suggested, share=percent(one.fits)),
        )
        for one in found.rows[:_TOLD_SUSPECTS]
    ]
    return Html("".join(pieces) + (made.cards(cards) if cards else ""))
