from __future__ import annotations

import numpy as np
import pytest
from unit.vision.pictures import encoded, scene

from winnow.domain.image import Reason
from winnow.vision import progressive
from winnow.vision.decode import examine
from winnow.vision.refusal import PictureRefused


def test_most_of_a_large_progressive_file_is_left_out():
    rough = np.clip(scene(1600, 1200) + np.random.default_rng(0).normal(0, 20, (1200, 1600, 3)), 0, 255)
    data = encoded(rough.astype(np.uint8), "JPEG", progressive=True)
    small = progressive.cut(data, progressive.structure(data), 2)
    assert len(small) < len(data) / 4
    assert small.endswith(b"\xff\xd9")


def test_baseline_files_and_full_decodes_are_left_alone():
    for data, eighths in ((encoded(scene()), 1), (encoded(scene(), progressive=True), 8)):
        assert progressive.cut(data, progressive.structure(data), eighths) == data


def test_the_structure_ends_at_the_end_marker():
    data = encoded(scene(), progressive=True)
    built = progressive.structure(data + b"more")
    assert built.progressive
    assert built.end == len(data)
    assert len(built.scans) > 3


def test_a_file_of_thousands_of_scans_is_refused_at_once():
    data = encoded(scene(64, 64), progressive=True)
    first = progressive.structure(data).scans[0]
    start = data.index(b"\xff\xda")
    bomb = data[: first.end] + data[start : first.end] * 10_000 + b"\xff\xd9"
    with pytest.raises(PictureRefused) as caught:
        examine(bomb, "bomb.jpg")
    assert caught.value.reason is Reason.BROKEN
