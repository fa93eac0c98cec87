"""A small web site of the sample, served on this machine's loopback address and to nobody else."""

from __future__ import annotations

import contextlib
import logging
import os
import socket
import threading
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from winnow import __version__
from winnow.collect.sample.catalogue import Entry, Serving, Sort
from winnow.collect.sample.pages import Pages
from winnow.collect.sample.studio import Studio

log = logging.getLogger(__name__)

HOST = "127.0.0.1"

_IDLE_S = 30.0
_RETRY_AFTER_S = 1
_SLOW_PIECES, _SLOW_GAP_S = 8, 0.15
_TYPES = {".jpg": "image/jpeg", ".png": "image/png", ".webp": "image/webp", ".gif": "image/gif"}


@dataclass(frozen=True, slots=True)
class Reply:
    """What the site says to one request."""

    status: HTTPStatus
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    is_slow: bool = False


class Site:
    """What is served, without the serving: a reply for a path. Safe to call from several threads."""

    def __init__(self, folder: Path, n: int, seed: int) -> None:
        self._studio = Studio(folder, n, seed)
        self.root = root_of(n, seed)
        self._version = f"{__version__}-{n}-{seed}"
        self.pages = Pages(self.root, self._studio.entries, seed)
        self._files = {self.pages.direct_path_of(one): one for one in self._studio.entries if one.sort.is_served}
        self._moved = {
            self.pages.path_of(one): self.pages.direct_path_of(one)
            for one in self._studio.entries
            if one.serving is Serving.REDIRECTED
        }
        self._small = {self.pages.small_path_of(one): one for one in self._studio.entries if one.sort is Sort.DRAWING}
        self._lock = threading.Lock()
        self._asked: set[int] = set()

    def reply(self, path: str, known: str = "") -> Reply:
        """Return what is at *path*; *known* is the tag of what the asker has already."""
        if path == "/robots.txt":
            return _text(self.pages.robots(), "text/plain")
        if path in self.pages.by_path:
            return _text(self.pages.by_path[path], "text/html")
        if path in self._moved:
            return Reply(HTTPStatus.FOUND, {"Location": self._moved[path]})
        if path in self._small:
            return Reply(HTTPStatus.OK, {"Content-Type": "image/jpeg"}, self._studio.small(self._small[path]))
        if path in self._files:
            return self._file(self._files[path], known)
        return Reply(HTTPStatus.NOT_FOUND, {"Content-Type": "text/plain; charset=utf-8"}, b"There is nothing here.\n")

    def _file(self, entry: Entry, known: str) -> Reply:
        if entry.serving is Serving.THROTTLED and self._is_first(entry):
            return Reply(HTTPStatus.TOO_MANY_REQUESTS, {"Retry-After": str(_RETRY_AFTER_S)})
        tag = f'"{self._version}-{entry.number}"'
        if known == tag:
            return Reply(HTTPStatus.NOT_MODIFIED, {"ETag": tag})
        kind = "text/html" if entry.sort is Sort.WEB_PAGE else _TYPES[Path(entry.name).suffix]
        body = self._studio.content(entry)
        return Reply(HTTPStatus.OK, {"Content-Type": kind, "ETag": tag}, body, entry.serving is Serving.SLOWLY)

    def _is_first(self, entry: Entry) -> bool:
        with self._lock:
            is_first = entry.number not in self._asked
            self._asked.add(entry.number)
        return is_first


def root_of(n: int, seed: int) -> str:
    """Return the path that a sample of *n* pictures by *seed* lies below, so that an address says what is there."""
    return f"/{n}-{seed}/"


def _text(text: str, kind: str) -> Reply:
    return Reply(HTTPStatus.OK, {"Content-Type": f"{kind}; charset=utf-8"}, text.encode())


class SiteServer:
    """Serves a `Site` from entering to leaving a ``with`` block; what is then still connected is cut off."""

    def __init__(self, site: Site, port: int = 0) -> None:
        """Listen on *port*; 0 takes any that is free.

        Raises:
            OSError: another program has that port.
        """
        self._server = _Server(site, port)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(_POLL_S,), name="sample-site")

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self._server.server_address[1])

    @property
    def address(self) -> str:
        """The address of the first page."""
        return f"http://{HOST}:{self.port}{self._server.site.root}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.end()


_POLL_S = 0.05


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    block_on_close = True
    # Elsewhere than on POSIX it would let two programs listen on one port.
    allow_reuse_address = os.name == "posix"

    def __init__(self, site: Site, port: int) -> None:
        self.site = site
        self.is_ending = threading.Event()
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        super().__init__((HOST, port), _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._lock:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with self._lock:
            self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, _request: Any, client_address: Any) -> None:
        log.exception("the sample site failed to answer %s", client_address)

    def end(self) -> None:
        """Let go of all connections, of the port, and wait for what is being answered."""
        self.is_ending.set()
        with self._lock:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    # Answers are written whole; waiting for more would cost 40 ms each.
    disable_nagle_algorithm = True
    wbufsize = -1
    timeout = _IDLE_S

    def do_GET(self) -> None:
        reply = self.server.site.reply(self.path.partition("?")[0], self.headers.get("If-None-Match", ""))
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if reply.status is not HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if reply.is_slow:
            self._drip(reply.body)
        else:
            self.wfile.write(reply.body)

    def _drip(self, body: bytes) -> None:
        size = -(-len(body) // _SLOW_PIECES)
        for at in range(0, len(body), size):
            self.wfile.write(body[at : at + size])
            self.wfile.flush()
            if self.server.is_ending.wait(_SLOW_GAP_S):
                return

    def handle(self) -> None:
        with contextlib.suppress(ConnectionError, TimeoutError):
            super().handle()

    def finish(self) -> None:
        with contextlib.suppress(OSError):
            super().finish()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class calls it so
        log.debug(format, *args)
