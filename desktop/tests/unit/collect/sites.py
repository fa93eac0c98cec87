"""A web site on loopback for crawls to be tried on: what is at each path is a value, and every request is noted."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from unit.vision.pictures import encoded, scene


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer. With *etag* a conditional request that names it is answered by 304."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    etag: str = ""
    delay_s: float = 0.0


@dataclass(slots=True)
class Request:
    """One request as it was noted; times by `time.monotonic`."""

    path: str
    host: str
    headers: dict[str, str]
    status: int
    begun: float
    ended: float = 0.0


At = Reply | Callable[[int], Reply]
"""What is at a path; called with how often it was asked before."""


class LocalSite:
    """Serves *paths* and notes what is asked; it may be changed while it serves."""

    def __init__(self, paths: dict[str, At]) -> None:
        self.paths = paths
        self.requests: list[Request] = []
        self.is_ending = threading.Event()
        self.lock = threading.Lock()
        self.port = 0

    def address(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def asked(self, path: str = "") -> list[Request]:
        """Return what was asked, of *path* alone if it is given; robots.txt only if that is asked for."""
        with self.lock:
            if path:
                return [one for one in self.requests if one.path == path]
            return [one for one in self.requests if one.path != "/robots.txt"]

    def counts(self, status: int = 0) -> Counter[str]:
        """Return how often each path was asked (and answered by *status*)."""
        return Counter(one.path for one in self.asked() if status in (0, one.status))

    def most_at_once(self, host: str = "") -> int:
        """Return how many requests, with this host name if it is given, were under way at the same time, at most."""
        with self.lock:
            edges = [(one.begun, 1) for one in self.requests if host in ("", one.host)]
            edges += [(one.ended, -1) for one in self.requests if host in ("", one.host)]
        level = most = 0
        for _, step in sorted(edges):
            level += step
            most = max(most, level)
        return most

    def reply_to(self, path: str, headers: Mapping[str, str]) -> Reply:
        with self.lock:
            before = sum(one.path == path for one in self.requests)
        at = self.paths.get(path, Reply(b"nothing here", 404))
        reply = at(before) if callable(at) else at
        if reply.etag and headers.get("if-none-match") == reply.etag:
            return Reply(b"", 304, {"ETag": reply.etag})
        return reply


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    timeout = 20

    def do_GET(self) -> None:
        site: LocalSite = self.server.site  # type: ignore[attr-defined]
        headers = {name.lower(): value for name, value in self.headers.items()}
        host = headers.get("host", "").rpartition(":")[0]
        begun = time.monotonic()
        reply = site.reply_to(self.path, headers)
        noted = Request(self.path, host, headers, reply.status, begun, float("inf"))
        with site.lock:
            site.requests.append(noted)
        if reply.delay_s:
            site.is_ending.wait(reply.delay_s)
        self.send_response(reply.status)
        sent = dict(reply.headers) | ({"ETag": reply.etag} if reply.etag else {})
        for name, value in sent.items():
            self.send_header(name, value)
        if reply.status != 304:
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        # Before the last byte: the other side may ask again as soon as it has it.
        noted.ended = time.monotonic()
        if reply.status != 304:
            self.wfile.write(reply.body)

    def handle(self) -> None:
        with contextlib.suppress(OSError):
            super().handle()

    def finish(self) -> None:
        with contextlib.suppress(OSError):
            super().finish()

    def log_message(self, *_: Any) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    request_queue_size = 64

    def __init__(self, site: LocalSite, port: int) -> None:
        self.site = site
        self.open: set[socket.socket] = set()
        super().__init__(("127.0.0.1", port), _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        self.open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self.open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass


@contextmanager
def served(paths: dict[str, At], port: int = 0) -> Iterator[LocalSite]:
    """Serve *paths* within."""
    site = LocalSite(paths)
    server = _Server(site, port)
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield site
    finally:
        site.is_ending.set()
        server.shutdown()
        thread.join()
        for connection in list(server.open):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        server.server_close()


def picture(seed: int, edge: int = 64) -> bytes:
    """Return a JPEG that no other *seed* gives."""
    return encoded(scene(edge, edge, seed=seed))


def page(*pictures: str, links: tuple[str, ...] = (), etag: str = "", alt: str = "a picture", head: str = "") -> Reply:
    """Return a page that shows *pictures* and leads to *links*."""
    body = "".join(f'<img src="{one}" alt="{alt}">' for one in pictures)
    body += "".join(f'<a href="{one}">on</a>' for one in links)
    html = f"<!doctype html><html><head><title>Page</title>{head}</head><body>{body}</body></html>"
    return Reply(html.encode(), headers={"Content-Type": "text/html; charset=utf-8"}, etag=etag)
