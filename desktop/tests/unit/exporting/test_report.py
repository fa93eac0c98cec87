"""The report's page: what it tells, and that nothing in it reaches outside or runs."""

from __future__ import annotations

import re
import xml.etree.ElementTree as Xml
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from winnow.domain.image import Reason
from winnow.domain.judgement import Bin, Breakdown, ClassCurves, ClassFigures, Group, Judgement, Level, Reliability
from winnow.domain.report import ReportOptions, ReportPart, Wording
from winnow.domain.run import EpochDone
from winnow.domain.source import SourceKind
from winnow.exporting.report import plots
from winnow.exporting.report.facts import (
    ClusterFacts,
    ClusteringFacts,
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
from winnow.exporting.report.page import page
from winnow.exporting.report.words import TEXTS

HOSTILE = "<script>alert(1)</script>\"'><img src=https://tracker.example/x onerror=alert(2)>&amp;{0}{run}"
JPEG = b"\xff\xd8\xff\xe0 small"


def level(labels: tuple[str, ...]) -> Level:
    count = len(labels)
    figures = tuple(ClassFigures(one, 10, 0.9, (0.6, 0.98), 0.8, (0.5, 0.94), 0.85, (0.6, 0.95)) for one in labels)
    confusion = tuple(tuple(8 if row == at else 2 // (count - 1) for at in range(count)) for row in range(count))
    bins = (Bin(0.5, 0.6, 0, 0.0, 0.0), Bin(0.9, 1.0, 20, 0.97, 0.8))
    curves = tuple(ClassCurves(one, (), 0.91, (), None) for one in labels)
    return Level(
        10 * count, 8 * count, 0.8, (0.58, 0.919), 0.8, confusion, figures, curves, Reliability(bins, 0.17, 0.4), None
    )


def facts(name: str = "pets", labels: tuple[str, ...] = ("cat", "dog"), **changes: object) -> ReportFacts:
    judged = level(labels)
    where = Breakdown("source", (Group(name, 5, 3, (0.2, 0.9)), Group("", 15, 13, (0.6, 0.96))))
    epochs = tuple(EpochDone(at, at, 1 / at, 0.8, 0.9 / at, 0.85, 1.0, at == 2) for at in (1, 2, 3))
    made = ReportFacts(
        project=name,
        made_at="2026-11-24T12:00:00+00:00",
        options=ReportOptions(),
        found=30,
        kept=20,
        rejected=3,
        unlabelled=2,
        frames=20,
        labels=tuple(LabelFacts(one, 10, (6, 2, 2)) for one in labels),
        marks={one: LabelMark(one[:1].upper(), "#AA3377") for one in labels},
        sources=(SourceFacts(name, SourceKind.WEB, 30, 20, "2026-11-23T12:00:00+00:00"),),
        fell_out=((Reason.TOO_SMALL, 7),),
        licences=((name, 12), ("", 8)),
        pictures=(JPEG,),
        clustering=ClusteringFacts(
            "KMeans", "embedding", (("silhouette", 0.3),), (ClusterFacts(1, name, 12, ((name, 12),), (JPEG, JPEG)),), 1
        ),
        split=SplitFacts(
            (70, 15, 15), 42, "2026-11-24T11:00:00+00:00", (12, 4, 4), (12, 4, 4), 0, 3, 7, True, 5, False
        ),
        runs=(RunFacts(name, "quick", name, 0.85, (0.6, 0.95), 2, 4.0, True, True, ((name, name),), epochs),),
        test=TestFacts(
            name, 4, (("2026-11-24T12:00:00+00:00", name),), True,
            Judgement(labels, judged, replace(judged, n=15, right=12), 1, (where,)),
            (MistakeFacts(name, labels[0], labels[1], 0.97, JPEG),),
        ),
        suspects=SuspectsFacts((SuspectFacts(name, labels[0], labels[1], 0.02, JPEG),), 1, 20, False),
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


class Reader(HTMLParser):
    """Keeps tags with their attributes, and what is read between them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("as_print", [False, True])
def test_nothing_in_it_runs_or_reaches_outside_whatever_the_names_are(as_print):
    made = page(facts(HOSTILE, (HOSTILE, HOSTILE + "2")), as_print=as_print)
    read = Reader(made.html)
    assert {tag for tag, _ in read.tags} <= {
        "html", "head", "meta", "title", "style", "body", "div", "h1", "h2", "h3", "p", "b", "br", "img", "table",
        "span", "thead", "tbody", "tr", "th", "td", "svg", "text", "line", "rect", "circle", "polyline",
    }  # fmt: skip
    for tag, attributes in read.tags:
        assert not [name for name in attributes if name.startswith("on") or name in ("href", "xlink:href")]
        if tag == "img":
            source = attributes["src"] or ""
            assert source.startswith("data:image/jpeg;base64,") or (as_print and re.fullmatch(r"plot-\d+", source))
    assert "url(" not in made.html
    assert "@import" not in made.html
    assert "https://tracker.example/x" in read.text
    for svg in made.plots:
        assert Xml.fromstring(svg).tag.endswith("svg")


@pytest.mark.parametrize("as_print", [False, True])
def test_a_class_has_its_letter_on_its_colour_wherever_it_is_named(as_print):
    marks = {"cat": LabelMark("C", "#332288"), "dog": LabelMark("D", "#F0E442")}
    made = page(replace(facts(), marks=marks), as_print=as_print)
    styles = Counter(attributes.get("style") for tag, attributes in Reader(made.html).tags if tag == "span")
    # In the data card, the table of classes, and both sides of the confusion matrix; the letter can be read.
    assert styles == {"background-color:#332288;color:#FFFFFF": 4, "background-color:#F0E442;color:#16181D": 4}
    assert "fill='#332288'" in ("".join(made.plots) if as_print else made.html)


def test_a_class_whose_label_is_gone_keeps_its_name():
    assert "cat" in Reader(page(replace(facts(), marks={})).html).text


def test_it_tells_every_chapter():
    html = page(facts()).html
    text = Reader(html).text
    for words in ("Data card", "How it was collected", "Clusters", "Split", "Training", "Test result", "Suspected"):
        assert words in text
    for words in (
        "KMeans on the embedding: 1 cluster.",
        "none is in two parts",
        "too small",
        "80.0\u00a0%",
        "58.0\u00a0% to 91.9\u00a0%",
    ):
        assert words in text
    assert "12 of 15 pictures right" in text
    assert "Of 8 pictures no licence is known" in text
    assert html.count("<svg") == 5


def test_a_chapter_that_is_not_wanted_is_not_there():
    wanted = ReportOptions(frozenset({ReportPart.DATA_CARD, ReportPart.SPLIT}))
    text = Reader(page(facts(options=wanted)).html).text
    assert "Data card" in text
    assert "none is in two parts" in text
    for words in ("Test result", "test accuracy", "Training", "best on valid", "Clusters", "Suspected"):
        assert words not in text


def test_of_a_sealed_test_part_there_is_no_figure():
    text = Reader(page(facts(test=TestFacts("run-01", 4, ()))).html).text
    assert "has not been opened" in text
    assert "best on valid (test sealed)" in text
    for words in ("test accuracy", "Confusion", "Reliability", "mistakes"):
        assert words not in text


def test_a_leak_is_said_and_so_is_what_is_out_of_date():
    there = facts()
    assert there.split is not None
    text = Reader(page(facts(split=replace(there.split, crossing_groups=2, out_of_date=True))).html).text
    assert "2 groups of frames that belong together are in more than one part" in text
    assert "none is in two parts" not in text
    assert text.count("Out of date") == 3


def test_many_classes_give_a_list_of_what_is_taken_for_what():
    labels = tuple(f"class {number}" for number in range(20))
    judged = replace(
        level(labels), confusion=tuple(tuple(int(at == (row + 1) % 20) for at in range(20)) for row in range(20))
    )
    html = page(
        facts(labels=labels, test=TestFacts("run-01", 4, (("", ""),), False, Judgement(labels, judged, judged, 0)))
    ).html
    assert "Taken for something else most often" in html
    assert "class='matrix'" not in html


def test_an_empty_project_still_has_a_page():
    nothing = facts(
        labels=("a", "b"), clustering=None, split=None, runs=(), test=None, suspects=None, sources=(), fell_out=(),
        licences=(), pictures=(),
    )  # fmt: skip
    text = Reader(page(replace(nothing, labels=(), kept=0, found=0, frames=0)).html).text
    assert text.count("There is none yet.") == 4


def test_every_word_can_be_put_in_another_language():
    def shouted(text: str) -> str:
        return re.sub(r"(\{\w+\})|([^{}]+)", lambda one: one[1] or one[2].upper(), text)

    def known(one: Reason | SourceKind) -> str:
        return one.value.upper()

    html = page(facts("PETS", ("CAT", "DOG")), Wording(shouted, str.upper, known, known)).html
    said = re.sub(r"<style>.*</style>", "", html, flags=re.DOTALL)
    assert re.findall(r"[a-z]+", Reader(said).text) == ["eans", "s"], "of KMeans, and seconds"


def test_what_is_counted_has_a_form_for_one():
    assert {key for key, text in TEXTS.items() if "{n}" in text and not key.endswith("_one")} == {
        key.removesuffix("_one") for key, text in TEXTS.items() if key.endswith("_one") and "{n}" in text
    } | {"opened"}
    only = facts(kept=1, unlabelled=1, licences=(("", 1),))
    text = Reader(page(only).html).text
    for words in ("1 picture", "1 cluster.", "1 picture belongs to none", "Of 1 picture no", "1 of 20 labels looks"):
        assert words in text
    assert not re.search(r"\b1 (pictures|frames|clusters|groups|classes|times)\b", text)


@pytest.mark.parametrize(
    "points", [[], [(1.0, 0.5)], [(1.0, float("nan")), (2.0, 0.4)], [(1.0, 1e-9), (2.0, 1e9)], [(3.0, 2.0), (4.0, 2.0)]]
)
def test_a_curve_of_any_numbers_is_drawn(points):
    drawn = Xml.fromstring(plots.curves("Loss", "epoch", [("train", points, "#000000", True)], 1))
    numbers = re.findall(r"[\d.]+", " ".join(one.get("points", "") for one in drawn.iter()))
    assert all(0 <= float(number) <= 380 for number in numbers)
    assert "nan" not in Xml.tostring(drawn, "unicode")
