"""What Edit does to a project: frames for one picture and for many, previews that do not lie, drafts that last."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from app.folders import copy_into, filled_project, import_all
from PIL import Image
from unit.vision.pictures import encoded, scene

from winnow.app.commands.arranging import AddClustering
from winnow.app.pipelines.editing import accept_frames, keep_draft, load_picture, network_views, whole_pixels
from winnow.app.pipelines.framing import Applied, Change, ChangeKind, NoTileLeft, apply_to, set_frame, set_tiles
from winnow.app.queries.editable import edit_view, network_fit
from winnow.app.queries.overview import overview
from winnow.app.session import Session
from winnow.base.outcomes import Note, Progress
from winnow.domain.cluster import Clustering
from winnow.domain.fit import Fit, FitMode
from winnow.domain.frame import Content, Draft, Fill, FillMode, Frame, StoredFrame
from winnow.domain.ids import ImageId
from winnow.domain.tiling import Tiling
from winnow.store import frames, images
from winnow.training import FrameDataset, Sample
from winnow.vision.decoder import Decoder

EDGE = 96
FRAMES = (
    Frame(-20, -10, 70, 90, fill=Fill(FillMode.REFLECT)),
    Frame(5, 8, 60, 50, angle=-17.5, flip_x=True, fill=Fill(FillMode.EDGE)),
    Frame(-40, 20, 130, 80, fill=Fill(FillMode.BLUR)),
    Frame(10, 10, 30, 120, flip_y=True, fill=Fill(FillMode.CONSTANT, (9, 200, 30))),
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Session.open(filled_project(tmp_path, 4, edge=EDGE)) as made:
        yield made


@pytest.fixture(scope="module")
def decoder() -> Iterator[Decoder]:
    with Decoder() as made:
        made.protections()  # starts the worker, which the tests then share
        yield made


def files() -> dict[str, bytes]:
    """One picture of every kind that needs care on the way to upright sRGB."""
    picture = Image.fromarray(scene(120, 80))
    turned = Image.Exif()
    turned[0x0112] = 6
    deep = Image.fromarray((np.arange(80 * 120, dtype=np.uint16) * 6).reshape(80, 120))
    clear = picture.copy()
    clear.putalpha(Image.fromarray(scene(120, 80, seed=3)[..., 0]))
    return {
        "exif.jpg": encoded(picture, exif=turned),
        "cmyk.jpg": encoded(picture.convert("CMYK")),
        "deep.png": encoded(deep, "PNG"),
        "palette.png": encoded(picture.quantize(32), "PNG"),
        "alpha.png": encoded(clear, "PNG"),
        "large.jpg": encoded(scene(3400, 2600)),
    }


def _id_of(session: Session, file: str) -> int:
    return session.ask(lambda reader: reader.execute("SELECT id FROM image WHERE file = ?", (file,)).fetchone()[0])


@pytest.mark.parametrize("name", files())
def test_the_preview_is_what_the_data_set_yields(tmp_path: Path, decoder: Decoder, name: str) -> None:
    copy_into(tmp_path, _import_every_kind)
    with Session.open(tmp_path / "kinds.winnow") as session:
        image = _id_of(session, name)
        pixels = whole_pixels(session, decoder, image)
        sha256, kind, width, height = session.ask(images.original_of, ImageId(image))
        assert pixels.shape[:2] == (height, width)
        path = session.originals.path(sha256, kind)
        for frame in (None, *FRAMES):
            for how in (Fit(), Fit(FitMode.PAD, 64), Fit(FitMode.SQUISH, 32)):
                dataset = FrameDataset([Sample(path, frame, 0, 1)], how)
                (seen,) = network_views(pixels, frame or Frame.whole(width, height), how)
                assert np.array_equal(seen, dataset.pixels(0))


def _import_every_kind(folder: Path) -> None:
    pile = folder / "pile"
    pile.mkdir()
    for name, content in files().items():
        (pile / name).write_bytes(content)
    with Session.create(folder / "kinds.winnow") as session:
        import_all(session, pile)


def test_a_picture_comes_reduced_first_and_whole_later(tmp_path: Path, decoder: Decoder) -> None:
    copy_into(tmp_path, _import_every_kind)
    with Session.open(tmp_path / "kinds.winnow") as session:
        image = _id_of(session, "large.jpg")
        picture = load_picture(session, decoder, image)
        assert picture.full_size == (3400, 2600)
        assert 1200 <= min(picture.pixels.shape[:2]) < 2400
        assert not picture.is_whole
        assert whole_pixels(session, decoder, image).shape == (2600, 3400, 3)


def test_accepted_frames_have_their_thumbnail_before_anybody_asks(session: Session, decoder: Decoder) -> None:
    accept_frames(session, decoder, 2, [StoredFrame(FRAMES[0]), StoredFrame(FRAMES[1])])
    sha256, _kind, _width, _height = session.ask(images.original_of, ImageId(2))
    key = Content(sha256, FRAMES[0]).key()
    assert list(session.thumbnails.get([key])) == [key]
    assert session.ask(frames.framing_of, ImageId(2)).accepted


def test_a_draft_lasts_until_the_frames_are_accepted(session: Session, decoder: Decoder) -> None:
    draft = Draft((StoredFrame(FRAMES[0], origin="subject"), StoredFrame(FRAMES[1])), 1)
    keep_draft(session, 3, draft).result()
    folder = session.layout.folder
    session.close()
    with Session.open(folder) as again:
        assert load_picture(again, decoder, 3).draft == draft
        assert again.ask(overview).edited == 0
        assert again.ask(overview).journal.undo == "AddLabel"
        accept_frames(again, decoder, 3, draft.frames)
        assert load_picture(again, decoder, 3).draft is None
        assert load_picture(again, decoder, 3).stored == draft.frames


def test_a_drafts_label_that_is_gone_is_left_out(session: Session, decoder: Decoder) -> None:
    keep_draft(session, 1, Draft((StoredFrame(FRAMES[0], 77),))).result()
    found = load_picture(session, decoder, 1).draft
    assert found is not None
    assert found.frames[0].label_id is None


def run(session: Session, ids: tuple[int, ...], change: Change) -> tuple[Applied, list[object]]:
    events = list(apply_to(session, ids, change))
    applied = events.pop()
    assert isinstance(applied, Applied)
    return applied, events


def stored(session: Session, image: int) -> list[tuple[int, int, int, int]]:
    found = session.ask(frames.frames_of, ImageId(image))
    return [(one.frame.left, one.frame.top, one.frame.right, one.frame.bottom) for one in found]


def test_aspect_and_fill_are_given_to_many_pictures_in_one_step(session: Session) -> None:
    before = [hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(session.layout.originals.rglob("*.*"))]
    applied, events = run(session, (1, 2, 3), Change(ChangeKind.SHAPE, Fill(FillMode.EDGE), 2.0))
    assert applied == Applied(3, 0)
    assert [event for event in events if isinstance(event, Progress)][-1] == Progress(3, 3, "pictures")
    assert stored(session, 2) == [(0, 24, 96, 72)]
    assert session.ask(overview).journal.undo_count == 3
    missing = session.thumbnails.missing([key for (key,) in session.ask(_keys)])
    assert missing == []
    session.undo().result()
    assert [stored(session, image) for image in (1, 2, 3)] == [[], [], []]
    assert session.ask(overview).edited == 0
    session.redo().result()
    assert stored(session, 3) == [(0, 24, 96, 72)]
    assert [
        hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(session.layout.originals.rglob("*.*"))
    ] == before


def _keys(reader):
    return reader.execute("SELECT content_key FROM image WHERE state = 'kept'").fetchall()


def test_tiles_are_laid_over_many_and_take_the_place_of_earlier_ones(session: Session) -> None:
    change = Change(ChangeKind.TILES, Fill(FillMode.EDGE), tiling=Tiling(2, 2, 0.1))
    assert run(session, (1, 3), change)[0] == Applied(2, 0)
    assert run(session, (3,), Change(ChangeKind.TILES, tiling=Tiling(1, 3)))[0] == Applied(1, 0)
    origins = [one.origin for one in session.ask(frames.frames_of, ImageId(3))]
    assert origins == ["", "tile 1x1 1,1"], "three squares beside each other would be the same one here"
    assert len(stored(session, 1)) == 5
    too_many = Change(ChangeKind.TILES, tiling=Tiling(size_px=2))
    assert run(session, (2,), too_many)[0] == Applied(0, 1)


def test_a_frame_is_laid_over_others_in_proportion_and_reset(session: Session) -> None:
    frame = Frame(100, 50, 300, 250, fill=Fill(FillMode.MEAN))
    run(session, (1, 4), Change(ChangeKind.PLACE, frame=frame, size=(400, 400)))
    assert stored(session, 4) == [(24, 12, 72, 60)]
    again, _ = run(session, (1, 4), Change(ChangeKind.PLACE, frame=frame, size=(400, 400)))
    assert again == Applied(0, 2), "what is so already is no change, and no journal entry"
    run(session, (1, 4), Change(ChangeKind.RESET))
    assert stored(session, 4) == []
    assert session.ask(overview).edited == 0


def test_borders_are_trimmed_where_there_are_any(session: Session, tmp_path: Path) -> None:
    barred = np.zeros((130, 96, 3), np.uint8)
    barred[20:116] = scene(96, 96, seed=50)
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "barred.png").write_bytes(encoded(barred, "PNG"))
    import_all(session, tmp_path / "more")
    applied, _ = run(session, (1, 5), Change(ChangeKind.TRIM))
    assert applied == Applied(1, 1)
    assert stored(session, 5) == [(0, 20, 96, 116)]
    assert session.ask(frames.frames_of, ImageId(5))[0].origin == "trim"
    assert not session.ask(frames.is_accepted, ImageId(1))


def test_a_picture_whose_file_is_gone_is_told_and_the_rest_changed(session: Session) -> None:
    sha256, kind, _width, _height = session.ask(images.original_of, ImageId(2))
    session.originals.path(sha256, kind).unlink()
    applied, events = run(session, (1, 2, 3), Change(ChangeKind.SUBJECT))
    assert applied == Applied(2, 0, 1)
    assert ["is missing" in event.text for event in events if isinstance(event, Note)] == [True]


def test_a_change_that_is_stopped_changes_nothing(session: Session) -> None:
    steps = apply_to(session, (1, 2, 3), Change(ChangeKind.SHAPE, Fill(), 1.5))
    next(steps)
    steps.close()
    assert session.ask(overview).edited == 0
    assert session.ask(overview).journal.undo == "AddLabel"


def test_tiles_know_where_they_come_from(session: Session) -> None:
    found = set_tiles(session, ImageId(1), Tiling(1, 2, 0.25, is_square=False), Fill(FillMode.EDGE), "dog", add=True)
    assert [one.origin for one in found] == ["", "tile 1x2 1,1", "tile 1x2 1,2"]
    assert [one.label_id for one in found] == [None, 2, 2]
    assert {one.frame.size for one in found[1:]} == {(55, 96)}
    set_frame(session, ImageId(1), Frame(0, 0, 50, 50))
    assert stored(session, 1) == [(0, 0, 50, 50)]


def test_tiles_without_a_subject_are_left_out(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    pixels = np.full((200, 300, 3), 235, np.uint8)
    pixels[30:90, 20:90] = (40, 60, 150)
    (pile / "corner.png").write_bytes(encoded(pixels, "PNG"))
    (pile / "plain.png").write_bytes(encoded(np.full((100, 100, 3), 90, np.uint8), "PNG"))
    with Session.create(tmp_path / "tiles.winnow") as session:
        import_all(session, pile)
        corner = session.ask(edit_view).rows.names.index("corner.png") + 1
        found = set_tiles(session, ImageId(corner), Tiling(2, 3), leave_out_empty=True)
        assert [one.origin for one in found] == ["tile 2x3 1,1"]
        with pytest.raises(NoTileLeft):
            set_tiles(session, ImageId(3 - corner), Tiling(2, 2), leave_out_empty=True)


def test_the_walk_knows_its_pictures_and_their_cluster(session: Session) -> None:
    view = session.ask(edit_view, (3, 2))
    assert view.rows.ids.tolist() == [3, 2], "in the order that was asked for"
    assert view.is_selection
    assert view.unedited.tolist() == [1, 2, 3, 4]
    assert view.mates(2).tolist() == []
    assert session.ask(edit_view, (99,)).rows.ids.tolist() == [1, 2, 3, 4], "nothing of it is there any more"
    assert session.ask(network_fit) == Fit()


def test_a_cluster_is_a_target(session: Session) -> None:
    made = Clustering(
        method="KMeans",
        features="pixels",
        k=2,
        seed=0,
        ids=np.array([1, 2, 3, 4]),
        clusters=np.array([0, 1, 1, 0], np.int32),
        distances=np.zeros(4, np.float32),
        scores={},
        tightness={},
    )
    session.do(AddClustering(made)).result()
    view = session.ask(edit_view, (2,))
    assert view.mates(2).tolist() == [2, 3]
    assert view.mates(4).tolist() == [1, 4]
