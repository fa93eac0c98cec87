"""Copies and doubtful pictures: what is found, how fast, and what CleanVision and imagededup find beside."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import bench_venv
import numpy as np
from commands import PETS, workplace
from figures import Figure, Found, Note, Skipped, load, medians, returned
from PIL import Image, ImageDraw, ImageEnhance, ImageOps

from winnow.app.commands.labelling import LabelImages
from winnow.app.pipelines.cleaning import search_copies, search_outliers
from winnow.app.pipelines.importing import import_path
from winnow.app.pipelines.labelling import label_by_folder
from winnow.app.queries.clean import QualityView, copies_view, quality_view
from winnow.app.queries.items import items
from winnow.app.session import Session
from winnow.domain.cleaning import CHECKS, STARTING_THRESHOLDS, Check
from winnow.vision import decode
from winnow.vision.hashes import HASH_BYTES, NEAR_BITS, hash_pairs, near_duplicate_groups
from winnow.vision.hashing import dhash

_VENV = "cleanvision-0.3.7"
_WANTED = ("cleanvision==0.3.7", "imagehash==4.3.2", "scikit-learn", "PyWavelets", "tqdm", "matplotlib", "pandas")
_ALONE = ("imagededup==0.3.3.post2",)
_PEERS = Path(__file__).with_name("clean_peers.py")
_DISTRACTORS = PETS.with_name("pets_distractors")
_MANY = 100_000
_SHOWN = 20_000
_CHANGED_EACH = 11
_HASHED_PX = 384
"""The import decodes to this shorter side, and hashes that."""


def duplicates() -> Iterator[Found]:
    """G13: copies found on pets and after ten kinds of change; the search of 100,000 hashes; against the peers."""
    yield Note(load())
    yield from _search_of_many()
    if not PETS.is_dir():
        yield Skipped("G13", "copies in real photographs", "the pets are not on this machine")
        return
    yield from _pets()
    yield from _changed()
    yield from _beside_peers()


def quality() -> Iterator[Found]:
    """What the checks find on pets beside CleanVision, how fast; what does not belong; recounting at 20,000."""
    yield Note(load())
    yield _recount()
    if not PETS.is_dir():
        yield Skipped("quality", "real photographs", "the pets are not on this machine")
        return
    yield from _strangers()
    why_not = bench_venv.made(_VENV, _WANTED, _ALONE)
    if why_not:
        yield Skipped("quality", "beside CleanVision", why_not)
        return
    theirs = _asked("CleanVision quality", PETS)["found"]
    with _project(PETS) as session:
        view = session.ask(quality_view)
    ours = {check: {view.names[row] for row in _rows(view, check)} for check in CHECKS}
    for name, files in theirs.items():
        check = Check(name)
        yield Note(f"{name}: CleanVision {len(files)}, Winnow {len(ours[check])}")
        share = len(ours[check].intersection(files)) / len(files) if files else 1.0
        yield Figure("quality", f"of what CleanVision finds {name}", share, 1.0, unit="")
    seconds = returned(
        {"CleanVision": lambda: float(_asked("CleanVision quality", PETS)["seconds"]), "Winnow": _examining(PETS)}
    )
    yield Note(f"{len(_photos(PETS))} photographs, one process: " + _in_s(seconds))
    yield Figure("quality", "speed against CleanVision", seconds["CleanVision"] / seconds["Winnow"], 2.0)


def _search_of_many() -> Iterator[Found]:
    few, many = (_hashes(count) for count in (_MANY, 2 * _MANY))
    took = medians({"100,000": partial(hash_pairs, few, NEAR_BITS), "200,000": partial(hash_pairs, many, NEAR_BITS)})
    words = few[:5000].reshape(-1, HASH_BYTES).view(np.uint64)
    near = sum(
        int((np.bitwise_count(words[at] ^ words[at + 1 :]).sum(1) <= NEAR_BITS).sum()) for at in range(len(words))
    )
    yield Note("hash pairs: " + _in_s(took))
    found = len(hash_pairs(few[:5000], NEAR_BITS)[0])
    yield Figure("G13", "pairs missed or made up among 5,000, against comparing all", abs(found - near), 0, True, "")
    yield Figure("G13", "search of 100,000 hashes", took["100,000"], 1.0, at_most=True, unit=" s")
    yield Figure("G13", "twice as many hashes", took["200,000"] / took["100,000"], 3.0, at_most=True)


def _hashes(count: int) -> np.ndarray[Any, np.dtype[np.uint8]]:
    """Return hashes of which 30 % lie in clusters and 15 % are near copies of others, as in real crawls."""
    random = np.random.default_rng(0)
    made = random.integers(0, 256, (count, HASH_BYTES), np.uint8)
    clustered, copied = count * 3 // 10, count * 15 // 100
    centres = random.integers(0, 256, (200, HASH_BYTES), np.uint8)
    made[:clustered] = centres[random.integers(0, 200, clustered)] ^ _noise(random, clustered, 0.12)
    made[-copied:] = made[random.integers(0, count - copied, copied)] ^ _noise(random, copied, 0.04)
    return made


def _noise(random: np.random.Generator, rows: int, share: float) -> np.ndarray[Any, np.dtype[np.uint8]]:
    return np.packbits(random.random((rows, HASH_BYTES * 8)) < share, axis=1)


def _pets() -> Iterator[Found]:
    expected = _groups_of_manifest()
    with _project(PETS) as session:
        began = time.perf_counter()
        for _event in search_copies(session):
            pass
        took = time.perf_counter() - began
        found = [{copy.file for copy in group.copies} for group in session.ask(copies_view).groups]
    missed = [group for group in expected if group not in found]
    wrong = [group for group in found if group not in expected]
    yield Note(f"{len(_photos(PETS))} photographs, embedding included, in {took:.1f} s")
    yield Figure("G13", f"of {len(expected)} groups missed", len(missed), 0, at_most=True, unit="")
    yield Figure("G13", "false groups", len(wrong), 3, at_most=True, unit="")


def _changed() -> Iterator[Found]:
    """Every eleventh photograph in ten changed copies, among all the others."""
    originals = _photos(PETS)[::_CHANGED_EACH]
    with tempfile.TemporaryDirectory() as made:
        for photo in originals:
            with Image.open(photo) as opened:
                picture = opened.convert("RGB")
            for how, change in CHANGES.items():
                change(picture).save(Path(made) / f"{photo.stem}.{how}.jpg", quality=70)
        with _project(PETS, Path(made)) as session:
            for _event in search_copies(session):
                pass
            groups = [{copy.file for copy in group.copies} for group in session.ask(copies_view).groups]
    stems = {photo.stem for photo in originals}
    together = {file: group for group in groups for file in group}
    for how in CHANGES:
        hits = sum(f"{stem}.jpg" in together.get(f"{stem}.{how}.jpg", ()) for stem in stems)
        yield Figure("G13", f"found of {how} copies", hits / len(stems), 0.95, unit="")


def _cropped(picture: Image.Image, left: float, top: float, share: float) -> Image.Image:
    width, height = picture.size
    box = (width * left, height * top, width * (left + share), height * (top + share))
    return picture.crop(tuple(round(edge) for edge in box))  # type: ignore[arg-type]


def _to_a_third(picture: Image.Image) -> Image.Image:
    """Keep its proportions, and a shorter side of at least 64 pixels: a smaller picture is not taken in."""
    factor = max(1 / 3, 64 / min(picture.size))
    return picture.resize((round(picture.width * factor), round(picture.height * factor)))


def _marked(picture: Image.Image) -> Image.Image:
    mask = Image.new("L", picture.size)
    for line in range(3):
        at = (picture.width * (0.08 + 0.1 * line), picture.height * (0.2 + 0.28 * line))
        ImageDraw.Draw(mask).text(at, "stock photo", fill=150, font_size=max(12, picture.height // 9))
    return Image.composite(Image.new("RGB", picture.size, "white"), picture, mask)


def _recoloured(picture: Image.Image) -> Image.Image:
    hue, saturation, value = picture.convert("HSV").split()
    return Image.merge("HSV", (hue.point(lambda tone: (tone + 90) % 256), saturation, value)).convert("RGB")


CHANGES: dict[str, Callable[[Image.Image], Image.Image]] = {
    "scaled": _to_a_third,
    "recompressed": lambda picture: picture,
    "cropped-10": partial(_cropped, left=0.07, top=0.03, share=0.9),
    "cropped-20": partial(_cropped, left=0.02, top=0.15, share=0.8),
    "cut-left": lambda picture: picture.crop((picture.width // 5, 0, *picture.size)),
    "marked": _marked,
    "mirrored": ImageOps.mirror,
    "recoloured": _recoloured,
    "grey": lambda picture: ImageOps.grayscale(picture).convert("RGB"),
    "brighter": lambda picture: ImageEnhance.Contrast(ImageEnhance.Brightness(picture).enhance(1.35)).enhance(0.8),
}


def _beside_peers() -> Iterator[Found]:
    why_not = bench_venv.made(_VENV, _WANTED, _ALONE)
    if why_not:
        yield Skipped("G13", "beside imagededup and CleanVision", why_not)
        return
    expected = _groups_of_manifest()
    for name in ("imagededup", "CleanVision"):
        groups = [set(group) for group in _asked(name, PETS)["found"]["groups"]]
        exact = sum(group in groups for group in expected)
        yield Note(f"{name}: {exact} of {len(expected)} groups, {len(groups) - exact} other groups")
    seconds = returned(
        {
            "imagededup": lambda: float(_asked("imagededup", PETS)["seconds"]),
            "CleanVision": lambda: float(_asked("CleanVision", PETS)["seconds"]),
            "Winnow": _grouping(PETS, lambda photo: dhash(decode.load_reduced(photo.read_bytes(), _HASHED_PX)[0])),
            "import": _examining(PETS),
        }
    )
    yield Note(
        "from files to groups by hash, one process; the import makes thumbnails and scores too: " + _in_s(seconds)
    )
    fastest = min(seconds["imagededup"], seconds["CleanVision"])
    yield Figure("G13", "groups by hash: speed against the faster peer", fastest / seconds["Winnow"], 1.0)
    yield Note(f"the whole pass of the import: {fastest / seconds['import']:.2f}x the faster peer")


def _examining(folder: Path) -> Callable[[], float]:
    """Time the import's pass over every file, one process, and the grouping of its hashes."""
    return _grouping(folder, lambda photo: decode.examine(photo.read_bytes(), photo.name).facts.dhash)


def _grouping(folder: Path, hash_of: Callable[[Path], bytes]) -> Callable[[], float]:
    def run() -> float:
        began = time.perf_counter()
        hashes = [hash_of(photo) for photo in _photos(folder)]
        near_duplicate_groups(np.frombuffer(b"".join(hashes), np.uint8).reshape(-1, HASH_BYTES))
        return time.perf_counter() - began

    return run


def _strangers() -> Iterator[Found]:
    """Average precision of 30 horses among the pets, with and without labels of the pets."""
    if not _DISTRACTORS.is_dir():
        yield Skipped("quality", "what does not belong", "the distractors are not on this machine")
        return
    with _project(PETS, _DISTRACTORS) as session:
        yield Note(f"without any label: average precision {_precision(session):.2f}")
        label_by_folder(session)
        strange = [row["id"] for row in session.ask(items) if row["label"] == "other"]
        session.do(LabelImages(tuple(strange), None)).result()
        yield Figure("quality", "average precision, pets labelled, horses not", _precision(session), 0.6, unit="")


def _precision(session: Session) -> float:
    """Return the average precision of the lowest scores first."""
    for _event in search_outliers(session):
        pass
    view = session.ask(quality_view)
    horses = {row["id"] for row in session.ask(items) if row["provenance"]["folder"].startswith("other")}
    order = view.ids[np.argsort(view.column(Check.DOES_NOT_BELONG), kind="stable")].tolist()
    hits = np.array([image in horses for image in order])
    return float((hits.cumsum() / np.arange(1, len(hits) + 1))[hits].mean())


def _recount() -> Figure:
    random = np.random.default_rng(0)
    view = QualityView(
        np.arange(_SHOWN),
        np.zeros((_SHOWN, 32), np.uint8),
        ("",) * _SHOWN,
        np.zeros(_SHOWN, np.bool_),
        random.random((_SHOWN, len(CHECKS)), np.float32),
    )

    def moved() -> None:
        view.counts()
        view.around(Check.BLURRY, 0.3, 12)

    took = medians({"recount": moved}, 20)["recount"]
    return Figure("quality", "recount and both sides of the line at 20,000", took * 1000, 100, True, " ms")


@contextmanager
def _project(*folders: Path) -> Iterator[Session]:
    """Give a project with all pictures of *folders*."""
    with workplace() as home, Session.create(home / "project.winnow") as session:
        for folder in folders:
            for _event in import_path(session, folder):
                pass
        yield session


def _rows(view: QualityView, check: Check) -> list[int]:
    return np.flatnonzero(view.column(check) < STARTING_THRESHOLDS[check]).tolist()


def _groups_of_manifest() -> list[set[str]]:
    groups: dict[str, set[str]] = {}
    with (PETS / "manifest.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["dup_group"]:
                groups.setdefault(row["dup_group"], set()).add(Path(row["file"]).name)
    return list(groups.values())


def _photos(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.jpg"))


def _asked(name: str, folder: Path) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as scratch:
        command = [str(bench_venv.python_of(_VENV)), str(_PEERS), name, str(folder)]
        ran = subprocess.run(command, cwd=scratch, capture_output=True, text=True, check=False)
    if ran.returncode:
        sys.exit(f"{name} failed:\n{ran.stderr}")
    answer: dict[str, Any] = json.loads(ran.stdout.strip().splitlines()[-1])
    return answer


def _in_s(seconds: dict[str, float]) -> str:
    return ", ".join(f"{name} {took:.2f} s" for name, took in seconds.items())
