"""What other libraries find in an exported data set: ``reader_peers.py NAME FOLDER``, in the bench's own environment.

One process each. Prints one line of JSON: *seconds* of reading every picture,
*counts* by part and class, and a *digest* of all decoded pixels.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

PARTS = ("train", "valid", "test")
Read = tuple[str, str, Any]
"""Part, class, and the picture as Pillow has it."""


def torchvision(folder: Path) -> Iterator[Read]:
    """ImageFolder, of each part."""
    from winnow.vision.networks import torchvision_part

    torchvision_part("torchvision.datasets")  # makes torchvision importable beside any build of torch
    from torchvision.datasets import ImageFolder

    for part in PARTS:
        found = ImageFolder(str(folder / part))
        for picture, label in found:
            yield part, found.classes[label], picture


def pandas(folder: Path) -> Iterator[Read]:
    """The table, and the files that it names."""
    import pandas as pd
    from PIL import Image

    for row in pd.read_csv(folder / "labels.csv").itertuples():
        yield str(row.part), str(row.label), Image.open(folder / str(row.file))


def pycocotools(folder: Path) -> Iterator[Read]:
    """Every annotation, with its picture."""
    from PIL import Image
    from pycocotools.coco import COCO

    for part in PARTS:
        coco = COCO(str(folder / "annotations" / f"instances_{part}.json"))
        for one in coco.loadAnns(coco.getAnnIds()):
            (image,) = coco.loadImgs(one["image_id"])
            (category,) = coco.loadCats(one["category_id"])
            left, top, width, height = one["bbox"]
            if left < 0 or top < 0 or left + width > image["width"] or top + height > image["height"]:
                sys.exit(f"a box of {image['file_name']} reaches past its picture")
            if not coco.annToMask(one).any():
                sys.exit(f"a frame of {image['file_name']} covers nothing")
            yield part, category["name"], Image.open(folder / part / image["file_name"])


def webdataset(folder: Path) -> Iterator[Read]:
    """Every sample of every shard."""
    import webdataset as wds

    names = json.loads((folder / "classes.json").read_text("utf-8"))
    for part in PARTS:
        shards = [str(path) for path in sorted(folder.glob(f"{part}-*.tar"))]
        for picture, label in wds.WebDataset(shards, shardshuffle=False).decode("pil").to_tuple("jpg;png", "cls"):
            yield part, names[label], picture


def hugging_face(folder: Path) -> Iterator[Read]:
    """The folder, as its README says."""
    import datasets

    for part, found in datasets.load_dataset(str(folder)).items():
        for row in found:
            yield part, row["label"], row["image"]


def parquet(folder: Path) -> Iterator[Read]:
    """Every row of every shard."""
    import datasets

    files = {part: str(folder / "data" / f"{part}-*.parquet") for part in PARTS}
    for part, found in datasets.load_dataset("parquet", data_files=files).items():
        for row in found:
            yield part, found.features["label"].int2str(row["label"]), row["image"]


READERS: dict[str, Callable[[Path], Iterator[Read]]] = {
    "torchvision": torchvision, "pandas": pandas, "pycocotools": pycocotools, "webdataset": webdataset,
    "datasets": hugging_face, "datasets-parquet": parquet,
}  # fmt: skip


def digest_of(pictures: Iterator[Read]) -> tuple[dict[str, int], str]:
    """Return counts by "part/class", and one number for all pixels that no order changes."""
    counts: Counter[str] = Counter()
    total = 0
    for part, label, picture in pictures:
        counts[f"{part}/{label}"] += 1
        pixels = picture.convert("RGB")
        content = f"{part} {label} {pixels.size}".encode() + pixels.tobytes()
        total = (total + int.from_bytes(hashlib.sha256(content).digest(), "big")) % (1 << 256)
    return dict(sorted(counts.items())), f"{total:064x}"


if __name__ == "__main__":
    began = time.perf_counter()
    counted, number = digest_of(READERS[sys.argv[1]](Path(sys.argv[2])))
    print(json.dumps({"seconds": time.perf_counter() - began, "counts": counted, "digest": number}))
