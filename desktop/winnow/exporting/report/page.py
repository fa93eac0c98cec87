"""The whole page: one file of HTML that needs nothing beside it, or the same for Qt's printing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from winnow import __version__
from winnow.domain.report import ENGLISH, ReportPart, Wording
from winnow.exporting.report import style
from winnow.exporting.report.chapters import clusters, collected, data_card, split, suspects, training
from winnow.exporting.report.facts import ReportFacts
from winnow.exporting.report.markup import Html, Markup, escaped, moment, percent
from winnow.exporting.report.result_chapter import result

Chapter = Callable[[ReportFacts, Markup], Html]

_CHAPTERS: dict[ReportPart, Chapter] = {
    ReportPart.DATA_CARD: data_card,
    ReportPart.COLLECTED: collected,
    ReportPart.CLUSTERS: clusters,
    ReportPart.SPLIT: split,
    ReportPart.TRAINING: training,
    ReportPart.TEST: result,
    ReportPart.SUSPECTS: suspects,
}
# Nothing may be fetched or run, whatever a name in the project tries to be.
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


@dataclass(frozen=True, slots=True)
class Page:
    """*html*, and for printing its *plots*: what ``plot-N`` in it is, as SVG."""

    html: str
    plots: tuple[str, ...] = ()


def page(facts: ReportFacts, wording: Wording = ENGLISH, as_print: bool = False) -> Page:
    """Return the report of *facts* in the language of *wording*; for *as_print* see `Markup`."""
    made = Markup(wording, as_print, facts.marks)
    chapters = "".join(
        f"<div id='{part.value}'>{_CHAPTERS[part](facts, made)}</div>"
        for part in ReportPart
        if part in facts.options.parts
    )
    title = made.say("title", project=facts.project)
    body = (
        f"<div class='page'>{_head(facts, made)}{chapters}"
        f"{made.paragraph(made.say('made_by', version=__version__), 'note')}</div>"
    )
    look = style.PRINTED if as_print else style.BROWSER
    html = (
        f"<!DOCTYPE html>\n<html lang='{made.say('language')}'><head><meta charset='utf-8'>"
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        "<meta name='viewport' content='width=device-width, initial-scale=1'>"
        f"<title>{title}</title><style>{look}</style></head><body>{body}</body></html>\n"
    )
    return Page(html, tuple(made.plots))


def _head(facts: ReportFacts, made: Markup) -> Html:
    figures = [
        (f"{facts.kept:,}", made.counted("of_images", facts.kept)),
        (f"{facts.frames:,}", made.counted("of_frames", facts.frames)),
        (str(len(facts.labels)), made.counted("of_labels", len(facts.labels))),
    ]
    figures += [one for one in [_best(facts, made)] if one]
    return Html(
        f"<h1>{escaped(facts.project)}</h1>"
        + made.paragraph(made.say("subtitle", made_at=moment(facts.made_at)), "soft")
        + made.strip(facts.pictures, 72)
        + made.tiles(figures)
    )


def _best(facts: ReportFacts, made: Markup) -> tuple[str, str] | None:
    """Return the figure that sums it up: of test where that was opened, else of valid, and it says which."""
    if facts.test is not None and facts.test.judgement is not None and ReportPart.TEST in facts.options.parts:
        level = facts.test.judgement.frames
        low, high = (percent(one) for one in level.interval)
        return percent(level.accuracy), f"{made.plain('of_test')} ({made.plain('interval', low=low, high=high)})"
    told = next((run for run in facts.runs if run.is_told and run.valid_accuracy is not None), None)
    if told is None or told.valid_accuracy is None or ReportPart.TRAINING not in facts.options.parts:
        return None
    sealed = f" ({made.plain('sealed_short')})" if facts.test is not None and facts.test.judgement is None else ""
    return percent(told.valid_accuracy), made.plain("of_valid") + sealed
