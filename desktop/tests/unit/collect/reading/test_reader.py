from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace

import psutil
import pytest

from winnow.collect.reading import WORKER_SWITCH
from winnow.collect.reading.reader import Reader, ReadsHere
from winnow.collect.reading.task import ReadingRefused
from winnow.collect.web.page import Page, PageAt
from winnow.collect.web.tasks import PAGE, SHEET
from winnow.domain.image import Reason
from winnow.vision.confined import WorkerUnavailable

AT = PageAt("http://a.test/")
HURRIED = replace(PAGE, wall_s=1.5)
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals stop and kill processes on POSIX only")

# The real worker, to which three words on a page do what a hostile page might.
HOSTILE = """
import ctypes, time
from winnow.collect.web import extraction, tasks
from winnow.collect.reading import worker
real = extraction.read_page
def read_page(at, data):
    if b"crash" in data:
        ctypes.string_at(0)
    if b"wait" in data:
        while True:
            pass
    if b"open" in data:
        open("/etc/hostname")
    if b"eat" in data:
        bytearray(2 << 30)
    return real(at, data)
tasks.read_page = read_page
worker.main()
"""

HOSTILE_PAGES = {
    "90 kB of open tags": "<a " * 30_000,
    "a million pictures": "<img src=a>" * 1_000_000,
    "a million different pictures": "".join(f"<img src={number}>" for number in range(400_000)),
    "50 MB of data": f"<img src='data:image/png;base64,{'A' * 50_000_000}'>",
    "a base on this machine": "<base href='file:///etc/'><img src=passwd>",
    "nested without end": "<div>" * 1_000_000,
    "nested pictures": "<a href=x.jpg><b><img src=a>" * 150_000,
    "links": "".join(f"<a href={number}>" for number in range(300_000)),
    "attributes without end": "<img " + " ".join(f"a{number}=1" for number in range(500_000)) + ">",
    "a captioned million": "<figure>" * 20 + "<img src=a>" * 400_000 + "<figcaption>x",
    "open parentheses": "<style>" + "(" * 5_000_000,
    "no page": "<![" * 100_000 + "\0" * 100_000,
}


@pytest.fixture(scope="module")
def reader():
    with Reader() as one:
        one.protections()
        yield one


def hostile_reader() -> Reader:
    return Reader([sys.executable, "-c", HOSTILE])


def test_reads_in_the_process_as_it_does_here(reader):
    html = "<title>ж</title><a href=//bücher.test/f.jpg><img src=t.jpg alt=猫></a><meta name=robots content=noai>"
    for codec in ("utf-8", "utf-16", "gb18030"):
        at = PageAt("http://a.test/", charset=codec)
        assert reader.read(PAGE, at, html.encode(codec), "x") == ReadsHere().read(PAGE, at, html.encode(codec), "x")
    css = "@import 'a.css'; a{background:url(é.png)}".encode()
    assert reader.read(SHEET, AT, css, "x") == ReadsHere().read(SHEET, AT, css, "x")


@pytest.mark.parametrize(
    "charset", ["euc-jp", "iso-2022-jp", "big5", "koi8-u", "ibm866", "macintosh", "x-user-defined", "utf-7", "base64"]
)
def test_no_charset_needs_a_file_to_be_opened(reader, charset):
    page, _ = reader.read(PAGE, PageAt("http://a.test/", charset=charset), b"<img src=a.jpg alt=b>", "x")
    assert page.pictures[0].alt == "b"


@pytest.mark.parametrize("name", HOSTILE_PAGES)
def test_a_hostile_page_costs_no_more_than_its_time(name):
    data = HOSTILE_PAGES[name].encode()
    with Reader() as reader:
        reader.protections()
        began = time.monotonic()
        outcome = read_or_refused(reader, data, name)
        assert time.monotonic() - began < HURRIED.wall_s + 1
        if isinstance(outcome, ReadingRefused):
            assert outcome.reason in (Reason.TOOK_TOO_LONG, Reason.CRASHED, Reason.BROKEN)
            assert name in str(outcome)
        else:
            assert len(outcome.pictures) <= 5000
            assert all(address.startswith("http://a.test/") for one in outcome.pictures for address in one.addresses)
        assert reader.read(PAGE, AT, b"<img src=next>", "next")[0].pictures


def read_or_refused(reader: Reader, data: bytes, name: str) -> Page | ReadingRefused:
    try:
        return reader.read(HURRIED, AT, data, name)[0]
    except ReadingRefused as refusal:
        return refusal


def test_a_page_has_five_seconds():
    assert PAGE.wall_s == SHEET.wall_s == 5


@posix
def test_a_page_that_crashes_it_costs_that_page_only():
    with hostile_reader() as reader:
        for word, reason in (("crash", Reason.CRASHED), ("eat", Reason.BROKEN), ("open", Reason.BROKEN)):
            if word == "open" and "system calls" not in reader.protections():
                continue
            with pytest.raises(ReadingRefused) as caught:
                reader.read(PAGE, AT, word.encode(), "http://a.test/bad")
            assert caught.value.reason is reason
            assert "http://a.test/bad" in str(caught.value)
            assert reader.read(PAGE, AT, b"<img src=a>", "good")[0].pictures


@posix
def test_a_hang_ends_in_time():
    with hostile_reader() as reader:
        reader.protections()
        began = time.monotonic()
        with pytest.raises(ReadingRefused) as caught:
            reader.read(HURRIED, AT, b"wait", "http://a.test/bad")
        assert caught.value.reason is Reason.TOOK_TOO_LONG
        assert time.monotonic() - began < HURRIED.wall_s + 1
        assert reader.read(PAGE, AT, b"<img src=a>", "good")[0].pictures


@posix
def test_one_ended_from_outside_costs_nothing():
    with Reader() as reader:
        reader.protections()
        os.kill(reader.pid(), signal.SIGKILL)
        assert reader.read(PAGE, AT, b"<img src=a>", "x")[0].pictures


def test_threads_may_share_one(reader):
    found = {}

    def work(number: int) -> None:
        found[number] = [
            reader.read(PAGE, AT, f"<img src={number}.jpg>".encode(), "x")[0].pictures[0].addresses for _ in range(20)
        ]

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {number: [(f"http://a.test/{number}.jpg",)] * 20 for number in range(6)}


def test_closing_ends_the_process():
    reader = Reader()
    reader.protections()
    pid = reader.pid()
    reader.close()
    assert not psutil.pid_exists(pid)


def test_says_so_if_it_cannot_be_started():
    with Reader([sys.executable, "-c", "raise SystemExit(3)"]) as reader, pytest.raises(WorkerUnavailable) as caught:
        reader.read(PAGE, AT, b"", "x")
    assert "reads pages" in str(caught.value)


def test_a_frozen_program_starts_it_by_its_switch():
    with Reader([sys.executable, "-m", "winnow", WORKER_SWITCH]) as reader:
        assert reader.read(PAGE, AT, b"<img src=a>", "x")[0].pictures


def test_it_needs_nothing_heavy():
    heavy = ("torch", "PySide6", "sklearn", "onnxruntime", "requests", "urllib3", "sqlite3")
    code = f"import sys, winnow.collect.reading.worker; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"
