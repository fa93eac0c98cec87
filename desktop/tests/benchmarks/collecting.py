"""Collecting: the crawler against img2dataset, over the same slow servers with the same number of connections."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import urllib.request
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import psutil
from figures import Figure, Found, Note, Skipped

from winnow.collect.crawl.events import Fetched, Plan
from winnow.collect.crawl.gates import IN_ALL
from winnow.collect.crawling import crawl
from winnow.collect.net.fetching import Fetcher
from winnow.collect.sources.addresses import AddressSource

_PEER = "img2dataset==1.47.0"
_HOSTS = 8
_PICTURES = 2000
_PER_HOST = 4
_ROUNDS = 5
_CONNECTIONS = min(IN_ALL, _HOSTS * _PER_HOST)

_RESOLVING = """
import socket
_ask = socket.getaddrinfo
def _numbered(host, *rest, **more):
    name = host.decode() if isinstance(host, bytes) else host
    return _ask("127.0.0." + name[4:-5] if name and name.endswith(".test") else host, *rest, **more)
socket.getaddrinfo = _numbered
"""
"""Makes ``host3.test`` 127.0.0.3 in a Python that is not ours; put on its path as sitecustomize."""


@dataclass(frozen=True, slots=True)
class _Sites:
    """The eight hosts, played by one process of its own."""

    port: int

    def addresses(self, turn: int) -> list[str]:
        """Return the pictures' addresses, others in each round."""
        return [f"http://host{at % _HOSTS + 1}.test:{self.port}/{turn}/{at}.jpg" for at in range(_PICTURES)]

    def taken_s(self) -> float:
        """Return the seconds from the first request to the last answer, and begin anew.

        Raises:
            RuntimeError: it was not asked for every picture once.
        """
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/taken") as answer:
            told = json.load(answer)
        if told["count"] != _PICTURES:
            raise RuntimeError(f"{told['count']} pictures were sent instead of {_PICTURES}")
        return float(told["last"] - told["first"])


def collecting() -> Iterator[Found]:
    """Throughput of a crawl over 8 hosts with 50 ms latency, against img2dataset; memory of the crawl."""
    peer = _peer()
    yield Note(f"{_PICTURES} pictures of 200 kB, {_HOSTS} hosts, {_CONNECTIONS} connections, {_ROUNDS} rounds")
    for connect_s, which in ((0.0, "answers 50 ms late"), (0.05, "answers and connections 50 ms late")):
        with tempfile.TemporaryDirectory(prefix="winnow-collecting-") as folder, _serving(connect_s) as sites:
            yield from _compared(peer, sites, Path(folder), which)


def _compared(peer: Path | None, sites: _Sites, folder: Path, which: str) -> Iterator[Found]:
    """Run all rounds, each beginning with another; a first one of ours warms up and is not counted."""
    _ours(sites, folder / "warm", turn=0)
    base = most = psutil.Process().memory_info().rss
    ours: list[float] = []
    theirs: list[float] = []
    for turn in range(1, _ROUNDS + 1):
        for is_ours in (True, False) if turn % 2 else (False, True):
            if is_ours:
                took, peak = _ours(sites, folder / f"ours{turn}", turn)
                ours.append(took)
                most = max(most, peak)
            elif peer is not None:
                theirs.append(_theirs(peer, sites, folder / f"theirs{turn}", turn))
    yield Note(f"{which}: seconds of Winnow {_listed(ours)}; of img2dataset {_listed(theirs)}")
    if theirs:
        ratio = statistics.median(theirs) / statistics.median(ours)
        yield Figure("Collect", f"throughput against img2dataset, {which}", ratio, 1.0)
    else:
        yield Skipped("Collect", "throughput against img2dataset", f"{_PEER} could not be installed")
    yield Figure("Collect", "memory grown over all rounds", (most - base) / 2**20, 50, at_most=True, unit=" MiB")


def _listed(times: list[float]) -> str:
    return " ".join(f"{took:.2f}" for took in times) or "-"


def _ours(sites: _Sites, folder: Path, turn: int) -> tuple[float, int]:
    """Crawl one round; return the seconds and the most bytes of memory that it was seen at."""
    folder.mkdir()
    source = AddressSource.of("list.txt", "\n".join(sites.addresses(turn)).encode())
    most, process = 0, psutil.Process()
    with Fetcher(allow_private=True, resolver=lambda host, _port: [f"127.0.0.{host[4:-5]}"]) as fetcher:
        for number, event in enumerate(crawl(source, fetcher, Plan(max_images=0))):
            if isinstance(event, Fetched):
                content = event.answer.content
                (folder / sha256(content).hexdigest()).with_suffix(f".{number}").write_bytes(content)
            if number % 50 == 0:
                most = max(most, process.memory_info().rss)
    return sites.taken_s(), most


def _theirs(peer: Path, sites: _Sites, folder: Path, turn: int) -> float:
    """Let img2dataset fetch one round: hashed and written as it came, neither decoded nor resized."""
    folder.mkdir()
    addresses = folder / "list.txt"
    addresses.write_text("\n".join(sites.addresses(turn)), encoding="utf-8")
    (folder / "sitecustomize.py").write_text(_RESOLVING, encoding="utf-8")
    options = {
        "url_list": addresses, "output_folder": folder / "out", "input_format": "txt", "output_format": "files",
        "processes_count": 1, "thread_count": _CONNECTIONS, "number_sample_per_shard": _PICTURES,
        "resize_mode": "no", "disable_all_reencoding": True, "extract_exif": False, "enable_wandb": False,
    }  # fmt: skip
    subprocess.run(
        [peer / "bin" / "img2dataset", *(f"--{name}={value}" for name, value in options.items())],
        env={**os.environ, "PYTHONPATH": str(folder), "NO_ALBUMENTATIONS_UPDATE": "1"},
        check=True,
        capture_output=True,
    )
    return sites.taken_s()


def _peer() -> Path | None:
    """Return an environment of its own with img2dataset; kept between runs. None: it cannot be installed."""
    folder = Path(tempfile.gettempdir()) / f"winnow-bench-{_PEER.replace('==', '-')}"
    if not (folder / "bin" / "img2dataset").exists():
        venv.create(folder, with_pip=True, clear=True)
        done = subprocess.run([folder / "bin" / "pip", "install", "--quiet", _PEER], check=False, capture_output=True)
        if done.returncode:
            return None
    return folder


@contextmanager
def _serving(connect_s: float) -> Iterator[_Sites]:
    process = subprocess.Popen(
        [sys.executable, Path(__file__).with_name("slow_sites.py"), str(_HOSTS), str(connect_s)],
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        try:
            yield _Sites(int(process.stdout.readline()))
        finally:
            process.kill()
