"""What a report says of a project, chapter by chapter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from winnow.app.queries.division import split_facts
from winnow.app.queries.exportable import exportable
from winnow.app.queries.recipes import recipe_facts
from winnow.app.queries.samples import labelled
from winnow.app.queries.suspects import SuspectList, suspect_list
from winnow.app.queries.tests import TestView, view_of_test
from winnow.base.clock import now_utc
from winnow.domain.class_colours import OKABE_ITO, ClassColours, colours_of
from winnow.domain.cluster import NOISE
from winnow.domain.ids import SplitId
from winnow.domain.label import Label, letters
from winnow.domain.proportion import wilson
from winnow.domain.recipe_words import explained
from winnow.domain.report import ReportOptions
from winnow.domain.split import PARTS, Part, Split
from winnow.exporting.report.facts import (
    ClusterFacts,
    ClusteringFacts,
    Counts,
    Jpeg,
    LabelFacts,
    LabelMark,
    MistakeFacts,
    ReportFacts,
    RunFacts,
    SourceFacts,
    SplitFacts,
    SuspectFacts,
    SuspectsFacts,
    TestFacts,
)
from winnow.store import clusterings, labels, sources, splits
from winnow.store.database import Reader

Pictures = Callable[[Sequence[bytes]], Mapping[bytes, Jpeg]]
"""Gives small pictures by content key, of those that there are."""

_AT_THE_HEAD = 8
_IN_A_STRIP = 8
_CLUSTERS_TOLD = 60
_RUNS_TOLD = 12
_MISTAKES_TOLD = 12
_SUSPECTS_TOLD = 12


def told_view(connection: Reader, run_id: int = 0) -> TestView:
    """Return what Test shows of the run that a report tells: *run_id*, else the one that was tested last.

    Not the one with the best result: choosing by test would make it lie.
    Without any look it is the best on valid.
    """
    last = splits.latest_result(connection)
    return view_of_test(connection, run_id or (int(last.run_id) if last is not None else 0))


def data_facts(
    connection: Reader,
    project: str,
    options: ReportOptions,
    view: TestView,
    pictures: Pictures,
    colours: ClassColours = OKABE_ITO,
) -> ReportFacts:
    """Return the report without its later chapters; classes are in *colours* that have none of their own."""
    there = exportable(connection)
    found, kept = connection.execute("SELECT count(*), coalesce(sum(state = 'kept'), 0) FROM image").fetchone()
    all_of_them = sources.all_sources(connection)
    fell_out = sum((Counter(one.fell_out) for one in all_of_them), Counter())
    split_id = _split_id(connection, view)
    return ReportFacts(
        project=project,
        made_at=now_utc(),
        options=options,
        found=found,
        kept=kept,
        rejected=there.rejected,
        unlabelled=there.unlabelled,
        frames=there.frames,
        labels=_labels(connection, None if split_id is None else splits.get(connection, split_id)),
        marks=_marks(labels.all_labels(connection), colours),
        sources=tuple(SourceFacts(one.name, one.kind, one.found, one.kept, one.added_at) for one in all_of_them),
        fell_out=tuple(fell_out.most_common()),
        licences=there.licences,
        pictures=_by_chance(connection, pictures),
    )


def clustering_facts(connection: Reader, pictures: Pictures) -> ClusteringFacts | None:
    """Return the clustering that is shown, with the most typical pictures of each cluster."""
    current = clusterings.current(connection)
    if current is None:
        return None
    names = {int(label.id): label.name for label in labels.all_labels(connection)}
    rows = {
        row[0]: (row[1], row[2])
        for row in connection.execute("SELECT id, content_key, label_id FROM image WHERE state = 'kept'")
    }
    found = []
    for number in [int(one) for one in np.unique(current.clusters) if one != NOISE]:
        members = [image for image in current.members(number).tolist() if image in rows]
        counted = Counter(names[rows[image][1]] for image in members if rows[image][1] in names)
        keys = [rows[image][0] for image in members[:_IN_A_STRIP]] if number < _CLUSTERS_TOLD else []
        seen = pictures(keys)
        found.append(
            ClusterFacts(
                number=number + 1,
                name=current.names.get(number, ""),
                images=len(members),
                labels=tuple(counted.most_common(6)),
                pictures=tuple(seen[key] for key in keys if key in seen),
            )
        )
    return ClusteringFacts(
        method=current.method,
        features=current.features,
        scores=tuple(current.scores.items()),
        clusters=tuple(found),
        noise=current.count(NOISE),
    )


def division_facts(connection: Reader, view: TestView) -> SplitFacts | None:
    """Return the split that the run of *view* learned from; without a run the one in force."""
    split_id = _split_id(connection, view)
    if split_id is None:
        return None
    found = split_facts(connection, split_id)
    return SplitFacts(
        ratios=(found.ratios.train, found.ratios.valid, found.ratios.test),
        seed=found.seed,
        made_at=found.made_at,
        counts=found.counts,
        pictures=found.pictures,
        crossing_groups=found.crossing_groups,
        kept_groups=found.kept_groups,
        kept_pictures=found.kept_pictures,
        near_duplicates=found.keeping.near_duplicates,
        k_fold=found.k_fold,
        out_of_date=found.out_of_date,
    )


def run_facts(connection: Reader, view: TestView) -> tuple[RunFacts, ...]:
    """Return the newest runs, and in any case the one of *view*."""
    facts = recipe_facts(connection)
    found = []
    for at, one in enumerate(view.runs):
        run, is_told = one.run, view.chosen is not None and one.run.id == view.chosen.run.id
        if at >= _RUNS_TOLD and not is_told:
            continue
        right = round((run.best_valid_accuracy or 0.0) * run.valid_samples)
        choices = explained(run.recipe, facts) if is_told else ()
        found.append(
            RunFacts(
                name=run.name,
                recipe=run.recipe.kind.value,
                network=run.recipe.own.class_name if run.recipe.own is not None else run.recipe.network,
                valid_accuracy=run.best_valid_accuracy,
                valid_interval=wilson(right, run.valid_samples),
                best_epoch=run.best_epoch,
                seconds=run.seconds,
                out_of_date=one.out_of_date,
                is_told=is_told,
                choices=tuple((word.title, word.value) for word in choices),
                epochs=run.epochs if is_told else (),
            )
        )
    return tuple(found)


def opened_facts(view: TestView, pictures: Pictures) -> TestFacts | None:
    """Return what was opened of the test part; of a sealed one only how many frames it has."""
    if view.chosen is None:
        return None
    opening = view.opening
    sealed = TestFacts(view.chosen.run.name, view.chosen.test_images, view.openings)
    if opening is None or opening.judgement is None or opening.judged is None:
        return sealed
    names = opening.judgement.labels
    rows = opening.judged.mistakes()[:_MISTAKES_TOLD].tolist()
    frames = [view.frames[row] for row in rows]
    seen = pictures([frame.key for frame in frames])
    mistakes = tuple(
        MistakeFacts(one.file, names[one.truth], names[one.said], one.probability, seen.get(one.key)) for one in frames
    )
    return TestFacts(
        run=view.chosen.run.name,
        frames=view.chosen.test_images,
        openings=view.openings,
        out_of_date=view.chosen.out_of_date,
        judgement=opening.judgement,
        mistakes=mistakes,
    )


def suspects_facts(connection: Reader, view: TestView, pictures: Pictures) -> SuspectsFacts | None:
    """Return the labels that look wrong; frames of test are weighed only where it was opened."""
    found: SuspectList | None = view.suspects if view.chosen is not None else suspect_list(connection)
    if found is None:
        return None
    names = {int(label.id): label.name for label in labels.all_labels(connection)}
    shown = found.suspected[:_SUSPECTS_TOLD]
    seen = pictures([row.key for row in shown])
    rows = tuple(
        SuspectFacts(
            row.file, names.get(row.label_id, ""), names.get(row.suggested_id, ""), row.fits, seen.get(row.key)
        )
        for row in shown
    )
    return SuspectsFacts(rows, len(found.suspected), len(found.rows), not found.is_current)


def _split_id(connection: Reader, view: TestView) -> SplitId | None:
    return view.chosen.run.split_id if view.chosen is not None else splits.current_id(connection)


def _labels(connection: Reader, split: Split | None) -> tuple[LabelFacts, ...]:
    images = dict(
        connection.execute("SELECT label_id, count(*) FROM image WHERE state = 'kept' GROUP BY label_id").fetchall()
    )
    frames: Counter[tuple[int, Part | None]] = Counter((row.label_id, row.part) for row in labelled(connection, split))
    found = []
    for label in labels.all_labels(connection):
        train, valid, test = (frames[int(label.id), part] for part in PARTS)
        counts: Counts | None = None if split is None else (train, valid, test)
        if images.get(label.id) or any((train, valid, test)):
            found.append(LabelFacts(label.name, images.get(label.id, 0), counts))
    return tuple(found)


def _marks(known: Sequence[Label], colours: ClassColours) -> dict[str, LabelMark]:
    names = [label.name for label in known]
    shown = zip(names, letters(names), colours_of(known, colours), strict=True)
    return {name: LabelMark(letter, colour) for name, letter, colour in shown}


def _by_chance(connection: Reader, pictures: Pictures) -> tuple[Jpeg, ...]:
    keys = [row[0] for row in connection.execute("SELECT content_key FROM image WHERE state = 'kept' ORDER BY id")]
    order = np.random.default_rng(0).permutation(len(keys))[:_AT_THE_HEAD]
    chosen = [keys[at] for at in order.tolist()]
    seen = pictures(chosen)
    return tuple(seen[key] for key in chosen if key in seen)
