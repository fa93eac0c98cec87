"""A project divided: nothing leaks, training never sees test, and what the network sees is what it gets."""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import pickle
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from app.folders import copy_into, filled_project, import_all
from app.work import answers_when_there, doubled, never_answers
from unit.vision.pictures import encoded, scene

from winnow.app.commands.arranging import Prepare
from winnow.app.commands.framing import SetFrames
from winnow.app.commands.labelling import AddLabel, LabelImages
from winnow.app.kept_child import Ended, KeptChild
from winnow.app.pipelines import running
from winnow.app.pipelines.network_view import BatchQuestion, BatchWish, fit_examples, made, network_view, seen_batch
from winnow.app.pipelines.splitting import check, split
from winnow.app.pipelines.training import train
from winnow.app.queries.preparing import learnable_part, preparation, preparation_facts
from winnow.app.queries.samples import learnable, opened
from winnow.app.session import Session
from winnow.base.errors import OutsideError, UserError
from winnow.domain.augmentation import Augmentation
from winnow.domain.fit import Fit, FitMode
from winnow.domain.frame import Fill, FillMode, Frame, StoredFrame
from winnow.domain.preparation import Preparation, are_unequal, epoch_order
from winnow.domain.recipe import Balance, RecipeKind, default_recipe
from winnow.domain.split import Keeping, Origin, Part, Ratios, TooFewApart
from winnow.domain.tiling import Tiling, tiled
from winnow.store import labels
from winnow.store.errors import TestSealed
from winnow.training import Sample
from winnow.vision.decode import load_rgb
from winnow.vision.embeddings import colour_features
from winnow.vision.framing import cut, resized
from winnow.vision.thumbnail import encode

EDGE = 96


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Session.create(tmp_path / "p.winnow", ("cat", "dog")) as made_one:
        yield made_one


def ids(session: Session) -> list[int]:
    return session.ask(lambda reader: [row[0] for row in reader.execute("SELECT id FROM image ORDER BY id")])


def label_each(session: Session, label_of: dict[int, int]) -> None:
    there = session.ask(labels.all_labels)
    for at, label in enumerate(there):
        chosen = tuple(image for image, wanted in label_of.items() if wanted == at)
        session.do(LabelImages(chosen, label.id)).result()


def _make_labelled(folder: Path) -> None:
    with Session.open(filled_project(folder, 40, edge=EDGE)) as made_one:
        label_each(made_one, {image: at % 2 for at, image in enumerate(ids(made_one))})


@pytest.fixture
def labelled(tmp_path: Path) -> Iterator[Session]:
    """A project of forty pictures, cats and dogs by turns."""
    copy_into(tmp_path, _make_labelled)
    with Session.open(tmp_path / "pets.winnow") as made_one:
        yield made_one


def plant(session: Session, folder: Path, twins: int, tiled_pictures: int) -> None:
    """Import 60 pictures with labels by chance, *twins* of them twice, and lay five tiles over some."""
    folder.mkdir()
    for at in range(60):
        patches = np.random.default_rng(at).integers(0, 256, (6, 6, 3), dtype=np.uint8)
        image = resized(patches, (EDGE, EDGE))
        (folder / f"picture-{at:03d}.jpg").write_bytes(encoded(image, "JPEG", quality=95))
        if at < twins:
            (folder / f"picture-{at:03d}-again.jpg").write_bytes(encoded(image, "JPEG", quality=60))
    import_all(session, folder)
    named = session.ask(lambda reader: dict(reader.execute("SELECT file, id FROM image WHERE state = 'kept'")))
    random = np.random.default_rng(5)
    label_of_name = {f"picture-{at:03d}": int(random.integers(2)) for at in range(60)}
    label_each(session, {image: label_of_name[Path(file).stem[:11]] for file, image in named.items()})
    tiles = [tile.frame for tile in tiled((EDGE, EDGE), Tiling(2, 2, overlap=0.6)).tiles]
    tiles.append(Frame(10, 10, EDGE - 10, EDGE - 10))
    for file, image in sorted(named.items())[-tiled_pictures:]:
        assert "again" not in file
        session.do(SetFrames(image, tuple(StoredFrame(tile) for tile in tiles))).result()


def test_with_planted_twins_and_tiles_nothing_crosses_and_a_naive_split_scores_higher(
    session: Session, tmp_path: Path
) -> None:
    plant(session, tmp_path / "pictures", 30, 20)
    split(session, Ratios(60, 20, 20), 1, 5)
    report = check(session)
    assert report is not None
    assert report.pairs_compared >= 30
    assert [(one.pairs, one.parents, one.groups) for one in report.borders] == [(0, 0, 0)] * 6
    rows = session.ask(learnable, session.ask(_stored))
    features = np.stack([_features(session, row) for row in rows])
    wanted = np.array([row.label_id for row in rows])
    honest = np.array([row.part is Part.VALID for row in rows])
    naive = np.zeros(len(rows), np.bool_)
    naive[np.random.default_rng(0).permutation(len(rows))[: int(honest.sum())]] = True
    assert nearest(features, wanted, naive) > nearest(features, wanted, honest) + 0.15


def _features(session: Session, row):
    image = load_rgb(session.originals.read(row.sha256, row.format))
    return colour_features(encode(image if row.frame is None else cut(image, row.frame)))


def nearest(features, wanted, asked) -> float:
    """Return how many of *asked* have the label of their nearest neighbour among the others."""
    alike = features[asked] @ features[~asked].T
    return float((wanted[~asked][alike.argmax(1)] == wanted[asked]).mean())


@pytest.mark.parametrize("origin", [Origin.PAGE, Origin.FOLDER])
def test_what_came_from_one_place_stays_together_by_choice(labelled: Session, origin: Origin) -> None:
    there = ids(labelled)
    place = {image: at // 4 for at, image in enumerate(there)}

    def moved(tx) -> None:
        for image, number in place.items():
            told = json.dumps({"page": f"https://example.org/{number}"})
            tx.connection.execute(
                "UPDATE image SET provenance = ?, folder = ? WHERE id = ?", (told, f"album {number}", image)
            )

    labelled.record(moved).result()
    result = split(labelled, Ratios(), 3, 2, Keeping(origin=origin))
    for number in range(10):
        inside = [image for image, one in place.items() if one == number]
        rows = np.isin(result.ids, inside)
        assert len(np.unique(result.parts[rows])) == 1
        assert len(np.unique(result.folds[rows])) == 1
    loose = split(labelled, Ratios(), 3)
    assert len(np.unique(loose.groups)) == 40
    assert len(np.unique(result.groups)) == 10


def test_a_label_with_too_few_groups_is_named(labelled: Session) -> None:
    there = ids(labelled)
    labelled.do(AddLabel("owl")).result()
    owl = labelled.ask(labels.all_labels)[-1]
    labelled.do(LabelImages(tuple(there[:2]), owl.id)).result()
    with pytest.raises(TooFewApart, match="'owl' has fewer than 3"):
        split(labelled, Ratios(), 1)


def test_the_test_part_is_sealed_until_an_opening_is_logged(labelled: Session) -> None:
    result = split(labelled, Ratios(), 1)
    stored = labelled.ask(_stored)
    rows = labelled.ask(learnable, stored)
    assert {int(row.image_id) for row in rows}.isdisjoint(result.ids_of(Part.TEST).tolist())
    for opening in (0, 1, 7):
        with pytest.raises(TestSealed):
            labelled.ask(opened, stored, opening)


def _stored(reader):
    from winnow.app.queries.samples import current_split

    return current_split(reader)


@pytest.mark.parametrize("fold", [None, 1])
def test_training_is_handed_nothing_of_the_test_part(
    labelled: Session, monkeypatch: pytest.MonkeyPatch, fold: int | None
) -> None:
    result = split(labelled, Ratios(), 1, 3)
    handed = []

    def caught(_function, spec, **_choices):
        handed.append(spec)
        yield from ()

    monkeypatch.setattr(running, "in_child", caught)
    for _event in train(labelled, default_recipe(RecipeKind.FINE_TUNE, 28), fold=fold):
        pass
    (spec,) = handed
    seen = {sample.image_id for sample in (*spec.train, *spec.valid)}
    assert seen == {*result.ids_of(Part.TRAIN).tolist(), *result.ids_of(Part.VALID).tolist()}
    sealed = labelled.ask(
        lambda reader: [
            reader.execute("SELECT sha256 FROM image WHERE id = ?", (image,)).fetchone()[0]
            for image in result.ids_of(Part.TEST).tolist()
        ]
    )
    packed = pickle.dumps(spec)
    assert sealed
    assert not [sha for sha in sealed if sha.encode() in packed]


def test_what_is_shown_is_pixel_for_pixel_what_training_gets(labelled: Session) -> None:
    from winnow.training import FrameDataset

    there = ids(labelled)
    labelled.do(SetFrames(there[0], (StoredFrame(Frame(-20, 0, 76, 90, fill=Fill(FillMode.EDGE))),))).result()
    split(labelled, Ratios(), 1)
    wish = BatchWish(Part.TRAIN, Preparation(Fit(size=64), Augmentation(blur=1.0, erase=0.5)), turn=1)
    rows = labelled.ask(learnable_part, Part.TRAIN)
    view = network_view()
    try:
        shown = seen_batch(labelled, view, rows, wish)
        valid = labelled.ask(learnable_part, Part.VALID)
        looked_at = seen_batch(labelled, view, valid, BatchWish(Part.VALID, wish.preparation))
    finally:
        view.close()
    whole = FrameDataset(
        [
            Sample(labelled.originals.path(row.sha256, row.format), row.frame, rows.index_of(row), row.image_id)
            for row in rows.rows
        ],
        wish.preparation.fit,
        wish.preparation.augmentation,
        seed=42,
    )
    size = default_recipe(RecipeKind.FINE_TUNE, len(whole)).batch_size
    whole.set_epoch(1)
    order = epoch_order(np.array([one.label for one in whole.samples]), Balance.WEIGHTS, 42, 1)[size : 2 * size]
    assert shown.whole == size
    assert np.array_equal(shown.pixels, np.stack([whole.seen(int(at)) for at in order]))
    assert [int(label) for label in shown.labels] == [rows.rows[int(at)].label_id for at in order]
    assert looked_at.pixels.shape[1:] == (64, 64, 3)
    assert len(looked_at.pixels) == looked_at.samples


def test_all_tiles_of_a_frame_that_is_looked_at_are_shown(labelled: Session) -> None:
    for image in ids(labelled):
        labelled.do(SetFrames(image, (StoredFrame(Frame(0, 0, 90, 45)),))).result()
    split(labelled, Ratios(), 1)
    valid = labelled.ask(learnable_part, Part.VALID)
    shown = seen_batch(labelled, _Here(), valid, BatchWish(Part.VALID, Preparation(Fit(FitMode.TILES, 32))))
    assert shown.samples == shown.whole > 0
    assert len(shown.pixels) == len(shown.labels) == 3 * shown.samples


def test_mixed_batches_are_shown_mixed(labelled: Session) -> None:
    split(labelled, Ratios(), 1)
    rows = labelled.ask(learnable_part, Part.TRAIN)
    view = _Here()
    still = Preparation(Fit(FitMode.CROP, 32), Augmentation(flip=False, light=0, rotate_degrees=0))
    plain, mixed = (
        seen_batch(labelled, view, rows, BatchWish(Part.TRAIN, one)).pixels
        for one in (still, Preparation(still.fit, still.augmentation, mixup=0.4))
    )
    assert plain.shape == mixed.shape
    assert not np.array_equal(plain, mixed)


class _Here:
    def ask(self, question: BatchQuestion):
        return made(question)

    def rest(self) -> None:
        pass

    def close(self) -> None:
        pass


def test_preparing_is_a_command_that_new_recipes_follow(labelled: Session) -> None:
    split(labelled, Ratios(), 1)
    wanted = Preparation(Fit(FitMode.PAD, 128), Augmentation(erase=0.3), mixup=0.2, balance=Balance.SAMPLING)
    labelled.do(Prepare(wanted)).result()
    assert labelled.ask(preparation) == wanted
    recipe = wanted.applied(default_recipe(RecipeKind.FINE_TUNE))
    assert (recipe.fit, recipe.augmentation, recipe.mixup) == (wanted.fit, wanted.augmentation, 0.2)
    facts = labelled.ask(preparation_facts)
    (pad,) = [one for one in facts.costs if one.mode is FitMode.PAD]
    assert (pad.enlarged, pad.frames) == (34, 34)
    assert labelled.undo().result() == "Prepare"
    assert labelled.ask(preparation) == Preparation()


def test_rare_classes_come_as_often_as_others_where_it_is_wished() -> None:
    unequal = np.repeat([0, 1], [900, 100])
    assert are_unequal([900, 100])
    assert not are_unequal([100, 90, 0])
    counts = np.bincount(unequal[epoch_order(unequal, Balance.SAMPLING, 1, 1)])
    assert 400 < counts[1] < 600
    assert np.array_equal(np.sort(epoch_order(unequal, Balance.WEIGHTS, 1, 1)), np.arange(1000))


def test_every_fit_has_an_example() -> None:
    image = scene(120, 80, seed=1)
    shown = fit_examples(image, Preparation(), 48)
    assert set(shown) == set(FitMode)
    assert all(one.shape == (48, 48, 3) for one in shown.values())


def test_a_kept_child_that_is_closed_while_it_starts_is_not_waited_for() -> None:
    child: KeptChild[int, int] = KeptChild(never_answers)
    ended = threading.Event()

    def ask() -> None:
        with contextlib.suppress(Ended):
            child.ask(1)
        ended.set()

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    while not child._lock.locked():
        pass
    closing = threading.Thread(target=child.close, daemon=True)
    closing.start()
    closing.join(10)
    assert not closing.is_alive()
    assert ended.wait(10)


def test_a_kept_child_answers_says_what_failed_and_is_replaced() -> None:
    child: KeptChild[int, int] = KeptChild(doubled)
    assert [child.ask(number) for number in (1, 2)] == [2, 4]
    with pytest.raises(UserError, match="thirteen"):
        child.ask(13)
    with pytest.raises(OutsideError, match="ended unexpectedly"):
        child.ask(99)
    assert child.ask(3) == 6
    child.rest()
    assert child.ask(4) == 8
    child.close()
    with pytest.raises(Ended):
        child.ask(1)


def test_a_kept_child_that_is_to_rest_while_it_is_asked_ends_after_its_answer(tmp_path: Path) -> None:
    child: KeptChild[Path, int] = KeptChild(answers_when_there)
    answers: list[int] = []
    asking = threading.Thread(target=lambda: answers.append(child.ask(tmp_path / "now")))
    asking.start()
    while not multiprocessing.active_children():
        pass
    child.rest()
    (tmp_path / "now").touch()
    asking.join(30)
    assert answers == [1]
    assert multiprocessing.active_children() == []
    child.close()


def test_labelled_frames_of_a_picture_without_a_label_take_part(labelled: Session) -> None:
    there = ids(labelled)
    cat, dog = labelled.ask(labels.all_labels)
    labelled.do(LabelImages((there[0],), None)).result()
    halves = (StoredFrame(Frame(0, 0, 48, 96), cat.id), StoredFrame(Frame(48, 0, 96, 96), dog.id))
    labelled.do(SetFrames(there[0], (*halves, StoredFrame(Frame(0, 0, 40, 40))))).result()
    made_one = split(labelled, Ratios(), 3)
    rows = [at for at, image in enumerate(made_one.ids.tolist()) if image == there[0]]
    assert sorted(made_one.labels[rows].tolist()) == [cat.id, dog.id], "the third has no label"
    assert len({int(made_one.parts[at]) for at in rows}) == 1
