"""Weights are fetched once and whole, or not at all, and it is said why."""

from __future__ import annotations

import contextlib
import hashlib
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from winnow.base.outcomes import Progress
from winnow.collect.weights import WeightsDamaged, WeightsNotFetched, fetch_weights

CONTENT = bytes(range(256)) * 8000
DIGEST = hashlib.sha256(CONTENT).hexdigest()


class _Publisher(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/gone.pth":
            self.send_error(404)
            return
        self.send_response(200)
        length = {"/nonsense.pth": "many", "/huge.pth": str(10**12)}.get(self.path, str(len(CONTENT)))
        self.send_header("Content-Length", length)
        self.end_headers()
        with contextlib.suppress(OSError):  # of a huge one the other side wants no more
            for _ in range(5 if self.path == "/huge.pth" else 1):
                self.wfile.write(CONTENT[: len(CONTENT) // 2] if self.path == "/cut.pth" else CONTENT)

    def log_message(self, *_):
        pass


@pytest.fixture
def publisher():
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Publisher)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def fetched(address, target, start=DIGEST[:8]):
    return list(fetch_weights(address, target, len(CONTENT), start))


def test_a_file_comes_whole_and_once(publisher, tmp_path):
    target = tmp_path / "networks" / "net.pth"
    events = fetched(f"{publisher}/net.pth", target)
    assert target.read_bytes() == CONTENT
    assert all(isinstance(one, Progress) and one.total == len(CONTENT) // 1000 for one in events)
    assert fetched("http://127.0.0.1:9/never-asked.pth", target) == []


def test_another_file_is_thrown_away(publisher, tmp_path):
    with pytest.raises(WeightsDamaged, match=f"{DIGEST[:8]} instead of 00000000"):
        fetched(f"{publisher}/net.pth", tmp_path / "net.pth", "00000000")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("path", "why"),
    [("gone", "answered 404"), ("cut", "broke off|no connection"), ("huge", "far larger than it should be")],
)
def test_what_does_not_come_is_said(publisher, tmp_path, path, why):
    with pytest.raises(WeightsNotFetched, match=why):
        fetched(f"{publisher}/{path}.pth", tmp_path / "net.pth")
    assert list(tmp_path.iterdir()) == []


def test_a_length_that_is_none_does_no_harm(publisher, tmp_path):
    fetched(f"{publisher}/nonsense.pth", tmp_path / "net.pth")
    assert (tmp_path / "net.pth").read_bytes() == CONTENT


def test_without_a_network_what_comes_with_winnow_is_named(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/net.pth"
        with pytest.raises(WeightsNotFetched, match=r"no connection.*EfficientNet-Lite0"):
            fetched(address, tmp_path / "net.pth")


def test_stopping_leaves_nothing(publisher, tmp_path):
    steps = fetch_weights(f"{publisher}/net.pth", tmp_path / "net.pth", len(CONTENT), DIGEST[:8])
    next(steps)
    steps.close()
    assert list(tmp_path.iterdir()) == []
