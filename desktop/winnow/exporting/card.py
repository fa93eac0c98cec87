"""The data card: what the pictures are, where they come from, under which licences, and how to open them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from winnow import __version__
from winnow.base.counted import counted
from winnow.domain.data_set import DataSetOptions, Layout
from winnow.exporting.samples import Entry
from winnow.exporting.sinks import NO_PART

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|&~$-])")

_OPENED = {
    Layout.FOLDERS: 'from torchvision.datasets import ImageFolder\n\ntrain = ImageFolder("train")',
    Layout.CSV: 'import pandas\n\ntable = pandas.read_csv("labels.csv")',
    Layout.PARQUET: (
        'from datasets import load_dataset\n\ntrain = load_dataset("parquet", data_files="data/train-*.parquet")'
    ),
    Layout.COCO: (
        "from torchvision.datasets import CocoDetection\n\n"
        'train = CocoDetection("train", "annotations/instances_train.json")'
    ),
    Layout.WEBDATASET: (
        "import webdataset\n\n"
        'train = webdataset.WebDataset("train-000000.tar", shardshuffle=False).decode("pil").to_tuple("jpg;png", "cls")'
    ),
    Layout.HUGGING_FACE: 'from datasets import load_dataset\n\ntrain = load_dataset(".", split="train")',
}


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What the project knows of the data set beyond its samples."""

    name: str = "data set"
    split: str = ""
    """How the parts were made, in words; empty without a split."""
    unlabelled: int = 0
    rejected: int = 0


class Counts:
    """Counts what is written."""

    def __init__(self, left_out: int) -> None:
        self.left_out = left_out
        self.copied = 0
        self.files = 0
        self.frames: Counter[tuple[str, str]] = Counter()
        """By part and label."""
        self.licences: Counter[str] = Counter()
        self.hosts: Counter[str] = Counter()

    def add(self, entry: Entry) -> None:
        self.files += 1
        self.copied += entry.is_copy
        self.licences[entry.first.licence.strip()] += 1
        self.hosts[_host(entry.first.address)] += 1
        for sample in entry.samples:
            self.frames[sample.part, sample.label] += 1


def card(facts: CardFacts, options: DataSetOptions, counts: Counts) -> str:
    """Return the card in Markdown; what comes from outside stands in it as plain words."""
    labels = sorted({label for _, label in counts.frames})
    parts = sorted({part for part, _ in counts.frames}, key=("train", "valid", "test", "").index)
    rows = [
        [label, *(str(counts.frames[part, label]) for part in parts), str(_sum(counts, label=label))]
        for label in labels
    ]
    rows.append(["all", *(str(_sum(counts, part=part)) for part in parts), str(sum(counts.frames.values()))])
    pieces = [
        _front_matter(parts) if options.layout is Layout.HUGGING_FACE else "",
        f"# {plain(facts.name)}\n",
        f"{counted(counts.files, 'picture file')}, {counted(sum(counts.frames.values()), 'frame')}, "
        f"{counted(len(labels), 'class', 'classes')}. "
        f"Written by Winnow {__version__}.\n",
        "## Classes and parts\n\n" + _table(["class", *(part or NO_PART for part in parts), "all"], rows),
        f"{plain(facts.split)}\n" if facts.split else "",
        "## Frames\n\n" + _frames(options, counts) + "\n",
        "## Licences\n\n" + _licences(options, counts),
        "## Sources\n\n" + _table(["from", "files"], _counted(counts.hosts, "the person's own files")),
        _not_inside(facts, counts),
        f"## Opening it\n\n```python\n{_OPENED[options.layout]}\n```\n",
    ]
    return "\n".join(piece for piece in pieces if piece)


def plain(words: str) -> str:
    """Return *words* on one line, as Markdown shows them literally."""
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))


def _front_matter(parts: Iterable[str]) -> str:
    """Return what tells Hugging Face Datasets which folder is which split. Source: its "Repository structure"."""
    lines = ["---", "configs:", "- config_name: default", "  data_files:"]
    for part in parts:
        lines += [f"  - split: {part or NO_PART}", f"    path: {part or NO_PART}/**"]
    return "\n".join([*lines, "---", ""])


def _frames(options: DataSetOptions, counts: Counts) -> str:
    if options.as_boxes:
        return (
            "Pictures are untouched originals; frames are told beside them, in pixels of the upright picture "
            "(EXIF orientation applied). A frame may reach past its picture: that part is to be padded. "
            "Boxes of COCO and Hugging Face are cut off at the picture's edge."
        )
    longest = f" Their longest side is at most {options.longest_side_px} px." if options.longest_side_px else ""
    return (
        f"Frames are cut out and padded already.{longest} Untouched copies, with all that cameras write into them: "
        f"{counts.copied} of {counted(counts.files, 'file')}."
    )


def _licences(options: DataSetOptions, counts: Counts) -> str:
    found = _table(["licence", "files"], _counted(counts.licences, "unknown"))
    if options.with_attribution:
        found += "\nAuthors, licences and addresses of each file are in ATTRIBUTION.csv.\n"
    if counts.left_out:
        found += f"\n{counted(counts.left_out, 'picture')} of unknown licence left out.\n"
    elif counts.licences[""]:
        found += f"\nOf {counted(counts.licences[''], 'file')} no licence is known: ask before you pass them on.\n"
    return found


def _not_inside(facts: CardFacts, counts: Counts) -> str:
    rows = [
        ("without a label", facts.unlabelled),
        ("rejected", facts.rejected),
        ("of no known licence", counts.left_out),
    ]
    told = [[words, str(number)] for words, number in rows if number]
    return "## Not inside\n\n" + _table(["pictures", "number"], told) if told else ""


def _counted(counts: Counter[str], nothing: str) -> list[list[str]]:
    return [[name or nothing, str(number)] for name, number in counts.most_common()]


def _sum(counts: Counts, part: str | None = None, label: str | None = None) -> int:
    return sum(
        number
        for (in_part, of_label), number in counts.frames.items()
        if part in (None, in_part) and label in (None, of_label)
    )


def _table(head: list[str], rows: list[list[str]]) -> str:
    plainly = [[plain(cell) for cell in row] for row in (head, *rows)]
    lines = [plainly[0], ["---", *("---:" for _ in head[1:])], *plainly[1:]]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def _host(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return (parts.hostname or "") if parts.scheme in ("http", "https") else ""
