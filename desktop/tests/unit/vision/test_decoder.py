from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time

import numpy as np
import psutil
import pytest
from PIL import Image
from unit.vision.pictures import encoded, real, scene

from winnow.domain.frame import Frame
from winnow.domain.image import Reason
from winnow.vision import decode
from winnow.vision.confined import WorkerUnavailable
from winnow.vision.decode import Examined
from winnow.vision.decoder import Decoder
from winnow.vision.decoders import DecoderPool
from winnow.vision.refusal import PictureRefused

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals stop and kill processes on POSIX only")
linux = pytest.mark.skipif(sys.platform != "linux", reason="seccomp is Linux's")

# The real worker, in whose hands a picture of this name crashes, as a hostile one might.
CRASHING = """
import ctypes
from winnow.vision import decode, worker
real = decode.examine
def examine(data, name):
    if name == "crash.jpg":
        ctypes.string_at(0)
    return real(data, name)
decode.examine = examine
worker.main()
"""


def reason_of(decoder: Decoder, data: bytes, name: str = "a.jpg") -> Reason:
    with pytest.raises(PictureRefused) as caught:
        decoder.examine(data, name)
    assert name in str(caught.value)
    return caught.value.reason


@pytest.fixture(scope="module")
def decoder():
    with Decoder() as one:
        one.protections()  # starts the worker, which the tests then share
        yield one


def test_answers_as_decoding_here_does(decoder):
    data = encoded(scene(1200, 900), progressive=True)
    assert decoder.examine(data, "b.png") == decode.examine(data, "b.png")
    pixels, scale = decoder.pixels(data)
    assert np.array_equal(pixels, decode.load_rgb(data))
    assert scale == 1
    reduced, scale = decoder.pixels(data, 300)
    assert np.array_equal(reduced, decode.load_reduced(data, 300)[0])
    assert scale < 0.5
    frame = Frame(-100, 20, 700, 400, angle=10)
    assert decoder.frame_thumbnail(data, frame) == decode.frame_thumbnail(data, frame)


def test_refusals_come_through_with_reason_and_name(decoder):
    assert reason_of(decoder, b"<html>", "page.jpg") is Reason.NOT_AN_IMAGE
    assert reason_of(decoder, encoded(scene())[:-400], "half.jpg") is Reason.TRUNCATED


def test_one_crash_costs_one_picture():
    with Decoder([sys.executable, "-c", CRASHING]) as decoder:
        data = encoded(scene(64, 48))
        for number in range(100):
            if number == 50:
                assert reason_of(decoder, data, "crash.jpg") is Reason.CRASHED
            else:
                assert decoder.examine(data, "a.jpg").facts.width == 64


@posix
def test_a_worker_ended_from_outside_costs_nothing():
    with Decoder() as decoder:
        data = encoded(scene())
        decoder.examine(data, "a.jpg")
        first = decoder.pid()
        os.kill(first, signal.SIGKILL)
        assert decoder.examine(data, "a.jpg").facts.width == 640
        assert decoder.pid() != first


@posix
def test_a_hang_ends_in_time_and_the_next_picture_is_decoded():
    with Decoder(item_s=0.5) as decoder:
        data = encoded(scene())
        decoder.examine(data, "a.jpg")
        os.kill(decoder.pid(), signal.SIGSTOP)
        began = time.monotonic()
        assert reason_of(decoder, data) is Reason.TOOK_TOO_LONG
        assert time.monotonic() - began < 2.5
        assert decoder.examine(data, "a.jpg").facts.width == 640


@posix
def test_a_worker_that_stops_reading_is_ended_too():
    with Decoder(item_s=0.5) as decoder:
        decoder.protections()
        os.kill(decoder.pid(), signal.SIGSTOP)
        assert reason_of(decoder, b"\0" * (8 << 20)) is Reason.TOOK_TOO_LONG


def test_says_so_if_no_worker_can_be_started():
    with Decoder([sys.executable, "-c", "raise SystemExit(3)"]) as decoder, pytest.raises(WorkerUnavailable):
        decoder.examine(b"", "a.jpg")
    with Decoder(["/nowhere/python"]) as decoder, pytest.raises(WorkerUnavailable):
        decoder.examine(b"", "a.jpg")


def test_threads_may_share_one(decoder):
    files = [encoded(scene(300 + 10 * number, 200), "PNG") for number in range(6)]
    widths = {}

    def work(number: int) -> None:
        widths[number] = [decoder.examine(files[number], "a.png").facts.width for _ in range(5)]

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert widths == {number: [300 + 10 * number] * 5 for number in range(6)}


def test_closing_ends_the_process():
    decoder = Decoder()
    decoder.protections()
    pid = decoder.pid()
    decoder.close()
    assert not psutil.pid_exists(pid)
    assert decoder.pid() is None
    decoder.close()


def confined(action: str) -> subprocess.CompletedProcess[str]:
    code = f"import os, socket\nfrom winnow.vision import sandbox\nsandbox.enter()\n{action}"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)


@linux
def test_the_worker_opens_no_file_and_no_socket_and_starts_no_program(decoder):
    assert {"memory", "files", "open files", "privileges"} <= set(decoder.protections())
    if "system calls" not in decoder.protections():
        pytest.skip("seccomp is not to be had here")
    assert "PermissionError" in confined("open('/etc/hostname')").stderr
    assert "PermissionError" in confined("open('/tmp/winnow-planted', 'w')").stderr
    assert confined("socket.socket()").returncode == -signal.SIGSYS
    assert confined("os.fork()").returncode == -signal.SIGSYS
    assert confined("os.execv('/bin/true', ['true'])").returncode == -signal.SIGSYS
    assert "MemoryError" in confined("bytearray(2 << 30)").stderr


def test_the_worker_needs_neither_torch_nor_qt():
    heavy = ("torch", "PySide6", "sklearn", "onnxruntime")
    code = f"import sys, winnow.vision.worker; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


@pytest.fixture
def pool():
    one = DecoderPool(2)
    yield one
    one.close()


def test_the_pool_gives_every_result_and_every_error(pool):
    def missing() -> bytes:
        raise FileNotFoundError(2, "gone", "c.jpg")

    data = encoded(scene())
    items = [(number, "a.jpg", lambda: data) for number in range(20)]
    items += [("bad", "b.jpg", lambda: b"<html>"), ("gone", "c.jpg", missing)]
    found = dict(pool.examine_many(items))
    assert isinstance(found.pop("bad"), PictureRefused)
    assert isinstance(found.pop("gone"), FileNotFoundError)
    assert len(found) == 20
    assert all(isinstance(one, Examined) for one in found.values())


def test_the_pool_stops_when_its_iterator_is_closed(pool):
    data = encoded(scene())
    drawn = []

    def items():
        for number in range(10**6):
            drawn.append(number)
            yield number, "a.jpg", lambda: data

    before = threading.active_count()
    results = pool.examine_many(items())
    next(results)
    results.close()
    assert threading.active_count() == before
    assert len(drawn) < 20
    assert len(list(pool.examine_many([("again", "a.jpg", lambda: data)]))) == 1


def test_a_bug_of_the_callers_is_raised(pool):
    def bug() -> bytes:
        raise KeyError("no such row")

    with pytest.raises(KeyError):
        list(pool.examine_many([(1, "a.jpg", bug)]))


def test_real_photos_are_all_fine(pool):
    files = sorted(real("pets").glob("*/*.jpg"))[::4]
    found = dict(pool.examine_many((path, path.name, path.read_bytes) for path in files))
    assert len(found) == 166
    assert [one for one in found.values() if not isinstance(one, Examined)] == []


def test_a_deep_picture_as_large_as_is_opened_has_room_in_the_sandbox(decoder):
    deep = Image.fromarray(np.full((7000, 7000), 40_000, np.uint16))
    facts = decoder.examine(encoded(deep, "PNG", compress_level=1), "a.png").facts
    assert (facts.width, facts.height) == (7000, 7000)
