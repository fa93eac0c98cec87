from __future__ import annotations

import csv
import hashlib
import struct

import numpy as np
import pytest
from PIL import Image
from unit.vision.pictures import distance, encoded, real, scene

from winnow.domain.cleaning import Check
from winnow.domain.frame import Fill, FillMode, Frame
from winnow.domain.image import Flag, Reason
from winnow.vision import thumbnail
from winnow.vision.decode import examine, frame_thumbnail, load_reduced, load_rgb
from winnow.vision.framing import cut, resized, shrunk
from winnow.vision.refusal import Limits, PictureRefused

KINDS = ("JPEG", "PNG", "WEBP", "BMP", "TIFF", "AVIF", "GIF", "QOI")


def refused(data: bytes, name: str = "a.jpg", limits: Limits | None = None) -> PictureRefused:
    with pytest.raises(PictureRefused) as caught:
        examine(data, name, limits or Limits())
    return caught.value


def test_agrees_with_what_is_expected_of_184_awkward_files():
    folder = real("bad_images")
    wrong = []
    for row in csv.DictReader((folder / "expected.csv").read_text("utf-8").splitlines()):
        try:
            facts = examine((folder / row["file"]).read_bytes(), row["file"], Limits(min_edge_px=1, aspect=3000)).facts
        except PictureRefused:
            agrees = row["expected"] != "decodes"
        else:
            agrees = row["expected"] != "must_be_rejected" and facts.format == row["format"].lower()
            if "upright size" in row["notes"]:
                agrees &= row["notes"].split("upright size ")[1].startswith(f"{facts.width}x{facts.height}")
            agrees &= (Flag.WRONG_EXTENSION in facts.flags) == (row["category"] == "wrong_extension")
            agrees &= (Flag.TRAILING_DATA in facts.flags) == (row["category"] == "trailing_data")
        if not agrees and row["unsure"] == "0":
            wrong.append(row["file"])
    assert not wrong


@pytest.mark.parametrize("kind", KINDS)
def test_examine_tells_what_a_picture_is(kind):
    data = encoded(scene(640, 480), kind)
    found = examine(data, f"A.{kind}")
    facts = found.facts
    assert (facts.format, facts.width, facts.height, facts.size_bytes) == (kind.lower(), 640, 480, len(data))
    assert facts.sha256 == hashlib.sha256(data).hexdigest()
    assert facts.flags == frozenset()
    assert len(facts.dhash) == 32
    assert set(facts.quality) == {check.value for check in Check} - {"odd_size", "does_not_belong"}
    assert all(0 <= value <= 1 for value in facts.quality.values())
    small = thumbnail.decode(found.thumbnail)
    assert small.shape == (256, 341, 3)
    # GIF has 256 colours.
    assert distance(small, resized(scene(640, 480), (341, 256))) < (8 if kind == "GIF" else 3)


def test_near_copies_have_near_hashes():
    def bits(one: bytes, other: bytes) -> int:
        return (int.from_bytes(one, "big") ^ int.from_bytes(other, "big")).bit_count()

    hashes = [
        examine(encoded(pixels, "JPEG", quality=quality), "a.jpg").facts.dhash
        for pixels, quality in ((scene(640, 480), 95), (scene(320, 240), 60), (scene(640, 480, seed=1), 95))
    ]
    assert bits(hashes[0], hashes[1]) <= 12
    assert bits(hashes[0], hashes[2]) > 60


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_orientation_is_applied(kind, orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = encoded(scene(120, 80), kind, exif=exif)
    back = {1: [], 2: ["x"], 3: ["x", "y"], 4: ["y"], 5: ["t"], 6: ["t", "x"], 7: ["t", "x", "y"], 8: ["t", "y"]}
    wanted = scene(120, 80)
    for step in back[orientation]:
        wanted = {"x": wanted[:, ::-1], "y": wanted[::-1], "t": wanted.swapaxes(0, 1)}[step]
    assert distance(load_rgb(data), wanted) < 5
    facts = examine(data, "a").facts
    assert (facts.width, facts.height) == (wanted.shape[1], wanted.shape[0])


def test_transparency_lies_on_white():
    clear = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    assert (load_rgb(encoded(clear, "PNG")) == 255).all()
    assert (load_rgb(encoded(clear.convert("LA"), "PNG")) == 255).all()


def test_what_is_no_number_in_a_picture_is_black_and_leaves_the_rest_as_it_is():
    ramp = np.linspace(0, 500, 64 * 64, dtype=np.float32).reshape(64, 64)
    odd = ramp.copy()
    odd[0, :3] = np.nan, np.inf, -np.inf
    sound, found = (load_rgb(encoded(Image.fromarray(one), "TIFF")) for one in (ramp, odd))
    assert sound[-1, -1].tolist() == [255] * 3
    assert found[0, :3, 0].tolist() == [0, 255, 0]
    assert np.array_equal(found[1:], sound[1:])


def test_sixteen_bit_greys_are_scaled_not_clipped():
    ramp = np.linspace(0, 65535, 64 * 64).reshape(64, 64).astype(np.uint16)
    pixels = load_rgb(encoded(Image.fromarray(ramp), "PNG"))
    assert np.array_equal(pixels[..., 0], ramp >> 8)


def test_cmyk_becomes_rgb():
    data = encoded(Image.new("CMYK", (64, 64), (0, 255, 255, 0)), "JPEG")
    red, green, blue = load_rgb(data).reshape(-1, 3).mean(0)
    assert red > 200
    assert max(green, blue) < 60


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"subsampling": 0, "progressive": True}])
@pytest.mark.parametrize("wanted", [40, 100, 256, 384, 700, 5000])
def test_reduced_pictures_look_the_same(options, wanted):
    data = encoded(scene(1600, 1200), "JPEG", **options)
    pixels, scale = load_reduced(data, wanted)
    shorter = min(pixels.shape[:2])
    assert min(wanted, 1200) <= shorter <= max(2 * wanted, 300)
    assert scale == pytest.approx(shorter / 1200, rel=0.02)
    assert distance(pixels, resized(scene(1600, 1200), (pixels.shape[1], pixels.shape[0]))) < 3


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize(
    "frame",
    [
        Frame(100, 200, 500, 900),
        Frame(-300, -300, 1900, 1500, fill=Fill(FillMode.REFLECT)),
        Frame(0, 0, 1600, 1200, angle=25, flip_x=True, fill=Fill(FillMode.EDGE)),
        Frame(3000, 3000, 3100, 3200, fill=Fill(FillMode.CONSTANT, (10, 200, 10))),
        Frame(700, 500, 760, 590),
    ],
)
def test_a_frames_thumbnail_is_its_cut_made_small(kind, frame):
    data = encoded(scene(1600, 1200), kind)
    small = thumbnail.decode(frame_thumbnail(data, frame))
    wanted = shrunk(cut(scene(1600, 1200), frame), 256, 1024)
    assert abs(small.shape[0] - wanted.shape[0]) <= 1
    assert abs(small.shape[1] - wanted.shape[1]) <= 1
    assert distance(resized(small, (wanted.shape[1], wanted.shape[0])), wanted) < 4


def test_a_huge_frame_over_a_small_picture_needs_no_huge_memory():
    small = thumbnail.decode(frame_thumbnail(encoded(scene(64, 64), "PNG"), Frame(-9000, -9000, 9000, 9000)))
    assert small.shape == (256, 256, 3)


@pytest.mark.parametrize(
    ("data", "reason", "word"),
    [
        (b"", Reason.NOT_AN_IMAGE, "empty"),
        (b"<!DOCTYPE html><html><svg></svg>", Reason.NOT_AN_IMAGE, "web page"),
        (b"\xef\xbb\xbf\n<?xml version='1.0'?><svg xmlns='a'/>", Reason.UNSUPPORTED, "SVG"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", Reason.UNSUPPORTED, "EPS"),
        (b"8BPS\0\1", Reason.UNSUPPORTED, "Photoshop"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Reason.UNSUPPORTED, "HEIC"),
        (b"\0\0\0\x18ftypisom\0\0\0\0isommp41", Reason.NOT_AN_IMAGE, "video"),
        (b"%PDF-1.7", Reason.NOT_AN_IMAGE, "PDF"),
        (b"PK\3\4aaaa", Reason.NOT_AN_IMAGE, "ZIP"),
        (b"MZ\x90", Reason.NOT_AN_IMAGE, "program"),
        (b'{"error": 404}', Reason.NOT_AN_IMAGE, "JSON"),
        (b"not found", Reason.NOT_AN_IMAGE, "text"),
        (b"\x01\x02\x03\x04" * 9, Reason.NOT_AN_IMAGE, "picture"),
        (b"\xff\xd8\xff\xe0", Reason.BROKEN, "header"),
    ],
)
def test_says_what_a_file_is_instead(data, reason, word):
    error = refused(data, "kitten.jpg")
    assert error.reason is reason
    assert word in error.detail
    assert str(error).startswith("kitten.jpg was left out: ")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("share", [0.5, 0.9, 0.99])
def test_cut_files_are_not_taken_for_whole(kind, share):
    data = encoded(scene(), kind)
    assert refused(data[: int(len(data) * share)]).reason in (Reason.TRUNCATED, Reason.BROKEN)


def test_the_last_bytes_count():
    assert refused(encoded(scene(), "PNG")[:-12]).reason is Reason.TRUNCATED
    assert refused(encoded(scene(), "JPEG")[:-2]).reason is Reason.TRUNCATED
    assert refused(encoded(scene(), "JPEG", progressive=True)[:-2]).reason is Reason.TRUNCATED


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_what_follows_is_flagged_but_padding_is_not(kind):
    data = encoded(scene(), kind)
    assert Flag.TRAILING_DATA in examine(data + b"PK\3\4" * 50, "a").facts.flags
    assert Flag.TRAILING_DATA not in examine(data + b"\0\0\r\n", "a").facts.flags


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_animations_count_by_their_first_frame(kind):
    frames = [Image.fromarray(scene(seed=seed)) for seed in (0, 1, 2)]
    data = encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)
    assert Flag.ANIMATED in examine(data, "a").facts.flags
    assert distance(load_rgb(data), scene()) < 10


def test_limits_hold_before_anything_is_decoded():
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 1, 0, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + header + b"\0" * 64
    assert refused(bomb).reason in (Reason.TOO_MANY_PIXELS, Reason.BROKEN)
    data = encoded(scene(640, 480), "WEBP")
    assert refused(data, limits=Limits(pixels=1000)).reason is Reason.TOO_MANY_PIXELS
    assert refused(encoded(scene(640, 480)), limits=Limits(edge_px=600)).reason is Reason.TOO_MANY_PIXELS
    assert refused(data, limits=Limits(bytes=100)).reason is Reason.TOO_MANY_BYTES
    assert refused(encoded(scene(640, 31))).reason is Reason.TOO_SMALL
    assert examine(encoded(scene(256, 32)), "a.jpg").facts.height == 32
    assert refused(encoded(scene(32, 257))).reason is Reason.EXTREME_ASPECT


def test_quality_tells_bad_pictures_from_good():
    good = scene(640, 480)
    checks = np.kron(np.indices((24, 32)).sum(0) % 2, np.ones((20, 20)))[..., None]
    sharp = (good // 2 + checks * 120).astype(np.uint8)

    def quality(pixels):
        return examine(encoded(pixels, "PNG"), "a.png").facts.quality

    assert quality(good // 12)["dark"] < 0.32 < quality(good)["dark"]
    assert quality(255 - good // 40)["light"] < 0.05 < quality(good)["light"]
    assert quality(np.full((64, 64, 3), 90, np.uint8))["low_information"] < 0.3 < quality(good)["low_information"]
    assert quality((good * 0.6).astype(np.uint8))["blurry"] < 0.29 < quality(sharp)["blurry"]
    assert quality(scene(600, 75))["odd_aspect_ratio"] == 0.125


def test_a_colour_profile_is_applied_and_a_broken_one_ignored():
    from PIL import ImageCms

    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    plain = load_rgb(encoded(scene(), "PNG"))
    for profile in (b"nonsense" * 40, lab):
        assert np.array_equal(load_rgb(encoded(scene(), "PNG", icc_profile=profile)), plain)
