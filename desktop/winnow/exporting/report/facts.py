"""Everything that a report says, gathered before a word of it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from winnow.domain.image import Reason
from winnow.domain.judgement import Judgement
from winnow.domain.report import ReportOptions
from winnow.domain.run import EpochDone
from winnow.domain.source import SourceKind

Jpeg = bytes
Counts = tuple[int, int, int]
"""Of train, valid and test."""


@dataclass(frozen=True, slots=True)
class LabelMark:
    """How a class is marked wherever it is named: its letter on its colour, ``#RRGGBB``."""

    letter: str
    colour: str


@dataclass(frozen=True, slots=True)
class LabelFacts:
    """A class: its kept pictures, and its frames in each part; None where there is no split."""

    name: str
    images: int
    frames: Counts | None


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """Where pictures came from: found = kept + fell out + waiting."""

    name: str
    kind: SourceKind
    found: int
    kept: int
    added_at: str


@dataclass(frozen=True, slots=True)
class ClusterFacts:
    """One cluster; *pictures* are its most typical, *labels* how many of its pictures have which label, most first."""

    number: int
    """From 1."""
    name: str
    images: int
    labels: tuple[tuple[str, int], ...]
    pictures: tuple[Jpeg, ...] = ()


@dataclass(frozen=True, slots=True)
class ClusteringFacts:
    """The clustering that is shown."""

    method: str
    features: str
    scores: tuple[tuple[str, float], ...]
    clusters: tuple[ClusterFacts, ...]
    noise: int


@dataclass(frozen=True, slots=True)
class SplitFacts:
    """How the parts were drawn, and that nothing crosses them."""

    ratios: Counts
    seed: int
    made_at: str
    counts: Counts
    pictures: Counts
    crossing_groups: int
    kept_groups: int
    kept_pictures: int
    near_duplicates: bool
    k_fold: int
    out_of_date: bool


@dataclass(frozen=True, slots=True)
class RunFacts:
    """A run; *choices* are (title, value) of its recipe, *epochs* its curve."""

    name: str
    recipe: str
    network: str
    valid_accuracy: float | None
    valid_interval: tuple[float, float]
    best_epoch: int
    seconds: float
    out_of_date: bool
    is_told: bool
    """This is the run whose curve and result are shown."""
    choices: tuple[tuple[str, str], ...] = ()
    epochs: tuple[EpochDone, ...] = ()


@dataclass(frozen=True, slots=True)
class MistakeFacts:
    """A test frame that was taken for something else."""

    file: str
    label: str
    said: str
    probability: float
    picture: Jpeg | None = None


@dataclass(frozen=True, slots=True)
class TestFacts:
    """What was opened of the test part; *judgement* is None while it is sealed for every run."""

    __test__ = False  # not a test class, whatever pytest thinks

    run: str
    frames: int
    openings: tuple[tuple[str, str], ...]
    """(time, name of the run) of every look."""
    out_of_date: bool = False
    judgement: Judgement | None = None
    mistakes: tuple[MistakeFacts, ...] = ()
    """The most confident first."""


@dataclass(frozen=True, slots=True)
class SuspectFacts:
    """A label that looks wrong; *fits* is the probability of it, out of fold."""

    file: str
    label: str
    suggested: str
    fits: float
    picture: Jpeg | None = None


@dataclass(frozen=True, slots=True)
class SuspectsFacts:
    """Labels that look wrong, the most suspect first; *weighed* is how many were looked at."""

    rows: tuple[SuspectFacts, ...]
    suspected: int
    weighed: int
    out_of_date: bool


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """A whole report; None and empty where there is nothing to tell."""

    project: str
    made_at: str
    options: ReportOptions
    found: int
    kept: int
    rejected: int
    unlabelled: int
    frames: int
    """Labelled ones, that take part."""
    labels: tuple[LabelFacts, ...]
    marks: Mapping[str, LabelMark]
    """Of every label there is now, by its name."""
    sources: tuple[SourceFacts, ...]
    fell_out: tuple[tuple[Reason, int], ...]
    licences: tuple[tuple[str, int], ...]
    """(licence as it was told, labelled pictures), most first; "" is none."""
    pictures: tuple[Jpeg, ...] = ()
    """A few by chance, for the head of the page."""
    clustering: ClusteringFacts | None = None
    split: SplitFacts | None = None
    runs: tuple[RunFacts, ...] = ()
    test: TestFacts | None = None
    suspects: SuspectsFacts | None = None
